"""`visavis new`: a role or a comparison to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.session import common_options, session_of
from generator.project import Project


@click.group(short_help="Begin one more role or comparison.")
def new() -> None:
    """Begin one more role or comparison, with a note on everything that it can say."""


@new.command("role")
@common_options
@click.argument("name")
def new_role(name: str, **options: Any) -> None:
    """Write a file for a role, content/roles/NAME.yml.

    It speaks to every row and topic of the comparisons that there are. A name of several words stands in quotes;
    one without a letter from a to z gets the id role-1, role-2 and so on, which is the file's name.
    """
    with session_of(options) as session:
        from generator import scaffold

        file = scaffold.new_role(session.project, name)
        _tell(session.project, file, _how_to_compare(session.project, file.stem))


@new.command("comparison")
@common_options
@click.argument("name")
@click.option("--role", "roles", metavar="NAME", multiple=True, help="A role to compare; two to four.  [default: two]")
def new_comparison(name: str, roles: tuple[str, ...], **options: Any) -> None:
    """Write a file that compares roles, content/comparisons/NAME.yml, in what all of them speak of."""
    with session_of(options) as session:
        from generator import scaffold

        _tell(session.project, scaffold.new_comparison(session.project, name, roles))


def _how_to_compare(project: Project, role: str) -> str:
    """Where a new role is named, or what names it."""
    comparisons = sorted((project.content / "comparisons").glob("*.yml"))
    if not comparisons:
        return "to compare it with another: visavis new comparison NAME"
    return f'to compare it, add {role} to "roles:" in {comparisons[0]}'


def _tell(project: Project, file: Path, further: str = "") -> None:
    """The file, and what to do next."""
    click.echo(file)
    click.echo("Next: replace its texts with your own; `visavis serve` shows them while you write.", err=True)
    if further:
        click.echo(f"Then, {further}.", err=True)
    if not (project.root / "schemas").is_dir():
        click.echo("For completion in the editor: visavis schema -o schemas", err=True)
