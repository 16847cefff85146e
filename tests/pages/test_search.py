"""What the search is told of the model beside the pages' headings."""

from __future__ import annotations

import json
from typing import Any

from samples import picture, sample

from generator.model import Model
from generator.pages.render import render

Found = dict[str, Any]


def entries(model: Model | None = None, *, sizes: bool = True) -> dict[str, Found]:
    """The entries by their location."""
    shown = picture()
    texts = render(model or sample(), (shown,) if sizes else ())
    listed: list[Found] = json.loads(texts["search.json"])
    found = {entry["location"]: entry for entry in listed}
    assert len(found) == len(listed)
    return found


def test_a_row_says_what_each_role_answers() -> None:
    model = sample()
    (comparison,) = model.comparisons.values()
    found = entries(model)
    for dimension in comparison.dimensions:
        row = found[f"craft-1/#row-{dimension.id}"]
        assert (row["kind"], row["title"], row["question"]) == ("row", dimension.name, dimension.question)
        assert [answer["role"] for answer in row["answers"]] == [model.roles[role].name for role in comparison.roles]
        for answer in row["answers"]:
            assert f"{answer['role']}: {', '.join(answer['short'])}" in row["text"]
    assert found["craft-1/"]["instead"] == ["craft-1/#table"]


def test_topics_pictures_and_terms_have_entries_of_their_own() -> None:
    model, shown = sample(), picture()
    (comparison,) = model.comparisons.values()
    found = entries(model)
    for topic in comparison.topics:
        assert found[f"craft-1/{topic.id}/"]["title"] == topic.name
        assert topic.title in found[f"craft-1/{topic.id}/"]["text"]
    for id, term in model.glossary.items():
        assert found[f"glossary/#term-{id}"]["title"] == term.term
        assert term.definition in found[f"glossary/#term-{id}"]["text"]
    assert found[shown.page]["title"] == shown.menu
    assert shown.title in found[shown.page]["text"]
    assert shown.alt in found[shown.page]["text"]
    assert f"infographics/#picture-{shown.id}" in found[shown.page]["instead"]


def test_words_by_which_a_thing_is_sought_stand_in_its_entry_and_on_no_page() -> None:
    model = sample()
    (comparison,) = model.comparisons.values()
    first, *others = comparison.dimensions
    topic, *more = comparison.topics
    changed = comparison.model_copy(
        update={
            "dimensions": (first.model_copy(update={"found_by": ("nights away",)}), *others),
            "topics": (topic.model_copy(update={"found_by": ("next step",)}), *more),
        }
    )
    model = model.model_copy(update={"comparisons": {"craft-1": changed}})
    found = entries(model)
    assert found[f"craft-1/#row-{first.id}"]["words"] == ["nights away"]
    assert found[f"craft-1/{topic.id}/"]["words"] == ["next step"]
    pages = {path: text for path, text in render(model, (picture(),)).items() if path.endswith(".md")}
    assert [path for path, text in pages.items() if "nights away" in text or "next step" in text] == []


def test_a_role_is_found_by_its_abbreviation() -> None:
    model = sample()
    for id, role in model.roles.items():
        assert role.abbreviation in entries(model)[f"roles/{id}/"]["words"]


def test_markup_in_a_text_is_text() -> None:
    found = entries(sample(lambda words: f"<b>{words}</b> & more"))
    for entry in found.values():
        for field in ("title", "text"):
            assert "<b>" not in entry.get(field, "")
            assert "& " not in entry.get(field, "")
