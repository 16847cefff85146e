"""The decision guide of a comparison."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.schema.fields import OwnId, Part, Point, RoleId
from generator.model.text import Prose, Text


class Answer(Part):
    """One answer to a question of the decision guide."""

    text: Text = Field(description="The answer as the reader chooses it.")
    short: Text | None = Field(None, description="The same in two to four words, for slides; the text without it.")
    weights: dict[RoleId, Annotated[int, Field(ge=0, le=3)]] = Field(
        description="How strongly the answer speaks for each role, 0 to 3."
    )
    rationale: Text = Field(description="Why it speaks for them.")


class Question(Part):
    """One question of the decision guide."""

    id: OwnId
    question: Text = Field(description="The question as the reader is asked it.")
    short: Text | None = Field(None, description="The same in a few words, for slides; the question without it.")
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

    title: Text | None = Field(None, description="The heading of the guide, where a topic shows it.")
    text: Prose | None = Field(None, description="What the guide decides, and how to use it, where a topic shows it.")
    decides: tuple[Point, ...] = Field((), description="What the decision turns on, where a topic shows it.")
    margin: int = Field(ge=0, description="A lead of at most so many points means: all of them.")
    questions: tuple[Question, ...] = Field(
        min_length=1,
        description="The questions, in order. Shared links name answers by their place, so add new ones at the end.",
    )
    verdicts: dict[RoleId, Verdict] = Field(description="The conclusion for each role.")
    together: Verdict = Field(description="The conclusion when no role leads, and how they split the work.")
