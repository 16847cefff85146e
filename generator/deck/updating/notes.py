"""What the speaker reads, brought up to date.

In: a slide, what its notes were, and the slide as it is made now. Out: new notes, unless people wrote into them.
"""

from __future__ import annotations

from typing import Any

from generator.deck.report import Kept
from generator.deck.updating import texts
from generator.deck.updating.found import title_of
from generator.deck.updating.label import Label, notes_label, stamped_notes
from generator.deck.updating.namespaces import A, about
from generator.deck.updating.record import Written
from generator.deck.updating.signature import digest
from generator.deck.updating.slide import Done

_MARKS = ("b", "i", "u", "strike")
_PLAIN = {"0", "none", "noStrike", "false"}


def update(slide: Any, number: int, before: Written | None, made: Any, done: Done) -> None:
    """Brings the notes of one slide up to date. Where people took them away, they stay away."""
    if not slide.has_notes_slide or not made.has_notes_slide or slide.notes_slide.notes_placeholder is None:
        return
    place = slide.notes_slide.notes_placeholder._element
    was = notes_label(slide) or (before.held.get("notes") if before else None)
    wanted = notes_label(made)
    if was is None or wanted is None:
        return
    now = digest(texts.text(place))
    if now in (was.was.text, wanted.was.text) and not _marked(place):
        if now != wanted.was.text:
            slide.notes_slide.notes_text_frame.text = made.notes_slide.notes_text_frame.text
            done.refreshed += 1
    else:
        said = texts.plain(made.notes_slide.notes_placeholder._element) if _changed(was, wanted) else ""
        done.kept.append(Kept(number, title_of(slide), "notes", "notes", said))
    about(place).set("name", stamped_notes(made))


def _changed(was: Label, wanted: Label) -> bool:
    return was.was.text != wanted.was.text


def _marked(place: Any) -> bool:
    """Whether somebody set words of it bold, or the like."""
    looks = [look for run in place.iter(f"{A}r") if (look := run.find(f"{A}rPr")) is not None]
    return any(look.get(mark, "0") not in _PLAIN for look in looks for mark in _MARKS)
