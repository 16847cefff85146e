"""Pages that were rendered before, kept by everything that they show.

In: a store, and the model's questions. Out: the text of a page: from the store, or rendered and put there. Pages of
roles, comparisons, topics and pictures are kept, of which a catalogue has thousands; the others show the whole site.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Protocol

from generator import files
from generator.model import Comparison, PartDigests, Role
from generator.pages.context import Views
from generator.pages.entry import Entry
from generator.pages.page import Page
from generator.pages.slides import Decks
from generator.problems import OutputError
from generator.shipped import program_digest

_PEERS = 6  # that the page of a role may name


class Store(Protocol):
    """Where files are kept by what they were made from."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, data: bytes) -> None: ...


class KeptTexts:
    """The texts of one edition. What cannot be written is not kept, and that is all."""

    def __init__(self, store: Store, view: Views, decks: Decks, extras: Mapping[str, object]) -> None:
        """`extras` are what all pages are told of the other files."""
        self._store, self._view, self._decks = store, view, decks
        model = view.model
        self._parts = PartDigests()
        self._shared = files.text_digest(
            program_digest(),
            *self._parts.shared(model),
            *(f"{id} {self._parts.of(term)}" for id, term in model.glossary.items()),
            *(f"{id} {role.name} {role.plural} {role.abbreviation}" for id, role in model.roles.items()),
            repr((view.catalogue, len(view.comparisons), view.headline(), extras)),
        )
        self._comparisons: dict[str, str] = {}

    def text(self, page: Page, place: Mapping[str, object], make: Callable[[], str]) -> str:
        """The page's text; `place` are the fields of its front matter that say where it stands."""
        parts = tuple(self._shown(page.subject))
        if not parts:
            return make()
        key = files.text_digest(self._shared, page.kind.name, page.path, json.dumps(place), *parts)
        data = self._store.get(key)
        if data is None:
            data = make().encode()
            with suppress(OutputError):
                self._store.put(key, data)
        return data.decode()

    def _shown(self, subject: Mapping[str, Any]) -> Iterator[str]:
        """Everything that decides the text of a page about that, beside what all share."""
        if "comparison" in subject:
            yield self._compared(subject["comparison"])
            if "topic" in subject:
                yield subject["topic"].id
            if "picture" in subject:
                yield subject["picture"].id
        elif "role" in subject:
            yield from self._role(subject["role"])

    def _compared(self, comparison: Entry[Comparison]) -> str:
        """A comparison is shown by the pages of its topics and pictures."""
        if comparison.id not in self._comparisons:
            pictures = self._view.pictures_of(comparison)
            self._comparisons[comparison.id] = files.text_digest(
                self._parts.of(comparison.of),
                *(
                    f"{role.of.hue} {self._parts.of(self._view.model.roles[role.id])}"
                    for role in self._view.roles_of(comparison)
                ),
                repr((pictures, self._decks.of_comparison(comparison.id), [*map(self._decks.of_picture, pictures)])),
            )
        return self._comparisons[comparison.id]

    def _role(self, role: Entry[Role]) -> Iterator[str]:
        yield self._parts.of(role.of)
        for comparison in self._view.comparisons_of(role):
            yield f"{comparison.id} {self._parts.of(comparison.of)}"
        yield repr(self._view.portrait(role))
        for peer in self._view.like(role, _PEERS):
            other = peer.role
            yield repr((other.id, other.name, other.icon, other.hue, other.tagline, peer.shared))
            yield peer.comparison.id if peer.comparison else ""
