"""Each role amid its internal partners, and what flows between them either way.

In: the roles' partners with what is given and got. Out: each role heads a trunk with a branch to each partner; what
two share stands below both, of more roles each has its own card for it. What flows either way is named, and has an
arrow, where there is room for it; else the picture has the partners' names and says so.
"""

from generator.infographics.kinds.collaboration_network.composition import compose, note
from generator.infographics.kinds.collaboration_network.description import describe, table
from generator.infographics.kinds.collaboration_network.ties import alt

KIND = "collaboration-network"
ICON = "material/swap-horizontal"
EDITORIAL = False
POSTER = False
SECTION = "roles.partners"
