"""What is looked up: content/glossary.yml and content/sources.yml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.schema.fields import Formerly, Part, SourceId, WebAddress
from generator.model.text import Text


class Term(Part):
    """A term of the trade."""

    term: Text = Field(description="The term as the trade writes it.")
    definition: Text = Field(description="What it means, in one or two sentences.")
    also: tuple[Text, ...] = Field((), description="Other names for it.")
    linked: bool = Field(
        True, description="Whether texts that use the term link to it; false for a word that means other things too."
    )
    sources: tuple[SourceId, ...] = Field((), description="Entries of sources.yml.")
    formerly: Formerly = ()


class Source(Part):
    """Where a statement comes from."""

    title: Text = Field(description="The title of the work, or what it is.")
    publisher: Text | None = Field(None, description="Who published it.")
    kind: Literal["brief", "standard", "editorial", "publication"] = Field(
        "publication",
        description="What kind of source it is: the brief, a standard, the editors' own judgement, a publication.",
    )
    text: Text | None = Field(None, description="What was taken from it.")
    url: WebAddress | None = Field(None, description="Where it can be read.", examples=["https://example.org/"])
    formerly: Formerly = ()
