"""The map in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.picture import Table
from generator.model import Compared, Map, Reach, View

WHOLE = "Covered whole"


def table(view: View) -> Table:
    reaches = [reach_of(view, compared) for compared in view.roles]
    rows = [("What one sees", "", *(str(reach.headline) for reach in reaches))]
    rows += [
        (str(area.name), str(area.region or area.name), *(_presence(view, reach, letter) for reach in reaches))
        for letter, area in section(view).areas.items()
    ]
    rows.append(("Why", "", *(str(reach.rationale) for reach in reaches)))
    return Table(("Area", "Region", *(compared.role.name for compared in view.roles)), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"Editorial judgement on a schematic map. {section(view).text}."
    return (opening, _division(section(view)), *(_paragraph(view, compared) for compared in view.roles))


def section(view: View) -> Map:
    """The map of the comparison."""
    assert view.comparison.map is not None, "a picture of this kind is only listed where there is a map"
    return view.comparison.map


def reach_of(view: View, compared: Compared) -> Reach:
    """What a role covers, and where it calls."""
    return section(view).reach[compared.id]


def _presence(view: View, reach: Reach, letter: str) -> str:
    """What a role has in an area, in words."""
    whole = [WHOLE.lower()] if letter in reach.covers else []
    accounts = view.model.catalogue.accounts
    return "; ".join([*whole, *(str(accounts[call.account].name) for call in reach.calls if call.area == letter)])


def _division(drawn: Map) -> str:
    regions_named = []
    for region, letters in regions(drawn).items():
        segments = [drawn.areas[letter].name for letter in letters if drawn.areas[letter].region]
        regions_named.append(f"{region} ({', '.join(segments)})" if segments else region)
    return f"The map has these regions: {'; '.join(regions_named)}."


def _paragraph(view: View, compared: Compared) -> str:
    reach, areas = reach_of(view, compared), section(view).areas
    found = {letter: _presence(view, reach, letter) for letter in areas}
    listed = "; ".join(f"{areas[letter].name}: {words}" for letter, words in found.items() if words)
    return f"{compared.role.name}: {reach.headline}. {listed}. {reach.rationale}"


def regions(drawn: Map) -> dict[str, list[str]]:
    """The letters of each region, by its name; an area without a region is one."""
    found: dict[str, list[str]] = {}
    for letter, part in drawn.areas.items():
        found.setdefault(part.region or part.name, []).append(letter)
    return found
