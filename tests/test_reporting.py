"""Problems as text, JSON, GitHub annotations and SARIF: the same findings, each in the form its reader parses."""

from __future__ import annotations

import json

import pytest

from generator.errors import ContentError, Place, Problem, Severity
from generator.reporting import FORMATS

PLAIN = Problem("unknown-key", Place("content/a.yml", 41, 5), '"titel" is not a field', 'did you mean "title"?')
AWKWARD = Problem(
    "wrong-value", Place("content/a,b:c.yml", 2, 3), "50% off,\r\nnow: ::error::", "write\nless", Severity.WARNING
)
WHOLE = Problem("missing-file", Place("content/site.yml"), "there is no such file")
ALL = (PLAIN, AWKWARD, WHOLE)


def test_there_are_the_four_formats_of_the_contract() -> None:
    assert list(FORMATS) == ["text", "json", "github", "sarif"]


# --- text -------------------------------------------------------------------------------------------------------------


def test_text_is_one_line_a_problem_and_a_count() -> None:
    assert FORMATS["text"]((PLAIN, WHOLE)).splitlines() == [
        'content/a.yml:41:5: error[unknown-key] "titel" is not a field; did you mean "title"?',
        "content/site.yml: error[missing-file] there is no such file",
        "2 errors, 0 warnings.",
    ]


def test_text_says_when_there_is_nothing_to_say() -> None:
    assert FORMATS["text"](()) == "No problems.\n"


def test_one_problem_is_counted_in_the_singular() -> None:
    assert FORMATS["text"]((PLAIN,)).splitlines()[-1].startswith("1 error,")


def test_a_problem_stays_on_one_line_of_text() -> None:
    assert len(FORMATS["text"]((AWKWARD,)).splitlines()) == 2


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_has_every_field() -> None:
    records = json.loads(FORMATS["json"](ALL))
    assert records[0] == {
        "code": "unknown-key",
        "severity": "error",
        "file": "content/a.yml",
        "line": 41,
        "column": 5,
        "message": '"titel" is not a field',
        "fix": 'did you mean "title"?',
    }
    assert [(record["severity"], record["line"]) for record in records] == [("error", 41), ("warning", 2), ("error", 0)]
    assert records[1]["message"] == AWKWARD.message


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(FORMATS["json"](())) == []


# --- GitHub -----------------------------------------------------------------------------------------------------------


def test_github_gets_one_workflow_command_a_problem() -> None:
    assert FORMATS["github"]((PLAIN, WHOLE)).splitlines() == [
        '::error file=content/a.yml,line=41,col=5,title=unknown-key::"titel" is not a field; did you mean "title"?',
        "::error file=content/site.yml,line=1,col=1,title=missing-file::there is no such file",
    ]


def test_github_escapes_what_would_end_a_command_or_a_property() -> None:
    (line,) = FORMATS["github"]((AWKWARD,)).splitlines()
    assert line == (
        "::warning file=content/a%2Cb%3Ac.yml,line=2,col=3,title=wrong-value"
        "::50%25 off,%0D%0Anow: ::error::; write%0Aless"
    )


def test_github_of_nothing_is_nothing() -> None:
    assert FORMATS["github"](()) == ""


# --- SARIF ------------------------------------------------------------------------------------------------------------


def test_sarif_is_a_log_of_one_run() -> None:
    log = json.loads(FORMATS["sarif"](ALL))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "visavis"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["missing-file", "unknown-key", "wrong-value"]
    assert {result["ruleId"] for result in run["results"]} <= set(rules)
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]


def test_sarif_says_where_and_what() -> None:
    first, _, last = json.loads(FORMATS["sarif"](ALL))["runs"][0]["results"]
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/a.yml"},
        "region": {"startLine": 41, "startColumn": 5},
    }
    assert first["message"]["text"] == '"titel" is not a field; did you mean "title"?'
    region = last["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1}, "SARIF counts from 1, so a whole file is its beginning"


def test_sarif_addresses_are_uris() -> None:
    odd = Problem("unknown-file", Place("content/roles/Ward Nurse 50%.yml"), "this file belongs to nothing")
    (result,) = json.loads(FORMATS["sarif"]((odd,)))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/roles/Ward%20Nurse%2050%25.yml"


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    (run,) = json.loads(FORMATS["sarif"](()))["runs"]
    assert run["results"] == []


# --- all of them ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("problems", [(), ALL])
def test_every_format_ends_a_line_or_is_empty(form: str, problems: tuple[Problem, ...]) -> None:
    text = FORMATS[form](problems)
    assert not text or text.endswith("\n")


def test_problems_are_told_once_errors_first_then_by_place() -> None:
    later = Problem("b", Place("content/a.yml", 50, 1), "later")
    assert ContentError([AWKWARD, WHOLE, later, PLAIN, PLAIN]).problems == (PLAIN, later, WHOLE, AWKWARD)
    assert str(ContentError([PLAIN, WHOLE])) == f"{PLAIN}\n{WHOLE}"
