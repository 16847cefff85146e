"""A process that makes a deck again and again, and is killed each time, just before another change on disk.

In: the folder of a project, and the deck's file, which is there already. Out: a line for each change: what it was, how
the process ended, the file's digest afterwards. The last line is of a process that nobody killed.
"""

from __future__ import annotations

import os
import signal
import sys
from hashlib import sha256
from itertools import count
from pathlib import Path

from click.testing import CliRunner
from kills import CHANGES, writes

from generator.cli import cli

COMMAND = ("deck", "--fonts", "name", "-o")


def make(file: Path, step: int, told: int) -> None:
    """The deck, up to that change; which one it was is told."""
    number = count()

    def stop(event: str, arguments: tuple[object, ...]) -> None:
        if (event in CHANGES or (event == "open" and writes(arguments))) and next(number) == step:
            os.write(told, event.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(stop)
    os._exit(CliRunner().invoke(cli, [*COMMAND, str(file)]).exit_code)


def main(root: str, name: str) -> None:
    os.chdir(root)
    file = Path(name)
    before = file.read_bytes()
    CliRunner().invoke(cli, [*COMMAND, "warm.pptx"])  # what is loaded now need not be loaded each time
    for step in count():
        file.write_bytes(before)
        hears, tells = os.pipe()
        if (process := os.fork()) == 0:
            make(file, step, tells)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        os.close(tells)
        with os.fdopen(hears) as heard:
            print(heard.read() or "end", code, sha256(file.read_bytes()).hexdigest(), flush=True)
        if code == 0:
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
