"""The glossary: letters for which there are terms, and a source where a term has one of its own."""

from __future__ import annotations

import re

import pytest
from samples import sample

from generator.model import Model, Source, Term
from generator.pages import render
from generator.pages.context import Views


def with_terms(*terms: str, sources: tuple[str, ...] = ("brief",)) -> Model:
    model = sample()
    brief = model.sources["brief"]
    editorial = Source.model_validate({**brief.model_dump(), "title": "Judged", "kind": "editorial"})
    glossary = {
        f"term-{number}": Term.model_validate({"term": term, "definition": "What it is.", "sources": list(sources)})
        for number, term in enumerate(terms)
    }
    return model.model_copy(update={"glossary": glossary, "sources": {"brief": brief, "editorial": editorial}})


def test_only_letters_with_terms_and_accents_under_their_letter() -> None:
    model = with_terms("zest", "Élan", "apron", "Anvil", "5S")
    assert [letter for letter, _, _ in Views(model, ()).letters] == ["5", "A", "E", "Z"]
    page = render(model, ())["glossary/index.md"]
    for anchor in re.findall(r'<a href="#(letter-[0-9a-f]+)">', page):
        assert page.count(f'id="{anchor}"') == 1


@pytest.mark.parametrize(
    ("sources", "named", "judged"),
    [(("editorial",), [], True), (("brief", "editorial"), ["brief"], True), (("brief",), ["brief"], False)],
)
def test_the_editors_judgement_is_said_once_and_other_sources_at_their_terms(
    sources: tuple[str, ...], named: list[str], judged: bool
) -> None:
    page = render(with_terms("Anvil", "Oven", sources=sources), ())["glossary/index.md"]
    assert page.count("Editorial judgement") == judged
    assert re.findall(r"#source-(\w+)\)", page) == named * 2
