"""Problems as text for people and as records for machines.

In: problems, most severe first, and their context. Out: one string each for a terminal, JSON, GitHub's
annotations and its summary of a step, SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import click

from generator.problems import Problem, Severity, counted, visible_line
from generator.reporting.codes import explanations
from generator.reporting.excerpt import SourceLines, excerpt

ANNOTATIONS = 10  # of each kind that GitHub shows of one step
_SUMMARY_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB
_HUES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


@dataclass(frozen=True, slots=True)
class Context:
    """What a report needs beside the problems.

    `sources` are the lines of the files concerned, `page` is the path of the page that explains the codes and `address`
    where that page is published, each "" where there is none; `colour` is for terminals.
    """

    sources: SourceLines = field(default_factory=dict)
    page: str = "docs/contributing/problems.md"
    address: str = ""
    colour: bool = False


def as_text(problems: Sequence[Problem], context: Context) -> str:
    """Each problem with the line it is about and its fix; then where to read more, and a count."""
    if not problems:
        return "No problems.\n"
    parts = [_block(problem, context) for problem in problems]
    page = f"{context.page}, or " if context.page else ""
    more = f"What a code means: {page}visavis explain {problems[0].code}\n"
    return "\n".join([*parts, more]) + _counts(problems) + ".\n"


def _block(problem: Problem, context: Context) -> str:
    """The contract's line, the source with its carets, what that line has no room for, and the fix."""
    line = visible_line(f"{problem.place}: {problem.severity}[{problem.code}] {problem.headline}")
    if context.colour:
        word = f"{problem.severity}[{problem.code}]"
        line = line.replace(word, click.style(word, fg=_HUES[problem.severity], bold=True), 1)
    number = str(problem.line)
    gutter = " " * len(number)
    lines = [line]
    if shown := excerpt(problem, context.sources):
        carets = click.style(shown[1], fg=_HUES[problem.severity], bold=True) if context.colour else shown[1]
        lines += [f" {number} | {shown[0]}", f" {gutter} | {carets}"]
    said = not shown and problem.headline == visible_line(
        problem.text
    )  # all of it stands in the one line that is there
    below = () if said else problem.details
    lines += [f" {gutter} = " + (click.style(part, fg="green") if context.colour else part) for part in below]
    return "\n".join(lines) + "\n"


def _counts(problems: Sequence[Problem]) -> str:
    """How many errors and warnings: `2 errors, 0 warnings`."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"


def as_json(problems: Sequence[Problem], context: Context) -> str:
    """The records of the problems as JSON."""
    return json.dumps(records(problems, context), ensure_ascii=False, indent=1) + "\n"


def records(problems: Sequence[Problem], context: Context) -> list[dict[str, Any]]:
    """Each with code, severity, file, line, column, message, fix and help, the place of an explanation."""
    names = ("code", "severity", "file", "line", "column", "message", "fix")
    page = context.address or context.page
    return [
        {name: getattr(problem, name) for name in names}
        | {"help": f"{page}#{problem.code}" if page else f"visavis explain {problem.code}"}
        for problem in problems
    ]


def as_github(problems: Sequence[Problem], context: Context) -> str:
    """Workflow commands that GitHub shows beside the changed lines; what it would not show is listed below them."""
    shown: list[Problem] = []
    for severity in Severity:
        shown += [problem for problem in problems if problem.severity is severity][:ANNOTATIONS]
    annotated = set(shown)
    rest = [problem for problem in problems if problem not in annotated]
    lines = [_annotation(problem) for problem in shown]
    if rest:
        words = (
            f"GitHub shows {ANNOTATIONS} annotations of a kind. {counted(len(rest), 'more problem')} below, and all "
        )
        lines.append(f"::notice title=visavis check::{words}in the summary of this step: {_counts(problems)}.")
        lines += map(str, rest)
    return "".join(line + "\n" for line in lines)


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.file)},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    below = () if problem.headline == visible_line(problem.text) else problem.details
    words = _message("\n".join((problem.headline, *below)))
    return f"::{problem.severity} {place},title={_property(problem.code)}::{words}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_summary(problems: Sequence[Problem], context: Context) -> str:
    """Every problem as a Markdown table, for the summary of a step on GitHub; as many as it takes."""
    head = f"### visavis check: {_counts(problems)}\n\n| | Place | Problem | Fix |\n| --- | --- | --- | --- |\n"
    rows: list[str] = []
    room = _SUMMARY_BYTES - len(head)
    for problem in problems:
        code = f"[{problem.code}]({context.address}#{problem.code})" if context.address else problem.code
        cells = (f"{problem.severity} {code}", *map(_inert, (str(problem.place), problem.message, problem.fix)))
        row = f"| {' | '.join(cells)} |\n"
        room -= len(row.encode())
        if room < 0:
            rows.append(f"\n{counted(len(problems) - len(rows), 'more problem')}: see the log.\n")
            break
        rows.append(row)
    return head + "".join(rows) + "\n"


def _inert(text: str) -> str:
    """Text of which Markdown makes nothing: every sign is a character reference."""
    return "".join(char if char.isalnum() or char in " .-/" else f"&#{ord(char)};" for char in visible_line(text))


def as_sarif(problems: Sequence[Problem], context: Context) -> str:
    """A SARIF log with one run."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "visavis", "rules": [_rule(code, context) for code in codes]}
    results = [_result(problem, codes) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, context: Context) -> dict[str, Any]:
    known = explanations().get(code)
    rule: dict[str, Any] = {"id": code}
    if known:
        rule |= {"shortDescription": {"text": known.means}, "help": {"text": known.mend}}
    return rule | ({"helpUri": f"{context.address}#{code}"} if context.address else {})


def _result(problem: Problem, codes: Sequence[str]) -> dict[str, Any]:
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(os.fsencode(problem.file))}, "region": region}}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": str(problem.severity),
        "message": {"text": visible_line(problem.text)},
        "locations": [location],
    }


FORMATS: Mapping[str, Callable[[Sequence[Problem], Context], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
