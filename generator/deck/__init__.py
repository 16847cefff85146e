"""Decks: the pictures of a comparison as slides of real shapes and texts, for PowerPoint and its like.

In: pictures laid out as slides, and what a person chose. Out: the bytes of a .pptx, the same for the same input.
"""

from generator.deck.content import SIZE, deck
from generator.deck.deck import Deck, Slide
from generator.deck.options import FONT_MODES, FontMode, Options
from generator.deck.report import Kept, Updated
from generator.deck.typefaces import arial_widths
from generator.deck.write import named_fonts, update, write, write_slide
