"""A file of a person's that a command writes anew: nothing of it is ever lost.

In: the file's path and its new bytes. Out: the new file whole in the place of the old one, which stays beside it unless
it is one that a command has made and nobody has changed since.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator import files
from generator.painting import Cache
from generator.problems import OutputError, UsageError
from generator.surroundings import reason


def read(file: Path) -> bytes:
    """The file's bytes. UsageError: there is no such file. OutputError."""
    if file.is_dir():
        raise UsageError(f"{file} is a folder; name the file in it")
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file")
    try:
        return file.read_bytes()
    except OSError as error:
        raise OutputError(f"{file}: cannot be read: {reason(error)}") from error


def check_closed(file: Path) -> None:
    """UsageError: a program has the file open and would write over what comes new."""
    for lock in (f"~${file.name}", f"~${file.name[2:]}", f".~lock.{file.name}#"):
        if file.with_name(lock).exists():
            raise UsageError(f"{file} is open in another program: close it there, or remove {file.with_name(lock)}")


def replace(target: Path, data: bytes, source: Path, read_before: bytes) -> Path | None:
    """Writes `data`, made of the bytes that were read of `source`; what stood in `target` stays beside it. Says where.

    UsageError: `source` has been changed in the meantime.
    """
    target = target.resolve()  # a link stays one
    former = read(target) if target.is_file() else None
    if former == data:
        return None
    if former is not None and target == source.resolve() and former != read_before:
        raise UsageError(f"{source} has been changed in the meantime; nothing was written")
    return _put(target, data, former)


def make(target: Path, data: bytes, cache: Cache) -> Path | None:
    """Writes `data`, and notes it in the cache. What stood in `target` stays beside it, unless it is what has been made
    there before, as the cache knows. Says where.
    """
    target = target.resolve()
    former = read(target) if target.is_file() else None
    ours = former is not None and (former == data or cache.get(_made(former)) is not None)
    with suppress(OutputError):  # a copy too many next time
        cache.put(_made(data), b"")  # first: whoever is killed after it has made nothing that is not known
    return _put(target, data, former, spare=ours)


def _made(data: bytes) -> str:
    """By what the cache knows a file that a command has made: a hash, so that it need not be there a second time."""
    return files.digest([("made", data)])


def _put(target: Path, data: bytes, former: bytes | None, *, spare: bool = False) -> Path | None:
    """Writes `data` in the place of what was there `former`, of which a copy stays unless there is one to `spare`."""
    if former is None:
        files.write(target, data)
        return None
    mode, copy = target.stat().st_mode & 0o777, None
    if not spare:
        copy = _free(target)
        files.write(copy, former, mode)
    files.write(target, data, mode)
    return copy


def _free(target: Path) -> Path:
    """A name for a copy that no file has."""
    number = 1
    while (copy := target.with_name(f"{target.stem}.bak-{number}{target.suffix}")).exists():
        number += 1
    return copy
