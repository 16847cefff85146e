"""Problems: what can be wrong, said so that a person can mend it, and the text of files as editors save it.

In: places, codes, bytes. Out: `Problem` values and the errors that carry them. Knows nothing of what the files mean.
"""

from generator.problems.characters import decode, hidden, lines_of, named, one_line, place_in, short, visible
from generator.problems.decoding import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, text_of
from generator.problems.errors import (
    BusyError,
    ContentError,
    OutputError,
    Overflow,
    Place,
    Problem,
    Severity,
    UsageError,
    VisavisError,
    in_order,
)
