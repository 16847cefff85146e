"""The pages to be: each kind for each of its subjects.

In: the model and its pictures. Out: `Page` values, not rendered yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.pages import slides
from generator.pages.addresses import address
from generator.pages.catalogue import in_navigation
from generator.pages.context import Views
from generator.pages.kinds import Kind, kinds


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its template, its path below docs/, its way through the navigation and what it is about. Of a catalogue
    most pages are not `listed` there.
    """

    kind: Kind
    path: str
    way: tuple[str, ...]
    subject: Mapping[str, Any]
    listed: bool = True

    @property
    def address(self) -> str:
        """Relative to the site, empty or with a closing slash."""
        return address(self.path)


def every_page(view: Views) -> Iterator[Page]:
    """In the order of the kinds."""
    words = view.model.site.words
    for kind in kinds():
        for subject in _SUBJECTS[kind.each](view):
            way = tuple(part.format(**subject, words=words) for part in kind.nav)
            listed = not view.catalogue or in_navigation(kind.name, len(view.families))
            yield Page(kind, kind.path.format(**subject), way, subject, listed)


def _comparisons(view: Views) -> Iterator[dict[str, Any]]:
    for comparison in view.comparisons:
        section = comparison.of.name if len(view.comparisons) > 1 else view.model.site.words.comparison
        yield {"comparison": comparison, "section": section}


def _topics(view: Views) -> Iterator[dict[str, Any]]:
    for subject in _comparisons(view):
        yield from ({**subject, "topic": topic} for topic in subject["comparison"].of.topics)


def _pictures(view: Views) -> Iterator[dict[str, Any]]:
    for picture in view.pictures:
        yield {"picture": picture, "comparison": view.comparison(picture.comparison)}


def _groups(name: str, groups: Callable[[Views], Iterable[Any]]) -> Callable[[Views], Iterator[dict[str, Any]]]:
    """Pages that only a catalogue has, one a group."""
    return lambda view: ({name: group} for group in groups(view)) if view.catalogue else iter(())


# What a template can be rendered for: `each` in its first comment.
_SUBJECTS: dict[str, Callable[[Views], Iterator[dict[str, Any]]]] = {
    "site": lambda view: iter(({},)),
    "sources": lambda view: iter(({"called": view.sources_called},)),
    "glossary": lambda view: iter(({},) if view.model.glossary else ()),
    "gallery": lambda view: iter(({},) if view.pictures else ()),
    "slides": lambda view: iter(({},) if slides.with_slides(view.pictures) else ()),
    "changes": lambda view: iter(({},) if view.model.changes else ()),
    "comparison": _comparisons,
    "topic": _topics,
    "chooser": lambda view: iter(({},) if view.model.to_choose_from else ()),
    "role": lambda view: ({"role": role} for role in view.roles),
    "picture": _pictures,
    "comparisons": lambda view: iter(({},) if view.catalogue else ()),
    "roles": lambda view: iter(({},) if view.catalogue else ()),
    "skills": lambda view: iter(({},) if view.catalogue and view.needed_skills else ()),
    "family": _groups("family", lambda view: view.families),
    "letter": _groups("letter", lambda view: view.initials),
    "skill": _groups("skill", lambda view: view.needed_skills),
}
