"""The logo as it is understood: shapes and colours, and nothing that could run, load or lead elsewhere.

In: the bytes of an SVG file. Out: a `Logo`, a tree of the elements and attributes of the allow-list; and problems,
all of them, never an exception for what is in the file. The tree is what gets published, never the file.

Expat reads it and fetches nothing. A DOCTYPE is met before anything that it declares, so a few lines cannot stand for
gigabytes.

Neither svgelements nor picosvg takes the place of this: coordinates are published as typed, so there is no geometry to
compute. svgelements keeps scripts, handlers and foreign addresses without a word; picosvg turns shapes into other paths
and ends at the first mistake with no line; both bring far more code than they would save.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.brand.logo import allow_list, refusals
from generator.brand.logo.positions import Source, Spot
from generator.brand.logo.references import Node, resolve
from generator.brand.logo.refusals import EXPORT, Refusal
from generator.problems import MAX_DEPTH, Collector, Place, Problem, StopReading, decode

LOGO_FILE = "brand/logo.svg"
MAX_BYTES = 64_000
_DECLARATION = re.compile(r"""[\s;]*([^\s:;]+)\s*:((?:[^;"']|"[^"]*"|'[^']*')*)""")


@dataclass(frozen=True, slots=True)
class Shape:
    """One element with its attributes as they are published."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """`box` is the view box, `place` where the drawing begins."""

    box: str
    shapes: tuple[Shape, ...]
    place: Place = field(default=Place(LOGO_FILE), compare=False)


def read_logo(data: bytes, file: str) -> tuple[Logo | None, tuple[Problem, ...]]:
    """Read one SVG file; `file` is the name that problems carry. The logo is None where there is a problem."""
    text, problem = decode(data, file, "SVG picture", f"{EXPORT}, or remove it")
    if problem and problem.code == "broken-file":
        return None, (problem,)
    if len(data) > MAX_BYTES:
        fix = f"simplify the drawing and {EXPORT}; a logo takes a few kilobytes"
        return None, (Problem("logo-too-large", Place(file), f"the logo is larger than {MAX_BYTES // 1000} kB", fix),)
    if problem:
        return None, (problem,)
    reader = _Reader(Source(file, text.encode()))
    logo = reader.read()
    return (None if reader.collector.problems else logo), tuple(reader.collector.problems)


class _Reader:
    """Follows expat through one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.collector = Collector()
        self._box = ""
        self._root: Node | None = None
        self._open: list[Node] = []
        self._skipped = 0  # how deep within something that is no part of the drawing
        # Whatever encoding the file claims, it was read as UTF-8.
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.namespace_prefixes = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def read(self) -> Logo | None:
        """The whole file; what is returned counts only where there is no problem."""
        try:
            self._parser.Parse(self.source.data, True)
            if self._root:
                resolve(self._root, self._reference)
        except expat.ExpatError as error:
            self._broken(error)
        except StopReading:
            pass
        if not self._root:
            return None
        drawn = _shape(self._root, "g")
        return Logo(self._box, (drawn,) if drawn.attributes else drawn.children, self.source.place(self._root.at))

    def _doctype(self, _name: str, _system: str | None, _public: str | None, declares: int) -> None:
        start = self.source.data.rfind(b"<!DOCTYPE", 0, self._parser.CurrentByteIndex)  # expat is at its end, or at "["
        self._refuse(self.source.tag(start), refusals.doctype())
        if declares:
            raise StopReading

    def _instruction(self, target: str, _text: str) -> None:
        self._refuse(self._tag(), refusals.instruction(target))

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, name, _ = _split_name(full, allow_list.SVG)
        if self._skipped or not self._is_drawn(space, name):
            self._skipped += 1
            return
        if len(self._open) == MAX_DEPTH:
            self._refuse(self._tag(), refusals.nested(MAX_DEPTH))
            raise StopReading
        node = Node(name, self._parser.CurrentByteIndex)
        spots = self.source.attributes(node.at)
        if not self._open:
            self._view_box(attributes, spots)
        for each, value in sorted(attributes.items(), key=lambda item: item[0] == "style"):  # which goes before others
            self._attribute(node, _split_name(each, ""), value, spots)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        node = self._open.pop()
        if not self._open:
            self._root = node
        elif node.children or node.name != "defs":
            self._open[-1].children.append(node)

    def _is_drawn(self, space: str, name: str) -> bool:
        """Whether to look at an element; if it is refused, that is told."""
        if not self._open:
            refusal = refusals.root(space, name)
            if refusal:
                self._refuse(self._tag(), refusal)
                raise StopReading
            return True
        refusal = refusals.element(name) if space == allow_list.SVG else refusals.foreign(space, name)
        if refusal:
            self._refuse(self._tag(), refusal)
        return space == allow_list.SVG and name in allow_list.ELEMENTS | allow_list.CONTAINERS

    def _view_box(self, attributes: dict[str, str], spots: dict[str, tuple[Spot, Spot]]) -> None:
        """The view box, which alone says how large the drawing is."""
        self._box = allow_list.view_box(attributes.get("viewBox", "")) or ""
        if not self._box:
            spot = spots.get("viewBox", (self._tag(),))[0]
            self._refuse(spot, refusals.view_box(attributes.get("width", ""), attributes.get("height", "")))

    def _attribute(
        self, node: Node, full: tuple[str, str, str], value: str, spots: dict[str, tuple[Spot, Spot]]
    ) -> None:
        space, name, typed = full
        whole, inner = spots.get(typed, (self._tag(), self._tag()))
        if space and (space, name) != (allow_list.XLINK, "href"):
            refusal = refusals.foreign(space, typed)
            if refusal:
                self._refuse(whole, refusal)
        elif name == "style":
            self._style(node, value, inner)
        elif name == "id":
            node.id = value.strip()
        elif self._open or name not in allow_list.ROOT_ATTRIBUTES:
            self._set(node, name, refusals.attribute(name, value), whole)

    def _style(self, node: Node, text: str, inner: Spot) -> None:
        """Declarations become attributes: the pages' policy lets no inline style through."""
        end = 0
        while text[end:].strip(" \t\r\n;"):
            found = _DECLARATION.match(text, end)
            if not found:
                self._refuse(inner, refusals.style(text[end:]))
                return
            name, value = found[1], found[2].strip()
            start, end = found.start(1), found.end()
            spot = Spot(inner.start + start, inner.start + start + len(text[start:end].rstrip().encode()))
            exact = self.source.data[spot.start : spot.end] == text[start:end].rstrip().encode()
            self._set(node, name, refusals.attribute(name, value, styled=True), spot if exact else inner)

    def _set(self, node: Node, name: str, value: str | Refusal | None, spot: Spot) -> None:
        if isinstance(value, Refusal):
            self._refuse(spot, value)
        elif value is not None:
            node.attributes[name] = value

    def _reference(self, node: Node, attribute: str, refusal: Refusal) -> None:
        """A reference may stand in an attribute of its name, of XLink's or in a style."""
        spots = self.source.attributes(node.at)
        found = next((spots[name] for name in spots if name.split(":")[-1] == attribute), None) or spots.get("style")
        self._refuse(found[0] if attribute and found else self.source.tag(node.at), refusal)

    def _broken(self, error: expat.ExpatError) -> None:
        at = Place(self.source.file, error.lineno, error.offset + 1)
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
            fix = "write the sign itself"
            self.collector.problems.append(
                Problem("logo-doctype", at, "an entity stands here that XML does not have", fix)
            )
            return
        reason = expat.errors.messages[error.code]
        message = f"the file is no sound XML from here on ({reason})"
        self.collector.problems.append(
            Problem("logo-syntax", at, message, f"{EXPORT} once more, or mend it here", width=1)
        )

    def _tag(self) -> Spot:
        return self.source.tag(self._parser.CurrentByteIndex)

    def _refuse(self, spot: Spot, refusal: Refusal) -> None:
        """Note a problem. StopReading: there are too many."""
        place, width = self.source.place(spot.start), self.source.width(spot)
        self.collector.add(Problem(refusal.code, place, refusal.message, refusal.fix, width=width))


def _split_name(full: str, default: str) -> tuple[str, str, str]:
    """Of a name as expat gives it: its space, the name in it, and both as typed."""
    parts = full.split(" ")
    if len(parts) == 1:
        return default, full, full
    space, name, *prefix = parts
    return space, name, ":".join([*prefix, name])


def _shape(node: Node, name: str = "") -> Shape:
    own = {"id": node.id} if node.id else {}
    children = tuple(_shape(child) for child in node.children)
    return Shape(name or node.name, tuple((own | node.attributes).items()), children)
