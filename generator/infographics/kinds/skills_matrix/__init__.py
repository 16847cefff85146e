"""Which skills each role needs, and how well.

In: every role's own skills and the shared ones with their levels. Out: a matrix of skills and roles with a mark where a
role needs a skill, in groups: what one role alone needs, and what all do, ordered by who needs it more. A brief picture
has only the shared skills on which the roles differ most.
"""

from generator.infographics.kinds.skills_matrix.composition import compose, note
from generator.infographics.kinds.skills_matrix.description import alt, describe, table

KIND = "skills-matrix"
ICON = "material/dots-grid"
EDITORIAL = False
POSTER = False
SECTION = "roles.skills"
