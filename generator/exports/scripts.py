"""The site's scripts as one file, so that a page asks for one; the search, which runs beside it; and what few need.

In: the ES modules of generator/frontend/scripts, and search.js. Out: assets/javascripts/visavis-<digest>.js, in which
each module is a function that runs once and returns what it exports, search-<digest>.js, and a file for each name in
`APART`, which only pages load that need it: the modules whose names begin so, with what they import. The names change
with the texts, so that they may be kept for ever.

A bundler would do more, and would need Node to build a site: of esbuild there is a wheel by others that transforms
single files (esbuild-py), of Rolldown none. This reads the two forms that the modules keep to, which a test asserts:
`import { a, b } from "./other.js"` on one line, and `export` before a function or a constant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter

from generator.exports.artifacts import Artifacts
from generator.files import named_by_content
from generator.frontend import SCRIPTS, SEARCH

# The page on which readers choose roles, and what it loads for a picture; the pages of comparisons; the glossary; the
# decision guide, and what it loads when it has a result; the page of a missing address; pages with pictures; the list
# of roles.
CHOICE = ("choose", "chosen")
APART = (*CHOICE, "comparison", "glossary", "guide", "memo", "missing", "picture", "roles")
_IMPORT = re.compile(r'^import \{ (.+?) \} from "\./(.+?)\.js"$', re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r" // [^\n\"'`]*$", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """What some page loads: the choice where there is one, the search where the theme lets ours in."""
    modules = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js"))}
    every = {name: text for name, text in modules.items() if not name.startswith(APART)}
    yield named_by_content("assets/javascripts/visavis.js", bundle(every).encode())
    for own in APART if artifacts.model.to_choose_from else (name for name in APART if name not in CHOICE):
        some = _with_imports({name: text for name, text in modules.items() if name.startswith(own)}, modules)
        yield named_by_content(f"assets/javascripts/{own}.js", bundle(some).encode())
    if artifacts.own_search:
        yield named_by_content(
            "assets/javascripts/search.js", bundle({**_needed(SEARCH, modules), "search": SEARCH}).encode()
        )


def bundle(modules: dict[str, str]) -> str:
    """Modules by name, each after those that it imports. graphlib.CycleError: two import each other."""
    needs = {name: [module for _, module in _IMPORT.findall(text)] for name, text in modules.items()}
    return "".join(_as_function(name, _minified(modules[name])) for name in TopologicalSorter(needs).static_order())


def _with_imports(some: dict[str, str], modules: dict[str, str]) -> dict[str, str]:
    imported = {name for text in some.values() for _, name in _IMPORT.findall(text)}
    found = {**{name: modules[name] for name in sorted(imported)}, **some}
    return found if found == some else _with_imports(found, modules)


def _needed(text: str, modules: dict[str, str]) -> dict[str, str]:
    """The modules that a script beside their folder imports, by the names by which it does."""
    return {name: modules[name.rpartition("/")[2]] for _, name in _IMPORT.findall(text)}


def _minified(text: str) -> str:
    """Without indents, empty lines and comments, but for those with a quote. No text of a script spans lines."""
    return re.sub(r"\n\s*", "\n", _REMARK.sub("", _COMMENT.sub("", text))).strip()


def _as_function(name: str, text: str) -> str:
    offered = ", ".join(found for _, found in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(lambda found: f"const {{ {found[1]} }} = {_constant(found[2])}", text))
    end = f"\nreturn {{ {offered} }}" if offered else ""
    return f"const {_constant(name)} = (() => {{\n{body}{end}\n}})()\n"


def _constant(name: str) -> str:
    return "_" + re.sub(r"\W", "_", name)
