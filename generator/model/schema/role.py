"""One role: content/roles/<id>.yml."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from generator.model.schema.fields import (
    AccountId,
    Checked,
    Day,
    FamilyId,
    Formerly,
    HueId,
    IconName,
    Id,
    Level,
    MetricId,
    Part,
    PartnerId,
    Point,
    SkillId,
    SourceId,
    Status,
)
from generator.model.text import Prose, Text, place_of

# Letters of an abbreviation.
SHORTEST, LONGEST = 2, 5
# Stands for the hue of a role that names none, until all roles are known; no file can name it.
NEXT_HUE = "next-free-hue"


class RoleSkill(Part):
    """A skill that this role needs and the roles it is compared with do not."""

    skill: SkillId = Field(description="An entry of catalogue.yml, skills.")
    level: Level = Field(description="The level of it that the role needs.")
    use: Text | None = Field(None, description="What the role does with it.")
    headline: bool = Field(False, description="true: named in the comparison table.")
    sources: Checked = ()


class RoleMetric(Part):
    """A measure by which this role is judged."""

    metric: MetricId = Field(description="An entry of catalogue.yml, metrics.")
    use: Text | None = Field(None, description="What it decides for this role.")
    headline: bool = Field(False, description="true: named in the comparison table.")


class RolePartner(Part):
    """An internal team this role depends on, and what passes between them."""

    partner: PartnerId = Field(description="An entry of catalogue.yml, partners.")
    gives: Text = Field(description="What the role brings to the team.")
    gets: Text = Field(description="What the role gets from the team.")
    gives_short: Text | None = Field(None, description="What it brings, in a few words for the picture.")
    gets_short: Text | None = Field(None, description="What it gets, in a few words for the picture.")


class RoleAccount(Part):
    """A kind of customer this role looks after."""

    account: AccountId = Field(description="An entry of catalogue.yml, accounts.")
    text: Text | None = Field(None, description="What looking after them means here.")


class CareerStep(Part):
    """One rung of the ladder."""

    title: Text = Field(description="The job title of the rung.")
    stage: Literal["before", "now", "next"] = Field(description="Before the role, the role itself, or after it.")
    text: Text = Field(description="What the rung is about.")


class Career(Part):
    """Where people come from and where they go."""

    leans: Text = Field(description="Which way the path leans, in a few words.")
    text: Prose = Field(description="The path in two or three sentences.")
    steps: tuple[CareerStep, ...] = Field(min_length=2, description="From the first rung to the last.")


class Fit(Part):
    """When this role is needed."""

    title: Text = Field(description="The case in a few words.")
    text: Prose = Field(description="The case in two or three sentences.")
    signs: tuple[Text, ...] = Field(min_length=1, description="Signs that it is needed.")


class Statement(Part):
    """What a role says about one dimension of the comparison table."""

    short: Text = Field(description="The table cell: a few words.")
    detail: Prose | None = Field(None, description="What stands behind them.")
    sources: Checked = ()


class TopicView(Part):
    """What a role says about one topic."""

    headline: Text = Field(description="The role's answer in one line.")
    text: Prose | None = Field(None, description="The answer in full.")
    points: tuple[Point, ...] = Field((), description="Its parts, where the topic has no list of its own.")


class Occupation(Part):
    """An official group of occupations that the role belongs to or comes near."""

    system: Text = Field(description="The classification's short name.", examples=["ISCO-08"])
    code: Annotated[Text, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$")] = Field(
        description="The group's code, in quotes if it is a number.", examples=["1221"]
    )
    name: Text = Field(description="The group's official name.")
    note: Text | None = Field(None, description="When the group fits, in a few words.")
    source: SourceId = Field(description="An entry of sources.yml.")


def _initials(data: dict[str, Any]) -> Any:
    """Of the words of the name; of a single word its first letters."""
    name = data.get("name")
    words = re.findall(r"\w+", name or "")
    letters = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)[:SHORTEST]
    return Text(letters[:LONGEST].upper() or "?", place_of(name)) if name else None


class Role(Part):
    """content/roles/<id>.yml: everything that is true of one role."""

    name: Text = Field(description="The role's name in the singular.")
    plural: Text | None = Field(
        None,
        description="The role's name in the plural, where it is not the name and an s: texts may use it unexplained.",
    )
    abbreviation: Text = Field(
        default_factory=_initials,
        description="Two to five letters, for tight places, or the only one of a name; without it, initials.",
    )
    icon: IconName = Field("material/account-outline")
    hue: HueId = Field(
        default_factory=lambda: NEXT_HUE,
        description="A hue of the palette, which the role wears everywhere; without it, the next that no other wears.",
    )
    family: FamilyId | None = Field(None, description="An entry of catalogue.yml, families.")
    tagline: Text | None = Field(None, description="The role in four to six words.")
    summary: Prose | None = Field(None, description="The role in two or three sentences.")
    lead: tuple[Point, ...] = Field((), description="What sets the role apart, most important first.")
    dimensions: dict[Id, Statement] = Field(
        default_factory=dict, description="One statement for each dimension that has no list of its own."
    )
    topics: dict[Id, TopicView] = Field(
        default_factory=dict, description="One view for each topic of the comparison that shows what roles say."
    )
    responsibilities: tuple[Point, ...] = Field(
        (), description="What the role is paid to get done, most important first."
    )
    accounts: tuple[RoleAccount, ...] = Field((), description="The customers that the role looks after.")
    skills: tuple[RoleSkill, ...] = Field(
        (), description="Skills that set the role apart; those that all compared roles need stand in the comparison."
    )
    metrics: tuple[RoleMetric, ...] = Field(
        (), description="Measures by which the role is judged, most important first."
    )
    partners: tuple[RolePartner, ...] = Field((), description="The internal teams that the role depends on.")
    career: Career | None = Field(None, description="Where people come from and where they go.")
    fit: Fit | None = Field(None, description="When the role is needed.")
    occupations: tuple[Occupation, ...] = Field((), description="Official groups of occupations, the nearest first.")
    review: Day | None = Field(
        None, description="The day by which somebody should read the file again.", examples=["2027-01-31"]
    )
    status: Status = "published"
    formerly: Formerly = ()
