"""What can be read in every picture, and in the table and the description that say the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.brand import Icons
from generator.infographics import all_kinds
from generator.infographics.drawing import Drawing
from generator.infographics.drawing import picture as describe_picture
from generator.layout.text import words
from generator.model.text import Text
from generator.model.view import View, address
from generator.painting import targets
from infographics.conftest import SUBJECTS, Shown, laid, shown, squeezed, view_of
from infographics.facts import expected, facts


def test_every_fact_that_the_kind_shows_is_in_the_picture(pictures: tuple[Shown, ...]) -> None:
    running = {picture.name: picture.running for picture in pictures}
    missing = [
        (picture.name, text)
        for picture in pictures
        for text in expected(picture)
        if squeezed(text) not in running[picture.name]
    ]
    assert missing == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_brief_picture_says_the_essence(kind: str, subject: str) -> None:
    """Small in a feed: the takeaway, the roles, where it comes from, and what is judged is said to be."""
    picture = shown(subject, kind, "social")
    words, running = picture.drawing.infographic, picture.running
    for text in (words.title, words.eyebrow, address(picture.view.model)):
        assert squeezed(text) in running
    for compared in picture.view.roles:
        assert squeezed(compared.role.name) in running
    assert not all_kinds()[kind].EDITORIAL or squeezed("Editorial judgement") in running


def test_every_picture_has_the_full_name_of_each_role(pictures: tuple[Shown, ...]) -> None:
    lacking = [
        (picture.name, str(compared.role.name))
        for picture in pictures
        for compared in picture.view.roles
        if squeezed(compared.role.name) not in picture.running
    ]
    assert lacking == []


def test_the_key_of_names_costs_no_picture_its_texts() -> None:
    """Where one entry has no room beside it, the picture does without."""
    view = view_of("flagship")
    long = tuple(
        replace(
            one,
            role=one.role.model_copy(update={"name": Text(" ".join([str(one.role.name)] * 9), one.role.name.place)}),
        )
        for one in view.roles
    )
    told = View(view.id, view.comparison, long, view.model)
    drawing = Drawing(told, next(one for one in view.comparison.infographics if one.kind == "responsibilities"))
    _, frame = laid(drawing, "social")
    assert not any(str(one.role.name) in line.paragraph for line in frame.lines for one in long)


def test_no_last_line_is_a_lonely_short_word(pictures: tuple[Shown, ...]) -> None:
    """A single short word below a full line, where the line above could spare one more."""
    lonely = []
    for picture in pictures:
        lines = list(picture.frame.lines)
        for above, line, below in zip(lines, lines[1:], [*lines[2:], None], strict=False):
            of_one_text = above.room == line.room and above.size == line.size and above.weight == line.weight
            last = below is None or below.room != line.room
            short = len(words(line.text)) == 1 and line.rect.width < 0.2 * line.room.width
            if of_one_text and last and short and len(words(above.text)) > 2:
                lonely.append((picture.name, above.text, line.text))
    assert lonely == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_picture_says_of_itself_what_it_shows(kind: str, subject: str) -> None:
    view, picture = view_of(subject), shown(subject, kind, "slide")
    told = describe_picture(picture.drawing, {"slide": picture.frame}, targets(("slide",), ("light", "dark")))
    assert told.kind == kind
    assert told.page == f"infographics/{view.id}-{kind}/"
    assert told.editorial == all_kinds()[kind].EDITORIAL
    # In two themes PNG twice, opaque and transparent, SVG and PDF; and one SVG to edit.
    assert len(told.files) == 2 * (2 + 2 + 1 + 1) + 1
    assert len({file.path for file in told.files}) == len(told.files)
    assert all(file.path == told.page + file.name for file in told.files)
    assert told.png("dark", ("slide",)).name == f"{view.id}-{kind}-slide-dark@2x.png"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_table_and_description_hold_what_the_picture_holds(kind: str, subject: str) -> None:
    view, picture = view_of(subject), shown(subject, kind, "slide")
    told = describe_picture(picture.drawing, {"slide": picture.frame}, targets(("slide",), ("light",)))
    assert all(len(row) == len(told.table.columns) for row in told.table.rows)
    assert all(row[0] for row in told.table.rows)
    cells = [*told.table.columns, *(cell for row in told.table.rows for cell in row)]
    for compared in view.roles:
        assert any(compared.role.name in cell for cell in cells)
        assert any(compared.role.name in paragraph for paragraph in told.description)
    for text in facts(view, kind):
        assert any(text in cell for cell in cells), text
        assert any(text in paragraph for paragraph in told.description), text


def test_kinds_have_their_own_ids_and_all_that_a_kind_needs() -> None:
    for name, module in all_kinds().items():
        assert name == module.KIND
        assert isinstance(module.EDITORIAL, bool)
        assert module.ICON in Icons()
        assert all(callable(getattr(module, part)) for part in ("compose", "note", "table", "describe"))


def test_no_two_kinds_have_the_same_icon() -> None:
    icons = [module.ICON for module in all_kinds().values()]
    assert len(set(icons)) == len(icons)


def test_a_kind_knows_no_role_by_name() -> None:
    for module in all_kinds().values():
        file = Path(module.__file__)
        for part in file.parent.glob("*.py") if file.name == "__init__.py" else [file]:
            lines = part.read_text(encoding="utf-8").casefold().replace(f'"{module.KIND}"', "").splitlines()
            source = "\n".join(line for line in lines if not line.startswith("from generator."))
            assert not any(word in source for word in ("account manager", "territory", "wholesale", "pet ", "pets"))
