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
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from kills import build_until
from projects import ROOT, Sandbox, built, env, set_up, without_mkdocs

from generator import files

pytestmark = pytest.mark.slow

BUILD = [sys.executable, "-m", "generator", "build"]
WORDS = ("Depth", "Width")
Site = dict[str, bytes]


def change(sandbox: Sandbox, word: str) -> None:
    """A word that stands on pages and in a picture."""
    sandbox.put("roles/territory-manager.yml", "tagline", word)
    sandbox.put("site.yml", "tagline", word)


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


# --- killed -----------------------------------------------------------------------------------------------------------


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Forty kills of every process of a build, at random moments of a whole build with MkDocs and painting."""
    sandbox = set_up(tmp_path / "killed", kinds=("comparison-table",))
    sites, takes = [], 0.0
    for word in WORDS:
        change(sandbox, word)
        started = time.monotonic()
        assert sandbox.process("build").returncode == 0
        takes = time.monotonic() - started
        sites.append(site(sandbox))
    assert sites[0] != sites[1]
    moments = random.Random(7)
    for turn in range(40):
        change(sandbox, WORDS[turn % 2])
        if turn % 4 == 0:
            shutil.rmtree(sandbox.project.cache / "painted", ignore_errors=True)
        with running(sandbox) as process:
            time.sleep(moments.uniform(0.05, 1.0) * takes)
            os.killpg(process.pid, signal.SIGKILL)
        assert site(sandbox) in sites, f"after kill {turn}"
        if turn % 5 == 4:
            done = sandbox.process("build")
            assert done.returncode == 0, done.stderr
            assert site(sandbox) == sites[turn % 2]
            assert remains(sandbox) == []


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_killed_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool) -> None:
    """Thirty kills just before a change on disk: around the exchange, one by one, and anywhere else at random."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "tests"))))
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["kills", "generator.pipeline", "generator.publishing"])
    with monkeypatch.context() as patch:
        without_mkdocs(patch)
        sandbox = built(tmp_path / "killed")

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
    for word in (*WORDS, *WORDS):
        change(sandbox, word)
        steps = run()
        sites.append(site(sandbox))
    assert sites[:2] == sites[2:]
    assert sites[0] != sites[1]
    moment = turning_point(steps, exchange=exchange)
    chosen = [*range(moment - 2, moment + 8), *random.Random(7).sample(range(len(steps)), 20)]
    for turn, step in enumerate(chosen):
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
    sandbox = set_up(tmp_path / "orphans", sizes="slide, square", kinds=("comparison-table",))
    with running(sandbox, "--jobs", "2") as process:
        while process.poll() is None and not files.tree(sandbox.project.cache / "painted"):
            time.sleep(0.01)
        process.kill()
        process.wait()
        wait_until_gone(process)
    with running(sandbox) as process:
        while process.poll() is None and not list(sandbox.root.glob(".site-*/404.html")):
            time.sleep(0.001)  # MkDocs is at work
        process.kill()
        process.wait()
        at_once = sandbox.process("build")
        assert at_once.returncode == (75 if alone(process) else at_once.returncode)
        wait_until_gone(process)
    assert sandbox.process("build").returncode == 0
    assert remains(sandbox) == []


# --- no room, no right ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [2_000, 40_000, 400_000], ids=lambda room: f"{room // 1000} kB a file")
def test_where_no_file_can_grow(tmp_path: Path, room: int) -> None:
    """The kernel refuses to let files grow: in the cache, in docs/ or in what MkDocs writes."""
    sandbox = built(tmp_path / "full")
    assert sandbox.process("build").returncode == 0
    before = site(sandbox)
    change(sandbox, "Depth")
    done = subprocess.run(
        BUILD,
        cwd=sandbox.root,
        env=env({}),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert done.returncode == 74, done.stderr
    assert "Traceback" not in done.stderr
    assert site(sandbox) == before
    assert remains(sandbox) == []
    assert sandbox.process("build").returncode == 0
    assert b"Depth" in site(sandbox)["index.html"]


def in_a_namespace(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A shell script that may mount what nobody else sees."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-ec", script, "sh", *map(str, arguments)]
    return subprocess.run(command, env=env({}), capture_output=True, text=True, check=False)


mounting = pytest.mark.skipif(
    not shutil.which("unshare") or in_a_namespace("mount -t tmpfs tmpfs /tmp").returncode != 0,
    reason="this system lets no process have mounts of its own",
)


@mounting
def test_on_a_full_disk(tmp_path: Path) -> None:
    """A small disk with random room left; afterwards room is made and the next build needs nothing else."""
    sandbox = built(tmp_path / "full")
    assert sandbox.process("build").returncode == 0
    before = site(sandbox)
    change(sandbox, "Depth")
    used = int(
        subprocess.run(["du", "-sk", sandbox.root], capture_output=True, text=True, check=True).stdout.split()[0]
    )
    again = sum(map(len, before.values())) // 1024
    script = f"""
        mount -t tmpfs -o size="$3"k tmpfs "$1"; cp -a "$2"/. "$1"; cd "$1"
        set +e; {shlex.join(BUILD)}; echo $? >"$4"/code; set -e
        cp -a site "$4"/site; find . -name '.site-*' -o -name '*.part' >"$4"/remains
        mount -o remount,size=100m tmpfs "$1"; {shlex.join(BUILD)}; cp -a site "$4"/next
    """
    chance = random.Random(7)
    for turn in range(6):
        (tmp_path / "disk").mkdir(exist_ok=True)
        seen = tmp_path / f"seen {turn}"
        seen.mkdir()
        room = used + int(chance.uniform(0.02, 0.85) * again)
        done = in_a_namespace(script, tmp_path / "disk", sandbox.root, str(room), seen)
        assert done.returncode == 0, done.stderr
        assert (seen / "code").read_text() == "74\n", done.stderr
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert (seen / "remains").read_text() == ""
        assert contents(seen / "site") == before
        assert "Depth" in (seen / "next" / "index.html").read_text()


@mounting
@pytest.mark.parametrize("what", ["site", "docs", ".cache"])
def test_where_a_folder_is_read_only(tmp_path: Path, what: str) -> None:
    sandbox = built(tmp_path / "a sandbox")
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


def test_two_builds_at_once_and_a_reader(tmp_path: Path) -> None:
    """One of the two publishes, the other waits for nobody; whoever reads meanwhile finds every file, old or new."""
    sandbox = built(tmp_path / "busy")
    sites = []
    for word in WORDS:
        change(sandbox, word)
        assert sandbox.process("build").returncode == 0
        sites.append(site(sandbox))
    lasting = sorted(set(sites[0]) & set(sites[1]))
    stop, wrong = threading.Event(), []

    def read() -> int:
        rounds = 0
        while not stop.is_set():
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
            for turn in range(4):
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


def test_one_wrong_byte_in_any_entry_of_the_cache(tmp_path: Path) -> None:
    """In every painted file and in what is noted of the last build, one after the other; and in all at once."""
    sandbox = built(tmp_path / "spoilt")
    assert sandbox.process("build").returncode == 0
    whole = {folder: contents(folder) for folder in (sandbox.docs, sandbox.site)}
    chance = random.Random(7)
    entries = [path for path in sorted(sandbox.project.cache.rglob("*")) if path.is_file() and path.name != "lock"]
    states = [path for path in entries if path.name.startswith("state-")]
    painted = [path for path in entries if path not in states]
    assert states
    assert len(painted) > 10
    for spoilt in (states, painted, entries):
        for path in spoilt:
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        if spoilt is painted:
            shutil.rmtree(sandbox.docs / "infographics")  # or nobody would look into the cache
        done = sandbox.process("build")
        assert done.returncode == 0, done.stderr
        count = len(painted) if spoilt is not states else 0
        assert f" {count} pictures painted." in done.stdout or (not count and done.stdout == "Nothing changed.\n")
        assert {folder: contents(folder) for folder in whole} == whole


# --- Ctrl-C -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("painting", [True, False], ids=["while painting", "while publishing"])
def test_ctrl_c_at_any_moment(tmp_path: Path, painting: bool) -> None:
    """Every process of the terminal hears it: one line is said, nothing is left, and the next build is whole."""
    sandbox = set_up(tmp_path / "stopped", sizes="slide, square", themes="light, dark", kinds=("comparison-table",))
    sites, takes = [], 0.0
    for word in WORDS:
        change(sandbox, word)
        started = time.monotonic()
        assert sandbox.process("build", "--jobs", "2").returncode == 0
        takes = time.monotonic() - started
        sites.append(site(sandbox))
    moments = random.Random(7)
    codes = []
    for _ in range(8):
        change(sandbox, WORDS[1 - sites.index(site(sandbox))])  # the other one than is published
        if painting:
            shutil.rmtree(sandbox.project.cache / "painted", ignore_errors=True)
        (sandbox.project.cache / "lock").unlink()
        with running(sandbox, "--jobs", "2") as process:
            while process.poll() is None and not (sandbox.project.cache / "lock").exists():
                time.sleep(0.001)
            time.sleep(moments.uniform(0.0, 0.7) * takes)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
            out, said = process.communicate(timeout=120)
            wait_until_gone(process)
        codes.append(process.returncode)
        # To a shell both are 130; Python itself chooses the signal where it was loading a module, or leaving already.
        assert process.returncode in (0, 130, -signal.SIGINT), said
        if "Published to site" in out:
            assert said == ""
        else:
            assert (out, said) == ("", "Interrupted; the published site is whole.\n")
        assert site(sandbox) in sites
        assert remains(sandbox) == []
    assert any(codes)
    change(sandbox, WORDS[0])
    assert sandbox.process("build").returncode == 0
    assert site(sandbox) == sites[0]
