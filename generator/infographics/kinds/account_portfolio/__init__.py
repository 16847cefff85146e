"""The account portfolio: a kind of infographic with packed circles."""

from generator.infographics.kinds.account_portfolio.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
