"""The model of roles: read from YAML, checked, and asked questions of. Knows nothing of drawing.

In: the content folder. Out: a frozen `Model` and its problems; a `View` of each comparison for whoever shows it.
"""

from generator.model.career_moves import Joined, following, joined
from generator.model.checks.changed_pictures import FOLDER as CHANGED_PICTURES
from generator.model.checks.symmetry import LISTED_ELSEWHERE
from generator.model.colours import colour_values, dark_counterparts
from generator.model.completing import abbreviation
from generator.model.content_folder import FILES, FOLDERS
from generator.model.drafts import Published, nothing_published, published
from generator.model.ids import flaw as id_flaw
from generator.model.ids import id_of
from generator.model.introspection import is_part, type_at
from generator.model.json_schema import schemas
from generator.model.lint.placeholders import found as unwritten
from generator.model.loading import inspect, load
from generator.model.packing import pack, program, unpack
from generator.model.part_digests import PartDigests
from generator.model.placeholders import PROMPT, placeholder
from generator.model.reading.reader import LOADER, load_packaged, read_yaml
from generator.model.recalling import Origin, Recall, make_anew
from generator.model.rewriting import holders, rewritten, texts_within
from generator.model.schema import (
    FULL,
    LEVELS,
    LONGEST,
    SETS,
    AccountType,
    Activity,
    Answer,
    Career,
    CareerMove,
    CareerStep,
    ChangedPicture,
    Comparison,
    Contact,
    Dimension,
    Family,
    Hue,
    Infographic,
    Level,
    Map,
    Metric,
    Model,
    Names,
    Neutral,
    Occupation,
    Palette,
    Part,
    Partner,
    PictureSet,
    Point,
    Portfolio,
    Question,
    Reach,
    Role,
    RoleMetric,
    RolePartner,
    RolePortfolio,
    RoleSkill,
    RoleTies,
    RoleWeek,
    Scale,
    SharedSkill,
    Site,
    SizeName,
    Skill,
    Source,
    Swatch,
    Term,
    ThemeName,
    Ties,
    Topic,
    Verdict,
    Week,
)
from generator.model.similarity import Similarity, Traits, nearest, similarity, traits
from generator.model.text import NOWHERE, Placed, Prose, Text, place_of
from generator.model.view import Compared, View, address, compared_roles, views
