"""SOURCE_DATE_EPOCH: the date that whoever packs the site asks for.

In: the environment. Out: seconds since 1970. Here alone it is decided what the variable means.
"""

from __future__ import annotations

import os
import re

from generator.problems import UsageError

_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST = 253402300799  # the last second of the year 9999: what dates can say


def source_date_epoch() -> int | None:
    """The date that is asked for in place of today and of the content's, in seconds since 1970; None: none is.

    UsageError: it is no such number. https://reproducible-builds.org/specs/source-date-epoch/
    """
    value = os.environ.get(_EPOCH, "")
    if not value:
        return None
    if not re.fullmatch(r"0*[0-9]{1,12}", value, re.ASCII) or int(value[-12:]) > _LATEST:
        raise UsageError(
            f"{_EPOCH} is {value[:40]!a}: it has to be a whole number of seconds since 1970, such as 1767312000,"
            f" up to {_LATEST}; unset it to take the date of the content"
        )
    return int(value[-12:])
