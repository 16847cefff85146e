"""How many examples a property is tried with: `@examples(0.5)` for half of what the profile says.

The profile of every run finds faults in few examples, the same each time; `--hypothesis-profile endurance` tries many,
others each time.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A change of ours must not fail for a lucky draw, and a busy machine is no bug.
PROFILE = "visavis"
settings.register_profile(PROFILE, deadline=None, derandomize=True, database=None, max_examples=40)
settings.register_profile(
    "endurance",
    deadline=None,
    derandomize=False,
    database=None,
    max_examples=2000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def examples(share: float) -> settings:
    """A share of the examples of the profile: less than 1 for what takes long, more for what takes next to nothing."""
    return settings(max_examples=round(settings.default.max_examples * share))
