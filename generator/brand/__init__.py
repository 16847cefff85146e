"""The brand: type and spacing, icons, and the logo as it is understood. Colours are the model's.

In: files of content/brand, and names. Out: styles, outlines of icons, and a `Logo` or the problems of its file.
"""

from generator.brand.icons import Icons, icon_folder, outline
from generator.brand.logo.reader import LOGO_FILE, Logo, Shape, read_logo
from generator.brand.typography import FONT_FILES, WEB_FONT, Ramp, Style, Weight
