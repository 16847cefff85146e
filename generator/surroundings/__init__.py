"""What the surroundings of a call decide, and what of them processes that are started from here may see.

In: the environment, errors of the system. Out: a date, words, versions, command lines.
"""

from generator.surroundings.child_processes import environment, leave_current_folder, module, visavis
from generator.surroundings.docstrings import docstring
from generator.surroundings.epoch import source_date_epoch
from generator.surroundings.installing import install
from generator.surroundings.packages import version
from generator.surroundings.shortages import check_current_folder, help_for, reason, said, unwritten
