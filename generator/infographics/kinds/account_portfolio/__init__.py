"""Whose customers are few and large, and whose are many and small.

In: each role's groups of customers with their number and size. Out: for each role one cluster of circles whose
areas are true to one common scale, and the names of the groups. An example: nothing is counted or added up.
"""

from generator.infographics.kinds.account_portfolio.composition import compose, note
from generator.infographics.kinds.account_portfolio.description import alt, describe, table

KIND = "account-portfolio"
ICON = "material/chart-bubble"
EDITORIAL = True
POSTER = False
SECTION = "portfolio"
