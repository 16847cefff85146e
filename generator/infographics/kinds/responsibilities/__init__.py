"""What each role is there to get done, strung on one thread a role.

In: each role's responsibilities and what the topic about them says is shared. Out: a column a role, a badge for
each duty on a thread drawn in the role's marker; where columns stand abreast the threads end in what is shared.
"""

from generator.infographics.kinds.responsibilities.composition import compose, note
from generator.infographics.kinds.responsibilities.description import describe, table

KIND = "responsibilities"
EDITORIAL = False
POSTER = False
SECTION = ""
