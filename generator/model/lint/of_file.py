"""What can be said of one file by itself, and what it has for the rest.

In: what a file holds, the editors' own jargon, and the terms of the glossary. Out: `FileFindings`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.lint import figures, jargon, leftovers, placeholders, wording
from generator.model.lint.texts import texts
from generator.model.lint.usage import TermIndex, terms_used
from generator.model.reading.tree import Path
from generator.model.schema import Catalogue, Comparison, Part, Role, Term
from generator.model.text import Text
from generator.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class FileFindings:
    """Problems of one file; where placeholders stand; and what it uses first where, for others to explain it.

    `style` are problems of what is written, which nobody tells of a placeholder; `abbreviations` are by name, `jargon`
    by term with its spelling; `terms` are those of the glossary.
    """

    unwritten: tuple[Place, ...] = ()
    style: tuple[Problem, ...] = ()
    namesakes: tuple[Problem, ...] = ()
    abbreviations: Mapping[str, Place] = field(default_factory=dict)
    jargon: Mapping[str, tuple[str, Place]] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()


def found(value: Any, own_jargon: Collection[str], index: TermIndex) -> FileFindings:
    """All findings on what one file holds."""
    every = texts(value)
    prose = tuple(_prose(every)) if _about_the_subject(value) else ()
    style = [problem for text in prose for problem in wording.unwise(text)]
    if isinstance(value, Role | Comparison | Catalogue):
        style += figures.check(value, every)
    return FileFindings(
        () if isinstance(value, Catalogue) or _is_glossary(value) else placeholders.of_part(value),
        tuple(style),
        tuple(leftovers.namesakes(value.infographics)) if isinstance(value, Comparison) else (),
        wording.first_places(prose),
        jargon.first_places(prose, own_jargon),
        _terms(value, (text for _, text in every), index),
    )


def _about_the_subject(value: Any) -> bool:
    """Whether a file is about roles: those that say what the site is called and how it changed are not."""
    return isinstance(value, Role | Comparison | Catalogue) or _is_glossary(value)


def _is_glossary(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(each, Term) for each in value.values())


def _prose(every: Iterable[tuple[Path, Text]]) -> Iterable[Text]:
    """What is written about the subject; a classification's codes and a role's own abbreviation are no prose."""
    return (text for path, text in every if "occupations" not in path and path[-1] != "abbreviation")


def _terms(value: Part | Mapping[str, Part], every: Iterable[Text], index: TermIndex) -> frozenset[str]:
    """The terms that a file uses; within the glossary, those that the definition of another has."""
    if not _is_glossary(value):
        return terms_used(every, index)
    used = (terms_used((text for _, text in texts(term)), index) - {id} for id, term in dict(value).items())
    return frozenset[str]().union(*used)
