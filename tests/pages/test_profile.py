"""A role's own page holds every text that the role has, wherever else it stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel
from samples import picture, sample

from generator.model.schema.model import Model
from generator.model.text import Prose, Text
from generator.pages.context import Views
from generator.pages.render import render


def texts(part: Any) -> Iterator[str]:
    """Every text within a part of the model, a paragraph each."""
    if isinstance(part, Prose):
        yield from part.paragraphs
    elif isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if not name.endswith("_short"):  # for pictures alone, of what is told in full
                yield from texts(getattr(part, name))
    elif isinstance(part, dict):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from texts(value)


def plain(text: str) -> str:
    """The words alone, whatever markup is between them."""
    words = re.sub(r"\{:[^}]*\}|<[^>]*>|\[([^\]]*)\]\([^)]*\)", r" \1 ", text)
    return " ".join(re.findall(r"\w+", html.unescape(words.replace("\\", ""))))


@pytest.mark.parametrize("which", ["key-account-manager", "territory-manager"])
def test_every_text_of_a_role_is_on_its_profile(model: Model, which: str) -> None:
    role = model.roles[which]
    page = plain(render(model, ())[f"roles/{which}/index.md"])
    # Its plural is a word that tooltips know.
    missing = [text for text in texts(role) if text != role.plural and plain(text) not in page]
    assert missing == []


@pytest.mark.parametrize("which", ["key-account-manager", "territory-manager"])
def test_a_statement_that_a_source_bears_out_leads_to_it(model: Model, which: str) -> None:
    role = model.roles[which]
    cited = [*role.dimensions.values(), *role.responsibilities, *role.skills]
    wanted = [source for part in cited for source in part.sources]
    page = render(model, ())[f"roles/{which}/index.md"]
    assert wanted
    assert sorted(re.findall(r'href="\.\./\.\./sources/#source-([\w-]+)"', page)) == sorted(wanted)


def test_a_link_to_a_role_shows_who_the_roles_are() -> None:
    model = sample(comparisons=(("baker", "miller"), ("miller", "carter"), ("carter", "smith")))
    first, second = picture(comparison="craft-1"), picture(comparison="craft-2")
    profiles = replace(second, id="craft-2-role-profiles", kind="role-profiles")
    view = Views(model, (first, second, profiles))
    shown = {role.id: view.portrait(role) for role in view.roles}
    # The last one's comparison has no picture, so the site's stands for it.
    assert shown == {"baker": first, "miller": profiles, "carter": profiles, "smith": first}
