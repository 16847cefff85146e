"""Each role as a small file, for the page on which readers compare any of them, and a list of all.

In: the artifacts. Out: data/roles/<id>.json, by a role's old ids too, and data/roles/index.json. What each field holds
is told in docs/contributing/publishing.md, "Roles as data". What a role has not said is null or an empty list, never
left out, so that readers of the files need not ask whether there is such a field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.brand import outline
from generator.exports.artifacts import Artifacts
from generator.model import Dimension, Model, Prose, Role, Traits, View, nearest, traits, views

INDEX = "data/roles/index.json"
_SIMILAR = 6  # roles that a reader is offered beside one
_PAGE = "roles/{}/"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is found once for all roles, so that a thousand of them do not ask a thousand comparisons each: in which a
    role stands, the home page's first; the rows by id, each as the first comparison has it; and what roles name.
    """

    holding: Mapping[str, Sequence[View]]
    rows: Mapping[str, Dimension]
    traits: Mapping[str, Traits]


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """One file a role and an old id of it, then the list."""
    model = artifacts.model
    found = views(model)
    known = _known(model, found)
    for id, role in model.roles.items():
        data = _json(_role(model, id, role, known))
        yield from ((f"data/roles/{name}.json", data) for name in (id, *role.formerly))
    yield INDEX, _json(_index(model, found, known))


def _known(model: Model, found: Iterable[View]) -> _Known:
    holding: dict[str, list[View]] = {id: [] for id in model.roles}
    rows: dict[str, Dimension] = {}
    for view in found:
        for role in view.comparison.roles:
            holding[role].append(view)
        rows |= {row.id: row for row in _stated(view) if row.id not in rows}
    return _Known(holding, rows, traits(model))


def _index(model: Model, found: Iterable[View], known: _Known) -> dict[str, Any]:
    return {
        "roles": [
            {
                "id": id,
                "name": role.name,
                "abbreviation": role.abbreviation,
                "address": _PAGE.format(id),
                "tagline": role.tagline,
                "family": role.family or "",
                "skills": list(known.traits[id].skills),
                "comparisons": [view.id for view in known.holding[id]],
                "formerly": list(role.formerly),
            }
            for id, role in model.roles.items()
        ],
        "comparisons": [
            {
                "id": view.id,
                "name": view.comparison.name,
                "address": f"{view.id}/",
                "roles": list(view.comparison.roles),
            }
            for view in found
        ],
        "families": {id: family.name for id, family in model.catalogue.families.items()},
        **_edition(model),
    }


def _role(model: Model, id: str, role: Role, known: _Known) -> dict[str, Any]:
    own = known.holding[id]
    statements = [_statement(each, role) for each in _dimensions(role, own, known.rows)]
    return {
        "id": id,
        "name": role.name,
        "plural": role.plural,
        "abbreviation": role.abbreviation,
        "tagline": role.tagline,
        "summary": _paragraphs(role.summary),
        "icon": role.icon,
        "hue": role.hue,
        "colours": model.palette.hues[role.hue].model_dump(mode="json"),
        "address": _PAGE.format(id),
        "comparisons": [view.id for view in own],
        "similar": [other for other, _ in nearest(id, known.traits, _SIMILAR)],
        "statements": statements,
        "skills": [*_own_skills(model, role), *_shared_skills(model, id, own)],
        "metrics": [
            {"id": one.metric, "name": model.catalogue.metrics[one.metric].name, "use": one.use} for one in role.metrics
        ],
        "partners": [
            {
                "id": one.partner,
                "name": model.catalogue.partners[one.partner].name,
                "gives": one.gives,
                "gets": one.gets,
            }
            for one in role.partners
        ],
        "responsibilities": [one.title for one in role.responsibilities],
        "accounts": [
            {"id": one.account, "name": model.catalogue.accounts[one.account].name, "text": one.text}
            for one in role.accounts
        ],
        "career": _career(id, role, own),
        "fit": _fit(role),
        "scales": [
            {
                "comparison": view.id,
                "id": scale.id,
                "name": scale.name,
                "low": scale.low,
                "high": scale.high,
                **scale.positions[id].model_dump(mode="json"),
            }
            for view in own
            for scale in view.comparison.scales
        ],
        "icons": _icons([role.icon, *(said["icon"] for said in statements)]),
        **_edition(model),
    }


def _stated(view: View) -> Iterator[Dimension]:
    """The rows of a comparison that show statements of the roles."""
    return (row for row in view.comparison.dimensions if row.shows == "statement")


def _dimensions(role: Role, own: Iterable[View], rows: Mapping[str, Dimension]) -> Iterator[Dimension]:
    """The rows for which the role has a statement, each once: those of its own comparisons first, as these have them;
    then those that only others have, or none.
    """
    first = {row.id: row for view in reversed(tuple(own)) for row in _stated(view)}
    order = dict.fromkeys(row.id for view in own for row in _stated(view))
    for id in dict.fromkeys((*order, *role.dimensions)):
        if id in role.dimensions:
            yield first.get(id) or rows.get(id) or _nameless(id)


def _nameless(id: str) -> Dimension:
    """A row that no comparison has is called by its id."""
    return Dimension.model_validate({"id": id, "name": id.replace("-", " ").capitalize()})


def _statement(dimension: Dimension, role: Role) -> dict[str, Any]:
    said = role.dimensions[dimension.id]
    return {
        "id": dimension.id,
        "name": dimension.name,
        "icon": dimension.icon,
        "question": dimension.question,
        "short": said.short,
        "detail": _paragraphs(said.detail),
    }


def _own_skills(model: Model, role: Role) -> Iterator[dict[str, Any]]:
    for one in role.skills:
        yield _skill(model, one.skill, one.level, one.use, [])


def _shared_skills(model: Model, id: str, own: Iterable[View]) -> Iterator[dict[str, Any]]:
    """A skill once for each level that comparisons ask of the role; mostly they agree."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for view in own:
        for one in view.comparison.shared.skills:
            key = str(one.skill), one.levels[id]
            entry = found.setdefault(key, _skill(model, one.skill, one.levels[id], one.text, []))
            entry["comparisons"].append(view.id)
    yield from found.values()


def _skill(model: Model, id: str, level: str, use: str | None, comparisons: list[str]) -> dict[str, Any]:
    name = model.catalogue.skills[id].name
    return {"id": id, "name": name, "level": level, "use": use, "comparisons": comparisons}


def _career(id: str, role: Role, own: Iterable[View]) -> dict[str, Any] | None:
    if not role.career:
        return None
    steps = [{"title": step.title, "stage": step.stage} for step in role.career.steps]
    return {
        "leans": role.career.leans,
        "text": _paragraphs(role.career.text),
        "steps": steps,
        "moves": [
            {
                "comparison": view.id,
                "step": joined.move.between[id],
                "role": joined.to(id).role,
                "to": joined.to(id).title,
                "text": joined.move.text,
                "short": joined.move.short,
            }
            for view in own
            for joined in view.career_moves
            if id in joined.move.between
        ],
    }


def _fit(role: Role) -> dict[str, Any] | None:
    if not role.fit:
        return None
    return {"title": role.fit.title, "text": _paragraphs(role.fit.text), "signs": list(role.fit.signs)}


def _icons(names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The drawing of each icon that the file names."""
    drawn = {name: outline(name) for name in dict.fromkeys(names)}
    return {name: {"width": width, "height": height, "path": path} for name, (path, width, height) in drawn.items()}


def _paragraphs(text: Prose | None) -> list[str]:
    return list(text.paragraphs) if text else []


def _edition(model: Model) -> dict[str, Any]:
    """As the whole model says it."""
    site = model.site
    return {"updated": site.updated.isoformat(), "licence": site.licence, "licence_url": site.licence_url}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
