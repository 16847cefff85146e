"""The command line: what a person types, what they read, and the exit code. One file, one command.

In: arguments. Out: results on standard output, progress and errors on standard error. A command imports what takes time
within its session, so that others start at once and a failure there is told like any other.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys

import click

from generator.cli.build import build
from generator.cli.check import check
from generator.cli.deck import deck
from generator.cli.diff import diff
from generator.cli.explain import explain
from generator.cli.new import new
from generator.cli.render import render
from generator.cli.report import report
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.sheet import sheet
from generator.surroundings import docstring, leave_current_folder


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="visavis", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn a YAML model of job roles into a published comparison: pages, pictures, data."""


for command in (build, check, deck, diff, explain, new, render, report, schema, serve, sheet):
    cli.add_command(command)


def _tell_help(command: click.Command) -> None:
    """Click has taken it from where Python may have left it out."""
    command.help = docstring(command.callback)
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        _tell_help(below)


_tell_help(cli)


def main() -> None:
    """The entry point of `visavis` and `python -m generator`."""
    leave_current_folder()
    _open_standard_streams()
    gc.disable()  # a command is soon over; looking for garbage takes a fifth of its time and finds next to nothing
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without é shows \\xe9 and no traceback
    cli(prog_name="visavis")


def _open_standard_streams() -> None:
    """Those that the caller has closed lead to nowhere; else the next file that is opened would stand in for them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)
