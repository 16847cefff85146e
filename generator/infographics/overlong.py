"""Texts that have no room in some picture: which of them to shorten and by how much, so that every picture is laid out.

In: comparisons whose pictures overflow, one after the other. Out: the same comparisons with texts cut until all have
room, and a problem for each text that was cut. Shortening what they ask for is enough: with these cuts it was laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.infographics.shortening import Cut, Cuts, shorten
from generator.layout import words
from generator.model import Infographic, View, address, following, holders, place_of, rewritten, texts_within
from generator.problems import HEADLINE, Overflow, Place, Problem, counted, one_line
from generator.problems import shorten as quoted

_WHOLE = Cut()
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Subject:
    """A picture of a comparison, in one size. `title` is what a message calls both."""

    view: View
    infographic: Infographic
    picture: str
    size: str

    @property
    def title(self) -> str:
        return f"the picture {self.picture} in size {self.size}"

    def cut(self, cuts: Cuts, among: frozenset[int] | None = None) -> Subject:
        """The same with texts cut down. `among` are the ids of the parts that hold any, where they are known."""
        view = self.view
        if not cuts:
            return self
        known = self.holding(cuts) if among is None else among

        def cut(value: Value) -> Value:
            return rewritten(value, lambda text: cuts.get(text.place, _WHOLE).of(text), known)

        model = view.model.model_copy(
            update={"catalogue": cut(view.model.catalogue), "sources": cut(view.model.sources)}
        )
        roles = tuple(replace(compared, role=cut(compared.role)) for compared in view.roles)
        before, after = ({one.id: one.role for one in each} for each in (view.roles, roles))
        changed = View(view.id, following(cut(view.comparison), before, after), roles, model)
        return replace(self, view=changed, infographic=cut(self.infographic))

    def holding(self, places: Collection[Place]) -> frozenset[int]:
        """The ids of the parts that hold texts of these places."""
        return holders(self._parts(), places)

    def _parts(self) -> tuple[object, ...]:
        roles = (compared.role for compared in self.view.roles)
        return self.infographic, self.view.comparison, *roles, self.view.model.catalogue, self.view.model.sources

    def texts(self, shown: str) -> dict[Place, str]:
        """Every text of the content that stands among what the picture shows, by its place."""
        every = (text for part in self._parts() for text in texts_within(part))
        running = _squeezed(shown)
        return {text.place: str(text) for text in every if text.place.line and _squeezed(text) in running}


Attempt = Callable[[Subject], object]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one picture asked of a text; `together` are all texts that it asked to be shortened, `spare` by how much."""

    subject: Subject
    together: int
    spare: int


@dataclass(slots=True)
class Overlong:
    """The cuts that pictures needed so far."""

    cuts: dict[Place, Cut] = field(default_factory=dict)
    _texts: dict[Place, str] = field(default_factory=dict)
    _asked: dict[Place, list[_Asked]] = field(default_factory=dict)
    _hopeless: list[Problem] = field(default_factory=list)

    def make_room(self, subject: Subject, shown: str, attempt: Attempt, overflow: Overflow) -> bool:
        """Cuts texts until `attempt`, which lays the picture out, needs no more than its room; False: none helps."""
        texts = subject.texts(shown)
        among = subject.holding({*texts, *self.cuts})

        def trial(cuts: Cuts) -> Overflow | None:
            try:
                attempt(subject.cut(cuts, among))
            except Overflow as still:
                return still
            return None

        cuts = shorten(texts, trial, self.cuts)
        if cuts is None:
            self._hopeless.append(_hopeless(subject, overflow))
            return False
        changed = {place: cut for place, cut in cuts.items() if cut != self.cuts.get(place)}
        spare = {
            place: len(self._now(texts[place], place)) - len(cut.of(texts[place])) for place, cut in changed.items()
        }
        for place in changed:
            self._texts[place] = texts[place]
            self._asked.setdefault(place, []).append(_Asked(subject, len(changed), sum(spare.values())))
        self.cuts.update(changed)
        return True

    def hyphenated(self) -> Overlong:
        """The same where words that are too wide get hyphens, to be asked what else pictures need then."""
        return Overlong({place: replace(cut, hyphens=cut.letters is not None) for place, cut in self.cuts.items()})

    def problems(self, hyphenated: Overlong | None = None) -> Iterator[Problem]:
        """One for each text that has to be shorter, and for each picture that no cut helps. Hyphens are a remedy if
        with them, as `hyphenated` was asked, no other text has to be shorter.
        """
        yield from self._hopeless
        cuts = hyphenated.cuts if hyphenated and self._enough(hyphenated) else {}
        for place, asked in self._asked.items():
            yield _too_long(self._texts[place], place, self.cuts[place], asked, cuts.get(place))

    def _enough(self, hyphenated: Overlong) -> bool:
        """Whether only words that were too wide need something else where they have hyphens."""
        same = hyphenated.cuts.keys() == self.cuts.keys() and not hyphenated._hopeless
        return same and all(
            hyphenated.cuts[place] == cut if cut.letters is None else hyphenated.cuts[place].letters == cut.letters
            for place, cut in self.cuts.items()
        )

    def _now(self, text: str, place: Place) -> str:
        return self.cuts.get(place, _WHOLE).of(text)


def _too_long(text: str, place: Place, cut: Cut, asked: list[_Asked], hyphenated: Cut | None) -> Problem:
    """Named for the last picture that asked for a cut, which is the one that needed most."""
    last = asked[-1]
    said = f" is too long for {last.subject.title}"
    message = f'"{quoted(one_line(text), max(HEADLINE - len(said) - 2, 12))}"{said}'
    return Problem("text-too-long", place, message, _fix(text, cut, last, hyphenated) + _elsewhere(asked))


def _fix(text: str, cut: Cut, asked: _Asked, hyphenated: Cut | None) -> str:
    """What to do about words that are wider than their column, and about texts that are too much in all."""
    less = _less(text, cut)
    if less and asked.together > 1:
        less += f" (with others of this picture: {asked.spare} in all)"
    most = cut.letters
    wide = [word.text for word in words(text) if most is not None and len(word.text) > most]
    if not wide:
        return less
    named = ", ".join(f'"{word}"' for word in dict.fromkeys(wide))
    shorter = [f"use a word of at most about {counted(most or 0, 'letter')}", less]
    broken = ["write a hyphen where it may break", _less(text, hyphenated)] if hyphenated else []
    ways = [" and ".join(filter(None, way)) for way in (shorter, broken) if way]
    return f"{named} {'is' if len(set(wide)) == 1 else 'are'} wider than the column: {', or '.join(ways)}"


def _less(text: str, cut: Cut) -> str:
    """By how many characters the text is too long, whatever its words are."""
    spare = len(replace(cut, characters=None).of(text)) - len(cut.of(text))
    return f"shorten it by about {counted(spare, 'character')}" if spare > 0 else ""


def _elsewhere(asked: list[_Asked]) -> str:
    titles = dict.fromkeys(f"{one.subject.picture} ({one.subject.size})" for one in asked[:-1])
    titles.pop(f"{asked[-1].subject.picture} ({asked[-1].subject.size})", None)
    return f"; also too long for {', '.join(titles)}" if titles else ""


def _hopeless(subject: Subject, overflow: Overflow) -> Problem:
    """No cut helps: the address of the site is too long, or there are too many entries."""
    model, place = subject.view.model, subject.infographic.title.place
    if overflow.axis == "width" and max((word.text for word in words(overflow.text)), key=len, default="") in {
        word.text for word in words(address(model))
    }:
        message = f"the site's address is too long for {subject.title}"
        return Problem(
            "text-too-long", place_of(model.site.url), message, f"publish it at a shorter one; or {_LEAVE_OUT}"
        )
    message = f"there are too many entries for {subject.title}, however short they are"
    return Problem("text-too-long", place, message, f"leave out some of what it lists; or {_LEAVE_OUT}")


_LEAVE_OUT = "leave out this size in site.yml, or the picture"


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
