"""What can be wrong, said so that a person can mend it, and the errors that end a command.

In: a place (file, line, column), a code, a message and a fix. Out: one line of text per problem. Every stage
collects problems and raises one `ContentError` with all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, Self

from generator.problems.characters import shorten, visible_line

# Characters of a line that is read to its end.
HEADLINE = 100


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in the content: `line` and `column` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `message` says what is wrong, `fix` how to mend it; both are plain sentences.

    `width` is how many characters from the place on are meant; 0: the key or value that stands there.
    """

    code: str
    place: Place
    message: str
    fix: str = ""
    severity: Severity = Severity.ERROR
    width: int = 0

    @property
    def file(self) -> str:
        return self.place.file

    @property
    def line(self) -> int:
        return self.place.line

    @property
    def column(self) -> int:
        return self.place.column

    @property
    def text(self) -> str:
        """What is wrong and how to mend it, in one sentence."""
        return f"{self.message}; {self.fix}" if self.fix else self.message

    @property
    def headline(self) -> str:
        """What is wrong in at most a hundred characters, with the way to mend it if there is room for both."""
        text = visible_line(self.text)
        return text if len(text) <= HEADLINE else shorten(visible_line(self.message), HEADLINE)

    @property
    def details(self) -> tuple[str, ...]:
        """What the headline has no room for, and the way to mend it, a line each."""
        message = visible_line(self.message)
        whole = (message,) if len(message) > HEADLINE else ()
        return (*whole, visible_line(self.fix)) if self.fix else whole

    def __str__(self) -> str:
        # A problem is one line, whatever text it quotes.
        return visible_line(f"{self.place}: {self.severity}[{self.code}] {self.text}")

    def moved(self, folder: str, to: str) -> Problem:
        """The same problem in a copy of its file: below `to` where it was below `folder`."""
        return replace(self, place=replace(self.place, file=self.file.replace(folder, to, 1)))


class VisavisError(Exception):
    """Anything that ends a command with a message instead of a traceback; `exit_code` as in the contract."""

    exit_code = 1


class ContentError(VisavisError):
    """The content has problems; nothing has been written."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # it comes from another process, too


class UsageError(VisavisError):
    """The command was called wrongly."""

    exit_code = 2


class TemplateError(UsageError):
    """A file that slides were to be put on is none that can be used."""

    exit_code = 1


class OutputError(VisavisError):
    """Reading or writing failed, or the site could not be built from correct content."""

    exit_code = 74


class BusyError(VisavisError):
    """Another build holds the lock."""

    exit_code = 75


class Overflow(Exception):
    """A box cannot be laid out in the room it was given.

    `need` and `room` are in points, along the axis that does not fit. Where it is too narrow, `text` is the one
    whose longest word asks for too much; where it is too low, all texts share the blame.
    """

    def __init__(self, *, need: float, room: float, text: str = "", axis: Literal["width", "height"] = "width") -> None:
        self.need, self.room, self.text, self.axis = need, room, text, axis
        super().__init__(f"needs {need:.1f} pt where there are {room:.1f} pt")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors before warnings, then by place; the same finding is told once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.severity is not Severity.ERROR, p.place, p.code, p.message)))
