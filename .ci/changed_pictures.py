"""Which pictures differ between two sites, for those who review a change.

In: the folders of the two sites, whose data/infographics.json names every picture file with its hash, and a folder that
does not exist yet. Out: a summary in Markdown on standard output, and in the folder, if anything differs, the files of
both sites and a page that shows them side by side.

    python .ci/changed_pictures.py before after changed
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

_NONE = "–"
# What a browser shows, the smallest first.
_SHOWN = ("png", "svg")


@dataclass(frozen=True, slots=True)
class File:
    """One published file of a picture, its path relative to the site."""

    picture: str
    title: str
    path: str
    look: str
    form: str
    scale: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; one of the two is None when it is new or gone."""

    before: File | None
    after: File | None

    @property
    def file(self) -> File:
        found = self.after or self.before
        assert found
        return found


def published(site: Path) -> dict[str, File]:
    """Every picture file by its path; none when there is no site, as before the first change."""
    if not site.is_dir():
        return {}
    pictures = json.loads((site / "data" / "infographics.json").read_text(encoding="utf-8"))
    return {file["path"]: _file(picture, file) for picture in pictures for file in picture["files"]}


def _file(picture: Mapping[str, str], file: Mapping[str, object]) -> File:
    look = f"{file['size']}, {file['theme']}" + "".join(
        f", {look}" for look in ("transparent", "editable") if file.get(look)
    )
    return File(
        picture["id"],
        picture["title"],
        str(file["path"]),
        look,
        str(file["format"]),
        int(str(file["scale"])),
        int(str(file["bytes"])),
        str(file["sha256"]),
    )


def changes(before: Mapping[str, File], after: Mapping[str, File]) -> tuple[Change, ...]:
    """The files that are new, gone or different, by picture and path."""
    pairs = (Change(before.get(path), after.get(path)) for path in before.keys() | after.keys())
    different = (pair for pair in pairs if not (pair.before and pair.after and pair.before.sha256 == pair.after.sha256))
    return tuple(sorted(different, key=lambda change: (change.file.picture, change.file.path)))


def summary(found: Sequence[Change], total: int) -> str:
    """Markdown: a line that counts, then a part that opens for each picture."""
    if not found:
        return f"## Pictures\n\nNone of {total} picture files changed.\n"
    pictures = list(_by_picture(found))
    lines = ["## Pictures", "", f"{_count(found, 'picture file')} changed, of {_count(pictures, 'picture')}.", ""]
    for picture, files in pictures:
        lines += ["<details>", f"<summary>{_inert(picture)}: {_titles(files)}, {_count(files, 'file')}</summary>", ""]
        lines += ["| file | before | after |", "| --- | --- | --- |"]
        lines += [f"| {_inert(_name(change))} | {_state(change.before)} | {_state(change.after)} |" for change in files]
        lines += ["", "</details>", ""]
    return "\n".join(lines)


def _count(things: Sequence[object], what: str) -> str:
    return f"{len(things)} {what}" if len(things) == 1 else f"{len(things)} {what}s"


def _by_picture(found: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for picture, files in groupby(found, key=lambda change: change.file.picture):
        yield picture, list(files)


def _name(change: Change) -> str:
    return change.file.path.rpartition("/")[2]


def _titles(files: Sequence[Change]) -> str:
    """The title, or both where it changed."""
    before = {change.before.title for change in files if change.before}
    after = {change.after.title for change in files if change.after}
    if not before:
        return f"new, “{_inert(min(after))}”"
    if not after:
        return f"gone, “{_inert(min(before))}”"
    return " → ".join(dict.fromkeys(f"“{_inert(min(titles))}”" for titles in (before, after)))


def _state(file: File | None) -> str:
    return f"{file.bytes:,} bytes, {file.sha256[:12]}" if file else _NONE


def _inert(text: str) -> str:
    """Text that is neither Markdown nor HTML: whoever opens a pull request writes it."""
    return re.sub(r"[^\w\s.,:→–-]|_", lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


def keep(found: Sequence[Change], before: Path, after: Path, folder: Path) -> None:
    """The files of both sites below the folder, and index.html. ValueError: a list does not fit its files."""
    for change in found:
        for side, site, file in (("before", before, change.before), ("after", after, change.after)):
            if file:
                data = _bytes(site, file)
                target = folder / side / file.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
    (folder / "index.html").write_text(_page(found), encoding="utf-8")


def _bytes(site: Path, file: File) -> bytes:
    path = site / file.path
    if site.resolve() not in path.resolve().parents:
        raise ValueError(f"{site}: infographics.json names a file outside the site: {file.path}")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ValueError(f"{path}: its bytes are not those that infographics.json names")
    return data


def _page(found: Sequence[Change]) -> str:
    rows = []
    for picture, files in _by_picture(found):
        rows.append(f'<tr><th colspan="2">{html.escape(picture)}</th></tr>')
        for look, same in groupby(sorted(files, key=_rank), key=lambda change: change.file.look):
            best = next(same)
            rows.append(f'<tr><td colspan="2">{html.escape(look)}: {html.escape(_name(best))}</td></tr>')
            rows.append(f"<tr>{_cell('before', best.before)}{_cell('after', best.after)}</tr>")
    style = "table{width:100%}td{width:50%;vertical-align:top}th{text-align:left}img{max-width:100%;background:#888}"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Changed pictures</title><style>{style}</style>'
    return f"{head}<table>{''.join(rows)}</table></html>\n"


def _rank(change: Change) -> tuple[str, int, int]:
    """Files that look alike together, the one to show first."""
    file = change.file
    return file.look, _SHOWN.index(file.form) if file.form in _SHOWN else len(_SHOWN), file.scale


def _cell(side: str, file: File | None) -> str:
    if not file:
        return f"<td>{_NONE}</td>"
    address = html.escape(f"{side}/{file.path}")
    shown = f'<img src="{address}" alt="{side}" loading="lazy">' if file.form in _SHOWN else side
    return f'<td><a href="{address}">{shown}</a></td>'


def main(before: Path, after: Path, folder: Path) -> None:
    """Compares, keeps, tells."""
    old, new = published(before), published(after)
    found = changes(old, new)
    if found:
        keep(found, before, after, folder)
    sys.stdout.write(summary(found, len(new)))


if __name__ == "__main__":
    try:
        main(*map(Path, sys.argv[1:4]))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
