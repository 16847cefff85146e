"""Icons by name, from the set that Material for MkDocs brings with it.

In: a name such as `material/handshake`. Out: the path of its outline. Pages use the same name, so one
line of YAML serves page and picture.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def icon_folder() -> Path:
    """The folder of the icon set. FileNotFoundError: Material for MkDocs is not installed."""
    spec = importlib.util.find_spec("material")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        icons = Path(place, "templates", ".icons")
        if icons.is_dir():
            return icons
    raise FileNotFoundError("the icons of mkdocs-material are not installed")


class Icons:
    """The names of all icons, as a container; listing them reads the folder, asking for one does not."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (icon_folder() / f"{name}.svg").is_file()

    def __iter__(self) -> Iterator[str]:
        root = icon_folder()
        return (path.relative_to(root).with_suffix("").as_posix() for path in sorted(root.rglob("*.svg")))


@cache
def outline(name: str) -> tuple[str, float, float]:
    """The icon's SVG path data and the width and height of its view box.

    KeyError: no such icon. ValueError: an icon drawn with more than paths.
    """
    file = icon_folder() / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    svg = file.read_text(encoding="utf-8")
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    paths = re.findall(r'<path[^>]*?\bd="([^"]+)"', svg)
    if not box or not paths or re.search(r"<(circle|rect|ellipse|polygon|polyline|line|use|image|g)\b", svg):
        raise ValueError(f"the icon {name} is not a plain outline")
    return " ".join(paths), float(box[1]), float(box[2])
