"""The collaboration network: a kind of infographic with hubs, and arrows between them and their partners."""

from generator.infographics.kinds.collaboration_network.kind import (
    EDITORIAL,
    KIND,
    POSTER,
    SECTION,
    compose,
    describe,
    note,
    table,
)
