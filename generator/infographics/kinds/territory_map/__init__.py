"""Who covers an area, whose customers lie scattered, and where the two meet: one map of hexagons for all roles.

In: the comparison's map with what each role covers and where it calls. Out: a land on which each role's area has
its tint and a boundary in its marker, each customer is a disc, and what several roles share is marked as such.
"""

from generator.infographics.kinds.territory_map.composition import compose, note
from generator.infographics.kinds.territory_map.description import alt, describe, table

KIND = "territory-map"
ICON = "material/hexagon-multiple-outline"
EDITORIAL = True
POSTER = False
SECTION = "map"
