"""The shape of the content: one frozen type per thing an editor writes.

In: plain values as read from YAML, every scalar still text. Out: frozen types; pydantic's errors
where a value does not fit. What one type cannot see (references, symmetry) is in `checks`.
The same types give the JSON Schemas that editors' tools read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WrapValidator
from pydantic_core import PydanticCustomError

from generator.model.logo import Logo
from generator.model.text import Prose, Text, keep_place

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60), WrapValidator(keep_place)]


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field whose value must be the id of something else; `what` is one of the words below."""

    what: Literal["skill", "metric", "partner", "account", "hue", "role", "comparison", "source", "icon", "kind"]


SkillId = Annotated[Id, Names("skill")]
MetricId = Annotated[Id, Names("metric")]
PartnerId = Annotated[Id, Names("partner")]
AccountId = Annotated[Id, Names("account")]
HueId = Annotated[Id, Names("hue")]
RoleId = Annotated[Id, Names("role")]
ComparisonId = Annotated[Id, Names("comparison")]
SourceId = Annotated[Id, Names("source")]
KindId = Annotated[Id, Names("kind")]
IconName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(/[a-z0-9][a-z0-9-]*)+$"),
    Names("icon"),
    Field(description="An icon of Material for MkDocs.", examples=["material/handshake"]),
]
OwnId = Annotated[
    Id,
    Field(description="A short name that never changes; it is part of addresses.", examples=["key-figures"]),
]
Formerly = Annotated[
    tuple[Id, ...],
    Field(description="Ids that it had before; their addresses lead here.", examples=[["ward-nurse"]]),
]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]$"), WrapValidator(keep_place)]
MapRow = Annotated[str, StringConstraints(pattern=r"^[a-z.]{1,30}$"), WrapValidator(keep_place)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), WrapValidator(keep_place)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+/?\S*$")]


def _day(value: object) -> object:
    """Pydantic also takes seconds since 1970 for a day."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date", "not a day")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Level = Literal["working", "strong", "expert"]
LEVELS: tuple[Level, ...] = ("working", "strong", "expert")
Marker = Literal["solid", "dotted", "dashed", "double"]
SizeName = Literal["page", "phone", "slide", "classic", "square", "portrait", "social", "poster"]
ThemeName = Literal["light", "dark"]


class Part(BaseModel):
    """Base of every type: frozen, and a field that is not declared is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Point(Part):
    """One fact: a short form that a picture shows, and what it means in practice."""

    title: Text = Field(description="The fact in a few words, as pictures and lists show it.")
    text: Prose = Field(description="What it means in practice, one to three sentences.")
    icon: IconName | None = Field(None, description="An icon of Material for MkDocs.", examples=["material/handshake"])


# --- site.yml ---------------------------------------------------------------------------------------------------------


class Publishing(Part):
    """Which pictures are published: every size in every theme."""

    sizes: tuple[SizeName, ...] = Field(min_length=1, description="Picture sizes to publish.")
    themes: tuple[ThemeName, ...] = Field(min_length=1, description="Colour themes to publish.")


class AcceptedWarning(Part):
    """A warning that is accepted."""

    code: Text = Field(description="The warning's code, as it stands in square brackets.", examples=["one-sided"])
    at: Text = Field(
        description="The file, or the file and the field, as the warning names them.",
        examples=["roles/ward-nurse.yml topics.travel"],
    )
    reason: Text = Field(description="Why it is accepted.")


class Site(Part):
    """content/site.yml: what the site as a whole is called and where it lives."""

    name: Text = Field(description="The site's name, shown in the header.")
    tagline: Text = Field(description="One line that says what the site is for.")
    description: Text = Field(description="One or two sentences for search engines and shared links.")
    url: WebAddress = Field(description="Where the site is published.", examples=["https://example.org/compare/"])
    language: Literal["en"] = Field("en", description="The language of the content.")
    author: Text = Field(description="Who answers for the content.")
    licence: Text = Field(description="Under which licence text and pictures may be used.", examples=["CC BY 4.0"])
    licence_url: WebAddress | None = Field(None, description="Where the licence can be read.")
    updated: Day = Field(
        description="The day the content was last changed. It dates every published file.", examples=["2026-01-31"]
    )
    home: ComparisonId = Field(description="The comparison that the home page presents.")
    pictures: Publishing = Field(description="Which pictures are published.")
    jargon: tuple[Text, ...] = Field(
        (),
        description="Terms of your trade that the glossary must explain where a text uses them, beside those that "
        "Visavis knows. A space stands for a hyphen too, and an s at the end is found by itself.",
        examples=[["sterile field", "drip rate"]],
    )
    accepted: tuple[AcceptedWarning, ...] = Field((), description="Warnings that are accepted, each with a reason.")


# --- brand/palette.yml ------------------------------------------------------------------------------------------------


class Hue(Part):
    """One hue in one theme. `solid` carries text and marks, `tint` fills areas, `on` is text upon `solid`."""

    solid: Colour = Field(description="Text and marks in this hue, as #RRGGBB in quotes.", examples=["#0B6B6B"])
    tint: Colour = Field(description="The pale area behind them.", examples=["#E6F1EF"])
    on: Colour = Field(description="Text that stands upon solid.", examples=["#FFFFFF"])


class Swatch(Part):
    """A named hue that a role can wear, with the marker that says the same without colour."""

    marker: Marker = Field(
        description="How the role's edges and marks are drawn, so that colour is never the only sign."
    )
    light: Hue = Field(description="For the light theme.")
    dark: Hue = Field(description="For the dark theme.")


class Neutral(Part):
    """The colours that belong to no role."""

    ground: Colour = Field(description="Behind everything.")
    card: Colour = Field(description="Panels and cards.")
    ink: Colour = Field(description="Text.")
    muted: Colour = Field(description="Labels and notes.")
    line: Colour = Field(description="Rules and borders.")


class Neutrals(Part):
    light: Neutral = Field(description="For the light theme.")
    dark: Neutral = Field(description="For the dark theme.")


class Palette(Part):
    """content/brand/palette.yml: every colour of site and pictures."""

    neutral: Neutrals = Field(description="The colours that belong to no role.")
    shared: Swatch = Field(description="The accent for what roles have in common.")
    hues: dict[Id, Swatch] = Field(min_length=2, description="The hues that roles choose from, by name.")


# --- catalogue.yml ----------------------------------------------------------------------------------------------------


class Skill(Part):
    """A skill that a role can need."""

    name: Text = Field(description="What the skill is called.")
    definition: Text = Field(description="What somebody who has it can do.")
    icon: IconName


class Metric(Part):
    """A measure of performance."""

    name: Text = Field(description="What the measure is called.")
    definition: Text = Field(description="What it tells, in one sentence.")
    formula: Text = Field(description="How it is worked out, in words and signs.")
    better: Literal["higher", "lower", "on-target"] = Field(description="Which way it should move.")
    reading: Text = Field(description="How to read it: what a rise or a fall says, and what it hides.")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Entries of sources.yml.")


class Partner(Part):
    """A team inside the company that roles work with."""

    name: Text = Field(description="What the team is called.")
    icon: IconName


class AccountType(Part):
    """A kind of customer."""

    name: Text = Field(description="What the kind is called, in the singular.")
    definition: Text = Field(description="What belongs to it, in one sentence.")
    icon: IconName


class Catalogue(Part):
    """content/catalogue.yml: what several roles may refer to, by id."""

    skills: dict[Id, Skill] = Field(description="Skills by id.")
    metrics: dict[Id, Metric] = Field(description="Measures of performance by id.")
    partners: dict[Id, Partner] = Field(description="Internal teams by id.")
    accounts: dict[Id, AccountType] = Field(description="Kinds of customers by id.")


# --- roles/<id>.yml ---------------------------------------------------------------------------------------------------


class RoleSkill(Part):
    """A skill that this role needs and the roles it is compared with do not."""

    skill: SkillId = Field(description="An entry of catalogue.yml, skills.")
    level: Level = Field(description="How well the role must master it.")
    use: Text = Field(description="What the role does with it.")
    headline: bool = Field(False, description="true: named in the comparison table.")


class RoleMetric(Part):
    """A measure by which this role is judged."""

    metric: MetricId = Field(description="An entry of catalogue.yml, metrics.")
    use: Text = Field(description="What it decides for this role.")
    headline: bool = Field(False, description="true: named in the comparison table.")


class RolePartner(Part):
    """An internal team this role depends on, and what passes between them."""

    partner: PartnerId = Field(description="An entry of catalogue.yml, partners.")
    gives: Text = Field(description="What the role brings to the team.")
    gets: Text = Field(description="What the role gets from the team.")


class RoleAccount(Part):
    """A kind of customer this role looks after."""

    account: AccountId = Field(description="An entry of catalogue.yml, accounts.")
    text: Text = Field(description="What looking after them means here.")


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
    """When a company needs this role."""

    title: Text = Field(description="The case in a few words.")
    text: Prose = Field(description="The case in two or three sentences.")
    signs: tuple[Text, ...] = Field(min_length=1, description="What one sees in a company that needs it.")


class Statement(Part):
    """What a role says about one dimension of the comparison table."""

    short: Text = Field(description="The table cell: a few words.")
    detail: Prose = Field(description="What stands behind them.")


class TopicView(Part):
    """What a role says about one topic."""

    headline: Text = Field(description="The role's answer in one line.")
    text: Prose = Field(description="The answer in full.")
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


class Role(Part):
    """content/roles/<id>.yml: everything that is true of one role."""

    name: Text = Field(description="The role's name in the singular.")
    plural: Text = Field(description="The role's name in the plural.")
    abbreviation: Annotated[Text, Field(description="Two to five letters, for tight places.")]
    icon: IconName
    hue: HueId = Field(description="A hue of brand/palette.yml; the role wears it everywhere.")
    tagline: Text = Field(description="The role in four to six words.")
    summary: Prose = Field(description="The role in two or three sentences.")
    lead: tuple[Point, ...] = Field(min_length=1, description="What sets the role apart, most important first.")
    dimensions: dict[Id, Statement] = Field(description="One statement for each dimension that has no list of its own.")
    topics: dict[Id, TopicView] = Field(description="One view for each topic of the comparison.")
    responsibilities: tuple[Point, ...] = Field(
        min_length=1, description="What the role is paid to get done, most important first."
    )
    accounts: tuple[RoleAccount, ...] = Field(min_length=1, description="The customers that the role looks after.")
    skills: tuple[RoleSkill, ...] = Field(
        min_length=1,
        description="Skills that set the role apart; those that all compared roles need stand in the comparison.",
    )
    metrics: tuple[RoleMetric, ...] = Field(
        min_length=1, description="Measures by which the role is judged, most important first."
    )
    partners: tuple[RolePartner, ...] = Field(min_length=1, description="The internal teams that the role depends on.")
    career: Career = Field(description="Where people come from and where they go.")
    fit: Fit = Field(description="When a company needs the role.")
    occupations: tuple[Occupation, ...] = Field((), description="Official groups of occupations, the nearest first.")
    review: Day | None = Field(
        None, description="The day by which somebody should read the file again.", examples=["2027-01-31"]
    )
    formerly: Formerly = ()


# --- comparisons/<id>.yml ---------------------------------------------------------------------------------------------


class Dimension(Part):
    """One row of the comparison table."""

    id: OwnId
    name: Text = Field(description="The row's name, in a few words.")
    icon: IconName
    question: Text = Field(description="The question that the row answers.")
    shows: Literal["statement", "skills", "metrics"] = Field(
        "statement", description="Where the cells come from: each role's statement, or its headline skills or metrics."
    )


class Topic(Part):
    """One subject of the comparison; it gets a page of its own."""

    id: OwnId
    name: Text = Field(description="The topic's name in the navigation.")
    icon: IconName
    title: Text = Field(description="The page's heading: what one learns, not the subject's name.")
    text: Prose = Field(description="What the topic is about and why it matters, before the roles speak.")
    shows: Literal["points", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table"] = Field(
        "points", description="Which list of the roles the page presents."
    )
    shared: tuple[Point, ...] = Field((), description="What holds for all compared roles.")
    differs_in: tuple[Text, ...] = Field((), description="Where the difference lies, a few words each.")
    together: Prose | None = Field(None, description="How the roles work best side by side.")
    infographic: KindId | None = Field(None, description="The kind of infographic that the page shows.")
    formerly: Formerly = ()


class SharedSkill(Part):
    """A skill that every compared role needs."""

    skill: SkillId = Field(description="An entry of catalogue.yml, skills.")
    text: Text = Field(description="Why all of them need it.")
    levels: dict[RoleId, Level] = Field(description="How well each role must master it, by role.")


class Shared(Part):
    """What all compared roles have in common."""

    title: Text = Field(description="The heading of the common ground.")
    short: Text = Field(description="The common ground in a few words, for the foot of the headline picture.")
    text: Prose = Field(description="What the roles share, before the points.")
    points: tuple[Point, ...] = Field(min_length=1, description="What holds for all compared roles.")
    skills: tuple[SharedSkill, ...] = Field(min_length=1, description="Skills that all compared roles need.")


class Position(Part):
    """An editorial judgement: where a role stands on a scale, and why."""

    value: int = Field(ge=0, le=10, description="0 is the low end, 10 the high end.")
    rationale: Text = Field(description="The reason, in one line.")


class Scale(Part):
    """A scale between two ends on which each role is placed by judgement."""

    id: OwnId
    name: Text = Field(description="What the scale measures, in a few words.")
    low: Text = Field(description="What 0 stands for.")
    high: Text = Field(description="What 10 stands for.")
    positions: dict[RoleId, Position] = Field(description="One position for each role.")


class Answer(Part):
    """One answer to a question of the decision guide."""

    text: Text = Field(description="The answer as the reader chooses it.")
    weights: dict[RoleId, Annotated[int, Field(ge=0, le=3)]] = Field(
        description="How strongly the answer speaks for each role, 0 to 3."
    )
    rationale: Text = Field(description="Why it speaks for them.")


class Question(Part):
    """One question of the decision guide."""

    id: OwnId
    question: Text = Field(description="The question as the reader is asked it.")
    why: Text = Field(description="Why the question matters.")
    headline: bool = Field(False, description="true: shown in the picture of the guide.")
    answers: tuple[Answer, ...] = Field(
        min_length=2,
        description="The answers, in order. Shared links name them by their place, so add new ones at the end.",
    )


class Verdict(Part):
    """What the guide concludes."""

    title: Text = Field(description="The conclusion in one line.")
    text: Prose = Field(description="What follows from it.")


class Guide(Part):
    """The decision guide: questions, weighted answers, conclusions."""

    title: Text = Field(description="The heading of the guide.")
    text: Prose = Field(description="What the guide decides, and how to use it.")
    decides: tuple[Point, ...] = Field(min_length=1, description="What the decision turns on.")
    margin: int = Field(ge=0, description="A lead of at most so many points means: all of them.")
    questions: tuple[Question, ...] = Field(
        min_length=1,
        description="The questions, in order. Shared links name answers by their place, so add new ones at the end.",
    )
    verdicts: dict[RoleId, Verdict] = Field(description="The conclusion for each role.")
    together: Verdict = Field(description="The conclusion when no role leads, and how they split the work.")


class Judged(Part):
    """What an editorial judgement about one role comes to, and why."""

    headline: Text = Field(description="What one sees, in a few words.")
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
    """An editorial judgement: which ground a role covers, or where its customers lie."""

    covers: tuple[Letter, ...] = Field((), description="Letters of the areas that the role covers whole.")
    calls: tuple[Call, ...] = Field((), max_length=24, description="Single customers, where the role has no area.")


class Map(Part):
    """A schematic map of hexagons: who covers ground, and whose customers lie scattered over it."""

    text: Text = Field(description="What the map stands for, in one line.")
    rows: tuple[MapRow, ...] = Field(
        min_length=2,
        max_length=14,
        description="The map row by row: a letter a cell, a full stop where there is none.",
        examples=[["..aab", ".aabb"]],
    )
    areas: dict[Letter, Area] = Field(min_length=1, description="The areas by their letters.")
    reach: dict[RoleId, Reach] = Field(description="One entry for each role.")


class Contact(Part):
    """Somebody whom a role knows."""

    name: Text = Field(description="Who it is: a position, never a person's name.")
    icon: IconName
    strength: int = Field(ge=1, le=3, description="How close the tie is: 1 loose, 2 firm, 3 close.")


class RoleTies(Judged):
    """An editorial judgement: whom a role knows, and how well."""

    inside: Text | None = Field(None, description="Where all of them belong, if to one customer.")
    contacts: tuple[Contact, ...] = Field(
        min_length=1, max_length=16, description="The people that the role knows, the closest first."
    )


class Ties(Part):
    """The people around each role: one deep tie, or many."""

    text: Text = Field(description="What a line and its weight stand for.")
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


class Infographic(Part):
    """One picture of the comparison."""

    kind: KindId = Field(
        description="Which kind of picture it is; its id is part of the picture's address.",
        examples=["comparison-table"],
    )
    title: Text = Field(description="The takeaway, never just the subject.")
    eyebrow: Text = Field(description="The subject, in the small line above the title.")
    alt: Text = Field(description="The picture in one or two sentences for those who do not see it.")
    sources: tuple[SourceId, ...] = Field(
        (), description="Entries of sources.yml, where they differ from the comparison's."
    )


class Comparison(Part):
    """content/comparisons/<id>.yml: two to four roles side by side."""

    name: Text = Field(description="The comparison's name, for menus and headings.")
    title: Text = Field(description="The difference in one line.")
    industry: Text = Field(description="The trade in which the roles are compared.")
    summary: Prose = Field(description="The difference in a minute.")
    roles: tuple[RoleId, ...] = Field(
        min_length=2, max_length=4, description="Files of roles/, in the order of the columns."
    )
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="Entries of sources.yml that the comparison rests on."
    )
    dimensions: tuple[Dimension, ...] = Field(min_length=1, description="The rows of the comparison table, in order.")
    shared: Shared = Field(description="What all compared roles have in common.")
    topics: tuple[Topic, ...] = Field(
        min_length=1, description="The subjects of the comparison, in order; each gets a page."
    )
    scales: tuple[Scale, ...] = Field(min_length=1, description="Scales on which each role is placed by judgement.")
    guide: Guide = Field(description="The decision guide.")
    portfolio: Portfolio | None = Field(None, description="The customers of each role, drawn as circles.")
    map: Map | None = Field(None, description="Where each role works, drawn as hexagons.")
    ties: Ties | None = Field(None, description="Whom each role knows, drawn as a star.")
    week: Week | None = Field(None, description="How a week of each role divides, drawn as a bar.")
    infographics: tuple[Infographic, ...] = Field(
        min_length=1, description="The pictures, in the order of the gallery."
    )
    review: Day | None = Field(
        None, description="The day by which somebody should read the file again.", examples=["2027-01-31"]
    )
    formerly: Formerly = ()


# --- glossary.yml, sources.yml ----------------------------------------------------------------------------------------


class Term(Part):
    """A term of the trade."""

    term: Text = Field(description="The term as the trade writes it.")
    definition: Text = Field(description="What it means, in one or two sentences.")
    also: tuple[Text, ...] = Field((), description="Other names for it.")
    linked: bool = Field(
        True, description="Whether texts that use the term link to it; false for a word that means other things too."
    )
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Entries of sources.yml.")
    formerly: Formerly = ()


class Source(Part):
    """Where a statement comes from."""

    title: Text = Field(description="The title of the work, or what it is.")
    publisher: Text = Field(description="Who published it.")
    kind: Literal["brief", "standard", "editorial", "publication"] = Field(
        description="What kind of source it is: the brief, a standard, the editors' own judgement, a publication."
    )
    text: Text = Field(description="What was taken from it.")
    url: WebAddress | None = Field(None, description="Where it can be read.", examples=["https://example.org/"])
    formerly: Formerly = ()


class Model(Part):
    """The whole content."""

    site: Site
    palette: Palette
    catalogue: Catalogue
    roles: dict[Id, Role]
    comparisons: dict[Id, Comparison] = Field(min_length=1)
    glossary: dict[Id, Term]
    sources: dict[Id, Source]
    logo: Logo | None = None
