"""The set of the headline picture, made by Visavis, by satori with resvg, by takumi, and by plain `savefig`.

In: the content. Out: ratios. Every contender starts warm from a finished layout and ends with three files on disk.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from xml.etree import ElementTree

import node
import savefig
from PIL import Image, ImageChops, ImageStat
from race import race, ratio, spread
from subject import LARGE, SET, SMALL, VECTOR, Subject

from generator.layout.text import Fonts
from generator.painting import outlines, shapes
from generator.painting.job import Job
from generator.painting.paint import paint

_WARM_UP = 5
_NODE = ("satori", "takumi")
_RATIOS = {
    "satori": "headline-set-vs-satori-resvg",
    "takumi": "headline-set-vs-takumi",
    "savefig": "headline-set-vs-plain-savefig",
}
# Pictures of the same are compared cell by cell, so many pixels of the smaller one wide: smoothing differs by up to 5
# of 255, a missing icon or line of text by 60 and more.
_CELL, _ALIKE = 24, 20


def measure(subject: Subject, rounds: int, say: Callable[[str], None]) -> tuple[dict[str, float], dict[str, int]]:
    """Ratios of time, and the sizes of our files in bytes."""
    job = subject.job(subject.headline, *SET)
    plain = savefig.figure(job)
    with ExitStack() as stack:
        base = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        renderers = _renderers(job, subject.fonts, base, stack, say)
        works: dict[str, Callable[[Path], float]] = {
            "ours": partial(_timed, partial(_ours, job)),
            "savefig": partial(_timed, partial(savefig.save, plain)),
            **{name: renderer.paint for name, renderer in renderers.items()},
        }
        folders = {name: base / name for name in works}
        for folder in folders.values():
            folder.mkdir()
        times = race({name: partial(work, folders[name]) for name, work in works.items()}, rounds, warm_up=_WARM_UP)
        for name in works:
            _check_sizes(job, folders[name])
        for name in renderers:
            for target in (SMALL, LARGE):
                cell = _CELL * target.pixels // SMALL.pixels
                _check_alike(folders[name] / SET[target], folders["ours"] / SET[target], cell)
        if "satori" in renderers:
            _check_texts(job, renderers["satori"].replies[-1], folders["satori"] / SET[VECTOR])
        sizes = {name: _sizes(folder) for name, folder in folders.items()}
    for name, values in times.items():
        say(f"{name}: {min(values) * 1000:.0f} ms at best, {median(values) * 1000:.0f} ms in the middle; {sizes[name]}")
    for name, renderer in renderers.items():
        say(f"steps of {name}: {renderer.steps}")
    found = {name: title for name, title in _RATIOS.items() if name in times}
    for name in found:
        say(f"ours by {name}: {spread(times, 'ours', name)}")
    return {title: ratio(times, "ours", name) for name, title in found.items()}, sizes["ours"]


def _renderers(
    job: Job, fonts: Fonts, folder: Path, stack: ExitStack, say: Callable[[str], None]
) -> dict[str, node.Renderer]:
    """Those of Node, running; none where it is not there."""
    try:
        return {name: stack.enter_context(node.running(f"{name}.mjs", job, fonts, folder)) for name in _NODE}
    except node.Missing as reason:
        say(f"{' and '.join(_NODE)} are left out: {reason}")
        return {}


def _ours(job: Job, folder: Path) -> None:
    # A build paints a frame once: what it keeps of one is no advantage here. What it keeps of fonts is.
    outlines.commands.cache_clear()
    shapes.path.cache_clear()
    for target, data in paint(job).items():
        (folder / SET[target]).write_bytes(data)


def _timed(work: Callable[[Path], None], folder: Path) -> float:
    start = perf_counter()
    work(folder)
    return perf_counter() - start


def _sizes(folder: Path) -> dict[str, int]:
    svg = gzip.compress((folder / SET[VECTOR]).read_bytes(), mtime=0)
    return {"png-3840x2160": (folder / SET[LARGE]).stat().st_size, "svg-gzip": len(svg)}


def _check_sizes(job: Job, folder: Path) -> None:
    assert ElementTree.parse(folder / SET[VECTOR]).getroot().tag.endswith("svg")
    for target in (SMALL, LARGE):
        wanted = (round(job.frame.width * target.pixels), round(job.frame.height * target.pixels))
        with Image.open(folder / SET[target]) as image:
            assert image.size == wanted, f"{folder.name}: {image.size} pixels, not {wanted}"


def _check_alike(theirs: Path, ours: Path, cell: int) -> None:
    with Image.open(theirs) as one, Image.open(ours) as other:
        difference = ImageChops.difference(one.convert("RGB").reduce(cell), other.convert("RGB").reduce(cell))
    worst = max(most for _, most in ImageStat.Stat(difference).extrema)
    assert worst <= _ALIKE, f"{theirs.name} is not the picture that {ours.name} is: {worst} of 255"


def _check_texts(job: Job, reply: node.Reply, svg: Path) -> None:
    """Satori saw every text, and drew each as one path: it gives those, and no others, no width."""
    wanted = len(list(job.frame.lines))
    groups = ElementTree.parse(svg).getroot().findall("{*}g")
    drawn = sum(1 for group in groups for path in group.findall("{*}path") if "width" not in path.attrib)
    assert reply.texts == drawn == wanted, f"{reply.texts} texts seen, {drawn} drawn, {wanted} wanted"
