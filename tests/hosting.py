"""A host for the published site, as a good one is: compressed text, and the headers that the site asks for.

In: the folder of the site, and a script that every page begins with, if need be. Out: its address on this machine,
below the path that the headers name.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from pathlib import Path

Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
_TEXT = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")

_SCRIPT = "/script-of-the-test.js"  # of the site's origin, whose scripts its policy allows


def headers(site: Path) -> Rules:
    """The rules of _headers: paths of the host, each with its headers."""
    blocks = (site / "_headers").read_text(encoding="utf-8").strip().split("\n\n")
    return tuple((first, tuple(_pair(line) for line in rest)) for first, *rest in (b.splitlines() for b in blocks))


def _pair(line: str) -> tuple[str, str]:
    name, _, value = line.strip().partition(": ")
    return name, value


@functools.lru_cache(256)
def _compressed(data: bytes) -> bytes:
    """Once for each file, however many pages and tests ask for it."""
    return gzip.compress(data, 6, mtime=0)


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, rules: Rules, script: str, **options: object) -> None:
        self.rules = rules
        self.script = script.encode()
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that leaves a page does not wait for the rest of it
            super().handle()

    def do_GET(self) -> None:
        """The file, or the page that says there is none."""
        root = self.rules[0][0].removesuffix("*")
        path = Path(self.directory, self.path.split("?")[0].removeprefix(root).replace("%40", "@"))
        found = path / "index.html" if path.is_dir() else path
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            self.send_response(301)
            self.send_header("Location", self.path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status = 200 if self.path.startswith(root) and found.is_file() else 404
        file = found if status == 200 else Path(self.directory, "404.html")
        if self.script and self.path == _SCRIPT:
            self._answer(200, "text/javascript", self.script)
        else:
            self._answer(status, self.guess_type(str(file)), file.read_bytes())

    def _answer(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if self.script and kind == "text/html":
            data = data.replace(b"<head>", b'<head><script src="%b"></script>' % _SCRIPT.encode(), 1)
        if kind.startswith(_TEXT):
            data = _compressed(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        for pattern, pairs in self.rules:
            for name, value in pairs if fnmatch(self.path, pattern) else ():
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(site: Path, *, script: str = "") -> Iterator[str]:
    """The address of the site, with a closing slash, as long as it is served."""
    rules = headers(site)
    handler = functools.partial(_Host, directory=str(site), rules=rules, script=script)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))  # how long its end may take
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{rules[0][0].removesuffix('*')}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
