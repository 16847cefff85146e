"""Texts that nobody planned for: a good picture, or a problem at the very line that is to blame."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from projects import ROOT, forget_changed_pictures, keep_pictures, put

from generator.infographics.drawing import Drawing, frame
from generator.layout.frame import Frame, Rect
from generator.layout.sizes import SIZES
from generator.model.schema import Comparison, Model, Role
from generator.model.text import Text
from generator.model.view import views
from generator.pipeline import Composed, compose
from generator.problems.errors import ContentError, Place
from infographics.conftest import shown, squeezed
from infographics.test_any_text import FONTS, LONG, met, with_texts

# One of fixed height, one that grows.
DRAWN = ("slide", "phone")
# Texts that pictures show, each on a single line of its file.
SHOWN: dict[str, Callable[[Model], Text]] = {
    "tagline": lambda model: _role(model).tagline,
    "statement": lambda model: next(iter(_role(model).dimensions.values())).short,
    "lead": lambda model: _role(model).lead[0].title,
    "skill": lambda model: model.catalogue.skills[_role(model).skills[0].skill].name,
    "dimension": lambda model: _comparison(model).dimensions[0].name,
    "end of a scale": lambda model: _comparison(model).scales[0].low,
    "shared title": lambda model: _comparison(model).shared.title,
    "shared short": lambda model: _comparison(model).shared.short,
    "picture's title": lambda model: _comparison(model).infographics[0].title,
    "eyebrow": lambda model: _comparison(model).infographics[0].eyebrow,
    "source": lambda model: model.sources[_comparison(model).sources[0]].title,
}


def _comparison(model: Model) -> Comparison:
    return model.comparisons[model.site.home]


def _role(model: Model) -> Role:
    return model.roles[_comparison(model).roles[-1]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The flagship's content with two sizes of pictures."""
    copy = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    put(copy / "site.yml", "sizes", f"[{', '.join(DRAWN)}]")
    return copy


def write(content: Path, model: Model, field: str, text: str) -> Place:
    """Puts the text where the field's text stands; says where that is."""
    old = SHOWN[field](model)
    name = old.place.file.rpartition("content/")[2]
    lines = (content / name).read_text(encoding="utf-8").split("\n")
    line = lines[old.place.line - 1]
    assert line.endswith(old), f"{field} does not stand on one line"
    lines[old.place.line - 1] = line.removesuffix(old) + json.dumps(text, ensure_ascii=False)
    (content / name).write_text("\n".join(lines), encoding="utf-8")
    return Place(f"{content.as_posix()}/{name}", old.place.line, old.place.column)


def only(content: Path, *kinds: str) -> None:
    """No other pictures, which moves the lines of the comparison."""
    keep_pictures(content / "comparisons" / "kam-vs-tm.yml", kinds)
    forget_changed_pictures(content)


def draft(content: Path) -> Composed:
    return compose(content)


def problems(content: Path) -> dict[Place, str]:
    with pytest.raises(ContentError) as caught:
        draft(content)
    return {problem.place: problem.code for problem in caught.value.problems}


def all_frames(found: Composed) -> Iterator[Frame]:
    return itertools.chain.from_iterable(sizes.values() for sizes in found.laid_out.frames.values())


def check_frames(frames: Iterable[Frame]) -> str:
    """Asserts that texts keep apart in all pictures; all that can be read."""
    running = ""
    for laid in frames:
        page = Rect(0.0, 0.0, laid.width, laid.height)
        for line in laid.lines:
            assert page.holds(line.rect)
            assert line.room.holds(line.rect)
        assert met(laid.lines) == []
        running += squeezed("".join(line.text for line in laid.lines))
    return running


SIGNS = ("Éléonore Ångström čžš", "Ελλάδα και Κύπρος", "Зоомагазин №5", "from $5M to $3M", 'a & b <i> "c" \\d {e}')


# Every text in two or three fields; endurance puts every text into every field.
@pytest.mark.parametrize("turn", [0, *(pytest.param(turn, marks=pytest.mark.endurance) for turn in (1, 2, 3, 4))])
def test_other_scripts_and_signs_are_shown_as_they_are(content: Path, model: Model, turn: int) -> None:
    texts = {field: f"{SIGNS[(number + turn) % len(SIGNS)]} {number}" for number, field in enumerate(SHOWN)}
    for field, text in texts.items():
        write(content, model, field, text)
    running = check_frames(all_frames(draft(content)))
    assert [field for field, text in texts.items() if squeezed(text) not in running] == []


@pytest.mark.slow
@pytest.mark.parametrize("field", SHOWN)
def test_a_word_of_sixty_letters_is_named_with_its_line(model: Model, field: str) -> None:
    _, told = laid_out(model, field, LONG, ("phone",))
    assert told == {SHOWN[field](model).place: "text-too-long"}


@pytest.mark.slow
@pytest.mark.parametrize("field", SHOWN)
def test_a_much_longer_text_fits_or_is_named_with_its_line(model: Model, field: str) -> None:
    old = SHOWN[field](model)
    frames, told = laid_out(model, field, " ".join([old] * 3))
    assert frames or told
    assert all(squeezed(old * 3) in check_frames([laid]) for laid in frames)
    assert told in ({}, {old.place: "text-too-long"})


def laid_out(model: Model, field: str, text: str, sizes: Iterable[str] = DRAWN) -> tuple[list[Frame], dict[Place, str]]:
    """The pictures that show the field, with this text in its place: those that fit, and what is said of the others."""
    old = SHOWN[field](model)
    (view,) = views(with_texts(model, lambda one: text if one.place == old.place else one))
    frames, told = [], {}
    for infographic, size in itertools.product(view.comparison.infographics, sizes):
        if squeezed(old) in shown("flagship", infographic.kind, size).running:
            try:
                frames.append(frame(Drawing(view, infographic), SIZES[size], FONTS))
            except ContentError as error:
                told |= {problem.place: problem.code for problem in error.problems}
    return frames, told


def test_texts_that_no_page_could_hold_are_named_with_their_lines(content: Path, model: Model) -> None:
    fields = {"tagline": "tiger", "shared short": "maple", "picture's title": "river", "source": "stone"}
    places = {write(content, model, field, " ".join([word] * 700)): "text-too-long" for field, word in fields.items()}
    assert problems(content) == places


def test_the_problem_says_by_how_much_and_where(content: Path, model: Model) -> None:
    write(content, model, "tagline", "Breadth " * 300)
    only(content, "role-profiles")
    with pytest.raises(ContentError) as caught:
        draft(content)
    first = caught.value.problems[0]
    assert "is too long for the picture kam-vs-tm-role-profiles in size slide" in first.message
    assert first.fix.startswith("shorten it by about ")
    assert len(first.message) < 200


def test_a_missing_glyph_is_named_with_its_line_wherever_a_picture_would_show_it(content: Path, model: Model) -> None:
    places = {write(content, model, field, "a 犬 b"): "missing-glyph" for field in SHOWN}
    assert problems(content) == places


def test_a_missing_glyph_is_named_by_its_number(content: Path, model: Model) -> None:
    write(content, model, "tagline", "犬と猫")
    only(content, "role-profiles")
    with pytest.raises(ContentError) as caught:
        draft(content)
    assert '"犬" (U+72AC), "と" (U+3068), "猫" (U+732B)' in caught.value.problems[0].message


def test_capitals_are_looked_for_where_capitals_are_drawn(content: Path, model: Model) -> None:
    """The font has ǆ but not its capital, which the eyebrow would show."""
    place = write(content, model, "eyebrow", "ǆep")
    assert problems(content) == {place: "missing-glyph"}


def test_a_glyph_that_only_pages_show_needs_no_font(content: Path) -> None:
    put(content / "glossary.yml", "term", "犬")
    assert "犬" not in check_frames(all_frames(draft(content)))
