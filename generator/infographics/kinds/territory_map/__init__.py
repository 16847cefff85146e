"""Who covers ground, and whose accounts lie scattered over it: a map of hexagons for each role.

In: the comparison's map with what each role covers and where it calls. Out: the same map once a role, with
covered areas filled inside a boundary in the role's marker and single accounts as discs. A map each, because
two roles that cover the same ground could not be told apart on a common one.
"""

from generator.infographics.kinds.territory_map.composition import compose, note
from generator.infographics.kinds.territory_map.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "territory-map"
EDITORIAL = True
POSTER = False
SECTION = "map"
alt = whole
