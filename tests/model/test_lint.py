"""Warnings: where they keep silent, and what takes more than one file to see. Single findings are in golden/."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.infographics import sections
from generator.model.lint import jargon, repetition, wording
from generator.model.loading import inspect
from generator.model.text import Text
from generator.problems.errors import Place, Problem, Severity

ROOT = Path(__file__).parents[2]
Edit = Callable[[Path, str, str], int]
Problems = Callable[[Path], tuple[Problem, ...]]


def said(*texts: str) -> list[Text]:
    return [Text(text, Place("f.yml", line, 1)) for line, text in enumerate(texts, 1)]


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize("content", [ROOT / "content", ROOT / "tests" / "wards"])
def test_what_is_shipped_deserves_no_second_look(content: Path) -> None:
    assert inspect(content, kinds=sections(), today=date(2026, 12, 1))[1] == ()


def test_warnings_stop_nothing(folder: Path, edit: Edit) -> None:
    edit(folder / "comparisons/ward-vs-home.yml", "text: Both learned on wards.", "text: TODO say where.")
    model, problems = inspect(folder)
    assert model is not None
    assert [problem.severity for problem in problems] == [Severity.WARNING]


# --- figures ---


@pytest.mark.parametrize(
    "words",
    ["95%", "5 percent", "€3", "$1,000", "40 shops", "in 2026", "3.5 % of all", "by 12.5.", "40 Margins", "16:45:9000"],
)
def test_a_figure_wants_a_source(folder: Path, edit: Edit, problems: Problems, words: str) -> None:
    edit(
        folder / "roles/ward-nurse.yml", "text: No bed is anybody else's", f"text: No bed in {words} is anybody else's"
    )
    assert "unsourced-figure" in codes(problems(folder))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "B2B",
            "24/7",
            "3 beds",
            "A4",
            "half",
            "ISO-9001",
            "from 05:30 to 14:00",
            "11 pm",
            "10:30 a.m.",
            "10 to 12 am",
        ),
        *(
            "12 o'clock",
            "2026-03-31",
            "31.12.2026",
            "12 March",
            "March 12, 2026",
            "31st of May",
            "Nov. 11",
            "June 2026",
        ),
    ],
)
def test_what_counts_nothing_wants_none(folder: Path, edit: Edit, problems: Problems, words: str) -> None:
    edit(
        folder / "roles/ward-nurse.yml", "text: No bed is anybody else's", f"text: No bed in {words} is anybody else's"
    )
    assert "unsourced-figure" not in codes(problems(folder))


# --- both sides -------------------------------------------------------------------------------------------------------


def test_roles_that_are_not_compared_may_say_the_same(folder: Path, edit: Edit, problems: Problems) -> None:
    (folder / "comparisons/all-four.yml").unlink()
    edit(folder / "roles/clinic-nurse.yml", "tagline: ", "tagline: Many patients under one roof # ")
    assert "same-text" not in codes(problems(folder))


def test_a_few_words_may_be_the_same_where_nothing_is_compared(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "roles/home-nurse.yml", "title: Alone on the road", "title: A team at hand")
    found = problems(folder)
    assert codes(found) == ["same-text"], "four words are no coincidence"
    edit(folder / "roles/home-nurse.yml", "title: A team at hand", "title: A team")
    edit(folder / "roles/ward-nurse.yml", "title: A team at hand", "title: A team")
    assert problems(folder) == ()


def test_what_is_missing_is_no_imbalance(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "roles/ward-nurse.yml", "    headline: Fewer falls, earlier calls\n", "")
    edit(folder / "roles/home-nurse.yml", "text: One can be counted daily", f"text: {'One can be counted ' * 20}")
    assert codes(problems(folder)) == ["missing-field"]


@pytest.mark.parametrize("name", ["roles/ward-nurse", "comparisons/ward-vs-home"])
def test_a_copied_file_is_told_by_its_name(name: str, folder: Path, problems: Problems) -> None:
    shutil.copy(folder / f"{name}.yml", folder / f"{name}-copy.yml")
    told = [problem for problem in problems(folder) if problem.code == "same-name"]
    assert [problem.file for problem in told] == [f"content/{name}-copy.yml"]
    assert f"content/{name}.yml" in told[0].message


# --- repetition -------------------------------------------------------------------------------------------------------

FACT = "The depot loads the vans before six so that every shop has its order by noon"


@pytest.mark.parametrize(
    "other",
    [
        FACT,
        FACT.upper() + "!",
        FACT.replace("six", "seven"),
        f"{FACT}, on Mondays too",
    ],
)
def test_a_fact_in_nearly_the_same_words_is_told_at_its_second_place(other: str) -> None:
    (problem,) = repetition.check(said("Something else that has at least eight words in it", FACT, other))
    assert (problem.code, problem.place) == ("near-duplicate", Place("f.yml", 3, 1))
    assert "f.yml:2:1" in problem.message


@pytest.mark.parametrize(
    "other",
    [
        "The vans leave the depot at six, and most shops have what they ordered before lunch",
        "The depot loads the vans before six",
        "A territory is an area with a boundary for which one person answers",
    ],
)
def test_another_fact_about_the_same_things_is_none(other: str) -> None:
    assert list(repetition.check(said(FACT, other))) == []


def test_the_nearest_of_several_is_named() -> None:
    nearer = FACT.replace("noon", "ten")
    problems = list(repetition.check(said(FACT.replace("vans", "vans and the lorries"), nearer, FACT)))
    assert "f.yml:2:1" in problems[-1].message


# --- words ------------------------------------------------------------------------------------------------------------


def test_every_loaded_word_has_a_reason_and_another_word() -> None:
    assert len(wording.loaded_words()) > 8
    for each in wording.loaded_words():
        assert each.instead
        assert each.reason
        assert not each.pattern.search(each.instead), "the word offered instead is not loaded itself"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A salesman of the old school", "salesman"),
        ("He or she decides", "He or she"),
        ("An Aggressively priced range", "Aggressively"),
        ("Apply now", "Apply now"),
        ("a sales ninja.", "ninja"),
    ],
)
def test_a_loaded_word_is_found_whatever_its_case(text: str, word: str) -> None:
    (problem,) = wording.check(said(text), ())
    assert problem.message.startswith(f'"{word}": ')
    assert problem.fix.startswith("write ")


@pytest.mark.parametrize(
    "text",
    [
        "A salesmanlike offer",
        "Girlscout cookies",
        "Competitive prices and young dogs",
        "The chair, the representative and they",
        "A CV, an HR partner and IT",
        "iPhone, McDonald and A, B, C",
        "a blank line ... and so on",
        "Costs 5 $ and {braces}",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert list(wording.check(said(text), ())) == []


@pytest.mark.parametrize(
    "text", ["TODO", "say more, tbd", "Lorem ipsum dolor", "How many???", "Dear {{ name }}", "${x}"]
)
def test_a_text_that_is_not_finished_is_named(text: str) -> None:
    assert [problem.code for problem in wording.check(said(text), ())] == ["unfinished-text"]


def test_an_abbreviation_is_told_once_and_not_where_it_is_explained() -> None:
    (problem,) = wording.check(said("The EDI link", "Two EDIs and a JBP"), {"JBP"})
    assert (problem.code, problem.line) == ("unexplained-abbreviation", 1)
    assert '"EDI"' in problem.message


def test_words_that_the_search_alone_knows_are_no_text(folder: Path, edit: Edit, problems: Problems) -> None:
    question = "question: Where?"
    edit(folder / "comparisons/ward-vs-home.yml", question, f"{question}, found_by: [EDI, planograms, a leading place]")
    assert problems(folder) == ()


# --- terms of the trade -----------------------------------------------------------------------------------------------


def undefined(text: str, *explained: str, own: tuple[str, ...] = ()) -> list[str]:
    """The words that are told of a text."""
    return [problem.message.split('"')[1] for problem in jargon.check(said(text), explained, own)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sell-through by branch", ["sell-through"]),
        ("Watch the Sell Through Rate.", ["sell through rate"]),
        ("Cross-selling and cross selling", ["cross-selling"]),
        ("Three planograms (new)", ["planograms"]),
        ("routes to market", ["routes to market"]),
        ("Net-revenue-retention", ["net-revenue-retention"]),
        ("sales pipelines, quotas", ["sales pipelines", "quotas"]),
        ("White space in every account’s trade spend", ["white space", "trade spend"]),
    ],
)
def test_a_term_is_found_in_every_form(text: str, told: list[str]) -> None:
    assert undefined(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "They sell in shops, sell out of leads and sell through wholesalers",
        "A quotation; the pipelined, the churning",
        "A facing page, a scan back, a bill back, goods that go to market",
        "pre-quota and quota-like and quota_a",
        "run, rate; a joint business; trade, spend",
        "STRASSE, Straße, İstanbul",
    ],
)
def test_everyday_words_and_parts_of_words_are_no_terms(text: str) -> None:
    assert undefined(text) == []


@pytest.mark.parametrize("name", ["Quota", "Sales quota", "Regional sales quotas", "QUOTAS"])
def test_a_name_explains_the_term_in_it(name: str) -> None:
    assert undefined("The quota is met, and the sales quotas too", name) == []


def test_the_longest_term_counts() -> None:
    assert undefined("A joint business plan is made", "Joint business plan") == []
    assert undefined("Logo churn is low", "Logo retention") == [], "churn within it is not told"
    assert undefined("Logo churn is low, churn is not", "Logo retention") == ["churn"]
    assert undefined("The net promoter score of the net", own=("Net promoter",)) == ["net promoter"]


def test_the_editors_add_terms_of_their_own() -> None:
    assert undefined("Sterile-fields and Drip rates", own=("Sterile field", "drip rate")) == [
        "sterile-fields",
        "drip rates",
    ]
    assert undefined("a (b)", own=("(b)", "-", "µ")) == [], "what begins with no letter is not found, and harms nothing"


def test_every_listed_term_is_found_and_stands_in_one_entry() -> None:
    names = [name for entry in jargon.terms() for name in entry]
    assert len(jargon.terms()) > 60
    assert len(names) == len(set(names))
    for entry in jargon.terms():
        for name in entry:
            assert name == name.lower()
            assert [term for _, term in jargon.find_terms(f"The {name}.", jargon.spellings())] == [entry[0]]


# --- reviews ----------------------------------------------------------------------------------------------------------


def test_a_review_is_due_the_day_after_its_day(folder: Path, edit: Edit) -> None:
    line = edit(folder / "roles/ward-nurse.yml", "plural: Ward Nurses\n", "review: 2026-05-01\nplural: Ward Nurses\n")
    edit(folder / "comparisons/all-four.yml", "industry: Nursing\n", "industry: Nursing\nreview: 2030-05-01\n")
    assert inspect(folder, today=date(2026, 5, 1))[1] == ()
    assert inspect(folder)[1] == (), "without a day nobody is reminded"
    (problem,) = inspect(folder, today=date(2026, 5, 2))[1]
    assert (problem.code, problem.severity) == ("review-due", Severity.WARNING)
    assert problem.place == Place("content/roles/ward-nurse.yml", line, 9)
    assert "01 May 2026" in problem.message


# --- accepted ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["", " lead", " lead.1", " lead.1.text"])
def test_a_warning_is_accepted_by_its_field_what_is_around_it_or_its_file(
    field: str, folder: Path, edit: Edit, problems: Problems
) -> None:
    edit(folder / "roles/ward-nurse.yml", "text: The ward is never empty", "text: TODO The ward is never empty")
    (warning,) = problems(folder)
    assert warning.fix.endswith('at: "roles/ward-nurse.yml lead.1.text"')
    accept(folder, "unfinished-text", f"roles/ward-nurse.yml{field}")
    assert problems(folder) == ()


@pytest.mark.parametrize(
    ("code", "at"),
    [
        ("loaded-word", "roles/ward-nurse.yml lead.1.text"),
        ("unfinished-text", "roles/ward-nurse.yml lead.2"),
        ("unfinished-text", "roles/ward-nurse.yml lea"),
        ("unfinished-text", "roles/ward"),
    ],
)
def test_another_code_or_place_accepts_nothing(
    code: str, at: str, folder: Path, edit: Edit, problems: Problems
) -> None:
    edit(folder / "roles/ward-nurse.yml", "text: The ward is never empty", "text: TODO The ward is never empty")
    accept(folder, code, at)
    assert sorted(codes(problems(folder))) == ["idle-exception", "unfinished-text"]


def test_with_errors_nobody_says_what_is_idle(folder: Path, edit: Edit, problems: Problems) -> None:
    accept(folder, "one-sided", "roles/ward-nurse.yml")
    edit(folder / "site.yml", "home: ward-vs-home", "home: nowhere")
    assert codes(problems(folder)) == ["dangling-reference"]


def test_what_a_warning_names_can_be_pasted(folder: Path, edit: Edit, problems: Problems) -> None:
    """Also where it points into the middle of a line."""
    edit(folder / "roles/ward-nurse.yml", "short: Acutely ill, for a few days", "short: Acutely ill # for a few days")
    (warning,) = problems(folder)
    assert warning.code == "text-cut"
    found = re.search(r'at: "(.+)"$', warning.fix)
    assert found
    assert found[1] == "roles/ward-nurse.yml dimensions.patients.short"
    accept(folder, "text-cut", found[1])
    assert problems(folder) == ()


def accept(folder: Path, code: str, at: str) -> None:
    with (folder / "site.yml").open("a") as file:
        file.write(f"accepted:\n  - {{code: {code}, at: {at}, reason: So we want it.}}\n")
