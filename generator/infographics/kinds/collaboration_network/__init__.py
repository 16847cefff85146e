"""Each role amid its internal partners, and what flows between them either way.

In: the roles' partners with what is given and got. Out: each role heads a trunk with a branch to each partner, and
what several share stands below all of them. What flows either way is named, and has an arrow, where there is room
for it; else a line says who works with whom.
"""

from generator.infographics.kinds.collaboration_network.composition import compose, note
from generator.infographics.kinds.collaboration_network.description import describe, table
from generator.infographics.kinds.collaboration_network.ties import alt

KIND = "collaboration-network"
ICON = "material/swap-horizontal"
EDITORIAL = False
POSTER = False
SECTION = "roles.partners"
