"""Who works with whom, and how much of it a size shows.

In: the partners of the compared roles. Out: every partner once, with the roles that work with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.infographics.parts.shown import count, first
from generator.layout import Size
from generator.model import Compared, Partner, RolePartner, Text, View

# Sizes of a fixed height that name what flows to so many partners of each of two roles; others name the partners.
_DETAILED = {"slide": 3, "classic": 3, "portrait": 3, "poster": 3}
# So many partners of each of more roles are tried with what flows; where a page has no room for it, they are fewer.
_TOLD = 6
# No more than so many of them may be shared: what flows to each of both roles is named there.
_SHARED = 2


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


def detailed(view: View, size: Size) -> bool:
    """Whether a size names what flows between the roles and their partners."""
    if size.height is None:
        return True
    if size.most is not None:
        return False
    if len(view.roles) > 2:
        return not size.brief and max(len(one.role.partners) for one in view.roles) <= _TOLD
    ties = all_ties(view)
    most = max(sum(1 for tie in ties if tie.flow(compared) and not tie.shared) for compared in view.roles)
    shared = sum(1 for tie in ties if tie.shared)
    return shared <= _SHARED and most + shared <= _DETAILED.get(size.name, 0)


def shown(view: View, compared: Compared, size: Size) -> Sequence[Tie]:
    """The first partners of a role, as many as a size shows."""
    return first(size, [tie for tie in all_ties(view) if tie.flow(compared)])


def counted(view: View, compared: Compared, size: Size) -> str:
    """How many partners of how many, to stand behind a role's name; "" where a size shows all."""
    return count(shown(view, compared, size), compared.role.partners)


def alt(view: View, size: Size) -> str:
    """The alternative text of a size that names the partners only."""
    if detailed(view, size):
        return ""
    partners = (
        f"{one.role.name}{counted(view, one, size)}: {', '.join(tie.partner.name for tie in shown(view, one, size))}"
        for one in view.roles
    )
    return f"The internal partners of each role, by name. {'. '.join(partners)}."


def worded(flow: RolePartner, size: Size) -> tuple[tuple[str, Text], ...]:
    """What runs each way, in few words on a page of fixed size."""
    if size.height is None:
        return (("gives", flow.gives), ("gets", flow.gets))
    return (("gives", flow.gives_short or flow.gives), ("gets", flow.gets_short or flow.gets))
