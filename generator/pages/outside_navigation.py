"""Where a page stands that the navigation does not have, as most of a catalogue: said in its front matter.

In: the pages to be. Out: by path, `trail` (the way to it), `beside` (the pages of its comparison), `before` and
`after`; each is a title with an address relative to the site. overrides/partials shows them as the navigation's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.pages.catalogue import Group
from generator.pages.context import Views
from generator.pages.escaping import label
from generator.pages.page import Page

Link = dict[str, str]
# Of which kind the list is that a page of another stands on, where it is not that of comparisons.
_ABOVE = {"role": "roles", "letter": "roles", "family": "roles", "skill": "skills"}


def places(view: Views, pages: Sequence[Page]) -> dict[str, dict[str, object]]:
    """The fields of all pages that are not listed."""
    index = {page.kind.name: page for page in pages if not page.subject}
    families = {page.subject["family"].id: page for page in pages if page.kind.name == "family"}
    owned: dict[str, list[Page]] = {}
    for page in pages:
        if not page.listed and "comparison" in page.subject:
            owned.setdefault(page.subject["comparison"].id, []).append(page)
    found: dict[str, dict[str, object]] = {}
    for page in pages:
        if not page.listed:
            own = owned.get(page.subject["comparison"].id, []) if "comparison" in page.subject else []
            trail = [_link(one) for one in _trail(view, page, own, index, families)]
            found[page.path] = {"trail": trail, **_beside(page, own)}
    return found


def _trail(
    view: Views, page: Page, own: Sequence[Page], index: Mapping[str, Page], families: Mapping[str, Page]
) -> Iterator[Page]:
    """The pages above one, from the outermost."""
    above = _ABOVE.get(page.kind.name, "comparisons")
    if above in index:
        yield index[above]
    thing = page.subject.get("role") or page.subject.get("comparison")
    family: Group | None = view.family_of(thing) if thing else None
    if family and family.id in families:
        yield families[family.id]
    if own and page is not own[0]:
        yield own[0]


def _beside(page: Page, own: Sequence[Page]) -> dict[str, object]:
    if not own:
        return {"hide": ["navigation"]}  # there is nothing beside it
    first, place = own[0], own.index(page)
    fields: dict[str, object] = {"beside": {**_link(first), "pages": [_link(one) for one in own[1:]]}}
    if place:
        fields["before"] = _link(own[place - 1])
    if place + 1 < len(own):
        fields["after"] = _link(own[place + 1])
    return fields


def _link(page: Page) -> Link:
    return {"title": label(_title(page)), "url": page.address}


def _title(page: Page) -> str:
    return next(part for part in reversed(page.way) if part)
