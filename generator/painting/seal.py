"""What an entry of a store begins with, so that a damaged or half-written one is told from a whole one.

In: a key and bytes. Out: the entry; from an entry the bytes, or None.
"""

from __future__ import annotations

import hashlib

_SIZE = 32


def sealed(key: str, data: bytes) -> bytes:
    """The entry to keep; another key's entry in this one's place is as wrong as a flipped bit."""
    return _checksum(key, data) + data


def opened(key: str, entry: bytes) -> bytes | None:
    """The bytes, or None where they are not whole."""
    data = entry[_SIZE:]
    return data if entry[:_SIZE] == _checksum(key, data) else None


def _checksum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
