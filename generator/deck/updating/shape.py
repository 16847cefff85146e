"""One shape of a slide brought up to date.

In: the shape as it is, what it was, and as it is made now. Out: the shape changed, and what people had changed of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lxml import etree

from generator.deck.updating import texts
from generator.deck.updating.bring import brought, keep_extensions, put_in_place, set_frame
from generator.deck.updating.label import Label
from generator.deck.updating.namespaces import GROUP, A, P, about, frame, local
from generator.deck.updating.signature import Signature


@dataclass(frozen=True, slots=True)
class State:
    """What of a shape is still as it was written, or is already as it is made now."""

    text: bool
    look: bool
    place: bool

    @property
    def whole(self) -> bool:
        return self.text and self.look and self.place


def state(was: Signature, now: Signature, wanted: Signature | None, rounded: bool) -> State:
    """What people left as it was; `rounded`: the file came through LibreOffice."""
    known = [one for one in (was, wanted) if one is not None]
    return State(
        any(one.text == now.text for one in known),
        any(one.same_look(now, rounded) for one in known),
        any(one.same_place(now, rounded) for one in known),
    )


def refresh(old: Any, made: Any, label: Label, found: State, parts: tuple[Any, Any]) -> Any:
    """The shape with everything new that people left alone; `parts` are the slides' of the new and the old shape."""
    if old.tag == GROUP:
        _refresh_group(old, made, found)
        new = old
    elif found.text and found.look:
        new = brought(made, *parts)
        if not found.place:
            set_frame(new, frame(old))
        put_in_place(old, new)
    else:
        new = old
        if found.text:
            _write_text(old, made)
        if found.place and old.tag != f"{P}graphicFrame":
            _put(old, made)
    about(new).set("name", str(label))
    return new


def _refresh_group(old: Any, made: Any, found: State) -> None:
    """Its words and its frame; what is in it comes by itself."""
    if found.look:
        mine, new = about(old), deepcopy(about(made))
        new.set("id", mine.get("id"))
        keep_extensions(mine, new)
        mine.getparent().replace(mine, new)
    here, there = frame(old), frame(made)
    if here is None or there is None:
        return
    if found.place:
        _put(old, made)
    elif not _is_plain(here):
        _stretch(here, there)


def _put(old: Any, made: Any) -> None:
    """The shape lies where it is made now, flipped as it is: that belongs to its look. Flips of a line that lies
    elsewhere now tell which way it runs.
    """
    here, there = frame(old), frame(made)
    set_frame(old, there)
    now = frame(old)
    if here is None or now is None or (old.tag == f"{P}cxnSp" and _corners(here) != _corners(there)):
        return
    for name in ("flipH", "flipV"):
        now.attrib.pop(name, None)
        if here.get(name):
            now.set(name, here.get(name))


def _corners(frame: Any) -> list[dict[str, str]]:
    return [dict(part.attrib) for part in frame]


def _is_plain(frame: Any) -> bool:
    """Whether what is in the group says itself where it lies, as LibreOffice writes it: it has been moved, too."""
    places = [dict(frame.find(f"{A}{name}").attrib) for name in ("off", "chOff", "ext", "chExt")]
    return places[0] == places[1] and places[2] == places[3]


def _stretch(here: Any, there: Any) -> None:
    """A group that people moved or resized shows its new extent the way it showed the old one."""
    for axis, length in (("x", "cx"), ("y", "cy")):
        off, size = here.find(f"{A}off"), here.find(f"{A}ext")
        inner, inside = here.find(f"{A}chOff"), here.find(f"{A}chExt")
        scale = int(size.get(length)) / (int(inside.get(length)) or 1)
        start, long = int(there.find(f"{A}off").get(axis)), int(there.find(f"{A}ext").get(length))
        off.set(axis, str(round(int(off.get(axis)) + (start - int(inner.get(axis))) * scale)))
        size.set(length, str(round(long * scale)))
        inner.set(axis, str(start))
        inside.set(length, str(long))


def refresh_text(old: Any, made: Any) -> None:
    """The new text of a placeholder whose layout is another one here: each run looks as the one that it follows."""
    body = old.find(f"{P}txBody")
    paragraphs = [] if body is None else body.findall(f"{A}p")
    if not paragraphs or texts.text(old) == texts.text(made):
        return
    wanted = list(made.iter(f"{A}p"))
    for number, new in enumerate(wanted):
        model = paragraphs[min(number, len(paragraphs) - 1)]
        paragraph = model if number < len(paragraphs) else deepcopy(model)
        if number >= len(paragraphs):
            body.append(paragraph)
        looks = [run.find(f"{A}rPr") for run in model.iterchildren(f"{A}r")]
        _replace_runs(paragraph, new, looks)
    for paragraph in paragraphs[len(wanted) :]:
        body.remove(paragraph)


def _write_text(old: Any, made: Any) -> None:
    """The new text in the look that people gave the old one, where that is one look."""
    paragraphs, new = list(old.iter(f"{A}p")), list(made.iter(f"{A}p"))
    looks = [_look(run) for paragraph in paragraphs for run in paragraph.iterchildren(f"{A}r")]
    if old.tag != f"{P}sp" or len(paragraphs) != len(new) or len(list(groupby(looks))) != 1:
        return
    look = next(old.iter(f"{A}rPr"), None)
    for paragraph, wanted in zip(paragraphs, new, strict=True):
        _replace_runs(paragraph, wanted, [look])


def _replace_runs(paragraph: Any, wanted: Any, looks: Sequence[Any]) -> None:
    """Puts the wanted runs in place of others; `looks` are those of the first, the second …, and all that follow."""
    for run in paragraph.findall(f"{A}r") + paragraph.findall(f"{A}br"):
        paragraph.remove(run)
    first = 0 if paragraph.find(f"{A}pPr") is None else 1
    runs = [deepcopy(run) for run in wanted.iterchildren(f"{A}r", f"{A}br")]
    number = 0
    for place, run in enumerate(runs, first):
        for former in run.findall(f"{A}rPr"):
            run.remove(former)
        look = looks[min(number, len(looks) - 1)] if looks else None
        if look is not None:
            run.insert(0, deepcopy(look))
        paragraph.insert(place, run)
        number += local(run) == "r"


def _look(run: Any) -> bytes:
    look = run.find(f"{A}rPr")
    return b"" if look is None else bytes(etree.tostring(look, method="c14n"))


def wanted_text(was: Signature, label: Label, new: Any, made: Any) -> str:
    """The text that the content has for a shape now, "" where it has not changed or stands there."""
    return "" if was.text == label.was.text or texts.text(new) == texts.text(made) else texts.plain(made)
