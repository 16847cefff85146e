"""What differs from one operating system to the next; all other code is the same on each.

In: files, folders, processes. Out: the same as far as the system can give it, and where not, the nearest it can.
Which system it is, is told by what it has and not by its name, so that tests can take it away.
"""

from generator.system.disk import exchange, flush, flush_names, patiently
from generator.system.interrupts import defer_interrupts, ignore_interrupts, shield_children
from generator.system.locks import lock_file, locks_unknown, private_file
from generator.system.memory import keep_freed_memory
from generator.system.processes import (
    be_nice,
    child_options,
    cores,
    end,
    group_options,
    is_superuser,
    lower_priority,
    open_files,
)
from generator.system.streams import open_standard_streams
