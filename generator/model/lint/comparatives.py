"""Who has more of what, as a text says it and as the data have it.

In: a text, what its picture shows, and the roles. Out: what is said and not so, with what is. A role has to be named in
the clause, and the quantity by the name that the data give it; a clause without a comparing word of its own has that of
the clause before, as in "one needs more data, the other more tact".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.lint.pictured import Quantity, Shown
from generator.model.schema import Role

_MORE = "more|most|higher|highest|greater|greatest|longer|longest|larger|largest"
_LESS = "less|least|fewer|fewest|lower|lowest|shorter|shortest|smaller|smallest"
_DIRECTION = re.compile(rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<high>high)|(?P<low>low))\b", re.IGNORECASE)
_EQUAL = re.compile(r"\b(?:the same|equal|equally|alike|as much)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|no|never|neither|nor|without|hardly|more or less)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s+")
_CLAUSE = re.compile(r"[,;:]\s+|\s+(?:while|whereas|but)\s+")
_LEVELS = re.compile(
    r"(?:\b(?P<part>mostly|most|all|some)\b[^.]*?)?\b(?P<way>different|the same) levels?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Said:
    """A clause: who has more or less, than whom, by which word."""

    clause: str
    subject: str
    other: str
    word: str


def compared_wrongly(text: str, found: Shown, roles: Mapping[str, Role]) -> Iterator[tuple[str, str]]:
    """Each comparison that the data do not bear out."""
    for sentence in _SENTENCE.split(text):
        word = ""
        for clause in _CLAUSE.split(sentence.rstrip(".!?")):
            own = _DIRECTION.search(clause)
            word = own.lastgroup or "" if own else word
            yield from _unequal(clause, found)
            said = _said(clause, word, roles)
            if said:
                yield from _wrong(said, found)
    yield from _of_levels(text, found)


def _said(clause: str, word: str, roles: Mapping[str, Role]) -> Said | None:
    """What a clause says, if one role is its subject."""
    if not word or _DENIED.search(clause) or _both_ways(clause):
        return None
    before, than, after = clause.partition(" than ")
    subjects, others = _named(before, roles), _named(after, roles) if than else []
    if len(subjects) != 1 or len(others) > 1:
        return None
    return Said(clause, subjects[0], others[0] if others else "", word)


def _both_ways(clause: str) -> bool:
    return len({match.lastgroup for match in _DIRECTION.finditer(clause)}) > 1


def _named(text: str, roles: Mapping[str, Role]) -> list[str]:
    """The roles that a text names, in full, in the plural or by their abbreviation."""
    return [id for id, role in roles.items() if re.search(rf"\b(?:{_names(role)})\b", text)]


def _names(role: Role) -> str:
    return "|".join(
        re.escape(str(name)) for name in (role.plural, f"{role.name}s", role.name, role.abbreviation) if name
    )


def _wrong(said: Said, found: Shown) -> Iterator[tuple[str, str]]:
    for quantity in found.quantities:
        name = next((name for name in quantity.names if _is_compared(said.clause, name, quantity)), "")
        if name and not _holds(said, quantity):
            yield said.clause.strip(), f"of {name} the data have {_values(quantity)}"


def _is_compared(clause: str, name: str, quantity: Quantity) -> bool:
    """Whether a clause compares roles by that: what is counted stands after the comparing word, as in "more skills"."""
    counted = rf"\b(?:{_MORE}|{_LESS})\s+(?:\w+\s+)?{re.escape(name)}\b"
    return bool(re.search(counted, clause, re.IGNORECASE)) if quantity.counted else _has(clause, name)


def _has(clause: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", clause, re.IGNORECASE))


def _holds(said: Said, quantity: Quantity) -> bool:
    """Whether the role has more or less than the one named, or than every other; high and low are halves of a scale."""
    own = quantity.by_role[said.subject]
    if said.word in {"high", "low"}:
        return quantity.middle is None or (own > quantity.middle if said.word == "high" else own < quantity.middle)
    others = [
        value
        for role, value in quantity.by_role.items()
        if role == said.other or (not said.other and role != said.subject)
    ]
    return all(own > value for value in others) if said.word == "more" else all(own < value for value in others)


def _values(quantity: Quantity) -> str:
    return " and ".join(f"{value:g}" for value in quantity.by_role.values()) + f" ({', '.join(quantity.by_role)})"


def _unequal(clause: str, found: Shown) -> Iterator[tuple[str, str]]:
    """What is called the same for all and is not."""
    if not _EQUAL.search(clause) or _DENIED.search(clause) or _DIRECTION.search(clause):
        return
    for quantity in found.quantities:
        if not quantity.counted and not quantity.same and any(_has(clause, name) for name in quantity.names):
            yield clause.strip(), f"the data have {_values(quantity)}"


def _of_levels(text: str, found: Shown) -> Iterator[tuple[str, str]]:
    """Whether shared skills are needed at different levels, or at the same."""
    graded = [quantity for quantity in found.quantities if quantity.level]
    said = _LEVELS.search(text) if graded else None
    if not said:
        return
    unlike = sum(not quantity.same for quantity in graded)
    way = said["way"].casefold()
    number = unlike if way == "different" else len(graded) - unlike
    if not _so_many(number, len(graded), (said["part"] or ("some" if way == "different" else "all")).casefold()):
        yield said[0].strip(), f"{number} of {len(graded)} shared skills have {way} levels"


def _so_many(number: int, of: int, part: str) -> bool:
    return number == of if part == "all" else number > 0 if part == "some" else number * 2 > of
