"""Content of any size: roles of made-up offices and workshops, readable and the same for the same numbers.

In: how many roles and comparisons, and a folder. Out: the content in it, with families, a catalogue and three pictures
a comparison. `python tests/catalogues.py FOLDER ROLES COMPARISONS` writes one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

FAMILIES = (
    ("sales", "Sales", "material/handshake", "who win customers and keep them"),
    ("service", "Customer service", "material/headset", "who answer when something went wrong"),
    ("logistics", "Logistics", "material/truck", "who move goods and know where they are"),
    ("production", "Production", "material/factory", "who make what is sold"),
    ("quality", "Quality", "material/check-decagram", "who find faults before customers do"),
    ("finance", "Finance", "material/finance", "who count, plan and pay"),
    ("people", "People", "material/account-group", "who find colleagues and help them to stay"),
    ("software", "Software", "material/code-braces", "who build and run programs"),
    ("data", "Data", "material/database", "who make sense of figures"),
    ("care", "Care", "material/heart-pulse", "who look after others"),
    ("building", "Building", "material/hammer", "who put up and mend houses"),
    ("kitchen", "Kitchen", "material/chef-hat", "who cook for many"),
)
_RANKS = ("Junior", "Assistant", "Senior", "Lead", "Regional", "Technical", "Field", "Night", "Chief", "Associate")
_MATTERS = (
    "Account", "Route", "Store", "Order", "Claims", "Return", "Stock", "Fleet", "Line", "Batch", "Lab", "Audit",
    "Ledger", "Payroll", "Budget", "Talent", "Training", "Platform", "Release", "Report", "Survey", "Ward", "Home",
    "Roof", "Site", "Timber", "Pastry", "Menu", "Banquet", "Garden", "Harbour", "Archive", "Studio", "Press", "Tender",
)  # fmt: skip
_TRADES = ("Manager", "Planner", "Clerk", "Analyst", "Engineer", "Advisor", "Inspector", "Coordinator", "Specialist")
_SKILLS = (
    "Bargaining", "Listening", "Planning", "Writing", "Arithmetic", "Driving", "Lifting safely", "Reading drawings",
    "Statistics", "Programming", "Testing", "Teaching", "Budgeting", "First aid", "Scheduling", "Purchasing",
    "Measuring", "Forecasting", "Negotiating", "Interviewing", "Modelling data", "Keeping records", "Tasting",
    "Welding", "Hygiene", "Leading a shift", "Map reading", "Contract law", "Accounting rules", "Public speaking",
    "Spreadsheets", "Repairing tools", "Calming people", "Finding faults", "Estimating", "Documenting", "Translating",
    "Bookkeeping", "Coaching", "Route design",
)  # fmt: skip
_METRICS = (
    "Orders on time", "Faults per thousand", "Customers kept", "Cost per unit", "Hours of overtime", "Answer time",
    "Stock turns", "Budget kept", "Posts filled", "Incidents", "Waste", "Returns", "Satisfaction", "Margin",
)  # fmt: skip
_PARTNERS = ("Warehouse", "Accounting", "Marketing", "Purchasing", "Workshop", "Help desk", "Legal", "Payroll office")
_VERBS = ("Plans", "Checks", "Orders", "Explains", "Repairs", "Counts", "Compares", "Arranges", "Records", "Improves")
_THINGS = (
    "the week's deliveries", "prices of the season", "what came back", "the shift's plan", "open claims",
    "new contracts", "the month's figures", "machines before they stop", "training for newcomers", "what is in store",
    "routes of the vans", "tests before a release",
)  # fmt: skip
_WHYS = (
    "so that nobody waits",
    "before it costs money",
    "and says what it means",
    "with those who use it",
    "every day",
)
_DIMENSIONS = (
    ("focus", "Main task", "material/target", "What is the role there for?"),
    ("place", "Place of work", "material/map-marker", "Where is the work done?"),
    ("hours", "Hours", "material/clock-outline", "When is it done?"),
    ("team", "Team", "material/account-multiple", "With whom?"),
)
_PLACES = ("At a desk", "On the road", "In the hall", "At customers'", "Half at home", "In the kitchen", "On site")
_HOURS = ("By day", "In shifts", "From six", "When it is quiet", "Evenings too", "Four days a week")
_TEAMS = ("Alone with two contacts", "A team of five", "A crew of twelve", "Three offices at once", "One partner")
_LEANS = ("Up by a step", "To a larger house", "Into another trade", "Towards teaching")
_LEVELS = ("working", "strong", "expert")
_DAY = "2026-11-27"


def write(content: Path, roles: int, comparisons: int, *, seed: int = 1, picture_set: str = "catalogue") -> None:
    """The content in an empty folder. The first comparison is the home page's."""
    random = Random(seed)
    names = _names(random, roles)
    families = [FAMILIES[index % len(FAMILIES)][0] for index in range(roles)]
    _dump(content / "site.yml", _site(roles, comparisons, picture_set))
    _dump(content / "catalogue.yml", _catalogue())
    made = {_id(name): _role(random, name, family) for name, family in zip(names, families, strict=True)}
    for id, role in made.items():
        _dump(content / f"roles/{id}.yml", role)
    for id, comparison in _comparisons(random, made, comparisons):
        _dump(content / f"comparisons/{id}.yml", comparison)


def _site(roles: int, comparisons: int, picture_set: str) -> dict[str, Any]:
    return {
        "name": "Catalogue of roles",
        "tagline": f"{roles} roles, {comparisons} comparisons",
        "url": "https://example.org/catalogue/",
        "updated": _DAY,
        "pictures": {"set": picture_set},
    }


def _catalogue() -> dict[str, Any]:
    return {
        "skills": {_id(name): {"name": name, "definition": f"Does {name.lower()} without help."} for name in _SKILLS},
        "metrics": {_id(name): {"name": name, "better": "higher"} for name in _METRICS},
        "partners": {_id(name): {"name": name} for name in _PARTNERS},
        "families": {id: {"name": name, "icon": icon, "text": f"Those {text}."} for id, name, icon, text in FAMILIES},
    }


def _names(random: Random, count: int) -> list[str]:
    every = [f"{rank} {matter} {trade}" for rank in ("", *_RANKS) for matter in _MATTERS for trade in _TRADES]
    random.shuffle(every)
    assert count <= len(every)
    return [" ".join(name.split()) for name in every[:count]]


def _role(random: Random, name: str, family: str) -> dict[str, Any]:
    duties = random.sample(_THINGS, 4)
    skills, metrics, partners = (random.sample(these, 4) for these in (_SKILLS, _METRICS, _PARTNERS))
    *_, matter, _ = name.split()
    return {
        "name": name,
        "family": family,
        "tagline": f"{random.choice(_VERBS)} {duties[0]}",
        "summary": f"{random.choice(_VERBS)} {duties[0]} {random.choice(_WHYS)}, and {duties[1]} as well.",
        "dimensions": {
            "focus": {"short": _capital(duties[0])},
            "place": {"short": random.choice(_PLACES)},
            "hours": {"short": random.choice(_HOURS)},
            "team": {"short": random.choice(_TEAMS)},
        },
        "topics": {
            "work": {"headline": _capital(duties[0])},
            "skills": {"headline": f"{skills[0]} first"},
            "partners": {"headline": f"Close to {partners[0].lower()}"},
        },
        "responsibilities": [
            {"title": _capital(duty), "text": f"{random.choice(_VERBS)} {duty} {random.choice(_WHYS)}."}
            for duty in duties
        ],
        "skills": [{"skill": _id(skill), "level": random.choice(_LEVELS), "headline": True} for skill in skills],
        "metrics": [{"metric": _id(metric), "headline": True} for metric in metrics[:3]],
        "partners": [
            {"partner": _id(partner), "gives": _capital(duties[2]), "gets": f"Word of {duties[3]}"}
            for partner in partners[:3]
        ],
        "career": {
            "leans": random.choice(_LEANS),
            "text": f"From helper to {name.lower()}, and on from there.",
            "steps": [
                {"title": f"{matter} helper", "stage": "before", "text": f"Watches how others do {duties[0]}."},
                {"title": name, "stage": "now", "text": f"Answers for {duties[1]}."},
                {"title": f"{matter} head", "stage": "next", "text": f"Leads those who do {duties[2]}."},
            ],
        },
        "fit": {
            "title": _capital(f"{duties[0]} takes too long"),
            "text": f"Somebody has to answer for {duties[0]}.",
            "signs": [_capital(f"{duties[1]} is late each month")],
        },
    }


def _comparisons(random: Random, roles: dict[str, dict[str, Any]], count: int) -> Iterable[tuple[str, dict[str, Any]]]:
    groups: dict[str, list[str]] = {}
    for id, role in roles.items():
        groups.setdefault(role["family"], []).append(id)
    for number in range(count):
        among = groups[FAMILIES[number % min(len(FAMILIES), len(roles))][0]]
        chosen = random.sample(among, min(len(among), 2 + (number % 5 == 4) + (number % 20 == 19)))
        yield f"comparison-{number + 1:04}", _comparison(random, chosen, roles)


def _comparison(random: Random, chosen: Sequence[str], roles: dict[str, dict[str, Any]]) -> dict[str, Any]:
    names = [roles[id]["name"] for id in chosen]
    listed = " and ".join(names) if len(names) == 2 else f"{', '.join(names[:-1])} and {names[-1]}"
    return {
        "name": " vs ".join(names),
        "title": f"Where {listed} part",
        "roles": list(chosen),
        "dimensions": [
            {"id": id, "name": name, "icon": icon, "question": question} for id, name, icon, question in _DIMENSIONS
        ],
        "shared": {"short": "Care, patience and a clear word", "text": "All of them answer for what they do."},
        "topics": [
            {"id": "work", "name": "Work", "title": "What each is there for", "shows": "responsibilities"},
            {"id": "skills", "name": "Skills", "title": "What each has to know", "shows": "skills"},
            {"id": "partners", "name": "Partners", "title": "With whom each works", "shows": "partners"},
        ],
        "scales": [
            {
                "id": "reach",
                "name": "Reach",
                "low": "One place",
                "high": "Many places",
                "positions": {id: {"value": random.randint(0, 10), "rationale": "By calendars."} for id in chosen},
            }
        ],
        "infographics": [
            {
                "kind": kind,
                "title": title,
                "alt": f"A picture that sets {listed} side by side.",
            }
            for kind, title in (
                ("comparison-table", "Two days that have little in common"),
                ("responsibilities", "Each answers for something else"),
                ("career-paths", "Each begins as a helper"),
            )
        ],
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _id(name: str) -> str:
    return "-".join(name.lower().replace("'", "").split())


def _dump(file: Path, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
