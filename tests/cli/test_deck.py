"""`visavis deck` on a company's template: what is told, and that the template is never written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from deck import decks
from projects import Sandbox, shared

from cli.test_deck_update import with_a_deck


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
