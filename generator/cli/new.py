"""`visavis new`: a role or a comparison to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.session import common_options, session_of


@click.group()
def new() -> None:
    """Begin a role or a comparison: a file with every field, each with a comment, that is valid as it is."""


@new.command("role")
@common_options
@click.argument("name", metavar="ID")
def new_role(name: str, **options: Any) -> None:
    """Write content/roles/ID.yml. It speaks to every dimension and topic of the comparisons that there are."""
    with session_of(options) as session:
        from generator import scaffold

        _print_next_steps(scaffold.new_role(session.project, name))


@new.command("comparison")
@common_options
@click.argument("name", metavar="ID")
@click.option("--role", "roles", metavar="ID", multiple=True, help="A role to compare; two to four.  [default: two]")
def new_comparison(name: str, roles: tuple[str, ...], **options: Any) -> None:
    """Write content/comparisons/ID.yml: roles side by side in what all of them speak of."""
    with session_of(options) as session:
        from generator import scaffold

        _print_next_steps(scaffold.new_comparison(session.project, name, roles))


def _print_next_steps(file: Path) -> None:
    click.echo(file)
    click.echo("Next: replace its texts with your own; `visavis serve` shows them while you write.", err=True)
    click.echo("For completion in the editor: visavis schema -o schemas", err=True)
