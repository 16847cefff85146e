"""Text is a string that remembers its place and in which white space counts for little."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.text import NOWHERE, Prose, Text
from generator.problems.errors import Place

HERE = Place("content/a.yml", 3, 7)
spaced = st.text(st.sampled_from("ab \n\t\u00a0\r"), max_size=30)


def test_a_text_is_the_string() -> None:
    text = Text("no", HERE)
    assert text == "no"
    assert {text: 1}["no"] == 1
    assert f"{text}!" == "no!"


@pytest.mark.parametrize("kind", [Text, Prose])
def test_the_place_survives_copies_and_other_processes(kind: type[Text]) -> None:
    text = kind("A", HERE)
    for twin in (copy.copy(text), copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert (type(twin), twin, twin.place) == (kind, "A", HERE)


@pytest.mark.parametrize("kind", [Text, Prose])
def test_validation_keeps_the_place(kind: type[Text]) -> None:
    adapter = TypeAdapter(kind)
    found = adapter.validate_python(Text("  A \n b ", HERE))
    assert (type(found), found, found.place) == (kind, "A b", HERE)
    assert adapter.validate_python("A").place == NOWHERE
    assert adapter.dump_json(found) == b'"A b"'


@pytest.mark.parametrize("value", ["", " ", "\n\t", None, 1, True, ["A"], {"A": "B"}])
@pytest.mark.parametrize("kind", [Text, Prose])
def test_what_is_no_text_is_refused(kind: type[Text], value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    assert caught.value.errors()[0]["type"] == "text"


def test_prose_has_paragraphs_and_text_has_not() -> None:
    typed = " One\nline. \n\n\n  Another\n  one. \n"
    assert Text.fold(typed) == "One line. Another one."
    prose = Prose(Prose.fold(typed), HERE)
    assert prose.paragraphs == ("One line.", "Another one.")
    assert {paragraph.place for paragraph in prose.paragraphs} == {HERE}


def test_a_line_of_blanks_parts_paragraphs_too() -> None:
    assert Prose.fold("One\n   \nTwo") == "One\n\nTwo"


@given(spaced)
def test_folding_changes_nothing_but_white_space_and_is_done_once(typed: str) -> None:
    for kind in (Text, Prose):
        folded = kind.fold(typed)
        assert kind.fold(folded) == folded
        assert folded.split() == typed.split()
        assert "  " not in folded
    assert "\n" not in Text.fold(typed)
