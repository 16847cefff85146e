"""What each role is measured by, as one scorecard a role.

In: each role's metrics with their formulas and what they hide. Out: a column a role with the headline metrics as cards
and the others on a panel below them, and a word on every metric that several roles share. Which way is better is said
once where it holds for all, else by an arrow on each.
"""

from generator.infographics.kinds.metrics_scorecard.composition import compose, note
from generator.infographics.kinds.metrics_scorecard.description import alt, describe, table

KIND = "metrics-scorecard"
ICON = "material/gauge"
EDITORIAL = False
POSTER = False
SECTION = "roles.metrics"
