"""The panels, read back from the pictures: each skill in the panel of whoever needs it, and nowhere else."""

from __future__ import annotations

import itertools
import re

import pytest

from generator.infographics.drawing import Drawing
from generator.infographics.kinds import shared_and_distinct as kind
from generator.infographics.parts.wording import both_or_all
from generator.layout.frame import Block, Line, Rect, Shape
from generator.layout.sizes import SIZES
from generator.model import colour_values
from generator.model.contrast import ratio
from infographics.conftest import SUBJECTS, Shown, laid, shown, squeezed, view_of
from infographics.test_any_text import listing, words

EVERY = [(subject, size) for subject in SUBJECTS for size in SIZES if not SIZES[size].brief]


def panels(picture: Shown, fill: str) -> list[Rect]:
    return [item.rect for item in picture.frame.items if isinstance(item, Block) and item.fill == fill]


def read(picture: Shown, panel: Rect) -> str:
    return squeezed("".join(line.text for line in picture.frame.lines if panel.holds(line.rect)))


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_each_panel_has_the_skills_that_the_table_names(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    view = picture.view
    fills = {str(compared.role.name): compared.tint for compared in view.roles} | {both_or_all(view): "card"}
    for holder, fill in fills.items():
        (panel,) = panels(picture, fill)
        for name, needed_by, _ in kind.table(view).rows:
            assert (squeezed(name) in read(picture, panel)) == (needed_by == holder), (name, holder)


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_what_all_need_stands_below_and_is_the_quieter(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    own = [panel for compared in picture.view.roles for panel in panels(picture, compared.tint)]
    (shared,) = panels(picture, "card")
    assert all(panel.bottom < shared.y for panel in own)
    sizes = {str(skill.name): line_size(picture, str(skill.name)) for skill, _ in kind.shared(picture.view)}
    for compared in picture.view.roles:
        for skill, _ in kind.leading(picture.view, compared):
            assert line_size(picture, str(skill.name)) >= max(sizes.values())


def line_size(picture: Shown, text: str) -> float:
    """The type in which a text, or the first of it, is set."""
    lines: list[Line] = [line for line in picture.frame.lines if text.startswith(line.text)]
    return max(line.size for line in lines)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_panel_of_what_all_need_stands_out_less_than_any_mark(theme: str) -> None:
    view = view_of("flagship")
    colours = colour_values(view.model.palette, theme)
    for compared in view.roles:
        assert ratio(colours["card"], colours["ground"]) < ratio(colours[compared.solid], colours["ground"]) / 3


def test_a_role_without_leading_skills_is_marked_out_by_its_first() -> None:
    view = view_of("flagship")
    compared = view.roles[0]
    plain = tuple(entry.model_copy(update={"headline": False}) for entry in compared.role.skills)
    without = type(compared)(compared.id, compared.role.model_copy(update={"skills": plain}), compared.swatch)
    assert [skill for skill, _ in kind.leading(view, without)] == [view.skill(entry) for entry in plain[:3]]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_brief_picture_has_the_skills_that_its_text_names_and_none_of_all(subject: str) -> None:
    picture = shown(subject, kind.KIND, "social")
    said = squeezed(kind.alt(picture.view, SIZES["social"]))
    for compared in picture.view.roles:
        for skill, _ in kind.leading(picture.view, compared):
            assert (squeezed(skill.name) in picture.running) == (squeezed(skill.name) in said)
    assert not any(squeezed(skill.name) in picture.running + said for skill, _ in kind.shared(picture.view))
    assert kind.alt(picture.view, SIZES["slide"]) == ""


def test_the_title_is_true() -> None:
    """One negotiates, the other runs a territory."""
    view = view_of("flagship")
    first, second = ([entry.skill for entry in compared.role.skills if entry.headline] for compared in view.roles)
    assert "negotiation" in first
    assert "negotiation" not in second
    assert "territory-management" in second
    assert "territory-management" not in first


@pytest.mark.parametrize("subject", ["flagship", "three wards", "four wards"])
@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait", "poster"])
def test_of_twenty_skills_a_fixed_page_has_the_first_and_says_of_how_many(subject: str, size: str) -> None:
    view = listing(20, subject)
    fixed, picture = laid(Drawing(view, words(view, kind.KIND)), size)
    running = squeezed("".join(line.text for line in picture.lines))
    for one in view.roles:
        every = len(kind.leading(view, one))
        (some,) = re.findall(rf"{re.escape(squeezed(one.role.name))},(\d+)of{every}", running)
        assert f"{one.role.name}, {some} of {every}: " in kind.alt(view, fixed)
    assert re.search(r"need,\d+of20", running)


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_skills_beside_each_other_start_on_one_line(subject: str, size: str) -> None:
    """However many lines their names take: rows of panels that stand abreast, and of the one below them."""
    picture = shown(subject, kind.KIND, size)
    abreast: dict[float, list[list[float]]] = {}
    for one in picture.view.roles:
        (panel,) = panels(picture, one.tint)
        starts = [start_of(picture, panel, str(skill.name)) for skill, _ in kind.leading(picture.view, one)]
        abreast.setdefault(round(panel.y, 1), []).append(starts)
    for lists in abreast.values():
        for row in zip(*lists, strict=False):
            assert len({round(start, 1) for start in row}) == 1
    (below,) = panels(picture, "card")
    starts = sorted(start_of(picture, below, str(skill.name)) for skill, _ in kind.shared(picture.view))
    for above, under in itertools.pairwise(starts):
        assert under == pytest.approx(above, abs=0.1) or under - above > picture.size.legible


def start_of(picture: Shown, panel: Rect, text: str) -> float:
    """Where the first line of a text in a panel stands."""
    lines = (line for line in picture.frame.lines if panel.holds(line.rect) and text.startswith(line.text))
    return max(lines, key=lambda line: (len(line.text), line.rect.y)).rect.y


@pytest.mark.parametrize("subject", ["three wards", "four wards"])
def test_a_card_for_feeds_says_how_many_skills_it_leaves_out(subject: str) -> None:
    picture = shown(subject, kind.KIND, "social")
    every = {len(kind.leading(picture.view, one)) for one in picture.view.roles}
    assert every == {2}
    assert squeezed("1 of 2 skills each") in picture.running


def test_a_card_that_leaves_nothing_out_says_nothing() -> None:
    assert "skillseach" not in shown("flagship", kind.KIND, "social").running


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_icons_stand_level_with_the_first_lines_of_their_skills(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    texts = {str(skill.name) for one in picture.view.roles for skill, _ in kind.leading(picture.view, one)}
    for icon in (item for item in picture.frame.items if isinstance(item, Shape) and item.icon):
        beside = [
            line
            for line in picture.frame.lines
            if 0 < line.rect.x - icon.rect.right < 2 * icon.rect.width
            and abs(middle(line.rect) - middle(icon.rect)) < line.size
            and any(text.startswith(line.text) for text in texts)
        ]
        for line in beside[:1]:
            assert abs(middle(line.rect) - middle(icon.rect)) < 0.05 * line.size


def middle(rect: Rect) -> float:
    return rect.y + rect.height / 2
