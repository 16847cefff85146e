"""JSON Schemas of the content files, for editors' tools.

In: the schema's types. Out: one schema (draft 2020-12) per kind of file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.content_folder import FILES, FOLDERS
from generator.model.introspection import adapter

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Schemas by the name of what a file holds, such as site, glossary, role or comparison."""
    kinds = {field: (f"content/{file}", kind) for file, (field, kind) in FILES.items()}
    kinds |= {
        field.removesuffix("s"): (f"content/{folder}/<id>.yml", kind) for folder, (field, kind) in FOLDERS.items()
    }
    return {name: _schema(file, kind) for name, (file, kind) in kinds.items()}


def _schema(file: str, kind: Any) -> dict[str, Any]:
    named = {"title": file, "description": f"{file}: entries by id."}  # for lists, which have no type of their own
    schema: dict[str, Any] = {"$schema": _DRAFT, **named, **adapter(kind).json_schema()}
    for node in _objects(schema):
        if "patternProperties" in node:
            node.setdefault("additionalProperties", False)  # pydantic leaves it open, and a misspelt id would pass
    return schema


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every object within a schema."""
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from _objects(child)
    elif isinstance(node, list):
        for child in node:
            yield from _objects(child)
