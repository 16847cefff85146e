"""How a typical week of each role divides.

In: the activities of the comparison's week and each role's shares. Out: a column of 100 percent a role, the
activities in one order from top to bottom. Between two roles bands show where time moves; for more, each column
has its own names. An activity is filled where the role spends more on it than any other, else outlined.
"""

from generator.infographics.kinds.week_in_the_role.composition import compose, note
from generator.infographics.kinds.week_in_the_role.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "week-in-the-role"
EDITORIAL = True
POSTER = False
SECTION = "week"
alt = whole
