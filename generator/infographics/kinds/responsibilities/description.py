"""The responsibilities in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say the same as the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.model import Point, View


def table(view: View) -> Table:
    rows = [_row(compared.role.name, duty) for compared in view.roles for duty in compared.role.responsibilities]
    rows += [_row(both_or_all(view).capitalize(), point) for point in shared_points(view)]
    columns = ("Role", "Responsibility", "In practice")
    used = len(columns) if any(row[-1] for row in rows) else len(columns) - 1
    return Table(columns[:used], tuple(row[:used] for row in rows))


def describe(view: View) -> tuple[str, ...]:
    own = [f"{compared.role.name}. " + " ".join(_sentences(compared.role.responsibilities)) for compared in view.roles]
    shared = " ".join(_sentences(shared_points(view)))
    return (*own, *([f"Shared by {both_or_all(view)}. {shared}"] if shared else []))


def _row(role: str, point: Point) -> tuple[str, str, str]:
    return str(role), str(point.title), str(point.text or "")


def _sentences(points: Sequence[Point]) -> Iterator[str]:
    return (f"{point.title}: {point.text}" if point.text else f"{point.title}." for point in points)


def shared_points(view: View) -> tuple[Point, ...]:
    """What all roles are responsible for."""
    topic = view.topic("responsibilities")
    return topic.shared if topic else ()
