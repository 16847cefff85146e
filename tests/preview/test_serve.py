"""What a preview tells whoever sits before it, and when; pages, the server and the check are stand-ins."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest
from projects import ROOT, Sandbox

from generator.model.placeholders import PROMPT
from generator.preview.page_worker import Result
from generator.preview.serve import Output, serve
from generator.problems import Place, Problem
from generator.publishers import MKDOCS, Publisher

MODULE = importlib.import_module("generator.preview.serve")  # the function of that name hides it
WRONG = Problem("fault", Place("content/site.yml", 3, 1), "is wrong", "mend it")
GOOD = Path("site-1")


class Stand:
    """What happens to a preview, and what it makes of it."""

    def __init__(self) -> None:
        self.results: list[Result] = []  # of one change after the other
        self.found: tuple[Problem, ...] = ()  # by the check of all sizes
        self.config_inputs: frozenset[Path] = frozenset()
        self.local = True
        self.publisher: Publisher | None = None
        self.told: list[tuple[str, str]] = []
        self.watched: list[str] = []
        self.seen: list[object] = []  # sites and problems, as the browser has them

    @property
    def output(self) -> Output:
        def told(kind: str) -> Callable[[str], None]:
            return lambda words: self.told.append((kind, words))

        return Output(told("result"), told("error"), told("progress"), told("trace"))

    def said(self, kind: str) -> list[str]:
        return [words for one, words in self.told if one == kind]


class Begun:
    """Something that a preview begins and ends."""

    def __init__(self, stand: Stand) -> None:
        self.stand = stand

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to end."""


class Server(Begun):
    url = "http://127.0.0.1:1/"
    builder: Callable[[], None]
    paint: object

    @property
    def listening(self) -> SimpleNamespace:
        return SimpleNamespace(local=self.stand.local)

    def watch(self, path: str) -> None:
        self.stand.watched.append(path)

    watch_slowly = watch

    def show_site(self, site: Path) -> None:
        self.stand.seen.append(site)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.stand.seen.append(problems)

    def run(self) -> None:
        while self.stand.results:
            self.builder()


class Worker(Begun):
    paint = None

    def __init__(self, stand: Stand, publisher: Publisher) -> None:
        super().__init__(stand)
        stand.publisher = publisher

    @property
    def config_inputs(self) -> frozenset[Path]:
        return self.stand.config_inputs

    def run(self) -> Result:
        return self.stand.results.pop(0)


class Check(Begun):
    def stop(self) -> None:
        """It is at nothing."""

    def start(self, tell: Callable[[tuple[Problem, ...]], None]) -> None:
        tell(self.stand.found)


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    stand = Stand()
    monkeypatch.setattr(MODULE, "Server", lambda *_: Server(stand))
    monkeypatch.setattr(MODULE, "PageWorker", lambda _project, _folder, by: Worker(stand, by))
    monkeypatch.setattr(MODULE, "BackgroundCheck", lambda *_: Check(stand))
    return stand


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    shutil.copytree(ROOT / "tests" / "wards", tmp_path / "content")
    return Sandbox(tmp_path)


def previewed(sandbox: Sandbox, stand: Stand, *results: Result, **options: Any) -> None:
    """The preview, for as many changes as there are results."""
    stand.results += results
    serve(sandbox.project, host="127.0.0.1", port=0, output=stand.output, **options)


def test_what_is_wrong_is_told_once_and_then_that_it_is_mended(sandbox: Sandbox, stand: Stand) -> None:
    bad = Result(GOOD, problems=(WRONG,), trace="in the program")
    previewed(sandbox, stand, Result(GOOD, fresh=True), bad, bad, Result(GOOD, fresh=True), Result(GOOD))
    assert stand.seen == [GOOD, (WRONG,), GOOD, ()]
    assert stand.said("error") == [str(WRONG)]
    assert stand.said("trace") == ["in the program"] * 2
    assert [words.partition(" after")[0] for words in stand.said("progress")] == ["Shown", "Shown", "Mended."]
    assert stand.said("result") == ["Preview on http://127.0.0.1:1/ (Ctrl-C ends it)"]


def test_what_the_other_sizes_have_wrong_stays_told_until_they_are_tried_anew(sandbox: Sandbox, stand: Stand) -> None:
    stand.found = (WRONG,)
    previewed(sandbox, stand, Result(GOOD, fresh=True), Result(GOOD, fresh=True))
    assert stand.seen == [GOOD, (WRONG,), GOOD]
    assert stand.said("error") == [str(WRONG)]


def test_content_settings_pages_by_hand_and_what_the_settings_name_are_watched(sandbox: Sandbox, stand: Stand) -> None:
    sandbox.docs.mkdir()
    stand.config_inputs = frozenset({sandbox.root / "hooks.py"})
    previewed(sandbox, stand, Result(GOOD), Result(GOOD))
    named = [sandbox.content, sandbox.project.settings, sandbox.root / "hooks.py", sandbox.docs]
    assert stand.watched == list(map(str, named))


def test_a_preview_that_others_can_read_says_so(sandbox: Sandbox, stand: Stand) -> None:
    stand.local = False
    previewed(sandbox, stand, Result(GOOD))
    assert stand.said("error") == [
        "--host 127.0.0.1: everybody who can reach this machine can read what is not published yet."
    ]


def test_texts_that_nobody_has_replaced_are_counted_by_file(sandbox: Sandbox, stand: Stand) -> None:
    for field in ("tagline", "summary"):
        sandbox.put("roles/ward-nurse.yml", field, f"{PROMPT} it.")
    previewed(sandbox, stand, Result(GOOD))
    file = sandbox.content / "roles" / "ward-nurse.yml"
    assert stand.said("progress") == [
        f"Not written yet: {file} (2). Open them in an editor; each says what belongs where."
    ]


def test_who_cannot_preview_leaves_it_to_mkdocs(
    sandbox: Sandbox, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publishing.check_installed", lambda _: None)
    previewed(sandbox, stand, Result(GOOD), publisher="zensical")
    assert stand.said("progress") == ["MkDocs makes this preview; visavis build has Zensical make the site."]
    assert stand.publisher is MKDOCS
