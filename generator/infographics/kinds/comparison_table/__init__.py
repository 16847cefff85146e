"""The headline picture: every dimension, every role, on one page.

In: the comparison's dimensions and what each role says of them. Out: for two roles a table with the
dimensions as its spine, for more a table with the dimensions in front, on narrow sizes cards.
"""

from generator.infographics.kinds.comparison_table.composition import compose, note
from generator.infographics.kinds.comparison_table.description import describe, table
from generator.infographics.kinds.comparison_table.rows import alt

KIND = "comparison-table"
ICON = "material/table"
EDITORIAL = False
POSTER = True
SECTION = ""
