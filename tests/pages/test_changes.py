"""What changed: a picture as it was, beside it as it was after that change and not after a later one."""

from __future__ import annotations

import html
import re

from samples import picture, sample

from generator.exports.artifacts import Artifacts
from generator.exports.kept_pictures import export
from generator.model import Model
from generator.model.schema import Change, ChangedPicture
from generator.pages import render

SPECIAL = '<b>"&'


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")


KEPT = {"old.png": png(360, 900), "middle.png": png(361, 901)}


def changed(**pictures: str) -> Model:
    """A change a picture, the earliest first."""
    changes = {
        id: Change.model_validate(
            {
                "title": id,
                "day": f"2026-01-0{day}",
                "text": "Text.",
                "pictures": [{"kind": "sketch", "before": name, "alt": f"{name} {SPECIAL}"}],
            }
        )
        for day, (id, name) in enumerate(pictures.items(), 1)
    }
    return sample().model_copy(update={"changes": changes})


def images(model: Model) -> list[tuple[str, str, str, str, str, str]]:
    """Of each picture on the page what is said above it, where it leads, its file, its size and its words."""
    files = dict(export(Artifacts(model, (), {}, {}, kept=KEPT)))
    text = render(model, (picture(),), files=files)["changes/index.md"]
    pattern = (
        r'<figcaption>(\w+)</figcaption>\s*<a href="([^"]+)" data-title="[^"]+">'
        r'<img src="([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]+)" loading="lazy"'
    )
    return re.findall(pattern, text)


def test_a_picture_stands_beside_the_one_of_today() -> None:
    before, now = images(changed(first="old.png"))
    assert before[:5] == ("Before", "old.png", "old.png", "360", "900")
    assert html.unescape(before[5]) == f"old.png {SPECIAL}"
    page = "../infographics/craft-1-sketch"
    assert now == ("Now", f"{page}/", f"{page}/craft-1-sketch-phone-light.svg", "360", "1200", "alt")


def test_what_a_change_made_is_what_the_next_one_kept() -> None:
    found = images(changed(first="old.png", second="middle.png"))
    assert [(each[0], each[2].rpartition("/")[2]) for each in found] == [
        ("Before", "middle.png"),
        ("Now", "craft-1-sketch-phone-light.svg"),
        ("Before", "old.png"),
        ("After", "middle.png"),
    ]
    assert found[3][1:] == ("middle.png", "middle.png", "361", "901", found[0][5])


def test_a_change_without_pictures_shows_none() -> None:
    model = changed(first="old.png")
    plain = {id: change.model_copy(update={"pictures": ()}) for id, change in model.changes.items()}
    assert images(model.model_copy(update={"changes": plain})) == []


def test_only_files_that_a_change_names_are_published_each_once() -> None:
    made = list(export(Artifacts(changed(first="old.png", second="old.png"), (), {}, {}, kept=KEPT)))
    assert made == [("changes/old.png", KEPT["old.png"])]


def test_a_picture_of_the_home_page_needs_no_comparison() -> None:
    named = ChangedPicture.model_validate(
        {"kind": "sketch", "comparison": "craft-1", "before": "old.png", "alt": "Old."}
    )
    model = changed(first="old.png")
    change = model.changes["first"].model_copy(update={"pictures": (named,)})
    assert len(images(model.model_copy(update={"changes": {"first": change}}))) == 2
