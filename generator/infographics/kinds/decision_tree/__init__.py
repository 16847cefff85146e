"""The decision guide as a tree: questions on a trunk, answers as branches, verdicts as roots.

In: the guide's headline questions with their weighted answers (all questions where the page grows), and the
verdicts. Out: for two roles a trunk of questions whose answers branch to either side and stay in the middle
where they speak for both; for more roles a column for each verdict; on narrow sizes one trunk with all answers
below it. Lines gather the answers and lead them down to the verdict they speak for.
"""

from generator.infographics.kinds.decision_tree.composition import compose, note
from generator.infographics.kinds.decision_tree.description import describe, table
from generator.infographics.parts.notes import whole

KIND = "decision-tree"
EDITORIAL = True
POSTER = False
SECTION = ""
alt = whole
