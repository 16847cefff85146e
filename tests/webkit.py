"""WebKit, Safari's engine, as Debian has it: WebKitGTK's small browser on a screen in memory, driven by WebDriver.

Out: a window that opens addresses, evaluates scripts in them and moves its pointer; every process ends with it.
The protocol is a handful of requests; selenium would bring a dozen packages for them, and warns of itself.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firefox import strokes

PROGRAMS = ("WebKitWebDriver", "Xvfb")
PATIENCE = 60
# A window below the screen's pointer has the focus. The pointer is in the middle of the screen; the browser's own bar
# is moved there, so that it points at nothing of a page.
_POINTER = 1500
# The bar's buttons would keep a window from being as narrow as a phone.
_BAR = "* { border-width: 0; font-size: 1px; margin: 0; min-height: 0; min-width: 0; padding: 0 }"


def missing() -> list[str]:
    """The programs that are needed and not here."""
    return [name for name in PROGRAMS if not shutil.which(name)]


@dataclass(frozen=True)
class Window:
    """A window of the browser."""

    port: int
    session: str = ""

    def ask(self, method: str, path: str, body: dict[str, object] | None = None) -> Any:
        """What WebDriver answers to one request of this session."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, self.session + path, json.dumps(body) if body is not None else None)
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        finally:
            connection.close()
        if answer.status != 200:
            raise RuntimeError(value)
        return value

    def open(self, address: str) -> None:
        """Opens a page and waits until it is loaded."""
        self.ask("POST", "/url", {"url": address})

    def evaluate(self, function: str, *values: object) -> Any:
        """What a function of JavaScript returns in the page."""
        return self.ask("POST", "/execute/sync", {"script": f"return ({function})(...arguments)", "args": values})

    def wait(self, function: str) -> None:
        """Waits until a function of JavaScript returns something true in the page."""
        _until(lambda: self.evaluate(function))

    def resize(self, width: int, height: int) -> None:
        """Makes the page's part of the window that large."""
        across, down = self.evaluate("() => [outerWidth - innerWidth, outerHeight - innerHeight]")  # not the page's
        place = {"x": _POINTER - 2, "y": _POINTER - 2}
        self.ask("POST", "/window/rect", place | {"width": width + across, "height": height + down})
        self.wait(f"() => innerWidth === {width} && innerHeight === {height}")

    def click(self, x: float, y: float) -> None:
        """Presses the main button at a place of the page's visible part."""
        self.point(x, y)
        self._act("pointer", [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def point(self, x: float, y: float) -> None:
        """Moves the pointer to a place of the page's visible part."""
        self._act("pointer", [{"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)}])

    def press(self, keys: str, held: str = "") -> None:
        """Presses keys one after the other, while others are held."""
        self._act("key", strokes(keys, held))

    def _act(self, kind: str, actions: Sequence[dict[str, Any]]) -> None:
        self.ask("POST", "/actions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})


@contextmanager
def window(*, dark: bool = False) -> Iterator[Window]:
    """A window of WebKit, for visitors who prefer the dark theme or the light one.

    The sandbox is left out: it refuses root, and the only pages are the site's own.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, _screen() as display:
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        folders = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), home)
        settings = {"DISPLAY": display, "GDK_BACKEND": "x11", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        settings["WEBKIT_DISABLE_DMABUF_RENDERER"] = "1"  # it takes twice as long without a graphics card
        settings["GTK_THEME"] = "Adwaita:dark" if dark else "Adwaita"
        styles = Path(home, "gtk-3.0", "gtk.css")
        styles.parent.mkdir()
        styles.write_text(_BAR, encoding="utf-8")
        port = _free_port()
        with _running(["WebKitWebDriver", f"--port={port}"], env=kept | folders | settings):
            driver = Window(port)
            _until(lambda: _ready(driver))
            made = driver.ask("POST", "/session", {"capabilities": {"alwaysMatch": {"browserName": "MiniBrowser"}}})
            opened = Window(port, f"/session/{made['sessionId']}")
            try:
                yield opened
            finally:
                with suppress(OSError):  # it has gone; so will the browser, with its screen
                    opened.ask("DELETE", "")


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen in memory, which finds a free number itself."""
    said, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{2 * _POINTER}x{2 * _POINTER}x24", "-nolisten", "tcp"]
    with open(said) as numbers, _running(command, pass_fds=[told]):
        os.close(told)
        yield f":{numbers.readline().strip()}"


@contextmanager
def _running(command: list[str], **options: Any) -> Iterator[None]:
    """A program and whatever it starts, until the end of the block."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        **options,
    )
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ready(driver: Window) -> bool:
    with suppress(OSError):
        return bool(driver.ask("GET", "/status"))
    return False


def _until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)
