"""What each role is there to get done, on one timeline a role.

In: each role's responsibilities and what the topic about them says is shared. Out: a column a role, a badge for
each duty on a line drawn in the role's marker; where columns stand abreast the lines end in what is shared.
"""

from generator.infographics.kinds.responsibilities.composition import compose, note
from generator.infographics.kinds.responsibilities.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "responsibilities"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole
