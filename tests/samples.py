"""A small model of invented roles, and a picture of it: `sample(words)` makes every text with `words` from its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.infographics.picture import Picture, PictureFile, Table
from generator.model.schema.model import Model

Words = Callable[[str], str]
ROLES = ("baker", "miller", "carter", "smith")
ICON = "material/hammer"


def plain(words: str) -> str:
    return words


def sample(words: Words = plain, *, comparisons: tuple[tuple[str, ...], ...] = (("baker", "miller"),)) -> Model:
    """A model with one comparison for each tuple of roles; `words` makes every text from its name."""
    ids = [f"craft-{number}" for number in range(1, len(comparisons) + 1)]
    return Model.model_validate(
        {
            "site": {
                "name": "Crafts",
                "tagline": words("tagline"),
                "description": words("site description"),
                "url": "https://crafts.example/side/",
                "author": words("author"),
                "licence": words("licence"),
                "updated": "2026-01-02",
                "home": ids[0],
                "pictures": {"sizes": ["page"], "themes": ["light", "dark"]},
            },
            "palette": _palette(),
            "catalogue": _catalogue(words),
            "roles": {id: _role(words, id, hue) for id, hue in zip(ROLES, "abcd", strict=True)},
            "comparisons": {id: _comparison(words, id, roles) for id, roles in zip(ids, comparisons, strict=True)},
            "glossary": {
                "oven": {
                    "term": words("term oven"),
                    "definition": words("definition"),
                    "also": [words("other name")],
                    "sources": ["brief"],
                },
                "anvil": {"term": "Anvil", "definition": words("anvil definition"), "sources": ["brief"]},
            },
            "sources": {
                "brief": {
                    "title": words("source title"),
                    "publisher": words("publisher"),
                    "kind": "brief",
                    "text": words("source text"),
                    "url": "https://source.example/a?b=c&d=e",
                }
            },
        }
    )


def _palette() -> dict[str, Any]:
    hue = {"solid": "#000000", "tint": "#FFFFFF", "on": "#FFFFFF"}
    markers = dict(zip("abcd", ("solid", "dotted", "dashed", "double"), strict=True))
    swatch = {"marker": "double", "light": hue, "dark": hue}
    neutral = dict.fromkeys(("ground", "card", "ink", "muted", "line"), "#101010")
    return {
        "neutral": {"light": neutral, "dark": neutral},
        "shared": swatch,
        "hues": {name: {**swatch, "marker": marker} for name, marker in markers.items()},
    }


def _catalogue(words: Words) -> dict[str, Any]:
    item = {"name": words("item name"), "icon": ICON}
    metric = {name: words(f"metric {name}") for name in ("name", "definition", "formula", "reading")}
    return {
        "skills": {"knead": {**item, "definition": words("skill definition")}},
        "metrics": {"loaves": {**metric, "better": "higher", "sources": ["brief"]}},
        "partners": {"mill": item},
        "accounts": {"town": {**item, "definition": words("account definition")}},
    }


def _point(words: Words, name: str) -> dict[str, str]:
    return {"title": words(f"{name} title"), "text": words(f"{name} text"), "icon": ICON}


def _role(words: Words, id: str, hue: str) -> dict[str, Any]:
    return {
        "name": id.title(),
        "plural": words(f"{id}s"),
        "abbreviation": id[:2].upper(),
        "icon": ICON,
        "hue": hue,
        "tagline": words(f"{id} tagline"),
        "summary": words(f"{id} summary"),
        "lead": [_point(words, f"{id} lead")],
        "dimensions": {"focus": {"short": words(f"{id} short"), "detail": words(f"{id} detail")}},
        "topics": {
            "overview": {
                "headline": words(f"{id} headline"),
                "text": words(f"{id} view"),
                "points": [_point(words, f"{id} point")],
            }
        },
        "responsibilities": [_point(words, f"{id} duty")],
        "accounts": [{"account": "town", "text": words(f"{id} account")}],
        "skills": [{"skill": "knead", "level": "expert", "use": words(f"{id} skill use"), "headline": True}],
        "metrics": [{"metric": "loaves", "use": words(f"{id} metric use"), "headline": True}],
        "partners": [{"partner": "mill", "gives": words(f"{id} gives"), "gets": words(f"{id} gets")}],
        "career": {
            "leans": words(f"{id} leans"),
            "text": words(f"{id} career"),
            "steps": [
                {"title": words(f"{id} step {stage}"), "stage": stage, "text": words(f"{id} step text {stage}")}
                for stage in ("before", "now", "next")
            ],
        },
        "fit": {"title": words(f"{id} fit"), "text": words(f"{id} fit text"), "signs": [words(f"{id} sign")]},
    }


def _comparison(words: Words, id: str, roles: tuple[str, ...]) -> dict[str, Any]:
    shows = ("points", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table")
    names = ("overview", *shows[1:])
    return {
        "name": words(f"{id} name"),
        "title": words(f"{id} title"),
        "industry": words("industry"),
        "summary": words("summary") + "\n\n" + words("second paragraph"),
        "roles": list(roles),
        "sources": ["brief"],
        "dimensions": [
            {"id": "focus", "name": words("dimension"), "icon": ICON, "question": words("dimension question")},
            {"id": "skill", "name": "Skill", "icon": ICON, "question": "Which?", "shows": "skills"},
            {"id": "metric", "name": "Metric", "icon": ICON, "question": "Which?", "shows": "metrics"},
        ],
        "shared": {
            "title": words("shared title"),
            "short": words("shared short"),
            "text": words("shared text"),
            "points": [_point(words, "shared point")],
            "skills": [
                {"skill": "knead", "text": words("shared skill"), "levels": dict.fromkeys(roles, "working")},
            ],
        },
        "topics": [
            {
                "id": name,
                "name": words(f"topic {name}"),
                "icon": ICON,
                "title": words(f"topic title {name}"),
                "text": words(f"topic text {name}"),
                "shows": show,
                "shared": [_point(words, f"topic shared {name}")],
                "differs_in": [words(f"differs {name}")],
                "together": words(f"together {name}"),
                "infographic": "sketch",
            }
            for name, show in zip(names, shows, strict=True)
        ],
        "scales": [
            {
                "id": "heat",
                "name": words("scale"),
                "low": words("low"),
                "high": words("high"),
                "positions": {role: {"value": 7, "rationale": words(f"reason {role}")} for role in roles},
            }
        ],
        "career_moves": [
            {"between": {role: words(f"{role} step next") for role in roles[:2]}, "text": words(f"move {id}")}
        ],
        "guide": {
            "title": words("guide title"),
            "text": words("guide text"),
            "decides": [_point(words, "decides")],
            "margin": 2,
            "questions": [
                {
                    "id": "fire",
                    "question": words("question"),
                    "why": words("why"),
                    "answers": [
                        {
                            "text": words(f"answer {n}"),
                            "weights": dict.fromkeys(roles, n),
                            "rationale": words(f"so {n}"),
                        }
                        for n in (0, 3)
                    ],
                }
            ],
            "verdicts": {role: {"title": words(f"verdict {role}"), "text": words("verdict text")} for role in roles},
            "together": {"title": words("verdict of all"), "text": words("verdict of all text")},
        },
        "infographics": [
            {"kind": "sketch", "title": words("picture title"), "eyebrow": words("eyebrow"), "alt": words("alt")}
        ],
    }


def picture(
    words: Words = plain, comparison: str = "craft-1", *, themes: tuple[str, ...] = ("light", "dark")
) -> Picture:
    """A picture in the sizes page, phone and slide."""
    id = f"{comparison}-sketch"
    files = tuple(
        PictureFile(f"infographics/{id}/{id}-{size}-{theme}{at}.{format}", size, theme, format, scale, width, height)
        for size, width, height in (("page", 800, 900), ("phone", 360, 1200), ("slide", 1920, 1080))
        for theme in themes
        for format, scale, at in (("png", 1, ""), ("png", 2, "@2x"), ("svg", 1, ""))
    )
    return Picture(
        id=id,
        comparison=comparison,
        kind="sketch",
        title=words("picture title"),
        eyebrow=words("eyebrow"),
        alt=words("alt"),
        description=(words("picture description"),),
        editorial=True,
        page=f"infographics/{id}/",
        table=Table((words("column one"), words("column two")), ((words("row"), words("cell")),)),
        files=files,
    )
