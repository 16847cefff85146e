"""The JSON Schemas say to an editor's tools what Visavis itself checks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.model.json_schema import schemas
from generator.model.schema import Comparison, Part, Role, Site

SCHEMAS = schemas()
ROOT = Path(__file__).parents[2]


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert set(SCHEMAS) == {"site", "palette", "catalogue", "glossary", "sources", "changes", "role", "comparison"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_plain_json_and_names_its_draft(name: str) -> None:
    assert json.loads(json.dumps(SCHEMAS[name]))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_within_a_schema_leads_somewhere(name: str) -> None:
    schema = SCHEMAS[name]
    for node in nodes(schema):
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_object_takes_unknown_fields(name: str) -> None:
    for node in nodes(SCHEMAS[name]):
        if "properties" in node:
            assert node["additionalProperties"] is False, node.get("title")


@pytest.mark.parametrize(("name", "kind"), [("role", Role), ("comparison", Comparison), ("site", Site)])
def test_fields_and_those_that_are_needed_are_the_types_own(name: str, kind: type[Part]) -> None:
    schema = SCHEMAS[name]
    assert set(schema["properties"]) == set(kind.model_fields)
    assert set(schema["required"]) == {key for key, field in kind.model_fields.items() if field.is_required()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_list_of_named_entries_takes_a_name_that_is_no_id(name: str) -> None:
    for node in nodes(SCHEMAS[name]):
        if "patternProperties" in node:
            assert node["additionalProperties"] is False


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_file_and_every_field_is_described(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["description"].startswith("content/")
    for node in nodes(schema):
        for key, field in node.get("properties", {}).items():
            told = schema["$defs"][field["$ref"].removeprefix("#/$defs/")] if "$ref" in field else field
            description = field.get("description") or told.get("description", "")
            assert len(description) > 3, f"{node.get('title')}.{key}"
            assert description[0].isupper() or description.startswith(("true:", "0 ")), f"{node.get('title')}.{key}"


def test_where_a_form_is_asked_for_an_example_shows_it() -> None:
    for schema in SCHEMAS.values():
        for node in nodes(schema):
            for example in node.get("examples", ()):
                assert re.search(node.get("pattern", ""), str(example))
    assert SCHEMAS["role"]["properties"]["icon"]["examples"] == ["material/handshake"]
    assert SCHEMAS["comparison"]["$defs"]["Topic"]["properties"]["id"]["examples"] == ["key-figures"]


def test_the_schemas_in_the_repository_are_current() -> None:
    for name, schema in SCHEMAS.items():
        written = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        assert written == schema, "call visavis schema -o schemas"


def test_an_editor_reads_what_a_field_is_for() -> None:
    assert "four to six words" in SCHEMAS["role"]["properties"]["tagline"]["description"]


def test_what_visavis_keeps_as_text_passes_in_an_editor_too() -> None:
    """An editor's YAML reader makes a flag of `no` and a number of `12`."""
    assert set(SCHEMAS["role"]["properties"]["name"]["type"]) == {"string", "number", "boolean"}


def test_choices_and_limits_are_offered() -> None:
    assert SCHEMAS["comparison"]["properties"]["roles"]["maxItems"] == 4
    assert SCHEMAS["comparison"]["$defs"]["Position"]["properties"]["value"]["maximum"] == 10
    assert SCHEMAS["role"]["$defs"]["CareerStep"]["properties"]["stage"]["enum"] == ["before", "now", "next"]


def nodes(schema: Any) -> list[dict[str, Any]]:
    """Every object of a schema."""
    found = [schema] if isinstance(schema, dict) else []
    for child in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(child, dict | list):
            found += nodes(child)
    return found
