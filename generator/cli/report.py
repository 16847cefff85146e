"""`visavis report`: the published pages of a comparison as one PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.session import common_options, session_of


@click.command(short_help="Print a comparison as one PDF.")
@common_options
@click.argument("comparison", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file.  [default: ID.pdf]")
def report(comparison: str | None, output: Path | None, **options: Any) -> None:
    """Print the pages of a comparison as one PDF, as --site has them; COMPARISON may be left out where there is one.

    Needs Chromium or Chrome: on PATH, or named in VISAVIS_CHROMIUM.
    """
    with session_of(options) as session:
        from generator import files, pipeline
        from generator.report import report as printed

        view = pipeline.chosen(session.project.content, comparison)
        file = output or Path(f"{view.id}.pdf")
        files.write(file, printed(view, session.project.site))
        click.echo(file)
