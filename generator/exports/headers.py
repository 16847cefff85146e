"""The headers for hosts that read them from a file, as Netlify and Cloudflare Pages do.

In: the site's address. Out: _headers, whose paths are those of the host.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.exports.artifacts import Artifacts

_HOUR = 60 * 60
_DAY = 24 * _HOUR
# What has its hash in its name never changes. What keeps its name may be an hour old, and a day while the new one is
# fetched; others may show it. By path below the site, first what holds everywhere.
_FOREVER = {"Cache-Control": f"public, max-age={365 * _DAY}, immutable"}
_SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": f"public, max-age={_HOUR}, stale-while-revalidate={_DAY}",
}
_HEADERS = {
    "*": {
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    },
    "assets/fonts/*": {"Cache-Control": f"public, max-age={30 * _DAY}"},
    "assets/javascripts/*": _FOREVER,
    "assets/stylesheets/*": _FOREVER,
    "data/*": _SHARED,
    "feed.xml": _SHARED,
    "infographics/*": _SHARED,
    "oembed/*": _SHARED,
    "slides/*": _SHARED,
}


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    root = urlsplit(artifacts.model.site.url).path.rstrip("/")
    sent = {**_HEADERS, "*": {"Content-Security-Policy": artifacts.policy, **_HEADERS["*"]}}
    rules = (
        "\n".join([f"{root}/{path}", *(f"  {name}: {value}" for name, value in headers.items())])
        for path, headers in sent.items()
    )
    yield "_headers", ("\n\n".join(rules) + "\n").encode()
