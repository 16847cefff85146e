"""Another machine, as far as Python can tell: a clock a year ahead, and folders that list their files backwards.

Python loads this at its start where the folder is in PYTHONPATH, so it holds for every process of a build.
"""

from __future__ import annotations

import datetime
import os
import time
from typing import Any

_AHEAD = 400 * 24 * 60 * 60 + 12345
_time, _localtime, _gmtime, _strftime = time.time, time.localtime, time.gmtime, time.strftime
_listdir, _scandir = os.listdir, os.scandir

time.time = lambda: _time() + _AHEAD
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)  # type: ignore[assignment]
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)  # type: ignore[assignment]
time.strftime = lambda form, when=None: _strftime(form, when or time.localtime())  # type: ignore[assignment]


class _Instances(type):
    """What the real clock made is a datetime too."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, _datetime)


_datetime = datetime.datetime


class _Later(_datetime, metaclass=_Instances):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return _datetime.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return cls.now(datetime.UTC).replace(tzinfo=None)


datetime.datetime = _Later  # type: ignore[misc]


class _Listing(list[Any]):
    """What os.scandir gives: to be walked and closed."""

    def __enter__(self) -> _Listing:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __next__(self) -> Any:
        if not self:
            raise StopIteration
        return self.pop(0)

    def __iter__(self) -> Any:
        return self

    def close(self) -> None:
        self.clear()


def _turned(path: Any = ".") -> Any:
    with _scandir(path) as found:
        return _Listing(sorted(found, key=lambda entry: entry.name, reverse=True))


os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
os.scandir = _turned
