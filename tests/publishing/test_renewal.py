"""A site of which only what changed was made has the same bytes as one of which everything was."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from projects import ROOT, built_bakery, replace

from generator import files
from generator.problems import OutputError
from generator.project import Project
from generator.publishers import MKDOCS, Publisher, mkdocs_program, mkdocs_renewal
from generator.publishing import Kept, publish, publisher_process
from generator.publishing.check_memory import CheckMemory

Change = Callable[["Renewed"], object]
PAGE = "roles/baker/index.md"
PICTURE = "pictures/new.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}"></svg>'


def in_this_process(project: Project, publisher: Publisher, fresh: Path, *, order: Path, **_: object) -> None:
    """MkDocs as it is called in a process of its own; loading it costs more than such a site."""
    with pytest.MonkeyPatch.context() as patch:
        # MkDocs keeps plugins from one build to the next, and a preview's search merges what it had before.
        patch.setattr(dict(MkDocsConfig._schema)["plugins"], "plugin_cache", {})
        for name, value in publisher_process.docs_environment(project.docs).items():
            patch.setenv(name, value)
        patch.setenv("SOURCE_DATE_EPOCH", "1767312000")
        places = (order, project.settings, fresh.resolve(), project.docs, *project.theme_folders)
        patch.setattr(sys, "argv", ["mkdocs_program", "mkdocs", *map(str, places)])
        patch.setattr(logging, "StreamHandler", logging.NullHandler)
        try:
            mkdocs_program.main()
        except SystemExit as error:
            raise OutputError("MkDocs could not build the site") from error


class Renewed:
    """A project that was published, and everything of it in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root, self.docs, self.site = root, root / "docs", root / "site"
        self.kept = root / ".cache" / "pages.json"

    def publish(
        self, site: str = "site", *, current: bool = True, by_hand: frozenset[str] | set[str] = frozenset({"notes.md"})
    ) -> None:
        project = Project(self.root / "content", self.docs, self.root / site, self.root / "mkdocs.yml")
        generated = files.tree(self.docs).keys() - by_hand
        kept = Kept(
            files.Digests(self.root / ".cache" / "digests.json"),
            CheckMemory(self.root / ".cache" / "checked.json"),
            self.kept if site == "site" else self.root / ".cache" / "others.json",
            current=current,
        )
        updated, address = date(2026, 1, 2), "https://example.org/"
        publish(project, MKDOCS, updated=updated, address=address, generated=generated, kept=kept)

    def made_anew(self) -> set[str]:
        """Publishes what changed, then everything elsewhere, which has to be the same; the pages that were made."""
        before = {name: path.stat().st_ino for name, path in files.tree(self.site).items()}
        held = shutil.copytree(self.site, self.root / "held", copy_function=os.link)  # or inodes would come again
        self.publish()
        self.publish("full", current=False)
        assert _bytes(self.site) == _bytes(self.root / "full")
        shutil.rmtree(held)
        pages = {files.published(name) for name in files.tree(self.docs) if name.endswith(".md")}
        return {name for name in pages if (self.site / name).stat().st_ino != before.get(name)}

    def write(self, name: str, text: str) -> None:
        files.write(self.docs / name, text.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.docs / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))


def _bytes(site: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.tree(site).items()}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publisher_process, "build", in_this_process)
        root = built_bakery(tmp_path_factory.mktemp("renewed") / "project").root
        shutil.rmtree(root / "site")
        Renewed(root).publish(current=False)
    return root


@pytest.fixture
def site(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Renewed:
    monkeypatch.setattr(publisher_process, "build", in_this_process)
    return Renewed(Path(shutil.copytree(published, tmp_path / "project")))


SOME: dict[str, tuple[Change, set[str]]] = {
    "a page less in the search": (
        lambda site: site.write(PAGE, f"---\nsearch: {{exclude: true}}\n{_text(site)[4:]}"),
        {"roles/baker/index.html"},
    ),
    "a heading and its search": (
        lambda site: site.write(PAGE, _text(site) + "\n## More\n\nOnce *more*.\n"),
        {"roles/baker/index.html"},
    ),
    "a page and a picture more": (
        lambda site: (site.write("more.md", f"![It]({PICTURE})\n"), site.write(PICTURE, SVG.format(3))),
        {"more/index.html"},
    ),
    "another entry of the search": (
        lambda site: site.write("search.json", json.dumps([{"location": "#x", "title": "X", "text": "Y"}])),
        set(),
    ),
    "a page by hand": (lambda site: site.write("notes.md", "# Notes\n\nOther ones.\n"), {"notes/index.html"}),
    "nothing": (lambda site: None, set()),
}


def _text(site: Renewed) -> str:
    return (site.docs / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SOME)
def test_only_what_changed_is_made_and_all_is_the_same(site: Renewed, name: str) -> None:
    change, pages = SOME[name]
    change(site)
    assert site.made_anew() == pages


def test_what_is_gone_is_gone(site: Renewed) -> None:
    site.write("more.md", f"# More\n\n![It]({PICTURE})\n")
    site.write(PICTURE, SVG.format(3))
    site.publish()
    files.remove(site.docs, ["more.md", PICTURE])
    assert site.made_anew() == set()
    assert not (site.site / "more").exists()
    assert not (site.site / PICTURE).exists()


IN_DOUBT: dict[str, Change] = {
    "the navigation": lambda site: site.replace("nav.yml", "Home", "Begin"),
    "a title that other pages show": lambda site: site.write(PAGE, f"---\nicon: material/star\n{_text(site)[4:]}"),
    "a page that was not made": lambda site: (site.site / "roles" / "baker" / "index.html").unlink(),
}


@pytest.mark.parametrize("name", IN_DOUBT)
def test_whatever_is_in_doubt_is_made_anew(site: Renewed, name: str) -> None:
    IN_DOUBT[name](site)
    assert site.made_anew() == {files.published(name) for name in files.tree(site.docs) if name.endswith(".md")}


def test_a_page_that_others_lead_to_and_is_gone_is_told_as_ever(site: Renewed) -> None:
    before = _bytes(site.site)
    files.remove(site.docs, [PAGE])
    with pytest.raises(OutputError, match="MkDocs could not build the site"):
        site.publish()
    assert _bytes(site.site) == before


# --- files by a second name -------------------------------------------------------------------------------------------


def test_what_no_hand_wrote_is_the_same_file_in_docs_and_site(site: Renewed) -> None:
    site.publish()
    assert (site.site / "data" / "model.json").samefile(site.docs / "data" / "model.json")


def test_what_a_hand_wrote_is_a_file_of_its_own(site: Renewed) -> None:
    site.write("mine.txt", "one")
    site.publish(by_hand={"notes.md", "mine.txt"})
    (site.docs / "mine.txt").write_text("two")
    assert (site.site / "mine.txt").read_text() == "one"


def test_a_file_of_the_theme_that_was_hidden_by_another_one_comes_back(site: Renewed) -> None:
    (bundle,) = site.site.glob("assets/javascripts/bundle.*.js")
    name = bundle.relative_to(site.site).as_posix()
    site.write(name, "ours")
    site.publish()
    files.remove(site.docs, [name])
    assert site.made_anew() == set()
    assert bundle.read_text(encoding="utf-8") != "ours"


def test_the_published_site_stays_when_docs_are_written_anew(site: Renewed) -> None:
    site.publish()
    before = _bytes(site.site)
    for name, path in files.tree(site.docs).items():
        files.write(path, b"another " + name.encode())
    assert _bytes(site.site) == before


def test_the_old_site_stays_while_the_new_one_is_made(site: Renewed) -> None:
    held = Path(shutil.copytree(site.site, site.root / "held", copy_function=os.link))
    before = _bytes(held)
    site.write(PAGE, _text(site) + "\nOnce more.\n")
    site.replace("nav.yml", "Home", "Begin")
    site.publish()
    assert _bytes(held) == before


def test_a_file_system_without_second_names_gets_copies(site: Renewed, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    site.write(PAGE, _text(site) + "\nOnce more.\n")
    monkeypatch.setattr(os, "link", refuse)
    site.publish()
    monkeypatch.undo()
    assert "Once more." in (site.site / "roles" / "baker" / "index.html").read_text(encoding="utf-8")
    assert not (site.site / "data" / "model.json").samefile(site.docs / "data" / "model.json")


# --- what is not known ------------------------------------------------------------------------------------------------


UNKNOWN = {
    "a plugin": ("  - search\n", "  - search\n  - tags\n"),
    "an extension that reads files": ("  - tables\n", "  - tables\n  - pymdownx.snippets\n"),
    "a template of pages": ("site_dir: site\n", "site_dir: site\nextra_templates: [assets/robots.html]\n"),
    "a hook": ("site_dir: site\n", "site_dir: site\nhooks: [hook.py]\n"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_where_something_unknown_takes_part_nothing_is_kept_and_everything_copied(site: Renewed, name: str) -> None:
    (site.root / "hook.py").write_text("")
    site.write("assets/robots.html", "robots")
    replace(site.root / "mkdocs.yml", *UNKNOWN[name])
    site.publish()
    assert not site.kept.exists()
    assert not (site.site / "data" / "model.json").samefile(site.docs / "data" / "model.json")


@pytest.mark.parametrize(
    ("text", "known"), [("<p>{{ page.title }}</p>", True), ("{% for each in pages %}{% endfor %}", False)]
)
def test_a_template_that_sees_other_pages_is_not_known(tmp_path: Path, text: str, known: bool) -> None:
    files.write(tmp_path / "partials" / "copyright.html", text.encode())
    assert mkdocs_renewal._are_known_templates([tmp_path, ROOT / "overrides"]) is known
