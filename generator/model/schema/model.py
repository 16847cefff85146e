"""The shape of the content: one frozen type per thing an editor writes.

In: plain values as read from YAML, every scalar still text. Out: frozen types; pydantic's errors
where a value does not fit. What one type cannot see (references, symmetry) is in `checks`.
The same types give the JSON Schemas that editors' tools read.
"""

from __future__ import annotations

from pydantic import Field

from generator.brand import Logo
from generator.signals import defer_interrupts

with defer_interrupts():  # pydantic swallows an interrupt that meets it while it builds a type
    from generator.model.schema.catalogue import AccountType, Catalogue, Metric, Partner, Skill
    from generator.model.schema.charts import (
        Activity,
        Contact,
        Map,
        Portfolio,
        Reach,
        RolePortfolio,
        RoleTies,
        RoleWeek,
        Ties,
        Week,
    )
    from generator.model.schema.comparison import (
        Comparison,
        Dimension,
        Infographic,
        Position,
        Scale,
        SharedSkill,
        Topic,
    )
    from generator.model.schema.fields import LEVELS, Id, Level, Marker, Names, Part, Point, ThemeName
    from generator.model.schema.glossary import Source, Term
    from generator.model.schema.guide import Answer, Guide, Question, Verdict
    from generator.model.schema.palette import Hue, Neutral, Palette, Swatch
    from generator.model.schema.role import (
        CareerStep,
        Fit,
        Occupation,
        Role,
        RoleMetric,
        RolePartner,
        RoleSkill,
        TopicView,
    )
    from generator.model.schema.site import AcceptedWarning, Publishing, Site

__all__ = [
    "LEVELS",
    "AcceptedWarning",
    "AccountType",
    "Activity",
    "Answer",
    "CareerStep",
    "Catalogue",
    "Comparison",
    "Contact",
    "Dimension",
    "Fit",
    "Guide",
    "Hue",
    "Id",
    "Infographic",
    "Level",
    "Map",
    "Marker",
    "Metric",
    "Model",
    "Names",
    "Neutral",
    "Occupation",
    "Palette",
    "Part",
    "Partner",
    "Point",
    "Portfolio",
    "Position",
    "Publishing",
    "Question",
    "Reach",
    "Role",
    "RoleMetric",
    "RolePartner",
    "RolePortfolio",
    "RoleSkill",
    "RoleTies",
    "RoleWeek",
    "Scale",
    "SharedSkill",
    "Site",
    "Skill",
    "Source",
    "Swatch",
    "Term",
    "ThemeName",
    "Ties",
    "Topic",
    "TopicView",
    "Verdict",
    "Week",
]


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
