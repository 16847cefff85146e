"""What changed in the content, as its readers are told: content/changes.yml."""

from __future__ import annotations

from pydantic import Field

from generator.model.schema.fields import ComparisonId, Day, KindId, Part, PngName
from generator.model.text import Prose, Text


class ChangedPicture(Part):
    """A picture that looked otherwise before a change. What came after it is drawn from the content, or was kept by a
    later change of the same picture.
    """

    kind: KindId = Field(description="Which of the comparison's pictures changed.", examples=["comparison-table"])
    comparison: ComparisonId | None = Field(
        None, description="Of which comparison it is; of the home page's where it is left out."
    )
    before: PngName = Field(
        description="A PNG in content/changes/ that shows the picture as it was, in the size for phones.",
        examples=["comparison-table-2026-01-31.png"],
    )
    alt: Text = Field(description="What it showed then, in one or two sentences for those who do not see it.")


class Change(Part):
    """One change, or several of a day that belong together."""

    title: Text = Field(description="What is different now, in a few words.")
    day: Day = Field(description="The day on which it was published.", examples=["2026-01-31"])
    text: Prose = Field(description="What was said before and what is said now, one to three sentences.")
    pictures: tuple[ChangedPicture, ...] = Field((), description="Pictures to show as they were before and are now.")
