"""Warnings that the editors have seen and accept, each with a reason.

In: problems and the entries of site.yml. Out: the problems that remain. A warning says how it would be accepted; an
entry that accepts nothing is a warning itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.read_file import Fields
from generator.model.schema import AcceptedWarning
from generator.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class FieldIndex:
    """Where every field stands, by file. `label` is what stands before the files' names."""

    label: str
    files: Mapping[str, Fields]

    def at(self, place: Place) -> str:
        """A place as an editor names it: `roles/nurse.yml lead.2.text`, entries of lists counted from 1."""
        file = place.file.removeprefix(f"{self.label}/")
        fields = self.files.get(place.file)
        return f"{file} {fields.around(place) if fields else ''}".strip()


def remaining(
    problems: Iterable[Problem], accepted: Sequence[AcceptedWarning], where: FieldIndex, *, whole: bool
) -> list[Problem]:
    """The problems without the accepted warnings. `whole`: all content could be read, so unused entries can be told."""
    remain: list[Problem] = []
    entries: dict[tuple[str, str], list[int]] = {}
    for index, entry in enumerate(accepted):
        entries.setdefault((entry.code, entry.at), []).append(index)
    used: set[int] = set()
    for problem in problems:
        spot = where.at(problem.place)
        matching = _accepting(entries, problem, spot) if entries else []
        used.update(matching)
        if problem.severity is Severity.ERROR:
            remain.append(problem)
        elif not matching:
            remain.append(problem if problem.code in _TO_DO else _acceptable(problem, spot))
    if whole:
        remain += [_unused(entry) for index, entry in enumerate(accepted) if index not in used]
    return remain


_TO_DO = ("placeholder-text",)  # there is no reason to leave it


def _acceptable(problem: Problem, spot: str) -> Problem:
    return replace(problem, fix=f'{problem.fix}; or accept it in site.yml, at: "{spot}"')


def _accepting(entries: Mapping[tuple[str, str], Sequence[int]], problem: Problem, spot: str) -> list[int]:
    """Entries of the warning's code that name its field, one that it lies within, or its file."""
    if problem.severity is not Severity.WARNING:
        return []
    around = (spot[: end.start()] for end in re.finditer(r"[ .]|$", spot))
    return [index for at in around for index in entries.get((problem.code, at), ())]


def _unused(entry: AcceptedWarning) -> Problem:
    message = f'there is no warning "{entry.code}" at "{entry.at}" to accept'
    fix = "remove the entry, or correct its code and place"
    return Problem("idle-exception", entry.code.place, message, fix, Severity.WARNING)
