"""Whom each role knows: one customer at many desks, or many customers at one desk each.

In: each role's contacts. Out: a disc for each contact, all alike, and an outline for each customer: one around all
contacts of a role, or one around each.
"""

from generator.infographics.kinds.relationship_map.composition import compose, note
from generator.infographics.kinds.relationship_map.description import alt, describe, table

KIND = "relationship-map"
ICON = "material/account-network-outline"
EDITORIAL = True
POSTER = False
SECTION = "ties"
