"""Problems as text for people and as records for machines.

In: problems. Out: one string each for a terminal, JSON, GitHub's annotations, SARIF 2.1.0
(https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from generator.errors import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """One line a problem and a closing line that counts them."""
    lines = [str(problem) for problem in problems]
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    lines.append(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}." if problems else "No problems.")
    return "\n".join(lines) + "\n"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with code, severity, file, line, column, message and fix."""
    return json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=1) + "\n"


def _record(problem: Problem) -> dict[str, Any]:
    names = ("code", "severity", "file", "line", "column", "message", "fix")
    return {name: getattr(problem, name) for name in names}


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""
    return "".join(_annotation(problem) + "\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.file)},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    words = f"{problem.message}; {problem.fix}" if problem.fix else problem.message
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF log with one run."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "visavis", "rules": [{"id": code} for code in codes]}
    run = {"tool": {"driver": driver}, "results": [_result(problem) for problem in problems]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(problem.file)}, "region": region}}
    words = f"{problem.message}; {problem.fix}" if problem.fix else problem.message
    return {"ruleId": problem.code, "level": str(problem.severity), "message": {"text": words}, "locations": [location]}


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
