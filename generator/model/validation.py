"""One file's tree against its type.

In: a `Tree` and a type of the schema. Out: the frozen value, or the problems in an editor's words.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError

from generator.model import ids, introspection
from generator.model.reading.tree import Path, Tree
from generator.problems import MAX_PROBLEMS, Problem, Severity, counted, shorten

# A field is worked out from others that are wrong, which is told already.
_UNDERIVED = "default_factory_not_called"
_NAMED = 3  # fields that a message names
_MAX_WORD = 100  # characters of a word that could be a misspelling


def validate(tree: Tree, kind: Any) -> tuple[Any, tuple[Problem, ...]]:
    """The value of type `kind` (None when it has problems) and the problems, those of the syntax included."""
    if tree.value is None:
        wanted = introspection.type_name(kind) if introspection.is_part(kind) else "at least one entry"
        empty = Problem("empty-file", tree.place(()), "the file is empty", f"it must hold {wanted}")
        return None, tree.problems or (empty,)
    try:
        value = introspection.adapter(kind).validate_python(tree.value)
    except ValidationError as error:
        details = error.errors(include_url=False)[:MAX_PROBLEMS]
        misspelt = {(*detail["loc"][:-1], _meant(kind, detail)) for detail in details}
        told = (detail for detail in details if detail["type"] != _UNDERIVED and not _only_broken(detail))
        kept = (detail for detail in told if detail["type"] != "missing" or detail["loc"] not in misspelt)
        found = (_problem(tree, kind, detail) for detail in kept)
        cut = {problem.line for problem in tree.problems if problem.code == "text-cut"}
        return None, (*tree.problems, *(each for each in found if each.code != "empty-text" or each.line not in cut))
    broken = any(problem.severity is Severity.ERROR for problem in tree.problems)
    return (None if broken else value), tree.problems


def _only_broken(detail: Any) -> bool:
    """Whether a list has enough entries, of which some are wrong; Pydantic counts the others only."""
    return detail["type"] == "too_short" and bool(len(detail["input"]) >= detail["ctx"]["min_length"])


def closest(word: str, known: Iterable[str]) -> str:
    """`did you mean "…"?` for the nearest known word, or nothing."""
    near = _nearest(word, known)
    return f'did you mean "{near}"?' if near else ""


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6) if len(word) <= _MAX_WORD else []
    return near[0] if near else ""


def _meant(kind: Any, detail: Any) -> str:
    """The field that an unknown one was most likely meant to be: it is there, so it is not missing as well."""
    path = detail["loc"]
    if detail["type"] != "extra_forbidden":
        return ""
    return _nearest(str(path[-1]), _fields(introspection.type_at(kind, path[:-1])))


def _fields(kind: Any) -> list[str]:
    return list(kind.model_fields) if introspection.is_part(kind) else []


def _problem(tree: Tree, kind: Any, detail: Any) -> Problem:
    path: Path = tuple(detail["loc"])
    if len(path) > 1 and path[-1] == "[key]" and detail["type"] != "extra_forbidden":
        message = f'"{shorten(path[-2])}" is not an id'
        fix = _NO_FILE if detail["type"] == "device_name" else f"ids are {ids.form(str(path[-2]))}"
        return Problem("invalid-id", tree.place(path[:-1], key=True), message, fix)
    handle = _HANDLERS.get(detail["type"], _wrong_type)
    return handle(tree, kind, path, detail)


def _unknown(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    parent = introspection.type_at(kind, path[:-1])
    fields = _fields(parent)
    fix = closest(str(path[-1]), fields) or f"its fields are {', '.join(fields)}"
    message = f'"{shorten(path[-1])}" is not a field of {introspection.type_name(parent)}'
    return Problem("unknown-key", tree.place(path, key=True), message, fix)


def _missing(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    parent = introspection.type_at(kind, path[:-1])
    fix = f'add "{path[-1]}:" here'
    if introspection.is_part(parent):
        description = parent.model_fields[str(path[-1])].description
        choices = ", ".join(map(str, get_args(introspection.type_at(kind, path)))) if _is_choice(kind, path) else ""
        said = "; ".join(filter(None, (_lower(description or ""), choices and f"one of {choices}")))
        fix += f" ({said})" if said else ""
    message = f'"{path[-1]}" is missing from {introspection.type_name(parent)}'
    return Problem("missing-field", tree.place(path[:-1]), message, fix)


def _is_choice(kind: Any, path: Path) -> bool:
    return get_origin(introspection.type_at(kind, path)) is Literal


def _wrong_type(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    value, name = detail["input"], _name(path)
    expected = _EXPECTED.get(detail["type"].partition("_")[0], "another value")
    if detail["type"].startswith("model"):
        expected = _fields_of(introspection.type_at(kind, path))
    if value is None:
        return Problem("empty-text", tree.place(path, key=True), f"{name} is empty", f"write {expected} after it")
    fix = f"write {expected}"
    if isinstance(value, dict) and expected == _EXPECTED["text"]:
        fix += "; a colon and a space make a field of what stands before them, so put a text with both into quotes"
    elif path and path[-1] in _fields(introspection.type_at(kind, path)):
        # It is named like a field of the entries it stands among.
        message = f"{name} stands beside the entry above it, not within it"
        fix = "indent it as far as the fields of that entry"
        return Problem("wrong-type", tree.place(path, key=True), message, fix)
    message = f"{name} is {_described(value)}, not {expected.partition(' (')[0]}"
    return Problem("wrong-type", tree.place(path), message, fix)


def _fields_of(part: Any) -> str:
    """What stands in the place of a part: the fields that it cannot do without, as an editor writes them."""
    if not introspection.is_part(part):
        return _EXPECTED["model"]
    needed = [name for name, field in part.model_fields.items() if field.is_required()] or _fields(part)
    if len(needed) == 1:
        return f"a field ({needed[0]}: …) on a line of its own"
    return f"fields ({', '.join(f'{name}: …' for name in needed[:_NAMED])}, one a line)"


def _text(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    if isinstance(detail["input"], str):
        return Problem("empty-text", tree.place(path), f"{_name(path)} is empty", "write a text")
    return _wrong_type(tree, kind, path, detail)


def _choice(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    if not isinstance(detail["input"], str):
        return _wrong_type(tree, kind, path, detail)
    choices = [str(choice) for choice in get_args(introspection.type_at(kind, path))]
    fix = closest(detail["input"], choices) or f"it is one of {', '.join(choices)}"
    return Problem("wrong-value", tree.place(path), f'{_name(path)} cannot be "{shorten(detail["input"])}"', fix)


def _pattern(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    pattern = detail["ctx"].get("pattern", "")
    wanted = next((words for start, words in _PATTERNS.items() if pattern.startswith(start)), "another form")
    if pattern == ids.ID_PATTERN and ids.id_of(detail["input"]):
        wanted = ids.form(detail["input"])
    message = f'{_name(path)} cannot be "{shorten(detail["input"])}"'
    return Problem("wrong-value", tree.place(path), message, f"it must be {wanted}")


def _device(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    message = f'{_name(path)} cannot be "{shorten(detail["input"])}"'
    return Problem("wrong-value", tree.place(path), message, _NO_FILE)


def _count(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    context = detail["ctx"]
    limit = f"at least {context['min_length']}" if "min_length" in context else f"at most {context['max_length']}"
    number = len(detail["input"])  # and not how many of them are right
    message = f"{_name(path)} has {number} {'entry' if number == 1 else 'entries'}"
    return Problem("wrong-count", tree.place(path), message, f"it must have {limit}")


def _long(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    limit = detail["ctx"]["max_length"]
    message = f"{_name(path)} has {counted(len(detail['input']), 'character')}"
    return Problem("wrong-value", tree.place(path), message, f"it must have at most {limit}")


def _range(tree: Tree, kind: Any, path: Path, detail: Any) -> Problem:
    context = detail["ctx"]
    limit = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
    return Problem(
        "wrong-value", tree.place(path), f"{_name(path)} is {shorten(detail['input'])}", f"it must be {limit}"
    )


_HANDLERS: dict[str, Callable[[Tree, Any, Path, Any], Problem]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "text": _text,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "device_name": _device,
    "string_too_long": _long,
    "too_short": _count,
    "too_long": _count,
    "greater_than_equal": _range,
    "less_than_equal": _range,
}

_NO_FILE = "Windows holds no file of that name; choose another"

_PATTERNS = {
    "^[a-z0-9]+(-": "small letters, digits and single hyphens, such as key-figures",
    "^[a-z0-9]+(/": "the name of an icon, such as material/handshake",
    "^[a-z]$": "one small letter",
    "^[a-z.]": "at most 30 small letters and full stops, such as ..aab",
    "^#": "a colour such as #0B6B6B",
    "^https?://[^\\s/?#]": "an address such as https://example.org/, without ? or #",
    "^https?": "an address such as https://example.org/",
}

_EXPECTED = {
    "int": "a whole number",
    "bool": "true or false",
    "date": "a day such as 2026-01-31",
    "tuple": "a list (one entry a line, each after a hyphen)",
    "dict": "named entries (name: …, one a line)",
    "model": "fields (name: …, one a line)",
    "string": "a text",
    "text": "a text",
    "literal": "a word",
}


def _described(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of fields"
    return "a list" if isinstance(value, list) else f'"{shorten(value)}"'


def _name(path: Path) -> str:
    """The field that a path ends at: `"text"`, or `entry 2 of "points"`."""
    if not path:
        return "the file"
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {_name(path[:-1])}"
    return f'"{shorten(path[-1])}"'


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
