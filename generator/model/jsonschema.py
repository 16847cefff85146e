"""JSON Schemas of the content files, for editors' tools.

In: the schema's types. Out: one schema (draft 2020-12) per kind of file.
"""

from __future__ import annotations

from typing import Any

from generator.model.loading import FILES, FOLDERS
from generator.model.shapes import adapter

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Schemas by the name of what a file holds: site, palette, catalogue, glossary, sources, role, comparison."""
    kinds = dict(FILES.values())
    kinds |= {field.removesuffix("s"): kind for field, kind in FOLDERS.values()}
    return {name: {"$schema": _DRAFT, **adapter(kind).json_schema()} for name, kind in kinds.items()}
