"""What the speaker reads, brought up to date.

In: a slide, what its notes were, and the slide as it is made now. Out: new notes, unless people wrote into them.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.deck.report import Kept
from generator.deck.updating import texts
from generator.deck.updating.found import title_of
from generator.deck.updating.label import Label, notes_label, stamped_notes
from generator.deck.updating.namespaces import A, about, local
from generator.deck.updating.record import Written
from generator.deck.updating.signature import digest
from generator.deck.updating.slide import Done

# What says nothing of how words look, or what they look like anyway.
_NOISE = {"lang", "altLang", "dirty", "err", "noProof", "smtClean", "kumimoji", "bmk"}
_PLAIN = {("b", "0"), ("i", "0"), ("u", "none"), ("strike", "noStrike"), ("cap", "none"), ("baseline", "0")}
_UNMARKED: object = texts.setting(None), "l", []

Look = str | None  # of a paragraph, as characters


def usual_look(file: Any) -> Look:
    """How LibreOffice sets the notes of a deck, all of which it writes anew: as most paragraphs are set."""
    places = [slide.notes_slide.notes_placeholder for slide in file.slides if slide.has_notes_slide]
    counted = Counter(look for place in places if place is not None for look in _looks(place._element))
    return counted.most_common(1)[0][0] if counted else None


def update(slide: Any, number: int, before: Written | None, made: Any, done: Done, usual: Look = None) -> None:
    """Brings the notes of one slide up to date. Where people took them away, they stay away.

    `usual` is how LibreOffice has set them; None: it has not.
    """
    if not slide.has_notes_slide or not made.has_notes_slide or slide.notes_slide.notes_placeholder is None:
        return
    place, source = slide.notes_slide.notes_placeholder._element, made.notes_slide.notes_placeholder._element
    was = notes_label(slide) or (before.held.get("notes") if before else None)
    wanted = notes_label(made)
    if was is None or wanted is None:
        return
    now = digest(texts.text(place))
    as_written = {repr(_UNMARKED), usual or ""}
    if now in (was.was.text, wanted.was.text) and _blank(place) == _blank(source) and _looks(place) <= as_written:
        if now != wanted.was.text or usual:  # what LibreOffice wrote is not to be taken for people's later
            slide.notes_slide.notes_text_frame.text = made.notes_slide.notes_text_frame.text
        done.refreshed += now != wanted.was.text
    else:
        done.kept.append(Kept(number, title_of(slide), "notes", "notes", texts.plain(source) * _changed(was, wanted)))
    about(place).set("name", stamped_notes(made))


def _changed(was: Label, wanted: Label) -> bool:
    return was.was.text != wanted.was.text


def _looks(place: Any) -> set[str]:
    """How its paragraphs are set, each way once."""
    return {repr(_look(paragraph)) for paragraph in place.iter(f"{A}p") if paragraph.find(f"{A}r") is not None}


def _look(paragraph: Any) -> object:
    """How a paragraph is set, and each look of its words that says something."""
    about = paragraph.find(f"{A}pPr")
    runs = [tree for look in paragraph.iterfind(f"./*/{A}rPr") if (tree := _tree(look)) != _NOTHING]
    align = "l" if about is None else about.get("algn", "l")
    return texts.setting(about), align, [tree for place, tree in enumerate(runs) if tree not in runs[:place]]


def _tree(element: Any) -> object:
    said = sorted(pair for pair in element.items() if pair[0] not in _NOISE and pair not in _PLAIN)
    return local(element), said, [_tree(part) for part in element.iterchildren("*") if local(part) != "extLst"]


_NOTHING: object = ("rPr", [], [])


def _blank(place: Any) -> tuple[int, int]:
    """The numbers of blank lines before and after everything else."""
    said = [bool("".join(paragraph.itertext()).strip()) for paragraph in place.iter(f"{A}p")]
    return [*said, True].index(True), [*said[::-1], True].index(True)
