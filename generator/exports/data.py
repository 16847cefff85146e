"""The data: the whole model and the list of pictures as JSON, one comparison table a CSV file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from generator import files
from generator.exports.artifacts import Artifacts
from generator.infographics import Picture
from generator.model import Site, View, views

_FORMULA = "=+-@\t\r＝＋－＠"
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*\s?%?")


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """data/model.json, data/infographics.json where there are pictures, and data/<comparison>.csv, by its old ids too.

    A spreadsheet may fetch that file day by day, and no page could lead it on; it is small enough to stand twice.
    """
    yield "data/model.json", _json(_plain(artifacts))
    if artifacts.pictures:
        yield "data/infographics.json", _json([_picture(artifacts, picture) for picture in artifacts.pictures])
    for view in views(artifacts.model):
        table = comparison_table(view)
        yield from ((f"data/{id}.csv", table) for id in (view.id, *view.comparison.formerly))


def _plain(artifacts: Artifacts) -> dict[str, Any]:
    """The model as its files have it; the logo is a drawing, and published as one."""
    model = artifacts.model
    parts = {name: getattr(model, name) for name in type(model).model_fields if name != "logo"}
    return {name: _values(part) for name, part in parts.items()} | {"site": _site(model.site)}


def _site(site: Site) -> dict[str, Any]:
    """Of the names of sections those that the content has itself; how the site is published is not content."""
    left_out: Any = {"words": True, "offline": True, "publisher": True, "pictures": {"set", "sets"}}
    values: dict[str, Any] = site.model_dump(mode="json", exclude=left_out)
    own = site.words.model_dump(mode="json", exclude_unset=True)
    return {**values, "words": own} if own else values


def _values(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _values(value) for key, value in part.items()}
    return part.model_dump(mode="json", exclude={"status", "picture_set"})  # how it is published


def _picture(artifacts: Artifacts, picture: Picture) -> dict[str, Any]:
    return {
        "id": picture.id,
        "comparison": picture.comparison,
        "kind": picture.kind,
        "title": picture.title,
        "alt": picture.alt,
        "description": "\n\n".join(picture.description),
        "editorial": picture.editorial,
        "page": picture.page,
        "table": {"columns": picture.table.columns, "rows": picture.table.rows},
        "files": [_file(file, files.about(artifacts.painted, file.path)) for file in picture.files],
    }


def _file(file: Any, about: files.About) -> dict[str, Any]:
    return {
        "path": file.path,
        "size": file.size,
        "theme": file.theme,
        "format": file.format,
        "scale": file.scale,
        "width": file.width,
        "height": file.height,
        "bytes": about.size,
        "sha256": about.sha256,
        **({"transparent": True} if file.transparent else {}),
        **({"editable": True} if file.editable else {}),
        **({"alt": file.alt} if file.alt else {}),
    }


def comparison_table(view: View) -> bytes:
    """The comparison table as a spreadsheet reads it: UTF-8 with a mark, no cell that would run as a formula."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(["Dimension", *(_inert(compared.role.name) for compared in view.roles)])
    for dimension in view.comparison.dimensions:
        cells = ("; ".join(cell) for cell in view.cells(dimension))
        rows.writerow([_inert(dimension.name), *(_inert(cell) for cell in cells)])
    return file.getvalue().encode("utf-8-sig")


def _inert(text: str) -> str:
    """A cell that begins like a formula gets an apostrophe, which spreadsheets take as "this is text"; a number none.

    Some spreadsheets read the wide signs of East Asian type like the plain ones.
    """
    return "'" + text if text[0] in _FORMULA and not _NUMBER.fullmatch(text) else text


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
