"""The command line: what a person types, what they read, and the exit code. One file, one command.

In: arguments. Out: results on standard output, progress and errors on standard error. A command imports what takes time
within its session, so that others start at once and a failure there is told like any other.
"""

from __future__ import annotations

import gc
import signal

import click

from generator.cli.build import build
from generator.cli.check import check
from generator.cli.deck import deck
from generator.cli.diff import diff
from generator.cli.explain import explain
from generator.cli.init import init
from generator.cli.new import new
from generator.cli.paint import paint
from generator.cli.render import render
from generator.cli.report import report
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.sheet import sheet
from generator.surroundings import docstring, leave_current_folder
from generator.system import open_standard_streams


class _InOrder(click.Group):
    """Lists its commands in the order in which somebody who begins calls them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with: visavis init my-site",
)
@click.version_option(package_name="visavis", message="%(prog)s %(version)s")
def cli() -> None:
    """Compare job roles: a website, pictures, slides and data from what is written in plain files."""


for command in (init, serve, check, build, paint, deck, report, new, explain, diff, render, sheet, schema):
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
    open_standard_streams()
    gc.disable()  # a command is soon over; looking for garbage takes a fifth of its time and finds next to nothing
    for name in ("SIGTERM", "SIGBREAK"):  # the latter is what Windows has
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    cli(prog_name="visavis")
