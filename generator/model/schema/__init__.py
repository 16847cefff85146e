"""The shape of the content: one frozen type per thing an editor writes.

In: plain values as read from YAML, every scalar still text. Out: frozen types; pydantic's errors
where a value does not fit. What one type cannot see (references, symmetry) is in `checks`.
The same types give the JSON Schemas that editors' tools read.
"""

from generator.system import defer_interrupts

with defer_interrupts():  # pydantic swallows an interrupt that meets it while it builds a type
    from generator.model.schema.catalogue import AccountType, Catalogue, Family, Metric, Partner, Skill
    from generator.model.schema.changes import Change, ChangedPicture
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
        CareerMove,
        Comparison,
        Dimension,
        Infographic,
        Position,
        Scale,
        Shared,
        SharedSkill,
        Topic,
    )
    from generator.model.schema.fields import (
        LEVELS,
        Id,
        Level,
        Marker,
        Names,
        Part,
        Point,
        SizeName,
        ThemeName,
    )
    from generator.model.schema.glossary import Source, Term
    from generator.model.schema.guide import Answer, Guide, Question, Verdict
    from generator.model.schema.model import Model
    from generator.model.schema.palette import Hue, Neutral, Palette, Swatch
    from generator.model.schema.picture_sets import CATALOGUE, FULL, SETS, PictureSet, Publishing
    from generator.model.schema.role import (
        LONGEST,
        NEXT_HUE,
        SHORTEST,
        Career,
        CareerStep,
        Fit,
        Occupation,
        Role,
        RoleMetric,
        RolePartner,
        RoleSkill,
        TopicView,
    )
    from generator.model.schema.site import AcceptedWarning, Site
    from generator.model.schema.words import Words
