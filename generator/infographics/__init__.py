"""The infographics: what each shows, laid out in every size.

In: the model and the fonts. Out: frames, painting's jobs, and what pages and data files say of the pictures. A new
kind is a new file in kinds/; what several kinds draw with is in parts/.
"""

from generator.infographics.drawing import Drawing, drawings, find, frame, in_every_size, in_one_size
from generator.infographics.kinds import all_kinds, sections
from generator.infographics.laid_out import (
    CONTACT_SHEET,
    LaidOut,
    describe,
    job,
    jobs,
    lay_out,
    path,
    sheet_job,
    sheet_jobs,
)
from generator.infographics.picture import Picture, PictureFile, Table
from generator.infographics.published import has_deck, has_single_slides, published_themes
from generator.infographics.site_icon import ICON as SITE_ICON
from generator.infographics.site_icon import SIDES as ICON_SIDES
from generator.infographics.site_icon import icon_jobs
