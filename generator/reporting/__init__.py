"""Reports of problems: as text for people and as records for machines, and what each code means.

In: problems, most severe first, and what surrounds them. Out: strings.
"""

from generator.reporting.codes import explanations, page, section
from generator.reporting.formats import FORMATS, Surroundings, as_json, as_summary, as_text
from generator.reporting.surroundings import surroundings
