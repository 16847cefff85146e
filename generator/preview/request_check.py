"""Whom the preview answers. Any page that a browser shows may ask a server on the same machine, and by a name of its
own that leads to 127.0.0.1 it could read the answer (DNS rebinding).

In: what the server listens on, and a request. Out: why it is refused, or nothing.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^\[\]:@/?#,\s]+))(?::(?P<port>\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Listening:
    """The host as it was given, and the port as it is."""

    host: str
    port: int

    @property
    def local(self) -> bool:
        """Whether only this machine can ask."""
        return _is_loopback(self.host)

    def refusal(self, environ: Mapping[str, str], own: str) -> str | None:
        """Why a WSGI request is not answered. Paths that begin with `own` are for the preview's own pages alone.

        The headers are those that no script of a page can set.
        """
        host = environ.get("HTTP_HOST", "").lower()
        if not self._is_ours(host):
            return "This is no address of the preview. Open the one that it printed, or name another with --host."
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None and not _is_of(origin.lower(), host):
            return "A page of another site asked for this."
        site = environ.get("HTTP_SEC_FETCH_SITE", "none")
        if site in ("none", "same-origin"):
            return None
        # A link from elsewhere may be followed; what another page loads or frames would be shown or read there.
        followed = environ.get("HTTP_SEC_FETCH_MODE") == "navigate" and environ.get("HTTP_SEC_FETCH_DEST") == "document"
        if followed and not environ["PATH_INFO"].startswith(own):
            return None
        return "A page of another site asked for this."

    def _is_ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        if not found:
            return False
        name = found["six"] or found["name"]
        if self.local:
            return name in _LOCAL | {self.host.lower()} and int(found["port"] or 80) == self.port
        # Beyond this machine a container or a tunnel may have given the port another number.
        return name in _LOCAL | {self.host.lower()} or (self._is_wildcard and (_is_address(name) or _is_machine(name)))

    @property
    def _is_wildcard(self) -> bool:
        return not self.host or (_is_address(self.host) and ip_address(self.host).is_unspecified)


def _is_of(origin: str, host: str) -> bool:
    parts = urlsplit(origin) if origin.isprintable() and origin.count("[") == origin.count("]") else None
    return parts is not None and parts.scheme in ("http", "https") and parts.netloc == host


def _is_loopback(host: str) -> bool:
    return host.lower() == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    """An address leads where it says; only a name can be led elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_machine(name: str) -> bool:
    own = socket.gethostname().lower()
    return name in (own, f"{own}.local")
