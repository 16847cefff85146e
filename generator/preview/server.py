"""MkDocs' live reload server with two changes: its script is a file, since the pages' policy forbids inline ones, and
it tells the page what is wrong too.

In: a host, a port, the path of the site on it and its folder. Out: pages with the preview's script, and below
/_visavis/ that script, its style sheet and the news: `{number, shown, problems}`, answered when `number` has changed.
Whoever may not ask (request_check.py) gets 403.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterable
from mimetypes import guess_type
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

from mkdocs.livereload import LiveReloadServer

from generator.preview.request_check import Listening
from generator.problems import Problem, UsageError
from generator.reporting import Context, records

_OWN = "/_visavis/"
_FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}
_NEWS_TIMEOUT = 30.0
# A save is seen after half of this on average; MkDocs looks twice a second, which does for what is large and changes
# seldom. MkDocs brings the polling along (watchdog), and it sees what is changed on network drives and from outside a
# container too, of which the kernel tells nothing. watchfiles would be a compiled package more, to save that half.
_POLL = 0.1
_SLOW_POLL = 0.5
_DIGEST = re.compile(r"[.-][0-9a-f]{8}\.(min\.)?\w+$")
_EMPTY = (
    b"<!doctype html><html lang='en'><title>Preview</title><body><p>There is nothing to show yet.</p></body></html>"
)


class Server(LiveReloadServer):
    """Bound when made; `serve` runs until interrupted. UsageError: host or port cannot be used."""

    def __init__(self, host: str, port: int, mount: str, root: Path) -> None:
        super().__init__(lambda: None, host, port, str(root), mount, polling_interval=_POLL, shutdown_delay=0.1)
        try:
            super().server_bind()
            super().server_activate()
        except (OSError, OverflowError) as error:
            self.server_close()
            raise UsageError(f"{host}:{port} cannot be used: {error}; choose another --port or --host") from error
        self.listening = Listening(host, self.server_port)
        self.build_delay = 0.05
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}{self.mount_path}"
        self.error_handler = self._missing
        self._running = threading.Event()
        self._news = threading.Condition()
        self._number, self._shown = 1, str(time.time_ns())
        self._problems: tuple[Problem, ...] = ()
        self.paint: Callable[[str], bytes | None] = lambda _: None
        self._slow_observer = type(self.observer)(timeout=_SLOW_POLL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.serve_thread.ident is None:
            self.server_close()
            return
        # A thread that is still on its way would find its socket closed.
        while self.serve_thread.is_alive() and not self._running.wait(_POLL):
            pass
        self.shutdown()

    def service_actions(self) -> None:
        """Called again and again from when requests are answered."""
        self._running.set()

    def watch_slowly(self, path: str) -> None:
        """Watch a folder that has many files and seldom changes."""
        usual, self.observer = self.observer, self._slow_observer
        self.watch(path)
        self.observer = usual

    def run(self) -> None:
        """Look for changes and answer browsers until interrupted."""
        self._slow_observer.start()
        self.serve()  # type: ignore[no-untyped-call]

    def shutdown(self, wait: bool = False) -> None:
        """Stop looking and answering."""
        self._slow_observer.stop()
        super().shutdown(wait)

    def server_bind(self) -> None:
        """Done already: a port that is taken is told before anything is painted, and early browsers wait."""

    def server_activate(self) -> None:
        """Done already."""

    def show_site(self, site: Path) -> None:
        """These are the good pages now; browsers load them anew."""
        with self._news:
            self.root, self._shown = str(site), str(time.time_ns())
            self._change(self._problems)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """The pages stay, and the problems stand above them."""
        with self._news:
            self._change(problems)

    def _change(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self._number += 1
        self._news.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """A page or a file, which no browser may keep unless its name changes with it, or one of the preview's own."""
        path = environ["PATH_INFO"]
        if refusal := self.listening.refusal(environ, _OWN):
            start_response(
                "403 Forbidden", [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
            )
            return [refusal.encode()]
        keep = "max-age=3600" if _DIGEST.search(path) else "no-store"

        def start(status: str, headers: list[tuple[str, str]]) -> Any:
            return start_response(status, [*headers, ("Cache-Control", keep)])

        name = path.removeprefix(_OWN)
        if name in _FILES and path != name:
            start("200 OK", [("Content-Type", f"{_FILES[name]}; charset=utf-8")])
            return [Path(__file__).with_name(name).read_bytes()]
        if path == _OWN + "news":
            start("200 OK", [("Content-Type", "application/json")])
            return [self._news_after(parse_qs(environ.get("QUERY_STRING", "")).get("after", [""])[0])]
        if (name := path.removeprefix(self.mount_path)) != path and not Path(self.root, name).exists():
            data = self.paint(name)
            if data is not None:
                start("200 OK", [("Content-Type", guess_type(name)[0] or "application/octet-stream")])
                return [data]
        found: Iterable[bytes] = super().serve_request(environ, start)
        return found

    def _news_after(self, after: str) -> bytes:
        with self._news:
            self._news.wait_for(lambda: str(self._number) != after, timeout=_NEWS_TIMEOUT)
            news = {
                "number": str(self._number),
                "shown": self._shown,
                "problems": records(self._problems, Context(page="")),
            }
        return json.dumps(news).encode()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        own = f'<script src="{_OWN}preview.js" data-shown="{self._shown}"></script>'
        own += f'<link rel="stylesheet" href="{_OWN}preview.css">'
        head, _, tail = content.rpartition(b"</body>")
        return head + own.encode() + b"</body>" + tail

    def _missing(self, code: int) -> bytes:
        page = Path(self.root, "404.html")
        found = page.read_bytes() if page.is_file() else _EMPTY
        return self._inject_js_into_html(found, 0)
