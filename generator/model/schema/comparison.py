"""Two to four roles side by side: content/comparisons/<id>.yml."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from generator.model.schema.charts import Map, Portfolio, Ties, Week
from generator.model.schema.fields import (
    Checked,
    Day,
    FamilyId,
    Formerly,
    HueId,
    IconName,
    KindId,
    Level,
    OwnId,
    Part,
    PictureSetId,
    Point,
    RoleId,
    SkillId,
    SourceId,
    Status,
    StepTitle,
)
from generator.model.schema.guide import Guide
from generator.model.text import Prose, Text, place_of

_FOUND_BY = "Other words by which a reader may look for it in the search; they are shown nowhere."


class Dimension(Part):
    """One row of the comparison table."""

    id: OwnId
    name: Text = Field(description="The row's name, in a few words.")
    icon: IconName = Field("material/circle-medium")
    question: Text | None = Field(None, description="The question that the row answers.")
    shows: Literal["statement", "skills", "metrics"] = Field(
        "statement", description="Where the cells come from: each role's statement, or its headline skills or metrics."
    )
    found_by: tuple[Text, ...] = Field((), description=_FOUND_BY, examples=[["road", "nights away"]])


class Topic(Part):
    """One subject of the comparison; it gets a page of its own."""

    id: OwnId
    name: Text = Field(description="The topic's name in the navigation.")
    icon: IconName = Field("material/text-box-outline")
    title: Text = Field(description="The page's heading: what one learns, not the subject's name.")
    text: Prose | None = Field(None, description="What the topic is about and why it matters, before the roles speak.")
    shows: Literal["points", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table"] = Field(
        "points", description="Which list of the roles the page presents."
    )
    shared: tuple[Point, ...] = Field((), description="What holds for all compared roles.")
    differs_in: tuple[Text, ...] = Field((), description="Where the difference lies, a few words each.")
    together: Prose | None = Field(None, description="How the roles work best side by side.")
    infographic: KindId | None = Field(None, description="The kind of infographic that the page shows.")
    more_infographics: tuple[KindId, ...] = Field(
        (), description="Further kinds that it shows below that one.", examples=[["skills-matrix"]]
    )
    found_by: tuple[Text, ...] = Field((), description=_FOUND_BY, examples=[["promotion", "next step"]])
    formerly: Formerly = ()

    @property
    def pictured(self) -> tuple[KindId, ...]:
        """The kinds that the page shows, in order."""
        return ((self.infographic,) if self.infographic else ()) + self.more_infographics


class SharedSkill(Part):
    """A skill that every compared role needs."""

    skill: SkillId = Field(description="An entry of catalogue.yml, skills.")
    text: Text | None = Field(None, description="Why all of them need it.")
    levels: dict[RoleId, Level] = Field(description="The level of it that each role needs, by role.")


class Shared(Part):
    """What all compared roles have in common."""

    title: Text | None = Field(
        None, description="The heading of what the roles share, where words has not the right one."
    )
    short: Text | None = Field(
        None, description="What they share in a few words, for the last row of the headline picture."
    )
    text: Prose | None = Field(None, description="What the roles share, before the points.")
    points: tuple[Point, ...] = Field((), description="What holds for all compared roles.")
    skills: tuple[SharedSkill, ...] = Field((), description="Skills that all compared roles need.")

    @property
    def given(self) -> bool:
        """Whether something is said of what they share, beside skills."""
        return bool(self.short or self.text or self.points)


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


class CareerMove(Part):
    """An editorial judgement: that people can move between two of the roles, either way."""

    between: dict[RoleId, StepTitle] = Field(
        min_length=2, max_length=2, description="Two of the roles, each with the title of a step in its career."
    )
    text: Text = Field(description="What makes the move work, whichever way, in one or two sentences.")
    short: Text | None = Field(None, description="The same in a few words, for the picture of the careers.")
    sources: Checked = ()

    @property
    def title(self) -> str:
        """Both steps, as the move is called in lists."""
        return " and ".join(self.between.values())


def _spoken(data: dict[str, Any]) -> Any:
    """The kind's id as people say it."""
    kind = data.get("kind")
    return Text(kind.replace("-", " ").capitalize(), place_of(kind)) if kind else None


class Infographic(Part):
    """One picture of the comparison."""

    kind: KindId = Field(
        description="Which kind of picture it is; its id is part of the picture's address.",
        examples=["comparison-table"],
    )
    title: Text = Field(description="The takeaway, never just the subject.")
    eyebrow: Text = Field(
        default_factory=_spoken, description="The subject, in the small line above the title; without it, the kind."
    )
    menu: Text | None = Field(
        None,
        description="Its name in the menu, in one to three words; the eyebrow where it is left out.",
        examples=["Map"],
    )
    alt: Text = Field(description="The picture in one or two sentences for those who do not see it.")
    found_by: tuple[Text, ...] = Field((), description=_FOUND_BY, examples=[["hexagons"]])
    sources: tuple[SourceId, ...] = Field(
        (), description="Entries of sources.yml, where they differ from the comparison's."
    )


class Comparison(Part):
    """content/comparisons/<id>.yml: two to four roles side by side."""

    name: Text = Field(description="The comparison's name, for menus and headings.")
    title: Text = Field(
        default_factory=lambda data: data.get("name"), description="The difference in one line; without it, the name."
    )
    industry: Text | None = Field(None, description="The trade in which the roles are compared.")
    summary: Prose | None = Field(None, description="The difference in a minute.")
    family: FamilyId | None = Field(
        None, description="An entry of catalogue.yml, families; without it, that of its roles if they have one."
    )
    roles: tuple[RoleId, ...] = Field(
        min_length=2, max_length=4, description="Files of roles/, in the order of the columns."
    )
    hues: dict[RoleId, HueId] = Field(
        default_factory=dict, description="Hues of the palette that roles wear here, in the place of their own."
    )
    sources: tuple[SourceId, ...] = Field((), description="Entries of sources.yml that the comparison rests on.")
    dimensions: tuple[Dimension, ...] = Field(min_length=1, description="The rows of the comparison table, in order.")
    shared: Shared = Field(default_factory=Shared, description="What all compared roles have in common.")
    topics: tuple[Topic, ...] = Field((), description="The subjects of the comparison, in order; each gets a page.")
    scales: tuple[Scale, ...] = Field((), description="Scales on which each role is placed by judgement.")
    career_moves: tuple[CareerMove, ...] = Field(
        (), description="Moves that are possible between steps of two careers."
    )
    guide: Guide | None = Field(None, description="The decision guide.")
    portfolio: Portfolio | None = Field(None, description="The customers of each role, drawn as circles.")
    map: Map | None = Field(None, description="Where each role works, drawn as hexagons.")
    ties: Ties | None = Field(None, description="Whom each role knows, drawn as discs in outlines.")
    week: Week | None = Field(None, description="How a week of each role divides, drawn as a bar.")
    infographics: tuple[Infographic, ...] = Field((), description="The pictures, in the order of the gallery.")
    picture_set: PictureSetId | None = Field(
        None,
        description="Which of the pictures' files are published, as site.yml names the sets; without it, the site's.",
        examples=["catalogue"],
    )
    review: Day | None = Field(
        None, description="The day by which somebody should read the file again.", examples=["2027-01-31"]
    )
    status: Status = "published"
    formerly: Formerly = ()
