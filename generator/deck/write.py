"""From a deck to the bytes of its file, as a person chose it.

In: a `Deck`, the fonts that it was laid out with, `Options`. Out: the file, and the fonts that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.brand import Weight
from generator.deck.colours import literal
from generator.deck.deck import Deck, Slide
from generator.deck.options import THEMES, Options, Template, options_of
from generator.deck.package.fonts import Cut, cut, embedded, typefaces
from generator.deck.report import Updated
from generator.deck.shapes.text_box import Look
from generator.deck.typefaces import ARIAL, Embedded, Typefaces, of_template
from generator.layout import SIZES, Fonts, Size

_USUAL = Options()
_NARROW = 1.5  # width by height: below it slides are nearer to 4:3 than to 16:9


@dataclass(frozen=True, slots=True)
class Survey:
    """What is to be known of a template before a deck is laid out for it: the size of pictures that suits it, the theme
    that can be read on it ("" where either may), and what it lacks, a sentence each.
    """

    size: Size
    theme: str = ""
    notes: tuple[str, ...] = ()


def surveyed(template: Template | None) -> Survey:
    """The template, looked at. TemplateError: it cannot be used."""
    if template is None:
        return Survey(SIZES["slide"])
    from generator.deck.templates.base import opened

    base = opened(template)
    narrow = base.picture.width < _NARROW * base.picture.height
    theme = {None: "", True: "dark", False: "light"}[base.dark]
    return Survey(SIZES["classic" if narrow else "slide"], theme, base.notes)


def write(deck: Deck, fonts: Fonts, options: Options = _USUAL) -> bytes:
    """The whole deck. TemplateError: the template cannot be used."""
    from generator.deck.package.writer import DeckWriter  # python-pptx: only where a deck is written
    from generator.deck.templates.base import opened

    base = opened(options.template)
    look = _look(deck, fonts, options, base.faces)
    return DeckWriter(deck, look, options, base).whole(_embedded(fonts, options, tuple(Weight)))


def write_slide(deck: Deck, slide: Slide, fonts: Fonts, options: Options = _USUAL, cut: Cut = cut) -> bytes:
    """One picture alone; of the fonts it has only the letters that are likely to be typed, which `cut` cuts out."""
    from generator.deck.package.writer import DeckWriter
    from generator.deck.templates.base import opened

    lines = list(slide.frame.lines)
    weights = sorted({Weight.REGULAR, *(line.weight for line in lines)}, key=tuple(Weight).index)
    characters = frozenset("".join(line.paragraph + line.text for line in lines))
    found = _embedded(fonts, options, weights, characters, cut)
    base = opened(options.template)
    return DeckWriter(deck, _look(deck, fonts, options, base.faces), options, base).single(slide, found)


def update(data: bytes, name: str, make: Callable[[str, str, Options], bytes | None]) -> Updated:
    """A deck's file of that name brought up to date; `make` makes the deck of a comparison anew, in a theme, or says
    that there is no such comparison. UsageError: the file is none that can be brought up to date.
    """
    from generator.deck.updating.presentation import update

    def again(comparison: str, choices: Mapping[str, Any]) -> bytes | None:
        theme = choices.get("theme")
        return make(comparison, theme if theme in THEMES else "light", options_of(choices, Template(name, data)))

    return update(data, name, again)


def named_fonts(fonts: Fonts, options: Options) -> tuple[str, ...]:
    """The typefaces that a deck asks for; none where they are the template's."""
    return () if _themed(options) else _faces(fonts, options).all


def _look(deck: Deck, fonts: Fonts, options: Options, given: tuple[str, str] | None) -> Look:
    faces = _faces(fonts, options)
    if given is None:
        return Look(deck.scheme, faces, fonts, deck.language, options.flow)
    if _themed(options):
        return Look(deck.scheme, of_template(*given), fonts, deck.language, options.flow)
    return Look(literal(deck.values), faces, fonts, deck.language, options.flow, theme_fonts=False)


def _themed(options: Options) -> bool:
    return options.template is not None and options.template.theme


def _faces(fonts: Fonts, options: Options) -> Typefaces:
    return ARIAL if options.fonts == "arial" else typefaces(fonts)


def _embedded(
    fonts: Fonts,
    options: Options,
    weights: Sequence[Weight],
    characters: frozenset[str] | None = None,
    cut: Cut = cut,
) -> list[Embedded]:
    if options.fonts != "embed" or _themed(options):
        return []
    return [font for weight in weights if (font := embedded(fonts.files[weight], characters, cut))]
