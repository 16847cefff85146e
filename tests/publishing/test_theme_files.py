"""Of what the theme ships, a site keeps what its pages load."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import files
from generator.publishing.theme_files import remove_unloaded

LUNR = "assets/javascripts/lunr"
SCRIPT, SHEET = "assets/javascripts/bundle.js", "assets/stylesheets/main.css"
WORKER = "assets/javascripts/workers/search.0a1b2c3d.min.js"
PALETTE = "assets/stylesheets/palette.0a1b2c3d.min.css"
ICON = "assets/images/favicon.png"
RULES = {"tinyseg.js", "wordcut.js", *(f"min/lunr.{name}.min.js" for name in ("stemmer.support", "multi", "de", "ja"))}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (SCRIPT, f"{SCRIPT}.map", SHEET, f"{SHEET}.map", *(f"{LUNR}/{rule}" for rule in RULES)):
        files.write(tmp_path / "site" / name, b"x")
    return tmp_path / "site"


def left(site: Path, index: object) -> set[str]:
    """What is left of a site with this index, as far as its assets go."""
    files.write(site / "search" / "search_index.json", json.dumps(index).encode())
    remove_unloaded(site.with_name("docs"), site)
    return {name for name in files.tree(site) if name.startswith("assets/")}


def test_an_english_site_has_no_rules_and_no_maps(site: Path) -> None:
    assert left(site, {"config": {"lang": ["en"]}}) == {SCRIPT, SHEET}
    assert not (site / LUNR).exists()


@pytest.mark.parametrize(
    ("languages", "kept"),
    [
        (["de"], {"min/lunr.de.min.js"}),
        (["en", "ja"], {"min/lunr.ja.min.js", "tinyseg.js"}),
    ],
)
def test_other_languages_keep_their_rules(site: Path, languages: list[str], kept: set[str]) -> None:
    shared = {"min/lunr.stemmer.support.min.js", "min/lunr.multi.min.js"}
    assert left(site, {"config": {"lang": languages}}) == {SCRIPT, SHEET, *(f"{LUNR}/{rule}" for rule in kept | shared)}


@pytest.mark.parametrize("index", [[], {}, {"config": []}, {"config": {"lang": "en"}}, "no index"])
def test_what_nobody_knows_stays(site: Path, index: object) -> None:
    assert left(site, index) == {SCRIPT, SHEET, *(f"{LUNR}/{rule}" for rule in RULES)}


def test_without_a_search_all_stays(site: Path) -> None:
    remove_unloaded(site.with_name("docs"), site)
    assert (site / LUNR / "wordcut.js").exists()


def test_what_was_written_by_hand_stays(site: Path) -> None:
    files.write(site.with_name("docs") / f"{SCRIPT}.map", b"mine")
    assert f"{SCRIPT}.map" in left(site, {"config": {"lang": ["en"]}})


@pytest.fixture
def named(site: Path) -> Path:
    """The site with a worker, a style sheet and an icon that its pages name."""
    for name in (WORKER, PALETTE, ICON):
        files.write(site / name, b"x")
    for page, name in (("index.html", PALETTE), ("about/index.html", f"../{ICON}"), ("404.html", WORKER)):
        files.write(site / page, name.encode())
    return site


def test_what_a_page_names_stays(named: Path) -> None:
    assert left(named, {"config": {"lang": ["en"]}}) == {SCRIPT, SHEET, WORKER, PALETTE, ICON}


def test_what_no_page_names_goes(named: Path) -> None:
    files.write(named / "about/index.html", b"")
    (named / "index.html").unlink()
    assert left(named, {"config": {"lang": ["en"]}}) == {SCRIPT, SHEET, WORKER}
    assert not (named / "assets/images").exists()


def test_without_the_theme_s_search_no_language_has_rules(named: Path) -> None:
    files.write(named / "404.html", b"")
    kept = left(named, {"config": {"lang": ["de", "ja"]}})
    assert kept == {SCRIPT, SHEET, PALETTE, ICON}
    assert not (named / LUNR).exists()
    assert not (named / "assets/javascripts/workers").exists()


def test_what_no_page_names_stays_if_it_was_written_by_hand(named: Path) -> None:
    files.write(named / "404.html", b"")
    files.write(named.with_name("docs") / WORKER, b"mine")
    assert WORKER in left(named, {"config": {"lang": ["en"]}})
