"""The metrics in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say the same as the picture.
"""

from __future__ import annotations

from generator.infographics.kinds.metrics_scorecard.measures import Measure, measures_of
from generator.infographics.picture import Table
from generator.model import Compared, View


def table(view: View) -> Table:
    columns = ("Metric", "Role", "Definition", "Worked out as", "Better", "What it decides", "Headline", "Shared with")
    rows = [_cells(compared, measure) for compared in view.roles for measure in measures_of(view, compared)]
    return Table(columns, tuple(rows))


def _cells(compared: Compared, measure: Measure) -> tuple[str, ...]:
    metric, entry, others = measure.metric, measure.entry, ", ".join(other.role.name for other in measure.sharers)
    texts = (metric.name, compared.role.name, metric.definition, metric.formula, metric.better, entry.use)
    return (*map(str, texts), "yes" if entry.headline else "no", others)


def describe(view: View) -> tuple[str, ...]:
    paragraphs = ((compared, " ".join(map(_sentence, measures_of(view, compared)))) for compared in view.roles)
    return tuple(
        f"{compared.role.name}: {view.headline(compared, 'metrics')}. {sentences}" for compared, sentences in paragraphs
    )


def _sentence(measure: Measure) -> str:
    metric, entry = measure.metric, measure.entry
    others = " and ".join(other.role.name for other in measure.sharers)
    shared = f", shared with {others}" if others else ""
    rank = ", a headline metric" if entry.headline else ""
    return f"{metric.name} ({measure.way[2]}{rank}{shared}): {metric.definition} {entry.use}"
