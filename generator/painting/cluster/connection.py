"""The way to a Dask scheduler.

In: its address. Out: a client of it, and a painter that uses its workers; both end together.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from generator.painting.cluster.agreement import agreed
from generator.painting.cluster.workers import Cluster
from generator.problems import OutputError, UsageError, one_line, shorten
from generator.surroundings import install

_SECONDS = 5
_FOR_WORKERS = 30
_LENGTH = 200


@contextmanager
def connected(address: str, store: str = "") -> Iterator[Cluster]:
    """The workers of that scheduler as a painter. `store` is the address of one that they may put files into.

    UsageError: Dask is not installed, or that is no address. OutputError: no scheduler is there, or no worker, or a
    worker differs from this machine.
    """
    client = _client(address)
    try:
        _await_workers(client, address)
        agreed(client, (), "")
        yield Cluster(client, address, store)
    finally:
        with suppress(Exception):  # a scheduler that is gone is no fault of what was made
            client.close(timeout=_SECONDS)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(f"--dask takes what is not installed; {install('dask')}") from None
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told by us, once
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions that differ, which are compared here
            return Client(address, timeout=_SECONDS, set_as_default=False, name="visavis")
    except (OSError, TimeoutError) as error:
        told = shorten(one_line(str(error)), _LENGTH)
        raise OutputError(
            f"{address}: no Dask scheduler answers there ({told}); start one with: dask scheduler"
        ) from None
    except (ValueError, TypeError) as error:
        told = shorten(one_line(str(error)), _LENGTH)
        raise UsageError(f"{address}: is no address of a scheduler, such as tcp://host:8786 ({told})") from None


def _await_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_FOR_WORKERS)
    except (OSError, TimeoutError):
        raise OutputError(
            f"{address}: the scheduler there has no workers; start one with: dask worker {address} --nthreads 1"
        ) from None
