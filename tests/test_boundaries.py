"""Who may import whom, what only one place may know, and what a build with nothing to do must not load.

A room is a folder of generator/, or a module beside them. Its face is its `__init__.py`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from projects import built_bakery

from generator.model.schema.model import Model

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
ARCHITECTURE = ROOT / "docs" / "contributing" / "architecture.md"

# Imports within functions, outside the commands of cli/: what they load takes time and is not always needed.
LATE = {
    ("generator.build", "generator.painting"),  # HarfBuzz
    ("generator.build", "generator.pipeline"),  # pydantic, Jinja, HarfBuzz: only when there is something to make
    ("generator.deck.write", "generator.deck.package.writer"),  # python-pptx
    ("generator.deck.write", "generator.deck.templates.base"),  # python-pptx
    ("generator.deck.write", "generator.deck.updating.presentation"),  # python-pptx
    ("generator.layout.leaves", "generator.layout.icon_path"),  # fontTools: only where an icon is drawn
    ("generator.publishing.config_inputs", "generator.publishing.config_reader"),  # PyYAML: only to read it anew
    ("generator.painting.worker_pool", "generator.painting.paint"),  # matplotlib: only where something is painted
}
# What must stay unknown, at whatever distance.
FORBIDDEN = {
    "painting": {"model", "infographics", "exports", "pages"},
    "layout": {"model", "painting", "infographics", "exports", "pages"},
    "model": {"layout", "painting", "infographics", "exports", "pages"},
}
# Folders in which one entry is one thing, and what all entries of one may use.
OPEN_FOLDERS = ("infographics.kinds", "exports")
SHARED = {"exports": ("artifacts", "export")}
# Heavy libraries, and the only rooms that may know them.
LIBRARIES = {
    "matplotlib": {"painting"},
    "pydantic": {"model", "scaffold"},
    "pydantic_core": {"model"},
    "jinja2": {"pages", "preview", "template_cache"},
    "uharfbuzz": {"layout"},
    "fontTools": {"deck", "layout", "painting"},
    "pptx": {"deck"},
    "lxml": {"deck", "report"},
    "mkdocs": {"preview"},
    "distributed": {"painting"},
    "fsspec": {"painting"},
}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name."""
    files = {".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in PACKAGE.rglob("*.py")}
    return {name.removesuffix(".__init__"): ast.parse(file.read_text(encoding="utf-8")) for name, file in files.items()}


def imported(node: ast.AST) -> Iterator[str]:
    """What a statement imports: a module, or a module and a name in it."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert not node.level, "relative imports hide where they lead"
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(name: str) -> str:
    """The module that an imported name is, or stands in."""
    return name if name in modules() else module_of(name.rpartition(".")[0])


@cache
def all_uses() -> dict[str, set[str]]:
    """Every module with the names that it imports."""
    return {module: set(_all(tree)) for module, tree in modules().items()}


@cache
def uses() -> dict[str, set[str]]:
    """Every module with the names that it imports from the package."""
    return {
        module: {name for name in names if name.split(".")[0] == "generator"} for module, names in all_uses().items()
    }


def _all(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        yield from imported(node)


def room(module: str) -> str:
    return ".".join(module.split(".")[1:2])


@cache
def doors() -> dict[str, set[str]]:
    """Every room with the rooms that it imports."""
    found: dict[str, set[str]] = {}
    for module, names in uses().items():
        found.setdefault(room(module), set()).update(room(module_of(name)) for name in names)
    return {name: others - {name, ""} for name, others in found.items()}


def test_rooms_form_no_circle() -> None:
    assert list(TopologicalSorter(doors()).static_order())[-1] == "__main__"


def test_modules_form_no_circle() -> None:
    graph = {module: {module_of(name) for name in names} for module, names in uses().items()}
    assert set(TopologicalSorter(graph).static_order()) == set(modules())


def test_a_room_is_entered_by_its_face() -> None:
    faces = {module: _bound(tree) for module, tree in modules().items() if module.count(".") == 1}
    for module, names in uses().items():
        for name in names:
            face, _, wanted = name.rpartition(".")
            if room(name) not in ("", room(module)) and name not in faces:
                assert wanted in faces.get(face, ()), f"{module} imports {name} past its room's face"


def _bound(tree: ast.Module) -> set[str]:
    """The names that a module has at its top."""
    found = {
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    found |= {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return found | {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def test_the_architecture_page_shows_the_rooms_as_they_are() -> None:
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (.*?) ?\|$", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE)
    shown = {name: set(re.findall(r"`(\w+)`", listed)) for name, listed in rows}
    assert shown == {name: others for name, others in doors().items() if name}
    above: set[str] = set()
    for name, others in shown.items():  # from top to bottom
        above.add(name)
        assert others & above == set(), name


def test_files_that_the_architecture_page_names_are_there() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    made = {"site/", "nav.yml", "docs/nav.yml"}  # by builds
    named = set(re.findall(r"`([\w./-]+(?:\.(?:py|yml|html|md)|/))`", text)) - made
    assert len(named) > 30
    assert [name for name in sorted(named) if not (ROOT / name).exists() and not any(PACKAGE.rglob(name))] == []


def test_few_modules_stand_loose() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 8


def test_imports_within_functions_have_a_reason() -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = {
        (module, module_of(name))
        for module, tree in modules().items()
        for function in ast.walk(tree)
        if isinstance(function, functions)
        for name in _all(function)
        if name.startswith("generator.")
    }
    assert {(module, aim) for module, aim in found if room(module) != "cli"} == LATE


def test_no_import_is_for_type_checkers_alone() -> None:
    for file in PACKAGE.rglob("*.py"):
        assert "TYPE_CHECKING" not in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_a_room_must_never_know(name: str) -> None:
    known, new = set(), doors()[name]
    while new:
        known |= new
        new = set().union(*(doors()[other] for other in new)) - known
    assert known & FORBIDDEN[name] == set()


@pytest.mark.parametrize("folder", OPEN_FOLDERS)
def test_entries_of_an_open_folder_do_not_import_each_other(folder: str) -> None:
    face = f"generator.{folder}"
    entry = {module: module.removeprefix(f"{face}.").split(".")[0] for module in modules() if module.startswith(face)}
    assert len(set(entry.values())) > 2
    for module, own in entry.items():
        aims = {entry.get(module_of(name), own) for name in uses()[module]}
        assert module == face or aims <= {own, *SHARED.get(folder, ())}, module


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_heavy_library_is_known_to_few_rooms(library: str) -> None:
    known = {room(module) for module, names in all_uses().items() if library in {name.split(".")[0] for name in names}}
    assert known == LIBRARIES[library]


# --- the subject ------------------------------------------------------------------------------------------------------


def test_nothing_in_the_generator_knows_the_subject(model: Model) -> None:
    words = ["pet", "pets", "account manager", "territory", "territories", "wholesale", "KAM"]
    for name, role in model.roles.items():
        words += [name, role.name, role.plural or role.name, role.abbreviation]
    for name, comparison in model.comparisons.items():
        words += [name, comparison.industry]
    subject = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".jinja"}]
    assert len(files) > 40
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if subject.search(line) and not line.startswith("KIND = ")  # a picture's id is part of its address
    ]
    assert found == []


# --- a build with nothing to do ---------------------------------------------------------------------------------------

HEAVY = {"distributed", "fsspec", "matplotlib", "mkdocs", "pydantic", "jinja2", "uharfbuzz", "PIL", "numpy", "yaml"}
SPY = f"""
import sys
from generator.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({HEAVY!r} & set(sys.modules)))
"""


def run(*arguments: str | Path) -> list[str]:
    """The lines that a command prints, and after them what it loaded of the heavy libraries."""
    command = [sys.executable, "-c", SPY, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()


def test_the_command_itself_loads_nothing_heavy() -> None:
    assert run("--version")[-1] == ""


@pytest.mark.slow
def test_a_build_with_nothing_to_do_loads_nothing_heavy(tmp_path: Path) -> None:
    sandbox = built_bakery(tmp_path / "built")
    options = ("--content", sandbox.content, "--docs", sandbox.docs)
    assert {"pydantic", "uharfbuzz", "yaml"} <= {*run("check", *options)[-1].split()}  # it would be seen
    site = ("--site", sandbox.site, "--config", sandbox.root / "mkdocs.yml")
    assert run("build", "--jobs", "1", *options, *site) == ["Nothing changed.", ""]
