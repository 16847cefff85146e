"""Careers as straight tracks on one axis of level: the roles themselves stand side by side.

In: every role's career with its steps and what it leans towards. Out: a column a role with a card a step, joined by a
rail in the role's marker; the role's own step is filled, and what the roles have in common is the base of all. Where
the picture is seen small, more than two careers are a line each, from the role to the highest step.
"""

from generator.infographics.kinds.career_paths.composition import compose, note
from generator.infographics.kinds.career_paths.description import alt, describe, table

KIND = "career-paths"
ICON = "material/stairs-up"
EDITORIAL = False
POSTER = False
SECTION = "roles.career"
