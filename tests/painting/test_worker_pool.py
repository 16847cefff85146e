"""How many processes paint: as many as are asked for, else as many as are of use."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from small_jobs import PNG, small

from generator.painting import worker_pool
from generator.painting.worker_pool import Processes


@pytest.mark.parametrize(
    ("workers", "files", "begun"),
    [
        (None, 1, 0),
        (None, 39, 0),
        (None, 40, 2),
        (None, 79, 3),
        (None, 200, 4),  # one a core
        (1, 200, 0),
        (2, 1, 0),
        (2, 2, 2),
        (8, 3, 3),
    ],
)
def test_a_process_is_begun_for_what_takes_longer_than_its_start(
    monkeypatch: pytest.MonkeyPatch, workers: int | None, files: int, begun: int
) -> None:
    pools: list[int] = []

    class Pool:
        def __init__(self, size: int) -> None:
            pools.append(size)

        def submit(self, work: object) -> Future[dict[object, bytes]]:
            done: Future[dict[object, bytes]] = Future()
            done.set_result({})
            return done

        def terminate(self) -> None:
            pass

    monkeypatch.setattr(worker_pool, "ProcessPool", Pool)
    monkeypatch.setattr(worker_pool, "cores", lambda: 4)
    monkeypatch.setattr(worker_pool, "paint_here", lambda job: {})
    job = small("one", targets=(PNG,))
    assert len(list(Processes(workers).paint_each([job] * files))) == files
    assert sum(pools) == begun
