"""A deck as Markdown for Marp: titles as text, pictures as drawings beside them, notes as comments.

In: a `Deck`, its pictures as SVG. Out: the file, and those of its pictures, which stand in a folder beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from generator.deck.composition.closing_pages import pages_of
from generator.deck.deck import Deck, Slide
from generator.deck.formats.drawn import Place, place_of_title

# Marp has 1280 by 720 pixels where a slide has 960 by 540 points.
_PIXELS = 4 / 3
# What means something in Markdown, or does at the start of a line.
_SPECIAL = re.compile(r"([\\`*_\[\]{}<>&#!|~$^=]|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
_JOINER = "\u2060"  # nobody sees or hears it, and it is no blank
_EMOJI = re.compile(r":(?=[\w+-]+:)")  # which Marp would fetch from elsewhere
_ADDRESS = re.compile(r"https?://[^\s<>]+")
# An alternative text loses what is escaped in it, so there such signs give way to others that look alike.
_ALIKE = str.maketrans("[]<>*`\\~$", "()‹›∗'∖∼＄")
_REST = ((re.compile(r"&(?=#?\w+;)"), "＆"), (re.compile(r"(?<!\w)_|_(?!\w)"), "＿"))
# What Marp takes for an order where it stands alone in an alternative text.
_ORDERS = re.compile(
    r"(?<!\S)(?:auto|bg|blur|brightness|contain|contrast|cover|drop-shadow|fit|grayscale|horizontal|hue-rotate|invert|left"
    r"|opacity|right|saturate|sepia|vertical|[\d.]+%|[a-z-]+:\S+)(?!\S)"
)
_FONTS = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif'


def as_marp(
    deck: Deck, drawn: Sequence[bytes], folder: str, colours: Mapping[str, str]
) -> tuple[str, dict[str, bytes]]:
    """The text, and the files by name; `folder` is where those are to lie, as the text names it.

    `drawn` are the pictures of the slides, without titles; `colours` values by role.
    """
    names = [f"{slide.address.replace('/', '-')}.svg" for slide in deck.slides]
    places = [place_of_title(slide.frame) for slide in deck.slides]
    usual = max(places, key=places.count, default=None)
    slides = [
        _slide(slide, f"{quote(folder)}/{name}", place if place != usual else None)
        for slide, name, place in zip(deck.slides, names, places, strict=True)
    ]
    whole = [_head(deck, colours, usual) + _cover(deck), *slides, *_closing(deck)]
    return "\n\n---\n\n".join(whole) + "\n", dict(zip(names, drawn, strict=True))


def _head(deck: Deck, colours: Mapping[str, str], usual: Place | None) -> str:
    """The front matter."""
    told = {
        "title": deck.title,
        "description": " · ".join(deck.subtitle),
        "author": deck.author,
        "lang": deck.language,
        "theme": "default",
        "size": "16:9",
    }
    settings = "\n".join(
        f"{name}: {json.dumps(_one_line(str(value)), ensure_ascii=False)}" for name, value in told.items()
    )
    style = "\n".join(f"  {line}" for line in _style(colours, usual))
    return f"---\nmarp: true\npaginate: true\n{settings}\nstyle: |\n{style}\n---\n\n"


def _style(colours: Mapping[str, str], usual: Place | None) -> Iterator[str]:
    # Marp replaces line breaks of a style by nothing of its own; every rule is one line, easy to change.
    yield (
        f"section {{ background: {colours['ground']}; color: {colours['ink']}; font-family: Inter, {_FONTS}; "
        "font-size: 24px; padding: 54px; }"
    )
    yield f"section::after {{ bottom: 12px; color: {colours['muted']}; font-size: 12px; right: 53px; }}"
    yield f"h1 {{ color: {colours['ink']}; font-size: 40px; font-weight: 800; letter-spacing: -0.024em; }}"
    yield f"a {{ color: {colours['shared.solid']}; }}"
    yield "section.picture { padding: 0; }"
    yield "section.picture p { margin: 0; }"
    yield "section.picture img { height: 720px; left: 0; position: absolute; top: 0; width: 1280px; }"
    if usual:
        yield f"section.picture h1 {{ {_at(usual)} }}"
    yield "section.cover { justify-content: center; padding-left: 107px; }"
    yield "section.cover h1 { font-size: 64px; margin: 0 0 27px; }"
    yield f"section.cover p {{ color: {colours['muted']}; font-size: 27px; margin: 0 0 8px; }}"
    yield "section.closing { justify-content: flex-start; }"
    yield "section.closing p { font-size: 20px; margin: 0 0 16px; }"


def _at(place: Place) -> str:
    left, top, width, size, pitch = (
        f"{round(value * _PIXELS, 1):g}px" for value in (place.left, place.top, place.width, place.size, place.pitch)
    )
    return (
        f"font-size: {size}; left: {left}; line-height: {pitch}; margin: 0; position: absolute; top: {top}; "
        f"width: {width}; z-index: 1;"
    )


def _slide(slide: Slide, picture: str, place: Place | None) -> str:
    parts = ["<!-- _class: picture -->", f"# {_text(slide.title)}", f"![{_alt(slide.words)}]({picture})"]
    if place:
        parts.insert(1, f"<style scoped>h1 {{ {_at(place)} }}</style>")
    return "\n\n".join([*parts, _comment(slide.notes)])


def _cover(deck: Deck) -> str:
    lines = (_text(line) for line in deck.subtitle)
    return "\n\n".join(["<!-- _class: cover -->\n<!-- _paginate: false -->", f"# {_text(deck.title)}", *lines])


def _closing(deck: Deck) -> Iterator[str]:
    for title, entries in pages_of(deck.sources_called, deck.sources):
        # Two blanks at the end of a line break it.
        told = (f"**{_text(what)}**  \n{_linked(more)}" for what, more in entries)
        yield "\n\n".join(["<!-- _class: closing -->", f"# {_text(title)}", *told])


def _comment(notes: Sequence[str]) -> str:
    """The notes as a comment, which nothing in them ends."""
    told = "\n\n".join(re.sub(r"-{2,}", "–", _one_line(note)).replace("<!", "< !") for note in notes)
    return f"<!--\n{told}\n-->"


def _text(text: str) -> str:
    """The text in Markdown, in which nothing means anything."""
    return _EMOJI.sub(f":{_JOINER}", _SPECIAL.sub(r"\\\1", _one_line(text)))


def _linked(text: str) -> str:
    """The same with its addresses as links."""
    done, parts = 0, []
    for found in _ADDRESS.finditer(text):
        parts += [_text(text[done : found.start()]), " " if done or found.start() else "", f"<{found[0]}>"]
        done = found.end()
    rest = _text(text[done:])
    return "".join([*parts, " " if parts and rest else "", rest])


def _alt(text: str) -> str:
    text = _one_line(text).translate(_ALIKE)
    for sign, alike in _REST:
        text = sign.sub(alike, text)
    return _ORDERS.sub(lambda found: _JOINER + found[0], _EMOJI.sub(f":{_JOINER}", text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
