"""Two roles face to face where the page is wide, else a trunk for each role.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from generator.infographics.kinds.collaboration_network.facing import facing
from generator.infographics.kinds.collaboration_network.trunks import WIDE, trunks
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box
from generator.model import View


def compose(view: View, sketch: Sketch) -> Box:
    size = sketch.size
    if len(view.roles) == 2 and size.height is not None and (size.brief or size.width >= WIDE):
        return facing(view, sketch)
    return trunks(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    if sketch.size.brief:
        return None
    words = sketch.text("An arrow leads from who gives to who gets", "note", "muted")
    return sketch.labelled("material/swap-horizontal", words, "shared.solid")
