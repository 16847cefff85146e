"""The layout engine: from boxes to frames. Knows colour roles and no colours, and nothing of roles or pictures.

In: boxes, fonts and a size. Out: a `Frame`, a finished layout; or `Overflow`, where the text has no room.
"""

from generator.layout.box import (
    SHARE,
    SLACK,
    Align,
    Box,
    Leaf,
    MultiChild,
    SingleChild,
    TextBox,
    Widths,
    longest,
    memoized,
    require,
)
from generator.layout.boxes import Fixed, Grid, Layers, Listing, Pad, Row, Stack, centred
from generator.layout.connectors import Connected, Named
from generator.layout.debug_overlay import outlined, overlay
from generator.layout.fit import STEP, fit, least, most_that_fits
from generator.layout.frame import Block, Command, Frame, Inset, Item, Line, Rect, Shape, Spot, stacked
from generator.layout.group import Gathered, Group
from generator.layout.icon_path import shape_commands
from generator.layout.kept import KeptFrame, packed, unpacked
from generator.layout.leaves import Canvas, Icon, Rule, Space, Text, Thumbnail, icon_commands
from generator.layout.rounded import rounded
from generator.layout.sizes import FORMATS, SHEET, SIZES, Format, Size
from generator.layout.text import Fonts, join, load_fonts, words
