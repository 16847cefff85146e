"""Terms of the glossary where a page first uses them.

In: the glossary, the names in which a term's word means something else, and texts in the order of the page. Out: each
text as inert Markup; the first use of each term is a link to its entry that carries the definition, for the tooltip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.model import Term
from generator.pages.escaping import inert, inert_with


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is looked for: a pattern, and to which term each name leads. A name that leads to none is passed over."""

    terms: Mapping[str, Term]
    names: Mapping[str, str]
    pattern: re.Pattern[str]


def vocabulary(terms: Mapping[str, Term], others: Iterable[str]) -> Vocabulary:
    """All names of the linked terms, and `others`, which hide what they contain: `Area Manager` is no area."""
    linked = [(name, id) for id, term in terms.items() if term.linked for name in (term.term, *term.also)]
    names = {name.casefold(): id for name, id in linked}
    hidden = [name for name in others if name.casefold() not in names]
    longest = sorted({*hidden, *(name for name, _ in linked)}, key=_order)
    choices = "|".join(map(_choice, longest)) or r"(?!)"
    return Vocabulary(terms, names, re.compile(rf"(?<![\w-])(?:({choices})s?)(?![\w-])", re.IGNORECASE))


def _order(name: str) -> tuple[int, str]:
    return -len(name), name


def _choice(name: str) -> str:
    """Capitals alone are an abbreviation, which small letters do not mean."""
    return f"(?-i:{re.escape(name)})" if name.isupper() else re.escape(name)


@dataclass(slots=True)
class Gloss:
    """One page's: knows what it has explained. `entries` is the address of the glossary as seen from the page."""

    vocabulary: Vocabulary
    entries: str
    _explained: set[str] = field(default_factory=set)

    def __call__(self, text: str) -> Markup:
        """The text, with links from the terms that the page uses for the first time."""
        return inert_with(text, self.vocabulary.pattern, self._link)

    def _link(self, found: re.Match[str]) -> Markup | None:
        id = self.vocabulary.names.get(found[1].casefold())
        if id is None or id in self._explained:
            return None
        self._explained.add(id)
        term = self.vocabulary.terms[id]
        return Markup('<a class="gloss" href="{}#term-{}" data-term="{}" data-definition="{}">{}</a>').format(
            Markup(self.entries), id, inert(term.term), inert(term.definition), inert(found[0])
        )
