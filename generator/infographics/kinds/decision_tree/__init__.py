"""The decision guide as a checklist: a line for each question, a box to tick for each answer.

In: the guide's questions with their weighted answers, and its verdicts. Out: for two roles a column for each, and one
between them for answers that speak for both; for more roles, and on narrow pages, a line for each answer with what it
gives each role. A size that holds every question says what the answers count and what follows from the sum, as
`generator.model.decision` does; one that holds fewer says how many, for more than two roles on tiles with whom each
answer speaks for, and concludes nothing.
"""

from generator.infographics.kinds.decision_tree.composition import compose, note
from generator.infographics.kinds.decision_tree.description import alt, describe, table

KIND = "decision-tree"
ICON = "material/checkbox-marked-outline"
EDITORIAL = True
POSTER = False
SECTION = "guide"
