"""Pages are kept by what they show: a text from the store is the text that would be rendered, whatever changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from catalogues import write

from generator import infographics, pages
from generator.infographics import Picture
from generator.layout import Frame
from generator.model import Model, Prose, Text, load, views
from generator.pages import kept_texts
from generator.painting import Cache

DECKS = {f"slides/comparison-{number:04}-light.pptx": b"x" * 900 for number in range(1, 7)}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    content = tmp_path_factory.mktemp("few") / "content"
    write(content, 18, 6)
    return load(content)


@pytest.fixture(scope="module")
def warm(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Cache:
    cache = Cache(tmp_path_factory.mktemp("warm"))
    render(model, cache)
    return cache


def pictures(model: Model) -> tuple[Picture, ...]:
    found = infographics.drawings(views(model))
    frames = {drawing.id: {size: Frame(800.0, 600.0) for size in ("page", "phone", "slide")} for drawing in found}
    return infographics.describe(found, frames)


def render(model: Model, cache: Cache | None, **more: Any) -> dict[str, str]:
    return pages.render(model, pictures(model), (), more.pop("files", DECKS), None, cache)


def part(model: Model, field: str, id: str, **change: Any) -> Model:
    every = getattr(model, field)
    return model.model_copy(update={field: {**every, id: every[id].model_copy(update=change)}})


def first(model: Model) -> str:
    return str(model.comparisons["comparison-0001"].roles[0])


def without_family(model: Model) -> Model:
    families = dict(model.catalogue.families)
    families.pop(str(model.comparisons["comparison-0001"].family))
    return model.model_copy(update={"catalogue": model.catalogue.model_copy(update={"families": families})})


EDITS: dict[str, Callable[[Model], Model]] = {
    "a role's summary": lambda model: part(model, "roles", first(model), summary=Prose("Something else.")),
    "a role's name": lambda model: part(model, "roles", first(model), name=Text("Another Name")),
    "a role's skills": lambda model: part(model, "roles", first(model), skills=()),
    "a comparison's title": lambda model: part(model, "comparisons", "comparison-0002", title=Text("Another title")),
    "fewer topics": lambda model: part(
        model, "comparisons", "comparison-0003", topics=model.comparisons["comparison-0003"].topics[:1]
    ),
    "the site's words": lambda model: model.model_copy(
        update={
            "site": model.site.model_copy(
                update={"words": model.site.words.model_copy(update={"scales": Text("Elsewhere")})}
            )
        }
    ),
    "a family": without_family,
    "a comparison less": lambda model: model.model_copy(
        update={"comparisons": {id: one for id, one in model.comparisons.items() if id != "comparison-0006"}}
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_kept_is_what_would_be_rendered(model: Model, warm: Cache, edit: str) -> None:
    changed = EDITS[edit](model)
    assert render(changed, warm) == render(changed, None)


def test_a_deck_of_another_size_is_told(model: Model, warm: Cache) -> None:
    files = {**DECKS, "slides/comparison-0001-light.pptx": b"x" * 900_000}
    assert render(model, warm, files=files) == render(model, None, files=files)


def test_a_changed_sentence_renders_the_pages_that_show_it(
    model: Model, warm: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = kept_texts.KeptTexts.text

    def noted(self: kept_texts.KeptTexts, page: Any, place: Any, make: Callable[[], str]) -> str:
        return real(self, page, place, lambda: (made.append(page.path), make())[1])

    monkeypatch.setattr(kept_texts.KeptTexts, "text", noted)
    role = first(model)
    compared = [id for id, one in model.comparisons.items() if role in one.roles]
    render(part(model, "roles", role, summary=Prose("A sentence that is new.")), warm)
    own = {path for path in made if path.startswith(("roles/", "comparison-", "infographics/comparison-"))}
    assert f"roles/{role}/index.md" in own
    shown = {path for path in own if not path.startswith("roles/")}
    assert shown
    assert all(any(id in path for id in compared) for path in shown)
    assert len([path for path in own if path.startswith("roles/") and path != "roles/index.md"]) == 1


def test_a_folder_that_cannot_be_written_keeps_nothing(model: Model, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert render(model, Cache(tmp_path / "file")) == render(model, None)
