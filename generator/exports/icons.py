"""What phones, launchers and old programs ask of a site: icons of pixels, and a manifest that names it.

In: the artifacts. Out: assets/apple-touch-icon.png, assets/icon-<side>.png, favicon.ico, and site.webmanifest, which is
there without them too.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator

from generator.exports.artifacts import ICON, Artifacts

MANIFEST = "site.webmanifest"
TOUCH_ICON = "assets/apple-touch-icon.png"
FAVICON = "favicon.ico"
# By side in pixels.
_PATHS = {180: TOUCH_ICON, 192: "assets/icon-192.png", 512: "assets/icon-512.png"}
_ICO = 48
# What somebody may draw by hand instead.
ICONS = (FAVICON, *_PATHS.values())


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The icons that could be drawn, and the manifest."""
    icons = {path: artifacts.icons[side] for side, path in _PATHS.items() if side in artifacts.icons}
    yield from icons.items()
    if _ICO in artifacts.icons:
        yield FAVICON, _ico(artifacts.icons[_ICO])
    yield MANIFEST, _manifest(artifacts)


def _ico(png: bytes) -> bytes:
    """An ICO that holds one PNG: a header, one entry, the bytes."""
    header, size = struct.pack("<3H", 0, 1, 1), struct.calcsize("<3H4B2H2I")
    return header + struct.pack("<4B2H2I", _ICO, _ICO, 0, 0, 1, 32, len(png), size) + png


def _manifest(artifacts: Artifacts) -> bytes:
    """Addresses are relative to the manifest, so that the site can lie anywhere."""
    site, ground = artifacts.model.site, artifacts.model.palette.neutral.light.ground
    sizes = {path: f"{side}x{side}" for side, path in _PATHS.items() if side in artifacts.icons and path != TOUCH_ICON}
    icons = [{"src": ICON, "type": "image/svg+xml", "sizes": "any"}]
    icons += [{"src": path, "type": "image/png", "sizes": size} for path, size in sizes.items()]
    told = {
        "name": site.name,
        "short_name": site.name,
        **({"description": site.description} if site.description else {}),
        "lang": site.language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",  # a site to read, which needs the browser's address bar
        "theme_color": ground,
        "background_color": ground,
        "icons": icons,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
