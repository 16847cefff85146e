"""Which publisher makes the site, and what each of them is asked for."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
from pathlib import Path

import pytest
from projects import Sandbox, built_bakery, unbuilt_bakery, without_mkdocs

from generator import build as build_module
from generator.publishers import MKDOCS, NAMES, PUBLISHERS

PROPERDOCS = pytest.mark.skipif(not importlib.util.find_spec("properdocs"), reason="ProperDocs is not installed")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them counts as installed, in the version of MkDocs; none works."""
    without_mkdocs(monkeypatch)
    for name, each in PUBLISHERS.items():
        there = dataclasses.replace(each, library="mkdocs", packages=("mkdocs",), theme=MKDOCS.theme)
        monkeypatch.setitem(PUBLISHERS, name, there)


def test_each_has_its_own_name() -> None:
    assert tuple(PUBLISHERS) == NAMES
    assert [each.name for each in PUBLISHERS.values()] == list(NAMES)


def test_another_publisher_makes_the_site_anew_and_the_same_one_does_not(tmp_path: Path, installed: None) -> None:
    sandbox = built_bakery(tmp_path / "project")
    assert "Nothing changed." in sandbox.run("build").stdout
    assert "Published to" in sandbox.run("build", "--publisher", "properdocs").stdout
    assert "Nothing changed." in sandbox.run("build", "--publisher", "properdocs").stdout
    assert "Published to" in sandbox.run("build").stdout
    assert "Nothing changed." in sandbox.run("build", "--publisher", "mkdocs").stdout


def test_the_content_may_name_it_and_the_option_goes_before_that(
    tmp_path: Path, installed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    publish = build_module.publishing.publish

    def note(project: object, publisher: object, **rest: object) -> None:
        seen.append(publisher.name)  # type: ignore[attr-defined]
        publish(project, publisher, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(build_module.publishing, "publish", note)
    sandbox = built_bakery(tmp_path / "project")
    _name_publisher(sandbox, "properdocs")
    assert sandbox.run("build").exit_code == 0
    assert "Nothing changed." in sandbox.run("build").stdout
    assert sandbox.run("build", "--publisher", "mkdocs").exit_code == 0
    assert seen == ["properdocs", "mkdocs"]


def test_one_that_is_unknown_is_told_at_its_line(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "project")
    _name_publisher(sandbox, "hugo")
    result = sandbox.run("check")
    assert result.exit_code == 1
    assert "publisher" in result.stdout


@pytest.mark.parametrize("name", [name for name in NAMES if name != "mkdocs"])
@pytest.mark.parametrize("command", ["build", "serve"])
def test_one_that_is_not_installed_is_told_before_anything_is_painted(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = dataclasses.replace(PUBLISHERS[name], library="no_such_library", packages=("no-such-package",))
    monkeypatch.setitem(PUBLISHERS, name, absent)
    monkeypatch.setattr("generator.pipeline.making.paint_all", lambda *_: pytest.fail("it paints"))
    sandbox = unbuilt_bakery(tmp_path / "project")
    result = sandbox.run(command, "--publisher", name)
    assert result.exit_code == 2
    assert f'{absent.title} is not installed; get it with pip install "visavis[{name}]"' in result.stderr
    assert not sandbox.site.exists()


@pytest.mark.slow
@PROPERDOCS
def test_properdocs_makes_the_same_files_as_mkdocs(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "project")
    made = {}
    for name in ("mkdocs", "properdocs"):
        result = sandbox.run("build", "--publisher", name)
        assert result.exit_code == 0, result.output
        made[name] = {
            path.relative_to(sandbox.site).as_posix(): path.read_bytes()
            for path in sandbox.site.rglob("*")
            if path.is_file()
        }
    assert made["mkdocs"].keys() == made["properdocs"].keys()
    differing = {path for path, data in made["mkdocs"].items() if data != made["properdocs"][path]}
    assert {Path(path).suffix for path in differing} == {".html", ".json"}  # the name of who made them
    assert "properdocs" in json.loads(made["properdocs"]["data/build.json"])["versions"]


def _name_publisher(sandbox: Sandbox, name: str) -> None:
    file = sandbox.content / "site.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\npublisher: {name}\n", encoding="utf-8")
