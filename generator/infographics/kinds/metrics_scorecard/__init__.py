"""What each role is measured by, as one scorecard a role.

In: each role's metrics with their definitions and the way they should move. Out: a column a role with the headline
metrics as cards, the others on a panel below them, and a mark on every metric that several roles share.
"""

from generator.infographics.kinds.metrics_scorecard.composition import compose, note
from generator.infographics.kinds.metrics_scorecard.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "metrics-scorecard"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole
