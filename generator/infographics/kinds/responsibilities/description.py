"""The responsibilities in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say the same as the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.model import Point, View


def table(view: View) -> Table:
    rows = [
        (str(compared.role.name), str(duty.title), str(duty.text))
        for compared in view.roles
        for duty in compared.role.responsibilities
    ]
    rows += [(both_or_all(view).capitalize(), str(point.title), str(point.text)) for point in shared_points(view)]
    return Table(("Role", "Responsibility", "In practice"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    own = [f"{compared.role.name}. " + " ".join(_sentences(compared.role.responsibilities)) for compared in view.roles]
    shared = " ".join(_sentences(shared_points(view)))
    return (*own, *([f"Shared by {both_or_all(view)}. {shared}"] if shared else []))


def _sentences(points: Sequence[Point]) -> Iterator[str]:
    return (f"{point.title}: {point.text}" for point in points)


def shared_points(view: View) -> tuple[Point, ...]:
    """What all roles are responsible for."""
    topic = view.topic("responsibilities")
    return topic.shared if topic else ()
