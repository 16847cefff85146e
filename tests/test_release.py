"""A release says one version everywhere, its list of components is that of the lock, and images hold what they need."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from generator.publishers import PUBLISHERS

ROOT = Path(__file__).parents[1]
SITE = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_pin_of_the_lock_is_a_component_with_its_hashes() -> None:
    document = script("sbom").document(SITE)
    pins = dict(re.findall(r"^([\w.-]+)==([^ ;\\]+)", SITE, re.MULTILINE))
    assert {part["name"]: part["version"] for part in document["components"]} == pins
    assert sum(len(part["hashes"]) for part in document["components"]) == SITE.count("--hash=sha256:")
    assert all(part["hashes"] for part in document["components"])
    assert document["metadata"]["component"]["version"] == VERSION
    assert document["specVersion"] == "1.6"
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", document["serialNumber"]
    )
    assert json.dumps(document) == json.dumps(script("sbom").document(SITE))


def test_a_line_that_is_no_pin_is_not_left_out() -> None:
    with pytest.raises(ValueError, match="neither a pin nor a hash: -e"):
        script("sbom").components("-e .\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What a release is made of, on its day."""
    for name in ("pyproject.toml", "CHANGELOG.md", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path)
    changelog = f"# Changelog\n\n## {VERSION} (2026-12-01)\n\n- New.\n\n## 0.0.1 (2026-01-01)\n\n- Old.\n"
    (tmp_path / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    with (tmp_path / "CITATION.cff").open("a", encoding="utf-8") as citation:
        citation.write("date-released: 2026-12-01\n")
    return tmp_path


def test_a_release_says_what_the_changelog_says_of_it(root: Path) -> None:
    assert script("release").notes(f"v{VERSION}", root) == "- New.\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("pyproject.toml", f'version = "{VERSION}"', 'version = "9.9.9"', "has version 9.9.9"),
        ("CHANGELOG.md", f"## {VERSION} (2026-12-01)", f"## {VERSION} (unreleased)", "the day of the release"),
        ("CHANGELOG.md", f"## {VERSION} ", "## 9.9.9 ", "no entry"),
        ("CITATION.cff", "date-released: 2026-12-01", "", "date-released: 2026-12-01"),
    ],
)
def test_what_does_not_agree_is_told(root: Path, file: str, old: str, new: str, said: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        script("release").notes(f"v{VERSION}", root)


def test_an_image_gets_all_that_the_wheel_is_made_of() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], project["project"]["readme"], "LICENSE", "pyproject.toml"}
    assert needed <= kept
    assert [name for name in kept if not (ROOT / name).exists()] == []


def test_the_lock_of_all_publishers_is_that_of_one_and_more() -> None:
    one, every = (
        {entry.partition("==")[0]: entry for entry in re.split(r"\n(?=\S)", text.strip())}
        for text in (SITE, (ROOT / "requirements" / "publishers.txt").read_text(encoding="utf-8"))
    )
    assert one.items() <= every.items()
    assert {name for name in PUBLISHERS if name != "mkdocs"} <= every.keys() - one.keys()


def test_an_image_is_locked_and_runs_as_nobody_special() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes --no-deps -r requirements/$LOCK.txt" in text
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for lock in ("site", "publishers"):
        assert re.search(rf"\bLOCK={lock}\b", text)
        assert f"!requirements/{lock}.txt" in kept
    assert text.index("USER visavis") < text.index("ENTRYPOINT")
    assert json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))["postCreateCommand"]
