"""Titles and alternative texts against the data of their pictures: what is found, and where the rule keeps silent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds import all_kinds
from generator.model.lint import untrue
from generator.model.lint.numbers import NUMBER, value
from generator.model.lint.pictured import Subject, kinds, shown
from generator.model.loading import inspect
from generator.model.text import Text

ROOT = Path(__file__).parents[2]
FLAGSHIP, WARDS = ROOT / "content", ROOT / "tests" / "wards"
TABLE, WEEK, SKILLS = "comparison-table", "week-in-the-role", "skills-matrix"


@cache
def subject(content: Path, id: str) -> Subject:
    model, _ = inspect(content)
    assert model is not None
    comparison = model.comparisons[id]
    return Subject(comparison, {role: model.roles[role] for role in comparison.roles}, model.catalogue)


def found(kind: str, text: str, of: Subject | None = None, name: str = "title") -> list[str]:
    """What is said of a picture that has that text."""
    of = of or subject(FLAGSHIP, "kam-vs-tm")
    (picture,) = (picture for picture in of.comparison.infographics if picture.kind == kind)
    changed = picture.model_copy(update={name: Text(text)})
    comparison = of.comparison.model_copy(update={"infographics": (changed,)})
    return [problem.message for problem in untrue.check(Subject(comparison, of.roles, of.catalogue))]


@pytest.mark.parametrize(
    ("kind", "text", "truth"),
    [
        (TABLE, "Six rows tell the roles apart", "the data have 7"),
        (TABLE, "8 dimensions of one choice", "the data have 7"),
        (TABLE, "Five of six rows are the same", "the data have 7"),
        (TABLE, "All three roles in one table", "the data have 2"),
        (TABLE, "More than seven rows of difference", "the most that the data have is 7"),
        (TABLE, "At least eight rows of difference", "the most that the data have is 7"),
        (TABLE, "Fewer than seven rows of difference", "the least that the data have is 7"),
        ("role-profiles", "Three profiles of one trade", "the data have 2"),
        ("shared-and-distinct", "Both need five skills", "of the skills of all roles it is 6"),
        ("shared-and-distinct", "Three shared skills, many own ones", "of the skills of all roles it is 6"),
        (SKILLS, "Seventeen skills, two roles", "the data have 3, 6 or 18"),
        (SKILLS, "Shared skills at the same level", "2 of 6 shared skills have the same levels"),
        (SKILLS, "Territory Managers need negotiation and data analysis at the higher level", "2 and 1"),
        (SKILLS, "Shared skills, mostly at the same level", "2 of 6 shared skills have the same levels"),
        (SKILLS, "Shared skills, all at different levels", "4 of 6 shared skills have different levels"),
        ("depth-and-breadth", "Eight scales, two roles", "the data have 7"),
        ("depth-and-breadth", "Key Account Managers have the lower planning horizon", "8 and 4"),
        ("depth-and-breadth", "The TM stands high on tailoring", "9 and 4"),
        ("responsibilities", "Five duties for each role", "by role it is 4 and 4"),
        ("account-portfolio", "Five kinds of customers, and no more", "the data have 4 or 8"),
        ("account-portfolio", "Key Account Managers have more accounts", "4 and 48"),
        ("account-portfolio", "The TM has fewer customers than the KAM", "4 and 48"),
        ("territory-map", "One covers a region, the other crosses all forty", "the picture shows 40 of nothing"),
        ("territory-map", "Five regions, and one of them covered", "the data have 1 or 4"),
        ("metrics-scorecard", "Seven measures each", "by role it is 6 and 6"),
        ("collaboration-network", "Four internal partners for each role", "by role it is 3 and 3"),
        ("career-paths", "Two ladders of five steps", "the data have 4 or 8"),
        ("decision-tree", "Nine questions settle it", "the data have 5 or 8"),
        ("relationship-map", "Seven contacts at one client", "the data have 5, 9 or 14"),
        (WEEK, "Territory Managers spend more time on plans and offers", "30 and 10"),
        (WEEK, "The KAM is longer on the road than the TM", "15 and 25"),
        (WEEK, "Time with customers is the same", "25 and 30"),
        (WEEK, "Seven activities of a week", "the data have 6"),
    ],
)
def test_what_the_data_do_not_bear_out_is_told_with_what_they_have(kind: str, text: str, truth: str) -> None:
    messages = found(kind, text)
    assert messages
    assert truth in messages[0]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (TABLE, "Seven rows, two roles, both columns full"),
        (TABLE, "Five of seven rows differ"),
        (TABLE, "At least five rows differ, and about ten words tell how"),
        (TABLE, "A day of 24 hours, a market of 1.5 towns and 90% of it"),
        (TABLE, "One role, one row, one reason: the two need each other"),
        ("shared-and-distinct", "Three skills for each, six skills for both"),
        (SKILLS, "Eighteen skills in three groups"),
        (SKILLS, "Shared skills, some at the same level, most at different levels"),
        (SKILLS, "The KAM needs data analysis at the higher level, the TM product knowledge"),
        (SKILLS, "Key Account Managers do not need more data analysis"),
        ("depth-and-breadth", "The Territory Manager has the lower tailoring, but more accounts"),
        ("account-portfolio", "Four large accounts beside 48 small ones"),
        ("account-portfolio", "The TM has more customers than the KAM, and fewer worries"),
        ("territory-map", "Three segments of one region, five customers in all four regions"),
        ("collaboration-network", "Six partners, three teams each"),
        ("career-paths", "Two tracks of four steps each"),
        ("decision-tree", "Eight questions, a lead of four points decides"),
        ("relationship-map", "Five contacts at one client, nine clients with one each"),
        (WEEK, "Time with colleagues is the same"),
        (WEEK, "The KAM plans; the TM spends more time on the road and on finding new customers"),
        (WEEK, "More or less the same week on the road"),
    ],
)
def test_what_holds_or_counts_nothing_is_left_alone(kind: str, text: str) -> None:
    assert found(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "section"),
    [
        ("account-portfolio", "Five kinds of customers", "portfolio"),
        ("territory-map", "Nine regions", "map"),
        ("decision-tree", "Nine questions settle it", "guide"),
        ("relationship-map", "Seven contacts at one client", "ties"),
        (WEEK, "Seven activities of a week", "week"),
    ],
)
def test_nothing_is_said_of_what_a_picture_counts_while_there_is_nothing_to_count(
    kind: str, text: str, section: str
) -> None:
    whole = subject(FLAGSHIP, "kam-vs-tm")
    without = replace(whole, comparison=whole.comparison.model_copy(update={section: None}))
    assert any(message.startswith("the title") for message in found(kind, text, whole))
    assert not any(message.startswith("the title") for message in found(kind, text, without))


def test_nothing_is_said_of_steps_while_nobody_has_a_career() -> None:
    whole = subject(FLAGSHIP, "kam-vs-tm")
    roles = {id: role.model_copy(update={"career": None}) for id, role in whole.roles.items()}
    assert found("career-paths", "Two ladders of five steps", replace(whole, roles=roles)) == []


@pytest.mark.parametrize("name", ["title", "eyebrow", "alt"])
def test_each_text_of_a_picture_is_held(name: str) -> None:
    of = subject(WARDS, "ward-vs-home")
    assert [message.partition(" says ")[0] for message in found(TABLE, "A table of nine rows", of, name)] == [
        {"title": "the title", "eyebrow": "the eyebrow", "alt": "the alternative text"}[name]
    ]


@pytest.mark.parametrize("text", ["Both roles rest", "One drives, the other waits", "Both need an ear"])
def test_both_is_said_of_two(text: str) -> None:
    assert found("responsibilities", text, subject(WARDS, "ward-vs-home")) == []
    assert "4 roles are compared" in found("responsibilities", text, subject(WARDS, "all-four"))[0]


WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "forty-two", "2", "7", "31")


@given(
    number=st.sampled_from(WORDS),
    nouns=st.sampled_from((("comparison-table", "rows"), ("depth-and-breadth", "scales"), (WEEK, "activities"))),
    around=st.sampled_from((("", ""), ("A picture of ", ", drawn"), ("In short: ", " and what they say"))),
)
def test_a_number_is_found_exactly_where_it_is_wrong(
    number: str, nouns: tuple[str, str], around: Sequence[str]
) -> None:
    kind, noun = nouns
    (count,) = (count for count in shown(kind, subject(FLAGSHIP, "kam-vs-tm")).counts if noun in count.nouns.split())
    right = value(number) in count.held
    assert bool(found(kind, f"{around[0]}{number} {noun}{around[1]}")) is not right


@given(st.integers(2, 99))
def test_numbers_are_read_in_words_and_digits(number: int) -> None:
    tens = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    units = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    teens = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
    small = (*units, *teens)
    words = small[number] if number < 20 else "-".join(filter(None, (tens[number // 10], small[number % 10])))
    for spelt in (words, words.capitalize(), str(number)):
        match = re.search(NUMBER, f"about {spelt} of them", re.IGNORECASE)
        assert match is not None
        assert value(match[0]) == number


def test_every_kind_is_known_by_its_name() -> None:
    assert set(kinds()) == set(all_kinds())
