"""A new project: a content that builds at once and says in each place what to write there.

In: an empty place, and what somebody calls their roles. Out: content/, schemas/ for completion, and what an editor, git
and GitHub Pages read. Nothing that is there already is written over.
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from generator import files, pipeline
from generator.model import id_of, schemas
from generator.problems import ContentError, Place, Problem, Severity, UsageError
from generator.scaffold.plan import abbreviation_of
from generator.scaffold.yaml_writer import scalar
from generator.shipped import shipped
from generator.surroundings import source_date_epoch, version

_START = Path(__file__).parent / "start"
_BESIDE = {
    ".gitignore": "gitignore",
    ".github/workflows/publish.yml": "publish.yml",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/extensions.json": "vscode/extensions.json",
}
_SLOT = re.compile(r"<<(.*?)>>")
ROLES = ("First role", "Second role")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a project is called, its trade ("": none is named), and two to four roles."""

    name: str = ""
    trade: str = ""
    roles: tuple[str, ...] = ROLES


@dataclass(frozen=True, slots=True)
class Begun:
    """The files that were written, and those that were there already and stay as they were."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def begin(folder: Path, wish: Wish) -> Begun:
    """A small project. UsageError: there is one already, or the roles cannot be. ContentError: a name cannot."""
    check_free(folder)
    made = {name: text.encode() for name, text in _content(wish).items()}
    with tempfile.TemporaryDirectory() as trial:
        files.write_changed(Path(trial), made)
        try:
            pipeline.compose(Path(trial, "content"), drafts=True)
        except ContentError as error:
            wrong = (problem for problem in error.problems if problem.severity is Severity.ERROR)
            raise ContentError(_at_options(wrong, wish, f"{trial}/content")) from error
    return _write(folder, made)


def _at_options(problems: Iterable[Problem], wish: Wish, content: str) -> list[Problem]:
    """The problems at what was asked for, since no file is written. Other files only repeat what roles are called."""
    roles = {f"{content}/roles/{id}.yml": name for id, name in _roles(wish.roles).items()}
    found = list(problems)
    told = {(each.code, each.message) for each in found if each.file in roles}
    placed = []
    for each in found:
        if each.file in roles:
            placed.append(replace(each, place=Place(f'--role "{roles[each.file]}"')))
        elif (each.code, each.message) not in told:
            in_site = each.file == f"{content}/site.yml" and wish.name
            option = f'--name "{wish.name}"' if in_site else f'--trade "{wish.trade}"' if wish.trade else "--role"
            placed.append(replace(each, place=Place(option)))
    return placed


def begin_example(folder: Path) -> Begun:
    """The whole content that the program brings along. UsageError: there is one already."""
    check_free(folder)
    return _write(
        folder, {f"content/{name}": path.read_bytes() for name, path in files.tree(shipped("content")).items()}
    )


def check_free(folder: Path) -> None:
    """UsageError: somebody has begun there."""
    content = folder / "content"
    if content.exists() and (not content.is_dir() or any(content.iterdir())):
        raise UsageError(f"{content} is there already, and stays as it is; choose another folder: visavis init FOLDER")


def _write(folder: Path, content: Mapping[str, bytes]) -> Begun:
    made = dict(content)
    for name, source in _BESIDE.items():
        text = (_START / source).read_text(encoding="utf-8")
        made[name] = text.replace("<<{version}>>", version("visavis")).encode()
    for name, schema in schemas().items():
        made[f"schemas/{name}.schema.json"] = (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
    kept = tuple(folder / name for name in made if (folder / name).exists())
    written = tuple(folder / name for name in made if folder / name not in kept)
    for name, data in made.items():
        if folder / name in written:
            files.write(folder / name, data)
    return Begun(written, kept)


def _content(wish: Wish) -> dict[str, str]:
    """The texts of content/ by path. UsageError."""
    roles = _roles(wish.roles)
    pair = " and ".join(filter(None, (", ".join(wish.roles[:-1]), wish.roles[-1])))
    words = {
        "name": wish.name or pair,
        "tagline": f"{pair}, side by side",
        "today": _today(),
        "pair": pair,
        "industry": f"industry: {scalar(wish.trade)}\n" if wish.trade else "",
        "ids": ", ".join(roles),
    }
    return dict(_files(roles, words))


def _files(roles: Mapping[str, str], words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "content/site.yml", _filled("site.yml", words)
    taken: set[str] = set()
    for id, name in roles.items():
        taken.add(short := abbreviation_of(id, taken))
        yield f"content/roles/{id}.yml", _filled("role.yml", {"role": name, "abbreviation": short})
    yield f"content/comparisons/{id_of('-vs-'.join(roles))}.yml", _filled("comparison.yml", words)


def _filled(template: str, words: Mapping[str, str]) -> str:
    """The template with its slots as YAML; what is YAML already stays."""
    text = (_START / "content" / template).read_text(encoding="utf-8")

    def fill(found: re.Match[str]) -> str:
        said = re.sub(r"\{(\w+)\}", lambda name: words[name[1]], found[1])
        return said if found[1] in ("{industry}", "{ids}", "{today}") else scalar(said)

    return _SLOT.sub(fill, text)


def _roles(names: tuple[str, ...]) -> dict[str, str]:
    """Names by ids. UsageError."""
    if not 2 <= len(names) <= 4:
        raise UsageError("a comparison needs two to four roles; name each with --role")
    ids = [id_of(name) or f"role-{number}" for number, name in enumerate(names, 1)]
    if len(set(ids)) < len(ids):
        raise UsageError(f"two of these roles would be the same file: {', '.join(names)}; give each a name of its own")
    return dict(zip(ids, names, strict=True))


def _today() -> str:
    epoch = source_date_epoch()
    return str(datetime.fromtimestamp(time.time() if epoch is None else epoch, tz=UTC).date())
