"""The responsibilities: a kind of infographic with timelines."""

from generator.infographics.kinds.responsibilities.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
