"""Which files are published of a comparison's pictures: content/site.yml, pictures."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from generator.model.schema.fields import Id, Part, PictureSetId, SizeName, ThemeName

Flat = Literal["svg", "png", "png@2x", "pdf"]
Editable = Literal["svg", "svg-editable", "png", "png@2x", "pdf"]
Slide = Literal["svg", "svg-editable", "png", "png@2x", "png-transparent", "png-transparent@2x", "pdf", "pptx"]
Card = Literal["svg", "png", "pdf"]
Sheet = Literal["pdf"]
FULL, CATALOGUE = "full", "catalogue"


class PictureSet(Part):
    """Some of a picture's files: the forms of each size that are published."""

    page: tuple[Editable, ...] = Field((), description="Forms of the picture for a web page.")
    phone: tuple[Flat, ...] = Field((), description="Forms of the picture for a phone.")
    slide: tuple[Slide, ...] = Field((), description="Forms of the slide, 16:9; pptx is the slide to edit, alone.")
    classic: tuple[Flat, ...] = Field((), description="Forms of the slide, 4:3.")
    square: tuple[Flat, ...] = Field((), description="Forms of the square picture.")
    portrait: tuple[Flat, ...] = Field((), description="Forms of the picture of 4:5.")
    social: tuple[Card, ...] = Field((), description="Forms of the picture that is shown with a link.")
    poster: tuple[Sheet, ...] = Field((), description="Forms of the sheet to print, which the headline picture has.")
    deck: bool = Field(False, description="Whether all its slides are published as one deck.")
    themes: tuple[ThemeName, ...] = Field(
        (), description="Colour themes of all of them, among the site's; without it, the first of those."
    )

    def forms(self, size: str) -> tuple[str, ...]:
        """Those of a size; empty where it is not published."""
        found: tuple[str, ...] = getattr(self, size)
        return found


SETS = {CATALOGUE: PictureSet(page=("svg",), phone=("svg",), social=("png",), slide=("png@2x",), deck=True)}


class Publishing(Part):
    """Which pictures are published: every size in every theme; without it, all of both."""

    sizes: tuple[SizeName, ...] = Field(get_args(SizeName), min_length=1, description="Picture sizes to publish.")
    themes: tuple[ThemeName, ...] = Field(get_args(ThemeName), min_length=1, description="Colour themes to publish.")
    set: PictureSetId = Field(
        FULL,
        description="What is published of comparisons that name no set: full (all sizes above), catalogue (what pages "
        "show, the card of a link, one slide and the deck) or one of sets.",
    )
    sets: dict[Id, PictureSet] = Field(default_factory=dict, description="Sets of your own, by name.")
