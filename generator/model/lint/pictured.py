"""What a picture shows, in numbers: how many of what, and how much of it each role has.

In: a comparison with its roles and the catalogue, and the kind of a picture. Out: counts, by the words that texts have
for what is counted, and quantities by which roles can be compared. What a kind is drawn from stands in pictured.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.model.reading.reader import load_packaged
from generator.model.schema import LEVELS, Catalogue, Comparison, Role


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something: in all, with each role, with all roles alike; `parts` are other numbers that hold."""

    nouns: str
    total: int | None = None
    by_role: Mapping[str, int] = field(default_factory=dict)
    shared: int | None = None
    parts: frozenset[int] = frozenset()

    @property
    def held(self) -> frozenset[int]:
        """Every number that a text may give."""
        found = {*self.by_role.values(), *self.parts, self.total, self.shared}
        return frozenset(number for number in found if number is not None)


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of something each role has. What is `counted` is named right after "more"; a grade may be anywhere.

    Values that are less than `step` apart are the same to a reader; `middle` is where high and low meet.
    """

    names: tuple[str, ...]
    by_role: Mapping[str, float]
    counted: bool = False
    level: bool = False
    step: float = 0
    middle: float | None = None

    @property
    def same(self) -> bool:
        """Whether all roles have as much of it."""
        apart = max(self.by_role.values()) - min(self.by_role.values())
        return not apart or apart < self.step


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows."""

    counts: tuple[Count, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What the pictures of a comparison are drawn from."""

    comparison: Comparison
    roles: Mapping[str, Role]
    catalogue: Catalogue


@cache
def kinds() -> Mapping[str, str]:
    """What each kind of picture is drawn from."""
    return {str(kind): str(part) for kind, part in load_packaged(__package__, "pictured.yml").items()}


def shown(kind: str, subject: Subject) -> Shown:
    """What a picture of that kind shows, besides the roles themselves."""
    part = kinds().get(kind)
    found = _PARTS[part](subject) if part else Shown()
    return Shown((_panels("roles posts jobs", subject), *found.counts), found.quantities)


def _panels(nouns: str, subject: Subject) -> Count:
    """What there is one of for each role."""
    return Count(nouns, len(subject.roles))


def _many(nouns: str, lists: Mapping[str, Iterable[str]]) -> tuple[Count, Quantity]:
    """A list of each role, of which several may have the same entries."""
    sets = {role: set(entries) for role, entries in lists.items()}
    counted = {role: len(entries) for role, entries in sets.items()}
    shared = len(set.intersection(*sets.values()))
    return Count(nouns, len(set().union(*sets.values())), counted, shared or None), _by_number(nouns, counted)


def _by_number(nouns: str, counted: Mapping[str, int]) -> Quantity:
    return Quantity(tuple(nouns.split()), counted, counted=True)


# --- kinds, by what they are drawn from -------------------------------------------------------------------------------


def _table(subject: Subject) -> Shown:
    return Shown((Count("rows dimensions", len(subject.comparison.dimensions)), _panels("columns", subject)))


def _profiles(subject: Subject) -> Shown:
    return Shown((_panels("profiles cards", subject),))


def _skills(subject: Subject) -> Shown:
    """Skills of each role and of all, in groups that the same roles need, with the levels of the shared ones."""
    holders: dict[str, set[str]] = {}
    for id, role in subject.roles.items():
        for entry in role.skills:
            holders.setdefault(entry.skill, set()).add(id)
    own = {id: len(role.skills) for id, role in subject.roles.items()}
    leading = {sum(entry.headline for entry in role.skills) for role in subject.roles.values()}
    shared = subject.comparison.shared.skills
    groups = len({frozenset(found) for found in holders.values()} | {frozenset(subject.roles)})
    levels = [Count("groups", groups, parts=frozenset({len(subject.roles) + 1}))]
    skills = Count("skills", len(holders) + len(shared), own, len(shared), frozenset(leading))
    graded = tuple(
        Quantity((subject.catalogue.skills[entry.skill].name,), _levels(entry.levels), level=True) for entry in shared
    )
    return Shown((skills, *levels), (_by_number("skills", own), *graded))


def _levels(levels: Mapping[str, str]) -> dict[str, float]:
    return {role: float(LEVELS.index(level)) for role, level in levels.items()}


def _scales(subject: Subject) -> Shown:
    """Scales go by their names, and by words that only one of them has."""
    every = [word for scale in subject.comparison.scales for word in set(_long_words(scale.name))]
    quantities = []
    for scale in subject.comparison.scales:
        own = (word for word in _long_words(scale.name) if every.count(word) == 1)
        values = {id: float(position.value) for id, position in scale.positions.items()}
        quantities.append(Quantity((scale.name.casefold(), *own), values, middle=5))
    return Shown((Count("scales", len(subject.comparison.scales)),), tuple(quantities))


def _long_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w{5,}", text.casefold()) if word != "number"]


def _duties(subject: Subject) -> Shown:
    count, quantity = _many(
        "duties responsibilities tasks",
        {id: [duty.title for duty in role.responsibilities] for id, role in subject.roles.items()},
    )
    return Shown((count, _panels("lists", subject)), (quantity,))


def _portfolio(subject: Subject) -> Shown:
    if subject.comparison.portfolio is None:
        return Shown()
    groups = {id: subject.comparison.portfolio.roles[id].groups for id in subject.roles}
    drawn = {id: sum(group.count for group in each) for id, each in groups.items()}
    parts = frozenset(group.count for each in groups.values() for group in each)
    kinds = {id: len({group.account for group in each}) for id, each in groups.items()}
    sizes = {id: len({group.size for group in each}) for id, each in groups.items()}
    every = len({group.account for each in groups.values() for group in each})
    nouns = "circles accounts customers clients patients"
    return Shown(
        (
            Count(nouns, sum(drawn.values()), drawn, parts=parts | set(kinds.values())),
            Count("kinds", every, kinds),
            Count("sizes", None, sizes),
        ),
        (_by_number(nouns, drawn),),
    )


def _map(subject: Subject) -> Shown:
    drawn = subject.comparison.map
    if drawn is None:
        return Shown()
    cells = {letter: sum(row.count(letter) for row in drawn.rows) for letter in drawn.areas}
    regions: dict[str, list[str]] = {}
    for letter, area in drawn.areas.items():
        regions.setdefault(area.region or area.name, []).append(letter)
    reach = {id: drawn.reach[id] for id in subject.roles}
    touched = {id: {*each.covers, *(call.area for call in each.calls)} for id, each in reach.items()}
    reached = {id: sum(bool(found & set(letters)) for letters in regions.values()) for id, found in touched.items()}
    calls = {id: len(each.calls) for id, each in reach.items()}
    covered = {sum(cells[letter] for letter in each.covers) for each in reach.values()}
    of_regions = {sum(cells[letter] for letter in letters) for letters in regions.values()}
    customers = "customers clients accounts patients discs"
    counts = (
        Count("regions", len(regions), reached),
        Count("segments", parts=frozenset(len(letters) for letters in regions.values() if len(letters) > 1)),
        Count("areas quarters districts", len(drawn.areas), {id: len(each.covers) for id, each in reach.items()}),
        Count("cells hexagons", sum(cells.values()), calls, parts=frozenset({*cells.values(), *covered, *of_regions})),
        Count(customers, by_role=calls),
    )
    return Shown(counts, (_by_number("regions", reached), _by_number(customers, calls)))


def _metrics(subject: Subject) -> Shown:
    nouns = "measures metrics figures indicators"
    count, quantity = _many(nouns, {id: [entry.metric for entry in role.metrics] for id, role in subject.roles.items()})
    leading = frozenset(sum(entry.headline for entry in role.metrics) for role in subject.roles.values())
    counted = Count(nouns, count.total, count.by_role, count.shared, leading - {0})
    return Shown((counted, _panels("scorecards cards", subject)), (quantity,))


def _partners(subject: Subject) -> Shown:
    nouns = "teams partners departments"
    count, quantity = _many(
        nouns, {id: [entry.partner for entry in role.partners] for id, role in subject.roles.items()}
    )
    return Shown((count,), (quantity,))


def _careers(subject: Subject) -> Shown:
    careers = {id: role.career.steps for id, role in subject.roles.items() if role.career}
    if not careers:
        return Shown()
    steps = {id: len(each) for id, each in careers.items()}
    lower = max(sum(step.stage == "before" for step in each) for each in careers.values())
    upper = max(sum(step.stage != "before" for step in each) for each in careers.values())
    counts = (
        Count("steps rungs", sum(steps.values()), steps),
        Count("levels", lower + upper),
        _panels("tracks ladders paths", subject),
        Count("moves crossings", len(subject.comparison.career_moves)),
    )
    return Shown(counts, (_by_number("steps rungs", steps),))


def _guide(subject: Subject) -> Shown:
    guide = subject.comparison.guide
    if guide is None:
        return Shown()
    leading = frozenset({sum(question.headline for question in guide.questions)} - {0})
    answers = [len(question.answers) for question in guide.questions]
    points = {
        id: sum(answer.weights[id] for each in guide.questions for answer in each.answers) for id in subject.roles
    }
    most = {sum(max(answer.weights[id] for answer in each.answers) for each in guide.questions) for id in subject.roles}
    counts = (
        Count("questions", len(guide.questions), parts=leading),
        Count("answers", sum(answers), parts=frozenset(answers)),
        Count("points", parts=frozenset({guide.margin, guide.margin + 1, *range(2, 4), *most})),
    )
    return Shown(counts, (_by_number("points", points),))


def _ties(subject: Subject) -> Shown:
    if subject.comparison.ties is None:
        return Shown()
    ties = {id: subject.comparison.ties.roles[id] for id in subject.roles}
    known = {id: len(each.contacts) for id, each in ties.items()}
    customers = {id: 1 if each.inside else len(each.contacts) for id, each in ties.items()}
    people, outlines = "contacts people desks discs points", "outlines clients customers accounts"
    counts = (Count(people, sum(known.values()), known), Count(outlines, sum(customers.values()), customers))
    return Shown(counts, (_by_number(people, known), _by_number(outlines, customers)))


def _week(subject: Subject) -> Shown:
    if subject.comparison.week is None:
        return Shown()
    shares = {id: subject.comparison.week.roles[id].shares for id in subject.roles}
    parts = {id: sum(share > 0 for share in each.values()) for id, each in shares.items()}
    times = tuple(
        Quantity(
            (activity.name.casefold(),),
            {id: float(each.get(activity.id, 0)) for id, each in shares.items()},
            step=5,
        )
        for activity in subject.comparison.week.activities
    )
    return Shown((Count("activities parts", len(subject.comparison.week.activities), parts),), times)


_PARTS: Mapping[str, Callable[[Subject], Shown]] = {
    "table": _table,
    "profiles": _profiles,
    "skills": _skills,
    "scales": _scales,
    "duties": _duties,
    "portfolio": _portfolio,
    "map": _map,
    "metrics": _metrics,
    "partners": _partners,
    "careers": _careers,
    "guide": _guide,
    "ties": _ties,
    "week": _week,
}
