"""Words that depend on a number.

In: a `View` of a comparison, or a number. Out: texts.
"""

from __future__ import annotations

from generator.model import View


def both_or_all(view: View) -> str:
    """What two roles are called together, and what more are."""
    return "both" if len(view.roles) == 2 else "all"


def within(words: str) -> str:
    """A heading as it stands within a sentence; capitals of an abbreviation stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def one(noun: str) -> str:
    """A noun with its article."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def in_words(count: int) -> str:
    """A number as running text has it: up to twelve in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
