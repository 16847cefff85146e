"""The deck of all slides, against the same slides painted once as PNGs of 1920 × 1080.

Out: CPU time by theirs, and what the deck's file is as large as, by what it may be. Each time is that of a process of
its own that has read and laid out the pictures before; loading libraries counts on both sides, compiling them on
neither.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from tempfile import TemporaryDirectory
from time import process_time

from race import fresh, race, ratio, spread
from subject import SMALL, Subject, read

from generator import infographics
from generator.deck import Deck, FontMode, Options, deck, write
from generator.layout.frame import Frame
from generator.layout.sizes import SIZES

# Bytes that a deck may have, with its fonts and without.
_LIMITS: dict[FontMode, int] = {"embed": 600_000, "name": 250_000}


def measure(rounds: int, say: Callable[[str], None]) -> tuple[dict[str, float], dict[str, int]]:
    """The ratio of times, and the sizes of the files in bytes."""
    with TemporaryDirectory() as folder, _compiled(folder):
        times = race({"deck": partial(fresh, _written), "pngs": partial(fresh, _painted)}, rounds)
    say(f"the deck of all slides: {min(times['deck']):.2f} s of CPU time, as PNGs: {min(times['pngs']):.2f} s")
    say(f"deck by PNGs: {spread(times, 'deck', 'pngs')}")
    subject = read()
    sizes = {f"deck-{mode}": len(write(_laid_out(subject), subject.fonts, Options(mode))) for mode in _LIMITS}
    for mode, limit in _LIMITS.items():
        assert sizes[f"deck-{mode}"] <= limit, f"a deck of {sizes[f'deck-{mode}']} bytes; {limit} are allowed"
    return {"deck-vs-png": ratio(times, "deck", "pngs")}, sizes


@contextmanager
def _compiled(folder: str) -> Iterator[None]:
    """Processes that begin here find all modules compiled, as they are from a person's second command on."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    once = "import slides; slides._written(); slides._painted()"
    subprocess.run([sys.executable, "-c", once], env=env, check=True)
    before = os.environ.get("PYTHONPYCACHEPREFIX")
    os.environ["PYTHONPYCACHEPREFIX"] = folder
    try:
        yield
    finally:
        os.environ.pop("PYTHONPYCACHEPREFIX")
        if before is not None:
            os.environ["PYTHONPYCACHEPREFIX"] = before


def _laid_out(subject: Subject) -> Deck:
    size, found = SIZES["slide"], subject.drawings
    frames = {one.id: {size.name: infographics.frame(one, size, subject.fonts)} for one in found}
    pictures = infographics.describe(found, frames)
    shown = [(one, picture, frames[one.id][size.name]) for one, picture in zip(found, pictures, strict=True)]
    return deck(found[0].view, shown, "light", subject.fonts)


def _written() -> float:
    subject = read()
    made = _laid_out(subject)
    _finish(slide.frame for slide in (made.first, *made.slides, *made.last))
    gc.disable()  # commands look for garbage never, or seldom
    start = process_time()
    write(made, subject.fonts)
    return process_time() - start


def _painted() -> float:
    subject = read()
    jobs = [subject.job(drawing, SMALL) for drawing in subject.drawings]
    _finish(job.frame for job in jobs)
    gc.disable()
    start = process_time()
    from generator.painting.paint import paint

    for job in jobs:
        paint(job)
    return process_time() - start


def _finish(frames: Iterable[Frame]) -> None:
    """Places what the layout left to whoever asks first."""
    for frame in frames:
        assert frame.items
