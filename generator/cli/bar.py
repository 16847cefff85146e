"""A bar for each stage of a build, one below the other, gone when the build has ended.

In: a terminal and the course of a build. Out: what the build reports to. Imports rich.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

from generator.progress import Course, Report, Step


class _Words(ProgressColumn):
    """Of a stage that has ended what it took, of the present one how far it is."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course

    def render(self, task: Task) -> Text:
        standing = self._course.standing
        return Text(task.fields["ended"] or (standing.words if standing else ""))


class _Bars:
    def __init__(self, shown: Progress, course: Course) -> None:
        self._shown, self._course = shown, course
        self._task: TaskID | None = None

    def hear(self, step: Step) -> None:
        last = self._course.standing
        if last is None or last.step.stage is not step.stage:
            if last is not None and self._task is not None:
                self._shown.update(self._task, total=1, completed=1, ended=last.took)
            self._task = self._shown.add_task(step.stage, total=None, ended="")
        self._course.hear(step)
        if self._task is not None and step.total:
            self._shown.update(self._task, total=step.total, completed=step.done)


@contextmanager
def bar(stream: TextIO, course: Course) -> Iterator[Report]:
    """Shows bars until the end of the context. What cannot be counted moves without telling how far it is."""
    columns = (TextColumn("{task.description}"), BarColumn(), _Words(course))
    with Progress(*columns, console=Console(file=stream), transient=True) as shown:
        yield _Bars(shown, course).hear
