"""`visavis deck`: what it tells, and that nothing of a person's is lost where it writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from deck import decks
from decks import pptx_of, saved
from projects import Sandbox, shared

from cli.test_deck_update import change, with_a_deck


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """The second content set with two pictures, and a template."""
    sandbox = Sandbox(Path(shutil.copytree(shared("wards-with-a-deck", with_a_deck), tmp_path, dirs_exist_ok=True)))
    (sandbox.root / "house.pptx").write_bytes(decks.template(decks.wide).data)
    return sandbox


def test_a_deck_does_not_take_the_place_of_its_template(sandbox: Sandbox) -> None:
    before = (sandbox.root / "house.pptx").read_bytes()
    result = sandbox.run("deck", "ward-vs-home", "--template", "house.pptx", "-o", "house.pptx")
    assert result.exit_code == 2
    assert "house.pptx is the template; name another file with --output" in result.stderr
    assert (sandbox.root / "house.pptx").read_bytes() == before


def test_whose_fonts_a_deck_has_is_told_unless_it_is_to_be_quiet(sandbox: Sandbox) -> None:
    command = ("deck", "ward-vs-home", "--template", "house.pptx", "--use-template-theme", "-o", "new.pptx")
    told = sandbox.run(*command)
    assert (told.exit_code, told.stdout) == (0, "new.pptx\n")
    assert told.stderr.startswith("Fonts: those of the template's theme;")
    quiet = sandbox.run(*command, "--quiet")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "new.pptx\n", "")


def test_a_theme_that_cannot_be_read_on_the_template_is_told(sandbox: Sandbox) -> None:
    result = sandbox.run(
        "deck", "ward-vs-home", "--template", "house.pptx", "--theme", "dark", "--quiet", "-o", "n.pptx"
    )
    assert result.stderr == "house.pptx: its slides are light; choose --theme light.\n"


# --- what stood there before ------------------------------------------------------------------------------------------

DECK = ("deck", "ward-vs-home", "--fonts", "name")


def edited(file: Path) -> bytes:
    """The deck as a person has changed it."""
    slides = pptx_of(file.read_bytes())
    slides.slides[0].shapes.title.text_frame.text = "Ours"
    file.write_bytes(saved(slides))
    return file.read_bytes()


@pytest.mark.parametrize("more", [(), ("-o", "mine.pptx")])
def test_a_deck_that_people_have_changed_stays_beside_the_new_one(sandbox: Sandbox, more: tuple[str, ...]) -> None:
    name = Path(more[-1] if more else "ward-vs-home.pptx")
    assert sandbox.run(*DECK, *more).exit_code == 0
    made = (sandbox.root / name).read_bytes()
    before = edited(sandbox.root / name)
    done = sandbox.run(*DECK, *more)
    copy = f"{name.stem}.bak-1.pptx"
    assert (done.exit_code, done.stdout) == (0, f"{name}\n")
    assert f"The deck as it was: {sandbox.root / copy}; to keep what people changed in it" in done.stderr
    assert (sandbox.root / copy).read_bytes() == before
    assert (sandbox.root / name).read_bytes() == made


def test_what_was_made_and_nobody_has_changed_gives_way_without_a_word(sandbox: Sandbox) -> None:
    for form in ("a.pptx", "a.html", "a.md"):
        assert sandbox.run("deck", "ward-vs-home", "-o", form).exit_code == 0
    before = files_of(sandbox.root)
    change(sandbox)
    for form in ("a.pptx", "a.html", "a.md"):
        for _ in range(2):
            done = sandbox.run("deck", "ward-vs-home", "-o", form)
            assert (done.exit_code, "as it was" in done.stderr) == (0, False)
    after = files_of(sandbox.root)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} >= {"a.pptx", "a.html", "a.md"}


def test_a_deck_that_is_the_same_again_needs_no_copy_whoever_made_it(sandbox: Sandbox) -> None:
    assert sandbox.run(*DECK, "--cache", "one", "-o", "mine.pptx").exit_code == 0
    assert sandbox.run(*DECK, "--cache", "other", "-o", "mine.pptx").exit_code == 0
    assert not list(sandbox.root.glob("*.bak-*"))


def test_any_file_that_has_been_changed_stays_beside_the_new_one(sandbox: Sandbox) -> None:
    assert sandbox.run("deck", "ward-vs-home", "-o", "a.md").exit_code == 0
    picture = next((sandbox.root / "a-pictures").iterdir())
    for file in (sandbox.root / "a.md", picture):
        file.write_bytes(file.read_bytes() + b"<!-- ours -->")
    done = sandbox.run("deck", "ward-vs-home", "-o", "a.md")
    for file in (sandbox.root / "a.md", picture):
        copy = file.with_name(f"{file.stem}.bak-1{file.suffix}")
        assert f"The file as it was: {copy}" in done.stderr
        assert copy.read_bytes() == file.read_bytes() + b"<!-- ours -->"


def files_of(root: Path) -> dict[str, bytes]:
    """What lies in the folder and beside a deck's text, without hidden folders."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for pattern in ("*.*", "*-pictures/*")
        for path in root.glob(pattern)
        if path.is_file()
    }
