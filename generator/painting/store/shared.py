"""A store that is asked many things at a time, and left alone where asking takes longer than painting.

In: where it lies, and who is told what goes wrong. Out: files that were there, whole; others are put there.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from itertools import islice
from typing import TypeVar

from generator.painting.seal import opened, sealed
from generator.painting.store.home import Home, is_wrong
from generator.painting.store.trust import Trust
from generator.painting.threads import Threads
from generator.problems import OutputError, UsageError

T = TypeVar("T")
Tell = Callable[[str], None]

_AT_A_TIME = 16
_WAITING = 64  # files that may wait in memory for being put there
_SECONDS = 20.0
_PROBE = "0" * 64


class SharedStore:
    """The files of a store. Errors are told once and cost time only, unless it is `needed`: then what cannot be put
    there is an OutputError.
    """

    def __init__(self, home: Home, tell: Tell, *, needed: bool = False, seconds: float = _SECONDS) -> None:
        self._home, self._tell_person, self._needed, self._seconds = home, tell, needed, seconds
        self._reading = Trust(self._tell)
        self._writing = Trust(self._tell, patient=needed)
        self._readers, self._writers = Threads(_AT_A_TIME), Threads(_AT_A_TIME)
        self._written: deque[Future[None]] = deque()
        self._told = False

    def check(self) -> None:
        """UsageError: it cannot be there. OutputError: it is needed, and nothing can be put there."""
        what = partial(self._home.write, _PROBE, sealed(_PROBE, b"")) if self._needed else self._looked
        try:
            self._readers.submit(what).result(self._seconds)
        except Exception as error:
            if is_wrong(error):
                raise UsageError(f"{self._home.name}: {self._home.reason(error)}") from None
            if self._needed:
                raise OutputError(f"{self._home.name}: nothing can be put there: {self._home.reason(error)}") from None
            self._reading.failed(self._home.reason(error))
            if isinstance(error, TimeoutError):
                self._reading.lost = self._writing.lost = True

    def take(self, keys: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Those of them that are there and whole, as bytes by key."""
        for key, entry in self._asked(keys, self._home.read):
            if entry is not None:
                data = opened(key, entry)
                if data is None:
                    self._reading.failed("what it gave is damaged")
                else:
                    yield key, data

    def lacking(self, keys: Iterable[str]) -> set[str]:
        """Those of them that are not there."""
        wanted = dict.fromkeys(keys)
        return set(wanted) - {key for key, there in self._asked(wanted, self._home.exists) if there}

    def put_now(self, key: str, data: bytes) -> bool:
        """Puts a file there; whether it is there now. OutputError: it is not, and is needed."""
        return not self._writing.lost and self._finish(self._begun_writing(key, data))

    def put(self, key: str, data: bytes) -> None:
        """Puts a file there, beside whatever goes on. OutputError: it is needed, and cannot be written."""
        if self._writing.lost:
            return
        self._written.append(self._begun_writing(key, data))
        while len(self._written) > _WAITING or (self._written and self._written[0].done()):
            self._finish(self._written.popleft())

    def close(self) -> None:
        """Waits until all is put there. OutputError: it is needed, and some of it cannot be."""
        while self._written and not self._writing.lost:
            self._finish(self._written.popleft())
        self.end()

    def end(self) -> None:
        """Leaves what is not put there yet."""
        for future in self._written:
            future.cancel()
        self._readers.end()
        self._writers.end()

    def _looked(self) -> None:
        self._home.read(_PROBE)

    def _asked(self, keys: Collection[str], ask: Callable[[str], T]) -> Iterator[tuple[str, T]]:
        """What it answers, in the order of the keys, as far as it is worth waiting for."""
        left = iter(keys)
        asked = deque((key, self._begun(ask, key)) for key in islice(left, _AT_A_TIME))
        while asked and not self._reading.lost:
            key, (future, since) = asked.popleft()
            now = time.monotonic()
            try:
                answer = future.result(max(0.0, since + self._seconds - now))
            except Exception as error:
                self._reading.failed(self._home.reason(error), time.monotonic() - now)
            else:
                self._reading.answered(time.monotonic() - now)
                yield key, answer
            asked.extend((key, self._begun(ask, key)) for key in islice(left, 1))

    def _begun(self, ask: Callable[[str], T], key: str) -> tuple[Future[T], float]:
        return self._readers.submit(partial(ask, key)), time.monotonic()

    def _begun_writing(self, key: str, data: bytes) -> Future[None]:
        return self._writers.submit(partial(self._home.write, key, sealed(key, data)))

    def _finish(self, written: Future[None]) -> bool:
        """Whether it is there now. OutputError: it is not, and is needed."""
        now = time.monotonic()
        try:
            written.result(self._seconds)
        except Exception as error:
            if self._needed:
                self.end()
                raise OutputError(f"{self._home.name}: cannot be written: {self._home.reason(error)}") from None
            self._writing.failed(self._home.reason(error), time.monotonic() - now)
            return False
        self._writing.answered(time.monotonic() - now)
        return True

    def _tell(self, why: str) -> None:
        if not self._told:
            self._told = True
            self._tell_person(f"{self._home.name}: {why}; what it does not give is painted here")


def opened_store(address: str, tell: Tell, *, needed: bool = False) -> SharedStore:
    """A store that is there, as far as can be told. UsageError, OutputError."""
    store = SharedStore(Home(address), tell, needed=needed)
    store.check()
    return store
