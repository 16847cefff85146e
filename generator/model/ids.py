"""Ids: what can be one, and the one that a title or the name of a file would have.

In: a title, a file's name, an id. Out: an id, or why it cannot be one.
"""

from __future__ import annotations

import re
import unicodedata

from generator.problems import shorten

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_ID = 60
FORM = "small letters, digits and single hyphens"
# Names of devices; Windows holds no file that is called so, whatever its ending
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
DEVICES = r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$"
# Letters that are no other letter with a mark, or are written otherwise without it; as passports write them, ICAO
# Doc 9303, part 3, section 6.
_SPELT = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "å": "aa",
    "æ": "ae",
    "ø": "oe",
    "œ": "oe",
    "ĳ": "ij",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
}
_SPELT_OUT = str.maketrans(_SPELT)


def id_of(title: str) -> str:
    """The id that a title would have: Prüfer → pruefer; "" where it has no letter that an id can have."""
    lower = unicodedata.normalize("NFC", title).lower()
    spelt = unicodedata.normalize("NFKD", lower.translate(_SPELT_OUT))
    plain = "".join(char for char in spelt if not unicodedata.combining(char)).lower().translate(_SPELT_OUT)
    id = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])['’](?=[a-z0-9])", "", plain)).strip("-")
    id = id[:MAX_ID].rstrip("-")
    return f"{id}-1" if re.fullmatch(DEVICES, id) else id


def form(title: str) -> str:
    """What an id is made of, with the one that this title would have."""
    meant = id_of(title)
    return f"{FORM}, such as {meant}" if meant else FORM


def flaw(id: str) -> tuple[str, str] | None:
    """Why it cannot be an id and what to do; None where it can."""
    if re.fullmatch(DEVICES, id):
        return f'"{id}" cannot be an id', "Windows holds no file of that name; choose another"
    if len(id) > MAX_ID:
        return f'"{shorten(id)}" cannot be an id', f"use at most {MAX_ID} characters"
    if not re.fullmatch(ID_PATTERN, id):
        return f'"{id}" cannot be an id', f"use {form(id)}"
    return None
