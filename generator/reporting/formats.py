"""Problems as text for people and as records for machines.

In: problems, most severe first, and what surrounds them. Out: one string each for a terminal, JSON, GitHub's
annotations and its summary of a step, SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import click

from generator.problems import Problem, Severity, visible
from generator.reporting.codes import explanations
from generator.reporting.excerpt import Sources, excerpt

ANNOTATIONS = 10  # of each kind that GitHub shows of one step
_SUMMARY_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB
_HUES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report needs beside the problems.

    `sources` are the lines of the files concerned, `page` is the path of the page that explains the codes and
    `address` where that page is published, "" if nobody knows; `colour` is for terminals.
    """

    sources: Sources = field(default_factory=dict)
    page: str = "docs/contributing/problems.md"
    address: str = ""
    colour: bool = False


def as_text(problems: Sequence[Problem], around: Surroundings) -> str:
    """Each problem with the line it is about and its fix; then where to read more, and a count."""
    if not problems:
        return "No problems.\n"
    parts = [_block(problem, around) for problem in problems]
    more = f"What a code means: {around.page}, or visavis explain {problems[0].code}\n"
    return "\n".join([*parts, more]) + count(problems) + ".\n"


def _block(problem: Problem, around: Surroundings) -> str:
    """The contract's line, the source with its carets, the fix."""
    line = str(problem)
    if around.colour:
        word = f"{problem.severity}[{problem.code}]"
        line = line.replace(word, click.style(word, fg=_HUES[problem.severity], bold=True), 1)
    number = str(problem.line)
    gutter = " " * len(number)
    lines = [line]
    if shown := excerpt(problem, around.sources):
        carets = click.style(shown[1], fg=_HUES[problem.severity], bold=True) if around.colour else shown[1]
        lines += [f" {number} | {shown[0]}", f" {gutter} | {carets}"]
    if problem.fix:
        fix = _line(problem.fix)
        lines.append(f" {gutter} = " + (click.style(fix, fg="green") if around.colour else fix))
    return "\n".join(lines) + "\n"


def count(problems: Sequence[Problem]) -> str:
    """How many errors and warnings: `2 errors, 0 warnings`."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"{_number(errors, 'error')}, {_number(len(problems) - errors, 'warning')}"


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def as_json(problems: Sequence[Problem], around: Surroundings) -> str:
    """A list of objects with code, severity, file, line, column, message, fix and help, the place of an explanation."""
    return json.dumps([_record(problem, around) for problem in problems], ensure_ascii=False, indent=1) + "\n"


def _record(problem: Problem, around: Surroundings) -> dict[str, Any]:
    names = ("code", "severity", "file", "line", "column", "message", "fix")
    record = {name: getattr(problem, name) for name in names}
    return record | {"help": f"{around.address or around.page}#{problem.code}"}


def as_github(problems: Sequence[Problem], around: Surroundings) -> str:
    """Workflow commands that GitHub shows beside the changed lines; what it would not show is listed below them."""
    shown: list[Problem] = []
    for severity in Severity:
        shown += [problem for problem in problems if problem.severity is severity][:ANNOTATIONS]
    annotated = set(shown)
    rest = [problem for problem in problems if problem not in annotated]
    lines = [_annotation(problem) for problem in shown]
    if rest:
        words = (
            f"GitHub shows {ANNOTATIONS} annotations of a kind. {_number(len(rest), 'more problem')} below, and all "
        )
        lines.append(f"::notice title=visavis check::{words}in the summary of this step: {count(problems)}.")
        lines += map(str, rest)
    return "".join(line + "\n" for line in lines)


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.file)},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_data(_words(problem))}"


def _words(problem: Problem) -> str:
    return _line(f"{problem.message}; {problem.fix}" if problem.fix else problem.message)


def _line(text: str) -> str:
    """The text on one line, with what cannot be seen spelt out."""
    return visible(" ".join(text.split()))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_summary(problems: Sequence[Problem], around: Surroundings) -> str:
    """Every problem as a Markdown table, for the summary of a step on GitHub; as many as it takes."""
    head = f"### visavis check: {count(problems)}\n\n| | Place | Problem | Fix |\n| --- | --- | --- | --- |\n"
    rows: list[str] = []
    room = _SUMMARY_BYTES - len(head)
    for problem in problems:
        code = f"[{problem.code}]({around.address}#{problem.code})" if around.address else problem.code
        cells = (f"{problem.severity} {code}", *map(_plain, (str(problem.place), problem.message, problem.fix)))
        row = f"| {' | '.join(cells)} |\n"
        room -= len(row.encode())
        if room < 0:
            rows.append(f"\n{_number(len(problems) - len(rows), 'more problem')}: see the log.\n")
            break
        rows.append(row)
    return head + "".join(rows) + "\n"


def _plain(text: str) -> str:
    """Text of which Markdown makes nothing: every sign is a character reference."""
    return "".join(char if char.isalnum() or char in " .-/" else f"&#{ord(char)};" for char in _line(text))


def as_sarif(problems: Sequence[Problem], around: Surroundings) -> str:
    """A SARIF log with one run."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "visavis", "rules": [_rule(code, around) for code in codes]}
    results = [_result(problem, codes) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, around: Surroundings) -> dict[str, Any]:
    known = explanations().get(code)
    rule: dict[str, Any] = {"id": code}
    if known:
        rule |= {"shortDescription": {"text": known.means}, "help": {"text": known.mend}}
    return rule | ({"helpUri": f"{around.address}#{code}"} if around.address else {})


def _result(problem: Problem, codes: Sequence[str]) -> dict[str, Any]:
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(problem.file)}, "region": region}}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": str(problem.severity),
        "message": {"text": _words(problem)},
        "locations": [location],
    }


FORMATS: Mapping[str, Callable[[Sequence[Problem], Surroundings], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
