"""What a worker of a cluster answers and paints, asked in this process; and what a build makes of the answers."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from projects import BRAND
from small_jobs import PNG, SVG, small

from generator import files
from generator.brand import Weight
from generator.layout.text import Fonts
from generator.painting.cluster import agreement, worker
from generator.painting.cluster.agreement import agreed
from generator.painting.cluster.task import Answer, Font, Lacking, Question, Task, Unlike
from generator.painting.cluster.token import finds, leave
from generator.painting.cluster.versions import versions
from generator.painting.painter import Stored
from generator.painting.store.home import Home
from generator.painting.worker_pool import paint_here
from generator.problems import OutputError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A worker's own folder; nothing of this process is set as a worker sets it."""
    monkeypatch.setattr(worker, "_local_folder", lambda: tmp_path / "worker")
    monkeypatch.setattr(worker, "_keep_memory", lambda: None)
    monkeypatch.setattr(worker, "keep_in", lambda folder: None)
    return tmp_path / "worker"


def fonts() -> dict[Weight, Font]:
    found = Fonts(BRAND).files
    return {
        weight: Font(str(path), files.content_digest(path), rank) for rank, (weight, path) in enumerate(found.items())
    }


def task(**changed: Any) -> Task:
    keys = {PNG: "0" * 64, SVG: "1" * 64}
    return replace(Task(small("one"), fonts(), versions(), keys, ""), **changed)


def test_a_task_gives_the_bytes_of_this_machine() -> None:
    assert worker.paint(task()) == paint_here(small("one"))
    assert worker.paint(task()) == paint_here(small("one"))  # with the fonts that it has kept


def test_files_go_into_a_store_that_there_is(tmp_path: Path) -> None:
    store = f"file://{tmp_path}/store"
    found = worker.paint(task(store=store))
    assert isinstance(found, dict)
    assert {type(one) for one in found.values()} == {Stored}
    assert all(Home(store).read(key) is not None for key in task().keys.values())


def test_a_font_that_a_worker_has_not_or_has_otherwise_is_asked_for_and_then_taken(folder: Path) -> None:
    moved = {weight: replace(font, path=f"/nowhere/{weight}.ttf") for weight, font in fonts().items()}
    asked = worker.paint(task(fonts=moved))
    assert asked == Lacking(frozenset(font.digest for font in moved.values()))
    sent = {weight: replace(font, data=Path(fonts()[weight].path).read_bytes()) for weight, font in moved.items()}
    assert worker.paint(task(fonts=sent)) == paint_here(small("one"))
    assert len([*(folder / "visavis").glob("*.ttf")]) == len(sent)


def test_a_worker_of_another_version_paints_nothing() -> None:
    name = next(iter(versions()))
    answer = worker.paint(task(versions={**versions(), name: "0.0"}))
    assert isinstance(answer, Unlike)
    assert answer.differences == (f"{name} {versions()[name]} (here 0.0)",)


def test_a_worker_says_what_it_has(tmp_path: Path) -> None:
    store = f"file://{tmp_path}/store"
    one, *rest = fonts().values()
    token = leave(store)
    answer = worker.describe(Question((replace(one, digest="0" * 64), *rest), store, token))
    assert answer == Answer(versions(), (one.path,), True)
    assert worker.describe(Question((replace(one, path="/nowhere.ttf"),), "", "")) == Answer(versions(), (), False)


def test_a_token_is_found_where_it_was_left_and_nowhere_else(tmp_path: Path) -> None:
    store = f"file://{tmp_path}/store"
    token = leave(store)
    assert finds(store, token)
    assert not finds(store, token[::-1])
    assert not finds(f"file://{tmp_path}/another", token)
    assert not finds(store, "")


def test_a_store_that_cannot_be_reached_has_no_token() -> None:
    assert leave("nothing-of-the-kind://x") == ""
    assert not finds("nothing-of-the-kind://x", "a token")


class Client:
    """Workers that answer so."""

    def __init__(self, **answers: Any) -> None:
        self._answers = answers

    def run(self, *_: object, on_error: str) -> dict[str, Any]:
        assert on_error == "return"
        return self._answers

    def scheduler_info(self, **_: object) -> dict[str, Any]:
        return {"workers": {address: {"name": address} for address in self._answers}}


GOOD = Answer(versions(), (), True)


def test_workers_that_have_the_same_are_taken_and_the_store_only_where_all_reach_it() -> None:
    assert agreed(Client(one=GOOD, two=GOOD), (), "")
    assert not agreed(Client(one=GOOD, two=replace(GOOD, reaches_store=False)), (), "")


def test_who_has_no_visavis_or_says_nothing_that_is_an_answer_is_refused_by_name() -> None:
    answers = {"one": GOOD, "two": ImportError("No module named\n'generator'"), "three": ValueError("a fault")}
    with pytest.raises(OutputError) as caught:
        agreed(Client(**answers), (), "")
    assert str(caught.value).splitlines()[1:] == [
        "  three: does not say what it has (a fault)",
        "  two: has no such Visavis as this (No module named 'generator')",
    ]


def test_of_many_that_are_refused_some_are_named_and_the_others_counted() -> None:
    with pytest.raises(OutputError, match=r"\n  and 3 more$"):
        agreed(Client(**{f"worker-{number}": ValueError("x") for number in range(8)}), (), "")


def test_workers_that_do_not_answer_are_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "_SECONDS", 0.01)
    client, asked = Client(), threading.Event()
    monkeypatch.setattr(client, "run", lambda *_, **__: asked.wait(5))
    with pytest.raises(OutputError, match="some workers do not say"):
        agreed(client, (), "")
    asked.set()
