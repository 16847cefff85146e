"""Firefox as Debian has it, without a window, driven by WebDriver BiDi over its own port.

Out: a tab that opens addresses, evaluates scripts in them and keeps what the console said; all ends with the block.
The protocol is JSON over a WebSocket, of which this needs one request at a time; every client library would be larger.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAMS = ("firefox-esr", "firefox")
PATIENCE = 60
# It looks up hosts of its maker at every start; nothing here needs the network, nor pages and processes that are kept
# ready for what may be opened next. What pages are scrolled with takes no
# room, as in the other engines here.
_SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.newtab.preload": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.ipc.processPrelaunch.enabled": False,
    "extensions.update.enabled": False,
    "fission.autostart": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "toolkit.telemetry.enabled": False,
    "ui.useOverlayScrollbars": 1,
}
_TEXT = 0x81  # the frame is whole, and text
_MASKED = 0x80
_CLOSED = 8


def program() -> str | None:
    """The Firefox of this machine."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def missing() -> list[str]:
    """The program, if it is not on this machine."""
    return [] if program() else [PROGRAMS[0]]


class _Socket:
    """A WebSocket: texts out, texts in."""

    def __init__(self, host: str, port: int, path: str) -> None:
        self._socket = socket.create_connection((host, port), timeout=PATIENCE)
        self._file = self._socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            f"GET {path} HTTP/1.1",
            f"Host: {host}:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {key}",
        ]
        self._socket.sendall("\r\n".join([*lines, "", ""]).encode())
        answer = self._file.readline()
        if b" 101 " not in answer:
            raise ConnectionError(answer)
        while self._file.readline().strip():
            pass

    def send(self, text: str) -> None:
        data, mask = text.encode(), os.urandom(4)
        masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))
        size = len(data)
        length = bytes([_MASKED | size]) if size < 126 else bytes([_MASKED | 126]) + size.to_bytes(2, "big")
        self._socket.sendall(bytes([_TEXT]) + length + mask + masked)

    def receive(self) -> str:
        """The next text. ConnectionError: there will be none."""
        text, last = b"", False
        while not last:
            first, second = self._file.read(2)
            size = second
            if size in (126, 127):
                size = int.from_bytes(self._file.read(2 if size == 126 else 8), "big")
            part = self._file.read(size)
            if first & 0xF == _CLOSED:
                raise ConnectionError(part)
            if first & 0xF < _CLOSED:  # neither a ping nor its answer
                text, last = text + part, bool(first & 0x80)
        return text.decode()

    def close(self) -> None:
        self._file.close()
        self._socket.close()


@dataclass
class Tab:
    """A tab of the browser. `said` are the errors and warnings of every page that it showed."""

    socket: _Socket
    context: str = ""
    said: list[str] = field(default_factory=list)
    _asked: int = 0

    def ask(self, method: str, **params: object) -> Any:
        """What WebDriver BiDi answers to one command."""
        self._asked += 1
        self.socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.receive())
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] in ("error", "warn"):
                self.said.append(answer["params"]["text"])
            if answer.get("id") == self._asked:
                if answer["type"] == "error":
                    raise RuntimeError(answer["message"])
                return answer["result"]

    def open(self, address: str) -> None:
        """Opens a page and waits until it is loaded."""
        self.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def evaluate(self, function: str) -> Any:
        """What a function of JavaScript gives in the page, once it is settled: anything that JSON can say."""
        code = f"(async () => JSON.stringify(await ({function})()))()"
        found = self.ask("script.evaluate", expression=code, awaitPromise=True, target={"context": self.context})
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"].get("value", "null"))

    def resize(self, width: int, height: int) -> None:
        """Makes the page that large."""
        self.ask("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})

    def click(self, x: float, y: float) -> None:
        """Presses the main button at a place of the page's visible part."""
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        self._act(
            type="pointer", actions=[move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        )

    def point(self, x: float, y: float) -> None:
        """Moves the pointer to a place of the page's visible part."""
        self._act(type="pointer", actions=[{"type": "pointerMove", "x": round(x), "y": round(y)}])

    def press(self, keys: str, held: str = "") -> None:
        """Presses keys one after the other, while others are held."""
        self._act(type="key", actions=strokes(keys, held))

    def _act(self, **source: object) -> None:
        self.ask("input.performActions", context=self.context, actions=[{"id": str(source["type"]), **source}])


def strokes(keys: str, held: str) -> list[dict[str, str]]:
    """The actions of a keyboard that WebDriver speaks of, in either of its protocols."""
    each = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
    down, up = ([{"type": kind, "value": key} for key in held] for kind in ("keyDown", "keyUp"))
    return [*down, *each, *up]


@contextmanager
def tab(*, dark: bool = False) -> Iterator[Tab]:
    """A tab of Firefox, for visitors who prefer the dark theme or the light one."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        # 0 is dark, 1 is light.
        settings = {**_SETTINGS, "layout.css.prefers-color-scheme.content-override": 0 if dark else 1}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items())
        Path(home, "user.js").write_text("".join(lines), encoding="utf-8")
        with _running(home) as port:
            opened = Tab(_Socket("127.0.0.1", port, "/session"))
            opened.ask("session.new", capabilities={})
            opened.ask("session.subscribe", events=["log.entryAdded"])
            # In the tab that is there from the start the address bar has the focus, and no field ever gets it.
            opened.context = opened.ask("browsingContext.create", type="tab")["context"]
            try:
                yield opened
            finally:
                opened.socket.close()


@contextmanager
def _running(home: str) -> Iterator[int]:
    """Firefox and whatever it starts, until the end of the block; the port at which it listens."""
    command = [program() or PROGRAMS[0], "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", home]
    process = subprocess.Popen(
        command,
        env={**os.environ, "HOME": home},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        errors="replace",
    )
    assert process.stderr
    try:
        yield next(int(found[1]) for line in process.stderr if (found := re.search(r"ws://127\.0\.0\.1:(\d+)", line)))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stderr.close()
