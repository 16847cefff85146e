"""What is told of a build that is under way, by a clock that the tests set."""

from __future__ import annotations

import pytest

from generator.progress import Course, Stage, Step


class Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def course(clock: Clock) -> Course:
    return Course(clock)


def test_before_anything_begins_there_is_nothing_to_tell(course: Course) -> None:
    assert course.standing is None


def test_what_cannot_be_counted_tells_how_long_it_has_been_going_on(clock: Clock, course: Course) -> None:
    course.hear(Step(Stage.PUBLISHING))
    clock.now += 71
    assert str(course.standing) == "Making the site: 1 min 11 s"


def test_what_is_left_takes_as_long_as_what_is_done(clock: Clock, course: Course) -> None:
    course.hear(Step(Stage.PAINTING))
    clock.now += 10
    course.hear(Step(Stage.PAINTING, 100, 400))
    assert str(course.standing) == "Painting picture files: 100 of 400, about 30 s left"
    clock.now += 4
    assert str(course.standing) == "Painting picture files: 100 of 400, about 26 s left"
    clock.now += 60
    assert str(course.standing) == "Painting picture files: 100 of 400, about 0 s left"


def test_before_the_first_is_done_nobody_knows_how_long_all_will_take(clock: Clock, course: Course) -> None:
    course.hear(Step(Stage.PAINTING, 0, 400))
    clock.now += 10
    assert str(course.standing) == "Painting picture files: 0 of 400"


def test_each_stage_has_a_time_of_its_own(clock: Clock, course: Course) -> None:
    course.hear(Step(Stage.READING))
    clock.now += 30
    course.hear(Step(Stage.PAINTING))
    clock.now += 1
    assert str(course.standing) == "Painting picture files: 1 s"
