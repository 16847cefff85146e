"""The relationship map: a kind of infographic with radial layouts."""

from generator.infographics.kinds.relationship_map.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
