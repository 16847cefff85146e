"""What a test run inherits from whoever started it, and no test may depend on. Imported before anything of ours.

In: the environment and the signals of this process. Out: no settings of other programs and no ignored interrupt, so
that the tests, and every program that they start, find the same on every machine.
"""

from __future__ import annotations

import os
import re
import signal
import time

# The machine's place and language, the looks of a terminal, and what matplotlib, MkDocs, git, Python, CI and we read.
_SETTINGS = re.compile(
    r"LC_\w+|LANG|LANGUAGE|TZ|COLUMNS|LINES|NO_COLOR|FORCE_COLOR|CLICOLOR\w*|SOURCE_DATE_EPOCH|MPL\w+|MATPLOTLIBRC"
    r"|GIT_\w+|GITHUB_\w+|PYTHON(?!PATH$)\w+|VISAVIS_(?:DOCS|NAV|CACHE)|XDG_CACHE_HOME|CI|GITLAB_CI"
)

for name in filter(_SETTINGS.fullmatch, tuple(os.environ)):
    del os.environ[name]
time.tzset()
os.umask(0o022)
# A shell starts what runs in the background with it ignored, and so would be every program that a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)
