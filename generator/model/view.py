"""One comparison as pages and pictures ask about it. Pure; nothing here is stored twice.

In: the model and a comparison's id. Out: a `View` of that comparison with its roles resolved.
"""

from __future__ import annotations

from calendar import month_abbr
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.career_moves import Joined, joined
from generator.model.schema import (
    FULL,
    SETS,
    Comparison,
    Dimension,
    Guide,
    Infographic,
    Metric,
    Model,
    PictureSet,
    Role,
    RoleMetric,
    RoleSkill,
    Skill,
    Source,
    Swatch,
    Topic,
    Words,
)
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class Compared:
    """A role as it stands in a comparison. `hue` prefixes its colour roles: `teal` → `teal.solid`."""

    id: str
    role: Role
    swatch: Swatch

    @property
    def hue(self) -> str:
        return self.role.hue

    @property
    def solid(self) -> str:
        return f"{self.role.hue}.solid"

    @property
    def tint(self) -> str:
        return f"{self.role.hue}.tint"

    @property
    def on(self) -> str:
        return f"{self.role.hue}.on"


@dataclass(frozen=True, slots=True)
class View:
    """One comparison with everything it refers to."""

    id: str
    comparison: Comparison
    roles: tuple[Compared, ...]
    model: Model

    def cells(self, dimension: Dimension) -> tuple[tuple[Text, ...], ...]:
        """What each role says about a dimension: one statement, or the names of its headline skills or metrics."""
        return tuple(tuple(self._cell(dimension, compared.role)) for compared in self.roles)

    def _cell(self, dimension: Dimension, role: Role) -> Iterator[Text]:
        if dimension.shows == "skills":
            yield from (self.skill(entry).name for entry in role.skills if entry.headline)
        elif dimension.shows == "metrics":
            yield from (self.metric(entry).name for entry in role.metrics if entry.headline)
        else:
            yield role.dimensions[dimension.id].short

    def topic(self, shows: str) -> Topic | None:
        """The topic that presents that list of the roles, if there is one."""
        return next((topic for topic in self.comparison.topics if topic.shows == shows), None)

    @property
    def words(self) -> Words:
        """What sections are called."""
        return self.model.site.words

    @property
    def picture_set(self) -> PictureSet | None:
        """What is published of its pictures; None: all in every size and theme of the site."""
        pictures = self.model.site.pictures
        name = self.comparison.picture_set or pictures.set
        return None if name == FULL else (SETS | pictures.sets)[name]

    @property
    def career_moves(self) -> tuple[Joined, ...]:
        """Moves between the roles' careers, with the steps that they join."""
        return joined(self.comparison, {compared.id: compared.role for compared in self.roles})

    @property
    def moves_title(self) -> str:
        """The heading of the moves between the roles' careers."""
        return self.words.of("career_moves", len(self.roles))

    @property
    def shared_title(self) -> str:
        """The heading of what the roles share."""
        return self.comparison.shared.title or self.words.of("shared", len(self.roles))

    @property
    def guide(self) -> Guide:
        """The decision guide of a comparison that has one."""
        assert self.comparison.guide
        return self.comparison.guide

    def headline(self, compared: Compared, shows: str) -> Text | None:
        """The role's answer to that topic in one line; where it has none, its tagline, if it has one."""
        topic = self.topic(shows)
        view = compared.role.topics.get(topic.id) if topic else None
        return view.headline if view else compared.role.tagline

    def skill(self, entry: RoleSkill) -> Skill:
        return self.model.catalogue.skills[entry.skill]

    def metric(self, entry: RoleMetric) -> Metric:
        return self.model.catalogue.metrics[entry.metric]

    def citation(self, infographic: Infographic) -> tuple[Text, ...]:
        """The titles of the sources that a picture rests on, in their order: its own, else the comparison's."""
        return tuple(source.title for source in self._cited(infographic))

    def longest_cited(self, infographic: Infographic) -> Text:
        """The title that takes most room; where nothing is cited, the site's name."""
        return max(self.citation(infographic), key=len, default=self.model.site.name)

    def source_line(self, infographic: Infographic, *, dated: bool = True, editorial: bool = False) -> str:
        """Where a picture comes from. A judgement has no source: it is said whose it is, and of when.

        Without sources it is said from which site it is; an `editorial` picture is judged all the same.
        """
        cited = [source.title for source in self._cited(infographic) if source.kind != "editorial"]
        day = self.model.site.updated
        when = f", {day.day} {month_abbr[day.month]} {day.year}" if dated else ""
        judged = f"udged by the editors{when}"
        if not self._cited(infographic) and not editorial:
            return f"{self.model.site.name}{when}"
        if not cited:
            return f"J{judged}"
        named = f"Source: {', '.join(cited)}"
        return named if len(cited) == len(self._cited(infographic)) else f"{named}; j{judged}"

    def _cited(self, infographic: Infographic) -> tuple[Source, ...]:
        return tuple(self.model.sources[source] for source in infographic.sources or self.comparison.sources)


def compared_roles(comparison: Comparison, roles: Mapping[str, Role]) -> dict[str, Role]:
    """The roles by id, in the order of the columns, each with the hue that it wears here. KeyError: there is none."""
    return {id: _wearing(roles[id], comparison.hues.get(id)) for id in comparison.roles}


def _wearing(role: Role, hue: str | None) -> Role:
    return role if hue in (None, role.hue) else role.model_copy(update={"hue": hue})


def view(model: Model, comparison_id: str) -> View:
    """The comparison with that id. KeyError: there is none."""
    comparison = model.comparisons[comparison_id]
    roles = compared_roles(comparison, model.roles).items()
    compared = tuple(Compared(name, role, model.palette.hues[role.hue]) for name, role in roles)
    return View(comparison_id, comparison, compared, model)


def views(model: Model) -> tuple[View, ...]:
    """Every comparison, the home page's first, the others by id."""
    order = sorted(model.comparisons, key=lambda name: (name != model.site.home, name))
    return tuple(view(model, name) for name in order)


def address(model: Model) -> str:
    """The site's address as it is written under a picture: no scheme, no closing slash; "" while there is none."""
    parts = urlsplit(model.site.known_url)
    return (parts.netloc + parts.path).rstrip("/")
