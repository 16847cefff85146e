"""What only pictures of a comparison show: customers, areas, ties, weeks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.schema.fields import AccountId, IconName, Id, Letter, MapRow, OwnId, Part, RoleId
from generator.model.text import Text


class Judged(Part):
    """What an editorial judgement about one role comes to, and why."""

    headline: Text = Field(description="What the picture shows of the role, in a few words.")
    rationale: Text = Field(description="The reason, in one line.")


class AccountGroup(Part):
    """So many customers of one kind and size."""

    account: AccountId = Field(description="An entry of catalogue.yml, accounts.")
    count: int = Field(ge=1, le=200, description="How many circles are drawn.")
    size: int = Field(ge=1, le=1000, description="What each brings, in parts of the whole; the circle's area.")


class RolePortfolio(Judged):
    """An editorial judgement: the customers of one role, and why they are drawn so."""

    groups: tuple[AccountGroup, ...] = Field(
        min_length=1, max_length=8, description="The customers, in groups of one kind and size."
    )


class Portfolio(Part):
    """Who a role's customers are: a circle each, its area true to what the customer brings. Schematic."""

    area: Text = Field(description="What the area of a circle stands for.")
    roles: dict[RoleId, RolePortfolio] = Field(description="One portfolio for each role.")


class Area(Part):
    """A part of the map."""

    name: Text = Field(description="The area's name on the map.")
    region: Text | None = Field(None, description="The region it is a segment of; without it, it is a region itself.")


class Call(Part):
    """Where a role has a customer outside any boundary of its own."""

    area: Letter = Field(description="The letter of an area of the map.")
    account: AccountId = Field(description="An entry of catalogue.yml, accounts.")


class Reach(Judged):
    """An editorial judgement: which area a role covers, or where its customers lie."""

    covers: tuple[Letter, ...] = Field((), description="Letters of the areas that the role covers fully.")
    calls: tuple[Call, ...] = Field((), max_length=24, description="Single customers, where the role has no area.")


class Overlap(Part):
    """Who does what where the areas and customers of several roles meet."""

    title: Text = Field(description="Where they meet, in a few words.")
    text: Text = Field(description="Who does what there, in one or two short sentences.")


class Map(Part):
    """A schematic map of hexagons: who covers an area, and whose customers lie scattered over it."""

    text: Text = Field(description="What the map stands for, in one line.")
    rows: tuple[MapRow, ...] = Field(
        min_length=2,
        max_length=14,
        description="The map row by row: a letter a cell, a full stop where there is none.",
        examples=[["..aab", ".aabb"]],
    )
    areas: dict[Letter, Area] = Field(min_length=1, description="The areas by their letters.")
    reach: dict[RoleId, Reach] = Field(description="One entry for each role.")
    overlap: Overlap | None = Field(
        None, description="The rule where one role calls in another's area, or two cover the same."
    )


class Contact(Part):
    """Somebody whom a role knows."""

    name: Text = Field(description="Who it is: a position, never a person's name.")
    icon: IconName
    strength: int | None = Field(
        None, ge=1, le=3, description="No longer shown, since nobody measured it; kept so that older content is read."
    )


class RoleTies(Judged):
    """An editorial judgement: whom a role knows."""

    inside: Text | None = Field(None, description="Where all of them belong, if to one customer.")
    contacts: tuple[Contact, ...] = Field(
        min_length=1, max_length=16, description="The people that the role knows, most important first."
    )


class Ties(Part):
    """The people whom each role knows: many at one customer, or one at each of many."""

    text: Text = Field(description="What an outline and a disc stand for.")
    roles: dict[RoleId, RoleTies] = Field(description="One entry for each role.")


class Activity(Part):
    """Something that takes time in a week."""

    id: OwnId
    name: Text = Field(description="What takes the time, in a few words.")
    icon: IconName


class RoleWeek(Judged):
    """An editorial judgement: how a typical week of one role divides."""

    shares: dict[Id, Annotated[int, Field(ge=0, le=100)]] = Field(
        description="Percent of the week by activity; 100 in all."
    )


class Week(Part):
    """How a typical week divides."""

    text: Text = Field(description="What a typical week means here, in one line.")
    activities: tuple[Activity, ...] = Field(
        min_length=2, max_length=9, description="What takes time, from the largest part to the smallest."
    )
    roles: dict[RoleId, RoleWeek] = Field(description="One entry for each role.")
