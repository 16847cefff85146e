"""Where the site's folder cannot change its name it is published file by file, and a kill meanwhile is put right."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from projects import env

from generator import files
from generator.problems.errors import OutputError
from generator.publishing import in_place
from generator.publishing.marker import MARKER
from generator.publishing.swap import recover, sibling_folder, swap

OLD = {"index.html": "old", "a/index.html": "old", "b": "a file", "c/d/e.txt": "old only", "style.css": "old"}
NEW = {"index.html": "new", "a/index.html": "new", "b/index.html": "a folder", "f.html": "new", "style.css": "new"}


def fill(folder: Path, wanted: dict[str, str]) -> Path:
    for name, text in wanted.items():
        files.write(folder / name, text.encode())
    return folder


def marked(folder: Path) -> Path:
    files.write(folder / MARKER, b"")
    return folder


def held(folder: Path) -> dict[str, str]:
    """Every file, hidden ones too, but marks."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_text() for name, path in found.items() if path.name != MARKER}


def publish(site: Path) -> None:
    with sibling_folder(site) as fresh:
        fill(fresh, NEW)
        swap(fresh, site)


# Why the folder keeps its name, and whether what is beside it is of the same file system.
HELD = {
    "a mount point of another disk": (errno.EBUSY, False),
    "a mount point of the same disk": (errno.EBUSY, True),
    "a lower layer": (errno.EXDEV, True),
    "a folder of somebody else": (errno.EPERM, True),
    "a folder whose parent may not be written": (errno.EACCES, True),
    "a file system that says no": (errno.ENOTSUP, False),
}


@pytest.fixture(params=HELD)
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose folder cannot change its name."""
    number, near = HELD[request.param]
    site = fill(marked(tmp_path / "a b" / "site"), OLD)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == site or Path(target) == site:
            raise OSError(number, os.strerror(number))
        if not near and site in Path(target).parents:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(path, target)

    monkeypatch.setattr("generator.system.exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    return site


def test_a_folder_that_keeps_its_name_gets_the_new_site_and_nothing_else(site: Path) -> None:
    publish(site)
    assert held(site) == NEW
    assert not (site / "c").exists()
    assert (site / MARKER).is_file()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_belongs_to_the_file_system_stays(site: Path) -> None:
    fill(site / "lost+found", {"#12": "not ours"})
    files.write(site / "a" / ".nfs0000123", b"still read by somebody")
    publish(site)
    assert held(site) == NEW | {"lost+found/#12": "not ours", "a/.nfs0000123": "still read by somebody"}


def test_pages_come_after_what_they_ask_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    put = Path.replace

    def note(path: Path, target: Path) -> Path:
        if site in target.parents and not target.name.startswith("."):
            order.append(target.name)
        return put(path, target)

    monkeypatch.setattr(Path, "replace", note)
    publish(site)
    assert order[0] == "style.css"
    assert set(order[1:]) == {"index.html", "f.html"}


class Killed(BaseException):
    """What no code expects."""


@pytest.mark.parametrize("stop", [OSError(errno.EIO, "Input/output error"), Killed()], ids=["refused", "killed"])
@pytest.mark.parametrize("site", ["a mount point of another disk", "a lower layer"], indirect=True)
def test_whatever_stops_it_the_site_is_the_old_one_or_the_next_build_goes_on(site: Path, stop: BaseException) -> None:
    """Just before each change of the site's files, one after the other."""
    outcomes = []
    for turn in range(100):
        shutil.rmtree(site)
        fill(marked(site), OLD)
        with pytest.MonkeyPatch.context() as patch, suppress(type(stop), OutputError):
            count = iter(range(1000))
            for owner, name in ((Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (shutil, "copyfile")):
                patch.setattr(owner, name, failing(getattr(owner, name), count, turn, stop))
            publish(site)
            break
        begun = in_place.begun(site)
        assert begun or held(site) in (OLD, NEW)
        outcomes.append(begun)
        before = held(site)
        recover(site)
        assert held(site) == (NEW if begun else before)
        assert [path.name for path in site.parent.iterdir()] == ["site"]
    else:
        pytest.fail("there is no end")
    assert held(site) == NEW
    assert sum(outcomes) > 5
    assert not outcomes[0]


def failing(real: Callable[..., object], count: Iterator[int], turn: int, stop: BaseException) -> Callable[..., object]:
    def change(*arguments: object, **more: object) -> object:
        if next(count) == turn:
            raise stop
        return real(*arguments, **more)

    return change


def test_an_interrupt_waits_for_the_other_half(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put, count = Path.replace, iter(range(1000))

    def interrupt(path: Path, target: Path) -> Path:
        if target == site / "a" / "index.html" and next(count) == 0:
            raise KeyboardInterrupt
        return put(path, target)

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish(site)
    assert held(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.fixture
def beside(tmp_path: Path) -> tuple[Path, Path]:
    """A site that was published before, and in it what is to be published now, where nothing may lie beside it."""
    site = fill(marked(tmp_path / "site"), OLD)
    return site, fill(marked(site / ".site-abcdefgh"), NEW)


def test_what_was_made_within_the_site_is_published_there(beside: tuple[Path, Path]) -> None:
    site, fresh = beside
    swap(fresh, site)
    assert held(site) == NEW
    assert not fresh.exists()


def test_what_was_made_within_the_site_stays_where_it_is_if_it_cannot_be_published(
    beside: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    site, fresh = beside

    def refuse(folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("generator.system.flush", refuse)
    with pytest.raises(OSError, match=r"\[Errno 5\]"):
        in_place.publish(fresh, site)
    assert {name: (site / name).read_text() for name in OLD} == OLD
    assert held(fresh) == NEW


def test_a_file_takes_the_place_of_a_folder(tmp_path: Path) -> None:
    site = fill(marked(tmp_path / "site"), {"index.html": "old", "b/c.html": "old", "b/d/e.txt": "old"})
    in_place.publish(fill(marked(site / ".site-abcdefgh"), {"index.html": "new", "b": "a file"}), site)
    assert held(site) == {"index.html": "new", "b": "a file"}


def test_a_disk_that_is_full_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, fresh = fill(marked(tmp_path / "site"), OLD), fill(marked(tmp_path / "fresh"), NEW)

    def refuse(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match=r"\[Errno 28\]"):
        in_place.publish(fresh, site)
    assert held(site) == OLD
    assert held(fresh) == NEW


def test_a_mount_point_is_known_with_and_without_a_list_of_mounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    assert not in_place.is_mount_point(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert in_place.is_mount_point(Path("/"))
    assert not in_place.is_mount_point(tmp_path)


# --- real mounts ------------------------------------------------------------------------------------------------------

PUBLISH = """
import sys
from pathlib import Path
from generator import files
from generator.publishing.swap import recover, sibling_folder, swap
site = Path("site").resolve()
for word in sys.argv[1:]:
    recover(site)
    with sibling_folder(site) as fresh:
        for name in (word, f"{word}s/index.html", "index.html"):
            files.write(fresh / name, word.encode())
        swap(fresh, site)
"""
MOUNTS = {
    "an empty volume": "mkdir site; mount -t tmpfs none site",
    "a folder of the same disk": "mkdir site ../other; mount --bind ../other site",
    "a folder of the same disk with a blank": "mkdir 's i' other; ln -s 's i' site; mount --bind other 's i'",
    "a lower layer": """
        mkdir ../layers; mount -t tmpfs none ../layers; mkdir ../layers/upper ../layers/work ../layers/root
        mkdir -p lower/site/olds; touch lower/site/.visavis-site lower/site/old lower/site/olds/index.html
        mount -t overlay none -o lowerdir=lower,upperdir=../layers/upper,workdir=../layers/work ../layers/root
        cd ../layers/root
    """,
    "a volume in a project that is read-only": """
        mkdir site; mount --bind . .; mount -t tmpfs none ../"$(basename "$PWD")"/site
        cd ../"$(basename "$PWD")"; mount -o remount,ro,bind .
    """,
}


def in_a_namespace(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell script that may mount what nobody else sees."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-ec", script]
    return subprocess.run(command, cwd=folder, env=env({}), capture_output=True, text=True, check=False)


@pytest.mark.skipif(
    not shutil.which("unshare") or in_a_namespace("mount -t tmpfs none /tmp", Path("/")).returncode != 0,
    reason="this system lets no process have mounts of its own",
)
@pytest.mark.parametrize("mount", MOUNTS)
def test_a_real_mount_gets_one_site_after_the_other(tmp_path: Path, mount: str) -> None:
    (tmp_path / "project").mkdir()
    script = f"{MOUNTS[mount]}\n{shlex.join([sys.executable, '-c', PUBLISH, 'one', 'two'])}\nfind site/ -type f; ls -A"
    done = in_a_namespace(script, tmp_path / "project")
    assert done.returncode == 0, done.stderr
    found = set(done.stdout.split("\n"))
    assert {line for line in found if line.startswith("site/")} == {
        f"site/{name}" for name in ("two", "twos/index.html", "index.html", MARKER)
    }
    assert not [line for line in found if line.startswith(".site")]
