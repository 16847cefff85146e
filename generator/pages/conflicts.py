"""Addresses that two pages would have.

In: the model and its pictures. Out: problems of the content.
"""

from __future__ import annotations

from generator.infographics import Picture
from generator.model import NOWHERE, Model, Text
from generator.pages import redirects
from generator.pages.context import Views
from generator.pages.page import Page, every_page
from generator.problems import Place, Problem


def conflicts(model: Model, pictures: tuple[Picture, ...]) -> tuple[Problem, ...]:
    """A problem for each page that would have the address of another one, now or under an old id."""
    taken: dict[str, Page] = {}
    problems = []
    pages = tuple(every_page(Views(model, pictures)))
    for page in pages:
        first = taken.setdefault(page.address, page)
        if first is page:
            continue
        ours, other = (page, first) if _place(page) != NOWHERE else (first, page)
        message = f"the address /{page.address} belongs to {_called(other)} too"
        fix = "give the file another name" if ours.kind.each in ("role", "comparison") else "choose another id"
        problems.append(Problem("address-taken", _place(ours), message, fix))
    if "index" in model.roles:  # its file would take the place of the list
        place = model.roles["index"].name.place
        message = "the address /data/roles/index.json belongs to the list of roles"
        problems.append(Problem("address-taken", place, message, "give the file another name"))
    aims = {page.address: page.address for page in pages}
    for move in redirects.moved(pages):
        if (aim := aims.setdefault(move.old, move.new)) != move.new:
            message = f"the old address /{move.old} belongs to {_called(taken[aim])} too"
            problems.append(
                Problem("address-taken", move.place, message, "remove the old id, or rename the other page")
            )
    return tuple(problems)


def _name(page: Page) -> str:
    """What the thing is called that the page is about; "" where it is about none."""
    name = getattr(page.subject.get(page.kind.each), "name", "")
    return name if isinstance(name, str) else ""


def _place(page: Page) -> Place:
    """Where the thing is named that the page is about; of a picture, its comparison."""
    names = (_name(page), *(getattr(owner, "name", None) for owner in page.subject.values()))
    return next((name.place for name in names if isinstance(name, Text) and name.place != NOWHERE), NOWHERE)


def _called(page: Page) -> str:
    name = _name(page)
    return f'the {page.kind.each} "{name}"' if name else f'the page "{next(filter(None, reversed(page.way)))}"'
