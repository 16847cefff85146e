"""The fixed names of sections, which site.yml may replace: pages, pictures, decks and data take them from here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.schema.fields import Part
from generator.model.text import Text

_ALL = "; {all} becomes both or all"


def _word(usual: str, where: str) -> Text:
    """A field's default is what stands there without it."""
    word: Text = Field(Text(usual), description=where)
    return word


_Word = Annotated[Text, Field()]


class Words(Part):
    """What sections are called, as the trade calls them."""

    comparison: _Word = _word("Comparison", "The menu's name of the only comparison; of several each has its own.")
    roles: _Word = _word("Roles", "The menu's name of the roles' pages.")
    any_roles: _Word = _word(
        "Compare any roles", "The page on which readers choose the roles, in the menu and above it."
    )
    infographics: _Word = _word("Infographics", "The menu's name of the pictures, and the heading of their page.")
    glossary: _Word = _word("Glossary", "The menu's name of the glossary, and its heading.")
    profile: _Word = _word("Role profile", "Above the name of a role on its page.")
    facts: _Word = _word("At a glance", "The role's statements on its page.")
    lead: _Word = _word("What sets the role apart", "The role's lead on its page.")
    responsibilities: _Word = _word("Responsibilities", "The role's responsibilities on its page.")
    accounts: _Word = _word("Customers", "Whom a role looks after, on its page and in pictures.")
    account: _Word = _word("customer", "One of them, within a sentence.")
    skills: _Word = _word("Skills", "The role's skills on its page.")
    metrics: _Word = _word("Measures", "The role's measures on its page.")
    partners: _Word = _word("Partners", "The role's partners on its page.")
    career: _Word = _word("Career", "The role's career on its page and in pictures.")
    career_moves: _Word = _word(
        "Moves between the roles", "Moves between careers, on pages and in pictures; {all} becomes both or all."
    )
    occupations: _Word = _word("Official classification", "The role's official codes on its page.")
    fit: _Word = _word("When this role is needed", "The role's fit on its page.")
    fit_short: _Word = _word("Needed when", "The role's fit in pictures.")
    signs: _Word = _word("Signs that it is needed", "Above the signs within a role's fit.")
    glance: _Word = _word("The difference at a glance", "What roles say of themselves on the home page.")
    scales: _Word = _word("Where each role stands", "The scales on the comparison's page and on the poster.")
    widest: _Word = _word("Where they differ most", "The scales on the home page and on a deck's first slide.")
    topics: _Word = _word("Subject by subject", "The list of topics.")
    shared: _Word = _word("What {all} need", f"What the roles have in common{_ALL}.")
    shared_row: _Word = _word("Shared by {all}", f"The same in pictures{_ALL}.")
    common: _Word = _word("What {all} share", f"What roles share within a topic{_ALL}.")
    differs: _Word = _word("Where they differ", "What they differ in within a topic.")
    together: _Word = _word("Working together", "How roles work side by side, within a topic.")
    views: _Word = _word("Side by side", "What the roles say on a topic.")
    responsibilities_topic: _Word = _word("What the work consists of", "Responsibilities on the page of a topic.")
    metrics_topic: _Word = _word("How success is measured", "Measures on the page of a topic.")
    partners_topic: _Word = _word("Who gives what to whom", "Partners on the page of a topic.")
    skills_topic: _Word = _word("What each role needs", "Skills on the page of a topic.")
    career_topic: _Word = _word("Where the path leads", "Careers on the page of a topic.")
    verdicts: _Word = _word("What to conclude", "The conclusions of the guide.")
    decides: _Word = _word("What decides", "What the guide turns on.")
    fits: _Word = _word("When each role fits", "The fit of all roles on the guide's page.")

    def topic(self, shows: str) -> str:
        """The heading of a list of the roles on the page of a topic."""
        found: Text = getattr(self, f"{shows}_topic")
        return found

    def of(self, word: str, count: int) -> str:
        """The word for so many roles."""
        found: Text = getattr(self, word)
        return found.replace("{all}", "both" if count == 2 else "all")
