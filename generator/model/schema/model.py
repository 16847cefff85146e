"""The whole content as one value."""

from __future__ import annotations

from pydantic import Field

from generator.brand import Logo
from generator.model.schema.catalogue import Catalogue
from generator.model.schema.changes import Change
from generator.model.schema.comparison import Comparison
from generator.model.schema.fields import Id, Part
from generator.model.schema.glossary import Source, Term
from generator.model.schema.palette import Palette
from generator.model.schema.role import Role
from generator.model.schema.site import Site


class Model(Part):
    """The whole content."""

    site: Site
    palette: Palette
    catalogue: Catalogue = Field(default_factory=Catalogue)
    roles: dict[Id, Role]
    comparisons: dict[Id, Comparison] = Field(min_length=1)
    glossary: dict[Id, Term] = Field(default_factory=dict)
    sources: dict[Id, Source] = Field(default_factory=dict)
    changes: dict[Id, Change] = Field(default_factory=dict)
    logo: Logo | None = None

    @property
    def to_choose_from(self) -> bool:
        """Whether readers may choose which roles they compare: of two roles the comparison says it all."""
        return len(self.roles) > 2

    @property
    def newest_changes(self) -> tuple[tuple[str, Change], ...]:
        """The changes with their ids, the latest first; those of a day in the order of the file."""
        return tuple(sorted(self.changes.items(), key=lambda entry: entry[1].day, reverse=True))
