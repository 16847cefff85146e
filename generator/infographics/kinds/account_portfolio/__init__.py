"""Whose customers are few and large, and whose are many and small.

In: each role's groups of customers with their number and size. Out: for each role one cluster of circles whose
areas are true to one common scale, the groups with their numbers, and a bar that adds them up. Schematic.
"""

from generator.infographics.kinds.account_portfolio.composition import compose, note
from generator.infographics.kinds.account_portfolio.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "account-portfolio"
EDITORIAL = True
POSTER = False
SECTION = "portfolio"
alt = whole
