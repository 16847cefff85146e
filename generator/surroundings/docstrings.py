"""Docstrings that are part of what the program says: the help of commands, the descriptions of types.

In: a class or a function. Out: its docstring, also where Python was told to leave them out (PYTHONOPTIMIZE=2).
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from typing import Any

_LEFT_OUT = 2


def docstring(what: Any) -> str | None:
    """As it stands in the source; None: there is none, or no source."""
    if sys.flags.optimize < _LEFT_OUT:
        return what.__doc__ and str(what.__doc__)
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(what)))
    except (OSError, TypeError, SyntaxError):
        return None
    written = tree.body[0]
    return ast.get_docstring(written) if isinstance(written, ast.ClassDef | ast.FunctionDef) else None
