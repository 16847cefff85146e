"""The pages of the site as Markdown. An open folder: one template in templates/, one kind of page.

In: the model and what is known of its pictures. Out: path below docs/ → text of every generated page, `nav.yml`, the
navigation, `llms.txt`, and what leads on from old addresses.
"""

from generator.pages.conflicts import conflicts
from generator.pages.render import render
