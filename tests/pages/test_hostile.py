"""Hostile words, published by MkDocs with the project's own configuration: all are shown, none does anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from samples import picture, sample

from generator.exports import Artifacts
from generator.exports.styles import export
from generator.pages.render import render

ROOT = Path(__file__).parents[2]
VENOM = (
    '<x-evil a="b"> </div> <script>evil()</script> &amp; &#42; & *a* _b_ `c` [d](e) ![f](g) :smile: :material-hammer: '
    "{: .h } {#i} | j | \"k\" 'l' \\m <!-- n --> {{ o }} {% p %} <https://q.example> -- ... $r$ [^s] ~~t~~ é漢"
)
STARTS = ("# ", "- ", "1. ", "> ", "!!! ", ": ", "| ", "``` ", "--- ", "=== ", "[a]: ", "*[a]: ", "")


def hostile(words: str) -> str:
    return f"{STARTS[sum(map(ord, words)) % len(STARTS)]}{words} {VENOM}"


@dataclass
class Reading(HTMLParser):
    """What a page shows and what it is made of."""

    text: str = ""
    title: str = ""
    tags: set[str] = field(default_factory=set)
    values: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append(tag)
        self.tags.add(tag)
        self.values += [value or "" for _, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.addresses += [value or "" for name, value in attrs if name in ("src", "srcset")]
        self.addresses += [dict(attrs).get("href") or ""] if tag == "link" and ("rel", "stylesheet") in attrs else []

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "script" in self.stack or "style" in self.stack:
            return
        if "title" in self.stack:
            self.title += data
        self.text += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two hostile comparisons, one of four roles."""
    root = tmp_path_factory.mktemp("hostile")
    docs = root / "docs"
    docs.mkdir()
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    model = sample(hostile, comparisons=(("baker", "miller", "carter", "smith"), ("miller", "smith")))
    pictures = (picture(hostile), picture(hostile, "craft-2"))
    texts = dict(export(Artifacts(model, pictures, {}, {})))
    texts |= {path: text.encode() for path, text in render(model, pictures, (), texts).items()}
    texts |= {file.path: b"" for each in pictures for file in each.files}
    for path, data in texts.items():
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VISAVIS_")}
    environment["NO_MKDOCS_2_WARNING"] = "true"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    return root / "site"


def _read(page: Path) -> Reading:
    reading = Reading()
    reading.feed(page.read_text(encoding="utf-8"))
    reading.text = " ".join(reading.text.split())
    return reading


@pytest.mark.slow
@pytest.mark.xdist_group("pages-site")
def test_nothing_typed_becomes_markup(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 25
    for page in pages:
        reading = _read(page)
        assert "x-evil" not in reading.tags, page
        assert not reading.tags & {"em", "del", "blockquote"}, page
        assert not [value for value in reading.values if value in ("e", "g", "h", "i")], page
        assert not [value for value in reading.addresses if "//" in value], page


@pytest.mark.slow
@pytest.mark.xdist_group("pages-site")
def test_every_id_stands_once_on_its_page(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        ids = _read(page).ids
        assert len(ids) == len(set(ids)), page


@pytest.mark.slow
@pytest.mark.xdist_group("pages-site")
@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("index.html", "craft-1 title|scale|baker tagline|smith lead title|shared short|topic overview|craft-2 name"),
        ("craft-1/index.html", "craft-1 name|second paragraph|dimension question|carter detail|shared skill"),
        ("craft-1/overview/index.html", "topic title overview|miller headline|baker point text|differs overview"),
        (
            "craft-1/metrics/index.html",
            "metric formula|metric reading|smith metric use|together metrics|cell",
        ),
        ("craft-1/partners/index.html", "carter gives|smith gets|item name"),
        ("craft-1/skills/index.html", "skill definition|smith skill use|shared skill"),
        ("craft-1/career/index.html", "baker leans|smith step next|carter step text now|move craft-1"),
        ("craft-2/guide/index.html", "question|why|answer 0|so 3|verdict miller|verdict of all text|smith sign"),
        (
            "roles/baker/index.html",
            "baker summary|baker duty text|account definition|baker fit text|baker headline|move craft-1",
        ),
        ("glossary/index.html", "term oven|other name|definition"),
        ("sources/index.html", "source title|publisher|reason smith|scale|low"),
        ("infographics/craft-1-sketch/index.html", "picture title|alt|picture description|column one|row|cell"),
    ],
)
def test_everything_shows_as_typed(site: Path, page: str, names: str) -> None:
    reading = _read(site / page)
    for name in names.split("|"):
        assert " ".join(hostile(name).split()) in reading.text, name


@pytest.mark.slow
@pytest.mark.xdist_group("pages-site")
def test_titles_and_attributes_show_as_typed(site: Path) -> None:
    reading = _read(site / "craft-1/overview/index.html")
    assert hostile("topic title overview") in reading.title
    assert hostile("topic text overview") in reading.values
    assert hostile("alt") in reading.values


@pytest.mark.slow
@pytest.mark.xdist_group("pages-site")
def test_the_page_for_a_wrong_address_leads_back(site: Path) -> None:
    reading = _read(site / "404.html")
    assert "There is no page at this address" in reading.text
    assert "/side/glossary/" in reading.values
