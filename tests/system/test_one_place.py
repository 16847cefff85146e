"""What only some systems have is asked for in generator/system alone, which has an answer for the others."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent
NO_POSIX = Path(__file__).with_name("no_posix") / "sitecustomize.py"


def _lacking() -> tuple[set[str], set[str]]:
    """Modules, and functions by the name of their module, that Windows has not."""
    assigned = {
        target.id: {each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)}
        for node in ast.parse(NO_POSIX.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Name)
    }
    functions = {*(f"os.{name}" for name in assigned["OS"]), *(f"signal.{name}" for name in assigned["SIGNAL"])}
    return assigned["MODULES"], functions


def _asked_for(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def test_what_windows_has_not_is_asked_for_in_one_room() -> None:
    modules, functions = _lacking()
    found = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if not {*modules, *functions}.isdisjoint(_asked_for(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert found == {"system"}
