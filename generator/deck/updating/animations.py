"""Parts of a slide that appear by click, after its shapes have changed.

In: slides. Out: their `p:timing`, which names no shape that is not there.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml

from generator.deck.shapes.elements import NAMESPACES
from generator.deck.shapes.timing import appearing
from generator.deck.updating.namespaces import P

# What happens together, and what happens in an order of its own, as at a click on a shape.
_STEPS = (f"{P}par", f"{P}seq")


def is_ours(slide: Any) -> bool:
    """Whether the slide has no order of appearing, or the one that Visavis gave it."""
    timing = _timing(slide)
    if timing is None:
        return True
    ours = _appearing(slide)
    return bytes(_plain(timing)) == bytes(_plain(ours))


def copy(made: Any, slide: Any) -> None:
    """The order of appearing of a slide whose shapes have the same numbers."""
    _set(slide, deepcopy(_timing(made)))


def copy_kind(made: Any, slide: Any) -> None:
    """The same kind of order of appearing, for the shapes that this slide has."""
    _set(slide, None if _timing(made) is None else _appearing(slide))


def forget_missing(slide: Any) -> None:
    """Takes out of the order, which the slide has, what is no longer on the slide."""
    there = {one.get("id") for one in slide._element.cSld.iter(f"{P}cNvPr")}
    timing = _timing(slide)
    for target in [one for one in timing.iter(f"{P}spTgt") if one.get("spid") not in there]:
        _remove(next(target.iterancestors(_STEPS), None))
    for built in [one for one in timing.iter() if one.get("spid", "") not in {"", *there}]:
        built.getparent().remove(built)
    if timing.find(f".//{P}spTgt") is None:
        timing.getparent().remove(timing)


def _remove(step: Any) -> None:
    """The step and every step around it that has no other."""
    while step is not None:
        above = step.getparent()
        if above is None:
            return
        above.remove(step)
        if len(above):
            return
        step = next(above.iterancestors(_STEPS), None)


def _set(slide: Any, timing: Any) -> None:
    """Replaces what there is; where people took it away, it stays away."""
    old = _timing(slide)
    if old is not None and timing is not None:
        old.getparent().replace(old, timing)
    elif old is not None:
        old.getparent().remove(old)


def _timing(slide: Any) -> Any:
    return slide._element.find(f"{P}timing")


def _appearing(slide: Any) -> Any:
    made = appearing(slide._element.cSld.spTree)
    return parse_xml(made.replace("<p:timing>", f"<p:timing {NAMESPACES}>", 1))


def _plain(timing: Any) -> Any:
    copied = deepcopy(timing)
    etree.cleanup_namespaces(copied)
    return etree.tostring(copied, method="c14n")
