"""What roles have in common by name, each told once: content/catalogue.yml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.schema.fields import IconName, Id, Part, SourceId
from generator.model.text import Text


class Skill(Part):
    """A skill that a role can need."""

    name: Text = Field(description="What the skill is called.")
    definition: Text | None = Field(None, description="What somebody who has it can do.")
    icon: IconName = Field("material/star-outline")


class Metric(Part):
    """A measure of performance."""

    name: Text = Field(description="What the measure is called.")
    definition: Text | None = Field(None, description="What it tells, in one sentence.")
    formula: Text | None = Field(None, description="How it is worked out, in words and signs.")
    short: Text | None = Field(None, description="The formula in a few words, for slides; left out there without it.")
    hides: Text | None = Field(None, description="What it does not show, in a few words, from the reading below.")
    better: Literal["higher", "lower", "on-target"] | None = Field(None, description="Which way it should move.")
    reading: Text | None = Field(None, description="How to read it: what a rise or a fall says, and what it hides.")
    sources: tuple[SourceId, ...] = Field((), description="Entries of sources.yml.")


class Partner(Part):
    """A team of the same employer that roles work with."""

    name: Text = Field(description="What the team is called.")
    icon: IconName = Field("material/account-group-outline")


class AccountType(Part):
    """A kind of customer."""

    name: Text = Field(description="What the kind is called, in the singular.")
    definition: Text | None = Field(
        None, description="What belongs to it, in one sentence; shown where a role names it among its customers."
    )
    icon: IconName = Field("material/account-outline")


class Family(Part):
    """Roles that belong together, such as those of one department; each gets a page."""

    name: Text = Field(description="What the family is called.")
    text: Text | None = Field(None, description="What belongs to it, in one or two sentences.")
    icon: IconName = Field("material/folder-outline")


class Catalogue(Part):
    """content/catalogue.yml: what several roles may refer to, by id."""

    skills: dict[Id, Skill] = Field(default_factory=dict, description="Skills by id.")
    metrics: dict[Id, Metric] = Field(default_factory=dict, description="Measures of performance by id.")
    partners: dict[Id, Partner] = Field(default_factory=dict, description="Internal teams by id.")
    accounts: dict[Id, AccountType] = Field(default_factory=dict, description="Kinds of customers by id.")
    families: dict[Id, Family] = Field(default_factory=dict, description="Families of roles by id.")
