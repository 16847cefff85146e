"""What an entry of a store begins with, so that a damaged or half-written one is told from a whole one.

In: a key and bytes. Out: the entry; from an entry the bytes, or None; from its beginning alone the hash of the bytes.
"""

from __future__ import annotations

import hashlib

_SIZE = 32
HEAD = 2 * _SIZE


def sealed(key: str, data: bytes) -> bytes:
    """The entry to keep; another key's entry in this one's place is as wrong as a flipped bit."""
    digest = hashlib.sha256(data).digest()
    return digest + _checksum(key, digest, len(data)) + data


def opened(key: str, entry: bytes) -> bytes | None:
    """The bytes, or None where they are not whole."""
    data = entry[HEAD:]
    return data if told(key, entry[:HEAD], len(data)) == hashlib.sha256(data).hexdigest() else None


def told(key: str, head: bytes, size: int) -> str | None:
    """The hash (SHA-256) of the bytes that were kept, by the first `HEAD` bytes of the entry, which so many follow.

    None: it is not whole.
    """
    digest = head[:_SIZE]
    return digest.hex() if len(head) == HEAD and head[_SIZE:] == _checksum(key, digest, size) else None


def _checksum(key: str, digest: bytes, size: int) -> bytes:
    return hashlib.sha256(f"{key} {size} ".encode() + digest).digest()
