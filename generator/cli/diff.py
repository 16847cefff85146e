"""`visavis diff`: what changed in the model, for people, pull requests and programs."""

from __future__ import annotations

from typing import Any

import click

from generator.cli.session import common_options, session_of
from generator.problems import UsageError


@click.command(short_help="Tell what changed in the content.")
@common_options
@click.argument("old", metavar="REV|FOLDER")
@click.argument("new", metavar="[FOLDER]", required=False)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--write", is_flag=True, help="Begin an entry of content/changes.yml with what changed.")
def diff(old: str, new: str | None, form: str, write: bool, **options: Any) -> None:
    """Tell what changed in the model since a revision of git, or between two folders of content.

    Both must be free of errors. Ends with 0 whether or not anything changed. Fonts and icons are not compared.
    """
    with session_of(options, begun=not new) as session:
        from generator import files
        from generator.diff import FILE, FORMATS, with_entry
        from generator.diff import diff as run
        from generator.model import load

        content = session.project.content
        if write and new:
            raise UsageError("--write is for what the content is now; leave the second folder out")
        changes = run(old, new or str(content), content)
        click.echo(FORMATS[form](changes), nl=False)
        if write:
            file = content / FILE
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            wanted = with_entry(text, changes, load(content).site.updated)
            if wanted != text:
                files.write(file, wanted.encode())
