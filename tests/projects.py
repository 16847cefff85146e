"""A project on disk and the program run on it: for tests of whole commands.

A sandbox is a copy of the flagship's content, cut down to few pictures, with MkDocs' configuration and one page written
by hand. What many tests begin with is built once a run, by the worker that needs it first; tests work on copies.
"""

from __future__ import annotations

import atexit
import contextlib
import dataclasses
import fcntl
import importlib
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from pathlib import Path

import pytest
from catalogues import write
from click.testing import CliRunner, Result

from generator import files
from generator.cli import cli
from generator.deck.deck import Deck, Slide
from generator.infographics import sections
from generator.manifest import MANIFEST, generated
from generator.model.checks.charts import SECTIONS
from generator.painting import Target, worker_pool
from generator.painting.job import Job
from generator.project import Project
from generator.publishers import Publisher
from generator.publishing import State, docs_environment, publisher_process

ROOT = Path(__file__).parents[1]
BRAND = ROOT / "content" / "brand"
KINDS = ("comparison-table", "depth-and-breadth")
BY_HAND = "# Notes\n\nA page that somebody wrote, with a [link](index.md).\n"
PAINT = worker_pool.paint_here
DECKS = importlib.import_module("generator.deck.published")  # the function of that name hides it
WRITERS = {name: getattr(DECKS, name) for name in ("write", "write_slide")}
# One process loads the program once for several commands: `python -c COMMANDS 'a command' 'another one'`.
COMMANDS = """
import shlex, sys
from generator.cli import cli
for command in sys.argv[1:]:
    try:
        cli(shlex.split(command))
    except SystemExit as end:
        if end.code:
            raise
"""
# Names the folder that the workers of one run share; who sets it removes it (conftest.py).
SHARED = "VISAVIS_TESTS"


@dataclass(frozen=True)
class Sandbox:
    """A folder with content/, docs/, overrides/ and mkdocs.yml."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def project(self) -> Project:
        return Project(self.content, self.docs, self.site, self.root / "mkdocs.yml")

    def run(self, *arguments: str) -> Result:
        """A command in this process, called from its folder; a build paints here too, if nothing else is said,
        since its few pictures are painted sooner than other processes begin.
        """
        if arguments[:1] == ("build",) and "--jobs" not in arguments:
            arguments = (*arguments, "--jobs", "1")
        with contextlib.chdir(self.root):
            return CliRunner().invoke(cli, arguments)

    def process(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """A command in a process of its own."""
        command = [sys.executable, "-m", "generator", *arguments]
        return subprocess.run(
            command, cwd=self.root, env=env(environment), capture_output=True, text=True, check=False, timeout=120
        )

    def started(self, *arguments: str) -> subprocess.Popen[str]:
        """A command in a process group of its own, as in a terminal, that runs on."""
        return subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            cwd=self.root,
            env=env({}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # whoever runs the tests may ignore it
        )

    def edit(self, name: str, old: str, new: str) -> int:
        """Replaces the first `old` in a file of content/; returns its line, from 1."""
        return replace(self.content / name, old, new)

    def put(self, name: str, field: str, value: str) -> int:
        """Gives the first field of that name in a file of content/ another value; returns its line, from 1."""
        return put(self.content / name, field, value)


def env(more: Mapping[str, str]) -> dict[str, str]:
    """This process's environment with this generator first."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def replace(file: Path, old: str, new: str) -> int:
    """Replaces the first `old` of a file; returns its line, from 1."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def put(file: Path, field: str, value: str) -> int:
    """Gives the first field of that name another value, whatever it is; returns its line, from 1."""
    lines = file.read_text(encoding="utf-8").split("\n")
    index = next(index for index, line in enumerate(lines) if line.lstrip(" -").startswith(f"{field}: "))
    lines[index] = lines[index][: lines[index].index(f"{field}: ")] + f"{field}: {value}"
    file.write_text("\n".join(lines), encoding="utf-8")
    return index + 1


def rename(content: Path, name: str, id: str) -> Path:
    """Gives the role or comparison in that file another id, wherever content names it; returns its new file."""
    old = content / name
    new = old.rename(old.with_stem(id))
    _say(content, old.stem, id)
    new.write_text(f"{new.read_text(encoding='utf-8')}\nformerly: [{old.stem}]\n", encoding="utf-8")
    return new


def rename_topic(content: Path, comparison: str, topic: str, id: str) -> None:
    """Gives a topic another id, in the comparison and in all roles."""
    _say(content, topic, id)
    file = content / "comparisons" / f"{comparison}.yml"
    between = ", " if f"{{id: {id}," in file.read_text(encoding="utf-8") else "\n    "
    replace(file, f"id: {id}", f"formerly: [{topic}]{between}id: {id}")


def _say(content: Path, old: str, new: str) -> None:
    """The new id in place of the old one where YAML has an id: a value, a key, an entry of a list."""
    for path in content.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?<=[ \[]){old}(?=[:,\]]| +#|$)", new, text, flags=re.MULTILINE), encoding="utf-8")


def set_up(root: Path, *, sizes: str = "slide", themes: str = "light", kinds: tuple[str, ...] = KINDS) -> Sandbox:
    """A sandbox in `root`, not built yet, with nothing in its cache."""
    shutil.copytree(ROOT / "content", root / "content")
    sandbox = _around(root, sizes, themes)
    keep_pictures(root / "content" / "comparisons" / "kam-vs-tm.yml", kinds)
    forget_changed_pictures(root / "content")
    return sandbox


def set_up_bakery(root: Path, *, sizes: str = "phone") -> Sandbox:
    """The same of another trade, with a few pages: what is asked of it is how it is built, and not of what. Without
    slides there are no decks, which take longer than all the rest.
    """
    shutil.copytree(ROOT / "tests" / "trades" / "bakery", root / "content")
    branded(root / "content")
    keep_pictures(root / "content" / "comparisons" / "bread-and-cake.yml", ("comparison-table", "responsibilities"))
    return _around(root, sizes, "light")


def set_up_catalogue(root: Path, roles: int, comparisons: int) -> Sandbox:
    """The same of a generated catalogue, with its families and its set of pictures."""
    sandbox = set_up(root)
    shutil.rmtree(sandbox.content)
    write(sandbox.content, roles, comparisons)
    return sandbox


def branded(content: Path) -> Path:
    """The content with the palette and the fonts that come with Visavis."""
    (content / "brand").mkdir(exist_ok=True)
    shutil.copytree(BRAND / "fonts", content / "brand" / "fonts")
    shutil.copy(BRAND / "palette.yml", content / "brand")
    return content


def stand_in(file: Path, text: str) -> None:
    """A program that does what that text says to a shell."""
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)


def _around(root: Path, sizes: str, themes: str) -> Sandbox:
    """What a sandbox has beside its content, of which so many pictures are published."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    files.write(root / "docs" / "notes.md", BY_HAND.encode())
    sandbox = Sandbox(root)
    sandbox.put("site.yml", "sizes", f"[{sizes}]")
    sandbox.put("site.yml", "themes", f"[{themes}]")
    return sandbox


def forget_changed_pictures(content: Path) -> None:
    """No change shows a picture as it was; those that changes name may not be there."""
    file = content / "changes.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^  pictures:\n(?:    .*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")
    shutil.rmtree(content / "changes")


def keep_pictures(file: Path, kinds: tuple[str, ...]) -> None:
    """Only these kinds of infographic, in the comparison and at its topics."""
    text = file.read_text(encoding="utf-8")
    head, _, listed = text.partition("\ninfographics:\n")
    for section in {*SECTIONS} - {sections()[kind] for kind in kinds}:
        head = re.sub(rf"^{section}:\n(?:[ \n].*\n?)*", "", head, flags=re.MULTILINE)
    lines = [
        line
        for line in head.split("\n")
        if not re.match("    (more_)?infographics?: ", line)
        or {*re.findall(r"[a-z-]+", line.split(": ")[1])} <= {*kinds}
    ]
    entries = ["  - kind: " + entry for entry in listed.split("  - kind: ")[1:]]
    drawn = [entry for entry in entries if entry.split("\n")[0].removeprefix("  - kind: ") in kinds]
    assert len(drawn) == len(kinds)
    file.write_text("\n".join(lines) + "\ninfographics:\n" + "".join(drawn), encoding="utf-8")
    catalogue = file.parents[1] / "catalogue.yml"
    if "territory-map" not in kinds and catalogue.is_file():  # it alone shows this customer
        listed = catalogue.read_text(encoding="utf-8")
        kept = re.sub(r"^  chain-store:\n(?:    .*\n)*", "", listed, flags=re.MULTILINE)
        catalogue.write_text(kept, encoding="utf-8")


@cache
def shared(name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once a run, whichever process asks first; nobody writes into it afterwards."""
    run = Path(os.environ.get(SHARED) or _own())
    folder, done = run / name, run / f"{name}.done"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def _own() -> str:
    """For a process that is no part of a run of pytest."""
    folder = tempfile.mkdtemp(prefix="visavis-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _built() -> Sandbox:
    """The sandbox that others are copied from, built without MkDocs."""
    return Sandbox(shared("built", partial(_build, set_up)))


def _build(set_up: Callable[[Path], Sandbox], root: Path) -> None:
    sandbox = set_up(root)
    with pytest.MonkeyPatch.context() as patch:
        without_mkdocs(patch)
        patch.setattr(worker_pool, "paint_here", PAINT)  # whoever asks first may have replaced it, and these
        for name, writer in WRITERS.items():
            patch.setattr(DECKS, name, writer)
        result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 0, result.output


def unbuilt(root: Path) -> Sandbox:
    """A small sandbox that was never built; its pictures are in its cache."""
    return _without_outputs(_built(), root)


def built(root: Path) -> Sandbox:
    """A small sandbox that has been built, with docs/ and site/: another build has nothing to do."""
    return moved(_built(), root)


def built_bakery(root: Path, *, sizes: str = "phone") -> Sandbox:
    """The sandbox of a few pages, as one that was built."""
    return moved(_built_bakery(sizes), root)


def unbuilt_bakery(root: Path, *, sizes: str = "phone") -> Sandbox:
    """The same that was never built; its pictures are in its cache."""
    return _without_outputs(_built_bakery(sizes), root)


def _built_bakery(sizes: str) -> Sandbox:
    return Sandbox(shared(f"built-bakery-{sizes}", partial(_build, partial(set_up_bakery, sizes=sizes))))


def moved(sandbox: Sandbox, root: Path) -> Sandbox:
    """A copy that knows of the last build what the sandbox knew."""
    copy = Sandbox(Path(shutil.copytree(sandbox.root, root)))
    before, now = (State(each.project, publish=True) for each in (sandbox, copy))
    for what in ("state", "digests", "checked", "pages"):
        kept = copy.project.cache / before.kept(what).name
        if kept.exists():
            kept.rename(now.kept(what))
    return copy


def _without_outputs(sandbox: Sandbox, root: Path) -> Sandbox:
    made = {sandbox.docs / name for name in (*generated(sandbox.docs), MANIFEST, ".gitignore")} | {sandbox.site}

    def outputs(folder: str, names: list[str]) -> set[str]:
        return {name for name in names if Path(folder, name) in made or name.startswith("state-")}

    return Sandbox(Path(shutil.copytree(sandbox.root, root, ignore=outputs)))


def without_mkdocs(patch: pytest.MonkeyPatch) -> None:
    """In place of MkDocs something that takes no time: every page as it is, under its address, its links as text."""

    def convert(project: Project, _: Publisher, fresh: Path, **__: object) -> None:
        for name, path in files.tree(project.docs).items():
            if name != "nav.yml":
                target = fresh / files.published(name)
                target.parent.mkdir(parents=True, exist_ok=True)
                if name.endswith(".md"):
                    target.write_text(escape(path.read_text(encoding="utf-8")), encoding="utf-8")
                else:
                    shutil.copy(path, target)

    patch.setattr(publisher_process, "build", convert)


def without_painting(patch: pytest.MonkeyPatch) -> None:
    """In place of painted pictures and of decks something that takes no time: which one it is, and other bytes for
    another one.
    """

    def paint(job: Job) -> dict[Target, bytes]:
        return {
            target: _head(job, target) + f"{target.file_name(job.picture)} {job.frame.digest}".encode()
            for target in job.targets
        }

    def write(deck: Deck, *_: object) -> bytes:
        return b"PK\x03\x04 of " + " ".join(slide.frame.digest for slide in deck.slides).encode()

    def write_slide(deck: Deck, slide: Slide, *_: object, **__: object) -> bytes:
        return write(dataclasses.replace(deck, slides=(slide,)))

    patch.setattr(worker_pool, "paint_here", paint)
    patch.setattr(DECKS, "write", write)
    patch.setattr(DECKS, "write_slide", write_slide)


def _head(job: Job, target: Target) -> bytes:
    """What a file of that kind and size begins with."""
    width, height = target.pixel_size(job.frame.width, job.frame.height)
    return {
        "png": b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s2I", 13, b"IHDR", width, height),
        "svg": f'<svg viewBox="0 0 {width} {height}">'.encode(),
        "pdf": f"%PDF-1.4 /MediaBox [ 0 0 {width} {height} ] ".encode(),
    }[target.format]


def restore_mkdocs_environment(patch: pytest.MonkeyPatch) -> None:
    """What a preview sets in this process does not outlive the patch."""
    for name in docs_environment(ROOT):
        patch.setenv(name, "")


def snapshot(*folders: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below the folders, hidden ones too, with its bytes and its time of change."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found[str(path)] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found
