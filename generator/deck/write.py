"""From a deck to the bytes of its file, as a person chose it.

In: a `Deck`, the fonts that it was laid out with, `Options`. Out: the file, and the fonts that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.brand import Weight
from generator.deck.deck import Deck, Slide
from generator.deck.options import THEMES, Options, options_of
from generator.deck.report import Updated
from generator.deck.text_box import Look
from generator.deck.typefaces import ARIAL, Embedded, Typefaces
from generator.layout import Fonts

_USUAL = Options()


def write(deck: Deck, fonts: Fonts, options: Options = _USUAL) -> bytes:
    """The whole deck."""
    from generator.deck.package import DeckWriter  # python-pptx and fontTools: only where a deck is written

    return DeckWriter(deck, _look(deck, fonts, options), options).whole(_embedded(fonts, options, tuple(Weight)))


def write_slide(deck: Deck, slide: Slide, fonts: Fonts, options: Options = _USUAL) -> bytes:
    """One picture alone; of the fonts it has only the letters that are likely to be typed."""
    from generator.deck.package import DeckWriter

    lines = list(slide.frame.lines)
    weights = sorted({Weight.REGULAR, *(line.weight for line in lines)}, key=tuple(Weight).index)
    characters = frozenset("".join(line.paragraph + line.text for line in lines))
    found = _embedded(fonts, options, weights, characters)
    return DeckWriter(deck, _look(deck, fonts, options), options).single(slide, found)


def update(data: bytes, name: str, make: Callable[[str, str, Options], bytes | None]) -> Updated:
    """A deck's file of that name brought up to date; `make` makes the deck of a comparison anew, in a theme, or says
    that there is no such comparison. UsageError: the file is none that can be brought up to date.
    """
    from generator.deck.updating.presentation import update

    def again(comparison: str, choices: Mapping[str, Any]) -> bytes | None:
        theme = choices.get("theme")
        return make(comparison, theme if theme in THEMES else "light", options_of(choices))

    return update(data, name, again)


def named_fonts(fonts: Fonts, options: Options) -> tuple[str, ...]:
    """The typefaces that a deck asks for."""
    return _faces(fonts, options).all


def _look(deck: Deck, fonts: Fonts, options: Options) -> Look:
    return Look(deck.scheme, _faces(fonts, options), fonts, deck.language, options.flow)


def _faces(fonts: Fonts, options: Options) -> Typefaces:
    from generator.deck.fonts import typefaces

    return ARIAL if options.fonts == "arial" else typefaces(fonts)


def _embedded(
    fonts: Fonts, options: Options, weights: Sequence[Weight], characters: frozenset[str] | None = None
) -> list[Embedded]:
    from generator.deck.fonts import embedded

    if options.fonts != "embed":
        return []
    return [font for weight in weights if (font := embedded(fonts.files[weight], characters))]
