"""What a stranger meets first is true: line ends, metadata, addresses, templates, and what keeps versions fresh."""

from __future__ import annotations

import html
import re
import subprocess
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hatchling import build as backend

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SOURCE = PROJECT["urls"]["Source"]
FORMS = tuple(sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").iterdir() if path.stem != "config"))
PAGES = tuple(sorted([*ROOT.glob("*.md"), *GITHUB.glob("*.md")]))
ADDRESSED = (*PAGES, ROOT / "CITATION.cff", *sorted((GITHUB / "ISSUE_TEMPLATE").iterdir()))
from_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout of git")


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(text(path)))


def git(*arguments: str) -> list[str]:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def amiss(lines: Iterable[str]) -> list[str]:
    """The files, of what git ls-files --eol tells, that another machine could get with other bytes."""
    wrong = []
    for line in lines:
        told, _, file = line.partition("\t")
        stored, here, attributes = told.split(maxsplit=2)
        fine = {
            "attr/text=auto eol=lf": stored in ("i/lf", "i/none") and here in ("w/lf", "w/none", "w/"),
            "attr/-text": stored == "i/-text",
        }
        if not fine.get(attributes.strip(), False):
            wrong.append(file)
    return wrong


def links(page: str) -> list[str]:
    """Where the links and pictures of a Markdown page lead."""
    return [html.unescape(link) for link in re.findall(r'\s(?:href|src)="([^"]*)"', markdown.markdown(page))]


def lost(page: str) -> list[str]:
    """Links that do not hold where the page is shown without its repository."""
    return [link for link in links(page) if not re.match(r"https://|mailto:|#", link)]


@from_git
def test_text_has_the_same_line_ends_everywhere_and_all_else_is_named_as_binary() -> None:
    assert amiss(git("ls-files", "--eol")) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("i/lf    w/lf    attr/text=auto eol=lf \ta.py", False),
        ("i/none  w/none  attr/text=auto eol=lf \t__init__.py", False),
        ("i/-text w/-text attr/-text            \ta.png", False),
        ("i/crlf  w/crlf  attr/text=auto eol=lf \ta.py", True),
        ("i/lf    w/crlf  attr/text=auto eol=lf \ta.py", True),
        ("i/mixed w/mixed attr/text=auto eol=lf \ta.py", True),
        ("i/-text w/-text attr/text=auto eol=lf \ta.bin", True),
        ("i/lf    w/lf    attr/-text            \ta.png", True),
        ("i/lf    w/lf    attr/                 \ta.py", True),
    ],
)
def test_a_file_whose_bytes_could_differ_is_found(line: str, found: bool) -> None:
    assert bool(amiss([line])) is found


def test_what_is_said_to_be_generated_is_there() -> None:
    patterns = re.findall(r"^/(\S+)\s+linguist-generated$", text(ROOT / ".gitattributes"), re.MULTILINE)
    assert patterns
    assert [pattern for pattern in patterns if not any(ROOT.glob(pattern))] == []


@from_git
def test_the_wheel_has_every_file_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / backend.build_wheel(str(tmp_path))) as wheel:
        inside = {name for name in wheel.namelist() if name.startswith("generator/")}
    package = {file for file in git("ls-files", "generator") if (ROOT / file).is_file()}
    shipped = git("ls-files", "mkdocs.yml", "overrides", "content")
    assert "generator/py.typed" in inside
    assert "mkdocs.yml" in shipped
    assert inside == package | {f"generator/shipped/{file}" for file in shipped}


@from_git
def test_a_wheel_made_twice_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = [tmp_path / name for name in ("one", "other")]
    assert len({(folder / backend.build_wheel(str(folder))).read_bytes() for folder in made}) == 1


def test_the_named_pythons_are_those_that_are_tried() -> None:
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    matrix = read(GITHUB / "workflows" / "check.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert PROJECT["requires-python"] == f">={named[0]}"
    assert matrix == named


def test_the_citation_is_of_this_version() -> None:
    citation = read(ROOT / "CITATION.cff")
    assert citation["version"] == PROJECT["version"]
    assert citation["license"] == PROJECT["license"]
    assert citation["repository-code"] == SOURCE
    assert citation["url"] == PROJECT["urls"]["Homepage"]
    assert [{"name": one["name"], "email": one["email"]} for one in citation["authors"]] == PROJECT["authors"]


def test_the_citation_has_the_date_of_the_changelog() -> None:
    (when,) = re.findall(rf"^## {re.escape(PROJECT['version'])} \((.+)\)$", text(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert str(read(ROOT / "CITATION.cff").get("date-released", "unreleased")) == when


def test_every_link_of_the_readme_holds_without_the_repository() -> None:
    assert len(links(text(ROOT / "README.md"))) >= 8
    assert lost(text(ROOT / "README.md")) == []


@pytest.mark.parametrize("link", ["![a](docs/a.png)", "[a](LICENSE)", "[a][b]\n\n[b]: docs/a.md", "[a](http://a.org)"])
def test_a_link_that_does_not_hold_is_found(link: str) -> None:
    assert len(lost(link)) == 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_link_into_the_repository_leads_to_a_file(path: Path) -> None:
    inner = [link for link in lost(text(path)) if not link.startswith("http")]
    assert [link for link in inner if not (path.parent / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("path", ADDRESSED, ids=lambda path: path.name)
def test_an_address_of_the_project_is_that_of_its_metadata(path: Path) -> None:
    # While that has placeholders, and once it has none: whoever changes it there changes the rest too.
    told = re.findall(r"https://[^\s<>()\"'`]+", text(path))
    known = (SOURCE, PROJECT["urls"]["Homepage"])
    assert [address for address in told if "://example.org/" in address and not address.startswith(known)] == []
    files = [
        found[1]
        for address in told
        if (found := re.match(rf"{re.escape(SOURCE)}/(?:blob|raw)/main/([^#]+)", address.rstrip(".,")))
    ]
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_the_documentation_is_a_page_of_the_site() -> None:
    urls = PROJECT["urls"]
    page = urls["Documentation"].removeprefix(urls["Homepage"]).rstrip("/")
    assert (ROOT / "docs" / f"{page}.md").is_file()
    assert (ROOT / urls["Changelog"].removeprefix(f"{SOURCE}/blob/main/")).is_file()


def test_new_versions_are_looked_for_where_they_are_named_and_wait_a_week() -> None:
    updates = read(GITHUB / "dependabot.yml")["updates"]
    named = [(one["package-ecosystem"], one.get("directories") or [one["directory"]]) for one in updates]
    places = {(kind, folder) for kind, folders in named for folder in folders}
    locks = {f"/{path.parent.relative_to(ROOT)}" for path in (ROOT / "tests").glob("*/package-lock.json")}
    assert places == {("github-actions", "/"), ("docker", "/"), *(("npm", folder) for folder in locks)}
    (locked,) = re.findall(r'--exclude-newer "(\d+) days"', text(ROOT / "Makefile"))
    assert {int(locked), *(one["cooldown"]["default-days"] for one in updates)} == {7}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_each_question_once(path: Path) -> None:
    form = read(path)
    questions = [part for part in form["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in questions]
    assert {"name", "description", "body"} <= form.keys() <= {"name", "description", "title", "labels", "body"}
    assert len(set(ids)) == len(ids)
    assert {part["type"] for part in questions} <= {"checkboxes", "dropdown", "input", "textarea"}
    assert any(part.get("validations", {}).get("required") for part in questions)
    for part in questions:
        # YAML takes a bare yes or no for true and false, which GitHub refuses as an answer.
        assert all(isinstance(one, str | dict) for one in part["attributes"].get("options", []))


def test_the_forms_have_different_names() -> None:
    names = [read(path)["name"] for path in FORMS]
    assert len(set(names)) == len(names) >= 3


@pytest.mark.parametrize("path", [*PAGES, *FORMS], ids=lambda path: path.name)
def test_every_target_of_make_that_is_named_is_there(path: Path) -> None:
    named = re.findall(r"(?:`|^ {4})make ([a-z.][\w./]*)", text(path), re.MULTILINE)
    makefile = text(ROOT / "Makefile")
    assert [one for one in named if not re.search(rf"^{re.escape(one)}:", makefile, re.MULTILINE)] == []
