"""What runs on a worker.

In: a question or a task. Out: an answer, or the files of the task. A worker lives longer than a build: nothing is kept
here by the name of a file that may change.
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import files
from generator.painting.cluster.task import Answer, Font, Lacking, Question, Task, Unlike
from generator.painting.cluster.token import finds
from generator.painting.cluster.versions import differences, versions
from generator.painting.painter import Stored
from generator.painting.store import SharedStore, opened_store
from generator.painting.surroundings import keep_in
from generator.painting.target import Target
from generator.painting.worker_pool import paint_here
from generator.system import keep_freed_memory

_FOLDER = "visavis"
_ALONE = threading.Lock()  # matplotlib has settings of the whole process; Dask may give a worker several threads


def describe(question: Question) -> Answer:
    """What this worker has."""
    others = tuple(font.path for font in question.fonts if _digest(Path(font.path)) not in (None, font.digest))
    reaches = bool(question.store) and finds(question.store, question.token)
    return Answer(versions(), others, reaches)


@cache
def _keep_memory() -> None:
    """Dask tells its workers to give everything back at once, which costs painting a third more."""
    keep_freed_memory()


def paint(task: Task) -> dict[Target, bytes | Stored] | Lacking | Unlike:
    """The files of a task; those that are in the store now by their digest."""
    if unlike := differences(task.versions, versions()):  # this worker came later than the question
        return Unlike(unlike)
    _keep_memory()
    local = _local_folder()
    folder = local / _FOLDER
    with _ALONE:
        fonts = {weight: _at_hand(font, folder) for weight, font in task.fonts.items()}
        lacking = frozenset(task.fonts[weight].digest for weight, path in fonts.items() if path is None)
        if lacking:
            return Lacking(lacking)
        keep_in(local.with_name("matplotlib"))  # its list of fonts takes a second to make: one for all of this machine
        painted = paint_here(replace(task.job, fonts={weight: str(path) for weight, path in fonts.items()}))
    return {target: _kept(task, target, data) for target, data in painted.items()}


def _kept(task: Task, target: Target, data: bytes) -> bytes | Stored:
    if task.store and _store(task.store).put_now(task.keys[target], data):
        return Stored(hashlib.sha256(data).hexdigest())
    return data


@cache
def _store(address: str) -> SharedStore:
    """Opened once; who waits for the files hears what cannot be put there by getting them."""
    return opened_store(address, lambda _: None)


def _at_hand(font: Font, folder: Path) -> Path | None:
    """The font under a name that says what is in it, since libraries remember fonts by their names."""
    path = folder / f"{font.rank:03}-{font.digest}{Path(font.path).suffix}"
    if path.exists():
        return path
    data = font.data
    if data is None and _digest(Path(font.path)) == font.digest:
        data = Path(font.path).read_bytes()
    if data is None:
        return None
    files.write(path, data)
    return path


def _digest(path: Path) -> str | None:
    """Of what is there now."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _local_folder() -> Path:
    """This worker's own, which goes with it."""
    from distributed import get_worker

    return Path(get_worker().local_directory)
