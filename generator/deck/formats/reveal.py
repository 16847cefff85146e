"""A deck as one page for a browser, by reveal.js, all of it within: it needs no network and asks for nothing.

In: a `Deck`, its pictures as SVG whose colours are variables. Out: the page.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

from generator.deck.composition.closing_pages import pages_of
from generator.deck.deck import Deck, Slide
from generator.deck.formats.drawn import Place, inlined, place_of_title

_FOLDER = Path(__file__).parent / "reveal_js"
_STYLES = ("reveal.css", "page.css")
_SCRIPTS = ("reveal.js", "notes.js", "page.js")
_ADDRESS = re.compile(r"https?://\S+")


def variables(roles: Sequence[str] | Mapping[str, str]) -> dict[str, str]:
    """What the page calls the colour of each role."""
    return {role: f"var({_variable(role)})" for role in roles}


def _variable(role: str) -> str:
    return f"--{role.replace('.', '-')}"


def as_page(
    deck: Deck, drawn: Sequence[bytes], theme: str, colours: Mapping[str, Mapping[str, str]], font: bytes | None
) -> str:
    """The page, in that theme until somebody presses T.

    `colours` are values by theme and role, `font` is the brand's for the web, if it has one.
    """
    slides = [
        _slide(slide, inlined(data, f"p{number}-", slide.notes[0]))
        for number, (slide, data) in enumerate(zip(deck.slides, drawn, strict=True), 1)
    ]
    sections = "\n".join([_cover(deck), *slides, *_closing(deck)])
    styles = "\n".join([*_font(font), *_colours(colours), *map(_file, _STYLES)])
    scripts = "\n".join(f"<script>{_file(name)}</script>" for name in _SCRIPTS)
    return f"""<!doctype html>
<html lang="{escape(deck.language)}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(deck.title)}</title>
<meta name="author" content="{escape(deck.author)}">
<meta name="description" content="{escape(" · ".join(deck.subtitle))}">
<link rel="icon" href="data:,">
<style>
{styles}
</style>
</head>
<body>
<main>
<div class="reveal">
<div class="slides">
{sections}
</div>
</div>
</main>
<!-- reveal.js, MIT licence:
{_licence()}
-->
{scripts}
</body>
</html>
"""


def _font(data: bytes | None) -> Iterator[str]:
    if data:
        source = f'url("data:font/woff2;base64,{base64.b64encode(data).decode()}") format("woff2")'
        yield f'@font-face {{ font-family: "Deck"; font-weight: 100 900; src: {source}; }}'


def _colours(colours: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for theme, values in colours.items():
        listed = " ".join(f"{_variable(role)}: {value};" for role, value in values.items())
        yield f'[data-theme="{theme}"] {{ color-scheme: {theme}; {listed} }}'


def _slide(slide: Slide, picture: str) -> str:
    place = place_of_title(slide.frame)
    at = f' style="{_at(place)}"' if place else ""
    section = f' data-section="{escape(slide.section)}"'
    return f"<section{section}>\n<h2{at}>{escape(slide.title)}</h2>\n{picture}\n{_notes(slide.notes)}\n</section>"


def _at(place: Place) -> str:
    named = {
        "left": place.left,
        "top": place.top,
        "width": place.width,
        "font-size": place.size,
        "line-height": place.pitch,
    }
    return ";".join(f"{name}:{value:g}px" for name, value in named.items())


def _notes(notes: Sequence[str]) -> str:
    return f'<aside class="notes">{"".join(f"<p>{_linked(note)}</p>" for note in notes)}</aside>'


def _cover(deck: Deck) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in deck.subtitle)
    return f'<section class="cover">\n<div>\n<h1>{escape(deck.title)}</h1>\n{lines}\n</div>\n</section>'


def _closing(deck: Deck) -> Iterator[str]:
    for title, entries in pages_of(deck.sources_called, deck.sources):
        listed = "".join(f"<li><b>{escape(what)}</b><br>{_linked(more)}</li>" for what, more in entries)
        yield f'<section class="closing">\n<div>\n<h2>{escape(title)}</h2>\n<ul>{listed}</ul>\n</div>\n</section>'


def _linked(text: str) -> str:
    """The text with its addresses as links."""
    done, parts = 0, []
    for found in _ADDRESS.finditer(text):
        address = escape(found[0])
        parts += [escape(text[done : found.start()]), f'<a href="{address}">{address}</a>']
        done = found.end()
    return "".join([*parts, escape(text[done:])])


@cache
def _file(name: str) -> str:
    """A file of the folder, which nothing in it ends early where it stands within an element."""
    text = (_FOLDER / name).read_text(encoding="utf-8").strip()
    return re.sub(r"</(?=script|style)", r"<\\/", text, flags=re.IGNORECASE)


def _licence() -> str:
    return (_FOLDER / "LICENSE").read_text(encoding="utf-8").strip().replace("--", "- -")
