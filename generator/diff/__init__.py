"""What changed in the model between two states of the content.

In: two folders, or revisions of git. Out: the changes, and their reports.
"""

from generator.diff.changes import Change
from generator.diff.compare import diff
from generator.diff.entry import FILE, with_entry
from generator.diff.formats import FORMATS
