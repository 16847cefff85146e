"""What each kind has to say: of any comparison, in its pictures, its table and its description."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.infographics.kinds.comparison_table import rows
from generator.infographics.kinds.week_in_the_role.description import spent
from generator.infographics.kinds.week_in_the_role.quarter_days import number
from generator.layout.sizes import Size
from generator.model.view import View, address
from infographics.conftest import Shown


def expected(shown: Shown) -> Iterator[str]:
    """The words that a picture of this kind and size must hold; a brief one leaves out all but the essence."""
    view, words, size = shown.view, shown.drawing.infographic, shown.size
    yield from (words.title, words.eyebrow, view.source_line(words, dated=not size.brief), address(view.model))
    if size.brief:
        return
    for compared in view.roles:
        upright = len(view.roles) > 2 and size.name in ("square", "portrait")
        short = shown.kind == "comparison-table" and (size.narrow or upright)
        yield compared.role.abbreviation if short else compared.role.name
    yield from _IN_SIZE[shown.kind](view, size) if shown.kind in _IN_SIZE else _PICTURED[shown.kind](view)
    if shown.kind == "depth-and-breadth" and size.height is None:
        yield from _reasons(view)
    if shown.kind == "week-in-the-role" and size.height is None:
        yield from _week_in_words(view)
    if shown.kind == "skills-matrix" and size.height is None:
        yield from _uses(view)
    if shown.kind == "shared-and-distinct" and size.height is None:
        yield from _leading_uses(view)
    if shown.kind == "career-paths" and size.height is None:
        yield from _moves(view)
    if shown.kind == "territory-map" and size.height is None:
        yield from _map(view)
    if shown.kind == "decision-tree" and size.height is None:
        yield from (question.question for question in view.comparison.guide.questions)


def facts(view: View, kind: str) -> Iterator[str]:
    """What the table and the description hold, whatever a picture has room for."""
    yield from _PICTURED[kind](view)
    yield from _TOLD.get(kind, lambda view: iter(()))(view)


def _table(view: View) -> Iterator[str]:
    for dimension in view.comparison.dimensions:
        yield dimension.name
        for cell in view.cells(dimension):
            yield from cell


def _rows(view: View, size: Size) -> Iterator[str]:
    """Of the table what a size has room for, and how many rows that is."""
    yield rows.counted(view, size)
    for dimension in rows.shown(view, size):
        yield dimension.name
        for cell in view.cells(dimension):
            yield from cell


def _profiles(view: View) -> Iterator[str]:
    for role in (compared.role for compared in view.roles):
        yield from (role.tagline, role.fit.title, role.career.leans)
        yield from (view.model.catalogue.accounts[entry.account].name for entry in role.accounts)


def _profiles_in(view: View, size: Size) -> Iterator[str]:
    """Where there is room also what sets each role apart, and what that means."""
    yield from _profiles(view)
    if size.height is None or size.full:
        yield from (text for one in view.roles for point in one.role.lead for text in (point.title, point.text))


def _leads(view: View) -> Iterator[str]:
    yield from (point.title for compared in view.roles for point in compared.role.lead)


def _skills(view: View) -> Iterator[str]:
    yield from (view.model.catalogue.skills[entry.skill].name for entry in view.comparison.shared.skills)
    yield from (view.skill(entry).name for compared in view.roles for entry in compared.role.skills)


def _uses(view: View) -> Iterator[str]:
    yield from (entry.text for entry in view.comparison.shared.skills)
    yield from (entry.use for compared in view.roles for entry in compared.role.skills)


def _leading(view: View) -> Iterator[str]:
    yield from (view.model.catalogue.skills[entry.skill].name for entry in view.comparison.shared.skills)
    yield from (view.skill(entry).name for compared in view.roles for entry in compared.role.skills if entry.headline)


def _leading_uses(view: View) -> Iterator[str]:
    yield from (entry.text for entry in view.comparison.shared.skills)
    yield from (entry.use for compared in view.roles for entry in compared.role.skills if entry.headline)


def _scales(view: View) -> Iterator[str]:
    for scale in view.comparison.scales:
        yield from (scale.name, scale.low, scale.high)


def _reasons(view: View) -> Iterator[str]:
    for scale in view.comparison.scales:
        yield from (position.rationale for position in scale.positions.values())


def _duties(view: View) -> Iterator[str]:
    yield from (point.title for compared in view.roles for point in compared.role.responsibilities)


def _portfolio(view: View) -> Iterator[str]:
    assert view.comparison.portfolio
    for said in view.comparison.portfolio.roles.values():
        yield said.headline


def _customers(view: View) -> Iterator[str]:
    assert view.comparison.portfolio
    for said in view.comparison.portfolio.roles.values():
        yield from (view.model.catalogue.accounts[group.account].name for group in said.groups)
        yield from (str(group.count) for group in said.groups)


def _map(view: View) -> Iterator[str]:
    assert view.comparison.map
    for reach in view.comparison.map.reach.values():
        yield reach.headline
        yield from (view.model.catalogue.accounts[call.account].name for call in reach.calls)
        yield from (view.comparison.map.areas[letter].name for letter in reach.covers)


def _metrics(view: View) -> Iterator[str]:
    yield from (view.metric(entry).name for compared in view.roles for entry in compared.role.metrics)


def _partners(view: View) -> Iterator[str]:
    for compared in view.roles:
        for entry in compared.role.partners:
            yield view.model.catalogue.partners[entry.partner].name


def _flows(view: View) -> Iterator[str]:
    yield from (
        text for compared in view.roles for entry in compared.role.partners for text in (entry.gives, entry.gets)
    )


def _career(view: View) -> Iterator[str]:
    for compared in view.roles:
        yield compared.role.career.leans
        yield from (step.title for step in compared.role.career.steps)


def _moves(view: View) -> Iterator[str]:
    yield from (move.short or move.text.rstrip(".") for move in view.comparison.career_moves)
    yield from (title for move in view.comparison.career_moves for title in move.between.values())


def _answers(view: View) -> Iterator[str]:
    for question in view.comparison.guide.questions:
        yield question.question
        yield from (answer.text for answer in question.answers)


def _ties(view: View) -> Iterator[str]:
    assert view.comparison.ties
    for said in view.comparison.ties.roles.values():
        yield said.headline
        yield from (contact.name for contact in said.contacts)
        yield from (said.inside,) if said.inside else ()


def _week(view: View) -> Iterator[str]:
    assert view.comparison.week
    yield from (activity.name for activity in view.comparison.week.activities)
    for compared in view.roles:
        times = (spent(view, compared, activity) for activity in view.comparison.week.activities)
        yield from (number(time) for time in times if time.quarters)


def _week_in_words(view: View) -> Iterator[str]:
    assert view.comparison.week
    for said in view.comparison.week.roles.values():
        yield from (said.headline, said.rationale)


_PICTURED: dict[str, Callable[[View], Iterator[str]]] = {
    "comparison-table": _table,
    "role-profiles": _profiles,
    "shared-and-distinct": _leading,
    "depth-and-breadth": _scales,
    "responsibilities": _duties,
    "account-portfolio": _portfolio,
    "territory-map": lambda view: iter(()),
    "metrics-scorecard": _metrics,
    "skills-matrix": _skills,
    "collaboration-network": _partners,
    "career-paths": _career,
    "decision-tree": lambda view: iter(()),
    "relationship-map": _ties,
    "week-in-the-role": _week,
}
# What a picture of some size shows, where that is not all that the kind shows.
_IN_SIZE: dict[str, Callable[[View, Size], Iterator[str]]] = {
    "comparison-table": _rows,
    "role-profiles": _profiles_in,
}
_TOLD: dict[str, Callable[[View], Iterator[str]]] = {
    "territory-map": _map,
    "account-portfolio": _customers,
    "depth-and-breadth": _reasons,
    "collaboration-network": _flows,
    "role-profiles": _leads,
    "decision-tree": _answers,
    "week-in-the-role": _week_in_words,
    "career-paths": _moves,
}
