"""The pictures of a preview, laid out and painted in a process of their own, beside the one that makes pages.

In: the model. Out: what pages show of its pictures, and single files that somebody asks for. Nothing is kept there
but what makes the next time faster, so a process that was killed is replaced by a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from generator import infographics
from generator.infographics import LaidOut
from generator.layout import load_fonts
from generator.model import SETS, Model, PictureSet
from generator.painting import Cache, ProcessPool, Target, key, paint_all, warm_up
from generator.preview import garbage
from generator.project import Project

# What pages show. Everything else is for those who take a file away.
_SIZES = ("page", "phone")
_FORMAT = "svg"

Keys = Mapping[tuple[str, Target], str]


@dataclass(frozen=True, slots=True)
class Painted:
    """Width, height and `most` of frames by picture and size; the key of every file that pages show; new files."""

    frames: dict[str, dict[str, tuple[float, float, int | None]]]
    keys: dict[tuple[str, Target], str]
    files: dict[tuple[str, Target], bytes]


class PictureWorker:
    """One process that paints; leaving the context ends it at once, whatever it is at."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._pool = ProcessPool(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.terminate()

    def start(self, model: Model, known: Keys) -> Future[Painted]:
        """What pages show of the model's pictures; files whose keys are known are not sent.

        ContentError: one cannot be laid out.
        """
        return self._pool.submit(partial(_paint_shown, self._project, model, known))

    def paint(self, model: Model, name: str) -> bytes | None:
        """A file of a picture by its path below docs/; None: there is none of that name. ContentError."""
        return self._pool.submit(partial(_paint, self._project, model, name)).result()


def with_page_sizes(model: Model) -> Model:
    """The model with those sizes only that pages show, unless none of them is published."""
    pictures = model.site.pictures
    kept = tuple(size for size in pictures.sizes if size in _SIZES) or pictures.sizes
    sets = {name: _shown(one) for name, one in (SETS | pictures.sets).items()}
    site = model.site.model_copy(update={"pictures": pictures.model_copy(update={"sizes": kept, "sets": sets})})
    return model.model_copy(update={"site": site})


def _shown(one: PictureSet) -> PictureSet:
    """What pages show of a set, unless that is nothing."""
    kept = {size: one.forms(size) for size in _SIZES if one.forms(size)}
    return PictureSet(**kept, themes=one.themes) if kept else one


def _paint_shown(project: Project, model: Model, known: Keys) -> Painted:
    warm_up(Cache(project.painted))
    with garbage.collection_paused():
        laid_out = _lay_out(project, model)
        frames = {
            name: {size: (frame.width, frame.height, frame.most) for size, frame in sizes.items()}
            for name, sizes in laid_out.frames.items()
        }
        jobs = {
            (job.picture, target): replace(job, targets=(target,))
            for job in infographics.jobs(laid_out)
            for target in job.targets
            if target.format == _FORMAT and not target.editable
        }
        keys = {name: key(job, name[1]) for name, job in jobs.items()}
        fresh = (job for name, job in jobs.items() if known.get(name) != keys[name])
        return Painted(frames, keys, dict(paint_all(fresh, Cache(project.painted), 1)))


def _paint(project: Project, model: Model, name: str) -> bytes | None:
    for job in infographics.jobs(_lay_out(project, model)):
        for target in job.targets:
            if infographics.path(job.picture, target) == name:
                wanted = replace(job, targets=(target,))
                return paint_all([wanted], Cache(project.painted), 1)[job.picture, target]
    return None


def _lay_out(project: Project, model: Model) -> LaidOut:
    return infographics.lay_out(model, load_fonts(project.content / "brand"), Cache(project.painted).layouts)
