"""Where the entries of a store lie: objects below an address, reached through fsspec.

In: an address such as s3://bucket/prefix. Out: entries read and written; errors in words that hold nothing secret.
"""

from __future__ import annotations

import os
import re
from typing import Any

from generator.problems import UsageError, one_line, shorten
from generator.surroundings import install

_LENGTH = 200  # of what a library says
# What may not stand in any message, wherever a library has it from.
_SECRETS = ("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID")
_SHORT = 8  # what is that short is a word of somebody's test
# So that what does not answer is given up; we do not trust a library's own patience alone.
_OPTIONS: dict[str, dict[str, Any]] = {
    "s3": {
        "skip_instance_cache": True,  # it holds whatever the environment said when it was made
        "use_listings_cache": False,
        "config_kwargs": {"connect_timeout": 5, "read_timeout": 15, "retries": {"max_attempts": 1}},
    },
    "file": {"auto_mkdir": True},
}
_OURS = ("s3", "s3a")
_RIGHTS = "; it takes s3:GetObject and s3:ListBucket to read, s3:PutObject to write"
_LIKELY = ("s3", "gs", "abfs", "sftp", "file", "memory")


class Home:
    """The place itself. Its methods raise whatever the libraries raise; `reason` says what that was."""

    def __init__(self, address: str) -> None:
        """UsageError: there is no such kind of place, or what reaches it is not installed."""
        protocol, _, rest = address.partition("://")
        self.name, self._is_s3 = shown(address), protocol in _OURS
        if not rest.strip("/"):
            raise UsageError(f"{self.name}: names no bucket or folder; say {protocol}://name")
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise UsageError(f"{self.name}: {_missing('s3', ImportError())}") from None
        try:
            self._system, root = url_to_fs(address, **_OPTIONS.get(protocol, {}))
        except ImportError as error:
            raise UsageError(f"{self.name}: {_missing(protocol, error)}") from None
        except ValueError:
            raise UsageError(
                f'{self.name}: "{protocol}" is no kind of place that is known here; there are'
                f" {', '.join(_LIKELY)} and whatever else fsspec has"
            ) from None
        self._root = str(root).rstrip("/")

    def read(self, key: str) -> bytes | None:
        """The entry, or None where there is none."""
        try:
            return bytes(self._system.cat_file(self._path(key)))
        except FileNotFoundError as error:
            if is_wrong(error):
                raise
            return None

    def exists(self, key: str) -> bool:
        """Whether there is an entry, of which nothing is read."""
        try:
            self._system.info(self._path(key))
        except FileNotFoundError as error:
            if is_wrong(error):
                raise
            return False
        return True

    def write(self, key: str, entry: bytes) -> None:
        """Puts an entry there, in the place of another one of that key."""
        self._system.pipe_file(self._path(key), entry)

    def reason(self, error: BaseException) -> str:
        """What went wrong, in words that hold nothing secret."""
        if is_wrong(error):
            return "there is no such bucket"
        if isinstance(error, TimeoutError):
            return "it does not answer"
        said = shorten(_safe(one_line(str(error))), _LENGTH) or type(error).__name__
        if not isinstance(error, PermissionError):
            return said
        return f"not allowed: {said}" + (_RIGHTS if self._is_s3 else "")

    def _path(self, key: str) -> str:
        return f"{self._root}/{key[:2]}/{key[2:]}"


def shown(address: str) -> str:
    """An address without what may be secret in it: a password before the host, a signature behind the path."""
    return _safe(address.partition("?")[0])


def is_wrong(error: BaseException) -> bool:
    """Whether the address itself is, so that waiting does not help.

    S3 tells a bucket that is not there from an object that is not; both arrive as FileNotFoundError.
    """
    answer = getattr(error.__cause__, "response", None)
    return isinstance(answer, dict) and answer.get("Error", {}).get("Code") in ("NoSuchBucket", "InvalidBucketName")


def _safe(text: str) -> str:
    for name in _SECRETS:
        if len(value := os.environ.get(name, "")) > _SHORT:
            text = text.replace(value, "…")
    return re.sub(r"(?<=[\w/=])\?\S*", "", re.sub(r"(?<=://)[^/\s]*@", "", text))


def _missing(protocol: str, error: ImportError) -> str:
    known = install("store") if protocol in _OURS else one_line(str(error))
    return f"what reaches such places is not installed; {known}"
