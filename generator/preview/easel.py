"""The pictures of a preview, laid out and painted in a process of their own, beside the one that makes pages.

In: the model. Out: what pages show of its pictures, and single files that somebody asks for. Nothing is kept there
but what makes the next time faster, so a process that was killed is replaced by a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from typing import Self, TypeVar

from generator import studio
from generator.build import Folders
from generator.edition import Draft, lay_out_all, load_fonts, path, picture_jobs
from generator.model.schema import Model
from generator.preview import garbage
from generator.signals import held
from generator.studio import Cache, paint_all
from generator.targets import Target

# What pages show. Everything else is for those who take a file away.
_SIZES = ("page", "phone")
_FORMAT = "svg"

Answer = TypeVar("Answer")
Keys = Mapping[tuple[str, Target], str]


@dataclass(frozen=True, slots=True)
class Hung:
    """The width and height of every frame, by picture and size; the key of every file that pages show; new files."""

    frames: dict[str, dict[str, tuple[float, float]]]
    keys: dict[tuple[str, Target], str]
    files: dict[tuple[str, Target], bytes]


class Easel:
    """One process that paints; leaving the context ends it at once, whatever it is at."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._pool = studio.crew(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        studio.dismiss(self._pool)

    def hang(self, model: Model, known: Keys) -> Future[Hung]:
        """What pages show of the model's pictures; files whose keys are known are not sent.

        ContentError: one cannot be laid out.
        """
        return self._ask(partial(_hang, self._folders, model, known))

    def paint(self, model: Model, name: str) -> bytes | None:
        """A file of a picture by its path below docs/; None: there is none of that name. ContentError."""
        return self._ask(partial(_paint, self._folders, model, name)).result()

    def _ask(self, work: Callable[[], Answer]) -> Future[Answer]:
        try:
            with held():
                return self._pool.submit(work)
        except BrokenProcessPool:
            self._pool = studio.crew(1)
            return self._ask(work)


def shown(model: Model) -> Model:
    """The model with those sizes only that pages show, unless none of them is published."""
    pictures = model.site.pictures
    kept = tuple(size for size in pictures.sizes if size in _SIZES) or pictures.sizes
    site = model.site.model_copy(update={"pictures": pictures.model_copy(update={"sizes": kept})})
    return model.model_copy(update={"site": site})


def _hang(folders: Folders, model: Model, known: Keys) -> Hung:
    import generator.paint  # noqa: F401 (matplotlib takes a second: now, and not at the first change)

    with garbage.later():
        draft = _lay_out(folders, model)
        frames = {
            name: {size: (frame.width, frame.height) for size, frame in sizes.items()}
            for name, sizes in draft.frames.items()
        }
        jobs = {
            (job.picture, target): replace(job, targets=(target,))
            for job in picture_jobs(draft)
            for target in job.targets
            if target.format == _FORMAT
        }
        keys = {name: studio.key(job, name[1]) for name, job in jobs.items()}
        fresh = (job for name, job in jobs.items() if known.get(name) != keys[name])
        return Hung(frames, keys, paint_all(fresh, Cache(folders.cache / "painted"), 1))


def _paint(folders: Folders, model: Model, name: str) -> bytes | None:
    for job in picture_jobs(_lay_out(folders, model)):
        for target in job.targets:
            if path(job.picture, target) == name:
                (data,) = paint_all([replace(job, targets=(target,))], Cache(folders.cache / "painted"), 1).values()
                return data
    return None


def _lay_out(folders: Folders, model: Model) -> Draft:
    return lay_out_all(model, (), load_fonts(folders))
