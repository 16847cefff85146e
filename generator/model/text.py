"""Text as the editor typed it, with the place where it stands.

In: a scalar and its place. Out: `Text`, a `str` that remembers its place, so that a later stage
(a text too long for a picture, a glyph that no font has) can name file, line and column.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.problems import Place

NOWHERE = Place("content")


class Placed(str):
    """A string that remembers its place: an id, a colour, a text."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, value: str, place: Place = NOWHERE) -> Self:
        text = super().__new__(cls, value)
        text.place = place
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, Place]]:
        return (type(self), (str(self), self.place))


def keep_place(value: Any, validate: Callable[[Any], str]) -> Placed:
    """Pydantic makes a plain string of every string it checks; this gives it its place back."""
    return Placed(validate(value), place_of(value))


def place_of(value: object) -> Place:
    """Where a string stands, `NOWHERE` when it does not come from the content."""
    return value.place if isinstance(value, Placed) else NOWHERE


class Text(Placed):
    """A non-empty string from the content. Any run of white space, line ends too, counts as one space."""

    __slots__ = ()

    @classmethod
    def fold(cls, value: str) -> str:
        """The text with its white space folded."""
        return " ".join(value.split())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        # Editors' YAML readers turn `no` or `12` into other types; what Visavis keeps as text must pass there too.
        return {"type": ["string", "number", "boolean"], "minLength": 1}

    @classmethod
    def _validate(cls, value: Any) -> Self:
        folded = cls.fold(value) if isinstance(value, str) else ""
        if not folded:
            raise PydanticCustomError("text", "not a text")
        return cls(folded, place_of(value))


class Prose(Text):
    """Text of one or more paragraphs; a blank line parts them."""

    __slots__ = ()

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """Each paragraph as a text of its own."""
        return tuple(Text(part, self.place) for part in self.split("\n\n"))

    @classmethod
    def fold(cls, value: str) -> str:
        """The paragraphs with the white space inside each folded."""
        lines = "\n".join(line.strip() for line in value.splitlines())
        return "\n\n".join(" ".join(part.split()) for part in lines.split("\n\n") if part.strip())
