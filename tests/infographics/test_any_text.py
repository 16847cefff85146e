"""Any content at all: every picture in every size, or a problem that says where and how much to cut.

The texts of the flagship are replaced all at once, its lists made very short and very long; nothing is painted.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from projects import BRAND
from pydantic import BaseModel

from generator.infographics import all_kinds, drawing
from generator.infographics.drawing import Drawing
from generator.layout.frame import Frame, Line, Rect
from generator.layout.sizes import SIZES, Size
from generator.layout.text import Fonts
from generator.model.career_moves import following
from generator.model.schema import Comparison, Infographic, Role
from generator.model.text import Text
from generator.model.view import View, address
from generator.problems.errors import ContentError
from infographics.conftest import view_of

FONTS = Fonts(BRAND)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunternehmen"[:60]
ALPHABETS = {
    "accents": "áàâäãåçéèêëíîïñóôöõøúûüýÿžšč",
    "German": "abcdefghijklmnopqrstuvwxyzäöüß",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ",
    "Cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
}


def in_letters_of(alphabet: str) -> Callable[[str], str]:
    """Each text in other letters, word for word, the same for the same text."""

    def change(text: str) -> str:
        chance = random.Random(text)
        return " ".join("".join(chance.choice(ALPHABETS[alphabet]) for _ in word) for word in text.split())

    return change


def of_random_length(text: str) -> str:
    chance = random.Random(text)
    lengths = [chance.randint(1, 14) for _ in text.split()]
    return " ".join("".join(chance.choices("aeionrstlm-'&0", k=length)) for length in lengths)


TEXTS: dict[str, Callable[[str], str]] = {
    **{name: in_letters_of(name) for name in ALPHABETS},
    "random": of_random_length,
    "one letter": lambda text: "i",
    "double": lambda text: f"{text} {text}",
    "triple": lambda text: f"{text} {text} {text}",
    "one word of 60 letters": lambda text: LONG if len(text) % 7 == 0 else text,
}
# What an editor can do: a shorter word, a shorter text, or fewer entries.
FIXES = (
    r"of at most about [1-9]\d* letters?\b|shorten it by about [1-9]\d* characters?\b|leave out some of what it lists"
)
# What stands around a picture: its text may be as small as that at the foot.
SMALL = ("eyebrow", "note", "source")
LARGE = ("double", "triple")  # seconds each; tried in every size with the large doses
OTHERS = [name for name in TEXTS if name not in {*LARGE, *ALPHABETS}]
SIZES_IN_SHORT = ("slide", "portrait", "phone")  # wide and low, narrow and high, and one that grows
# Lists that may be of any length; all others have a size of their own, such as the cells of a map.
FREE = {
    "lead", "responsibilities", "accounts", "skills", "metrics", "partners", "steps", "signs", "dimensions", "scales",
    "questions", "points",
}  # fmt: skip


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same content with every text changed; each text keeps its place."""
    if isinstance(value, Text):
        return type(value)(change(value), value.place)
    if isinstance(value, tuple):
        return tuple(with_texts(item, change) for item in value)
    if isinstance(value, dict):
        return {key: with_texts(item, change) for key, item in value.items()}
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: with_texts(item, change) for name, item in value})
    return value


def with_lists(value: Any, count: int | Mapping[str, int]) -> Any:
    """The same content with every list of that many entries, or of as many as its name says, which repeat."""
    if isinstance(value, dict):
        return {key: with_lists(item, count) for key, item in value.items()}
    if not isinstance(value, BaseModel):
        return value
    changed = {name: with_lists(item, count) for name, item in value}
    for name, item in value:
        if isinstance(item, tuple):
            entries = tuple(with_lists(entry, count) for entry in item)
            most = count if isinstance(count, int) else count[name] if name in FREE else 0
            changed[name] = tuple(itertools.islice(itertools.cycle(entries), most)) if name in FREE else entries
    return value.model_copy(update=changed)


def changed(view: View, change: Callable[[Any], Any]) -> View:
    roles: tuple[Role, ...] = tuple(change(compared.role) for compared in view.roles)
    before = {compared.id: compared.role for compared in view.roles}
    comparison: Comparison = following(change(view.comparison), before, dict(zip(before, roles, strict=True)))
    catalogue = change(view.model.catalogue)
    compared = tuple(replace(entry, role=role) for entry, role in zip(view.roles, roles, strict=True))
    model = view.model.model_copy(update={"catalogue": catalogue})
    return View(view.id, comparison, compared, model)


def check(view: View, infographic: Infographic, size: str) -> None:
    """A sound picture, or problems that an editor can act on."""
    try:
        frame = drawing.frame(Drawing(view, infographic), SIZES[size], FONTS)
    except ContentError as error:
        for problem in error.problems:
            assert problem.code == "text-too-long", problem
            assert problem.place.line, problem
            assert re.search(FIXES, problem.fix), problem
        return
    assert faults(frame, SIZES[size]) == []


def faults(frame: Frame, size: Size) -> list[object]:
    """Lines that leave their room or the page, are too small, or meet another."""
    page = Rect(0.0, 0.0, frame.width, frame.height)
    lines = list(frame.lines)
    out = [line for line in lines if not (page.holds(line.rect) and line.room.holds(line.rect))]
    small = [line for line in lines if line.size < (size.foot if line.purpose in SMALL else size.legible) - 0.01]
    return [*out, *small, *met(lines)]


def met(lines: Iterable[Line]) -> list[tuple[str, str]]:
    """Lines that meet another, by their texts: each is compared with those only that begin before it ends."""
    met, down = [], sorted(lines, key=lambda line: line.rect.y)
    for place, one in enumerate(down):
        for other in itertools.islice(down, place + 1, None):
            if other.rect.y >= one.rect.bottom:
                break
            if one.rect.meets(other.rect):
                met.append((one.text, other.text))
    return met


def in_short(kind: str) -> list[tuple[str, str]]:
    """The texts that a kind is tried with, each in one size: another one for the next text and the next kind, so that
    each text meets each size, and so does each kind. Of the alphabets, whose texts are as long as each other's, each
    kind meets two.
    """
    place = sorted(all_kinds()).index(kind)
    texts = [*[*ALPHABETS][place % 2 :: 2], *OTHERS]
    return [(text, SIZES_IN_SHORT[(place + turn) % len(SIZES_IN_SHORT)]) for turn, text in enumerate(texts)]


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(len(ALPHABETS) // 2 + len(OTHERS)))
def test_any_text(kind: str, turn: int) -> None:
    text, size = in_short(kind)[turn]
    check_in((size,), kind, text)


@pytest.mark.endurance
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_in_every_other_size(kind: str, text: str) -> None:
    check_in([size for size in SIZES if (text, size) not in in_short(kind)], kind, text)


def check_in(sizes: Iterable[str], kind: str, text: str) -> None:
    view = retold(text)
    for size in sizes:
        check(view, words(view, kind), size)


@cache
def retold(text: str) -> View:
    """The flagship in these texts."""
    return changed(view_of("flagship"), lambda part: with_texts(part, TEXTS[text]))


@cache
def listing(count: int, subject: str = "flagship") -> View:
    """The flagship, or another comparison, with lists of so many entries."""
    return changed(view_of(subject), lambda part: with_lists(part, count))


@pytest.mark.slow
@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param(SIZES_IN_SHORT, id="some sizes"),
        pytest.param(sorted({*SIZES} - {*SIZES_IN_SHORT}), id="other sizes", marks=pytest.mark.endurance),
    ],
)
def test_lists_of_twenty_fit_or_are_told(kind: str, sizes: Iterable[str]) -> None:
    for size in sizes:
        check(listing(20), words(view_of("flagship"), kind), size)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("subject", "sizes"),
    [
        ("flagship", SIZES),
        ("four wards", SIZES_IN_SHORT),
        pytest.param("four wards", sorted({*SIZES} - {*SIZES_IN_SHORT}), marks=pytest.mark.endurance),
    ],
    ids=["two roles", "four roles", "four roles, other sizes"],
)
def test_lists_of_one_always_fit(kind: str, subject: str, sizes: Iterable[str]) -> None:
    for size in sizes:
        frame = drawing.frame(Drawing(listing(1, subject), words(view_of(subject), kind)), SIZES[size], FONTS)
        assert faults(frame, SIZES[size]) == []


def words(view: View, kind: str) -> Infographic:
    """The picture of that kind; one that the comparison does not list borrows the words of another."""
    listed = {picture.kind: picture for picture in view.comparison.infographics}
    return listed.get(kind) or view.comparison.infographics[0].model_copy(update={"kind": kind})


def test_the_changes_are_what_they_say() -> None:
    view = view_of("flagship")
    doubled = retold("double")
    assert doubled.roles[0].role.name == f"{view.roles[0].role.name} {view.roles[0].role.name}"
    assert doubled.roles[0].role.name.place == view.roles[0].role.name.place
    assert address(doubled.model) == address(view.model)
    longer = listing(20)
    assert len(longer.roles[0].role.metrics) == len(longer.comparison.dimensions) == 20
    assert longer.comparison.map == view.comparison.map
