"""What differs from one operating system to the next; all other code is the same on each.

In: files, folders, processes. Out: the same as far as the system can give it, and where not, the nearest it can.
"""

from generator.system.interrupts import defer_interrupts
