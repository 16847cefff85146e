"""`visavis deck update`: the command, its files, and what it says."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from deck_edits import rewrite
from decks import every, parts, pptx_of, saved, slide_of, texts
from projects import ROOT, Sandbox, keep_pictures, replace, shared

from generator import files
from generator.cli import replacing
from generator.problems import OutputError

OLD = "Acutely ill, for a few days"
NEW = "Very ill, for some days"


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """The second content set with two pictures, and a deck of them."""
    return Sandbox(Path(shutil.copytree(shared("wards-with-a-deck", with_a_deck), tmp_path, dirs_exist_ok=True)))


def with_a_deck(folder: Path) -> None:
    shutil.copytree(ROOT / "tests" / "wards", folder / "content")
    shutil.copytree(ROOT / "content" / "brand" / "fonts", folder / "content" / "brand" / "fonts")
    keep_pictures(folder / "content" / "comparisons" / "ward-vs-home.yml", ("comparison-table", "responsibilities"))
    made = Sandbox(folder).run("deck", "ward-vs-home", "--fonts", "name", "-o", "d.pptx")
    assert (made.exit_code, made.stdout) == (0, "d.pptx\n")


def change(box: Sandbox) -> int:
    """A text of the content is another one; says its line."""
    return replace(box.content / "roles" / "ward-nurse.yml", OLD, NEW)


def test_a_deck_takes_the_place_of_the_old_one_which_stays_beside_it(sandbox: Sandbox) -> None:
    change(sandbox)
    deck = sandbox.root / "d.pptx"
    old = deck.read_bytes()
    deck.chmod(0o600)
    done = sandbox.run("deck", "update", "d.pptx")
    assert (done.exit_code, done.stdout) == (0, "d.pptx\n")
    assert "The deck as it was: " in done.stderr
    assert (sandbox.root / "d.bak-1.pptx").read_bytes() == old
    assert NEW in texts(slide_of(pptx_of(deck.read_bytes()), "/comparison-table"))
    assert {path.stat().st_mode & 0o777 for path in (deck, sandbox.root / "d.bak-1.pptx")} == {0o600}
    again = sandbox.run("deck", "update", "d.pptx")
    assert "up to date" in again.stderr
    assert sorted(path.name for path in sandbox.root.glob("*.pptx")) == ["d.bak-1.pptx", "d.pptx"]


def test_copies_never_take_the_place_of_each_other(sandbox: Sandbox) -> None:
    change(sandbox)
    (sandbox.root / "d.bak-1.pptx").write_text("an older one")
    assert sandbox.run("deck", "update", "d.pptx").exit_code == 0
    assert (sandbox.root / "d.bak-1.pptx").read_text() == "an older one"
    assert (sandbox.root / "d.bak-2.pptx").is_file()


def test_another_file_may_be_written(sandbox: Sandbox) -> None:
    change(sandbox)
    old = (sandbox.root / "d.pptx").read_bytes()
    done = sandbox.run("deck", "update", "d.pptx", "-o", "new.PPTX")
    assert (done.exit_code, done.stdout) == (0, "new.PPTX\n")
    assert (sandbox.root / "d.pptx").read_bytes() == old
    assert NEW in texts(slide_of(pptx_of((sandbox.root / "new.PPTX").read_bytes()), "/comparison-table"))


@pytest.mark.parametrize("name", ["new.odp", "new.txt", "new", "new.pptx.md"])
def test_a_result_whose_name_says_something_else_is_refused_before_anything_is_made(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from generator import pipeline

    monkeypatch.delattr(pipeline, "update_deck")
    before = sorted(sandbox.root.iterdir())
    done = sandbox.run("deck", "update", "d.pptx", "-o", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f'"{name}" is no .pptx' in done.stderr
    assert sorted(sandbox.root.iterdir()) == before


def test_a_link_stays_one(sandbox: Sandbox) -> None:
    change(sandbox)
    (sandbox.root / "link.pptx").symlink_to("d.pptx")
    assert sandbox.run("deck", "update", "link.pptx").exit_code == 0
    assert (sandbox.root / "link.pptx").is_symlink()
    assert (sandbox.root / "d.bak-1.pptx").is_file()


def test_a_text_that_both_have_changed_is_told_with_its_line(sandbox: Sandbox) -> None:
    line = change(sandbox)
    deck = sandbox.root / "d.pptx"
    file = pptx_of(deck.read_bytes())
    slide = slide_of(file, "/comparison-table")
    which = [shape.text_frame.text.replace("\v", " ") for shape in every(slide.shapes) if shape.has_text_frame]
    runs = [text for text in which if text]
    rewrite(slide, next(n for n, text in enumerate(runs) if text == OLD), 7)
    deck.write_bytes(saved(file))
    done = sandbox.run("deck", "update", "d.pptx")
    told = " ".join(done.stderr.split())
    assert f"the content says now: content/roles/ward-nurse.yml:{line}: {NEW}" in told
    assert 'slide 2 "' in told
    assert sandbox.run("deck", "update", "d.pptx", "--quiet").stderr == ""


@pytest.mark.parametrize("lock", ["~$d.pptx", ".~lock.d.pptx#"])
def test_a_deck_that_is_open_elsewhere_is_left_alone(sandbox: Sandbox, lock: str) -> None:
    change(sandbox)
    (sandbox.root / lock).touch()
    before = (sandbox.root / "d.pptx").read_bytes()
    done = sandbox.run("deck", "update", "d.pptx")
    assert (done.exit_code, "is open in another program" in done.stderr) == (2, True)
    assert (sandbox.root / "d.pptx").read_bytes() == before
    assert sandbox.run("deck", "update", "d.pptx", "-o", "new.pptx").exit_code == 0


def test_a_failure_leaves_the_deck_as_it_was(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    change(sandbox)
    deck, write = sandbox.root / "d.pptx", files.write
    before = deck.read_bytes()

    def fail(path: Path, data: bytes, mode: int = 0o644) -> None:
        if path.name == "d.pptx":
            raise OutputError("the disk is full")
        write(path, data, mode)

    monkeypatch.setattr(files, "write", fail)
    assert sandbox.run("deck", "update", "d.pptx").exit_code == 74
    assert deck.read_bytes() == before


def test_a_deck_that_is_saved_meanwhile_is_not_written_over(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator import pipeline

    change(sandbox)
    deck, update = sandbox.root / "d.pptx", pipeline.update_deck

    def slow(content: Path, data: bytes, name: str, cache: Path) -> pipeline.UpdatedDeck:
        deck.write_bytes(b"saved by somebody")
        return update(content, data, name, cache)

    monkeypatch.setattr(pipeline, "update_deck", slow)
    done = sandbox.run("deck", "update", "d.pptx")
    assert (done.exit_code, "changed in the meantime" in done.stderr) == (2, True)
    assert deck.read_bytes() == b"saved by somebody"


@pytest.mark.parametrize("name", ["none.pptx", "content", "content/site.yml"])
def test_what_is_no_deck_is_refused_and_nothing_is_written(sandbox: Sandbox, name: str) -> None:
    before = sorted(sandbox.root.iterdir())
    done = sandbox.run("deck", "update", name)
    assert done.exit_code == 2
    assert name.rpartition("/")[2] in done.stderr
    assert ("is a folder" in done.stderr) == (name == "content")
    assert sorted(sandbox.root.iterdir()) == before


def test_the_options_of_the_deck_need_not_be_said_again(sandbox: Sandbox) -> None:
    arguments = ("ward-vs-home", "--theme", "dark", "--fonts", "arial", "--tables", "--build", "--flow")
    assert sandbox.run("deck", *arguments, "-o", "x.pptx").exit_code == 0
    change(sandbox)
    assert sandbox.run("deck", "update", "x.pptx").exit_code == 0
    assert sandbox.run("deck", *arguments, "-o", "fresh.pptx").exit_code == 0
    new, fresh = ((sandbox.root / name).read_bytes() for name in ("x.pptx", "fresh.pptx"))
    assert parts(new) == parts(fresh)
    assert new == fresh


def test_help_says_both_ways_to_call_it(sandbox: Sandbox) -> None:
    whole, below = (sandbox.run("deck", *more, "--help").stdout for more in ((), ("update",)))
    assert "deck [OPTIONS] [COMPARISON]" in whole
    assert "deck update [OPTIONS] FILE.pptx" in whole
    assert "deck update [OPTIONS] FILE.pptx" in below
    assert sandbox.run("deck", "updates").exit_code == 2
    assert sandbox.run("deck", "update").exit_code == 2


def test_a_deck_that_cannot_be_read_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    file = tmp_path / "d.pptx"
    file.touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(OutputError, match=r"d\.pptx: cannot be read: "):
        replacing.read(file)


def test_a_copy_that_is_as_it_would_be_is_not_written_again(tmp_path: Path) -> None:
    source, target = tmp_path / "d.pptx", tmp_path / "e.pptx"
    source.write_bytes(b"old")
    target.write_bytes(b"new")
    assert replacing.replace(target, b"new", source, b"old") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.pptx", "e.pptx"]
