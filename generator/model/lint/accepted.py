"""Warnings that the editors have seen and accept, each with a reason.

In: problems and the entries of site.yml. Out: the problems that remain. A warning says how it would be accepted; an
entry that accepts nothing is a warning itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model.reading.tree import Path, Tree
from generator.model.schema import AcceptedWarning
from generator.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class FieldIndex:
    """The fields of every file in the order of their places. `label` is what stands before the files' names."""

    label: str
    fields: dict[str, list[tuple[Place, Path]]]

    def at(self, place: Place) -> str:
        """A place as an editor names it: `roles/nurse.yml lead.2.text`, entries of lists counted from 1."""
        file = place.file.removeprefix(f"{self.label}/")
        fields = self.fields.get(place.file, [])
        index = bisect_right(fields, place, key=lambda field: field[0])
        path = fields[index - 1][1] if index and place.line else ()
        steps = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        return f"{file} {steps}".strip()


def field_index(trees: Iterable[Tree], label: str) -> FieldIndex:
    """Where every field stands. Of fields that begin at one place the innermost counts."""
    fields = {
        tree.file: sorted(((place, path) for path, place in tree.values.items()), key=lambda field: field[0])
        for tree in trees
    }
    return FieldIndex(label, fields)


def remaining(
    problems: Iterable[Problem], accepted: Sequence[AcceptedWarning], where: FieldIndex, *, whole: bool
) -> list[Problem]:
    """The problems without the accepted warnings. `whole`: all content could be read, so unused entries can be told."""
    remain: list[Problem] = []
    used: set[int] = set()
    for problem in problems:
        spot = where.at(problem.place)
        matching = {index for index, entry in enumerate(accepted) if _accepts(entry, problem, spot)}
        used |= matching
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


def _accepts(entry: AcceptedWarning, problem: Problem, spot: str) -> bool:
    """Whether the warning is of that code and lies at the named field, within it, or in the named file."""
    same = problem.severity is Severity.WARNING and entry.code == problem.code
    return same and (spot == entry.at or spot.startswith((f"{entry.at} ", f"{entry.at}.")))


def _unused(entry: AcceptedWarning) -> Problem:
    message = f'there is no warning "{entry.code}" at "{entry.at}" to accept'
    fix = "remove the entry, or correct its code and place"
    return Problem("idle-exception", entry.code.place, message, fix, Severity.WARNING)
