"""Every PNG of the shipped content, coded by this program and as it was once, from the same pixels.

In: the content, and this repository with its history. Out: sizes by those of then: the file that comes off worst, and
all together. They depend on the content and the versions of libraries, not on the machine.
"""

from __future__ import annotations

import importlib.util
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib
from PIL import Image
from subject import Subject
from whole import THEN, worktree

from generator.layout.sizes import SIZES
from generator.painting import raster
from generator.painting.job import Job
from generator.painting.paint import paint
from generator.painting.target import Target


def measure(subject: Subject, say: Callable[[str], None]) -> dict[str, float]:
    """Ratios of sizes; none where the history does not go back so far."""
    try:
        with tempfile.TemporaryDirectory() as base, worktree(Path(base, "then")) as tree:
            then = _coding(tree / "generator" / "png.py")
    except (OSError, subprocess.CalledProcessError) as error:
        say(f"PNGs of commit {THEN} are left out: {error}")
        return {}
    sizes = dict(_sizes(subject, then))
    worst = max(sizes, key=lambda name: sizes[name][0] / sizes[name][1])
    ours, theirs = (sum(each) for each in zip(*sizes.values(), strict=True))
    say(f"{len(sizes)} PNGs: {ours} bytes, {theirs} as {THEN} codes them; worst is {worst}: {sizes[worst]}")
    assert sizes[worst][0] <= sizes[worst][1], f"{worst} is larger than {THEN} makes it"
    return {"worst-png-vs-74f454a": sizes[worst][0] / sizes[worst][1], "pngs-vs-74f454a": ours / theirs}


def _coding(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("coding_of_then", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sizes(subject: Subject, then: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    for job in subject.everything(*(name for name, size in SIZES.items() if "png" in size.formats)):
        wanted = tuple(target for target in job.targets if target.format == "png")
        for target, data in paint(replace(job, targets=wanted)).items():
            yield target.file_name(job.picture), (len(data), len(_coded(then, job, target)))


def _coded(then: Any, job: Job, target: Target) -> bytes:
    frame = raster.without_ground(job.frame) if target.transparent else job.frame
    factor = target.drawn_pixels // target.pixels
    mode = "RGBA" if target.transparent else "RGB"
    image = Image.new(mode, target.pixel_size(frame.width, frame.height))
    with matplotlib.rc_context({"path.simplify": False}):  # as `paint` has it
        for top, strip in raster.strips(job, frame, target.drawn_pixels, clear=target.transparent):
            image.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    texts = {"Title": job.title, "Description": job.description}
    if target.transparent:
        return bytes(then.encode_clear(image, texts, pixels=target.pixels))
    colours = then.palette(frame, job.colours, target.pixels)
    return bytes(then.encode(image, colours, texts, pixels=target.pixels))
