"""The last slides: sources and licence as a list, on as many slides as it needs.

In: a comparison, fonts and a size of slides. Out: a title and a frame each, and the addresses that their texts lead to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.brand import Style, Weight
from generator.deck.composition.balance import balanced
from generator.deck.composition.shrink import shrunk
from generator.layout import Box, Fonts, Frame, Group, Row, Rule, Size, Space, Stack, Text, stacked
from generator.model import Source, View

_SOURCES, _LICENCE = "Sources", "licence"
_JUDGED = "Positions, levels and examples are judged by the editors, not measured"
_SHARES = (0.42, 0.58)
_RULE = 1.0  # points


@dataclass(frozen=True, slots=True)
class Entry:
    """What it is, more about it, and where it can be read, "" where nowhere."""

    what: str
    more: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """One of the last slides."""

    title: str
    frame: Frame
    links: tuple[tuple[str, str], ...]


def closing(view: View, fonts: Fonts, size: Size) -> tuple[Closing, ...]:
    """The last slides of a comparison; none where neither a source nor a licence is named."""
    found, called = list(entries(view)), title(view)
    if not called:
        return ()
    head = heading(called, fonts, size).layout(size.inner)
    room = (size.height or size.width) - 2 * size.margin - head.height - size.title
    rows = [shrunk(_box(entry, fonts, size), size.inner, room / 2) for entry in found]
    pages = balanced([row.height + 2 * _gap(size) + _RULE for row in rows], room)
    return tuple(
        Closing(one, _frame(one, rows[page], fonts, size), tuple(_links(found[page], fonts, size)))
        for page, one in zip(pages, _titles(called, len(pages)), strict=True)
    )


def title(view: View) -> str:
    """What the last slides are called, by what is named there; "" where nothing is."""
    named = (_SOURCES if _cited(view) else "", _LICENCE if view.model.site.licence else "")
    words = " and ".join(filter(None, named))
    return words[:1].upper() + words[1:]


def _titles(called: str, count: int) -> list[str]:
    return [called] if count == 1 else [f"{called}, {number} of {count}" for number in range(1, count + 1)]


def entries(view: View) -> Iterator[Entry]:
    """What the pictures rest on, and under which licence they are."""
    site, sources = view.model.site, _cited(view)
    for source in sources:
        if source.kind != "editorial":
            yield Entry(source.title, source.publisher or "", source.url or "")
    if any(source.kind == "editorial" for source in sources):
        yield Entry("Editorial judgement", _JUDGED)
    if site.licence:
        yield Entry("Licence", site.licence, site.licence_url or "")
    yield Entry(site.name, site.author or "", site.known_url)


def _cited(view: View) -> list[Source]:
    """What the pictures rest on, each source once."""
    cited = dict.fromkeys(
        source
        for infographic in view.comparison.infographics
        for source in infographic.sources or view.comparison.sources
    )
    return [view.model.sources[name] for name in cited]


def _frame(title: str, rows: Sequence[Frame], fonts: Fonts, size: Size) -> Frame:
    """The title, and the rows between lines."""
    head, line = heading(title, fonts, size).layout(size.inner), Rule(thickness=_RULE).layout(size.inner)
    placed, y = [(head, size.margin, size.margin)], size.margin + head.height + size.title * 0.8
    for row in rows:
        placed += [(line, size.margin, y), (row, size.margin, y + _RULE + _gap(size))]
        y += _RULE + row.height + 2 * _gap(size)
    placed.append((line, size.margin, y))
    return stacked(placed, size.width, size.height or size.width)


def heading(title: str, fonts: Fonts, size: Size) -> Text:
    """A title as pictures have it; smaller where a word is wider than the slide."""
    style = Style(size.title, Weight.EXTRABOLD, 1.12, -0.024, balanced=True)
    text = Text(title, style, fonts, purpose="title")
    need = text.widths().min
    return (
        text if need <= size.inner else replace(text, style=replace(style, size=size.title * size.inner / need * 0.99))
    )


def _box(entry: Entry, fonts: Fonts, size: Size) -> Box:
    strong, plain = Style(size.body, Weight.SEMIBOLD, 1.28), Style(size.body, leading=1.28)
    more: list[Box] = [Text(entry.more, plain, fonts, "muted")] if entry.more else []
    if entry.address:
        more.append(Text(_shown(entry.address, fonts, size), plain, fonts, "shared.solid"))
    row = Row((Text(entry.what, strong, fonts), Stack(more or [Space()], gap=2.0)), gap=size.title, shares=_SHARES)
    return Group(entry.what, row)


def _links(entries: Sequence[Entry], fonts: Fonts, size: Size) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.address:
            yield _shown(entry.address, fonts, size), entry.address


def _shown(address: str, fonts: Fonts, size: Size) -> str:
    """An address as people say it, without its path where that has no room."""
    parts = urlsplit(address)
    whole = address.partition("://")[2].rstrip("/") or address
    room = (size.inner - size.title) * _SHARES[1]
    return whole if fonts.narrowest(whole, Style(size.body)) <= room else parts.netloc or address


def _gap(size: Size) -> float:
    return size.title * 0.4
