"""A folder with content/ alone becomes a site: precisely what action.yml runs, and nothing of this repository stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from projects import BRAND, ROOT, replace, set_up_bakery, unbuilt_bakery

from generator import files

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
# What it keeps, below the folder of the runner.
KEPT = next(
    step["with"]["path"].removeprefix("${{ runner.temp }}/")
    for step in ACTION["runs"]["steps"]
    if "cache" in step.get("uses", "")
)


def run_action(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """The action's script as a runner calls it, from a folder of somebody else; what it did and its outputs."""
    given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    step = next(step for step in ACTION["runs"]["steps"] if "run" in step)
    known = {f"inputs.{name}": value for name, value in given.items()} | {"runner.temp": str(folder.parent)}
    values = {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], value) for name, value in step["env"].items()
    }
    outputs = folder.parent / "outputs"
    outputs.touch()
    surroundings = {"GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(outputs)}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **surroundings, **values},
        capture_output=True,
        text=True,
        check=False,
    )
    return done, dict(line.split("=", 1) for line in outputs.read_text().splitlines())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nothing but content/, of few pictures, in a folder whose name has a space in it."""
    sandbox = set_up_bakery(tmp_path / "a sandbox")
    folder = tmp_path / "only content"
    folder.mkdir()
    shutil.move(sandbox.content, folder / "content")
    return folder


@pytest.mark.slow
def test_content_alone_becomes_a_site(folder: Path) -> None:
    shutil.copy(BRAND / "logo.svg", folder / "content" / "brand")
    done, outputs = run_action(folder)
    assert done.returncode == 0, done.stderr
    assert outputs == {"site": "site"}
    assert sorted(path.name for path in folder.iterdir()) == ["content", "site"]
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="assets/favicon.svg"' in home
    mark = re.findall(r'<svg class="logo".+?</svg>', home)
    assert len(mark) == 2  # of content/brand/logo.svg, through overrides/
    assert (folder / "site" / "assets" / "favicon.svg").read_text(encoding="utf-8").count("<circle") == 1
    assert 'http-equiv="Content-Security-Policy"' in home  # from overrides/
    assert not (folder / "site" / "contributing").exists()
    assert list((folder / "site" / "infographics").glob("*/*-phone-light.png"))
    assert ", 0 pictures painted." not in done.stdout
    # What the action keeps is where the script left it: on the next machine nothing is painted again.
    assert files.tree(folder.parent / KEPT)
    shutil.rmtree(folder / "site")
    again, _ = run_action(folder)
    assert ", 0 pictures painted." in again.stdout, again.stderr


@pytest.mark.parametrize(
    ("publisher", "wanted"),
    [
        ("", [".venv/site"]),
        ("publisher: mkdocs\n", [".venv/site"]),
        ("publisher: zensical\n", [".venv/site", ".venv/publishers"]),
        ("publisher: 'properdocs'  # the drop-in\n", [".venv/site", ".venv/publishers"]),
    ],
)
def test_the_publisher_that_the_content_names_is_installed(tmp_path: Path, publisher: str, wanted: list[str]) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "site.yml").write_text(f"name: X\n{publisher}", encoding="utf-8")
    home, programs = tmp_path / "visavis", tmp_path / "bin"
    shutil.copytree(ROOT / ".ci", home / ".ci")
    programs.mkdir()
    make = programs / "make"  # tells what was to be installed; the rest of the script lacks its Python then
    make.write_text('#!/bin/sh\necho "$4" >> "$TOLD"\n', encoding="utf-8")
    make.chmod(0o755)
    told = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "TOLD": str(tmp_path / "told")}
    subprocess.run(
        ["sh", str(home / ".ci" / "site-from-content")],
        cwd=tmp_path,
        env=os.environ | told,
        capture_output=True,
        check=False,
    )
    assert (tmp_path / "told").read_text(encoding="utf-8").split() == wanted
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [target for target in wanted if f"\n{target}: " not in rules] == []


@pytest.mark.slow
def test_what_the_repository_has_itself_goes_first(folder: Path) -> None:
    for name, text in {
        "docs/about.md": "# About us\n",
        "docs/assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "overrides/partials/logo.html": "<i>our own mark</i>",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    replace(folder / "mkdocs.yml", "plugins:", "hooks: [hooks/main.py]\nplugins:")
    hook = b"def on_page_content(html, **_):\n    return html + '<p>By our hook</p>'\n"
    files.write(folder / "hooks" / "main.py", hook)
    # The pictures are there from the last time.
    shutil.copytree(unbuilt_bakery(folder.parent / "last time").project.painted, folder.parent / KEPT)
    done, outputs = run_action(folder, content="content", site="public/compare")
    assert done.returncode == 0, done.stderr
    assert outputs == {"site": "public/compare"}
    site = folder / "public" / "compare"
    assert "About us" in (site / "about" / "index.html").read_text(encoding="utf-8")
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "our own mark" in home
    assert "<p>By our hook</p>" in home
    assert (site / "assets" / "favicon.svg").read_text() == '<svg xmlns="http://www.w3.org/2000/svg"/>'
    assert sorted(path.name for path in (folder / "docs").rglob("*")) == ["about.md", "assets", "favicon.svg"]


@pytest.mark.slow
def test_a_mistake_is_told_at_its_line_and_the_last_site_stays(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / ".visavis-site").touch()
    (folder / "site" / "index.html").write_text("the last one")
    line = replace(folder / "content" / "site.yml", "name: Flour", "home: nowhere\nname: Flour")
    done, outputs = run_action(folder)
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file=content/site.yml,line={line},")
    assert outputs == {}
    assert (folder / "site" / "index.html").read_text() == "the last one"
