"""The set of files drawn by renderers of Node, each in a process that stays warm.

In: a job and the name of a script beside this file. Out: a contender, or a word why there is none. Node gets the same
rectangles, lines of text and icons at the same places as JSON; it answers each line (a folder) with the milliseconds
that the set took.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from subject import HERE

from generator.brand.typography import Style, Weight
from generator.layout.frame import Block, Line, Shape
from generator.layout.text import Fonts
from generator.painting.job import Job

_WEIGHTS = {Weight.REGULAR: 400, Weight.SEMIBOLD: 600, Weight.EXTRABOLD: 800}
WIDTHS = (1920, 3840)


class Missing(Exception):
    """This machine cannot run the contender."""


def install() -> None:
    """The locked packages, unless they are there. Missing: no npm, or it cannot install them."""
    npm, lock, done = shutil.which("npm"), HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    if npm is None or shutil.which("node") is None:
        raise Missing("there is no npm here")
    if done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime:
        return
    result = subprocess.run([npm, "ci", "--silent"], cwd=HERE, capture_output=True, text=True, check=False)
    if result.returncode:
        raise Missing(f"npm cannot install its packages: {result.stderr.strip()[:200]}")


@dataclass(frozen=True, slots=True)
class Reply:
    """What Node says of one set: seconds for all of it and by step, and how many texts it drew, where it knows."""

    seconds: float
    steps: dict[str, float]
    texts: int | None


@dataclass(frozen=True, slots=True)
class Renderer:
    """The running process, and what it said of each set."""

    process: subprocess.Popen[str]
    replies: list[Reply] = field(default_factory=list)

    def paint(self, folder: Path) -> float:
        """The set, written into the folder. Seconds by Node's own clock: what the pipe costs is not its fault."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{folder}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        steps = {name: milliseconds / 1000 for name, milliseconds in answer["steps"].items()}
        self.replies.append(Reply(answer["total"] / 1000, steps, answer.get("texts")))
        return self.replies[-1].seconds

    @property
    def steps(self) -> str:
        """The least time of each step, in words."""
        names = self.replies[0].steps
        return ", ".join(f"{name} {min(reply.steps[name] for reply in self.replies) * 1000:.0f} ms" for name in names)


@contextmanager
def running(script: str, job: Job, fonts: Fonts, folder: Path) -> Iterator[Renderer]:
    """Node with a script that has read the picture. Missing: see `install`."""
    install()
    file = folder / "picture.json"
    file.write_text(json.dumps(_picture(job, fonts)), encoding="utf-8")
    command = ["node", str(HERE / script), str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Renderer(process)


def _picture(job: Job, fonts: Fonts) -> dict[str, Any]:
    # Satori rounds every place to whole units, so a unit is one pixel of the larger PNG.
    frame = job.frame.scaled(WIDTHS[-1] / job.frame.width)
    return {
        "width": round(frame.width),
        "height": round(frame.height),
        "widths": WIDTHS,
        "fonts": [{"weight": _WEIGHTS[weight], "file": file} for weight, file in job.fonts.items()],
        "items": [
            _text(item, job, fonts) if isinstance(item, Line) else _mark(item, job)
            for item in frame.items
            if isinstance(item, Block | Line | Shape)
        ],
    }


def _text(line: Line, job: Job, fonts: Fonts) -> dict[str, Any]:
    natural = fonts.width(line.text, Style(line.size, line.weight))
    tracked = len(line.spans) > 1
    return {
        "kind": "text",
        "x": line.rect.x,
        "y": line.rect.y,
        "text": line.text,
        "size": line.size,
        "weight": _WEIGHTS[line.weight],
        "colour": job.colours[line.colour],
        "tracking": (line.rect.width - natural) / (len(line.text) - 1) if tracked else 0,
    }


def _mark(item: Block | Shape, job: Job) -> dict[str, Any]:
    rect = item.rect
    place = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    fill = job.colours[item.fill] if item.fill else None
    stroke = job.colours[item.stroke] if item.stroke else None
    look = {**place, "fill": fill, "stroke": stroke, "strokeWidth": item.stroke_width}
    if isinstance(item, Block):
        return {"kind": "block", **look, "radii": item.radii}
    d = "".join(letter + " ".join(f"{value:.3f}" for value in values) for letter, values in item.commands)
    cap, dash = "round" if item.round_ends else "butt", " ".join(map(str, item.dash)) or None
    return {"kind": "path", **look, "d": d, "cap": cap, "dash": dash}
