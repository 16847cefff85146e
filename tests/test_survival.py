"""What a build survives: kills, a full disk, a folder that cannot be written, another build, damage, Ctrl-C.

Each time the published site is the old one or the new one, whole, and the next build needs no help.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from kills import build_until
from projects import ROOT, Sandbox, built_bakery, env, moved, shared, without_mkdocs

from generator import files

pytestmark = pytest.mark.slow

BUILD = [sys.executable, "-m", "generator", "build", "--jobs", "1"]
DECK, FONT = b"PK\x03\x04", b"\x00\x01\x00\x00\x00"
WORDS = ("Depth", "Width")
Site = dict[str, bytes]


def change(sandbox: Sandbox, word: str) -> None:
    """A word that stands on pages and in a picture."""
    sandbox.put("roles/baker.yml", "title", word)
    sandbox.put("site.yml", "name", word)


def published(root: Path) -> tuple[Sandbox, list[Site]]:
    """A sandbox that MkDocs published with each of the two words, the second one last; and both sites."""
    folder = shared("two-words", _publish)
    return moved(Sandbox(folder / "project"), root), [contents(folder / word) for word in WORDS]


def _publish(folder: Path) -> None:
    sandbox = built_bakery(folder / "project")
    for word in WORDS:
        change(sandbox, word)
        build(sandbox)
        shutil.copytree(sandbox.site, folder / word)


def build(sandbox: Sandbox) -> str:
    """A build that succeeds, in this process."""
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 0, result.output
    return result.stdout


def site(sandbox: Sandbox) -> Site:
    return contents(sandbox.site)


def contents(folder: Path) -> Site:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def remains(sandbox: Sandbox) -> list[str]:
    """What a build makes on the way and must not leave."""
    return sorted(str(path) for pattern in (".site-*", "*.part") for path in sandbox.root.rglob(pattern))


@contextmanager
def running(sandbox: Sandbox, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A build in a process group of its own, as in a terminal; every process of it ends here."""
    with sandbox.started("build", *arguments) as process:
        try:
            yield process
        finally:
            if alone(process):
                os.killpg(process.pid, signal.SIGKILL)


def alone(process: subprocess.Popen[str]) -> bool:
    """Whether there still are processes of its group once it has ended, or it has not."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(process: subprocess.Popen[str]) -> None:
    """Returns when no process of the group is left. The limit is for a bug; it is no measure."""
    for _ in range(600):
        if not alone(process):
            return
        time.sleep(0.1)
    raise AssertionError("processes of the build are still there")


# What can be seen on disk when a build has come so far; some pictures were missing before.
STAGES: dict[str, Callable[[Sandbox, list[Path]], object]] = {
    "begins": lambda sandbox, _: (sandbox.project.cache / "lock").exists(),
    "paints": lambda _, missing: any(path.exists() for path in missing),
    "starts MkDocs": lambda sandbox, _: list(sandbox.root.glob(".site-*")),
    "makes pages": lambda sandbox, _: list(sandbox.root.glob(".site-*/404.html")),
    "is about to swap": lambda sandbox, _: list(sandbox.root.glob(".site-*/data/build.json")),
}
Wait = Callable[[subprocess.Popen[str]], None]


def until(sandbox: Sandbox, stage: str) -> Wait:
    """Waits until a build that is started next has come so far, or has ended."""
    (sandbox.project.cache / "lock").unlink()
    missing = forget_drawings(sandbox) if stage == "paints" else []

    def wait(process: subprocess.Popen[str]) -> None:
        while process.poll() is None and not STAGES[stage](sandbox, missing):
            time.sleep(0.005)

    return wait


def painters(stage: str) -> int:
    """Several where painting is stopped; elsewhere loading what they need would take longer than all else."""
    return 2 if stage == "paints" else 1


def forget_drawings(sandbox: Sandbox) -> list[Path]:
    """Takes the SVG files out of the cache, which are painted in no time; where they were."""
    entries = [path for path in sandbox.project.painted.rglob("*") if path.is_file()]
    drawings = [path for path in entries if b"<svg" in path.read_bytes()]
    for path in drawings:
        path.unlink()
    assert len(drawings) > 3
    return drawings


def for_a_while(sandbox: Sandbox, moments: random.Random, *, painting: bool) -> Wait:
    """Waits for some part of the time that such a build takes from where it has the lock."""
    (sandbox.project.cache / "lock").unlink()
    if painting:
        shutil.rmtree(sandbox.project.cache / "painted", ignore_errors=True)

    def wait(process: subprocess.Popen[str]) -> None:
        while process.poll() is None and not STAGES["begins"](sandbox):
            time.sleep(0.001)
        time.sleep(moments.uniform(0.0, 5.0 if painting else 3.0))

    return wait


# --- killed -----------------------------------------------------------------------------------------------------------


def kill(sandbox: Sandbox, sites: list[Site], wait: Wait, *, jobs: int = 2) -> int:
    """Kills every process of a build there and then; the site is whole. How the build ended."""
    with running(sandbox, "--jobs", str(jobs)) as process:
        wait(process)
        if alone(process):  # it may have ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    wait_until_gone(process)  # one that is killed may take a moment to let go of the lock
    assert site(sandbox) in sites
    return process.returncode


def other(sandbox: Sandbox, sites: list[Site]) -> int:
    """Which of the two words is not published now."""
    return 1 - sites.index(site(sandbox))


def recover(sandbox: Sandbox, whole: Site) -> None:
    """The next build needs no help and leaves nothing of the one that was killed."""
    build(sandbox)
    assert site(sandbox) == whole
    assert remains(sandbox) == []


def test_killed_at_each_stage(tmp_path: Path) -> None:
    """Where a build was killed early, the next one gets further without help; it is killed as well."""
    sandbox, sites = published(tmp_path / "killed")
    for stage in STAGES:
        word = other(sandbox, sites)
        change(sandbox, WORDS[word])
        code = kill(sandbox, sites, until(sandbox, stage), jobs=painters(stage))
        assert code == -signal.SIGKILL or (code, stage) == (0, "is about to swap")
        if stage not in ("begins", "paints", "starts MkDocs"):
            recover(sandbox, sites[word])


@pytest.mark.endurance
def test_killed_a_hundred_times_at_any_moment(tmp_path: Path) -> None:
    sandbox, sites = published(tmp_path / "killed")
    moments = random.Random(7)
    for turn in range(100):
        change(sandbox, WORDS[turn % 2])
        kill(sandbox, sites, for_a_while(sandbox, moments, painting=turn % 4 == 0))
        if turn % 5 == 4:
            recover(sandbox, sites[turn % 2])


@pytest.mark.parametrize(
    ("exchange", "around", "elsewhere"),
    [
        pytest.param(True, range(-1, 3), 4, id="exchange"),
        pytest.param(False, range(-1, 3), 0, id="two renames"),
        pytest.param(True, range(-2, 8), 90, id="exchange, a hundred", marks=pytest.mark.endurance),
        pytest.param(False, range(-2, 8), 90, id="two renames, a hundred", marks=pytest.mark.endurance),
    ],
)
def test_killed_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool, around: range, elsewhere: int
) -> None:
    """Just before a change on disk: around the exchange, one by one, and spread over everything else."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "tests"))))
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["kills", "generator.publishing", "warmed"])
    sandbox, _ = published(tmp_path / "killed")

    def run(step: int | None = None) -> list[str]:
        hears, tells = processes.Pipe(duplex=False)
        process = processes.Process(
            target=build_until, args=(sandbox.root,), kwargs={"exchange": exchange, "step": step, "told": tells}
        )
        process.start()
        tells.close()
        process.join()
        assert process.exitcode == (0 if step is None else -signal.SIGKILL)
        return list(hears.recv()) if step is None else []

    sites, steps = [], []
    for word in (*WORDS, WORDS[0]):
        change(sandbox, word)
        steps = run()
        sites.append(site(sandbox))
    assert sites[0] == sites.pop()
    assert sites[0] != sites[1]
    moment = turning_point(steps, exchange=exchange)
    spread = [len(steps) * (2 * number + 1) // (2 * elsewhere) for number in range(elsewhere)]
    for turn, step in enumerate([*(moment + distance for distance in around), *spread], start=1):
        change(sandbox, WORDS[turn % 2])
        run(step)
        if exchange or sandbox.site.exists():
            assert site(sandbox) in sites, f"after a kill before step {step}, {steps[step]}"
        else:
            assert step == moment + 1  # the one moment between two renames; the next build puts the site back
        run()
        assert site(sandbox) == sites[turn % 2]
        assert remains(sandbox) == []


def turning_point(steps: list[str], *, exchange: bool) -> int:
    """Where the folders change places: the call of the kernel, or the first rename after the site was marked as 755."""
    if exchange:
        return max(index for index, step in enumerate(steps) if step == "ctypes.dlsym")
    renames = [index for index, step in enumerate(steps) if step == "os.rename"]
    return next(a for a, b, c in zip(renames, renames[1:], renames[2:], strict=False) if (b, c) == (a + 1, a + 2))


def test_where_only_the_first_process_is_killed_the_others_end_and_the_next_build_waits_for_them(
    tmp_path: Path,
) -> None:
    sandbox, sites = published(tmp_path / "orphans")
    change(sandbox, WORDS[0])
    wait = until(sandbox, "paints")
    with running(sandbox, "--jobs", "2") as process:
        wait(process)
        process.kill()
        process.wait()
        wait_until_gone(process)
    wait = until(sandbox, "makes pages")
    with running(sandbox, "--jobs", "1") as process:
        wait(process)
        process.kill()
        process.wait()
        at_once = sandbox.process("build")  # the others may have ended before it asks for the lock
        assert (at_once.returncode, "another build is running" in at_once.stderr) in ((75, True), (0, False))
        wait_until_gone(process)
    recover(sandbox, sites[0])


# --- no room, no right ------------------------------------------------------------------------------------------------


def test_where_no_file_can_grow(tmp_path: Path) -> None:
    """The kernel refuses to let files grow: in the cache, in docs/ and in what MkDocs writes."""
    sandbox, sites = published(tmp_path / "full")
    largest = max(map(len, contents(sandbox.docs).values()))
    change(sandbox, WORDS[0])
    forget_drawings(sandbox)
    for room, place in ((2_000, ".cache/"), (2_000, "docs/"), (largest + 50_000, "MkDocs could not build")):
        if place == "docs/":  # all is painted
            assert sandbox.run("build", "--no-publish", "--docs", str(tmp_path / "docs")).exit_code == 0
        done = subprocess.run(
            BUILD,
            cwd=sandbox.root,
            env=env({}),
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda room=room: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        )
        assert done.returncode == 74, done.stderr
        assert place in done.stderr.splitlines()[0]
        assert "Traceback" not in done.stderr
        assert site(sandbox) == sites[1]
        assert remains(sandbox) == []
    recover(sandbox, sites[0])


def in_a_namespace(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A shell script that may mount what nobody else sees."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-ec", script, "sh", *map(str, arguments)]
    return subprocess.run(command, env=env({}), capture_output=True, text=True, check=False)


mounting = pytest.mark.skipif(
    not shutil.which("unshare") or in_a_namespace("mount -t tmpfs tmpfs /tmp").returncode != 0,
    reason="this system lets no process have mounts of its own",
)


@mounting
@pytest.mark.parametrize(
    "rooms",
    [
        pytest.param((0.05, 0.7), id="little and more"),
        pytest.param([random.Random(7).uniform(0.02, 0.85) for _ in range(20)], id="any", marks=pytest.mark.endurance),
    ],
)
def test_on_a_full_disk(tmp_path: Path, rooms: Sequence[float]) -> None:
    """A small disk with some room left; afterwards room is made and the next build needs nothing else."""
    sandbox, sites = published(tmp_path / "full")
    change(sandbox, "Depth")
    used = int(
        subprocess.run(["du", "-sk", sandbox.root], capture_output=True, text=True, check=True).stdout.split()[0]
    )
    again = sum(map(len, sites[1].values())) // 1024
    script = f"""
        mount -t tmpfs -o size="$3"k tmpfs "$1"; cp -a "$2"/. "$1"; cd "$1"
        set +e; {shlex.join(BUILD)}; echo $? >"$4"/code; set -e
        cp -a site "$4"/site; find . -name '.site-*' -o -name '*.part' >"$4"/remains
        mount -o remount,size=100m tmpfs "$1"; {shlex.join(BUILD)}; cp -a site "$4"/next
    """
    for turn, part in enumerate(rooms):
        (tmp_path / "disk").mkdir(exist_ok=True)
        seen = tmp_path / f"seen {turn}"
        seen.mkdir()
        room = used + int(part * again)
        done = in_a_namespace(script, tmp_path / "disk", sandbox.root, str(room), seen)
        assert done.returncode == 0, done.stderr
        assert (seen / "code").read_text() == "74\n", done.stderr
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert (seen / "remains").read_text() == ""
        assert contents(seen / "site") == sites[1]
        assert "Depth" in (seen / "next" / "index.html").read_text()


@mounting
@pytest.mark.parametrize("what", ["site", "docs", ".cache"])
def test_where_a_folder_is_read_only(tmp_path: Path, what: str) -> None:
    sandbox, _ = published(tmp_path / "a sandbox")
    change(sandbox, "Depth")
    (tmp_path / "out").mkdir()
    shutil.move(sandbox.site, tmp_path / "out" / "site")
    before = files.stamps(tmp_path)
    folder = {"site": tmp_path / "out", "docs": sandbox.docs, ".cache": sandbox.root / ".cache"}[what]
    script = f'cd "$2"; mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; {shlex.join(BUILD)} --site ../out/site'
    done = in_a_namespace(script, folder, sandbox.root)
    assert done.returncode == 74, done.stderr
    assert "Read-only file system" in done.stderr
    assert "Traceback" not in done.stderr
    after = files.stamps(tmp_path)
    assert {name: after[name] for name in after if name.startswith("out/")} == {
        name: before[name] for name in before if name.startswith("out/")
    }


# --- two at once ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("turns", "pause"), [(2, 0.02), pytest.param(20, 0.0, marks=pytest.mark.endurance)], ids=["some", "many"]
)
def test_two_builds_at_once_and_a_reader(tmp_path: Path, turns: int, pause: float) -> None:
    """One of the two publishes, the other waits for nobody; whoever reads meanwhile finds every file, old or new.

    Between two rounds the reader leaves the machine to the builds, but where there are many.
    """
    sandbox, sites = published(tmp_path / "busy")
    lasting = sorted(set(sites[0]) & set(sites[1]))
    stop, wrong = threading.Event(), []

    def read() -> int:
        rounds = 0
        while not stop.wait(pause):
            rounds += 1
            for name in lasting:
                try:
                    data = (sandbox.site / name).read_bytes()
                except OSError as error:
                    wrong.append(f"{name}: {error.strerror}")
                else:
                    if data not in (sites[0][name], sites[1][name]):
                        wrong.append(f"{name}: is of neither site")
        return rounds

    with ThreadPoolExecutor(3) as threads:
        reader = threads.submit(read)
        try:
            for turn in range(turns):
                change(sandbox, WORDS[turn % 2])
                codes = [done.returncode for done in threads.map(lambda _: sandbox.process("build"), range(2))]
                assert set(codes) <= {0, 75}
                assert 0 in codes
                assert site(sandbox) == sites[turn % 2]
        finally:
            stop.set()
        assert reader.result() > 4
    assert wrong == []
    assert remains(sandbox) == []


# --- damage -----------------------------------------------------------------------------------------------------------


def test_one_wrong_byte_in_any_entry_of_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every painted file and in what is noted of the last build, one after the other; and in all at once."""
    without_mkdocs(monkeypatch)
    sandbox = built_bakery(tmp_path / "spoilt", sizes="slide")
    whole = {folder: contents(folder) for folder in (sandbox.docs, sandbox.site)}
    chance = random.Random(7)
    entries = [path for path in sorted(sandbox.project.cache.rglob("*")) if path.is_file() and path.name != "lock"]
    states = [path for path in entries if path.name.startswith("state-")]
    painted = [path for path in entries if path.is_relative_to(sandbox.project.painted)]
    assert states
    others = [path for path in painted if any(begins in path.read_bytes()[:128] for begins in (DECK, FONT))]
    assert len(painted) > len(others) + 10
    for spoilt in (states, painted, entries):
        for path in spoilt:
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        if spoilt is painted:
            shutil.rmtree(sandbox.docs / "infographics")  # or nobody would look into the cache
        build(sandbox)
        assert {folder: contents(folder) for folder in whole} == whole


# --- Ctrl-C -----------------------------------------------------------------------------------------------------------


def interrupt(sandbox: Sandbox, sites: list[Site], wait: Wait, *, jobs: int = 2) -> int:
    """Every process of the terminal hears it: one line is said, and nothing is left; the exit code."""
    with running(sandbox, "--jobs", str(jobs)) as process:
        wait(process)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        out, said = process.communicate(timeout=120)
        wait_until_gone(process)
    # To a shell both are 130; Python itself chooses the signal where it was loading a module, or leaving already.
    assert process.returncode in (0, 130, -signal.SIGINT), said
    if "Published to site" in out:
        assert said == ""
    else:
        assert (out, said) == ("", "Interrupted; the published site is whole.\n")
    assert site(sandbox) in sites
    assert remains(sandbox) == []
    return process.returncode


def test_ctrl_c_at_each_stage(tmp_path: Path) -> None:
    sandbox, sites = published(tmp_path / "stopped")
    for stage in STAGES:
        change(sandbox, WORDS[other(sandbox, sites)])
        code = interrupt(sandbox, sites, until(sandbox, stage), jobs=painters(stage))
        assert code != 0 or stage == "is about to swap"
    change(sandbox, WORDS[0])
    recover(sandbox, sites[0])


@pytest.mark.endurance
@pytest.mark.parametrize("painting", [True, False], ids=["while painting", "while publishing"])
def test_ctrl_c_fifty_times_at_any_moment(tmp_path: Path, painting: bool) -> None:
    sandbox, sites = published(tmp_path / "stopped")
    moments = random.Random(7)
    codes = []
    for _ in range(50):
        change(sandbox, WORDS[other(sandbox, sites)])
        codes.append(interrupt(sandbox, sites, for_a_while(sandbox, moments, painting=painting)))
    assert any(codes)
    change(sandbox, WORDS[0])
    recover(sandbox, sites[0])
