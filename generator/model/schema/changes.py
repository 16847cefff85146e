"""What changed in the content, as its readers are told: content/changes.yml."""

from __future__ import annotations

from pydantic import Field

from generator.model.schema.fields import Day, Part
from generator.model.text import Prose, Text


class Change(Part):
    """One change, or several of a day that belong together."""

    title: Text = Field(description="What is different now, in a few words.")
    day: Day = Field(description="The day on which it was published.", examples=["2026-01-31"])
    text: Prose = Field(description="What was said before and what is said now, one to three sentences.")
