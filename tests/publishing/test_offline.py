"""The site without a server: made of the finished one, the same each time, and nowhere where it could do harm."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from projects import Sandbox, built, snapshot, without_mkdocs, without_painting

from generator import files
from generator.frontend import SCRIPTS, policy
from generator.problems import OutputError
from generator.publishers import MKDOCS
from generator.publishing import search_index
from generator.publishing.offline import page, scripts, styles
from generator.publishing.offline.links import Links, page_of
from generator.publishing.offline.site import offline
from generator.publishing.offline.write import folder_name

ADDRESS = "https://example.org/compare/"
LINKS = Links(
    {"index.html", "roles/a b/index.html", "roles/index.html", "a.svg"}, {"a.png", "embed/a/index.html"}, ADDRESS
)


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A small project that has been built; MkDocs and painting take no part."""
    without_mkdocs(monkeypatch)
    without_painting(monkeypatch)
    return built(tmp_path / "project")


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("..", "../index.html"),
        ("../", "../index.html"),
        (".", "index.html"),
        ("./?only=1#a", "index.html?only=1#a"),
        ("a%20b/#x", "a%20b/index.html#x"),
        ("../roles", "../roles/index.html"),
        ("../a.svg", "../a.svg"),
        ("../a.png", ADDRESS + "a.png"),
        ("../embed/a/?x", ADDRESS + "embed/a/?x"),
        ("../nothing/", "../nothing/"),
        ("../../beyond/", "../../beyond/"),
        ("#part", "#part"),
        ("?h=word", "?h=word"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//example.org/a.png", "//example.org/a.png"),
        ("data:,", "data:,"),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_published_site(link: str, leads: str) -> None:
    assert LINKS.of("roles/index.html", link) == leads


@pytest.mark.parametrize(
    ("location", "file"), [("", "index.html"), ("#a", "index.html#a"), ("a/#b", "a/index.html#b"), ("a.html", "a.html")]
)
def test_the_search_leads_to_files(location: str, file: str) -> None:
    assert page_of(location) == file


def converted(text: str) -> str:
    return page.converted(text, link=lambda link: f"<{link}>", prefix=lambda start: f"({start})", script="<script one>")


@pytest.mark.parametrize(
    ("tag", "becomes"),
    [
        ('<a class="x" href="a/?b&amp;c">', '<a class="x" href="&lt;a/?b&amp;c&gt;">'),
        ("<a href=a title=it's>", '<a href="&lt;a&gt;" title=it\'s>'),
        ("<A HREF='a'>", '<A HREF="&lt;a&gt;">'),
        ('<img srcset="a 1x, b 2x">', '<img srcset="&lt;a&gt; 1x, &lt;b&gt; 2x">'),
        ('<img alt="href=&quot;a&quot;">', '<img alt="href=&quot;a&quot;">'),
        ('<div data-base="a-" data-text="b">', '<div data-base="(a-)" data-text="b">'),
        ('<script data-base="..">', '<script one><script data-base="..">'),
        ('<script src="a" type="module">', '<script src="&lt;a&gt;" defer>'),
        ('<script type="application/json">', '<script type="application/json">'),
        ('<link rel="canonical" href="a">', '<link rel="canonical" href="a">'),
        ('<link rel="manifest" href="a">', ""),
        ('<link rel="preload" href="a" as="font" crossorigin>', ""),
        ('<meta http-equiv="refresh" content="0; url=a">', '<meta http-equiv="refresh" content="0; url=&lt;a&gt;">'),
        ('<meta name="description" content="0; url=a">', '<meta name="description" content="0; url=a">'),
    ],
)  # fmt: skip
def test_of_a_page_only_tags_change_that_have_to(tag: str, becomes: str) -> None:
    before = "<!doctype html>\r\n<p title='>'>&lt;a href=&quot;b&quot;&gt; é 😀\n<script>'<a href=\"b\">'</script>"
    after = "\n<!-- <a href=b> -->"
    assert converted(before + tag + after) == before + becomes + after


def test_the_policy_lets_through_what_it_did_but_nothing_is_fetched() -> None:
    new = converted(f'<meta http-equiv="Content-Security-Policy" content="{policy()}">')
    left = new.partition('content="')[2].rstrip('">').split("; ")
    gone = [part.split()[0] for part in policy().split("; ") if part not in left]
    assert gone == ["connect-src", "manifest-src", "worker-src"]
    assert left[0] == "default-src 'none'"
    assert set(left) < set(policy().split("; "))


def test_what_scripts_do_otherwise_stands_in_them() -> None:
    texts = "".join(path.read_text("utf-8") for path in SCRIPTS.glob("*.js"))
    assert [old for old in scripts.CHANGED if old not in texts] == []


def test_a_module_that_needs_others_is_not_broken() -> None:
    assert scripts.classic('import { a } from "./b.js"\na()') == 'import { a } from "./b.js"\na()'
    assert scripts.classic("import(a)").splitlines() == ["(() => {", '"use strict"', "__offline.load(a)", "})()"]


def test_an_index_in_parts_is_whole(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [{"location": "a/#b", "title": "A", "text": "word"}, {"location": "c/", "title": "C", "text": ""}]
    index = json.dumps({"config": {"lang": ["en"]}, "docs": entries}).encode()
    files.write(sandbox.site / "search" / "search_index.json", index)
    whole = offline(sandbox.site, whole=True)
    monkeypatch.setattr(search_index, "LARGE", 0)
    search_index.split(sandbox.site, MKDOCS)
    assert [name for name in files.tree(sandbox.site) if name.endswith("/words.json")]
    in_parts = offline(sandbox.site, whole=True)
    assert b'"location":"a/index.html#b"' in in_parts.made["search/search_index.js"]
    assert (in_parts.made, in_parts.kept) == (whole.made, whole.kept)


def test_masks_stand_in_the_sheet_and_other_pictures_stay() -> None:
    drawn = 'f{mask: url("data:image/svg+xml,g.svg")}'
    sheet = 'a{mask-image: url("b.svg")}c{background: url("b.svg")}d{mask:url(e.svg)}' + drawn
    found = styles.with_masks(sheet, {"b.svg": b"<svg/>"}.get)
    assert found == sheet.replace('"b.svg"', '"data:image/svg+xml;base64,PHN2Zy8+"', 1)


def test_a_zip_tells_its_day_and_is_the_same_each_time() -> None:
    entries = [("a/ö.html", b"<p>" * 1000), ("a/b", b"")]
    data = files.packed(iter(entries), date(2026, 2, 3))
    assert data == files.packed(entries, date(2026, 2, 3))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert [(entry.filename, archive.read(entry)) for entry in archive.infolist()] == entries
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 2, 3, 0, 0, 0)}


@pytest.mark.parametrize(
    ("title", "name"), [("Roles, side by side!", "roles-side-by-side"), ("…", "site"), ("Bäcker", "bäcker")]
)
def test_the_folder_in_the_zip_is_named_by_the_site(title: str, name: str) -> None:
    assert folder_name(title) == name


def test_what_is_no_site_cannot_be_taken_along(tmp_path: Path) -> None:
    files.write(tmp_path / "index.html", b"")
    with pytest.raises(OutputError, match="is not in the site"):
        offline(tmp_path, whole=True)


def test_a_build_writes_the_site_without_a_server_beside_the_published_one(sandbox: Sandbox) -> None:
    before = snapshot(sandbox.site)
    done = sandbox.run("build", "--offline")
    assert done.exit_code == 0, done.output
    assert "Nothing changed. Without a server: site-offline/index.html." in done.stdout
    assert snapshot(sandbox.site) == before
    folder = sandbox.root / "site-offline"
    assert {"index.html", "data/model.json", "assets/fonts/LICENSE.txt"} <= files.tree(folder).keys()
    assert not {"_headers", "404.html", "data/build.json"} & files.tree(folder).keys()
    first = {name: path.read_bytes() for name, path in files.tree(folder).items()}
    assert any(name.endswith(".png") for name in first)
    assert sandbox.run("build", "--offline").exit_code == 0
    assert first == {name: path.read_bytes() for name, path in files.tree(folder).items()}
    assert [path.name for path in sandbox.root.iterdir() if path.name.startswith(".site")] == []


def test_site_decides_where(sandbox: Sandbox) -> None:
    assert sandbox.run("build", "--offline", "--site", "public/pages").exit_code == 0
    assert (sandbox.root / "public" / "pages-offline" / "data" / "model.json").is_file()


def test_a_zip_has_what_pages_show_and_the_data(sandbox: Sandbox) -> None:
    assert sandbox.run("build", "--offline", "--zip").exit_code == 0
    assert not (sandbox.root / "site-offline").exists()
    with zipfile.ZipFile(sandbox.root / "site-offline.zip") as archive:
        names = set(archive.namelist())
    assert {"site-offline/data/model.json", "site-offline/data/kam-vs-tm.csv"} < names
    assert not [name for name in names if name.endswith((".pdf", ".pptx", ".zip"))]


def test_a_folder_of_somebody_else_is_left_alone(sandbox: Sandbox) -> None:
    files.write(sandbox.root / "site-offline" / "mine.txt", b"")
    done = sandbox.run("build", "--offline")
    assert (done.exit_code, "site-offline: holds files that Visavis did not publish" in done.stderr) == (2, True)
    assert (sandbox.root / "site-offline" / "mine.txt").is_file()


@pytest.mark.parametrize("options", [("--offline", "--no-publish"), ("--zip",)])
def test_what_makes_no_sense_is_refused(sandbox: Sandbox, options: tuple[str, ...]) -> None:
    assert sandbox.run("build", *options).exit_code == 2


def test_a_site_offers_itself_when_it_is_told_to(sandbox: Sandbox) -> None:
    model = (sandbox.site / "data" / "model.json").read_bytes()
    sandbox.edit("site.yml", "\n", "\noffline: true\n")
    assert sandbox.run("build").exit_code == 0
    assert (sandbox.site / "data" / "model.json").read_bytes() == model  # no part of the content
    listed = {entry["path"] for entry in json.loads((sandbox.site / "data" / "build.json").read_bytes())["files"]}
    assert "offline.zip" in listed
    assert "offline.zip" in (sandbox.site / "sources" / "index.html").read_text("utf-8")
    assert f"{ADDRESS}offline.zip" in (sandbox.site / "llms.txt").read_text("utf-8")
    with zipfile.ZipFile(sandbox.site / "offline.zip") as archive:
        assert {re.sub("/.*", "", name) for name in archive.namelist()} == {"visavis"}
        assert "visavis/offline.zip" not in archive.namelist()


def test_the_zip_is_the_same_whoever_asks_for_it(sandbox: Sandbox) -> None:
    sandbox.edit("site.yml", "\n", "\noffline: true\n")
    assert sandbox.run("build", "--offline", "--zip").exit_code == 0
    assert contents(sandbox.root / "site-offline.zip") == contents(sandbox.site / "offline.zip")


def test_what_is_added_to_a_site_at_last_is_linked_as_if_it_were_there(tmp_path: Path) -> None:
    files.write(
        tmp_path / "data" / "model.json", b'{"site": {"url": "https://example.org/a", "updated": "2026-01-02"}}'
    )
    files.write(tmp_path / "index.html", b'<a href="offline.zip">')
    made = offline(tmp_path, whole=False).made
    assert made["index.html"] == b'<a href="https://example.org/a/offline.zip">'


def contents(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
