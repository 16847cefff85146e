"""Whatever may be left out of content is left out without a gap: pages and pictures are whole without it.

Optional fields of the flagship are left out wherever they stand, with what refers to them, a few in each go;
`make endurance` leaves them out one by one too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from sound_pages import flaws

from generator import pages
from generator.infographics import lay_out, sections
from generator.layout import Fonts
from generator.model import Comparison, Dimension, Infographic, Model, Part, Role, Topic, load
from generator.model.checks import consistency
from generator.model.schema import Catalogue, Reach
from generator.problems import Severity

ROOT = Path(__file__).parents[1]
Field = tuple[type[Part], str]
LISTS = ("responsibilities", "metrics", "partners", "skills", "career")
# Without these there is nothing to publish, or nothing is different.
KEPT = {"dimensions", "status", "words", "logo", "pictures", "sizes", "themes", "shows", "updated", "palette"}
GOES = 6


def optional(value: Any, found: dict[Field, None]) -> None:
    """Every optional field that some part of the value has."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            given = getattr(value, name)
            if not field.is_required() and given and name not in KEPT:
                found[type(value), name] = None
            optional(given, found)
    elif isinstance(value, dict | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            optional(item, found)


def fields() -> list[Field]:
    found: dict[Field, None] = {}
    model = load(ROOT / "content", kinds=sections())
    optional(model.model_copy(update={"logo": None}), found)
    files = ("glossary", "changes")  # roles name what is in the others
    return [
        (kind, name)
        for kind, name in found
        if kind not in (Model, Catalogue, Reach) or (kind is Model and name in files)
    ]


def without(value: Any, left_out: frozenset[Field]) -> Any:
    """The value as if these fields had not been written: each has its default."""
    if isinstance(value, Part):
        own = {name: without(item, left_out) for name, item in value if (type(value), name) not in left_out}
        kind = type(value)
        for name in {name for kind_, name in left_out if kind_ is kind}:
            field = kind.model_fields[name]
            own[name] = field.get_default(call_default_factory=True, validated_data=own)
        return value.model_copy(update=own)
    if isinstance(value, dict):
        return {key: without(item, left_out) for key, item in value.items()}
    return tuple(without(item, left_out) for item in value) if isinstance(value, tuple) else value


def sound(model: Model) -> Model:
    """The model without what refers to something that it has no longer."""
    comparisons = {id: _comparison(one, model.roles) for id, one in model.comparisons.items()}
    asked = {topic.id for one in comparisons.values() for topic in one.topics}
    roles = {
        id: role.model_copy(update={"topics": {name: view for name, view in role.topics.items() if name in asked}})
        for id, role in model.roles.items()
    }
    kinds = {(id, picture.kind) for id, one in comparisons.items() for picture in one.infographics}
    changes = {
        id: change.model_copy(
            update={
                "pictures": tuple(
                    each for each in change.pictures if (each.comparison or model.site.home, each.kind) in kinds
                )
            }
        )
        for id, change in model.changes.items()
    }
    return model.model_copy(update={"comparisons": comparisons, "roles": roles, "changes": changes})


def _comparison(one: Comparison, roles: Mapping[str, Role]) -> Comparison:
    compared = [roles[name] for name in one.roles]

    def drawn(picture: Infographic) -> bool:
        need = sections()[picture.kind]
        if need.startswith("roles."):
            return all(any(getattr(role, name) for name in need[6:].split("|")) for role in compared)
        return not need or bool(getattr(one, need))

    def told(topic: Topic) -> bool:
        if topic.shows == "guide":
            return bool(one.guide and one.guide.title)
        if topic.shows in LISTS and not all(getattr(role, topic.shows) for role in compared):
            return False
        views = [role.topics.get(topic.id) for role in compared]
        points = topic.shows != "points" or all(view and view.points for view in views)
        return topic.shows == "table" or (all(views) and points)

    def stated(row: Dimension) -> bool:
        return row.shows == "statement" or all(
            any(entry.headline for entry in getattr(role, row.shows)) for role in compared
        )

    pictures = tuple(filter(drawn, one.infographics))
    kinds = {picture.kind for picture in pictures}
    topics = tuple(
        topic.model_copy(
            update={
                "infographic": topic.infographic if topic.infographic in kinds else None,
                "more_infographics": tuple(kind for kind in topic.more_infographics if kind in kinds),
            }
        )
        for topic in one.topics
        if told(topic)
    )
    rows = tuple(filter(stated, one.dimensions))
    own: dict[str, Any] = {"infographics": pictures, "topics": topics, "dimensions": rows}
    own["career_moves"] = tuple(move for move in one.career_moves if all(roles[role].career for role in move.between))
    return one.model_copy(update=own)


def kept(model: Model, before: Model) -> Model:
    """What stands for the choice of others is what was chosen: short names and hues of roles, and the home page."""
    roles = {
        id: role.model_copy(update={"abbreviation": before.roles[id].abbreviation, "hue": before.roles[id].hue})
        for id, role in model.roles.items()
    }
    return model.model_copy(update={"roles": roles, "site": model.site.model_copy(update={"home": before.site.home})})


def small(model: Model) -> Model:
    """In one size and one theme."""
    pictures = model.site.pictures.model_copy(update={"sizes": ("page",), "themes": ("light",)})
    return model.model_copy(update={"site": model.site.model_copy(update={"pictures": pictures})})


def name_of(left_out: frozenset[Field]) -> str:
    return min(f"{kind.__name__}.{name}" for kind, name in left_out)


EVERY = fields()
SOME = [*(frozenset(EVERY[start::GOES]) for start in range(GOES)), frozenset(EVERY)]


@pytest.mark.parametrize("left_out", SOME, ids=name_of)
def test_what_is_left_out_leaves_no_gap(left_out: frozenset[Field], model: Model, fonts: Fonts) -> None:
    check(left_out, model, fonts)


@pytest.mark.endurance
@pytest.mark.parametrize("left_out", [frozenset({field}) for field in EVERY], ids=name_of)
def test_each_alone_leaves_no_gap(left_out: frozenset[Field], model: Model, fonts: Fonts) -> None:
    check(left_out, model, fonts)


def check(left_out: frozenset[Field], model: Model, fonts: Fonts) -> None:
    changed = small(sound(kept(cast("Model", without(model, left_out)), model)))
    parts = {name: getattr(changed, name) for name in Model.model_fields}
    found = consistency.check(parts, roles_named=[*changed.roles], comparisons_whole=True, kinds=sections())
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
    laid_out = lay_out(changed, fonts)
    assert flaws(pages.render(changed, laid_out.pictures), {"feed.xml"}) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## Skills {: #skills }\n\n## Measures {: #measures }\n\nTwo.\n", ["nothing below Skills {: #skills }"]),
        ("One.\n\n## Skills\n\n<div markdown>\n\n</div>\n", ["nothing below Skills"]),
        ("[All](glossary.md)\n", ["glossary.md leads nowhere"]),
        ("[All](other.md#here) [Top](other.md#top)\n", ["other.md#here has no such place"]),
        ('<a href="../roles/">x</a> <a href="other/">x</a>\n', ["../roles/ leads nowhere"]),
        ("<ul>\n</ul>\n", ["empty <ul>\n</ul>"]),
        ("**x**: None\n", ["None"]),
        ("# A\n\n## B\n\n### C\n\nText.\n", []),
    ],
)
def test_flaws_are_found(text: str, said: list[str]) -> None:
    pages = {"index.md": text, "other.md": "# Other {: #top }\n\nText.\n"}
    assert flaws(pages) == [f"index.md: {flaw}" for flaw in said]
