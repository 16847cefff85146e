"""Decks: the pictures of a comparison as slides of real shapes and texts, for PowerPoint and its like.

In: pictures laid out as slides, and what a person chose. Out: the bytes of a .pptx, .odp, .html or .md, the
same for the same input; of an .odp, for the same LibreOffice and fonts.
"""

from generator.deck.composition.slides import deck
from generator.deck.deck import Deck, Painted, Slide
from generator.deck.formats.archive import zipped
from generator.deck.formats.choice import FORMS, Form, form_of
from generator.deck.formats.output import Subject, files, slides
from generator.deck.options import FONT_MODES, LARGEST, FontMode, Options, Template
from generator.deck.published import deck_path, published, slide_path
from generator.deck.report import Kept, Updated
from generator.deck.shapes.placing import cut
from generator.deck.typefaces import arial_widths
from generator.deck.write import Survey, named_fonts, surveyed, update, write, write_slide
