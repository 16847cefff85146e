"""What each role is there to get done: its duties beside each other, in no order.

In: each role's responsibilities and what the topic about them says is shared. Out: a card for each role, a badge for
each duty, and below them what is shared.
"""

from generator.infographics.kinds.responsibilities.composition import compose, note
from generator.infographics.kinds.responsibilities.description import describe, table
from generator.infographics.kinds.responsibilities.shown import alt

KIND = "responsibilities"
ICON = "material/format-list-bulleted-square"
EDITORIAL = False
POSTER = False
SECTION = "roles.responsibilities"
