"""One slide brought up to date.

In: the slide as it is, what it was, and as it is made now. Out: the slide changed, and what was done and left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.deck.report import Kept, Reason
from generator.deck.updating import animations
from generator.deck.updating.bring import brought, forget_unused, is_plain
from generator.deck.updating.found import Found, Made, found_on, title_of
from generator.deck.updating.label import Label, shapes
from generator.deck.updating.namespaces import GROUP, SHAPES, P, about, held
from generator.deck.updating.pairs import pairs
from generator.deck.updating.record import Written
from generator.deck.updating.shape import State, refresh, refresh_text, state, wanted_text
from generator.deck.updating.signature import inherits_alike, signature
from generator.deck.updating.surroundings import Surroundings


@dataclass(slots=True)
class Done:
    """What was done to slides."""

    refreshed: int = 0
    added: int = 0
    removed: int = 0
    deleted: int = 0
    kept: list[Kept] = field(default_factory=list)


class SlideUpdate:
    """Brings one slide up to date. `rounded`: the file came through LibreOffice; `number` counts slides from 1."""

    def __init__(self, slide: Any, number: int, before: Written | None, made: Made, rounded: bool, done: Done) -> None:
        self._slide, self._number, self._made, self._rounded, self._done = slide, number, made, rounded, done
        self._last_id, self._around = 1, Surroundings.around(slide)
        self._found = found_on(slide, before)
        own = {found.label.key for found in self._found}
        self._known = before is not None and 2 * len(own & {label.key for label in before.labels}) >= len(own)
        #: The labels of everything that was on the slide; of one from another deck what is still there.
        self._before = list(before.labels) if before and self._known else self._of_picture()
        self._pairs = {self._before[one].key: other for one, other in pairs(self._before, made.labels).items()}

    def _of_picture(self) -> list[Label]:
        """The labels of what is there of this picture; other pictures' shapes are copies that people made."""
        address = self._made.labels[0].address
        return [found.label for found in self._found if found.label.address == address]

    @cached_property
    def _at_home(self) -> bool:
        """Whether it is the picture's slide as the deck knows it, so that what is new can be told from what is gone."""
        if not self._known:
            return False
        there = {found.label.key for found in self._found}
        return any(held(found.shape) for found in self._found) or 2 * len(there) >= len(self._before)

    def run(self) -> None:
        """The slide as it should be."""
        states = [self._state(found) for found in self._found]
        self._held = self._held_by_people(states)
        own_clicks = animations.is_ours(self._slide)
        if self._untouched(states) and own_clicks:
            self._replace()
            return
        news = [self._update(found, one) for found, one in zip(self._found, states, strict=True)]
        self._remove_empty(news)
        if self._at_home:
            self._add(news)
            self._count_deleted()
        if own_clicks:
            animations.copy_kind(self._made.slide, self._slide)
        else:
            animations.forget_missing(self._slide)
        forget_unused(self._slide.part)

    def _state(self, found: Found) -> State:
        place = self._pairs.get(found.label.key)
        wanted = None if place is None else self._made.labels[place].was
        return state(found.label.was, found.now, wanted, self._rounded)

    def _untouched(self, states: Sequence[State]) -> bool:
        """Whether there is everything that was there, in its order, and nothing else."""
        there = list(shapes(self._slide._element.cSld.spTree))
        same = [found.label.key for found in self._found] == [label.key for label in self._before]
        if (
            not self._known
            or not same
            or not is_plain(self._slide)
            or len(there) != len(self._found)
            or not all(one.whole for one in states)
        ):
            return False
        pairs = zip(self._made.shapes, self._made.labels, strict=True)
        return all(inherits_alike(shape, label.was, self._around) for shape, label in pairs)

    def _replace(self) -> None:
        """The whole slide anew; what it has besides shapes stays."""
        made = self._made.slide
        tree = self._slide._element.cSld.spTree
        for found in self._found:
            place = self._pairs.get(found.label.key)
            self._done.removed += place is None
            self._done.refreshed += place is not None and self._made.labels[place] != found.label
        self._done.added += len(self._made.labels) - len(self._pairs)
        tree.getparent().replace(tree, brought(made._element.cSld.spTree, made.part, self._slide.part))
        animations.copy(made, self._slide)
        forget_unused(self._slide.part)

    # --- what is there ---

    def _update(self, found: Found, one: State) -> Any:
        """The shape as it should be, None if it is not any more."""
        place = self._pairs.get(found.label.key)
        if place is None:
            return self._orphan(found, one)
        label, made = self._made.labels[place], self._made.shapes[place]
        self._done.refreshed += one.text and one.look and label.key != found.label.key
        if one.whole and not inherits_alike(made, label.was, self._around):
            return self._refresh_text(found.shape, made, label)
        new = refresh(found.shape, made, label, one, (self._made.slide.part, self._slide.part))
        self._tell(label, one, wanted_text(found.label.was, label, new, made))
        return new

    def _refresh_text(self, shape: Any, made: Any, label: Label) -> Any:
        """A placeholder whose layout another program has changed keeps its place and its look, and is known by them."""
        refresh_text(shape, made)
        now = replace(signature(shape, self._around), text=label.was.text)
        about(shape).set("name", str(Label(label.name, now)))
        return shape

    def _held_by_people(self, states: Sequence[State]) -> set[Any]:
        """What is in groups that people changed and the content has no more: they stay as a whole."""
        return {
            inner
            for found, one in zip(self._found, states, strict=True)
            if found.shape.tag == GROUP and self._is_gone(found) and not one.whole
            for inner in found.shape.iterdescendants(*SHAPES)
        }

    def _is_gone(self, found: Found) -> bool:
        """Whether it was made for this slide, and is not any more."""
        key = found.label.key
        return key not in self._pairs and any(label.key == key for label in self._before)

    def _orphan(self, found: Found, one: State) -> Any:
        """What the content has no more goes, unless people changed it, or it stands on a slide of another picture."""
        if not self._is_gone(found):
            return found.shape
        held = found.shape in self._held
        if one.whole and not held and found.shape.tag != GROUP:
            found.shape.getparent().remove(found.shape)
            self._done.removed += 1
            return None
        if not held and not one.whole:
            self._keep(found.label, "gone")
        about(found.shape).set("name", f"{found.label.name} (kept)")
        return found.shape

    def _remove_empty(self, news: Sequence[Any]) -> None:
        """Groups of which nothing is left."""
        for found, shape in reversed(list(zip(self._found, news, strict=True))):
            if shape is not None and shape.tag == GROUP and self._is_gone(found) and not list(_within(shape)):
                shape.getparent().remove(shape)

    def _tell(self, label: Label, one: State, wanted: str) -> None:
        if not one.text:
            self._keep(label, "text", wanted)
        elif not one.look:
            self._keep(label, "look", wanted)
        elif not one.place:
            self._keep(label, "place")

    def _keep(self, label: Label, reason: Reason, wanted: str = "") -> None:
        """Tells of a shape by the name that it has now."""
        self._done.kept.append(Kept(self._number, title_of(self._slide), label.what, reason, wanted))

    def _count_deleted(self) -> None:
        there = {found.label.key for found in self._found}
        self._done.deleted += sum(key not in there for key in self._pairs)

    # --- what is new ---

    def _add(self, news: Sequence[Any]) -> None:
        """Puts in what was not made before, after what it follows."""
        there: dict[int, Any] = {}
        for found, shape in zip(self._found, news, strict=True):
            place = self._pairs.get(found.label.key)
            if place is not None and shape is not None:
                there.setdefault(place, shape)
        old = set(self._pairs.values())
        places = {id(shape): place for place, shape in enumerate(self._made.shapes)}
        tree = self._slide._element.cSld.spTree
        self._fill(tree, self._made.slide._element.cSld.spTree, there, old, places)

    def _fill(self, target: Any, source: Any, there: dict[int, Any], old: set[int], places: Mapping[int, int]) -> None:
        """Fills a group, or the whole slide, from the one that is made now."""
        last = None
        for shape in _within(source):
            place = places[id(shape)]
            if place not in old and (new := self._new(shape, old, places)) is not None:
                _insert(target, new, last)
                there[place] = new
            here = there.get(place)
            if here is not None and shape.tag == GROUP and place in old and here.tag == GROUP:
                self._fill(here, shape, there, old, places)
            elif here is None and shape.tag == GROUP and _any_there(shape, there, places):
                self._fill(target, shape, there, old, places)  # people took the group apart
            if here is not None and here.getparent() is target:
                last = here

    def _new(self, shape: Any, old: set[int], places: Mapping[int, int]) -> Any:
        """A copy of what is new, without what people have elsewhere already."""
        copy = brought(shape, self._made.slide.part, self._slide.part)
        for one, inner in list(zip(shapes([copy]), shapes([shape]), strict=True)):
            if places[id(inner)] in old:
                one.getparent().remove(one)
            else:
                self._done.added += 1
                about(one).set("id", str(self._next_id()))
        return copy if copy.tag != GROUP or list(_within(copy)) else None

    def _next_id(self) -> int:
        used = [int(one.get("id")) for one in self._slide._element.iter(f"{P}cNvPr")]
        self._last_id = max(*used, self._last_id) + 1
        return self._last_id


def _within(group: Any) -> Iterator[Any]:
    """The shapes directly in a group."""
    for shape in group:
        if shape.tag in SHAPES:
            yield shape


def _any_there(group: Any, there: Mapping[int, Any], places: Mapping[int, int]) -> bool:
    return any(places[id(shape)] in there for shape in shapes(group))


def _insert(target: Any, new: Any, last: Any) -> None:
    if last is not None:
        last.addnext(new)
    else:
        target.insert(2, new)  # after what is said about the group itself
