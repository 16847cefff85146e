"""What a logo may not have, in an editor's words.

In: an element, an attribute or an instruction of an SVG file. Out: a `Refusal`, or what is published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.brand.logo import allow_list
from generator.problems import shorten

EXPORT = "export it as plain SVG"
_REMOVE = f"remove it, or {EXPORT}"
_ONE_FILE = f"{_REMOVE} with everything in one file"
_W3C = "http://www.w3.org/"  # whatever is of another space, no browser knows
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem that has no place yet."""

    code: str
    message: str
    fix: str


def doctype() -> Refusal:
    """A document type, whatever it declares."""
    message = "a DOCTYPE could bring in other files and texts that grow without end"
    return Refusal("logo-doctype", message, f'delete it from "<!DOCTYPE" to its ">", or {EXPORT}')


def instruction(target: str) -> Refusal:
    """A processing instruction."""
    if target == "xml-stylesheet":
        return Refusal("logo-outside", "this loads a style sheet", "delete this line")
    return Refusal("logo-shape", f'"<?{shorten(target)}" speaks to a program and draws nothing', "delete this line")


def root(space: str, name: str) -> Refusal | None:
    """The outermost element, if it is another one than SVG's."""
    if space == allow_list.SVG and name == "svg":
        return None
    return Refusal("logo-syntax", f'"{shorten(name)}" is not the beginning of an SVG', "export the drawing as SVG")


def foreign(space: str, name: str) -> Refusal | None:
    """An element or attribute that is not of SVG, if it is more than the note of a drawing program."""
    if not space.startswith(_W3C) or space in (_RDF, allow_list.XLINK, allow_list.XML):
        return None
    return Refusal("logo-script", f'"{shorten(name)}" is not of SVG and could do anything in a page', _REMOVE)


def element(name: str) -> Refusal | None:
    """An element of SVG, if it is neither drawn nor a note."""
    shown = f'"{shorten(name)}"'
    if name in allow_list.ELEMENTS | allow_list.NOTES:
        return None
    if name in allow_list.ACTIVE:
        return Refusal("logo-script", f"{shown} could run or change something in every page", "remove it")
    if name in allow_list.EXTERNAL:
        fix = "remove it and keep what stands in it" if name == "a" else "trace the picture into paths, or remove it"
        return Refusal("logo-outside", f"{shown} leads out of the file", fix)
    if name == "style":
        fix = "export with presentation attributes or inline styles in place of a style sheet"
        return Refusal("logo-style", "a style sheet would change the whole page", fix)
    if name in allow_list.TEXT:
        fix = "turn text into paths in the drawing program"
        return Refusal("logo-shape", "text needs a font that a reader may not have", fix)
    return Refusal(
        "logo-shape", f"{shown} is no plain shape, group or gradient", f"simplify the drawing, then {EXPORT}"
    )


def attribute(name: str, value: str, *, styled: bool = False) -> str | Refusal | None:
    """The value that is published, or None for what can be left out; `styled`, it stands in `style`."""
    shown = f'"{shorten(value)}"'
    if re.match("on", name, re.IGNORECASE):
        return Refusal("logo-script", f'"{shorten(name)}" would run a script in every page', "remove it")
    if allow_list.unsafe(value):
        return Refusal("logo-outside", f"{shorten(name)} {shown} leads out of the file", _ONE_FILE)
    if not allow_list.known(name, styled=styled):
        if allow_list.ignorable(name, value):
            return None
        fix = f"{_REMOVE} without effects"
        return Refusal("logo-shape", f'"{shorten(name)}" is nothing that a plain shape has', fix)
    found = allow_list.published(name, value)
    if found is None and name == "href":
        return Refusal("logo-outside", f"{shown} is not a part of this file", _ONE_FILE)
    if found is None:
        return Refusal("logo-shape", f"{shown} is no value of {name} that is known here", f"correct it, or {EXPORT}")
    return found


def style(text: str) -> Refusal:
    """What remains of a style that no declaration can be read from."""
    fix = "write name:value with semicolons between them, or export with presentation attributes"
    return Refusal("logo-style", f'"{shorten(text.strip())}" is no simple style', fix)


def view_box(width: str, height: str) -> Refusal:
    """No view box, or one without an area; width and height as far as the file has them."""
    numbers = (re.sub(r"px$", "", side.strip()) for side in (width, height))
    box = allow_list.view_box(f"0 0 {' '.join(numbers)}") or "0 0 32 32"
    fix = f'write viewBox="{box}" into the first tag, with the width and height of the drawing'
    return Refusal("logo-viewbox", "the logo does not say how large its drawing is", fix)


def nested(levels: int) -> Refusal:
    """Groups in groups in groups."""
    return Refusal("logo-too-large", f"groups are nested deeper than {levels} levels", "ungroup what needs no group")
