"""The feed of what changed, for programs that tell their readers.

In: the artifacts. Out: feed.xml, in Atom; none where the content has no list of changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.exports.artifacts import Artifacts
from generator.model import Model

FEED = "feed.xml"
_PAGE = "changes/"


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    if artifacts.model.changes:
        yield FEED, _feed(artifacts.model).encode()


def _feed(model: Model) -> str:
    site, (newest, *_) = model.site, model.newest_changes
    entries = (_entry(f"{site.address(_PAGE)}#change-{id}", *told) for id, *told in _told(model))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
            f"<title>{escape(site.name)}: what changed</title>",
            *([f"<subtitle>{escape(site.tagline)}</subtitle>"] if site.tagline else []),
            f"<id>{escape(site.address(''))}</id>",
            f'<link rel="self" type="application/atom+xml" href="{escape(site.address(FEED))}"/>',
            f'<link rel="alternate" type="text/html" href="{escape(site.address(_PAGE))}"/>',
            f"<updated>{_moment(newest[1].day)}</updated>",
            f"<author><name>{escape(site.author or site.name)}</name></author>",
            *([f"<rights>{escape(site.licence)}</rights>"] if site.licence else []),
            *entries,
            "</feed>\n",
        ]
    )


def _told(model: Model) -> Iterator[tuple[str, str, str, str]]:
    """Id, day, title and text of each change."""
    for id, change in model.newest_changes:
        yield id, _moment(change.day), change.title, "\n\n".join(change.text.paragraphs)


def _entry(address: str, moment: str, title: str, text: str) -> str:
    return (
        f"<entry>\n<title>{escape(title)}</title>\n<id>{escape(address)}</id>\n"
        f'<link rel="alternate" type="text/html" href="{escape(address)}"/>\n<updated>{moment}</updated>\n'
        f'<content type="text">{escape(text)}</content>\n</entry>'
    )


def _moment(day: object) -> str:
    """Atom wants a time of day, and a change has none."""
    return f"{day}T00:00:00Z"
