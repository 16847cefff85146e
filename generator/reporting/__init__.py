"""Reports of problems: as text for people and as records for machines, and what each code means.

In: problems, most severe first, and their context. Out: strings.
"""

from generator.reporting.codes import explanations, page, section
from generator.reporting.context import context_of
from generator.reporting.formats import FORMATS, Context, as_summary, as_text, records
