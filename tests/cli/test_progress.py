"""Progress on standard error: bars on a terminal, lines in a CI, nothing anywhere else."""

from __future__ import annotations

import io
import threading
from collections.abc import Mapping

import pytest

from generator.cli.progress import progress
from generator.progress import Course, Stage, Step

TERMINAL = {"TERM": "xterm"}
IN_CI = ({"CI": "true"}, {"CI": "1"}, {"GITHUB_ACTIONS": "true"}, {"GITLAB_CI": "true"})


class Stream(io.StringIO):
    """What is written, whether to a terminal, and a moment at which the first whole line is there."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal, self.line = terminal, threading.Event()

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        written = super().write(text)
        if "\n" in text:
            self.line.set()
        return written


def stopped() -> Course:
    """By a clock that stands still."""
    return Course(lambda: 0.0)


@pytest.mark.parametrize("environment", IN_CI)
def test_a_log_has_a_line_now_and_then_while_something_goes_on(environment: Mapping[str, str]) -> None:
    stream = Stream(terminal=False)
    with progress(quiet=False, stream=stream, environment=environment, course=stopped(), seconds=0.01) as report:
        report(Step(Stage.PAINTING, 3, 8))
        assert stream.line.wait(60)
    assert set(stream.getvalue().splitlines()) == {"Painting picture files: 3 of 8, about 0 s left"}


def test_a_terminal_that_can_only_go_on_has_such_lines_too() -> None:
    stream = Stream(terminal=True)
    with progress(quiet=False, stream=stream, environment={"TERM": "dumb"}, course=stopped(), seconds=0.01) as report:
        report(Step(Stage.PUBLISHING))
        assert stream.line.wait(60)
    assert set(stream.getvalue().splitlines()) == {"Making the site: 0 s"}


def test_a_short_command_writes_no_line() -> None:
    stream = Stream(terminal=False)
    with progress(quiet=False, stream=stream, environment={"CI": "true"}, course=stopped(), seconds=3600) as report:
        report(Step(Stage.READING))
    assert stream.getvalue() == ""


def test_a_terminal_shows_every_stage_with_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TERM": "xterm", "COLUMNS": "100"}.items():
        monkeypatch.setenv(name, value)
    stream, now = Stream(terminal=True), [0.0]
    with progress(quiet=False, stream=stream, environment=TERMINAL, course=Course(lambda: now[0])) as report:
        report(Step(Stage.READING))
        now[0] = 2.0
        report(Step(Stage.PAINTING))
        now[0] = 12.0
        report(Step(Stage.PAINTING, 100, 400))
    first, second = stream.getvalue().split("Reading the content")[-1].split("Painting picture files")
    assert "2 s" in first
    assert "100 of 400, about 30 s left" in second
    assert second.endswith("\x1b[1A\x1b[2K"), "the bars are taken away at the end"


@pytest.mark.parametrize(
    ("quiet", "terminal", "environment"),
    [
        (True, True, TERMINAL),
        (True, False, {"CI": "true"}),
        (False, False, {}),
        (False, False, {"CI": "false", "GITLAB_CI": ""}),
    ],
)
def test_who_does_not_want_it_is_told_nothing(quiet: bool, terminal: bool, environment: Mapping[str, str]) -> None:
    stream = Stream(terminal=terminal)
    with progress(quiet=quiet, stream=stream, environment=environment, course=stopped(), seconds=0.01) as report:
        before = set(threading.enumerate())
        report(Step(Stage.PAINTING, 3, 8))
    assert stream.getvalue() == ""
    assert set(threading.enumerate()) <= before  # others' may end meanwhile


def test_where_no_thread_can_be_had_a_build_goes_on_without_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    stream = Stream(terminal=False)
    with progress(quiet=False, stream=stream, environment={"CI": "true"}, seconds=0.01) as report:
        report(Step(Stage.READING))
    assert stream.getvalue() == ""


def test_a_failure_ends_the_lines() -> None:
    before = set(threading.enumerate())
    with (
        pytest.raises(KeyboardInterrupt),
        progress(quiet=False, stream=Stream(terminal=False), environment={"CI": "true"}, seconds=3600),
    ):
        raise KeyboardInterrupt
    assert set(threading.enumerate()) <= before  # others' may end meanwhile
