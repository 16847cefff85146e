"""Skills by role, each with the level that is needed: what is shared is the floor, what is a role's own stands on it.

In: every role's own skills and the shared ones with their levels. Out: a column of own skills for each role
and, below all columns, the shared skills with a level in each; in small pictures only the skills that lead.
"""

from generator.infographics.kinds.skills_matrix.composition import compose, note
from generator.infographics.kinds.skills_matrix.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "skills-matrix"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole
