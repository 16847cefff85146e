"""Decks as Markdown for Marp: the same slides, and what content says stays text."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import yaml

from deck.subjects import HOSTILE, hostile, view_of
from generator.deck.composition.closing_pages import pages_of
from generator.deck.formats.marp import as_marp
from generator.model import colour_values


def slides_of(text: str) -> tuple[dict[str, Any], list[str]]:
    """The settings, and the slides."""
    _, settings, rest = text.split("---\n", 2)
    return yaml.safe_load(settings), re.split(r"\n\n---\n\n", rest)


def test_markdown_has_the_slides_with_titles_pictures_and_notes(made: Any) -> None:
    found = made("my deck.md")
    *pictures, last = found
    assert last.name == "my deck.md"
    settings, (cover, *slides) = slides_of(found[last].decode())
    assert (settings["marp"], settings["paginate"], settings["lang"]) == (True, True, made.deck.language)
    assert settings["title"] == made.deck.title
    closing = list(pages_of(made.deck.sources_called, made.deck.sources))
    assert len(slides) == len(made.deck.slides) + len(closing)
    assert f"# {made.deck.title}" in cover
    for slide, text in zip(made.deck.slides, slides, strict=False):
        assert f"\n# {slide.title}\n" in text
        (path,) = re.findall(r"^!\[.+\]\((.+)\)$", text, re.MULTILINE)
        assert path.startswith("my%20deck-pictures/")
        (picture,) = (file for file in pictures if file.name == path.rpartition("/")[2])
        ElementTree.fromstring(found[picture])
        note = text[text.rindex("<!--\n") + 5 : text.rindex("\n-->")]
        assert note.split("\n\n") == list(slide.notes)


def test_nothing_that_content_says_is_markdown() -> None:
    values = colour_values(view_of("flagship").model.palette, "light")
    text, _ = as_marp(hostile(), [b"", b""], "x", values)
    settings, slides = slides_of(text)
    assert settings["title"] == " ".join(HOSTILE.split())
    assert settings["theme"] == "default"
    assert len(slides) == 4
    for slide in slides:
        without_notes = re.sub(r"<!--.*?-->", "", slide, flags=re.DOTALL)
        assert not re.search(
            r"(?<!\\)<(?!https)|(?<!\\)\$|(?<!\\)`|:smile:|^1\. |^\+ |^===", without_notes, re.MULTILINE
        )
    notes = re.findall(r"<!--\n(.*?)-->", text, re.DOTALL)
    assert [note.count("\n\n") for note in notes] == [4, 1]
    assert "--" not in "".join(notes)
    assert not any(map(is_mapping, notes))  # which Marp would take for orders


def is_mapping(text: str) -> bool:
    try:
        return isinstance(yaml.safe_load(text), dict)
    except yaml.YAMLError:
        return False


def test_no_word_of_an_alternative_text_is_an_order() -> None:
    values = colour_values(view_of("flagship").model.palette, "light")
    text, _ = as_marp(hostile(), [b"", b""], "x", values)
    alts = re.findall(r"^!\[(.*)\]\(x/", text, re.MULTILINE)
    assert len(alts) == 2
    assert not {"bg", "blur", "60%", "w:300"} & {word for alt in alts for word in alt.split()}
    assert {"bg", "blur", "60%", "w:300"} <= set(alts[0].replace("\u2060", "").split())
