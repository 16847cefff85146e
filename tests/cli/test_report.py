"""`visavis report`: which comparison it prints, into which file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import BRAND, ROOT, Sandbox

from generator.model import View


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """The wards, with something in place of a browser that prints."""

    def printed(view: View, site: Path) -> bytes:
        return f"{view.id} of {site}".encode()

    monkeypatch.setattr("generator.report.report", printed)
    shutil.copytree(ROOT / "tests" / "wards", tmp_path / "content")
    shutil.copytree(BRAND / "fonts", tmp_path / "content" / "brand" / "fonts")
    return Sandbox(tmp_path)


@pytest.mark.parametrize(("arguments", "file"), [((), "all-four.pdf"), (("-o", "a/b.pdf"), "a/b.pdf")])
def test_the_pages_of_a_comparison_are_printed_into_a_file_that_is_told(
    sandbox: Sandbox, arguments: tuple[str, ...], file: str
) -> None:
    result = sandbox.run("report", "all-four", "--site", "public", *arguments)
    assert (result.exit_code, result.stdout) == (0, f"{file}\n"), result.output
    assert (sandbox.root / file).read_text(encoding="utf-8") == "all-four of public"


def test_which_comparison_is_asked_where_there_are_several(sandbox: Sandbox) -> None:
    result = sandbox.run("report")
    assert result.exit_code == 2
    assert "all-four" in result.output
    assert not [*sandbox.root.glob("*.pdf")]
