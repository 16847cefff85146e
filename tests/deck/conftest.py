"""The files of a deck, of two subjects, and a deck that wants to be more than text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from infographics.conftest import SUBJECTS

from deck.subjects import deck_of, fonts_for, shown_of, view_of
from generator.deck import Options, Subject, files
from generator.painting import Cache

ROOT = Path(__file__).parents[2]
WEB_FONT = "fonts/Inter-Variable-subset.woff2"


@pytest.fixture(params=["flagship", *SUBJECTS[1:2]])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Makes the files of a subject's deck."""

    def make(name: str, theme: str = "light") -> dict[Path, bytes]:
        brand = {WEB_FONT: (ROOT / "content/brand" / WEB_FONT).read_bytes()}
        subject = Subject(view_of(request.param), shown_of(request.param), fonts_for(), brand)
        return files(subject, theme, Options(), tmp_path / name, Cache(tmp_path / "cache"))

    make.deck = deck_of(request.param)  # type: ignore[attr-defined]
    return make
