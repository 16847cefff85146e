"""Shortening what one run asks for makes the next run clean, whatever the content."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Any

import pytest
from doses import examples
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT

from generator.infographics import all_kinds, lay_out, sections
from generator.layout.sizes import SIZES
from generator.layout.text import join, words
from generator.model.loading import load
from generator.model.schema import Model
from generator.model.text import Text
from generator.problems.errors import ContentError, Place, Problem
from infographics.test_any_text import FONTS, LONG, with_texts

NARROWER = re.compile(r'(".*") (?:is|are) wider than the column: use a word of at most about (\d+) letters?\b')
LESS = re.compile(r"shorten it by about (\d+) characters?\b")
HYPHENS = ", or write a hyphen where it may break"
PARTS = ("catalogue", "roles", "comparisons", "sources")


@cache
def content(name: str) -> Model:
    return load(ROOT / name, kinds=sections())


def pictured(name: str, kinds: tuple[str, ...], sizes: tuple[str, ...]) -> Model:
    """The content with these pictures alone, in these sizes."""
    model = content(name)
    comparisons = {
        id: one.model_copy(update={"infographics": tuple(each for each in one.infographics if each.kind in kinds)})
        for id, one in model.comparisons.items()
    }
    publishing = model.site.pictures.model_copy(update={"sizes": sizes})
    site = model.site.model_copy(update={"pictures": publishing})
    return model.model_copy(update={"comparisons": comparisons, "site": site})


def retold(model: Model, change: Any) -> Model:
    return model.model_copy(update={part: with_texts(getattr(model, part), change) for part in PARTS})


def lengthened(seed: int, share: float) -> Any:
    """Some texts several times as long, some with a word of up to sixty letters."""

    def change(text: Text) -> str:
        chance = random.Random(f"{seed} {text.place}")
        if chance.random() > share:
            return str(text)
        return " ".join([text] * chance.randint(2, 8)) if chance.random() < 0.6 else LONG[: chance.randint(12, 60)]

    return change


def told(model: Model) -> tuple[Problem, ...]:
    try:
        lay_out(model, FONTS)
    except ContentError as error:
        return error.problems
    return ()


def hyphenated(word: str, most: int) -> str:
    """In pieces that are well below that many letters."""
    return "-".join(re.findall(f".{{1,{max(most - 2, 1)}}}", word)) if len(word) > most else word


def obeyed(problem: Problem, text: str, *, hyphens: bool) -> str:
    """The text as somebody writes it who does what the problem asks for, and no more: with shorter words, or with
    hyphens where it asks for them.
    """
    asked, offered, besides = problem.fix.partition(HYPHENS)
    if found := NARROWER.search(asked):
        most = int(found[2])
        too_wide = re.findall(r'"([^"]+)"', found[1])
        assert too_wide == list(dict.fromkeys(word.text for word in words(text) if len(word.text) > most))
        if hyphens and offered:
            asked = besides
            text = join([type(word)(hyphenated(word.text, most), word.space) for word in words(text)])
        else:
            text = join([type(word)(word.text[:most], word.space) for word in words(text)])
    if found := LESS.search(asked):
        text = text[: -int(found[1])].rstrip()
    return text


@pytest.mark.slow
@examples(0.1)
@given(
    st.sampled_from(["content", "tests/wards"]),
    st.sets(st.sampled_from(sorted(all_kinds())), min_size=1, max_size=2),
    st.sets(st.sampled_from(sorted(SIZES)), min_size=1, max_size=2),
    st.integers(0, 10**6),
    st.sampled_from([0.02, 0.1, 0.5]),
    st.booleans(),
)
def test_what_one_run_asks_for_is_enough(
    name: str, kinds: set[str], sizes: set[str], seed: int, share: float, hyphens: bool
) -> None:
    model = retold(pictured(name, tuple(sorted(kinds)), tuple(sorted(sizes))), lengthened(seed, share))
    problems = {problem.place: problem for problem in told(model)}
    for problem in problems.values():
        assert problem.code == "text-too-long"
        assert NARROWER.search(problem.fix) or LESS.search(problem.fix), problem
        assert len(problem.message) <= 100, problem

    def obey(text: Text) -> str:
        return obeyed(problems[text.place], text, hyphens=hyphens) if text.place in problems else str(text)

    assert told(retold(model, obey)) == ()


def too_long(model: Model, texts: dict[Place, str]) -> list[Problem]:
    return list(told(retold(model, lambda text: texts.get(text.place, str(text)))))


def test_the_word_that_is_too_wide_is_named_and_no_other_text() -> None:
    model = pictured("content", ("week-in-the-role",), ("page",))
    (comparison,) = model.comparisons.values()
    assert comparison.week
    place = comparison.week.activities[0].name.place
    (problem,) = too_long(model, {place: "Documentationandreportsofallkindsforeveryone and reports"})
    assert problem.place == place
    assert '"Documentationandreportsofallkindsforeveryone" is wider than the column' in problem.fix
    assert "shorten it" not in problem.fix


def test_a_word_of_the_programs_own_is_never_named() -> None:
    """What heads the verdicts and the note below them."""
    model = pictured("tests/wards", ("decision-tree",), ("square",))
    problems = told(retold(model, lambda text: f"{text} {text} {text}"))
    assert problems
    for problem in problems:
        assert "Editorial judgement" not in problem.message
        assert "What the sum says" not in problem.message


def test_texts_of_one_column_are_told_together_with_their_sum() -> None:
    model = pictured("content", ("responsibilities",), ("square",))
    firsts = [role.responsibilities[0].title for role in model.roles.values()]
    texts = {title.place: " ".join([title] * 12) for title in firsts}
    problems = too_long(model, texts)
    assert len(problems) > 1
    asked = [int(found[1]) for problem in problems if (found := LESS.search(problem.fix))]
    assert len(asked) == len(problems)
    assert {problem.fix.rpartition("others of this picture: ")[2] for problem in problems} == {f"{sum(asked)} in all)"}


def test_an_address_without_room_is_told_at_its_place() -> None:
    model = pictured("content", ("comparison-table",), ("phone",))
    url = type(model.site.url)(f"https://{'long' * 20}.example.org/", model.site.url.place)  # type: ignore[call-arg]
    (problem,) = told(model.model_copy(update={"site": model.site.model_copy(update={"url": url})}))
    assert problem.place == model.site.url.place  # type: ignore[attr-defined]
    assert problem.message == "the site's address is too long for the picture kam-vs-tm-comparison-table in size phone"
