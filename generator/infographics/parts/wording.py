"""Words that depend on how many roles a comparison has.

In: a `View` of a comparison. Out: texts.
"""

from __future__ import annotations

from generator.model import View


def both_or_all(view: View) -> str:
    """What two roles are called together, and what more are."""
    return "both" if len(view.roles) == 2 else "all"
