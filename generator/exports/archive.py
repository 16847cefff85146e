"""All slides as one download: an archive a theme, with a contact sheet and the words that go with the pictures.

In: the artifacts. Out: slides/slides-<theme>.zip and slides/contact-sheet-<theme>.png. An archive is stored, not
compressed, since PNG is compressed already; names are sorted and every entry has the day of the content, so that the
same pictures give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.deck import zipped
from generator.exports.artifacts import Artifacts
from generator.infographics import Picture, PictureFile
from generator.model import views

_FOLDER = "slides"


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The contact sheet and the archive of every theme that has slides."""
    for theme in artifacts.model.site.pictures.themes:
        slides = _slides(artifacts, theme)
        if not slides:
            continue
        entries = {file.name: artifacts.painted[file.path] for _, file in slides}
        entries["alternative-texts.txt"] = _words(artifacts, slides).encode()
        if theme in artifacts.sheets:
            name = f"contact-sheet-{theme}.png"
            entries[name] = artifacts.sheets[theme]
            yield f"{_FOLDER}/{name}", artifacts.sheets[theme]
        yield f"{_FOLDER}/slides-{theme}.zip", packed(entries, artifacts.model.site.updated)


def packed(entries: Mapping[str, bytes], day: date) -> bytes:
    """A zip of these files by name; every one carries that day."""
    return zipped(sorted(entries.items()), day)


def _slides(artifacts: Artifacts, theme: str) -> list[tuple[Picture, PictureFile]]:
    """Of the comparisons of which everything is published; others offer a deck each."""
    reduced = {view.id for view in views(artifacts.model) if view.picture_set}
    shown = (picture for picture in artifacts.pictures if picture.comparison not in reduced)
    return [(picture, file) for picture in shown if (file := picture.png(theme, ("slide",)))]


def _words(artifacts: Artifacts, slides: list[tuple[Picture, PictureFile]]) -> str:
    """What somebody who puts the pictures into a deck has to paste beside them."""
    site = artifacts.model.site
    licence = " · ".join(filter(None, (site.author, site.licence, site.licence_url)))
    head = "\n".join(filter(None, (site.name, site.known_url, licence))) + "\n"
    parts = (f"{file.name}\n{picture.title}\n{picture.alt_of(file)}\n" for picture, file in slides)
    return "\n".join((head, *parts))
