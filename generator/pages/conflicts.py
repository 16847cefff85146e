"""Addresses that two pages would have.

In: the model and its pictures. Out: problems of the content.
"""

from __future__ import annotations

from generator.infographics import Picture
from generator.model import NOWHERE, Model, Text
from generator.pages import redirects
from generator.pages.context import Views
from generator.pages.page import Page, every_page
from generator.problems import Problem


def conflicts(model: Model, pictures: tuple[Picture, ...]) -> tuple[Problem, ...]:
    """A problem for each page that would have the address of another one, now or under an old id."""
    taken: dict[str, Page] = {}
    problems = []
    pages = tuple(every_page(Views(model, pictures)))
    for page in pages:
        first = taken.setdefault(page.address, page)
        if first is page:
            continue
        names = [getattr(owner, "name", None) for owner in page.subject.values()]
        place = next((name.place for name in names if isinstance(name, Text)), NOWHERE)
        message = f"the address /{page.address} belongs to two pages"
        problems.append(Problem("address-taken", place, message, "choose another id"))
    if "index" in model.roles:  # its file would take the place of the list
        place = model.roles["index"].name.place
        message = "the address /data/roles/index.json belongs to the list of roles"
        problems.append(Problem("address-taken", place, message, "choose another id"))
    aims = {page.address: page.address for page in pages}
    for move in redirects.moved(pages):
        if aims.setdefault(move.old, move.new) != move.new:
            message = f"the old address /{move.old} belongs to another page too"
            problems.append(
                Problem("address-taken", move.place, message, "remove the old id, or rename the other page")
            )
    return tuple(problems)
