"""Problems: what can be wrong, said so that a person can mend it, files as editors save
them: text, and what is none.

In: places, codes, bytes. Out: `Problem` values and the errors that carry them. Knows nothing of what the files mean.
"""

from generator.problems.binary_files import broken_files
from generator.problems.characters import (
    code_point,
    counted,
    is_hidden,
    line_and_column,
    one_line,
    shorten,
    split_lines,
    visible_line,
)
from generator.problems.collector import MAX_DEPTH, MAX_PROBLEMS, Collector, StopReading
from generator.problems.decoding import MAX_BYTES, decode, decode_lossy
from generator.problems.errors import (
    HEADLINE,
    BusyError,
    ContentError,
    OutputError,
    Overflow,
    Place,
    Problem,
    Severity,
    TemplateError,
    UsageError,
    VisavisError,
    in_order,
)
