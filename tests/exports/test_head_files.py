"""What a page's head names: the manifest, the icons of pixels, the feed."""

from __future__ import annotations

import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest
from PIL import Image
from samples import sample

from generator.exports import ICON
from generator.exports.artifacts import Artifacts
from generator.exports.feed import export as feed
from generator.exports.icons import ICONS, MANIFEST, TOUCH_ICON, export
from generator.model.schema import Change, Model
from generator.model.text import Prose, Text

ATOM = "{http://www.w3.org/2005/Atom}"


def png(side: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (side, side), "#0B6B6B").save(data, "PNG")
    return data.getvalue()


def with_changes(**days: str) -> Model:
    changes = {
        id.replace("_", "-"): Change(
            title=Text(f"{id} <b> & more"), day=date.fromisoformat(day), text=Prose("One.\n\nTwo & three.")
        )
        for id, day in days.items()
    }
    return sample().model_copy(update={"changes": changes})


def test_the_manifest_names_the_site_its_colours_and_icons_that_are_there(model: Model) -> None:
    made = dict(export(Artifacts(model, (), {}, {}, {}, {side: png(side) for side in (180, 192, 512, 48)})))
    assert set(made) == {*ICONS, MANIFEST}
    told = json.loads(made[MANIFEST])
    assert (told["name"], told["theme_color"]) == ("Visavis", model.palette.neutral.light.ground)
    assert told["start_url"] == told["scope"] == "./"
    (svg, *pixels) = told["icons"]
    assert svg["src"] == ICON
    for icon in pixels:
        width, height = Image.open(io.BytesIO(made[icon["src"]])).size
        assert icon["sizes"] == f"{width}x{height}"
    assert {icon["sizes"] for icon in pixels} == {"192x192", "512x512"}
    assert Image.open(io.BytesIO(made[TOUCH_ICON])).size == (180, 180)


def test_the_old_icon_holds_the_same_pixels(model: Model) -> None:
    made = dict(export(Artifacts(model, (), {}, {}, {}, {48: png(48)})))
    icon = Image.open(io.BytesIO(made["favicon.ico"]))
    assert (icon.format, icon.size, icon.convert("RGB").getpixel((9, 9))) == ("ICO", (48, 48), (0x0B, 0x6B, 0x6B))


def test_without_icons_the_manifest_names_the_logo_alone(model: Model) -> None:
    made = dict(export(Artifacts(model, (), {}, {})))
    assert set(made) == {MANIFEST}
    assert [icon["src"] for icon in json.loads(made[MANIFEST])["icons"]] == [ICON]


def test_without_changes_there_is_no_feed() -> None:
    assert list(feed(Artifacts(sample(), (), {}, {}))) == []


def test_the_feed_tells_every_change_the_latest_first() -> None:
    model = with_changes(first="2026-01-05", third="2026-03-01", second="2026-02-28", third_too="2026-03-01")
    ((path, data),) = feed(Artifacts(model, (), {}, {}))
    root = ElementTree.fromstring(data)
    assert (path, root.tag) == ("feed.xml", f"{ATOM}feed")
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        f"{id} <b> & more" for id in ("third", "third_too", "second", "first")
    ]
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2026-03-01T00:00:00Z"
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == 4
    assert ids[1] == model.site.address("changes/") + "#change-third-too"
    assert entries[0].findtext(f"{ATOM}content") == "One.\n\nTwo & three."
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": model.site.address("feed.xml"), "alternate": model.site.address("changes/")}


@pytest.mark.parametrize("missing", ["title", "day", "text"])
def test_a_change_says_what_when_and_how(missing: str) -> None:
    told = {"title": "A change", "day": "2026-01-05", "text": "What is different."}
    with pytest.raises(ValueError, match=missing):
        Change.model_validate({name: value for name, value in told.items() if name != missing})
