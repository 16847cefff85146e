"""The set of the headline picture, made by Visavis, by satori with resvg, and by plain `savefig`.

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

import satori
import savefig
from PIL import Image, ImageChops, ImageStat
from race import race, ratio, spread
from subject import LARGE, SET, SMALL, VECTOR, Subject

from generator.painting.job import Job
from generator.painting.paint import paint

_WARM_UP = 5
# Pictures of the same are compared cell by cell, so many pixels wide: smoothing differs by up to 5 of 255, a missing
# icon or line of text by 60 and more.
_CELL, _ALIKE = 24, 20


def measure(subject: Subject, rounds: int, say: Callable[[str], None]) -> tuple[dict[str, float], dict[str, int]]:
    """Ratios of time, and the sizes of our files in bytes."""
    job = subject.job(subject.headline, *SET)
    plain = savefig.figure(job)
    with ExitStack() as stack:
        base = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folders = {name: base / name for name in ("ours", "satori", "savefig")}
        for folder in folders.values():
            folder.mkdir()
        contenders = {
            "ours": partial(_timed, partial(_ours, job, folders["ours"])),
            "savefig": partial(_timed, partial(savefig.save, plain, folders["savefig"])),
        }
        replies: list[satori.Reply] = []
        try:
            node = stack.enter_context(satori.running(job, subject.fonts, base))
            contenders["satori"] = partial(_asked, node, folders["satori"], replies)
        except satori.Missing as reason:
            say(f"satori and resvg are left out: {reason}")
        times = race(contenders, rounds, warm_up=_WARM_UP)
        for name in contenders:
            _check_sizes(job, folders[name])
        if replies:
            _check_alike(folders["satori"] / SET[SMALL], folders["ours"] / SET[SMALL])
            _check_texts(job, replies[-1], folders["satori"] / SET[VECTOR])
        sizes = _sizes(folders["ours"])
    others = {"satori": "headline-set-vs-satori-resvg", "savefig": "headline-set-vs-plain-savefig"}
    for name, values in times.items():
        say(f"{name}: {min(values) * 1000:.0f} ms at best, {median(values) * 1000:.0f} ms in the middle")
    if replies:
        say(f"steps of satori and resvg: {_steps(replies)}")
    for name in others.keys() & times.keys():
        say(f"ours by {name}: {spread(times, 'ours', name)}")
    return {title: ratio(times, "ours", name) for name, title in others.items() if name in times}, sizes


def _ours(job: Job, folder: Path) -> None:
    for target, data in paint(job).items():
        (folder / SET[target]).write_bytes(data)


def _timed(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _asked(node: satori.Satori, folder: Path, replies: list[satori.Reply]) -> float:
    """Node times itself: what the pipe costs is not its fault."""
    replies.append(node.paint(folder))
    return replies[-1].seconds


def _steps(replies: list[satori.Reply]) -> str:
    names = replies[0].steps
    return ", ".join(f"{name} {min(reply.steps[name] for reply in replies) * 1000:.0f} ms" for name in names)


def _sizes(folder: Path) -> dict[str, int]:
    svg = gzip.compress((folder / SET[VECTOR]).read_bytes(), mtime=0)
    return {"png-3840x2160": (folder / SET[LARGE]).stat().st_size, "svg-gzip": len(svg)}


def _check_sizes(job: Job, folder: Path) -> None:
    assert ElementTree.parse(folder / SET[VECTOR]).getroot().tag.endswith("svg")
    for target in (SMALL, LARGE):
        wanted = (round(job.frame.width * target.pixels), round(job.frame.height * target.pixels))
        with Image.open(folder / SET[target]) as image:
            assert image.size == wanted, f"{folder.name}: {image.size} pixels, not {wanted}"


def _check_alike(theirs: Path, ours: Path) -> None:
    with Image.open(theirs) as one, Image.open(ours) as other:
        difference = ImageChops.difference(one.convert("RGB").reduce(_CELL), other.convert("RGB").reduce(_CELL))
    worst = max(most for _, most in ImageStat.Stat(difference).extrema)
    assert worst <= _ALIKE, f"{theirs.name} is not the picture that {ours.name} is: {worst} of 255"


def _check_texts(job: Job, reply: satori.Reply, svg: Path) -> None:
    """Satori saw every text, and drew each as one path: it gives those, and no others, no width."""
    wanted = len(list(job.frame.lines))
    groups = ElementTree.parse(svg).getroot().findall("{*}g")
    drawn = sum(1 for group in groups for path in group.findall("{*}path") if "width" not in path.attrib)
    assert reply.texts == drawn == wanted, f"{reply.texts} texts seen, {drawn} drawn, {wanted} wanted"
