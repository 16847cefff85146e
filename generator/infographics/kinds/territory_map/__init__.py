"""A hexagonal map of areas: a kind of infographic with its own grid."""

from generator.infographics.kinds.territory_map.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
