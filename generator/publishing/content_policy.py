"""A Content-Security-Policy as browsers read it, as far as a page's own files and words concern it.

In: its text. Out: whether a page may load an address, and whether a script or style in its text is heeded.
"""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import urlsplit

# Which directive decides where the first is not there, as CSP says it.
_FALLBACKS = {
    "script-src-elem": ("script-src", "default-src"),
    "script-src-attr": ("script-src", "default-src"),
    "style-src-elem": ("style-src", "default-src"),
    "style-src-attr": ("style-src", "default-src"),
    "frame-src": ("child-src", "default-src"),
    "base-uri": (),
    "form-action": (),
}


class Policy:
    """A Content-Security-Policy: by directive the sources that are allowed."""

    def __init__(self, text: str) -> None:
        self._sources: dict[str, tuple[str, ...]] = {}
        for part in text.split(";"):
            if words := part.split():
                self._sources.setdefault(words[0].lower(), tuple(words[1:]))

    def loads(self, directive: str, target: str, page: str) -> bool:
        """Whether something at the address `target` may be loaded by the page at the address `page`."""
        sources = self._of(directive)
        return sources is None or any(_matches(source, target, page) for source in sources)

    def runs(self, directive: str, text: str) -> bool:
        """Whether a script or style that stands in the page itself is heeded."""
        sources = self._of(directive)
        if sources is None:
            return True
        hashes = {source for source in sources if source.startswith(("'sha256-", "'sha384-", "'sha512-"))}
        if directive.endswith("-attr") and "'unsafe-hashes'" not in sources:
            return not hashes and "'unsafe-inline'" in sources
        if any(_digest(each, text) == each for each in hashes):
            return True
        return not hashes and "'unsafe-inline'" in sources

    def _of(self, directive: str) -> tuple[str, ...] | None:
        for name in (directive, *_FALLBACKS.get(directive, ("default-src",))):
            if name in self._sources:
                return self._sources[name]
        return None


def _digest(source: str, text: str) -> str:
    """The text's own source expression, made the way of another one."""
    way = source[1:7]
    return f"'{way}-{base64.b64encode(hashlib.new(way, text.encode()).digest()).decode()}'"


def _matches(source: str, target: str, page: str) -> bool:
    wanted, home = urlsplit(target), urlsplit(page)
    if source == "'self'":
        return wanted[:2] == home[:2]
    if source.startswith("'"):
        return False
    if source == "*":
        return wanted.scheme in ("http", "https")
    if source.endswith(":"):
        return wanted.scheme == source[:-1].lower()
    allowed = urlsplit(source if "//" in source else f"{home.scheme}://{source}")
    host, name = (allowed.hostname or ""), (wanted.hostname or "")
    same_host = name.endswith(host[1:]) if host.startswith("*.") else name == host
    path = allowed.path
    within = not path or (wanted.path.startswith(path) if path.endswith("/") else wanted.path == path)
    return wanted.scheme == allowed.scheme and wanted.port == allowed.port and same_host and within
