"""The content as it was: a revision of git as a folder.

In: a revision, the content folder of a working tree, and a folder for the copy. Out: the folder. Git's own messages are
passed on.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from pathlib import Path

from generator.problems import UsageError
from generator.surroundings import unwritten


def extract(revision: str, content: Path, target: Path) -> Path:
    """The folder of that revision's content, below `target`.

    UsageError: no git, no repository, no such revision or folder. OutputError: there is no room for it.
    """
    root = Path(os.fsdecode(_git(content.resolve().parent, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    try:
        # What looks like an option is a name here.
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError as error:
        raise UsageError(f'"{revision}" is neither a folder nor a revision of git{_hint(root)}') from error
    inside = content.resolve().relative_to(root.resolve()).as_posix()
    packed = _git(root, "archive", "--format=tar", commit.decode().strip(), "--", inside)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        try:
            archive.extractall(target, filter="data")
        except OSError as error:
            raise unwritten(target, error) from error
    return target / inside


def _hint(root: Path) -> str:
    """Why a revision may be missing that others have: CI fetches the newest one alone."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"true":
        return ""
    return (
        " in this shallow clone; fetch all of it (git fetch --unshallow, or fetch-depth: 0 of actions/checkout)"
        " and name a branch that is not checked out as origin/<branch>"
    )


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise UsageError("git is not installed; name two folders instead of a revision") from error
    if done.returncode:
        output = " ".join(done.stderr.decode(errors="replace").split())
        raise UsageError(f"git cannot read the revision: {output or arguments[0]}; name two folders instead")
    return done.stdout
