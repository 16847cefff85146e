"""What flows between roles and partners in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.kinds.collaboration_network.ties import all_ties
from generator.infographics.picture import Table
from generator.model import Compared, View


def table(view: View) -> Table:
    columns = ("Team", "Role", "The role gives", "The role gets", "Shared")
    rows = tuple(
        (*map(str, (tie.partner.name, compared.role.name, flow.gives, flow.gets)), "yes" if tie.shared else "no")
        for tie in all_ties(view)
        for compared, flow in tie.holders
    )
    return Table(columns, rows)


def describe(view: View) -> tuple[str, ...]:
    paragraphs = [_paragraph(view, compared) for compared in view.roles]
    shared = [
        f"{tie.partner.name} ({', '.join(compared.role.name for compared, _ in tie.holders)})"
        for tie in all_ties(view)
        if tie.shared
    ]
    return (*paragraphs, *([f"Partners that several roles share: {'; '.join(shared)}."] if shared else []))


def _paragraph(view: View, compared: Compared) -> str:
    flows = (
        f"To {view.model.catalogue.partners[flow.partner].name} the role gives: {_ended(flow.gives)} "
        f"It gets: {_ended(flow.gets)}"
        for flow in compared.role.partners
    )
    return f"{compared.role.name}. {' '.join(flows)}"


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
