"""How the parts of a drawing refer to each other: gradients, masks, outlines to clip by, copies.

In: a tree of `Node`s as read. Out: the same tree in which ids are those that are published, and what is wrong with a
reference. A few lines that copy copies could stand for millions of shapes, so what is drawn is counted as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.brand.logo.refusals import EXPORT, Refusal
from generator.problems import shorten

ID_PREFIX = "__logo_"  # begins like the ids of Material, so that no heading of a page can have such a one
MAX_DRAWN = 5000
_MAX_DEPTH = 40  # references and groups on the way to one shape
_REFERENCE = re.compile(r"url\(#([^)]*)\)")

Report = Callable[["Node", str, Refusal], None]  # an element, and its attribute where that is meant


@dataclass(slots=True)
class Node:
    """An element. `at` is the byte at which its tag begins."""

    name: str
    at: int
    id: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def references(self) -> Iterator[tuple[str, str]]:
        """Each attribute that names another part, with that part's id."""
        for name, value in self.attributes.items():
            found = _REFERENCE.match(value)
            if name == "href" or found:
                yield name, found[1] if found else value.removeprefix("#")

    def within(self) -> Iterator[Node]:
        """This element and all that stand in it, in their order."""
        yield self
        for child in self.children:
            yield from child.within()


def resolve(root: Node, report: Report) -> None:
    """Ids become numbers with a prefix that no page has, and those that nothing refers to are left out."""
    parts: dict[str, Node] = {}
    for node in root.within():
        if node.id:
            parts.setdefault(node.id, node)  # of two with one id browsers take the first
    counter = _Counter(parts, report)
    if counter.count(root, 0) > MAX_DRAWN:
        message = f"with its copies the drawing has more than {MAX_DRAWN} shapes"
        report(root, "", Refusal("logo-too-large", message, "unlink clones and merge shapes in the drawing program"))
    wanted = {name for node in root.within() for _, name in node.references()}
    ids = {old: f"{ID_PREFIX}{number}" for number, old in enumerate((name for name in parts if name in wanted), 1)}
    for node in root.within():
        for attribute, name in node.references():
            node.attributes[attribute] = node.attributes[attribute].replace(f"#{name}", f"#{ids.get(name, '')}", 1)
        node.id = ids.get(node.id, "") if parts.get(node.id) is node else ""


class _Counter:
    """Counts what is drawn and tells of references that lead nowhere or round in a circle."""

    def __init__(self, parts: dict[str, Node], report: Report) -> None:
        self.parts, self.report = parts, report
        self._counted: dict[int, int] = {}
        self._open: set[int] = set()

    def count(self, node: Node, depth: int) -> int:
        """How many elements are gone through to draw this one."""
        if node.at in self._counted:
            return self._counted[node.at]
        self._open.add(node.at)
        total = 1
        for attribute, name in node.references():
            total += self._referred(node, attribute, name, depth)
        total += sum(self.count(child, depth + 1) for child in node.children)
        self._open.discard(node.at)
        self._counted[node.at] = total
        return total

    def _referred(self, node: Node, attribute: str, name: str, depth: int) -> int:
        target = self.parts.get(name)
        if target is None:
            fix = f"remove it, or {EXPORT} with everything in one file"
            self.report(
                node, attribute, Refusal("logo-reference", f'there is no part "{shorten(name)}" in this file', fix)
            )
        elif target.at in self._open:
            fix = "remove it, or let it name another part"
            self.report(
                node, attribute, Refusal("logo-reference", f'"{shorten(name)}" would be drawn within itself', fix)
            )
        elif depth > _MAX_DEPTH:
            message = f'it takes too many references to come to "{shorten(name)}"'
            self.report(node, attribute, Refusal("logo-reference", message, "unlink clones in the drawing program"))
        else:
            return self.count(target, depth + 1)
        return 0
