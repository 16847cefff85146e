"""Who may import whom, what only one place may know, and what a build with nothing to do must not load."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.model.schema.model import Model

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"

# From top to bottom; an import goes down. A part is a module or a folder of generator/.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"session"},
    {
        "build",
        "checking",
        "rendering",
        "contact",
        "publish",
        "preview",
        "drafting",
        "diff",
        "reporting",
        "inputs",
        "places",
        "verifying",
    },
    {"edition"},
    {"exports", "infographics", "pages", "studio", "paint"},
    {"ink", "png"},
    {"job", "embedding", "mark", "proof"},
    {"model", "layout", "pictures", "targets"},
    {"theme", "icons", "excerpt", "codes", "files", "frontend", "imprint", "staging"},
    {"errors"},
    {"characters", "signals"},
)
# Imports within a layer, each with its reason.
NEIGHBOURS = {
    ("build", "inputs"),  # whether there is anything to do
    ("build", "places"),  # where it may write
    ("build", "publish"),  # the last step
    ("build", "verifying"),  # before it, where asked for
    ("checking", "build"),  # Folders
    ("checking", "reporting"),  # what a report needs
    ("drafting", "build"),  # Folders
    ("preview", "build"),  # Folders, and what is generated
    ("preview", "reporting"),  # problems as records for the page
    ("rendering", "build"),  # Folders
    ("contact", "build"),  # Folders
    ("studio", "paint"),  # loaded only where something is painted
    ("layout", "targets"),  # sizes
    ("imprint", "files"),
}
FORBIDDEN = {
    "paint": {"model", "pages", "exports", "infographics"},
    "ink": {"model", "pages", "exports", "infographics"},
    "png": {"model", "pages", "exports", "infographics"},
    "model": {"layout", "paint", "pages", "exports", "infographics", "studio", "theme", "targets", "pictures"},
    "layout": {"model", "paint", "pages", "exports", "infographics"},
}
OPEN_FOLDERS = ("infographics", "exports")
# Heavy libraries, and the only parts that may know them.
LIBRARIES = {
    "matplotlib": {"paint", "ink"},
    "pydantic": {"model"},
    "pydantic_core": {"model"},
    "jinja2": {"pages", "preview"},
    "uharfbuzz": {"layout"},
    "fontTools": {"layout"},
    "mkdocs": {"preview"},
}


class Imports(ast.NodeVisitor):
    """The modules that a file imports: `all`, and `running` without those for type checkers only."""

    def __init__(self, file: Path) -> None:
        self.all: set[str] = set()
        self.running: set[str] = set()
        self._typing = False
        self.visit(ast.parse(file.read_text(encoding="utf-8")))

    def visit_If(self, node: ast.If) -> None:
        before, self._typing = self._typing, self._typing or ast.unparse(node.test) == "TYPE_CHECKING"
        for child in node.body:
            self.visit(child)
        self._typing = before
        for child in node.orelse:
            self.visit(child)

    def visit_Import(self, node: ast.Import) -> None:
        self._add(*(alias.name for alias in node.names))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        assert not node.level, "relative imports hide where they lead"
        self._add(*(f"{node.module}.{alias.name}" for alias in node.names))

    def _add(self, *names: str) -> None:
        self.all |= set(names)
        if not self._typing:
            self.running |= set(names)


@cache
def imports() -> dict[str, Imports]:
    """Every module of the package by its dotted name below `generator`."""
    files = sorted(PACKAGE.rglob("*.py"))
    named = {
        ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): file for file in files
    }
    return {name: Imports(file) for name, file in named.items() if name != "__init__"}


def own(names: set[str]) -> set[str]:
    """The parts of the package among imported names."""
    return {name.split(".")[1] for name in names if name.startswith("generator.")}


def part(module: str) -> str:
    return module.split(".")[0]


def edges() -> Iterator[tuple[str, str]]:
    for module, found in imports().items():
        yield from ((part(module), target) for target in own(found.running) if target != part(module))


def level(name: str) -> int:
    return next(index for index, layer in enumerate(LAYERS) if name in layer)


def test_every_part_has_its_layer() -> None:
    assert {part(module) for module in imports()} == set().union(*LAYERS)


def test_imports_go_down_only() -> None:
    up = {(source, target) for source, target in edges() if level(source) > level(target)}
    aside = {(source, target) for source, target in edges() if level(source) == level(target)}
    assert up == set()
    assert aside - NEIGHBOURS == set()


def test_the_list_of_neighbours_is_not_longer_than_need_be() -> None:
    assert NEIGHBOURS - set(edges()) == set()


@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_a_part_must_never_know(name: str) -> None:
    for module, found in imports().items():
        if part(module) == name:
            assert own(found.all) & FORBIDDEN[name] == set(), module


@pytest.mark.parametrize("folder", OPEN_FOLDERS)
def test_files_of_an_open_folder_do_not_import_each_other(folder: str) -> None:
    siblings = {module for module in imports() if module.startswith(f"{folder}.")}
    assert len(siblings) > 1
    for module in siblings:
        for name in imports()[module].all:
            assert not any(f"{name}.".startswith(f"generator.{other}.") for other in siblings), f"{module}: {name}"


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_heavy_library_is_known_to_one_part(library: str) -> None:
    known = {part(module) for module, found in imports().items() if library in {n.split(".")[0] for n in found.running}}
    assert known <= LIBRARIES[library]


# --- the subject ------------------------------------------------------------------------------------------------------


def test_nothing_in_the_generator_knows_the_subject(model: Model) -> None:
    words = ["pet", "pets", "account manager", "territory", "territories", "wholesale", "KAM"]
    for name, role in model.roles.items():
        words += [name, role.name, role.plural, role.abbreviation]
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

HEAVY = {"matplotlib", "mkdocs", "pydantic", "jinja2", "uharfbuzz", "PIL", "numpy", "yaml"}
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
def test_a_build_with_nothing_to_do_loads_nothing_heavy(
    wards: Path, tmp_path: Path, edit: Callable[[Path, str, str], int]
) -> None:
    edit(wards / "site.yml", "[page, phone, slide, square]", "[square]")
    edit(wards / "site.yml", "[light, dark]", "[light]")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    options = ("--content", wards, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    build = ("build", "--no-publish", "--jobs", "1", *options, "--config", tmp_path / "mkdocs.yml")
    first = run(*build)
    assert "matplotlib" in first[-1].split()
    assert run(*build) == ["Nothing changed.", ""]
