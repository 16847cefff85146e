"""What a picture's title, eyebrow and alternative text say against its data.

In: a comparison with its roles and the catalogue. Out: warnings. Only what can be counted is held: numbers before what
the picture shows, `all three` and `both`, and who has more of what. A text says it in the usual words, or nothing is
found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.lint.comparatives import compared_wrongly
from generator.model.lint.numbers import NUMBER, listed, value
from generator.model.lint.pictured import Count, Shown, Subject, shown
from generator.model.text import Text
from generator.problems import Problem, Severity

_FIELDS = ("title", "eyebrow", "alt")
# What may stand between a number and what it counts. "Other" and "more" are not among them: they count a rest.
_BETWEEN = (
    *("shared", "common", "own", "large", "small", "larger", "smaller", "short", "long", "key", "main", "headline"),
    *("internal", "single", "different", "separate", "sales", "editorial"),
)
_CLAUSE = re.compile(r"[,;:.!?]\s+")
_TOGETHER = r"(?:both|all)(?:\s+(?:roles|posts|jobs))?"


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of something that a text gives: what is counted, what stands around it, and what before it."""

    said: str
    number: int
    count: Count
    clause: str
    before: str


def check(subject: Subject) -> Iterator[Problem]:
    """All findings on the pictures of one comparison."""
    compared = subject.roles
    for picture in subject.comparison.infographics:
        found = shown(picture.kind, subject)
        for name in _FIELDS:
            text: Text = getattr(picture, name)
            for said, truth in (*_miscounted(text, found, len(compared)), *compared_wrongly(text, found, compared)):
                message = f'the {_called(name)} says "{said}", and {truth}'
                fix = "say what the picture shows, or correct the data"
                yield Problem("untrue-of-picture", text.place, message, fix, Severity.WARNING)


def _called(name: str) -> str:
    return "alternative text" if name == "alt" else name


def _miscounted(text: str, found: Shown, roles: int) -> Iterator[tuple[str, str]]:
    """Numbers that do not hold, each as the text has it and with what the data say."""
    for clause in _CLAUSE.split(text):
        for claim in _claims(clause, found):
            truth = _truth(claim)
            if truth:
                yield claim.said, truth
        yield from _all_of_them(clause, found)
    both = re.search(
        r"\bboth (?:roles|posts|jobs|need|share)\b|\bone\b.+?\bthe other\b(?! (?:side|end|way))", text, re.I
    )
    if both and roles > 2:
        yield _brief(both[0]), f"{roles} roles are compared"


def _claims(clause: str, found: Shown) -> Iterator[Claim]:
    for count in found.counts:
        nouns = "|".join(count.nouns.split())
        pattern = rf"({NUMBER})\s+(?:(?:{'|'.join(_BETWEEN)})\s+)*(?:{nouns})\b"
        for match in re.finditer(pattern, clause, re.IGNORECASE):
            yield Claim(match[0], value(match[1]), count, clause, clause[: match.start()].casefold())


def _truth(claim: Claim) -> str:
    """What the data say instead, "" where the claim holds or cannot be held."""
    count, number, clause = claim.count, claim.number, claim.clause.casefold()
    hedge = re.search(
        r"\b(more than|over|at least|fewer than|less than|under|about|around|nearly|almost|up to) $", claim.before
    )
    if hedge:
        return _hedged(hedge[1], claim)
    if count.shared is not None and _of_all(claim, clause):
        return "" if number == count.shared else f"{_together(count)} it is {count.shared}"
    if count.by_role and _of_each(claim, clause):
        right = number in count.parts or set(count.by_role.values()) == {number}
        return "" if right else f"by role it is {_by_role(count)}"
    return "" if number in count.held else f"the data have {listed(count.held) or 'none'}"


def _hedged(hedge: str, claim: Claim) -> str:
    """Limits: about how many is nobody's mistake, more than there are is one."""
    held = claim.count.held
    if hedge in {"more than", "over"} and held and max(held) <= claim.number:
        return f"the most that the data have is {max(held)}"
    if hedge == "at least" and held and max(held) < claim.number:
        return f"the most that the data have is {max(held)}"
    if hedge in {"fewer than", "less than", "under"} and held and min(held) >= claim.number:
        return f"the least that the data have is {min(held)}"
    return ""


def _of_all(claim: Claim, clause: str) -> bool:
    """Whether what all roles have in common is counted."""
    said = re.escape(claim.said.casefold())
    return bool(
        re.search(r"\b(?:shared|common)\b", claim.said, re.IGNORECASE)
        or re.search(rf"\b{_TOGETHER}\s+(?:need|share|have|use)\s+(?:the same\s+)?{said}", clause)
        or re.search(
            rf"{said}\s+(?:(?:that|which)\s+)?(?:{_TOGETHER}\s+(?:need|share|have|use)|(?:for|in)\s+(?:both|all)\b)",
            clause,
        )
        or re.search(rf"{said}\s+in common\b", clause)
    )


def _of_each(claim: Claim, clause: str) -> bool:
    """Whether each role is said to have so many; "one or two each" says less."""
    said = re.escape(claim.said.casefold())
    roles = r"(?:(?:for|of|in|with) each (?:role|post|job)|each(?! of)\b)"
    return not claim.before.endswith(" or ") and bool(re.search(rf"{said}\s+{roles}", clause))


def _together(count: Count) -> str:
    return f"of the {count.nouns.split()[0]} of all roles"


def _by_role(count: Count) -> str:
    return " and ".join(str(number) for number in count.by_role.values())


def _all_of_them(clause: str, found: Shown) -> Iterator[tuple[str, str]]:
    """`All three`, `all four`: some number of what the picture shows."""
    held = frozenset(number for count in found.counts for number in count.held)
    for match in re.finditer(rf"\ball ({NUMBER})", clause, re.IGNORECASE):
        if value(match[1]) not in held:
            yield match[0], f"the picture shows {value(match[1])} of nothing"


def _brief(said: str) -> str:
    return re.sub(r"^(one)\b.+\b(the other)$", r"\1 … \2", said, flags=re.IGNORECASE)
