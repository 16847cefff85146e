"""What the process that paints for a preview sends back; here in this process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from projects import unbuilt_bakery

from generator.model import Model, load
from generator.preview import picture_worker
from generator.preview.picture_worker import PictureWorker

TABLE = "bread-and-cake-comparison-table"


class Here:
    """In place of a pool: work is done at once."""

    def submit(self, work: Callable[[], Any]) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(work())
        return done


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[PictureWorker, Model]:
    sandbox = unbuilt_bakery(tmp_path / "bakery")
    monkeypatch.setattr(picture_worker, "warm_up", lambda _: None)
    worker = PictureWorker(sandbox.project)
    monkeypatch.setattr(worker, "_pool", Here())
    return worker, load(sandbox.content)


def test_files_that_pages_show_are_sent_once(preview: tuple[PictureWorker, Model]) -> None:
    worker, model = preview
    first = worker.start(model, {}).result()
    assert {(name, target.size, target.format) for name, target in first.files} == {
        (name, "phone", "svg") for name in first.frames
    }
    assert first.files.keys() == first.keys.keys()
    assert all(data.startswith(b"<") for data in first.files.values())
    known = dict(first.keys)
    forgotten = next(iter(known))
    known[forgotten] = "another"
    again = worker.start(model, known).result()
    assert again.files == {forgotten: first.files[forgotten]}
    assert (again.frames, again.keys) == (first.frames, first.keys)


def test_a_file_is_painted_by_its_name_and_there_is_none_of_another(preview: tuple[PictureWorker, Model]) -> None:
    worker, model = preview
    data = worker.paint(model, f"infographics/{TABLE}/{TABLE}-phone-light.png")
    assert data is not None
    assert data.startswith(b"\x89PNG")
    assert worker.paint(model, f"infographics/{TABLE}/{TABLE}-poster-light.pdf") is None
