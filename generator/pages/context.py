"""The model as templates ask for it.

In: the model and its pictures. Out: frozen values and small questions, no markup.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.infographics import Picture
from generator.model import (
    LEVELS,
    Comparison,
    Dimension,
    Joined,
    Level,
    Model,
    Role,
    Scale,
    Similarity,
    Source,
    Term,
    Topic,
    Traits,
    address,
    compared_roles,
    joined,
    nearest,
    similarity,
    traits,
    views,
)
from generator.pages.alphabet import letter_of, plain
from generator.pages.catalogue import FEW, Group, Needed, by_name, families, initials, is_catalogue, needed_skills
from generator.pages.entry import Entry

T = TypeVar("T")
# The kind of picture that shows who the roles are.
_PROFILES = "role-profiles"
# The most letters for which the style sheet makes the column of names wide enough; choose-table.js has it too.
_LONGEST_WORD = 24


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role has in one row of the comparison table: its few words, and what stands behind each."""

    role: Entry[Role]
    short: tuple[str, ...]
    details: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a comparison table states of one role."""

    dimension: Dimension
    cell: Cell


@dataclass(frozen=True, slots=True)
class Peer:
    """A role that is like another one: what both name, and the comparison of just these two, if there is one."""

    role: Entry[Role]
    shared: tuple[str, ...]
    comparison: Entry[Comparison] | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """An editorial judgement: on which scale whom it places where, and why."""

    scale: str
    role: Entry[Role]
    value: int
    low: str
    high: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A role and how alike it is to each role of its family in percent; None stands for itself."""

    role: Entry[Role]
    values: tuple[int | None, ...]


_MOST_ALIKE = 60  # roles of a table of all pairs


@dataclass(frozen=True)
class Views:
    """Questions about one model. Templates call them by name."""

    model: Model
    pictures: tuple[Picture, ...]

    @cached_property
    def comparisons(self) -> tuple[Entry[Comparison], ...]:
        return tuple(Entry(id, comparison) for id, comparison in self.model.comparisons.items())

    @cached_property
    def roles(self) -> tuple[Entry[Role], ...]:
        """As the home page's comparison and the others compare them; then those that none does."""
        first = self.model.comparisons.get(self.model.site.home)
        compared = (each.roles for each in (first, *self.model.comparisons.values()) if each)
        order = dict.fromkeys((*(id for roles in compared for id in roles), *self.model.roles))
        return tuple(Entry(id, self.model.roles[id]) for id in order)

    # Found once for all: a thousand roles do not ask a thousand comparisons each.

    @cached_property
    def _holding(self) -> dict[str, tuple[Entry[Comparison], ...]]:
        found: dict[str, list[Entry[Comparison]]] = {}
        for entry in self.comparisons:
            for role in entry.of.roles:
                found.setdefault(role, []).append(entry)
        return {role: tuple(entries) for role, entries in found.items()}

    @cached_property
    def _pictured(self) -> dict[str, tuple[Picture, ...]]:
        found: dict[str, list[Picture]] = {}
        for picture in self.pictures:
            found.setdefault(picture.comparison, []).append(picture)
        return {comparison: tuple(pictures) for comparison, pictures in found.items()}

    @cached_property
    def catalogue(self) -> bool:
        """Whether there are more pages than a navigation holds: roles and comparisons stand on lists then."""
        return is_catalogue(self.model)

    @cached_property
    def families(self) -> tuple[Group, ...]:
        """Families of roles that somebody belongs to."""
        return families(self.model.catalogue.families, self.roles, self.comparisons)

    @cached_property
    def initials(self) -> tuple[Group, ...]:
        """Roles and comparisons by the letter that their names begin with."""
        return initials(self.roles, self.comparisons)

    @cached_property
    def needed_skills(self) -> tuple[Needed, ...]:
        """Skills with the roles that need them."""
        return needed_skills(self.model, self.roles)

    def family_of(self, thing: Entry[Role] | Entry[Comparison]) -> Group | None:
        """The family that a role or comparison belongs to."""
        return next((family for family in self.families if family.id == thing.of.family), None)

    def related(
        self, role: Entry[Role], most: int, family: Group | None = None
    ) -> tuple[tuple[Entry[Role], Similarity], ...]:
        """So many roles at most, of the family if one is named, that are most like it by what they name."""
        among = {one.id: self._traits[one.id] for one in family.roles} if family else self._traits
        return tuple((Entry(id, self.model.roles[id]), alike) for id, alike in nearest(role.id, among, most))

    def alike(self, family: Group) -> tuple[Likeness, ...]:
        """How alike all roles of a family are; empty where there are too many for a table."""
        if len(family.roles) > _MOST_ALIKE:
            return ()
        return tuple(
            Likeness(
                role,
                tuple(
                    None if one.id == role.id else similarity(self._traits[role.id], self._traits[one.id]).percent
                    for one in family.roles
                ),
            )
            for role in family.roles
        )

    def sorted(self, entries: Iterable[Entry[T]]) -> tuple[Entry[T], ...]:
        """By name."""
        return by_name(entries)

    @cached_property
    def shown_whole(self) -> tuple[Entry[Comparison], ...]:
        """The comparisons whose pictures stand together on one page: those of which everything is published; in a
        catalogue without any, the home page's.
        """
        if not self.catalogue:
            return self.comparisons
        whole = {view.id for view in views(self.model) if view.picture_set is None}
        found = tuple(entry for entry in self.comparisons if entry.id in whole)
        return found if 0 < len(found) <= FEW else (self.comparison(self.model.site.home),)

    def comparison(self, id: str) -> Entry[Comparison]:
        return Entry(id, self.model.comparisons[id])

    def roles_of(self, comparison: Entry[Comparison]) -> tuple[Entry[Role], ...]:
        """The compared roles, in the order of the columns."""
        return tuple(Entry(id, role) for id, role in compared_roles(comparison.of, self.model.roles).items())

    def comparisons_of(self, role: Entry[Role]) -> tuple[Entry[Comparison], ...]:
        """The comparisons in which the role takes part."""
        return self._holding.get(role.id, ())

    def sources_of(self, role: Entry[Role]) -> tuple[str, ...]:
        """The ids of the sources that the comparisons of a role rest on."""
        return tuple(
            dict.fromkeys(source for comparison in self.comparisons_of(role) for source in comparison.of.sources)
        )

    def occupation_sources(self, role: Entry[Role]) -> tuple[str, ...]:
        """The ids of the sources that the role's official codes come from."""
        return tuple(dict.fromkeys(occupation.source for occupation in role.of.occupations))

    def peers_of(self, role: Entry[Role], comparison: Entry[Comparison]) -> tuple[Entry[Role], ...]:
        """The other roles of the comparison."""
        return tuple(peer for peer in self.roles_of(comparison) if peer.id != role.id)

    def like(self, role: Entry[Role], most: int) -> tuple[Peer, ...]:
        """So many other roles at most that name what this one does, the most alike first."""
        return tuple(
            Peer(Entry(id, self.model.roles[id]), self._named(found), self._pairs.get(frozenset((role.id, id))))
            for id, found in nearest(role.id, self._traits, most)
        )

    def _named(self, found: Similarity) -> tuple[str, ...]:
        catalogue = self.model.catalogue
        return (
            *(catalogue.skills[id].name for id in found.skills),
            *(catalogue.metrics[id].name for id in found.metrics),
            *(catalogue.partners[id].name for id in found.partners),
        )

    @cached_property
    def _traits(self) -> dict[str, Traits]:
        return traits(self.model)

    @cached_property
    def _pairs(self) -> dict[frozenset[str], Entry[Comparison]]:
        """The comparisons of two roles by these, the first of each two."""
        pairs: dict[frozenset[str], Entry[Comparison]] = {}
        for comparison in self.comparisons:
            if len(comparison.of.roles) == 2:
                pairs.setdefault(frozenset(map(str, comparison.of.roles)), comparison)
        return pairs

    @property
    def edition(self) -> str:
        """Where a picture that a reader makes comes from: the site, its day and, if that is known, its address."""
        day, where = self.model.site.updated, address(self.model)
        told = f"{self.model.site.name}, {day.day} {month_abbr[day.month]} {day.year}"
        return f"{told} · {where}" if where else told

    def pictures_of(self, comparison: Entry[Comparison]) -> tuple[Picture, ...]:
        return self._pictured.get(comparison.id, ())

    def headline(self, comparison: Entry[Comparison] | None = None) -> Picture | None:
        """The picture that stands for a comparison, its first; without one, for the home page's and the whole site."""
        return next(iter(self.pictures_of(comparison or self.comparison(self.model.site.home))), None)

    def portrait(self, role: Entry[Role]) -> Picture | None:
        """The picture that stands for a role: one that shows who the roles are, else the first of its comparison."""
        own = self.comparisons_of(role)
        shown = (self.picture_of(comparison, _PROFILES) for comparison in own)
        return next((picture for picture in (*shown, *map(self.headline, own), self.headline()) if picture), None)

    def picture_of(self, comparison: Entry[Comparison], kind: str | None) -> Picture | None:
        """The comparison's picture of that kind, if it has one."""
        return next((picture for picture in self.pictures_of(comparison) if picture.kind == kind), None)

    def pictures_at(self, comparison: Entry[Comparison], topic: Topic) -> tuple[Picture, ...]:
        """Those that a topic's page shows, in order."""
        found = (self.picture_of(comparison, kind) for kind in topic.pictured)
        return tuple(picture for picture in found if picture)

    def cells(self, comparison: Entry[Comparison], dimension: Dimension) -> tuple[Cell, ...]:
        """One row of the comparison table."""
        return tuple(self.cell(role, dimension) for role in self.roles_of(comparison))

    def cell(self, role: Entry[Role], dimension: Dimension) -> Cell:
        catalogue = self.model.catalogue
        if dimension.shows == "statement":
            statement = role.of.dimensions[dimension.id]
            behind = statement.detail.paragraphs if statement.detail else ()
            return Cell(role, (statement.short,), (("", behind),) if behind else ())
        if dimension.shows == "skills":
            named = [(catalogue.skills[skill.skill].name, skill.use) for skill in role.of.skills if skill.headline]
        else:
            named = [(catalogue.metrics[item.metric].name, item.use) for item in role.of.metrics if item.headline]
        return Cell(role, tuple(name for name, _ in named), tuple((name, (use,)) for name, use in named if use))

    def facts(self, role: Entry[Role], comparison: Entry[Comparison] | None = None) -> tuple[Fact, ...]:
        """What a comparison, or all that it takes part in state of the role in their tables, each dimension once."""
        stated = {
            dimension.id: dimension
            for comparison in ((comparison,) if comparison else self.comparisons_of(role))
            for dimension in comparison.of.dimensions
            if dimension.shows == "statement"
        }
        return tuple(Fact(dimension, self.cell(role, dimension)) for dimension in stated.values())

    def moves_of(self, comparison: Entry[Comparison]) -> tuple[Joined, ...]:
        """Moves between the roles' careers."""
        return joined(comparison.of, {role.id: role.of for role in self.roles_of(comparison)})

    def moves_from(self, role: Entry[Role]) -> tuple[Joined, ...]:
        """Moves from the role's career to others, as all its comparisons have them; each once, by its ends."""
        moves = (move for each in self.comparisons_of(role) if each.of.career_moves for move in self.moves_of(each))
        return tuple({frozenset(move.ends): move for move in moves if role.id in move.move.between}.values())

    def shared_title(self, comparison: Entry[Comparison]) -> str:
        """The heading of what the roles share."""
        return comparison.of.shared.title or self.model.site.words.of("shared", len(comparison.of.roles))

    def all_fit(self, comparison: Entry[Comparison]) -> bool:
        """Whether each role says when a company needs it."""
        return all(role.of.fit for role in self.roles_of(comparison))

    def gives_reasons(self, comparison: Entry[Comparison]) -> bool:
        """Whether it is said of any shared skill why it is needed, or what it is."""
        skills = self.model.catalogue.skills
        return any(item.text or skills[item.skill].definition for item in comparison.of.shared.skills)

    @property
    def judged(self) -> bool:
        """Whether the editors have judged anything: a position on a scale, a level, an answer of a guide, a move, a
        picture."""
        return any(
            comparison.of.scales or comparison.of.guide or comparison.of.shared.skills or comparison.of.career_moves
            for comparison in self.comparisons
        ) or any(picture.editorial for picture in self.pictures)

    @property
    def sources_called(self) -> str:
        """The page of sources, method and data, by what it has of them."""
        if self.model.sources:
            return "Sources and method"
        return "Method and data" if self.judged or self.pictures else "Data"

    @property
    def sources_about(self) -> str:
        """The same in a sentence."""
        told = (
            ("where the statements come from", self.model.sources),
            ("what is judged", self.judged),
            ("how the pictures are made", self.pictures),
        )
        words = ", ".join((*(words for words, given in told if given), "and the data"))
        return f"{words[0].upper()}{words[1:]}." if any(given for _, given in told) else "The data as files."

    def longest_word(self, comparison: Entry[Comparison]) -> int:
        """How many letters the longest word of the rows' names has, up to those that the style sheet keeps whole."""
        words = (word for dimension in comparison.of.dimensions for word in re.split(r"[\s-]+", dimension.name))
        return min(_LONGEST_WORD, max((len(word) for word in words), default=0))

    def differ_throughout(self, comparison: Entry[Comparison]) -> bool:
        """Whether all roles say different things in every row of the table; a list says the same in any order."""
        rows = [self.cells(comparison, dimension) for dimension in comparison.of.dimensions]
        return all(len({tuple(sorted(cell.short)) for cell in row}) > 1 for row in rows)

    def judgements(self, comparison: Entry[Comparison]) -> tuple[Judgement, ...]:
        """Every position on a scale."""
        return tuple(
            Judgement(scale.name, role, position.value, scale.low, scale.high, position.rationale)
            for scale in comparison.of.scales
            for role in self.roles_of(comparison)
            if (position := scale.positions[role.id])
        )

    def widest(self, comparison: Entry[Comparison], count: int) -> tuple[Scale, ...]:
        """So many scales, those first on which the roles stand furthest apart."""

        def gap(scale: Scale) -> int:
            values = [scale.positions[role.id].value for role in self.roles_of(comparison)]
            return max(values) - min(values)

        return tuple(sorted(comparison.of.scales, key=gap, reverse=True)[:count])

    def viewed(self, comparison: Entry[Comparison], topic: Topic) -> bool:
        """Whether the roles say something on the topic."""
        return all(topic.id in role.of.topics for role in self.roles_of(comparison))

    @property
    def glossary(self) -> tuple[tuple[str, Term], ...]:
        """Every term with its id, by alphabet; a letter with an accent stands among those without."""
        return tuple(sorted(self.model.glossary.items(), key=lambda item: plain(item[1].term)))

    @property
    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """Every letter under which there are terms, with the anchor of the letter and the id of its first term."""
        first: dict[str, str] = {}
        for id, term in self.glossary:
            first.setdefault(letter_of(term.term), id)
        return tuple((letter, f"letter-{ord(letter):x}", id) for letter, id in first.items())

    @property
    def worded_by_editors(self) -> bool:
        """Whether some term rests on the editors' own judgement."""
        return any(self.own_sources(term) != term.sources for _, term in self.glossary)

    def own_sources(self, term: Term) -> tuple[str, ...]:
        """The ids of the sources of a term beside the editors' own judgement."""
        return tuple(id for id in term.sources if self.model.sources[id].kind != "editorial")

    def sources(self, ids: Iterable[str]) -> tuple[Entry[Source], ...]:
        return tuple(Entry(id, self.model.sources[id]) for id in ids)


def level_number(level: Level) -> int:
    """1 for the lowest level."""
    return LEVELS.index(level) + 1
