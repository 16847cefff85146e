"""Every text of the model as an attacker would type it: pages show it as typed, and nothing of it comes to life.

In: the content twice, built with few pictures: once with a harmless text in every field, once with a hostile one. Out:
page by page the same elements with the same attributes, and the same words but for those that were typed.
"""

from __future__ import annotations

import html
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hosting import serving
from playwright.sync_api import Browser, Page
from projects import Sandbox, set_up, without_painting
from pydantic import BaseModel

from generator.model.loading import inspect
from generator.model.text import Text
from generator.problems.errors import Place

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Short, for pictures have little room; `%d` tells each field from every other. All have a sign that HTML escapes, so
# that escaping it twice would show.
HOSTILE = [
    "<i onclick=pwn()>%d",
    "<script>pwn()</script>%d",
    '"><img src=x onerror=pwn()>%d',
    "' onfocus=pwn() autofocus '&%d",
    "[t%d](javascript:pwn())&",
    "![t%d](x)&",
    "t%d {: onclick=pwn() }&",
    "{{ 7 * %d }}{%% raw %%}&",
    "&lt;b&gt; &amp; %d",
    "# t%d | ]]> $x$",
    "</td></p></div>%d",
    "*a* _b_ `c` & %d",
    "=cmd|x!A%d&",
    "--- %d &",
    "<!-- %d -->",
    "<https://a.example/%d>",
]
HARMLESS = "t%d"

# Elements with their attributes, without what holds a text, each with how often it is there; a list by alphabet has
# another order. The page's own scripts have run by then.
# What a page is made of, but for the letters under which a glossary has terms: those are of the texts.
STRUCTURE = """() => {
  const counted = {}
  const letters = new Set(document.querySelectorAll(".letters li, .letters li *, [id^=letter-]"))
  for (const element of document.querySelectorAll("*")) {
    if (letters.has(element)) continue
    const { tagName, attributes } = element
    const name = [tagName, ...[...attributes].map((a) => a.name).sort()].join(" ")
    counted[name] = (counted[name] ?? 0) + 1
  }
  return counted
}"""
# Every text and every attribute, each with whether it is code to copy; of structured data, each value.
WORDS = """() => {
  const found = []
  const say = (text, code) => found.push([text.split(/\\s+/).join(" ").trim(), code])
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode
    if (parentElement.type === "application/ld+json")
      JSON.parse(data, (_, value) => (typeof value === "string" ? say(value, false) : 0, value))
    else say(data, parentElement.tagName === "CODE")
  }
  // The theme sets how high its side columns are, when it comes to it.
  const own = (e, name) => !(name === "style" && e.matches(".md-sidebar, .md-sidebar *"))
  for (const e of document.querySelectorAll("*")) for (const { name, value } of e.attributes)
    if (!["href", "id", "for", "aria-labelledby"].includes(name) && own(e, name)) say(value, name === "data-text")
  return found
}"""


def _texts(value: object) -> Iterator[Text]:
    """Every text of a part of the model that an editor typed."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        yield from itertools.chain.from_iterable(_texts(getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(_texts, value.values()))
    elif isinstance(value, tuple | list):
        yield from itertools.chain.from_iterable(map(_texts, value))


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in getattr(node, "value", ()) if not isinstance(node, yaml.ScalarNode) else ():
        yield from itertools.chain.from_iterable(map(_scalars, child)) if isinstance(child, tuple) else _scalars(child)


def _place(text: Text) -> Place:
    """Where it stands, from the content's folder."""
    return Place("content/" + text.place.file.split("content/")[-1], text.place.line, text.place.column)


def _retype(sandbox: Sandbox, texts: dict[Place, str], steps: dict[str, Place]) -> None:
    """Puts a text of its own at each place of the content; others name the `steps` of careers as these are called."""
    for path in sandbox.content.rglob("*.yml"):
        name = f"content/{path.relative_to(sandbox.content).as_posix()}"
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        for scalar in _scalars(tree):
            typed = texts.get(Place(name, scalar.start_mark.line + 1, scalar.start_mark.column + 1))
            if typed is not None:
                scalar.value, scalar.style = typed, '"'
            elif scalar.value in steps and name.startswith("content/comparisons/"):
                scalar.value, scalar.style = texts[steps[scalar.value]], '"'
        path.write_text(yaml.serialize(tree, Dumper=yaml.SafeDumper, allow_unicode=True), encoding="utf-8")


@pytest.fixture(scope="module")
def typed() -> dict[str, str]:
    """What the harmless text of each field is in the hostile content; filled when the sites are made."""
    return {}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, typed: dict[str, str]) -> tuple[Path, Path]:
    """The harmless and the hostile site."""
    made = []
    for name in ("harmless", "hostile"):
        sandbox = set_up(tmp_path_factory.mktemp(name), kinds=("depth-and-breadth",))
        sandbox.put("site.yml", "sizes", "[page]")  # words of code are longer than a slide has room for
        model, problems = inspect(sandbox.content)
        assert model, problems
        places = sorted({_place(text) for text in _texts(model)})
        careers = (role.career for role in model.roles.values() if role.career)
        steps = {str(step.title): _place(step.title) for career in careers for step in career.steps}
        assert len(places) > 500
        numbers = dict(zip(places, itertools.count(1001), strict=False))
        hostile = {place: HOSTILE[number % len(HOSTILE)] % number for place, number in numbers.items()}
        typed |= {HARMLESS % number: hostile[place] for place, number in numbers.items()}
        texts = hostile if name == "hostile" else {place: HARMLESS % n for place, n in numbers.items()}
        _retype(sandbox, texts, steps)
        with pytest.MonkeyPatch.context() as patch:
            without_painting(patch)  # pages are looked at
            done = sandbox.run("build", "--quiet", "--jobs", "1")
        assert done.exit_code == 0, done.output
        made.append(sandbox.site)
    return made[0], made[1]


def _read(word: tuple[str, bool]) -> str:
    """A text but for sizes of files and of words; code as what it stands for: escaped once, a comment's end parted."""
    text, code = re.sub(r"[\d.]+ [kM]B\b|\bword-\d+\b", "", word[0]), word[1]
    return html.unescape(text).replace("- ", "-") if code else text


def _retyped(text: str, typed: dict[str, str], code: bool) -> str:
    """A harmless text with hostile words in it, which HTML to copy has escaped."""

    def hostile(number: re.Match[str]) -> str:
        return html.escape(typed[number[0]], quote=False) if code and "<" in text else typed[number[0]]

    return re.sub(r"\bt1\d{3}\b", hostile, text)


def _alike(one: Page, other: Page) -> bool:
    """Whether both are made of the same; on a busy machine the scripts of one may be later than those of the other."""
    for _ in range(100):
        if one.evaluate(STRUCTURE) == other.evaluate(STRUCTURE):
            return True
        one.wait_for_timeout(50)
    return False


def test_hostile_texts_are_shown_as_typed_and_do_nothing(
    chromium: Browser, sites: tuple[Path, Path], typed: dict[str, str]
) -> None:
    context = chromium.new_context()
    context.add_init_script("window.pwned = 0; window.pwn = () => window.pwned++")
    plain, page = context.new_page(), context.new_page()
    dialogs: list[str] = []
    faults: list[str] = []  # of the scripts, on a site with one size and one theme
    plain.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    harmless, hostile = sites
    names = sorted(path.relative_to(harmless).as_posix() for path in harmless.rglob("*.html"))
    assert names == sorted(path.relative_to(hostile).as_posix() for path in hostile.rglob("*.html"))
    with serving(harmless) as calm, serving(hostile) as rough:
        for name in names:
            if name.startswith("contributing/"):
                continue  # written by hand
            plain.goto(calm + name, wait_until="commit")  # the rest comes while the other one is loaded
            page.goto(rough + name, wait_until="load")
            plain.wait_for_load_state("load")
            assert _alike(page, plain), name
            words = plain.evaluate(WORDS)
            expected = [(_retyped(text, typed, code), code) for text, code in words]
            missed = Counter(map(_read, expected)) - Counter(map(_read, page.evaluate(WORDS)))
            assert missed == Counter(), name
            assert page.evaluate("window.pwned") == 0, name
    assert not dialogs
    assert not faults
    assert not plain.locator(".menu[hidden]").count()
    context.close()
