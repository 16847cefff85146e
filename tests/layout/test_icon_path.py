"""Icons as drawing commands: inside their square, whatever the icon's own format."""

from __future__ import annotations

import itertools

import pytest

from generator.brand.icons import Icons, icon_folder, outline
from generator.layout.icon_path import commands
from generator.layout.leaves import Icon, icon_commands
from generator.model.schema.model import Model


def test_a_path_is_scaled_into_the_square() -> None:
    assert commands("M0 0h24v24H0z", 24.0, 24.0, 12.0) == (
        ("M", (0.0, 0.0)),
        ("L", (12.0, 0.0)),
        ("L", (12.0, 12.0)),
        ("L", (0.0, 12.0)),
        ("L", (0.0, 0.0)),
        ("Z", ()),
    )


def test_a_flat_view_box_is_centred() -> None:
    ((_, start), *_) = commands("M0 0h20v10z", 20.0, 10.0, 20.0)
    assert start == (0.0, 5.0)


def test_every_icon_of_the_flagship_lies_in_its_square(model: Model) -> None:
    catalogue = model.catalogue
    parts = itertools.chain(catalogue.skills.values(), model.roles.values(), catalogue.partners.values())
    for part in parts:
        points = [value for _, values in icon_commands(part.icon, 20.0) for value in values]
        assert min(points) >= -0.05, part.icon
        assert max(points) <= 20.05, part.icon


def test_an_icon_needs_its_room() -> None:
    (shape,) = Icon("material/handshake", 15.0, "ink").layout(40.0).items
    assert (shape.rect.width, shape.rect.height) == (15.0, 15.0)


def test_unknown_icons_are_not_there() -> None:
    icons = Icons()
    assert "material/handshake" in icons
    assert "material/no-such-thing" not in icons
    assert 3 not in icons
    with pytest.raises(KeyError):
        outline("material/no-such-thing")


def test_the_icons_are_found_where_the_theme_keeps_them() -> None:
    assert (icon_folder() / "material" / "handshake.svg").is_file()
    assert next(iter(Icons())).count("/") >= 1
