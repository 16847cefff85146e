"""Texts as XML 1.0 may hold them, and the names of the vocabularies of a deck.

In: any text. Out: the same without what XML has no way to write, and with what means something there escaped.
"""

from __future__ import annotations

import re

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"

# Control characters, lone surrogates and the two that are no characters: a file with one of them cannot be opened.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_BLANKS = str.maketrans("\n\t\r", "   ")


def possible(text: str) -> str:
    """The text without what XML cannot hold."""
    return text if text.isprintable() else _IMPOSSIBLE.sub("", text)


def escape(text: str) -> str:
    """The text as the content of an element; XML has one kind of line end."""
    plain = possible(text).replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """What `escape` made of a text, as it is read again."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def attribute(text: str) -> str:
    """The text as the value of an attribute between double quotes."""
    return escape(in_attribute(text)).replace('"', "&quot;")


def in_attribute(text: str) -> str:
    """The text as it is read from an attribute."""
    return text if text.isprintable() else possible(text).translate(_BLANKS)
