"""Every page against the rules of HTML, by the Nu checker of validator.github.io. Run by `make audit`; needs Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from auditing import pages, tool

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.audit]

JAR = "vnu-jar/build/dist/vnu.jar"


def complaints(*files: Path) -> list[str]:
    """File, line and error of each; a file that cannot be read is an error too."""
    java = shutil.which("java")
    if not java:
        pytest.fail("the checker of HTML needs Java 17 or newer")
    command = [str(java), "-jar", str(tool(JAR)), "--errors-only", "--exit-zero-always", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found = json.loads(done.stderr)["messages"]
    return [f"{each.get('url', '')}:{each.get('lastLine', '')}: {each['message']}" for each in found]


@pytest.mark.parametrize("of", ["site", "catalogue"])
def test_no_page_has_an_error(request: pytest.FixtureRequest, of: str) -> None:
    site = request.getfixturevalue(of)
    files = (site / path for path in pages(site, moved=True))
    assert complaints(*(path / "index.html" if path.suffix != ".html" else path for path in files)) == []


def test_an_error_would_be_told(site: Path, tmp_path: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    file = tmp_path / "index.html"
    file.write_text(page.replace("<main ", '<main role="main main" autocomplete="off" ', 1), encoding="utf-8")
    assert any("autocomplete" in complaint for complaint in complaints(file))
