"""Texts that nobody planned for: a good picture, or a problem at the very line that is to blame."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path

import pytest

from generator.build import Folders
from generator.edition import Draft, compose
from generator.errors import ContentError, Place
from generator.layout.frame import Rect
from infographics.conftest import squeezed
from projects import CONTENT, ROOT, replace

ROLE, COMPARISON = "roles/territory-manager.yml", "comparisons/kam-vs-tm.yml"

# Texts that pictures show: a file and how the line begins. The text that stands there now is `SHOWN[...]`'s last part.
SHOWN = {
    "tagline": (ROLE, "tagline: ", "Breadth across one whole territory"),
    "statement": (ROLE, "    short: ", "Extensive travel inside the territory"),
    "lead": (ROLE, "  - title: ", "Sales and distribution in one area"),
    "skill": ("catalogue.yml", "    name: ", "Negotiation"),
    "dimension": (COMPARISON, "    name: ", "Primary focus"),
    "end of a scale": (COMPARISON, "    low: ", "Light touch"),
    "rationale": (COMPARISON, "        rationale: ", "Works with buyers, planners and directors of the same client for years."),
    "shared title": (COMPARISON, "  title: ", "What both roles have in common"),
    "shared short": (COMPARISON, "  short: ", "Strong communication, product knowledge, CRM and data skills"),
    "picture's title": (COMPARISON, "    title: ", "Two specialisms on one common base of skills"),
    "eyebrow": (COMPARISON, "    eyebrow: ", "Skills of both roles"),
    "source": ("sources.yml", "  title: ", "Project brief"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The flagship's content with two sizes of pictures: one of fixed height, one that grows."""
    copy = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    replace(copy / "site.yml", CONTENT[0], "sizes: [slide, phone]")
    return copy


def write(content: Path, field: str, text: str) -> Place:
    """Puts the text into the field; says where it begins."""
    file, key, old = SHOWN[field]
    line = replace(content / file, f"\n{key}{old}\n", f"\n{key}{json.dumps(text, ensure_ascii=False)}\n") + 1
    return Place(f"{content.as_posix()}/{file}", line, len(key) + 1)


def draft(content: Path) -> Draft:
    return compose(Folders(content, content / "docs", content / "site", content / "mkdocs.yml"))


def problems(content: Path) -> dict[Place, str]:
    with pytest.raises(ContentError) as caught:
        draft(content)
    return {problem.place: problem.code for problem in caught.value.problems}


def check_frames(found: Draft) -> str:
    """Asserts that texts keep apart in all pictures; all that can be read."""
    running = ""
    for frame in itertools.chain.from_iterable(sizes.values() for sizes in found.frames.values()):
        page = Rect(0.0, 0.0, frame.width, frame.height)
        for line in frame.lines:
            assert page.holds(line.rect)
            assert line.room.holds(line.rect)
        for one, other in itertools.combinations(frame.lines, 2):
            assert not one.rect.meets(other.rect), (one.text, other.text)
        running += squeezed("".join(line.text for line in frame.lines))
    return running


@pytest.mark.parametrize(
    "text", ["Éléonore Ångström čžš", "Ελλάδα και Κύπρος", "Зоомагазин №5", "from $5M to $3M", 'a & b <i> "c" \\d {e}']
)
def test_other_scripts_and_signs_are_shown_as_they_are(content: Path, text: str) -> None:
    for field in SHOWN:
        write(content, field, f"{text} {list(SHOWN).index(field)}")
    running = check_frames(draft(content))
    for number in range(len(SHOWN)):
        assert squeezed(f"{text} {number}") in running


@pytest.mark.parametrize("field", SHOWN)
def test_a_word_of_sixty_letters_is_named_with_its_line(content: Path, field: str) -> None:
    place = write(content, field, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunternehmen"[:60])
    assert problems(content) == {place: "text-too-long"}


@pytest.mark.parametrize("field", SHOWN)
def test_a_much_longer_text_fits_or_is_named_with_its_line(content: Path, field: str) -> None:
    old = SHOWN[field][2]
    place = write(content, field, " ".join([old] * 3))
    try:
        found = draft(content)
    except ContentError as error:
        assert {problem.place: problem.code for problem in error.problems} == {place: "text-too-long"}
    else:
        assert squeezed(old * 3) in check_frames(found)


@pytest.mark.parametrize("field", ["lead", "shared short", "picture's title", "source"])
def test_a_text_that_no_page_could_hold_is_named_with_its_line(content: Path, field: str) -> None:
    place = write(content, field, " ".join(["word"] * 700))
    assert problems(content) == {place: "text-too-long"}


def test_the_problem_says_by_how_much_and_where(content: Path) -> None:
    write(content, "tagline", "Breadth " * 300)
    with pytest.raises(ContentError) as caught:
        draft(content)
    first = caught.value.problems[0]
    assert "is too long for the picture kam-vs-tm-comparison-table in size slide" in first.message
    assert first.fix.startswith("shorten it by about ")
    assert len(first.message) < 200


def test_a_missing_glyph_is_named_with_its_line_wherever_a_picture_would_show_it(content: Path) -> None:
    places = {write(content, field, "a 犬 b"): "missing-glyph" for field in SHOWN}
    assert problems(content) == places


def test_a_missing_glyph_is_named_by_its_number(content: Path) -> None:
    write(content, "tagline", "犬と猫")
    with pytest.raises(ContentError) as caught:
        draft(content)
    assert '"犬" (U+72AC), "と" (U+3068), "猫" (U+732B)' in caught.value.problems[0].message


def test_capitals_are_looked_for_where_capitals_are_drawn(content: Path) -> None:
    """The font has ǆ but not its capital, which the eyebrow would show."""
    place = write(content, "eyebrow", "ǆep")
    assert problems(content) == {place: "missing-glyph"}


def test_a_glyph_that_only_pages_show_needs_no_font(content: Path) -> None:
    replace(content / "glossary.yml", "definition: >-\n", "definition: >-\n    犬 ")
    draft(content)
