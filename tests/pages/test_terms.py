"""Terms of the glossary are linked where a page first uses them, and a text stays what it was."""

from __future__ import annotations

import html
import re

import pytest

from generator.model.schema import Term
from generator.model.text import Text
from generator.pages.terms import Gloss, vocabulary
from pages.test_escaping import CONVERTER, HOSTILE

_LINK = re.compile(r'<a class="gloss" href="([^"]*)" data-term="([^"]*)" data-definition="([^"]*)">([^<]*)</a>')


def term(name: str, *also: str, definition: str = "What it is.", linked: bool = True) -> Term:
    return Term(term=Text(name), definition=Text(definition), also=also, sources=("a",), linked=linked)


TERMS = {
    "area": term("Area", "Patch"),
    "area-plan": term("Area plan"),
    "crm": term("CRM"),
    "drop": term("Drop", linked=False),
    "price": term("Price (net)"),
}


def gloss() -> Gloss:
    return Gloss(vocabulary(TERMS, ["Area Manager"]), "../glossary/")


def linked(text: str) -> list[tuple[str, str]]:
    """The words that are linked, and the entries to which they lead."""
    return [(found[4], found[1].split("#term-")[1]) for found in _LINK.finditer(gloss()(text))]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("An area and a second area.", [("area", "area")]),
        ("Areas are large.", [("Areas", "area")]),
        ("The patch is an area.", [("patch", "area")]),
        ("An area plan for the area.", [("area plan", "area-plan"), ("area", "area")]),
        ("An Area Manager and two area managers.", []),
        ("The Area Manager has an area.", [("area", "area")]),
        ("A subarea, an area-wide list, areal.", []),
        ("A CRM is no crm.", [("CRM", "crm")]),
        ("A drop.", []),
        ("The price (net) counts.", [("price &#40;net&#41;", "price")]),
    ],
)
def test_the_first_use_is_linked(text: str, links: list[tuple[str, str]]) -> None:
    assert linked(text) == links


def test_a_page_explains_a_term_once_and_the_next_page_again() -> None:
    page = gloss()
    assert "<a" in page("An area.")
    assert "<a" not in page("An area.")
    assert "<a" in gloss()("An area.")


def test_a_glossary_without_terms_links_nothing() -> None:
    assert Gloss(vocabulary({}, []), "")("Any *text*") == "Any &#42;text&#42;"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_around_a_term_shows_as_typed(text: str) -> None:
    page = CONVERTER.reset().convert(f"<div markdown>\n\n{gloss()(f'{text} area {text}')}\n\n</div>")
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert " ".join(shown.split()) == " ".join(f"{text} area {text}".split())
    assert re.findall(r"<(\w+)", page) == ["div", "p", "a"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_definition_stays_in_its_attribute(text: str) -> None:
    hostile = {"area": term("Area", definition=text)}
    page = CONVERTER.reset().convert(
        f"<div markdown>\n\n-   {Gloss(vocabulary(hostile, []), '')('An area.')}\n\n</div>"
    )
    (found,) = _LINK.finditer(page)
    assert " ".join(html.unescape(found[3]).split()) == " ".join(text.split())
    assert re.findall(r"<(\w+)", page) == ["div", "ul", "li", "a"]
