"""What is said of one role is said of each role that it is compared with.

In: a comparison and its roles. Out: problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.model.checks import charts
from generator.model.schema import Comparison, Part, Role, RoleMetric, RoleSkill, Topic
from generator.model.text import place_of
from generator.problems import Problem

LISTED_ELSEWHERE = ("guide", "table")
_FIRST = {"dimensions": "short", "topics": "headline"}  # what one entry has to say at least
_LISTS = ("responsibilities", "metrics", "partners", "skills", "career")


def complete(comparison: Comparison, names: Collection[str]) -> Iterator[Problem]:
    """Everything that is said role by role is said for each compared role and for no other."""
    for part, values, what in _by_role(comparison):
        for role in comparison.roles:
            if role not in values:
                message = f'{what} says nothing about "{role}"'
                yield Problem("asymmetric", part.place, message, f'add "{role}:"; every compared role is needed')
        for role in values:
            if role not in comparison.roles and role in names:
                message = f'{what} speaks of "{role}", which is not compared here'
                yield Problem("asymmetric", place_of(role), message, "remove it, or add the role to the comparison")


def _by_role(comparison: Comparison) -> Iterator[tuple[Part, Mapping[str, Any], str]]:
    for skill in comparison.shared.skills:
        yield skill, skill.levels, f'the shared skill "{skill.skill}"'
    for scale in comparison.scales:
        yield scale, scale.positions, f'the scale "{scale.id}"'
    if comparison.guide:
        for question in comparison.guide.questions:
            for answer in question.answers:
                yield answer, answer.weights, f'the answer "{answer.text}"'
        yield comparison.guide, comparison.guide.verdicts, "the guide's list of verdicts"
    for name in charts.SECTIONS:
        section = getattr(comparison, name)
        if section:
            yield section, charts.by_role(section), f'"{name}"'


def statements(comparison: Comparison, compared: Mapping[str, Role]) -> Iterator[Problem]:
    """What one role states in its own file, each role states."""
    for name, role in compared.items():
        for dimension in comparison.dimensions:
            if dimension.shows == "statement" and dimension.id not in role.dimensions:
                yield _unsaid(role, "dimensions", dimension.id)
            lists: dict[str, tuple[RoleSkill | RoleMetric, ...]] = {"skills": role.skills, "metrics": role.metrics}
            listed = lists.get(dimension.shows, ())
            if dimension.shows in lists and not listed:
                message = f'"{name}" has no {dimension.shows}, which the row "{dimension.name}" shows'
                fix = f'add "{dimension.shows}:", or leave out the row'
                yield Problem("asymmetric", role.name.place, message, fix)
            if listed and not any(entry.headline for entry in listed):
                message = f'"{name}" marks none of its {dimension.shows} for the comparison table'
                fix = 'write "headline: true" at those that the table names'
                yield Problem("asymmetric", listed[0].place, message, fix)
        for topic in comparison.topics:
            yield from _topic(topic, role)


def _topic(topic: Topic, role: Role) -> Iterator[Problem]:
    view = role.topics.get(topic.id)
    if topic.shows in LISTED_ELSEWHERE:
        if view:
            message = f'the topic "{topic.id}" shows the {topic.shows}, so this would not appear'
            yield Problem("never-shown", view.headline.place, message, "remove it")
    elif topic.shows in _LISTS and not getattr(role, topic.shows):
        message = f'"{role.name}" has no {topic.shows}, which the topic "{topic.id}" shows'
        yield Problem("asymmetric", role.name.place, message, f'add "{topic.shows}:", or leave out the topic')
    elif not view:
        yield _unsaid(role, "topics", topic.id)
    elif topic.shows == "points" and not view.points:
        yield Problem("asymmetric", view.headline.place, "the topic needs points here", 'add "points:"')
    elif topic.shows != "points" and view.points:
        message = f"the topic shows the {topic.shows}, so these points would not appear"
        yield Problem("never-shown", view.points[0].place, message, "remove them")


def _unsaid(role: Role, section: str, name: str) -> Problem:
    message = f'"{name}" is missing from {section}; another role is compared on it'
    fix = f'add "{name}:" below "{section}:", and "{_FIRST[section]}:" with a text below that'
    return Problem("asymmetric", role.name.place, message, fix)
