"""The duties, read back from their frames: each in the column of its role, all alike, and none led to from another."""

from __future__ import annotations

import itertools

import pytest

from generator.infographics.drawing import Drawing
from generator.infographics.kinds.responsibilities.description import describe, shared_points, table
from generator.infographics.kinds.responsibilities.shown import alt, counted, duties
from generator.layout.frame import Block, Line, Shape
from generator.layout.sizes import SIZES
from generator.model.view import Compared, View, views
from infographics.conftest import SUBJECTS, Shown, laid, squeezed, view_of
from infographics.conftest import shown as picture_of
from infographics.test_any_text import listing, words

KIND = "responsibilities"
ALL = [name for name, size in SIZES.items() if not size.brief]


def run_of(picture: Shown, text: str) -> list[Line]:
    """The lines of one room that say a text."""
    rooms: dict[object, list[Line]] = {}
    for line in picture.frame.lines:
        rooms.setdefault(line.room, []).append(line)
    return next(lines for lines in rooms.values() if squeezed("".join(line.text for line in lines)) == squeezed(text))


def told(compared: Compared, picture: Shown) -> list[str]:
    return [row[1] for row in table(picture.view).rows if row[0] == compared.role.name]


@pytest.mark.parametrize("size", ALL)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_duty_stands_below_its_role_in_type_of_one_size(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    sizes = set()
    for one in picture.view.roles:
        head = run_of(picture, one.role.name)[0]
        runs = [run_of(picture, duty) for duty in told(one, picture)]
        tops = [lines[0].rect.y for lines in runs]
        assert head.rect.y < tops[0]
        assert tops == sorted(tops)
        assert len({lines[0].room.x for lines in runs}) == 1
        assert abs(runs[0][0].room.x - head.room.x) < picture.size.width / (len(picture.view.roles) + 1)
        sizes |= {line.size for lines in runs for line in lines}
    assert len(sizes) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_leads_from_one_duty_to_the_next(subject: str, size: str) -> None:
    """Duties are no sequence: no line, no arrow; beside them only their icons, all alike."""
    picture = picture_of(subject, KIND, size)
    assert [item for item in picture.frame.items if isinstance(item, Shape) and not item.icon] == []
    for one in picture.view.roles:
        discs = [item.rect for item in picture.frame.items if isinstance(item, Block) and item.fill == one.solid]
        across = {rect.width for rect in discs if rect.width == rect.height and rect.width > picture.size.body}
        assert len(across) <= 1


@pytest.mark.parametrize("size", ALL)
def test_explanations_stand_where_there_is_room_for_them(size: str) -> None:
    picture = picture_of("flagship", KIND, size)
    explained = picture.size.height is None or picture.size.full
    for one in picture.view.roles:
        assert all((squeezed(duty.text) in picture.running) == explained for duty in one.role.responsibilities)
    assert alt(picture.view, picture.size) == ""


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_card_for_feeds_has_a_duty_of_each_role_and_says_of_how_many(subject: str) -> None:
    picture = picture_of(subject, KIND, "social")
    own = alt(picture.view, picture.size)
    for one in picture.view.roles:
        every = len(one.role.responsibilities)
        assert (f"1 of {every}" in counted(picture.view, one, picture.size)) == (every > 1)
        beside = counted(picture.view, one, picture.size) if len(picture.view.roles) == 2 else ""
        for text in (f"{one.role.abbreviation}{beside}", duties(picture.view, one, picture.size)[0].title):
            assert squeezed(text) in picture.running
        assert f"{one.role.name}{counted(picture.view, one, picture.size)}: {one.role.responsibilities[0].title}" in own
        assert not any(duty.title in own for duty in one.role.responsibilities[1:])
    every = [len(one.role.responsibilities) for one in picture.view.roles]
    if len(every) > 2 and max(every) > 1:
        most = max(every) if len({*every}) == 1 else f"{min(every)} to {max(every)}"
        assert squeezed(f"1 of {most} duties each") in picture.running


@pytest.mark.parametrize("subject", ["flagship", "three wards", "four wards"])
@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_of_twenty_duties_a_fixed_page_has_the_first_and_says_of_how_many(subject: str, size: str) -> None:
    view = listing(20, subject)
    fixed, picture = laid(Drawing(view, words(view, KIND)), size)
    running = squeezed("".join(line.text for line in picture.lines))
    for one in view.roles:
        some = duties(view, one, fixed)
        assert 1 < len(some) < 20
        assert counted(view, one, fixed) == f", {len(some)} of 20"
        assert squeezed(f"{one.role.name}, {len(some)} of 20") in running
        assert f"{one.role.name}, {len(some)} of 20: {some[0].title}; {some[1].title}" in alt(view, fixed)


FIXED = [(subject, size) for subject in SUBJECTS for size in ("slide", "classic", "square", "portrait")]


@pytest.mark.parametrize(("subject", "size"), FIXED)
def test_icons_of_duties_in_one_row_stand_on_one_line(subject: str, size: str) -> None:
    """However many lines their names take."""
    picture = picture_of(subject, KIND, size)
    heads = {run_of(picture, one.role.name)[0].rect.y for one in picture.view.roles}
    if len(heads) > 1:
        return  # Cards below each other.
    icons = [
        [item.rect for item in picture.frame.items if isinstance(item, Shape) and item.icon in duty_icons(one)]
        for one in picture.view.roles
    ]
    for row in zip(*(sorted(rects, key=lambda rect: rect.y) for rects in icons), strict=False):
        assert len({round(rect.y + rect.height / 2, 1) for rect in row}) == 1


def duty_icons(one: Compared) -> set[str]:
    return {duty.icon or one.role.icon for duty in one.role.responsibilities} - {one.role.icon} or {one.role.icon}


@pytest.mark.parametrize(("subject", "size"), FIXED)
def test_duties_are_further_apart_than_the_lines_of_one(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    for one in picture.view.roles:
        runs = [run_of(picture, duty) for duty in told(one, picture)]
        for above, below in itertools.pairwise(runs):
            leading = above[0].rect.height
            assert below[0].rect.y - above[-1].rect.bottom > 0.15 * leading


def titled_only(subject: str, *, first: bool) -> View:
    """The view with duties of which none says what it means in practice; with `first` only those of the first role."""
    view = view_of(subject)
    roles = dict(view.model.roles)
    for one in view.roles[:1] if first else view.roles:
        bare = tuple(duty.model_copy(update={"text": None}) for duty in one.role.responsibilities)
        roles[one.id] = one.role.model_copy(update={"responsibilities": bare})
    model = view.model.model_copy(update={"roles": roles})
    return next(each for each in views(model) if each.id == view.id)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("first", [True, False])
def test_duties_need_no_explanation(first: bool, size: str) -> None:
    view = titled_only("three wards", first=first)
    picture = next(each for each in view.comparison.infographics if each.kind == KIND)
    chosen, found = laid(Drawing(view, picture), size)
    running = squeezed("".join(line.text for line in found.lines))
    assert "none" not in running
    shown = [duty for one in view.roles for duty in duties(view, one, chosen)]
    assert [duty.title for duty in shown if squeezed(duty.title) not in running] == []
    if chosen.height is None:
        explained = [duty.text for one in view.roles for duty in one.role.responsibilities if duty.text]
        assert bool(explained) is first
        assert [text for text in explained if squeezed(text) not in running] == []


def test_what_no_duty_says_is_no_column() -> None:
    none, some = titled_only("two wards", first=False), titled_only("two wards", first=True)
    assert shared_points(none) == ()
    assert table(none).columns == ("Role", "Responsibility")
    assert table(some).columns == ("Role", "Responsibility", "In practice")
    assert {len(row) for row in table(none).rows} == {2}
    said = describe(some)[0]
    role = some.roles[0].role
    assert said == f"{role.name}. " + " ".join(f"{duty.title}." for duty in role.responsibilities)
