"""A content file to begin with, written from the schema.

In: a type of the schema, and a plan with the values that are known, nested as in the file. Out: YAML in which every
other required field holds its own description, with a comment on what is wanted; fields that may be left out are
comments. What the schema says of a field is said here too, so the two cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

import yaml
from annotated_types import Ge, MinLen
from pydantic.fields import FieldInfo

from generator.model import Names, Part, Prose, Text, is_part, placeholder, type_at

ICON = "material/pencil-outline"
# In a plan: what stands as a comment above that entry of a mapping.
NOTE = "#"
# A description that says itself how long the text should be.
_MEASURE = re.compile(r"\b(words?|lines?|sentences?|letters|in full)\b")
_RULES = """\
# Put your own words in the place of those after a colon; leave the words before it as they are.
# Write plain text: no Markdown, no HTML. A blank line starts a new paragraph where the text follows a |."""


def scaffold(kind: type[Part], plan: Mapping[str, Any], schema: str) -> str:
    """The file. `schema` is the path from it to its JSON Schema. KeyError: the plan lacks a value that it alone has."""
    about = (kind.__doc__ or "").partition(": ")[2]
    head = f"# yaml-language-server: $schema={schema}\n# {about[:1].upper()}{about[1:]}\n#\n{_RULES}\n"
    return head + "\n".join(_Writer().fields(kind, plan, 0)) + "\n"


class _Writer:
    """Writes one file; a field's comment stands where the field comes up for the first time."""

    def __init__(self) -> None:
        self._commented: set[tuple[type[Part], str]] = set()

    def fields(self, kind: type[Part], plan: Mapping[str, Any], depth: int) -> Iterator[str]:
        """The lines of a part."""
        pad = "  " * depth
        for name, field in kind.model_fields.items():
            first = (kind, name) not in self._commented
            self._commented.add((kind, name))
            if not field.is_required() and name not in plan:
                if first:
                    yield f"{pad}# {name}: may be left out. {field.description or ''}".rstrip()
                continue
            if depth == 0:
                yield ""
            if first and (comment := _comment(field)):
                yield f"{pad}# {comment}"
            yield from self._value(f"{pad}{name}:", field, plan.get(name), placeholder(name, field), depth)

    def _value(self, key: str, field: FieldInfo, plan: Any, words: str, depth: int) -> Iterator[str]:
        kind = type_at(field.annotation, ())
        if is_part(kind):
            yield key
            yield from self.fields(kind, plan or {}, depth + 1)
        elif get_origin(kind) is tuple:
            yield from self._list(key, get_args(kind)[0], plan, _least(field), words, depth)
        elif get_origin(kind) is dict:
            yield from self._mapping(key, get_args(kind)[1], plan, depth)
        else:
            yield f"{key} {scalar(plan if plan is not None else _default(kind, field, words))}"

    def _list(
        self, key: str, kind: Any, plan: Sequence[Any] | None, least: int, words: str, depth: int
    ) -> Iterator[str]:
        entries = [None] * least if plan is None else plan
        yield key if entries else f"{key} []"
        pad = "  " * (depth + 1)
        for entry in entries:
            part = type_at(kind, ())
            if not is_part(part):
                yield f"{pad}- {scalar(words if entry is None else entry)}"
                continue
            hyphen = False
            for line in self.fields(part, entry or {}, depth + 2):
                if hyphen:
                    yield line
                elif line.lstrip().startswith("#"):
                    yield pad + line.lstrip()
                else:
                    yield f"{pad}- {line.lstrip()}"
                    hyphen = True

    def _mapping(self, key: str, kind: Any, plan: Mapping[str, Any], depth: int) -> Iterator[str]:
        yield key if plan else f"{key} {{}}"
        part = type_at(kind, ())
        pad = "  " * (depth + 1)
        for name, entry in plan.items():
            if is_part(part):
                if entry and NOTE in entry:
                    yield f"{pad}# {entry[NOTE]}"
                yield f"{pad}{name}:"
                yield from self.fields(part, entry or {}, depth + 2)
            else:
                yield f"{pad}{name}: {scalar(entry)}"


def _comment(field: FieldInfo) -> str:
    """What is wanted: the schema's description, and the form where that does not tell it."""
    kind = type_at(field.annotation, ())
    form = {Prose: "Sentences, in one or more paragraphs.", Text: "One line."}.get(kind, "")
    if get_origin(kind) is Literal:
        form = f"One of {', '.join(get_args(kind))}."
    elif field.description and _MEASURE.search(field.description):
        form = ""
    needed = field.is_required() or "without it" in (field.description or "")
    words = tuple(filter(None, (field.description, form)))
    return " ".join(words if needed or not words else (*words, "May be left out."))


def _default(kind: Any, field: FieldInfo, words: str) -> Any:
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if kind is int:
        return next((rule.ge for rule in field.metadata if isinstance(rule, Ge)), 0)
    if isinstance(kind, type) and issubclass(kind, Text):
        return words
    if any(isinstance(rule, Names) and rule.what == "icon" for rule in field.metadata):
        return ICON
    raise KeyError(words)


def _least(field: FieldInfo) -> int:
    return next((rule.min_length for rule in field.metadata if isinstance(rule, MinLen)), 0)


def scalar(value: Any) -> str:
    """A value as YAML has it in one line."""
    if isinstance(value, int):
        return str(value).lower()
    return yaml.safe_dump(str(value), width=10_000, allow_unicode=True).removesuffix("...\n").strip()
