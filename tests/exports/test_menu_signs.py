"""The signs of the menu: one file, of which the style sheet shows each entry its own part."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

from samples import picture, sample

from generator.brand import outline
from generator.exports import export_all
from generator.exports.artifacts import Artifacts
from generator.exports.styles.menu_signs import export, signs
from generator.infographics import all_kinds
from generator.model import Model

SVG = "{http://www.w3.org/2000/svg}"


def artifacts() -> Artifacts:
    """A site with one picture of each kind."""
    one = picture()
    painted = {file.path: b"" for file in one.files}
    return Artifacts(sample(), tuple(replace(one, kind=kind) for kind in all_kinds()), {}, painted)


def everything() -> dict[str, str]:
    made = export_all(artifacts())
    return {path: data.decode() for path, data in made.items() if path.startswith("assets/stylesheets/")}


def test_every_kind_of_picture_that_is_shown_has_a_sign_and_the_page_of_slides_too() -> None:
    assert set(signs(artifacts())) == {*all_kinds(), "slides"}
    some = replace(artifacts(), pictures=(replace(picture(), kind="decision-tree"),))
    assert set(signs(some)) == {"decision-tree", "slides"}


def test_the_style_sheet_shows_each_entry_its_own_icon() -> None:
    made = everything()
    (path,) = (path for path in made if path.endswith(".svg"))
    sheet = made[next(path for path in made if "/visavis-" in path)]
    assert f'url("{path.rpartition("/")[2]}")' in sheet
    root = ElementTree.fromstring(made[path])
    drawn = {int(part.get("y", "")) // 24: part[0].get("d") for part in root.findall(f"{SVG}svg")}
    places = dict(re.findall(r"\.menu-sign--([a-z-]+) \{\s*--sign: (\d+);", sheet))
    assert root.get("viewBox") == f"0 0 24 {24 * len(drawn)}"
    assert f"--signs: {len(drawn)};" in sheet
    assert {name: drawn[int(place)] for name, place in places.items()} == {
        name: outline(icon)[0] for name, icon in signs(artifacts()).items()
    }


def test_a_site_without_pictures_has_no_such_file(model: Model) -> None:
    assert list(export(Artifacts(model, (), {}, {}))) == []
