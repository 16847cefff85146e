"""What a new role or comparison starts with, so that it is valid beside the content that there is.

In: an id or the roles to compare, and the model. Out: a plan: the values that are known, nested as in the file. What
need not be there is planned where others of its kind have it, since readers will look for it here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.infographics import all_kinds
from generator.model import LISTED_ELSEWHERE, LONGEST, PROMPT, Dimension, Model, Part, Role, Topic, abbreviation
from generator.problems import UsageError
from generator.scaffold.yaml_writer import ICON, NOTE

# A view of a topic needs no points where the page shows another list of the role.
_LISTS = ("responsibilities", "metrics", "partners", "skills", "career")
# What a role and a comparison begin with where there are no others.
_OF_ROLES, _OF_COMPARISONS = ("tagline", "summary"), ("title", "summary")
_ROWS = ("first-row", "second-row")
# Prepositions and articles, and what says that anybody may apply: Koch/-in (m/w/d), Nurse (f/m/x).
_CARRIED = {
    *("a", "an", "and", "at", "for", "in", "of", "the", "to", "with"),
    *("der", "des", "die", "fuer", "im", "mit", "und"),
    *("d", "f", "innen", "m", "w", "x"),
}
# A longer question has no room in a picture until it is answered.
_SHORT = 45
# A fact has a text too, which its editor may take away.
_POINT: dict[str, None] = {"text": None}


def role_plan(name: str, model: Model, *, called: str | None = None) -> dict[str, Any]:
    """Everything that a role must state to be compared with those that are; `called`, where its id is not its name."""
    comparisons, roles = model.comparisons.values(), model.roles.values()
    shared = {skill.skill for each in comparisons for skill in each.shared.skills}
    catalogue = model.catalogue
    had = _had(roles, _OF_ROLES)
    own: str | None = None
    if "skills" in had:
        own = next((skill for skill in catalogue.skills if skill not in shared), None)
        if own is None:
            raise UsageError("every skill of catalogue.yml is one that roles share; add one that this role alone needs")
    statements: dict[str, Any] = {
        part.id: _asked(part) for each in comparisons for part in each.dimensions if part.shows == "statement"
    }
    topics: dict[str, Any] = {
        topic.id: {NOTE: topic.name, **({"points": [_POINT]} if topic.shows == "points" else {})}
        for each in comparisons
        for topic in each.topics
        if topic.shows not in LISTED_ELSEWHERE
    }
    known = statements or {name: {} for role in roles for name in role.dimensions} or {row: {} for row in _ROWS}
    plan: dict[str, Any] = {
        "tagline": None,
        "summary": None,
        "lead": [_POINT],
        "responsibilities": [_POINT],
        "accounts": [{"account": next(iter(catalogue.accounts), None)}],
        "skills": [{"skill": own, "headline": True}],
        "metrics": [{"metric": next(iter(catalogue.metrics), None), "headline": True}],
        "partners": [{"partner": next(iter(catalogue.partners), None)}],
        "career": {},
        "fit": {"signs": [None]},
    }
    wanted = {field: value for field, value in plan.items() if field in had}
    if topics:
        wanted["topics"] = topics
    return {
        "name": called or _words(name),
        "abbreviation": abbreviation_of(name, {each.abbreviation for each in roles}),
        "dimensions": {row: asked | _as_others(roles, "dimensions", row, "detail") for row, asked in known.items()},
        **wanted,
    }


def comparison_plan(model: Model, chosen: tuple[str, ...], *, called: str | None = None) -> dict[str, Any]:
    """Dimensions and topics are those of which all chosen roles speak in the same form."""
    roles = [model.roles[name] for name in chosen]
    had = _had(model.comparisons.values(), _OF_COMPARISONS)
    answers = [{"weights": {other: 2 if other == one else 0 for other in chosen}} for one in chosen]
    headline = next(name for name, kind in all_kinds().items() if kind.POSTER)
    dimensions, topics = list(_dimensions(model, roles)), list(_topics(model, roles))
    if not dimensions:
        raise UsageError("these roles say nothing on the same row; give both a statement of one name in dimensions")
    plan: dict[str, Any] = {
        "title": None,
        "industry": None,
        "summary": None,
        "shared": _shared(model, roles, chosen),
        "topics": topics,
        "scales": [{"id": "first-scale", "positions": {each: {"value": 5} for each in chosen}}],
        "career_moves": list(_moves(chosen, roles)),
        "guide": ({"title": None} if _guide_page(model) else {})
        | {
            "questions": [{"id": "first-question", "headline": True, "answers": answers}],
            "verdicts": {each: {} for each in chosen},
        },
    }
    wanted = {field: value for field, value in plan.items() if field in had and value not in ([], {})}
    return {
        "name": called or " and ".join(each.name for each in roles),
        "roles": chosen,
        "dimensions": dimensions,
        **wanted,
        "infographics": [{"kind": headline}],
    }


def _moves(chosen: tuple[str, ...], roles: list[Role]) -> Iterator[dict[str, Any]]:
    """One move, between the first two roles whose careers have a step to name, the role itself if that is one."""
    between: dict[str, str] = {}
    for id, role in zip(chosen, roles, strict=True):
        steps = role.career.steps if role.career else ()
        titles = [step.title for step in sorted(steps, key=lambda step: step.stage != "now")]
        title = next((title for title in titles if titles.count(title) == 1), None)
        if title and len(between) < 2:
            between[id] = title
    if len(between) == 2:
        yield {"between": between}


def _asked(row: Dimension) -> dict[str, Any]:
    """What a row asks: above what the role says there, and in its place until somebody has written it."""
    question = row.question or row.name
    said = f"{row.name}: {row.question}" if row.question else row.name
    return {NOTE: said, "short": f"{PROMPT}: {question if len(question) <= _SHORT else row.name}"}


def _had(parts: Iterable[Part], usual: Iterable[str]) -> set[str]:
    """The fields that some part of a kind has."""
    return {name for part in parts for name, value in part if value} | {*usual}


def _as_others(roles: Iterable[Role], section: str, name: str, field: str) -> dict[str, Any]:
    """A statement says as much as others of its name do."""
    others = [getattr(role, section).get(name) for role in roles]
    return {field: None} if any(other and getattr(other, field) for other in others) else {}


def _shared(model: Model, roles: list[Role], chosen: tuple[str, ...]) -> dict[str, Any]:
    plan: dict[str, Any] = {"title": None, "short": None, "text": None, "points": [_POINT], "skills": []}
    had = {name for each in model.comparisons.values() for name, value in each.shared if value}
    if "skills" in had:
        taken = {entry.skill for each in roles for entry in each.skills}
        skill = next((skill for skill in model.catalogue.skills if skill not in taken), None)
        if skill is None:
            raise UsageError("each skill of catalogue.yml is one of these roles' own; add one that all of them need")
        plan["skills"] = [{"skill": skill, "levels": dict.fromkeys(chosen, "working")}]
    return {name: value for name, value in plan.items() if name in had}


def _dimensions(model: Model, roles: list[Role]) -> Iterator[dict[str, Any]]:
    known = {part.id: part for each in model.comparisons.values() for part in each.dimensions}
    for name in _common(role.dimensions for role in roles):
        yield _named(name, known.get(name))
    if all(any(entry.headline for entry in role.skills) for role in roles):
        yield {"id": "own-skills", "name": "Skills", "icon": ICON, "shows": "skills"}


def _topics(model: Model, roles: list[Role]) -> Iterator[dict[str, Any]]:
    known = {topic.id: topic for each in model.comparisons.values() for topic in each.topics}
    for name in _common(role.topics for role in roles):
        with_points = {bool(role.topics[name].points) for role in roles}
        topic = known.get(name)
        if with_points == {True}:
            yield _named(name, topic)
        elif with_points == {False}:
            shows = topic.shows if topic and topic.shows in _LISTS else _LISTS[0]
            if all(getattr(role, shows) for role in roles):
                yield {**_named(name, topic), "shows": shows}
    yield {"id": "in-one-table", "name": "In one table", "shows": "table"}
    if guide := _guide_page(model):
        yield {**_named(guide.id, guide), "shows": guide.shows}


def _guide_page(model: Model) -> Topic | None:
    """What other comparisons call the page of their guide."""
    topics = (topic for each in model.comparisons.values() for topic in each.topics)
    return next((topic for topic in topics if topic.shows == "guide"), None)


def _named(name: str, known: Dimension | Topic | None) -> dict[str, Any]:
    question = {"question": known.question} if isinstance(known, Dimension) and known.question else {}
    return {
        "id": name,
        "name": known.name if known else _words(name),
        "icon": known.icon if known else ICON,
        **question,
    }


def _common(groups: Iterable[Iterable[str]]) -> list[str]:
    """What stands in every group, in the order of the first."""
    first, *others = [list(group) for group in groups]
    return [name for name in first if all(name in other for other in others)]


def _words(name: str) -> str:
    return name.replace("-", " ").capitalize()


def abbreviation_of(id: str, taken: set[str]) -> str:
    """Two to five letters from the id, one where it has no more, that no other role has; words that titles only carry
    along do not count.
    """
    every = id.split("-")
    telling = [part for part in every if part not in _CARRIED]
    parts = [part.upper() for part in (telling if len(telling) > 1 else every)]
    return abbreviation("".join(part[0] for part in parts)[:LONGEST], "".join(parts), taken)
