"""Colour is never the only sign, and what carries meaning stands out: rendered in grey and as others see it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy
import pytest
from projects import BRAND

from generator.infographics import drawing
from generator.infographics.drawing import Drawing
from generator.layout.frame import Block, Item, Line, Shape, Spot
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts
from generator.model import colour_values
from generator.model.contrast import ratio
from generator.model.schema import Palette
from generator.model.view import View
from generator.painting import raster
from generator.painting.job import Job
from infographics.conftest import Shown, shown, view_of

FONTS = Fonts(BRAND)
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SEEN_BY = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
# Ottosson's OKLab: a difference of 0.02 is just noticed by most.
_TO_CONES = [[0.4122215, 0.5363325, 0.051446], [0.2119035, 0.6806995, 0.107397], [0.0883025, 0.2817188, 0.6299787]]
_TO_LAB = [[0.2104543, 0.7936178, -0.004072], [1.9779985, -2.4285922, 0.4505937], [0.025904, 0.7827718, -0.8086758]]
NOTICED = 0.05


def linear(colour: str) -> Any:
    channels = numpy.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    return numpy.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light: Any) -> Any:
    return numpy.array(_TO_LAB) @ numpy.cbrt(numpy.array(_TO_CONES) @ numpy.clip(light, 0, 1))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_roles_and_what_they_share_keep_apart_for_every_kind_of_eye(eyes: str, theme: str) -> None:
    palette = view_of("flagship").model.palette
    swatches = {"shared": palette.shared, **palette.hues}
    seen = {name: lab(numpy.array(SEEN_BY[eyes]) @ linear(getattr(s, theme).solid)) for name, s in swatches.items()}
    for one, other in itertools.combinations(seen, 2):
        assert numpy.linalg.norm(seen[one] - seen[other]) > NOTICED, (one, other)


def test_the_measure_of_difference_tells_equal_from_unequal() -> None:
    assert numpy.linalg.norm(lab(linear("#FFFFFF")) - lab(linear("#FFFFFF"))) < 1e-9
    assert numpy.linalg.norm(lab(linear("#FFFFFF")) - lab(linear("#000000"))) == pytest.approx(1.0, abs=0.01)
    red, green = (numpy.array(SEEN_BY["deuteranopia"]) @ linear(colour) for colour in ("#B4594A", "#7A7640"))
    assert numpy.linalg.norm(lab(red) - lab(green)) < 0.6 * numpy.linalg.norm(
        lab(linear("#B4594A")) - lab(linear("#7A7640"))
    )


def without_hues(view: View, turned: int) -> View:
    """The comparison in one hue for all roles, with each role's marker handed on to the next so many times."""
    palette, hues = view.model.palette, [compared.role.hue for compared in view.roles]
    first = palette.hues[hues[0]]
    markers = [palette.hues[hues[(place + turned) % len(hues)]].marker for place in range(len(hues))]
    swatches = {hue: first.model_copy(update={"marker": marker}) for hue, marker in zip(hues, markers, strict=True)}
    grey: Palette = palette.model_copy(update={"hues": {**palette.hues, **swatches}})
    model = view.model.model_copy(update={"palette": grey})
    roles = tuple(replace(compared, swatch=swatches[compared.role.hue]) for compared in view.roles)
    return View(view.id, view.comparison, roles, model)


def in_grey(view: View, kind: str, size: str) -> Any:
    words = next(picture for picture in view.comparison.infographics if picture.kind == kind)
    frame = drawing.frame(Drawing(view, words), SIZES[size], FONTS)
    shades = colour_values(view.model.palette, "light")
    fonts = {weight: str(path) for weight, path in FONTS.files.items()}
    drawn = raster.strips(Job(kind, "Title", "Words", frame, shades, fonts, ()), frame, 1)
    return numpy.concatenate([numpy.asarray(strip.convert("L"), dtype=int) for _, strip in drawn])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("subject", "size"),
    [
        ("flagship", "phone"),
        ("four wards", "slide"),
        pytest.param("flagship", "slide", marks=pytest.mark.endurance),
        pytest.param("four wards", "phone", marks=pytest.mark.endurance),
    ],
)
def test_without_any_hue_the_marker_still_tells_the_roles_apart(subject: str, kind: str, size: str) -> None:
    """All roles in one grey: handing the markers on must change what one sees, or nothing but hue told them apart."""
    view = view_of(subject)
    plain, turned = (in_grey(without_hues(view, turn), kind, size) for turn in (0, 1))
    assert plain.shape == turned.shape
    assert (abs(plain - turned) > 64).sum() > 100


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_mark_that_means_something_stands_out(pictures: tuple[Shown, ...], theme: str) -> None:
    """Icons, circles, lines and areas in a role's colour, in ink or in muted; hairlines and tints only decorate."""
    faint = []
    for picture in pictures:
        shades = colour_values(picture.view.model.palette, theme)
        items = picture.frame.items
        for place, item in enumerate(items):
            for colour in meaningful(item):
                behind = ground(items[:place], item)
                if behind and colour != behind and ratio(shades[colour], shades[behind]) < 3.0:
                    faint.append((picture.name, item, behind))
    assert faint == []


def meaningful(item: Item) -> list[str]:
    if not isinstance(item, (Block, Shape)):
        return []
    own = [colour for colour in (item.fill, item.stroke) if colour]
    loud = [colour for colour in own if colour.endswith((".solid", ".on")) or colour in ("ink", "muted")]
    # A tinted area with a border is told by its border, and a border by either of its sides.
    return loud[-1:]


def ground(items: tuple[Item, ...], item: Item) -> str | None:
    """The fill of the topmost panel that holds the item."""
    for other in reversed(items):
        if isinstance(other, Block) and other.fill and other.rect.holds(item.rect):
            return other.fill
    return None


def test_every_frame_has_marks_to_judge(kind: str) -> None:
    items = shown("flagship", kind, "slide").frame.items
    assert any(meaningful(item) for item in items)
    assert all(item.edge for item in items if isinstance(item, Spot))
    assert any(isinstance(item, Line) for item in items)
