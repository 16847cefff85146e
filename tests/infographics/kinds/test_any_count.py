"""Any number of entries from one to twenty: every size holds them, and where it shows some it says truly how many."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

import pytest
from doses import examples
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.drawing import Drawing
from generator.infographics.kinds import all_kinds
from generator.infographics.kinds.career_paths.steps import track
from generator.infographics.kinds.collaboration_network.ties import all_ties
from generator.infographics.kinds.skills_matrix.groups import groups
from generator.infographics.kinds.skills_matrix.shown import shown as shown_skills
from generator.layout.frame import Frame, Line
from generator.layout.sizes import SIZES, Size
from generator.model import LEVELS, View
from infographics.conftest import laid, squeezed, view_of
from infographics.kinds.career_paths.test_moves import joined
from infographics.test_any_text import FREE, changed, faults, listing, with_lists, words

SUBJECTS = ("flagship", "two wards", "three wards", "four wards")
# The kinds that count what they list, each with its list's name.
COUNTED = {
    "career-paths": "steps",
    "collaboration-network": "partners",
    "comparison-table": "dimensions",
    "role-profiles": "accounts",
    "skills-matrix": "skills",
}
LISTING = (
    *COUNTED,
    "decision-tree",
    "depth-and-breadth",
    "metrics-scorecard",
    "responsibilities",
    "shared-and-distinct",
)
# Where twenty entries have no room.
SOME = [("flagship", "square"), ("three wards", "slide"), ("four wards", "classic")]
FIXED = [name for name, size in SIZES.items() if size.height is not None and not size.brief]
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = rf"(\d+|{'|'.join(NUMBERS)})"

# What the picture of the careers says of the moves between them.
MOVES = "possiblemove,bothways"

Counts = Mapping[str, int]


def holds(view: View, kind: str, name: str) -> tuple[Size, Frame]:
    """The picture, which is sound, and its size with the entries that it shows."""
    size, frame = laid(Drawing(view, words(view, kind)), name)
    assert faults(frame, SIZES[name]) == [], (kind, name)
    return size, frame


def said(frame: Frame) -> list[str]:
    """What is read between dots, text by text."""
    rooms: dict[object, list[Line]] = {}
    for line in frame.lines:
        rooms.setdefault(line.room, []).append(line)
    texts = (" ".join(line.text for line in lines) for lines in rooms.values())
    return [squeezed(part) for text in texts for part in text.split("·") if part.strip()]


def entries(kind: str, view: View) -> Iterable[str]:
    """The names of what the kind lists."""
    model = view.model.catalogue
    if kind == "career-paths":
        return (step.title for one in view.roles for step in one.role.career.steps)
    if kind == "collaboration-network":
        return (partner.name for partner in model.partners.values())
    if kind == "comparison-table":
        return (dimension.name for dimension in view.comparison.dimensions)
    if kind == "role-profiles":
        return (account.name for account in model.accounts.values())
    return (entry.skill.name for group in groups(view) for entry in group.skills)


def numbers(kind: str, texts: Sequence[str], count: int) -> list[tuple[int, int]]:
    """Each (some, every) that is said: of all skills together, of all rows, of each role's list of so many entries."""
    end = {"skills-matrix": "skills", "comparison-table": "rows"}.get(kind, "$")
    found = (re.search(rf"{NUMBER}of{NUMBER}{end}", text) for text in texts)
    told = [(number(one[1]), number(one[2])) for one in found if one is not None]
    if told or kind == "comparison-table":
        return told
    left = (re.fullmatch(r"(\d+)more", text) for text in texts)
    return [(count - int(one[1]), count) for one in left if one]


def number(word: str) -> int:
    return NUMBERS.index(word) if word in NUMBERS else int(word)


def tells_truly(view: View, kind: str, name: str) -> None:
    """What the picture, and its alternative text, say of how many entries are shown is what is seen."""
    size, frame = holds(view, kind, name)
    role = view.roles[0].role
    holder = {"comparison-table": view.comparison, "career-paths": role.career}.get(kind, role)
    count = len(getattr(holder, COUNTED[kind]))
    names = {squeezed(entry) for entry in entries(kind, view)}
    texts = [text for text in said(frame) if MOVES not in text]
    if kind == "career-paths":
        tells_moves_truly(view, size, frame)
    told, seen = numbers(kind, texts, count), sum(text in names for text in texts)
    every = {"comparison-table": count, "skills-matrix": sum(len(group.every) for group in groups(view))}
    total = every.get(kind, count * len(view.roles))
    if not told:
        # A partner that several roles share may stand once for all of them.
        assert seen >= (len(all_ties(view)) if kind == "collaboration-network" else total), name
        return
    assert sum(every for _, every in told) == total, name
    assert sum(some for some, _ in told) == seen < total, name
    own = squeezed(all_kinds()[kind].alt(view, size))
    found = {(number(some), number(every)) for some, every in re.findall(f"{NUMBER}of{NUMBER}", own)}
    assert set(told) <= found, name


def tells_moves_truly(view: View, size: Size, frame: Frame) -> None:
    """Of the moves between careers as many are drawn as is said, and one that is left out is counted."""
    lines = sum(joined(frame, view).values())
    every = len(view.career_moves)
    told = [text.rpartition(",")[2] for text in said(frame) if MOVES in text]
    assert told == ([] if not every else ["bothways"] if lines == every else [f"{lines}of{every}"])
    if lines < every:
        assert "possiblemove" in squeezed(all_kinds()["career-paths"].alt(view, size))


counts = st.fixed_dictionaries({field: st.integers(1, 20) for field in sorted(FREE)})
fixed = st.sampled_from([*FIXED, "social"])


@examples(1)
@given(st.sampled_from(SUBJECTS), st.sampled_from(LISTING), fixed, counts)
def test_any_count_of_any_list_fits_a_page_of_fixed_size(subject: str, kind: str, name: str, counts: Counts) -> None:
    view = changed(view_of(subject), lambda part: with_lists(part, counts))
    drawing = Drawing(view, words(view, kind))
    if name in drawing.sizes([name]):
        (tells_truly if kind in COUNTED and name != "social" else holds)(view, kind, name)


@pytest.mark.endurance
@pytest.mark.parametrize("count", range(1, 21))
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("kind", LISTING)
def test_any_count_fits_every_size(kind: str, subject: str, count: int) -> None:
    view = listing(count, subject)
    for name in Drawing(view, words(view, kind)).sizes(SIZES):
        (tells_truly if kind in COUNTED and name in FIXED else holds)(view, kind, name)


@pytest.mark.parametrize(
    ("subject", "name"), [("flagship", "square"), ("three wards", "slide"), ("four wards", "classic")]
)
def test_skills_shown_have_the_highest_levels_and_shared_ones_the_most_different(subject: str, name: str) -> None:
    view = listing(20, subject)
    size, _ = holds(view, "skills-matrix", name)
    some = shown_skills(view, size)
    assert sum(len(group.skills) for group in some) < sum(len(group.every) for group in groups(view))
    for group in some:
        kept = [any(entry is one for one in group.skills) for entry in group.every]
        shared = group.roles == view.roles
        weights = [entry.spread if shared else max(map(LEVELS.index, entry.levels.values())) for entry in group.every]
        assert list(itertools.compress(group.every, kept)) == list(group.skills)
        least = min(itertools.compress(weights, kept))
        assert all(weight <= least for weight, held in zip(weights, kept, strict=True) if not held)


@pytest.mark.parametrize(
    ("subject", "name"), [("flagship", "square"), ("three wards", "slide"), ("four wards", "classic")]
)
def test_steps_shown_are_the_nearest_to_the_role_without_a_gap(subject: str, name: str) -> None:
    view = listing(20, subject)
    size, _ = holds(view, "career-paths", name)
    for one in view.roles:
        levels = sorted(track(view, one, size))
        assert len(levels) < 20
        assert levels == list(range(levels[0], levels[-1] + 1))
        assert abs(levels[0]) <= levels[-1] <= 1 - levels[0]
