"""Decks: the pictures of a comparison as slides of real shapes and texts, for PowerPoint and its like.

In: pictures laid out as slides, and what a person chose. Out: the bytes of a .pptx, .odp, .html or .md, the
same for the same input, but for what LibreOffice writes into an .odp.
"""

from generator.deck.archive import zipped
from generator.deck.content import deck
from generator.deck.deck import Deck, Painted, Slide
from generator.deck.formats import FORMS, Form, form_of
from generator.deck.options import FONT_MODES, LARGEST, FontMode, Options, Template
from generator.deck.output import Subject, files, slides
from generator.deck.placing import cut
from generator.deck.published import deck_path, published, slide_path
from generator.deck.report import Kept, Updated
from generator.deck.typefaces import arial_widths
from generator.deck.write import Survey, named_fonts, surveyed, update, write, write_slide
