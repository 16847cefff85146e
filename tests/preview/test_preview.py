"""The live preview without a browser: what is made again after a change, what is told, and what stays."""

from __future__ import annotations

import json
import multiprocessing
import re
import shutil
import socket
import struct
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawings import SHADE, svg
from projects import ROOT, Sandbox, replace, restore_mkdocs_environment, set_up_bakery, snapshot

from generator import files
from generator.manifest import generated
from generator.preview.background_check import BackgroundCheck
from generator.preview.page_worker import PageWorker
from generator.preview.server import Server
from generator.problems.errors import Place, Problem, UsageError

TABLE = "bread-and-cake-comparison-table"
FOLDER = f"infographics/{TABLE}"


@pytest.fixture(scope="module")
def worker_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageWorker]:
    """A preview at work; what starting it costs is paid once."""
    folder = tmp_path_factory.mktemp("preview")
    sandbox = set_up_bakery(folder / "a sandbox", sizes="page, phone")
    for name in ("glossary.yml", "sources.yml"):
        shutil.copy(ROOT / "tests" / "wards" / name, sandbox.content)
    (folder / "room").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        restore_mkdocs_environment(patch)
        with PageWorker(sandbox.project, folder / "room") as worker:
            assert worker.run().fresh
            yield worker


@pytest.fixture
def sandbox(worker_of_all: PageWorker) -> Iterator[Sandbox]:
    """The project of the preview, whole again after the test."""
    sandbox = Sandbox(worker_of_all.project.root)
    before = {name: path.read_bytes() for name, path in files.tree(sandbox.root).items()}
    yield sandbox
    files.remove(sandbox.root, set(files.tree(sandbox.root)) - set(before))
    files.write_changed(sandbox.root, before)


@pytest.fixture
def worker(worker_of_all: PageWorker, sandbox: Sandbox) -> PageWorker:
    return worker_of_all


# --- worker -----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_change_of_a_text_makes_the_pages_that_show_it_and_no_others(sandbox: Sandbox, worker: PageWorker) -> None:
    before = snapshot(sandbox.docs)
    first = worker.run()
    assert first.problems == ()
    stamps = {name: time for name, (_, time) in snapshot(first.site).items()}
    sandbox.put("sources.yml", "publisher", "A publisher as new as can be")
    second = worker.run()
    assert second.fresh
    assert second.site == first.site
    page = second.site / "sources" / "index.html"
    assert "A publisher as new as can be" in page.read_text(encoding="utf-8")
    made = {name for name, (_, time) in snapshot(second.site).items() if stamps.get(name) != time}
    assert str(page) in made
    assert not any("/roles/" in name for name in made)
    index = json.loads((second.site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert any(entry["location"].startswith("roles/") for entry in index["docs"])
    assert [entry["kind"] for entry in index["docs"] if "#row-hours" in entry["location"]] == ["row"]
    assert not worker.run().fresh
    assert snapshot(sandbox.docs) == before
    assert not sandbox.site.exists()


@pytest.mark.slow
def test_no_page_leads_to_what_a_build_alone_makes(sandbox: Sandbox, worker: PageWorker) -> None:
    with (sandbox.content / "site.yml").open("a", encoding="utf-8") as site:
        site.write("offline: true\n")
    result = worker.run()
    assert result.problems == ()
    texts = {path: path.read_text(encoding="utf-8") for path in (result.site / "sources").rglob("*.html")}
    assert texts
    assert [path for path, text in texts.items() if "offline.zip" in text] == []
    assert "offline.zip" not in (result.site / "llms.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_new_logo_is_on_every_page_with_ids_that_stand_there_once(sandbox: Sandbox, worker: PageWorker) -> None:
    first = worker.run()
    inner = f'{SHADE}<path fill="url(#shade)" d="M0 0h10v10z"/><use href="#shade"/>'
    (sandbox.content / "brand" / "logo.svg").write_text(svg(inner), encoding="utf-8")
    second = worker.run()
    assert second.problems == ()
    assert second.site != first.site
    pages = sorted(second.site.rglob("index.html"))
    assert len(pages) > 8
    for page in (page for page in pages if "embed" not in page.parts):
        text = page.read_text(encoding="utf-8")
        assert text.count('<svg class="logo" viewBox="0 0 10 10"') == 2, page  # header and drawer
        ids = re.findall(r' id="(__\w*logo_\w+)"', text)
        assert ids == ["__logo_1", "__drawer_logo_1"]
        assert [f"#{name}" for name in ids] == re.findall(r'fill="url\((.+?)\)"', text)
        assert [f"#{name}" for name in ids] == re.findall(r'<use href="(.+?)"', text)
    assert b"linearGradient" in (second.site / "assets" / "favicon.svg").read_bytes()
    (sandbox.content / "brand" / "logo.svg").write_text(svg('<path onclick="x"/>'), encoding="utf-8")
    assert [problem.code for problem in worker.run().problems] == ["logo-script"]


@pytest.mark.slow
def test_what_is_wrong_is_told_and_the_pages_stay(sandbox: Sandbox, worker: PageWorker) -> None:
    good = worker.run()
    before = snapshot(good.site)
    line = sandbox.edit("glossary.yml", "definition:", "definiton:")
    bad = worker.run()
    assert [(found.code, found.line) for found in bad.problems][-1] == ("unknown-key", line)
    assert bad.site == good.site
    assert snapshot(good.site) == before
    sandbox.edit("glossary.yml", "definiton:", "definition:")
    assert worker.run().problems == ()


@pytest.mark.slow
def test_mkdocs_complaints_are_told_with_the_page(sandbox: Sandbox, worker: PageWorker) -> None:
    page = sandbox.docs / "note.md"
    page.write_text("# A note\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    (problem,) = worker.run().problems
    assert problem.place == Place(page.as_posix())
    assert "'nowhere.md'" in problem.message
    page.write_text("# A note\n\nWith all that it needs.\n", encoding="utf-8")
    result = worker.run()
    assert result.problems == ()
    assert (result.site / "note" / "index.html").is_file()
    page.unlink()
    result = worker.run()
    assert not (result.site / "note").exists()
    (sandbox.root / "overrides" / "main.html").write_text("{% block", encoding="utf-8")
    (problem,) = worker.run().problems
    assert "main.html:1" in problem.message


@pytest.mark.slow
def test_whatever_the_configuration_names_is_followed(sandbox: Sandbox, worker: PageWorker) -> None:
    (sandbox.root / "overrides").rename(sandbox.root / "our theme")
    replace(sandbox.root / "mkdocs.yml", "custom_dir: overrides", "custom_dir: our theme")
    replace(sandbox.root / "mkdocs.yml", "plugins:", "hooks: [hooks/main.py]\nplugins:")
    said = sandbox.root / "hooks" / "words.py"
    hook = b"import words\n\n\ndef on_page_content(html, **_):\n    return html + words.SAID\n"
    files.write(sandbox.root / "hooks" / "main.py", hook)
    for words in ("By a hook", "By a hook that changed"):
        files.write(said, f'SAID = "<p>{words}</p>"\n'.encode())
        result = worker.run()
        assert result.problems == ()
        assert f"<p>{words}</p>" in (result.site / "sources" / "index.html").read_text(encoding="utf-8")
    assert {sandbox.root / "our theme", said.parent} <= worker.config_inputs
    assert not worker.run().fresh
    files.write(sandbox.root / "our theme" / "404.html", b"Nowhere")
    assert (worker.run().site / "404.html").read_text(encoding="utf-8") == "Nowhere"


@pytest.mark.slow
def test_a_broken_picture_is_told_and_not_shown(sandbox: Sandbox, worker: PageWorker) -> None:
    good = worker.run()
    files.write(sandbox.docs / "photo.png", b"version https://git-lfs.github.com/spec/v1")
    bad = worker.run()
    assert [(one.code, Path(one.file).name) for one in bad.problems] == [("broken-file", "photo.png")]
    assert bad.site == good.site
    assert not (bad.site / "photo.png").exists()


@pytest.mark.slow
def test_a_file_that_no_page_shows_is_painted_when_asked_for(worker: PageWorker) -> None:
    site = worker.run().site
    name = f"{FOLDER}/{TABLE}-page-light.png"
    assert not (site / name).exists()
    assert (site / name).with_suffix(".svg").is_file()
    data = worker.paint(name)
    assert data
    assert data.startswith(b"\x89PNG")
    assert worker.paint("no-such.png") is None


@pytest.mark.slow
def test_a_painter_that_was_killed_is_replaced(sandbox: Sandbox, worker: PageWorker) -> None:
    picture = f"{FOLDER}/{TABLE}-page-light.svg"
    before = (worker.run().site / picture).read_bytes()
    (painter,) = multiprocessing.active_children()
    painter.kill()
    painter.join()
    sandbox.put("roles/baker.yml", "tagline", "Looks after everybody")
    while found := worker.run().problems:  # until it is noticed that there is nobody
        assert "was killed" in found[0].message
    site = worker.run().site
    assert "Looks after everybody" in (site / "roles" / "baker" / "index.html").read_text(encoding="utf-8")
    assert (site / picture).read_bytes() != before


@pytest.mark.slow
def test_a_generated_page_never_hides_a_written_one(sandbox: Sandbox, worker: PageWorker) -> None:
    (sandbox.docs / "glossary.md").write_text("# Mine\n", encoding="utf-8")
    (problem,) = worker.run().problems
    assert "hand-written one: glossary.md" in problem.message
    assert generated(sandbox.docs) == ()


@pytest.mark.slow
def test_a_fault_of_ours_is_told_and_the_preview_goes_on(worker: PageWorker, monkeypatch: pytest.MonkeyPatch) -> None:
    good = worker.run()
    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.assemble", lambda *_: {}["no such file"])
        result = worker.run()
    (problem,) = result.problems
    assert (problem.code, result.site) == ("fault", good.site)
    assert "KeyError: 'no such file'" in problem.message
    assert "in _assemble" in result.trace
    assert worker.run().problems == ()


# --- the other sizes --------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_size_is_checked_beside_the_preview(sandbox: Sandbox) -> None:
    line = sandbox.edit("site.yml", "name:", "home: no-such\nname:")
    told: list[tuple[Problem, ...]] = []
    heard = threading.Event()
    with BackgroundCheck(sandbox.project) as sizes:
        sizes.start(lambda problems: (told.append(problems), heard.set()))  # type: ignore[func-returns-value]
        assert heard.wait(60)
    ((problem,),) = told
    assert (problem.code, problem.line) == ("dangling-reference", line)


def test_a_check_that_was_stopped_tells_nothing(sandbox: Sandbox) -> None:
    told: list[tuple[Problem, ...]] = []
    with BackgroundCheck(sandbox.project) as sizes:
        sizes.start(told.append)
    assert told == []


# --- server -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<html><body><p>A page</p></body></html>", encoding="utf-8")
    (site / "404.html").write_text("<html><body><p>No page</p></body></html>", encoding="utf-8")
    with Server("127.0.0.1", 0, "/compare/", tmp_path / "none") as server:
        server.watch(str(site))
        thread = threading.Thread(target=server.run)
        thread.start()
        server.show_site(site)
        assert get(server, "compare/")[0] == 200
        yield server
        server.shutdown()
        thread.join()


def get(server: Server, path: str) -> tuple[int, str]:
    address = server.url.removesuffix("compare/") + path
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_pages_come_with_a_script_as_a_file(server: Server) -> None:
    for path, status, words in (("compare/", 200, "A page"), ("compare/nowhere/", 404, "No page")):
        found, text = get(server, path)
        assert found == status
        assert words in text
        assert '<script src="/_visavis/preview.js" data-shown="' in text
        assert text.endswith("</body></html>")
    assert get(server, "_visavis/preview.js")[0] == 200
    assert get(server, "_visavis/preview.css")[0] == 200
    assert get(server, "compare/../secret")[0] == 404


def test_the_news_wait_until_there_are_any(server: Server) -> None:
    first = json.loads(get(server, "_visavis/news")[1])
    assert first["problems"] == []
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(get(server, f"_visavis/news?after={first['number']}")[1]))
    asking.start()
    server.show_problems((Problem("some-code", Place("content/x.yml", 4, 1), "<b>wrong</b>", "mend it"),))
    asking.join(timeout=30)
    news = json.loads(answers[0])
    assert news["shown"] == first["shown"]
    assert news["problems"][0]["message"] == "<b>wrong</b>"
    server.show_problems(())
    assert json.loads(get(server, "_visavis/news")[1])["problems"] == []


def test_a_browser_that_goes_away_is_nothing_to_tell(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    number = json.loads(get(server, "_visavis/news")[1])["number"]
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server.server_port)) as line:
            line.sendall(
                f"GET /_visavis/news?after={number} HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode()
            )
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # ends with a reset
    server.show_problems(())
    assert get(server, "compare/")[0] == 200
    assert "Traceback" not in capfd.readouterr().err


def test_a_port_that_is_taken_is_told(server: Server, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose another --port"):
        Server("127.0.0.1", server.server_port, "/", tmp_path)


def test_a_file_is_asked_for_only_where_the_site_has_none(server: Server) -> None:
    asked = []

    def paint(name: str) -> bytes | None:
        asked.append(name)
        return b"painted" if name == "x.png" else None

    server.paint = paint
    assert get(server, "compare/x.png") == (200, "painted")
    assert get(server, "compare/index.html")[0] == 200
    assert asked == ["x.png"]
