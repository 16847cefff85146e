"""Zensical, by those who made Material for MkDocs: the same Markdown and settings, templates of its own kind.

In: nothing. Out: its value. What it brings is read from where it is installed, without loading it.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import re
from pathlib import Path

from generator.publishers.publisher import Publisher, Theme, theme_file

_NAME = "zensical"
_CALM = re.compile(r"Build (started|finished in .*)|No issues found|\s*")
_ASIDE = re.compile(r"RuntimeError: Aborted because --strict flag is set")
# The search writes its style sheet into the page: an element `style` whose text is a constant of the bundle.
_STYLE = re.compile(r"""\("style",\{\},([\w$]+)(?:\.toString\(\))?\)""")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}


def _theme() -> Theme:
    spec = importlib.util.find_spec(_NAME)
    assert spec, "who asks for its theme has looked whether it is installed"
    templates = Path((spec.submodule_search_locations or [""])[0], "templates")
    bundle = (templates / theme_file(templates, "assets/javascripts/bundle.*.min.js")).read_text(encoding="utf-8")
    return Theme(
        theme_file(templates, "assets/stylesheets/classic/main.*.min.css"), styles=tuple(map(_source, styles(bundle)))
    )


def styles(bundle: str) -> list[str]:
    """The style sheets that a script writes into pages."""
    found = []
    for name in dict.fromkeys(_STYLE.findall(bundle)):
        value = re.search(rf"""\b(?<![\w$.]){re.escape(name)}=(['"`])((?:\\.|(?!\1).)*)\1""", bundle, re.DOTALL)
        if value:
            found.append(_ESCAPE.sub(_unescaped, value[2]))
    return found


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])


def _source(sheet: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()}'"


def _failure(code: int, out: str, errors: str) -> str:
    """It may end well after an error, and writes what it warns of here and there: whatever it says is one."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", f"{out}\n{errors}")
    plain = re.sub(r"^ *Traceback .*\n(?: .*\n)*", "", plain, flags=re.MULTILINE)
    told = [line for line in plain.splitlines() if not _CALM.fullmatch(line) and not _ASIDE.fullmatch(line)]
    if not code and not told and "Build finished" in plain:
        return ""
    return "\n".join(told) or f"it ended with {code} and said nothing"


ZENSICAL = Publisher(
    name=_NAME,
    title="Zensical",
    library=_NAME,
    packages=(_NAME,),
    program=("generator.publishers.zensical_program",),
    index=("search.json", "items"),
    theme=_theme,
    failure=_failure,
    previews=False,
)
