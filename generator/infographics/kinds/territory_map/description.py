"""The map in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows, and where the
roles meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, Map, Reach, Text, View

WHOLE = "fully covered"


@dataclass(frozen=True, slots=True)
class Meeting:
    """An area that several roles cover, or in which one calls on a customer (`call` of its list) that others cover."""

    letter: str
    roles: tuple[Compared, ...]
    call: int | None = None


def table(view: View) -> Table:
    reaches = [reach_of(view, compared) for compared in view.roles]
    rows = [("In short", "", *(str(reach.headline) for reach in reaches))]
    rows += [
        (str(area.name), str(area.region or area.name), *(_presence(view, reach, letter) for reach in reaches))
        for letter, area in section(view).areas.items()
    ]
    rows.append(("Why", "", *(str(reach.rationale) for reach in reaches)))
    return Table(("Area", "Region", *(compared.role.name for compared in view.roles)), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"Editorial judgement on a schematic map. {section(view).text}."
    paragraphs = (opening, _division(section(view)), *(_paragraph(view, compared) for compared in view.roles))
    overlap, met = section(view).overlap, met_in_words(view)
    return (*paragraphs, *([met] if met else []), *([f"{overlap.title}: {overlap.text}"] if overlap else []))


def alt(view: View, size: Size) -> str:
    """What a picture without names of places and customers shows, or without those of segments."""
    if not size.brief and segments_named(view, size):
        return ""
    places = "places" if size.brief else "segments"
    said = " ".join(f"{compared.role.name}: {reach_of(view, compared).headline}." for compared in view.roles)
    return f"A map of hexagons without the names of {places}. {said} {met_in_words(view)}".strip()


def segments_named(view: View, size: Size) -> bool:
    """Whether the parts of regions have their names, if there are any: on a square the map is too small."""
    return size.width != size.height or not any(area.region for area in section(view).areas.values())


def section(view: View) -> Map:
    """The map of the comparison."""
    assert view.comparison.map is not None, "a picture of this kind is only listed where there is a map"
    return view.comparison.map


def reach_of(view: View, compared: Compared) -> Reach:
    """What a role covers, and where it calls."""
    return section(view).reach[compared.id]


def meetings(view: View) -> Iterator[Meeting]:
    """Where several roles work: common areas first, then each role's calls in areas of others."""
    covering = {
        letter: tuple(compared for compared in view.roles if letter in reach_of(view, compared).covers)
        for letter in section(view).areas
    }
    yield from (Meeting(letter, roles) for letter, roles in covering.items() if len(roles) > 1)
    for compared in view.roles:
        for index, call in enumerate(reach_of(view, compared).calls):
            others = tuple(other for other in covering[call.area] if other is not compared)
            if others:
                yield Meeting(call.area, (compared, *others), index)


def calls_met(view: View) -> list[tuple[Compared, int]]:
    """The calls that roles make in areas of others."""
    return [(meeting.roles[0], meeting.call) for meeting in meetings(view) if meeting.call is not None]


def account_name(view: View, compared: Compared, call: int) -> Text:
    """What kind of customer a role calls on."""
    return view.model.catalogue.accounts[reach_of(view, compared).calls[call].account].name


def met_in_words(view: View) -> str:
    """Where several roles work, as a sentence, or ""."""
    found = []
    for meeting in meetings(view):
        area = section(view).areas[meeting.letter].name
        names = [str(compared.role.name) for compared in meeting.roles]
        thing = area if meeting.call is None else f"{account_name(view, meeting.roles[0], meeting.call)} in {area}"
        found.append(f"{thing} ({', '.join(names)})")
    return f"Where several work: {'; '.join(dict.fromkeys(found))}." if found else ""


def _presence(view: View, reach: Reach, letter: str) -> str:
    """What a role has in an area, in words."""
    whole = [WHOLE] if letter in reach.covers else []
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
