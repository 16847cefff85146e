"""The metrics of each role, and which of them roles share.

In: a `View` of a comparison. Out: a scorecard for each role.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.infographics.parts.shown import at_most
from generator.layout import Size
from generator.model import Compared, Metric, RoleMetric, View

# (icon, word, sentence) of the ways in which a metric should move.
WAYS: dict[str | None, tuple[str, str, str]] = {
    "higher": ("material/arrow-up-bold", "Higher", "higher is better"),
    "lower": ("material/arrow-down-bold", "Lower", "lower is better"),
    "on-target": ("material/bullseye", "On target", "on target is best"),
    None: ("material/circle-small", "", ""),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric of a role, and the other roles that have it too."""

    metric: Metric
    entry: RoleMetric
    sharers: tuple[Compared, ...]

    @property
    def way(self) -> tuple[str, str, str]:
        return WAYS[self.metric.better]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One role's metrics: the headline ones, and the others; `every` is how many the role has."""

    compared: Compared
    headline: tuple[Measure, ...]
    others: tuple[Measure, ...]
    every: int

    @property
    def name(self) -> str:
        """The role's name, and how many of its metrics there are where that is not all."""
        some, name = len(self.headline) + len(self.others), self.compared.role.name
        return f"{name}, {some} of {self.every}" if some < self.every else name


def scorecards(view: View, size: Size) -> list[Scorecard]:
    """What a size shows of each role's metrics: all, or the first, those of the headline before the others."""
    cards = []
    for compared in view.roles:
        measures = measures_of(view, compared)
        most = at_most(size, len(measures))
        headline = [measure for measure in measures if measure.entry.headline][:most]
        others = [measure for measure in measures if not measure.entry.headline]
        rest = others[: most - len(headline)]
        cards.append(Scorecard(compared, tuple(headline), tuple(rest), len(measures)))
    return cards


def shown_briefly(view: View) -> int:
    """How many metrics of each role a card for feeds names: three of two roles, one of more."""
    return 3 if len(view.roles) == 2 else 1


def briefly(card: Scorecard, most: int) -> tuple[Measure, ...]:
    """The metrics that a card for feeds names."""
    return (card.headline or card.others)[:most]


def counted_briefly(view: View, size: Size) -> str:
    """How many metrics of how many a card for feeds names, of all roles together; "" where it names all. One that
    several roles have is one.
    """
    cards, most = scorecards(view, size), shown_briefly(view)
    named = {measure.entry.metric for card in cards for measure in briefly(card, most)}
    every = {entry.metric for card in cards for entry in card.compared.role.metrics}
    return f"{len(named)} of {len(every)}" if len(named) < len(every) else ""


def common_way(view: View) -> str:
    """Which way is better where that is the same for all metrics, else ""."""
    ways = {view.metric(entry).better for compared in view.roles for entry in compared.role.metrics}
    return ways.pop() or "" if len(ways) == 1 else ""


def any_way(view: View) -> bool:
    """Whether it is said of any metric which way is better."""
    return any(view.metric(entry).better for compared in view.roles for entry in compared.role.metrics)


def measures_of(view: View, compared: Compared) -> tuple[Measure, ...]:
    others = [(other, {each.metric for each in other.role.metrics}) for other in view.roles if other.id != compared.id]
    return tuple(
        Measure(view.metric(entry), entry, tuple(other for other, metrics in others if entry.metric in metrics))
        for entry in compared.role.metrics
    )


def sharing(view: View, measure: Measure) -> str:
    """With whom a metric is shared: the other roles by their short names, unless all have it."""
    if len(measure.sharers) + 1 == len(view.roles):
        return view.words.of("shared_row", len(view.roles))
    return f"Shared with {', '.join(other.role.abbreviation for other in measure.sharers)}"
