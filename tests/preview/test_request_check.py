"""The preview answers its own pages and the person at this machine, and nobody else's page."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from projects import restore_mkdocs_environment, set_up

from generator import preview
from generator.preview.page_worker import PageWorker
from generator.preview.request_check import Listening
from generator.preview.server import Server

PATHS = ("/", "/index.html", "/_visavis/news", "/_visavis/preview.js", "/livereload/0/0", "/picture.png", "/nowhere")


@contextmanager
def running(folder: Path, host: str) -> Iterator[Server]:
    (folder / "index.html").write_text("<html><body><p>A draft</p></body></html>", encoding="utf-8")
    with Server(host, 0, "/", folder) as server:
        server.watch(str(folder))
        server.paint = lambda name: b"painted" if name == "picture.png" else None
        thread = threading.Thread(target=server.run)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("site"), "127.0.0.1") as server:
        yield server


def ask(server: Server, path: str, *lines: str) -> tuple[int, str]:
    """Status and body of what is answered to precisely these lines; PORT stands for the server's."""
    head = "\r\n".join([f"GET {path} HTTP/1.1", *lines, "", ""]).replace("PORT", str(server.server_port))
    with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=30)) as line:
        line.sendall(head.encode("latin-1"))
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    first, _, rest = answer.partition(b"\r\n")
    return int(first.split()[1]), rest.partition(b"\r\n\r\n")[2].decode()


REFUSED = {
    "a name that leads here": ["Host: drafts.example:PORT"],
    "a name without a port": ["Host: drafts.example"],
    "another port": ["Host: 127.0.0.1:1"],
    "no port": ["Host: localhost"],
    "an address of the network": ["Host: 192.168.1.7:PORT"],
    "a name that begins like ours": ["Host: localhost.example:PORT"],
    "a name that ends like ours": ["Host: example-localhost:PORT"],
    "a user before the host": ["Host: localhost:PORT@drafts.example"],
    "two hosts": ["Host: localhost:PORT", "Host: drafts.example"],
    "nothing": [],
    "an empty host": ["Host:"],
    "another origin": ["Host: localhost:PORT", "Origin: http://drafts.example"],
    "an origin on another port": ["Host: localhost:PORT", "Origin: http://localhost:1"],
    "our other name as the origin": ["Host: localhost:PORT", "Origin: http://127.0.0.1:PORT"],
    "an origin that is not told": ["Host: localhost:PORT", "Origin: null"],
    "an origin that is none": ["Host: localhost:PORT", "Origin: http://[localhost:PORT"],
    "a script of another site": ["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"],
    "a page of another port": ["Host: localhost:PORT", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"],
    "a frame of another site": [
        "Host: localhost:PORT",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: iframe",
    ],
}
ANSWERED = {
    "localhost": ["Host: localhost:PORT"],
    "in capitals": ["Host: LocalHost:PORT"],
    "the address": ["Host: 127.0.0.1:PORT"],
    "the other address": ["Host: [::1]:PORT"],
    "an origin of ours": ["Host: localhost:PORT", "Origin: http://localhost:PORT"],
    "a page of ours": ["Host: localhost:PORT", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"],
    "a typed address": ["Host: localhost:PORT", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate"],
}
FOLLOWED = [
    "Host: localhost:PORT",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Mode: navigate",
    "Sec-Fetch-Dest: document",
]


@pytest.mark.parametrize("lines", REFUSED.values(), ids=REFUSED)
def test_a_page_of_somebody_else_reads_nothing(server: Server, lines: list[str]) -> None:
    for path in PATHS:
        status, body = ask(server, path, *lines)
        assert status == 403, path
        assert "draft" not in body
        assert "example" not in body


@pytest.mark.parametrize("lines", ANSWERED.values(), ids=ANSWERED)
def test_this_machine_is_answered(server: Server, lines: list[str]) -> None:
    assert "A draft" in ask(server, "/", *lines)[1]
    assert ask(server, "/_visavis/news", *lines)[0] == 200
    assert ask(server, "/picture.png", *lines) == (200, "painted")
    assert ask(server, "/nowhere", *lines)[0] == 404


def test_a_link_from_elsewhere_leads_to_a_page_and_to_nothing_of_the_previews_own(server: Server) -> None:
    assert ask(server, "/", *FOLLOWED)[0] == 200
    assert ask(server, "/_visavis/news", *FOLLOWED)[0] == 403


def answers(host: str, asked: str) -> bool:
    return Listening(host, 8000).refusal({"HTTP_HOST": asked, "PATH_INFO": "/"}, "/_visavis/") is None


def test_a_wider_host_is_answered_by_its_name_and_by_addresses() -> None:
    own = socket.gethostname()
    for host in ("0.0.0.0", "::", ""):
        assert not Listening(host, 8000).local
        for asked in ("192.168.1.7:8000", "[fe80::1]:8000", "localhost:9000", f"{own}:8000", f"{own}.local"):
            assert answers(host, asked), asked
        for asked in ("drafts.example:8000", f"{own}.example:8000", "[drafts.example]:8000"):
            assert not answers(host, asked), asked
    assert answers("editor.example", "Editor.example:8000")
    assert answers("192.168.1.7", "192.168.1.7:8000")
    assert not answers("192.168.1.7", "192.168.1.8:8000")
    assert answers("127.0.0.2", "127.0.0.2:8000")


@pytest.mark.parametrize(("host", "said"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_a_wider_host_says_so(host: str, said: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended(Exception):
        pass

    def end(*_: object) -> None:
        raise Ended

    restore_mkdocs_environment(monkeypatch)
    monkeypatch.setattr(PageWorker, "run", end)
    told: list[str] = []
    output = preview.Output(*[told.append] * 4)
    with pytest.raises(Ended):
        preview.serve(set_up(tmp_path / "a sandbox").project, host=host, port=0, output=output)
    assert ("everybody who can reach this machine" in " ".join(told)) is said
