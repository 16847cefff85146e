"""Which shape of a slide as it was is which shape of the slide as it is made now.

In: the labels of both, in their order. Out: pairs.

Names say little: one more row renumbers all that follow, and a group is called by words of the content, which change.
What stands in a group tells which one it is, and within a group texts and their order tell who is who.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.deck.updating.label import Label, without_number
from generator.deck.updating.signature import digest

_WORDLESS = digest("")
_SHARE = 0.3  # of their texts: less in common have groups that only repeat what all of their kind say
_UNSAID = 0.3  # what two shapes without text count that are of a kind, where two of the same text count 1


@dataclass(slots=True, eq=False)
class _Node:
    """A shape, or a group with what is in it. `place` is that of its label, None of a group that people took apart."""

    name: str
    above: _Node | None = None
    place: int | None = None
    text: str = _WORDLESS
    inside: dict[str, _Node] = field(default_factory=dict)
    texts: Counter[str] = field(default_factory=Counter)

    @property
    def role(self) -> str:
        """What it is, whatever the content says."""
        return "" if self.inside else without_number(self.name).partition(" ")[0]

    def nodes(self) -> Iterator[_Node]:
        """All that is in it, a group before what is in that."""
        for one in self.inside.values():
            yield one
            yield from one.nodes()


def pairs(before: Sequence[Label], now: Sequence[Label]) -> dict[int, int]:
    """Places in `now` by places in `before`; of labels that are there twice, the first."""
    if _only_reworded(before, now):
        return {place: place for place in range(len(now))}
    matching = _Matching(_tree(before), _tree(now))
    return {
        one.place: other.place
        for one, other in matching.mates.items()
        if one.place is not None and other.place is not None
    }


def _only_reworded(before: Sequence[Label], now: Sequence[Label]) -> bool:
    """Whether names are the same, and no text has taken the place of another one."""
    if [label.name for label in before] != [label.name for label in now]:
        return False
    changed = [(one.was.text, other.was.text) for one, other in zip(before, now, strict=True) if one.key != other.key]
    return not {old for old, _ in changed} & {new for _, new in changed}


def _tree(labels: Sequence[Label]) -> _Node:
    """The shapes in their groups, which their names tell."""
    root = _Node("")
    for place, label in enumerate(labels):
        node = root
        above = [root]
        for name in label.what.split("/"):
            node = node.inside.setdefault(name, _Node(name, node))
            above.append(node)
        if node.place is None:
            node.place, node.text = place, label.was.text
            for group in above[:-1] if node.text != _WORDLESS else []:
                group.texts[node.text] += 1
    return root


class _Matching:
    """Pairs of nodes, found from the slide as a whole down to the parts of its groups."""

    def __init__(self, before: _Node, now: _Node) -> None:
        self.mates: dict[_Node, _Node] = {}
        self._taken: set[_Node] = set()
        self._pair(before, now)
        while self._pair_moved(list(before.nodes()), list(now.nodes())):
            pass

    def _pair(self, one: _Node, other: _Node) -> None:
        """The two, and what is in them."""
        self.mates[one] = other
        self._taken.add(other)
        for inner, outer in _aligned(list(one.inside.values()), list(other.inside.values())):
            if inner not in self.mates and outer not in self._taken:
                self._pair(inner, outer)

    def _pair_moved(self, before: Sequence[_Node], now: Sequence[_Node]) -> bool:
        """What stands elsewhere among the others than it did: groups that say nearly the same, then single texts."""
        left = [one for one in before if one not in self.mates]
        free = [one for one in now if one not in self._taken]
        alike = [(_alike(one, other), one, other) for one in left if one.inside for other in free if other.inside]
        groups = [(one, other) for much, one, other in sorted(alike, key=lambda three: -three[0]) if much]
        single = _once(
            [one for one in left if not one.inside and one.above in self.mates],
            [one for one in free if not one.inside],
            lambda one: (self.mates.get(one.above, one.above) if one.above else None, one.role, one.text),
        )
        found = False
        for one, other in (*groups, *single):
            if one not in self.mates and other not in self._taken:
                self._pair(one, other)
                found = True
        return found


def _aligned(before: Sequence[_Node], now: Sequence[_Node]) -> Iterator[tuple[_Node, _Node]]:
    """The parts of a group, in the order that both have: those that are alike, and between them those of one kind."""
    start, other = 0, 0
    for place, place_now in (*_anchors(before, now), (len(before), len(now))):
        yield from _of_a_kind(before[start:place], now[other:place_now])
        if place < len(before):
            yield before[place], now[place_now]
        start, other = place + 1, place_now + 1


def _anchors(before: Sequence[_Node], now: Sequence[_Node]) -> list[tuple[int, int]]:
    """Places of parts that are alike, as many and as much alike as one order allows."""
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    alike = [[_alike(one, other) for other in now] for one in before]
    for row in reversed(range(len(before))):
        for column in reversed(range(len(now))):
            both = alike[row][column] + best[row + 1][column + 1] if alike[row][column] else 0.0
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    found: list[tuple[int, int]] = []
    row = column = 0
    while row < len(before) and column < len(now):
        much = alike[row][column]
        if much and best[row][column] == much + best[row + 1][column + 1]:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return found


def _alike(one: _Node, other: _Node) -> float:
    """How much speaks for the two being the same, 0 where nothing does."""
    if one.role != other.role:
        return 0.0
    if one.inside:
        named = without_number(one.name) == without_number(other.name)
        share = 2 * (one.texts & other.texts).total() / ((one.texts + other.texts).total() or 1)
        return named + share if named or share > _SHARE else 0.0
    if one.text != other.text:
        return 0.0
    return 1.0 if one.text != _WORDLESS else _UNSAID


def _of_a_kind(left: Sequence[_Node], free: Sequence[_Node]) -> Iterator[tuple[_Node, _Node]]:
    """Parts between others whose words have changed: those of the same name, then those of a kind in their order."""
    named = dict(_once(left, free, lambda one: (one.role, one.name)))
    yield from named.items()
    kinds: dict[str, tuple[list[_Node], list[_Node]]] = defaultdict(lambda: ([], []))
    for one in left:
        if one not in named:
            kinds[one.role][0].append(one)
    for one in free:
        if one not in named.values():
            kinds[one.role][1].append(one)
    for some, others in kinds.values():
        if len(some) == len(others):
            yield from zip(some, others, strict=True)


def _once(
    left: Iterable[_Node], free: Iterable[_Node], key: Callable[[_Node], object]
) -> Iterator[tuple[_Node, _Node]]:
    """Those whose key is the same, where it stands once on either side."""
    sides: dict[object, tuple[list[_Node], list[_Node]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((left, free)):
        for one in entries:
            sides[key(one)][side].append(one)
    for some, others in sides.values():
        if len(some) == len(others) == 1:
            yield some[0], others[0]
