"""Painting by two workers of a Dask cluster on this machine: the same bytes, whoever dies; none by who differs."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import clusters
import pytest
from deadly import Deadly
from distributed import Client, LocalCluster
from projects import set_up
from small_jobs import PNG, small

from generator.painting import Cache, Means, opened, paint_all, paint_share
from generator.painting.cluster import connection, workers
from generator.painting.cluster.versions import differences, versions
from generator.painting.job import Job
from generator.painting.painter import Stored
from generator.painting.store.home import Home
from generator.problems import OutputError, UsageError

pytestmark = pytest.mark.slow
LOOPBACK = "127.0.0.1:0"
NAMES = [f"picture-{number}" for number in range(8)]


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each in a process of its own; one death of a worker is enough for its jobs to come back."""
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=LOOPBACK) as found:
        found.scheduler.allowed_failures = 0
        yield found


@pytest.fixture
def client(cluster: LocalCluster) -> Iterator[Client]:
    with Client(cluster.scheduler_address, set_as_default=False) as found:
        found.wait_for_workers(2, timeout=60)  # one may have been killed
        yield found


@pytest.fixture
def odd(client: Client) -> Iterator[str]:
    """A worker that may be changed."""
    worker, _ = sorted(client.nthreads())
    yield worker
    client.run(clusters.have_what_is_there)


@pytest.fixture
def means(cluster: LocalCluster, client: Client, tmp_path: Path) -> Iterator[Means]:
    with opened(tmp_path / "cluster", 1, scheduler=cluster.scheduler_address, tell=print) as found:
        yield found


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[Any, bytes]:
    """By one process of this machine."""
    return paint_all(map(small, NAMES), Cache(tmp_path_factory.mktemp("here")), 1)


def deadly(job: Job, folder: Path, lives: int) -> Job:
    folder.mkdir()
    for life in range(lives):
        (folder / str(life)).touch()
    return replace(job, fonts=Deadly(job.fonts, folder))


def painted(means: Means, jobs: list[Job] | None = None) -> dict[Any, bytes]:
    return paint_all(jobs or map(small, NAMES), means.cache, means.painter)


def test_workers_paint_the_same_bytes_as_one_process(means: Means, expected: dict[Any, bytes]) -> None:
    heard: list[tuple[int, int]] = []
    jobs = [small(name) for name in NAMES]
    assert paint_all(jobs, means.cache, means.painter, lambda *done: heard.append(done)) == expected
    assert heard[-1] == (16, 16)
    heard.clear()
    assert paint_all(jobs, means.cache, means.painter, lambda *done: heard.append(done)) == expected
    assert heard == []


def test_few_jobs_are_on_their_way_at_a_time(means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    on_their_way: list[int] = []
    begin = workers._Stream._begin

    def counted(self: workers._Stream, *arguments: Any) -> None:
        begin(self, *arguments)
        on_their_way.append(len(self._running))

    monkeypatch.setattr(workers._Stream, "_begin", counted)
    painted(means)
    assert max(on_their_way) == 4


def test_workers_put_files_into_a_store_that_they_reach(
    cluster: LocalCluster, tmp_path: Path, expected: dict[Any, bytes]
) -> None:
    store = f"file://{tmp_path}/store"
    with opened(tmp_path / "one", 1, scheduler=cluster.scheduler_address, store=store, tell=print) as means:
        assert painted(means) == expected
        answers = [data for _, files in means.painter.paint_each([small("another")]) for data in files.values()]
        assert [type(data) for data in answers] == [Stored, Stored]
    with opened(tmp_path / "other", 1, store=store, tell=print) as means:
        assert paint_share(map(small, NAMES), means.cache, means.painter).painted == 0


def test_files_that_the_store_has_lost_are_painted_here(
    cluster: LocalCluster, tmp_path: Path, expected: dict[Any, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = f"file://{tmp_path}/store"
    with opened(tmp_path / "one", 1, scheduler=cluster.scheduler_address, store=store, tell=print) as means:
        monkeypatch.setattr(Home, "read", lambda *_: None)
        assert painted(means) == expected


def test_files_come_back_from_workers_that_do_not_reach_the_store(
    cluster: LocalCluster, tmp_path: Path, expected: dict[Any, bytes]
) -> None:
    store = "memory://of-this-process/alone"
    with opened(tmp_path / "one", 1, scheduler=cluster.scheduler_address, store=store, tell=print) as means:
        ((_, files),) = means.painter.paint_each([small(NAMES[0])])
        assert files[PNG] == expected[NAMES[0], PNG]


def test_a_worker_that_lacks_a_font_is_sent_it(
    means: Means, client: Client, odd: str, expected: dict[Any, bytes]
) -> None:
    client.run(clusters.forget_fonts)
    client.run(clusters.have_fonts, None)
    assert painted(means) == expected
    assert client.run(clusters.kept_fonts)[odd] == [".ttf"] * 3


def test_a_worker_with_another_font_is_refused_by_name(means: Means, client: Client, odd: str) -> None:
    client.run(clusters.have_fonts, "0" * 64, workers=[odd])
    with pytest.raises(OutputError) as caught:
        painted(means)
    _, *told = str(caught.value).splitlines()
    assert len(told) == 1
    assert told[0].strip().startswith(f"{odd} (")
    assert "another font in " in told[0]
    assert "Inter-Regular.ttf" in told[0]


def test_a_worker_with_another_version_is_refused_by_name(
    cluster: LocalCluster, client: Client, odd: str, tmp_path: Path
) -> None:
    client.run(clusters.have_versions, versions() | {"matplotlib": "3.0.1"}, workers=[odd])
    with pytest.raises(OutputError) as caught, opened(tmp_path, 1, scheduler=cluster.scheduler_address, tell=print):
        pass
    _, *told = str(caught.value).splitlines()
    assert len(told) == 1
    assert told[0].strip().startswith(f"{odd} (")
    assert told[0].endswith(f": matplotlib 3.0.1 (here {versions()['matplotlib']})")


def test_a_worker_that_comes_later_is_asked_with_its_first_job(
    means: Means, client: Client, odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "agreed", lambda *_: False)
    client.run(clusters.have_versions, versions() | {"pillow": "1.0"})
    with pytest.raises(OutputError, match=r"came later differs from this machine: pillow 1\.0"):
        painted(means)


def test_nothing_is_left_on_the_cluster_by_who_stops(means: Means, cluster: LocalCluster, tmp_path: Path) -> None:
    each = means.painter.paint_each([small(name) for name in NAMES])
    next(each)
    each.close()
    _until(lambda: not cluster.scheduler.tasks)


def test_an_interruption_leaves_nothing_on_the_cluster(cluster: LocalCluster, client: Client, tmp_path: Path) -> None:
    sandbox = set_up(tmp_path / "stopped")
    with sandbox.started("paint", "--dask", cluster.scheduler_address) as process:
        _until(lambda: cluster.scheduler.tasks, 60)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert errors.startswith("Interrupted")
    _until(lambda: not cluster.scheduler.tasks and {*cluster.scheduler.clients} <= {"fire-and-forget", client.id})


def test_a_fault_of_painting_ends_the_work_and_leaves_nothing(means: Means, cluster: LocalCluster) -> None:
    broken = replace(small("two"), colours={})
    with pytest.raises(KeyError):
        painted(means, [small("one"), broken, small("three")])
    _until(lambda: not cluster.scheduler.tasks)


def test_the_jobs_of_a_worker_that_dies_are_done_again(
    means: Means, expected: dict[Any, bytes], tmp_path: Path
) -> None:
    jobs = [small(name) for name in NAMES]
    jobs[3] = deadly(jobs[3], tmp_path / "lives", 1)
    assert painted(means, jobs) == expected
    assert not list((tmp_path / "lives").iterdir())


def test_a_picture_that_kills_its_worker_twice_is_named(means: Means, tmp_path: Path) -> None:
    jobs = [small("one"), deadly(small("two"), tmp_path / "lives", 9), small("three")]
    with pytest.raises(OutputError, match=r"^two-page-light\.png, two-page-light\.svg: .* killed, twice"):
        painted(means, jobs)
    assert len(list((tmp_path / "lives").iterdir())) == 9 - 2


def test_a_scheduler_without_workers_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_FOR_WORKERS", 0.2)
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=LOOPBACK) as empty:
        address = empty.scheduler_address
        with pytest.raises(OutputError, match=f"^{address}: the scheduler there has no workers; start one with: dask"):
            connect(address, tmp_path)


def test_workers_that_all_go_are_not_waited_for_for_ever(means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_LOOK", 0.05)
    monkeypatch.setattr(workers, "_WITHOUT", 0.1)
    monkeypatch.setattr(means.painter.client, "nthreads", dict)
    monkeypatch.setattr(
        means.painter.client, "submit", partial(means.painter.client.submit, workers=["tcp://127.0.0.1:1"])
    )
    with pytest.raises(OutputError, match="has no workers any more"):
        painted(means)


def test_a_scheduler_that_is_not_there_is_told_of_quickly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(OutputError, match=r"^tcp://127\.0\.0\.1:1: no Dask scheduler answers there .* dask scheduler$"):
        connect("tcp://127.0.0.1:1", tmp_path)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("address", ["nonsense://host:1", "host:port"])
def test_what_is_no_address_is_told(address: str, tmp_path: Path) -> None:
    with pytest.raises((UsageError, OutputError), match=f"^{address}: "):
        connect(address, tmp_path)


def test_dask_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r'not installed; pip install "visavis\[dask\]"$'):
        connect("tcp://127.0.0.1:1", tmp_path)


def connect(address: str, folder: Path) -> None:
    with opened(folder, 1, scheduler=address, tell=print):
        pass


def test_another_visavis_is_one_difference() -> None:
    here = versions()
    other = {name: "another" for name in here if name.startswith("visavis")}
    assert differences(here, here | other) == (f"visavis another (here {here['visavis']})",)
    assert differences(here, here | {"visavis/painting": "another"})[0].startswith("visavis/painting another (here ")
    assert differences(here, {name: value for name, value in here.items() if name != "deflate"}) == (
        f"deflate missing (here {here['deflate']})",
    )


def _until(done: Any, seconds: float = 10) -> None:
    begun = time.monotonic()
    while not done():
        assert time.monotonic() - begun < seconds
        time.sleep(0.02)
