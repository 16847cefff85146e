"""The decision guide: a kind of infographic with tallies."""

from generator.infographics.kinds.decision_tree.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
