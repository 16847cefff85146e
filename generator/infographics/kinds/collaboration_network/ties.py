"""Who works with whom.

In: the partners of the compared roles. Out: every partner once, with the roles that work with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Compared, Partner, RolePartner, View

# With more partners than these there is room for their names only, on a page of fixed size.
MOST_DETAILED = 6


@dataclass(frozen=True, slots=True)
class Tie:
    """A partner with the roles that work with it."""

    id: str
    partner: Partner
    holders: Sequence[tuple[Compared, RolePartner]]

    @property
    def shared(self) -> bool:
        return len(self.holders) > 1

    def flow(self, compared: Compared) -> RolePartner | None:
        """What runs between the partner and that role, if anything does."""
        return next((flow for holder, flow in self.holders if holder.id == compared.id), None)


def all_ties(view: View) -> list[Tie]:
    """Every partner of the compared roles once, in the order of the roles."""
    found: dict[str, list[tuple[Compared, RolePartner]]] = {}
    for compared in view.roles:
        met: list[str] = []
        for flow in compared.role.partners:
            # A partner that one role names twice is not shared by that.
            found.setdefault(f"{flow.partner}.{met.count(flow.partner)}", []).append((compared, flow))
            met.append(flow.partner)
    partners = view.model.catalogue.partners
    return [Tie(name, partners[holders[0][1].partner], holders) for name, holders in found.items()]
