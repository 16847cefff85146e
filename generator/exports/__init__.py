"""What is published beside the pages: pictures, data, fonts, scripts. An open folder: one file or folder, one output.

In: the `Artifacts` of a build. Out: (path below docs/, bytes) for every file. Each output has a function
`export(artifacts)`; adding one is adding a module.
"""

from generator.exports.artifacts import ICON, Artifacts
from generator.exports.embed import code as embed_code
from generator.exports.export import export_all
from generator.exports.feed import FEED
from generator.exports.icons import ICONS, MANIFEST, TOUCH_ICON
from generator.exports.kept_pictures import kept_path
from generator.exports.logo import inline_logo, logo_of
from generator.exports.scripts import APART
