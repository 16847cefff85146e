"""Shapes signed as they are written, so that `deck update` knows later what they were.

In: a shape as it is written. Out: its label, for its name.

The same as `signature` of the shape read again, which takes longer than to make the deck: most shapes of a deck look
like others and differ in name, place, words, text and path only. Reading decides, once, on what all of them share.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from generator.deck.shapes.elements import NAMESPACES, About
from generator.deck.updating.label import Label, numbered
from generator.deck.updating.record import Written
from generator.deck.updating.signature import (
    PLACE,
    TENTH,
    Looks,
    Signature,
    digest,
    exactly,
    looks,
    placed,
    roughly,
    signature,
)
from generator.deck.updating.surroundings import Surroundings
from generator.deck.updating.texts import BREAK
from generator.deck.xml import in_attribute, possible, unescaped

_UNSEEN = ("0000", "0000")  # both digests of a look that nobody asks for
_PLAIN = ("<p:sp>", "<p:cxnSp>", "<p:grpSp>")
_SIZE = re.compile(r' sz="(\d+)"')
_PLACE = re.compile(
    r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>(?:<a:chOff [^>]*/><a:chExt [^>]*/>)?'
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A shape taken apart: `rest` is what many have, the others are its own; None where it does not say them."""

    rest: str
    said: str
    outline: str
    place: tuple[float, ...] | None
    size: int | None


class Signer:
    """Signs the shapes of one slide, in their order. `known` is what was read of others on the same layout."""

    def __init__(self, address: str, around: Surroundings, known: dict[Hashable, Any]) -> None:
        self._address, self._around, self._known = address, around, known
        self._labels: list[Label] = []
        self._held: dict[str, Label] = {}

    @property
    def written(self) -> Written:
        """What is to be remembered of the slide."""
        return Written(tuple(self._labels), dict(self._held))

    def labelled(self, about: About, before: str, after: str, kind: str = "") -> About:
        """`about` with the label of the shape written `before` and `after` it, which fills that `kind` of place."""
        label = Label(about.name, self._signature(about, before, after))
        self._labels.append(label)
        if kind:
            self._held[numbered(kind, self._held)] = label
        return replace(about, name=str(label))

    def notes(self, paragraphs: Sequence[str]) -> Label:
        """The label of what the speaker reads; how it looks is nobody's matter."""
        said = "\n".join(map(possible, paragraphs)).strip("\n")
        label = Label(f"{self._address}/notes", Signature(digest(said), *_UNSEEN, (0.0,) * PLACE))
        self._held["notes"] = label
        return label

    def _signature(self, about: About, before: str, after: str) -> Signature:
        if " r:" in after:  # what it leads to is written elsewhere
            return signature(_read(before + about.xml + after), self._around)
        form = _form(after) if before.startswith(_PLAIN) else None
        if form is None:
            key: Hashable = (before, after, about.words, about.decorative)
            if key not in self._known:
                self._known[key] = signature(_read(before + about.xml + after), self._around)
            whole: Signature = self._known[key]
            return whole
        found, usual = self._looks((before, form.rest, about.decorative), about, after)
        size = found.size if form.size is None else form.size
        exact = exactly(found, in_attribute(about.words), form.outline, size)
        numbers = found.numbers if form.size is None else (*found.numbers[:-1], form.size / 10)
        return Signature(digest(form.said), roughly(found, form.outline), exact, (form.place or usual) + numbers)

    def _looks(self, key: tuple[str, str, bool], about: About, after: str) -> tuple[Looks, tuple[float, ...]]:
        """The looks, and where the layout has shapes of that form."""
        if key not in self._known:
            read = _read(key[0] + about.xml + after)
            self._known[key] = looks(read, self._around), placed(read, self._around)
        found: tuple[Looks, tuple[float, ...]] = self._known[key]
        return found


def _read(shape: str) -> Any:
    return etree.fromstring(f"<p:sld {NAMESPACES}>{shape}</p:sld>")[0]


def _form(written: str) -> _Form | None:
    """The shape taken apart, None where its text decides on more than what it says."""
    place = None
    if found := _PLACE.search(written):
        place = (*(int(number) / TENTH for number in found.groups()), 0.0)
        written = written[: found.start()] + written[found.end() :]
    written, outline = _without_outline(written)
    written, size = _without_size(written)
    rest, *pieces = written.split("<a:t>")
    said = ""
    for number, piece in enumerate(pieces):
        text, _, between = piece.partition("</a:t>")
        if not text.isprintable() or text.isspace() or not text or "</a:fld>" in between:
            return None
        last = number == len(pieces) - 1
        said += text + ("" if last else BREAK if between.startswith("</a:r><a:br>") else "\n")
        rest += "\0" + between
    return _Form(rest, unescaped(said), outline, place, size)


def _without_outline(written: str) -> tuple[str, str]:
    for start, end in (("<a:pathLst>", "</a:pathLst>"), ("<a:avLst>", "</a:avLst>")):
        head, found, behind = written.partition(start)
        if found:
            outline, _, tail = behind.partition(end)
            return head + start + tail, outline
    return written, ""


def _without_size(written: str) -> tuple[str, int | None]:
    """Without the size of its text, hundredths of a point, where it has one only and says it."""
    found = _SIZE.search(written)
    if found is None or "<p:ph " in written:
        return written, None
    rest = written.replace(found[0], ' sz=""')
    return (written, None) if _SIZE.search(rest) else (rest, int(found[1]))
