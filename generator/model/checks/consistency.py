"""What no single type can see: symmetry between roles, uniqueness, facts stored twice, contrast.

In: the parts of the content that fit their types; some may be missing, since every problem is told in
one run. Out: problems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.model import text
from generator.model.checks import charts
from generator.model.contrast import ratio
from generator.model.schema.model import (
    Catalogue,
    Comparison,
    Hue,
    Neutral,
    Palette,
    Part,
    Role,
    RoleMetric,
    RoleSkill,
    Topic,
)
from generator.model.text import Text
from generator.problems import Place, Problem, Severity

TEXT_CONTRAST = 4.5
LISTED_ELSEWHERE = ("guide", "table")


def check(
    parts: Mapping[str, Any], *, roles_named: Collection[str], comparisons_whole: bool, kinds: Mapping[str, str]
) -> Iterator[Problem]:
    """All findings on `parts` (field of `Model` → value).

    `roles_named` are the ids of all roles, those of broken files too; without `comparisons_whole` some comparison
    is missing from `parts`, and what no comparison asks for cannot be told. `kinds` are infographics with the section
    of a comparison that each draws.
    """
    roles: Mapping[str, Role] = parts.get("roles", {})
    for name, comparison in parts.get("comparisons", {}).items():
        compared = {role: roles[role] for role in comparison.roles if role in roles}
        yield from _unique(name, comparison)
        yield from _drawn(comparison, kinds)
        yield from charts.check(comparison)
        if set(comparison.roles) <= set(roles_named):
            yield from _complete(comparison, roles_named)
        yield from _symmetric(comparison, compared)
        yield from _stored_once(comparison, compared)
        yield from _told_apart(comparison, compared, parts.get("palette"))
    if comparisons_whole:
        yield from _unused(roles, parts.get("comparisons", {}))
    if "palette" in parts:
        yield from _palette(parts["palette"])
    if "catalogue" in parts:
        yield from _same_names(parts["catalogue"])


def place_of(part: Part) -> Place:
    """Where the first text of a part stands."""
    for _, value in part:
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text):
                return item.place
            if isinstance(item, Part):
                return place_of(item)
    return Place("content")


def _unique(name: str, comparison: Comparison) -> Iterator[Problem]:
    groups: dict[str, Iterable[tuple[str, Place]]] = {
        "dimension": [(part.id, place_of(part)) for part in comparison.dimensions],
        "topic": [(part.id, place_of(part)) for part in comparison.topics],
        "scale": [(part.id, place_of(part)) for part in comparison.scales],
        "question": [(part.id, place_of(part)) for part in comparison.guide.questions],
        "infographic": [(part.kind, place_of(part)) for part in comparison.infographics],
        "shared skill": [(part.skill, place_of(part)) for part in comparison.shared.skills],
        "role": [(role, text.place_of(role)) for role in comparison.roles],
    }
    for what, entries in groups.items():
        counts = Counter(entry for entry, _ in entries)
        for entry, place in entries:
            if counts[entry] > 1:
                message = f'the {what} "{entry}" is listed {counts[entry]} times'
                yield Problem("duplicate-id", place, message, "keep one of them or give it another id")


def _complete(comparison: Comparison, names: Collection[str]) -> Iterator[Problem]:
    """Everything that is said role by role is said for each compared role and for no other."""
    for part, values, what in _by_role(comparison):
        for role in comparison.roles:
            if role not in values:
                message = f'{what} says nothing about "{role}"'
                yield Problem("asymmetric", place_of(part), message, f'add "{role}:"; every compared role is needed')
        for role in values:
            if role not in comparison.roles and role in names:
                message = f'{what} speaks of "{role}", which is not compared here'
                yield Problem("asymmetric", place_of(part), message, "remove it, or add the role to the comparison")
    shown = {picture.kind for picture in comparison.infographics}
    for topic in comparison.topics:
        if topic.infographic and topic.infographic not in shown:
            message = f'the topic shows the infographic "{topic.infographic}", which this comparison does not have'
            yield Problem("dangling-reference", topic.name.place, message, "add it to infographics")


def _drawn(comparison: Comparison, kinds: Mapping[str, str]) -> Iterator[Problem]:
    """Every picture has the section it draws, and no section is without its picture."""
    drawn = {kinds.get(picture.kind, ""): picture for picture in comparison.infographics}
    for section, picture in drawn.items():
        if section and getattr(comparison, section) is None:
            message = f'the infographic "{picture.kind}" draws the section "{section}", which is missing'
            yield Problem("missing-field", picture.title.place, message, f'add "{section}:" to the comparison')
    for section in set(kinds.values()) - set(drawn) - {""}:
        part = getattr(comparison, section)
        if part is not None:
            message = f'no infographic of this comparison draws the section "{section}"'
            fix = "add the infographic or remove the section"
            yield Problem("never-shown", place_of(part), message, fix, Severity.WARNING)


def _by_role(comparison: Comparison) -> Iterator[tuple[Part, Mapping[str, Any], str]]:
    for skill in comparison.shared.skills:
        yield skill, skill.levels, f'the shared skill "{skill.skill}"'
    for scale in comparison.scales:
        yield scale, scale.positions, f'the scale "{scale.id}"'
    for question in comparison.guide.questions:
        for answer in question.answers:
            yield answer, answer.weights, f'the answer "{answer.text}"'
    yield comparison.guide, comparison.guide.verdicts, "the guide's list of verdicts"
    for name in charts.SECTIONS:
        section = getattr(comparison, name)
        if section:
            yield section, charts.by_role(section), f'"{name}"'


def _symmetric(comparison: Comparison, compared: Mapping[str, Role]) -> Iterator[Problem]:
    """What one role states, each role states."""
    for name, role in compared.items():
        for dimension in comparison.dimensions:
            if dimension.shows == "statement" and dimension.id not in role.dimensions:
                yield _unsaid(role, "dimensions", dimension.id)
            lists: dict[str, tuple[RoleSkill | RoleMetric, ...]] = {"skills": role.skills, "metrics": role.metrics}
            listed = lists.get(dimension.shows, ())
            if listed and not any(entry.headline for entry in listed):
                message = f'"{name}" marks none of its {dimension.shows} for the comparison table'
                fix = 'write "headline: true" at those that the table names'
                yield Problem("asymmetric", place_of(listed[0]), message, fix)
        for topic in comparison.topics:
            yield from _topic(topic, role)


def _topic(topic: Topic, role: Role) -> Iterator[Problem]:
    view = role.topics.get(topic.id)
    if topic.shows in LISTED_ELSEWHERE:
        if view:
            message = f'the topic "{topic.id}" shows the {topic.shows}, so this would not appear'
            yield Problem("never-shown", view.headline.place, message, "remove it")
    elif not view:
        yield _unsaid(role, "topics", topic.id)
    elif topic.shows == "points" and not view.points:
        yield Problem("asymmetric", view.headline.place, "the topic needs points here", 'add "points:"')
    elif topic.shows != "points" and view.points:
        message = f"the topic shows the {topic.shows}, so these points would not appear"
        yield Problem("never-shown", place_of(view.points[0]), message, "remove them")


def _unsaid(role: Role, section: str, name: str) -> Problem:
    message = f'"{name}" is missing from {section}; another role is compared on it'
    return Problem("asymmetric", role.name.place, message, f'add "{name}:" below "{section}:"')


def _stored_once(comparison: Comparison, compared: Mapping[str, Role]) -> Iterator[Problem]:
    shared = {skill.skill for skill in comparison.shared.skills}
    for role in compared.values():
        for skill in role.skills:
            if skill.skill in shared:
                message = f'the skill "{skill.skill}" is also listed as one that all roles share'
                yield Problem("stored-twice", skill.use.place, message, "keep it in one of the two places")
        for what, ids in (
            ("skill", [(entry.skill, entry) for entry in role.skills]),
            ("metric", [(entry.metric, entry) for entry in role.metrics]),
            ("partner", [(entry.partner, entry) for entry in role.partners]),
            ("account", [(entry.account, entry) for entry in role.accounts]),
        ):
            counts = Counter(name for name, _ in ids)
            for name, entry in ids:
                if counts[name] > 1:
                    message = f'the {what} "{name}" is listed {counts[name]} times'
                    yield Problem("duplicate-id", place_of(entry), message, "keep one of them")


def _told_apart(comparison: Comparison, compared: Mapping[str, Role], palette: Palette | None) -> Iterator[Problem]:
    """Two roles side by side differ in hue, marker and abbreviation."""
    seen: dict[tuple[str, str], str] = {}
    for name, role in compared.items():
        signs = [("hue", str(role.hue)), ("abbreviation", str(role.abbreviation))]
        if palette and role.hue in palette.hues:
            signs.append(("marker", palette.hues[role.hue].marker))
        for sign in signs:
            other = seen.setdefault(sign, name)
            if other != name:
                message = f'"{name}" has the same {sign[0]} as "{other}" ({sign[1]})'
                where = role.abbreviation if sign[0] == "abbreviation" else role.hue
                yield Problem("look-alike", text.place_of(where), message, f"give one of them another {sign[0]}")


def _unused(roles: Mapping[str, Role], comparisons: Mapping[str, Comparison]) -> Iterator[Problem]:
    """Statements that no page would show."""
    for name, role in roles.items():
        mine = [comparison for comparison in comparisons.values() if name in comparison.roles]
        if not mine:
            continue
        dimensions = {part.id for comparison in mine for part in comparison.dimensions if part.shows == "statement"}
        topics = {part.id for comparison in mine for part in comparison.topics}
        renamed = {old: part.id for comparison in mine for part in comparison.topics for old in part.formerly}
        for section, said, asked in (("dimension", role.dimensions, dimensions), ("topic", role.topics, topics)):
            for key, part in said.items():
                if key not in asked:
                    message = f'no comparison of this role has the {section} "{key}"'
                    now = renamed.get(key) if section == "topic" else None
                    fix = f'it is called "{now}" now' if now else "add it to the comparison or remove it"
                    yield Problem("dangling-reference", place_of(part), message, fix)


def _palette(palette: Palette) -> Iterator[Problem]:
    """Enough contrast everywhere, and no hue under the name of the accent."""
    if "shared" in palette.hues:
        fix = "the accent for what roles share has that name; choose another"
        place = text.place_of(palette.hues["shared"].light.solid)
        yield Problem("duplicate-id", place, 'a hue cannot be called "shared"', fix)
    for theme in ("light", "dark"):
        neutral: Neutral = getattr(palette.neutral, theme)
        swatches = {"shared": palette.shared, **palette.hues}
        for name, swatch in swatches.items():
            hue: Hue = getattr(swatch, theme)
            pairs = [(hue.on, hue.solid), (hue.solid, neutral.ground), (hue.solid, neutral.card), (hue.solid, hue.tint)]
            pairs += [(neutral.ink, hue.tint), (neutral.muted, hue.tint)]
            yield from _weak(pairs, f"{name}, {theme}")
        plain = [(text, back) for text in (neutral.ink, neutral.muted) for back in (neutral.ground, neutral.card)]
        yield from _weak(plain, f"neutral, {theme}")


def _weak(pairs: Iterable[tuple[str, str]], where: str) -> Iterator[Problem]:
    for front, back in pairs:
        found = ratio(front, back)
        if found < TEXT_CONTRAST:
            message = f"{front} on {back} ({where}) has a contrast of {found:.2f}:1"
            fix = f"text needs {TEXT_CONTRAST}:1; make one of them lighter or darker"
            yield Problem("low-contrast", text.place_of(front), message, fix)


def _same_names(catalogue: Catalogue) -> Iterator[Problem]:
    for _, section in catalogue:
        counts = Counter(entry.name.casefold() for entry in section.values())
        for entry in section.values():
            if counts[entry.name.casefold()] > 1:
                message = f'"{entry.name}" is the name of two entries'
                yield Problem("stored-twice", entry.name.place, message, "keep one of them")
