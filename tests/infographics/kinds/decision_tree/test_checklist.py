"""What the checklist says, read back from its boxes and numbers: it concludes what `decide` does, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product

import pytest
from projects import BRAND

from generator.brand import Style, Weight
from generator.infographics.drawing import Drawing, frame
from generator.infographics.kinds.decision_tree.description import alt, table
from generator.infographics.kinds.decision_tree.questions import (
    favoured,
    is_columned,
    is_complete,
    points,
    said,
    shown,
    speaks_for,
)
from generator.layout import SIZES, Block, Fonts, Item, Line, Rect, Size, Spot
from generator.model import Answer, address
from generator.model.decision import decide
from infographics.conftest import SUBJECTS, Shown, squeezed, view_of
from infographics.conftest import shown as drawn

KIND = "decision-tree"
AHEAD = re.compile(r"Aheadby(\d+)ormore")


@dataclass(frozen=True)
class Ticked:
    """A box to tick, the number in it, and the texts after it: the answer first."""

    rect: Rect
    number: str
    texts: tuple[tuple[str, float], ...]


def is_box(item: object) -> bool:
    return isinstance(item, Block) and item.fill == "card" and item.stroke is not None


def boxes(picture: Shown) -> Iterator[Ticked]:
    """Every box with what is painted after it, up to the next box or panel."""
    items = picture.frame.items
    for place, item in enumerate(items):
        if not is_box(item):
            continue
        lines: list[Line] = []
        for after in items[place + 1 :]:
            if isinstance(after, Line):
                lines.append(after)
            elif not isinstance(after, Spot):
                break
        number = lines.pop(0).text if lines and item.rect.holds(lines[0].rect) else ""
        grouped = [list(group) for _, group in groupby(lines, lambda line: line.room)]
        # Lines of one text share its room; what follows the texts of the last answer is another question.
        texts = tuple(("".join(line.text for line in group), group[0].rect.x) for group in grouped)
        yield Ticked(item.rect, number, texts)


def read(picture: Shown) -> list[list[tuple[Answer, Ticked]]]:
    """The boxes of each question, with the answers whose texts stand beside them."""
    rest, found = boxes(picture), []
    for question in shown(picture.view, picture.size):
        ticked = [next(rest) for _ in question.answers]
        told = {squeezed(said(picture.view, answer, picture.size)): answer for answer in question.answers}
        found.append([(told[squeezed(box.texts[0][0])], box) for box in ticked])
    assert not list(rest)
    return found


def middles(picture: Shown) -> dict[str, float]:
    """The middle of each role's column, by what heads it: its name on its colour, or its short name in a pill."""
    found: dict[str, float] = {}
    for line in picture.frame.lines:
        for compared in picture.view.roles:
            name = squeezed(line.text)
            if name in (squeezed(compared.role.abbreviation), squeezed(compared.role.name)):
                found.setdefault(compared.id, line.rect.x + line.rect.width / 2)
    return found


def weights(picture: Shown, box: Ticked) -> dict[str, int]:
    """What the picture says that the answer gives each role; nothing where it says nothing."""
    view = picture.view
    given = dict.fromkeys((compared.id for compared in view.roles), 0)
    by_name = {compared.role.abbreviation: compared.id for compared in view.roles}
    for text, x in box.texts[1:]:
        if text.isdigit():  # in a role's column
            given[min(middles(picture), key=lambda id: abs(middles(picture)[id] - x))] = int(text)
        for name, weight in re.findall(r"(\w+) (\d)", text):
            if name in by_name:
                given[by_name[name]] = int(weight)
    if box.number:  # in the box, which has the role's colour
        (role,) = (one.id for one in view.roles if one.solid == colour(picture, box))
        given[role] = int(box.number)
    return given


def colour(picture: Shown, box: Ticked) -> str | None:
    return next(item.stroke for item in picture.frame.items if isinstance(item, Block) and item.rect == box.rect)


def complete(picture: Shown) -> bool:
    return is_complete(picture.view, picture.size)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("size", [size for size in SIZES if not SIZES[size].brief])
def test_a_picture_that_concludes_concludes_what_the_guide_does(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    found = AHEAD.findall("".join(line.text.replace(" ", "") for line in picture.frame.lines))
    if not complete(picture):
        assert found == []
        return
    view, (ahead,) = picture.view, set(map(int, found))
    assert len(found) == len(view.roles)
    guide = view.comparison.guide
    told = [[(answer, weights(picture, box)) for answer, box in question] for question in read(picture)]
    for chosen in product(*told):
        totals = sorted(((sum(given[one.id] for _, given in chosen), one.id) for one in view.roles), reverse=True)
        verdict = totals[0][1] if totals[0][0] - totals[1][0] >= ahead else ""
        places = {
            question.id: question.answers.index(answer)
            for question, (answer, _) in zip(guide.questions, chosen, strict=True)
        }
        decision = decide(guide, places)
        assert verdict == (decision.leaders[0] if decision.conclusion == "role" else ""), places


def test_the_flagship_has_every_answer_set() -> None:
    sets = list(product(*(question.answers for question in view_of("flagship").comparison.guide.questions)))
    assert len(sets) == 8748
    assert complete(drawn("flagship", KIND, "page"))
    assert complete(drawn("flagship", KIND, "phone"))


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("size", SIZES)
def test_a_size_with_fewer_questions_says_so_and_gives_no_number(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    view, questions = picture.view, shown(picture.view, picture.size)
    every = view.comparison.guide.questions
    assert [question for question in every if question in questions] == [*questions]
    if complete(picture):
        assert tuple(questions) == tuple(every)
        assert alt(view, picture.size) == ""
        return
    if len(questions) < len(every):
        of = f"{len(questions)} of {'' if picture.size.brief else 'the '}{len(every)} questions"
        assert squeezed(of) in picture.running
        assert of in alt(view, picture.size)
    else:
        assert squeezed("What the answers count: ") in picture.running
        assert alt(view, picture.size).startswith("Every question of the decision guide, without a verdict.")
    assert squeezed(address(view.model)) in picture.running
    assert all(question.short or question.question in alt(view, picture.size) for question in questions)
    for _, box in (entry for question in read(picture) for entry in question):
        assert box.number == ""
        assert not any(text.isdigit() for text, _ in box.texts)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("size", SIZES)
def test_every_answer_is_marked_for_whom_it_speaks_most(subject: str, size: str) -> None:
    """By its column, or by names; as the table says it too."""
    picture = drawn(subject, KIND, size)
    view = picture.view
    told = {(row[0], row[2]): row[3] for row in table(view).rows}
    for question, marked in zip(shown(view, picture.size), read(picture), strict=True):
        for answer, box in marked:
            most = favoured(view, answer)
            assert told[question.question, answer.text] == ", ".join(one.role.name for one in most)
            expected = most[0].solid if len(most) == 1 else "shared.solid"
            assert colour(picture, box) == ("muted" if is_by_line(picture) else expected)
            if not complete(picture) and len(view.roles) > 2 and not picture.size.brief:
                names = "All" if len(most) == len(view.roles) else speaks_for(view, answer)
                assert squeezed(box.texts[1][0]) == squeezed(names)


@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait", "social"])
@pytest.mark.parametrize("subject", ["three wards", "four wards"])
def test_an_answer_breaks_only_where_its_line_has_no_room_for_it_and_a_name(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    view, fonts = picture.view, Fonts(BRAND)
    for question in shown(view, picture.size):
        for answer in question.answers:
            words, names = str(said(view, answer, picture.size)), speaks_for(view, answer)
            lines = [line for line in picture.frame.lines if line.paragraph == words]
            assert lines, words
            style = Style(lines[0].size, lines[0].weight)
            taken = fonts.width(words, style) + fonts.width(names, replace(style, weight=Weight.SEMIBOLD))
            # What tiles take at their sides, and boxes to tick, is no more than four lines are high.
            assert len(lines) == 1 or taken + 4 * 1.32 * style.size > picture.size.inner, words


@pytest.mark.parametrize("subject", SUBJECTS)
def test_on_a_phone_what_an_answer_counts_stands_below_it_with_the_role_s_name(subject: str) -> None:
    picture = drawn(subject, KIND, "phone")
    view = picture.view
    assert squeezed("add up the numbers of each role") in picture.running
    for question in view.guide.questions:
        for answer in question.answers:
            told = points(view, answer, named=True)
            words = [line for line in picture.frame.lines if line.paragraph == answer.text]
            below = [line for line in picture.frame.lines if told and line.paragraph == told]
            assert not told or any(0 <= one.rect.y - words[-1].rect.bottom < 6 for one in below), answer.text


def is_by_line(picture: Shown) -> bool:
    """Whether answers stand on lines of their own, with what each gives every role."""
    return complete(picture) and not is_columned(picture.view, picture.size)


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("subject", ["three wards", "four wards"])
@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_few_questions_of_many_roles_fill_the_page(subject: str, size: str, count: int) -> None:
    view, fixed = view_of(subject), SIZES[size]
    guide = view.comparison.guide.model_copy(update={"questions": view.comparison.guide.questions[:count]})
    few = replace(view, comparison=view.comparison.model_copy(update={"guide": guide}))
    words = view.comparison.infographics[0].model_copy(update={"kind": KIND})
    items = frame(Drawing(few, words), fixed, Fonts(BRAND)).items
    assert len(shown(few, fixed)) == count
    assert widest_gap(items, fixed) < (fixed.height or 0.0) * 0.2


def widest_gap(items: Sequence[Item], size: Size) -> float:
    """The highest strip of the page, margins apart, on which nothing stands."""
    rects = [item.rect for item in items if not isinstance(item, Spot) and item.rect.height < (size.height or 0.0)]
    edge = widest = 0.0
    for rect in sorted(rects, key=lambda rect: rect.y):
        widest, edge = max(widest, rect.y - edge), max(edge, rect.bottom)
    return widest


def test_columns_stand_below_their_names() -> None:
    picture = drawn("flagship", KIND, "slide")
    columns = middles(picture)
    for answer, box in (entry for question in read(picture) for entry in question):
        most = favoured(picture.view, answer)
        near = min(columns, key=lambda id: abs(columns[id] - box.rect.x))
        assert len(most) > 1 or near == most[0].id


def test_boxes_of_one_size_are_alike() -> None:
    for size in SIZES:
        sides = {(box.rect.width, box.rect.height) for box in boxes(drawn("flagship", KIND, size))}
        assert len(sides) == 1, size
