"""How a typical week of each role divides, in quarter days.

In: the activities of the comparison's week and each role's shares. Out: for each activity a bar a role, all on one
scale of days, the activities on which the roles differ most first; a brief picture has only those.
"""

from generator.infographics.kinds.week_in_the_role.composition import compose, note
from generator.infographics.kinds.week_in_the_role.description import alt, describe, table

KIND = "week-in-the-role"
ICON = "material/calendar-week-outline"
EDITORIAL = True
POSTER = False
SECTION = "week"
