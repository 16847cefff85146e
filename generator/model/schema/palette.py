"""Every colour: content/brand/palette.yml."""

from __future__ import annotations

from pydantic import Field

from generator.model.schema.fields import Colour, Id, Marker, Part


class Hue(Part):
    """One hue in one theme. `solid` carries text and marks, `tint` fills areas, `on` is text upon `solid`."""

    solid: Colour = Field(description="Text and marks in this hue, as #RRGGBB in quotes.", examples=["#0B6B6B"])
    tint: Colour = Field(description="The pale area behind them.", examples=["#E6F1EF"])
    on: Colour = Field(description="Text that stands upon solid.", examples=["#FFFFFF"])


class Swatch(Part):
    """A named hue that a role can wear, with the marker that says the same without colour."""

    marker: Marker = Field(
        description="How the role's edges and marks are drawn, so that colour is never the only sign."
    )
    light: Hue = Field(description="For the light theme.")
    dark: Hue = Field(description="For the dark theme.")


class Neutral(Part):
    """The colours that belong to no role."""

    ground: Colour = Field(description="Behind everything.")
    card: Colour = Field(description="Panels and cards.")
    ink: Colour = Field(description="Text.")
    muted: Colour = Field(description="Labels and notes.")
    line: Colour = Field(description="Rules and borders.")


class Neutrals(Part):
    light: Neutral = Field(description="For the light theme.")
    dark: Neutral = Field(description="For the dark theme.")


class Palette(Part):
    """content/brand/palette.yml: every colour of site and pictures."""

    neutral: Neutrals = Field(description="The colours that belong to no role.")
    shared: Swatch = Field(description="The accent for what roles have in common.")
    hues: dict[Id, Swatch] = Field(min_length=2, description="The hues that roles choose from, by name.")
