"""Twenty entries: every size holds them, and a page of fixed size that shows some says truly how many."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import cache

import pytest

from generator.infographics import drawing
from generator.infographics.drawing import Drawing
from generator.infographics.kinds import all_kinds, career_paths
from generator.infographics.kinds.collaboration_network.ties import all_ties
from generator.infographics.kinds.skills_matrix.groups import groups
from generator.infographics.kinds.skills_matrix.shown import shown as shown_skills
from generator.layout.frame import Frame, Line
from generator.layout.sizes import SIZES
from generator.model import LEVELS, View
from infographics.conftest import squeezed
from infographics.test_any_text import FONTS, faults, listing, words

COUNT = 20
SUBJECTS = ("flagship", "three wards", "four wards")
KINDS = ("career-paths", "collaboration-network", "comparison-table", "role-profiles", "skills-matrix")
GROWING = [name for name, size in SIZES.items() if size.height is None]
FIXED = [name for name, size in SIZES.items() if size.height is not None and not size.brief]
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@cache
def frames(kind: str, subject: str) -> dict[str, Frame]:
    """The picture in every size; of three roles, those that grow are left to the fewest and to the most."""
    view = listing(COUNT, subject)
    dense = Drawing(view, words(view, kind))
    tried = [name for name in SIZES if subject != "three wards" or name not in GROWING]
    return {name: drawing.frame(dense, SIZES[name], FONTS) for name in tried}


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


def numbers(kind: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Each (some, every) that is said: of all skills together, of all rows, of each role's list."""
    end = {"skills-matrix": "skills", "comparison-table": "rows", "role-profiles": "$"}.get(kind, "$")
    found = (re.search(rf"(\d+|{'|'.join(NUMBERS)})of(\d+){end}", text) for text in texts)
    told = [
        (NUMBERS.index(one[1]) if one[1] in NUMBERS else int(one[1]), int(one[2])) for one in found if one is not None
    ]
    if told or kind == "comparison-table":
        return told
    left = (re.fullmatch(r"(\d+)more", text) for text in texts)
    return [(COUNT - int(one[1]), COUNT) for one in left if one]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_size_holds_twenty_entries_and_says_of_how_many(kind: str, subject: str) -> None:
    view = listing(COUNT, subject)
    names = {squeezed(name) for name in entries(kind, view)}
    lists = {"comparison-table": 1, "skills-matrix": len(groups(view))}.get(kind, len(view.roles))
    for name, frame in frames(kind, subject).items():
        assert faults(frame, SIZES[name]) == [], name
        texts = said(frame)
        told, seen = numbers(kind, texts), sum(text in names for text in texts)
        if name in FIXED and told:
            assert sum(every for _, every in told) == COUNT * lists, name
            assert sum(some for some, _ in told) == seen < COUNT * lists, name
        elif name in FIXED or name in GROWING:
            assert told == [], name
            # A partner that several roles share may stand once for all of them.
            once = name in GROWING and kind == "collaboration-network"
            assert seen >= (len(all_ties(view)) if once else COUNT * lists), name


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_alternative_text_of_such_a_size_counts_as_the_picture_does(kind: str, subject: str) -> None:
    view = listing(COUNT, subject)
    for name in FIXED:
        told = numbers(kind, said(frames(kind, subject)[name]))
        own = squeezed(all_kinds()[kind].alt(view, SIZES[name]))
        found = {(int(some), int(every)) for some, every in re.findall(r"(\d+)of(\d+)", own)}
        assert kind == "comparison-table" or set(told) <= found, name
        assert all(f"{NUMBERS[some]}of{every}rows" in own for some, every in told if kind == "comparison-table"), name


@pytest.mark.parametrize("subject", SUBJECTS)
def test_skills_shown_are_those_of_the_highest_levels_and_shared_ones_the_most_different(subject: str) -> None:
    view = listing(COUNT, subject)
    for group in (group for name in FIXED for group in shown_skills(view, SIZES[name])):
        kept = [any(entry is one for one in group.skills) for entry in group.every]
        shared = group.roles == view.roles
        weights = [entry.spread if shared else max(map(LEVELS.index, entry.levels.values())) for entry in group.every]
        assert list(itertools.compress(group.every, kept)) == list(group.skills)
        least = min(itertools.compress(weights, kept))
        assert all(weight <= least for weight, held in zip(weights, kept, strict=True) if not held)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_steps_shown_are_the_nearest_to_the_role_without_a_gap(subject: str) -> None:
    view = listing(COUNT, subject)
    for name, one in itertools.product(FIXED, view.roles):
        levels = sorted(career_paths.track(view, one, SIZES[name]))
        assert levels == list(range(levels[0], levels[-1] + 1))
        assert abs(levels[0]) <= levels[-1] <= 1 - levels[0]
