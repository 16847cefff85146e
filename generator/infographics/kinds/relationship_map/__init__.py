"""Whom each role knows, and how well: one customer at many desks, or many customers at one desk each.

In: each role's contacts with the strength of the tie. Out: a star for each role, the role in the middle; the
heavier a line, the closer the tie. An outline is a customer: one around all contacts, or one around each.
"""

from generator.infographics.kinds.relationship_map.composition import compose, note
from generator.infographics.kinds.relationship_map.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "relationship-map"
EDITORIAL = True
POSTER = False
SECTION = "ties"
alt = whole
