"""Each role amid its internal partners, and what flows between them either way.

In: the roles' partners with what is given and got. Out: on wide pages two roles face each other, with their
partners between them and the shared ones joined to both; else each role heads a trunk with a branch to each
partner, and what several share stands below all of them. An arrow leads from who gives to who gets.
"""

from generator.infographics.kinds.collaboration_network.composition import compose, note
from generator.infographics.kinds.collaboration_network.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "collaboration-network"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole
