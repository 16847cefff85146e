"""Painted files that lie in the cache: each is read when it is asked for, and none is held in memory.

In: the jobs, the keys of their files and the cache. Out: bytes by (picture, target).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator import files
from generator.painting.cache import Cache
from generator.painting.job import Job
from generator.painting.target import Target
from generator.painting.worker_pool import paint_here

Name = tuple[str, Target]


class KeptFiles(Mapping[Name, bytes]):
    """What the cache has lost, or has no longer whole, is painted anew. OutputError: there is too little memory."""

    def __init__(self, jobs: Iterable[Job], keys: Mapping[Name, str], cache: Cache, told: Mapping[Name, str]) -> None:
        """`told` are hashes (SHA-256) of files that were painted elsewhere, by whoever painted them."""
        self._jobs = {(job.picture, target): job for job in jobs for target in job.targets}
        self._keys, self._cache, self._told = keys, cache, told

    def __getitem__(self, name: Name) -> bytes:
        data = self._cache.get(self._keys[name])
        if data is None or (name in self._told and hashlib.sha256(data).hexdigest() != self._told[name]):
            data = paint_here(replace(self._jobs[name], targets=(name[1],)))[name[1]]
            self._cache.put(self._keys[name], data)
        return data

    def about(self, name: Name) -> files.About | None:
        return None if name in self._told else self._cache.about(self._keys[name])

    def __iter__(self) -> Iterator[Name]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
