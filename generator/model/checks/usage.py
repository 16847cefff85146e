"""What would never be shown, and what a page or picture would miss.

In: comparisons, their roles, and the infographics that exist. Out: problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.checks import charts
from generator.model.schema import Comparison, Role
from generator.model.text import place_of
from generator.model.validation import closest
from generator.problems import Problem, Severity

# Before the names of what each role has: a picture of it needs one of those that follow.
OF_ROLES = "roles."
_OF_GUIDE_PAGE = ("title", "text", "decides")  # what the picture of a guide has no place for


def drawn_sections(comparison: Comparison, kinds: Mapping[str, str]) -> Iterator[Problem]:
    """Every picture has the section it draws, and no section that only pictures show is without its picture."""
    drawn = {kinds.get(picture.kind, ""): picture for picture in comparison.infographics}
    for section, picture in drawn.items():
        if section and not section.startswith(OF_ROLES) and not getattr(comparison, section):
            message = f'the infographic "{picture.kind}" draws the section "{section}", which is missing'
            fix = f'add "{section}:" to the comparison, or leave out the infographic'
            yield Problem("missing-field", place_of(picture.kind), message, fix)
    for section in set(charts.SECTIONS) & set(kinds.values()) - set(drawn):
        part = getattr(comparison, section)
        if part is not None:
            message = f'no infographic of this comparison draws the section "{section}"'
            fix = "add the infographic or remove the section"
            yield Problem("never-shown", part.place, message, fix, Severity.WARNING)


def drawn_of_roles(comparison: Comparison, compared: Mapping[str, Role], kinds: Mapping[str, str]) -> Iterator[Problem]:
    """Every picture of something that roles have finds it in each of them."""
    for picture in comparison.infographics:
        section = kinds.get(picture.kind, "")
        if not section.startswith(OF_ROLES):
            continue
        names = section.removeprefix(OF_ROLES).split("|")
        for id, role in compared.items():
            if not any(getattr(role, name) for name in names):
                listed = " or ".join(f'"{name}"' for name in names)
                message = f'the infographic "{picture.kind}" draws {listed} of each role, and "{id}" has none'
                fix = f'add "{names[0]}:" to the role, or leave out the infographic'
                yield Problem("missing-field", place_of(picture.kind), message, fix)


def topic_infographics(comparison: Comparison) -> Iterator[Problem]:
    """A picture that a topic shows is one of the comparison, and the page shows it once."""
    shown = {picture.kind for picture in comparison.infographics}
    for topic in comparison.topics:
        for place, kind in enumerate(topic.pictured):
            if kind not in shown:
                message = f'the topic shows the infographic "{kind}", which this comparison does not have'
                yield Problem("dangling-reference", place_of(kind), message, "add it to infographics")
            elif kind in topic.pictured[:place]:
                yield Problem("duplicate-id", place_of(kind), f'the topic shows "{kind}" twice', "delete one of them")


def shown_guide(comparison: Comparison, kinds: Mapping[str, str]) -> Iterator[Problem]:
    """A guide has a page, and a heading there; without one, a picture, and nothing that only a page shows."""
    topic, guide = next((topic for topic in comparison.topics if topic.shows == "guide"), None), comparison.guide
    if topic and guide is None:
        message = f'the topic "{topic.id}" shows the guide, which is missing'
        yield Problem("missing-field", topic.place, message, 'add "guide:" to the comparison, or leave out the topic')
    if topic and guide and not guide.title:
        message = f'"title" is missing from the guide, which the topic "{topic.id}" shows'
        yield Problem("missing-field", guide.place, message, 'add "title:" to the guide')
    if guide and not topic and "guide" in kinds.values():
        drawn = any(kinds.get(picture.kind) == "guide" for picture in comparison.infographics)
        unshown = [name for name in _OF_GUIDE_PAGE if getattr(guide, name)]
        if not drawn or unshown:
            lost = " and ".join(f'"{name}"' for name in unshown) if drawn else "it"
            message = f"no topic shows the guide, so {'its ' if drawn else ''}{lost} would not appear"
            fix = f'give a topic of the comparison "shows: guide", which is its page, or remove {lost}'
            yield Problem("never-shown", guide.place, message, fix, Severity.WARNING)


def unused_statements(roles: Mapping[str, Role], comparisons: Mapping[str, Comparison]) -> Iterator[Problem]:
    """Statements that no page would show."""
    by_role: dict[str, list[Comparison]] = {}
    for comparison in comparisons.values():
        for name in dict.fromkeys(comparison.roles):
            by_role.setdefault(name, []).append(comparison)
    for name, role in roles.items():
        mine = by_role.get(name)
        if not mine:
            continue
        dimensions = {part.id for comparison in mine for part in comparison.dimensions if part.shows == "statement"}
        shown = {part.id: part for comparison in mine for part in comparison.dimensions if part.shows != "statement"}
        topics = {part.id for comparison in mine for part in comparison.topics}
        renamed = {old: part.id for comparison in mine for part in comparison.topics for old in part.formerly}
        for section, given, wanted in (("dimension", role.dimensions, dimensions), ("topic", role.topics, topics)):
            for key in given:
                if key in shown and key not in wanted and section == "dimension":
                    row = shown[key]
                    message = f'the row "{row.name}" shows the {row.shows} of each role, so this would not appear'
                    fix = f'remove it, or "shows: {row.shows}" from the row'
                    yield Problem("never-shown", place_of(key), message, fix)
                elif key not in wanted:
                    message = f'no comparison of this role has the {section} "{key}"'
                    now = renamed.get(key) if section == "topic" else None
                    near = closest(key, [name for name in wanted if name not in given])
                    fix = f'it is called "{now}" now' if now else near or "add it to the comparison or remove it"
                    yield Problem("dangling-reference", place_of(key), message, fix)
