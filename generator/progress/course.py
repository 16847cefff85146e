"""How long a stage has taken and will take yet.

In: steps as they are heard, and a clock. Out: a `Standing`, in words too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.progress.step import Step

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Standing:
    """A step, seconds since its stage began, and seconds until that will be done where it can be known."""

    step: Step
    elapsed: float
    left: float | None = None

    @property
    def took(self) -> str:
        return _duration(self.elapsed)

    @property
    def words(self) -> str:
        """How far it has come and how long it takes."""
        if not self.step.total:
            return self.took
        counted = f"{self.step.done} of {self.step.total}"
        return counted if self.left is None else f"{counted}, about {_duration(self.left)} left"

    def __str__(self) -> str:
        return f"{self.step.stage}: {self.words}"


@dataclass(frozen=True, slots=True)
class _Heard:
    step: Step
    began: float
    at: float


class Course:
    """What the stages have said so far. One thread hears, any may ask."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._heard: _Heard | None = None

    def hear(self, step: Step) -> None:
        now, last = self._clock(), self._heard
        same = last is not None and last.step.stage is step.stage
        self._heard = _Heard(step, last.began if last and same else now, now)

    @property
    def standing(self) -> Standing | None:
        """As it is now; None: nothing has begun."""
        if (heard := self._heard) is None:
            return None
        now, step = self._clock(), heard.step
        if not step.done:
            return Standing(step, now - heard.began)
        each = (heard.at - heard.began) / step.done
        left = each * (step.total - step.done) - (now - heard.at)
        return Standing(step, now - heard.began, max(0.0, left))


def _duration(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
