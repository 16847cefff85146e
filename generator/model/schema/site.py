"""What the site as a whole says of itself: content/site.yml."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from pydantic import Field

from generator.model.schema.fields import ComparisonId, Day, Part, SiteAddress, WebAddress
from generator.model.schema.picture_sets import Publishing
from generator.model.schema.words import Words
from generator.model.text import Text
from generator.publishers import DEFAULT, PublisherName

# Stands for the comparison of the home page where site.yml names none, until all are known; no file can name it.
FIRST_COMPARISON = "first-comparison"


class AcceptedWarning(Part):
    """A warning that is accepted."""

    code: Text = Field(description="The warning's code, as it stands in square brackets.", examples=["one-sided"])
    at: Text = Field(
        description="The file, or the file and the field, as the warning names them.",
        examples=["roles/ward-nurse.yml topics.travel"],
    )
    reason: Text = Field(description="Why it is accepted.")


UNKNOWN = "https://example.org/"  # what a new project has until somebody knows its address


class Site(Part):
    """content/site.yml: what the site as a whole is called and where it lives."""

    name: Text = Field(description="The site's name, shown in the header.")
    tagline: Text | None = Field(None, description="One line that says what the site is for.")
    description: Text | None = Field(None, description="One or two sentences for search engines and shared links.")
    url: SiteAddress = Field(description="Where the site is published.", examples=["https://example.org/compare/"])
    language: Literal["en"] = Field("en", description="The language of the content.")
    author: Text | None = Field(None, description="Who answers for the content.")
    licence: Text | None = Field(
        None, description="Under which licence text and pictures may be used.", examples=["CC BY 4.0"]
    )
    licence_url: WebAddress | None = Field(None, description="Where the licence can be read.")
    updated: Day = Field(
        description="The day the content was last changed. It dates every published file.", examples=["2026-01-31"]
    )
    home: ComparisonId = Field(
        default_factory=lambda: FIRST_COMPARISON,
        description="The comparison that the home page presents; without it, the first by its id.",
    )
    offline: bool = Field(
        False,
        description="Whether the site offers itself as a ZIP that opens without a server; it has what pages show.",
    )
    publisher: PublisherName = Field(
        DEFAULT, description="What makes the pages; the option --publisher goes before it.", examples=["properdocs"]
    )
    pictures: Publishing = Field(default_factory=Publishing, description="Which pictures are published.")
    words: Words = Field(
        default_factory=Words, description="Names of sections as your trade calls them, in the place of the usual ones."
    )
    jargon: tuple[Text, ...] = Field(
        (),
        description="Terms of your trade that the glossary must explain where a text uses them, beside those that "
        "Visavis knows. A space stands for a hyphen too, and an s at the end is found by itself.",
        examples=[["sterile field", "drip rate"]],
    )
    accepted: tuple[AcceptedWarning, ...] = Field((), description="Warnings that are accepted, each with a reason.")

    @property
    def known_url(self) -> str:
        """Where the site is published; "" while nobody knows, so that nothing that is passed on names another's."""
        return "" if self.url == UNKNOWN else self.url

    def address(self, path: str) -> str:
        """Where a file or page of the site is published, given by its path in it."""
        return self.url.rstrip("/") + "/" + quote(path, safe="/@")
