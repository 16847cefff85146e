"""A week in the role: a kind of infographic with stacked bars and their labels."""

from generator.infographics.kinds.week_in_the_role.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
