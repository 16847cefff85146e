"""`visavis explain`: what the code of a problem means and how to mend it."""

from __future__ import annotations

import sys

import click

from generator.problems import UsageError


@click.command(short_help="Say what a message means and how to mend it.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the code of a problem means and how to mend it; without CODE, print the page about all of them."""
    from generator.reporting import explanations, page, section

    if not code:
        click.echo(page(), nl=False)
    elif found := explanations().get(code.strip("[]")):
        click.echo(section(found), nl=False)
    else:
        click.echo(f'there is no code "{code}"; there are {", ".join(explanations())}', err=True)
        sys.exit(UsageError.exit_code)
