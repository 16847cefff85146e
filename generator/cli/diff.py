"""`visavis diff`: what changed in the model, for people, pull requests and programs."""

from __future__ import annotations

from typing import Any

import click

from generator.cli.session import common_options, session_of


@click.command()
@common_options
@click.argument("old", metavar="REV|FOLDER")
@click.argument("new", metavar="[FOLDER]", required=False)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def diff(old: str, new: str | None, form: str, **options: Any) -> None:
    """Tell what changed in the model since a revision of git, or between two folders of content.

    Both must be free of errors. Ends with 0 whether or not anything changed. Fonts and icons are not compared.
    """
    with session_of(options) as session:
        from generator.diff import FORMATS
        from generator.diff import diff as run

        content = session.project.content
        click.echo(FORMATS[form](run(old, new or str(content), content)), nl=False)
