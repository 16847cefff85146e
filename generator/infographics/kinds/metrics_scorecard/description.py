"""The metrics in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say the same as the picture.
"""

from __future__ import annotations

from generator.infographics.kinds.metrics_scorecard.measures import (
    Measure,
    briefly,
    counted_briefly,
    measures_of,
    scorecards,
    shown_briefly,
)
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, Metric, View


def table(view: View) -> Table:
    columns = (
        *("Metric", "Role", "Definition", "Worked out as", "What it hides", "Better"),
        *("What it decides", "Headline", "Shared with"),
    )
    rows = [_cells(compared, measure) for compared in view.roles for measure in measures_of(view, compared)]
    return Table(columns, tuple(rows))


def _cells(compared: Compared, measure: Measure) -> tuple[str, ...]:
    metric, entry, others = measure.metric, measure.entry, ", ".join(other.role.name for other in measure.sharers)
    texts = (metric.name, compared.role.name, metric.definition, metric.formula, metric.hides)
    told = (str(text or "") for text in texts)
    return (*told, metric.better or "", str(entry.use or ""), "yes" if entry.headline else "no", others)


def alt(view: View, size: Size) -> str:
    cards, most = scorecards(view, size), shown_briefly(view)
    if not size.brief:
        lists = (
            f"{card.name}: {', '.join(measure.metric.name for measure in card.headline + card.others)}"
            for card in cards
        )
        some = any(card.name != card.compared.role.name for card in cards)
        return f"The first measures of each role. {'. '.join(lists)}." if some else ""
    told = (
        f"{card.compared.role.name}: {', '.join(measure.metric.name for measure in briefly(card, most))}"
        for card in cards
    )
    count = counted_briefly(view, size)
    return f"The first measures of each role, {count}: {'; '.join(told)}." if count else ""


def describe(view: View) -> tuple[str, ...]:
    paragraphs = ((compared, " ".join(map(_sentence, measures_of(view, compared)))) for compared in view.roles)
    return tuple(f"{_opening(view, compared)} {sentences}" for compared, sentences in paragraphs)


def _opening(view: View, compared: Compared) -> str:
    said = view.headline(compared, "metrics")
    return f"{compared.role.name}: {said}." if said else f"{compared.role.name}."


def _sentence(measure: Measure) -> str:
    metric, entry = measure.metric, measure.entry
    others = " and ".join(other.role.name for other in measure.sharers)
    shared = f", shared with {others}" if others else ""
    rank = ", a headline metric" if entry.headline else ""
    about = f"{measure.way[2]}{rank}{shared}".removeprefix(", ")
    name = f"{metric.name} ({about})" if about else str(metric.name)
    told = [str(text) for text in (metric.definition, _hidden(metric), entry.use) if text]
    return f"{name}: {' '.join(told)}" if told else f"{name}."


def _hidden(metric: Metric) -> str:
    return f"It hides: {metric.hides}." if metric.hides else ""
