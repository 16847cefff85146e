"""`visavis deck`: the pictures of a comparison as a deck of editable slides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.session import common_options, session_of


@click.command()
@common_options
@click.argument("comparison", required=False)
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option(
    "--fonts",
    type=click.Choice(["embed", "name", "arial"]),
    default="embed",
    show_default=True,
    help="Fonts within the file, only their names, or Arial, which needs no font at all.",
)
@click.option("--tables", is_flag=True, help="After each picture the same facts as a table.")
@click.option("--flow", is_flag=True, help="Lines break where the program breaks them, for texts to be rewritten.")
@click.option("--build", "builds", is_flag=True, help="Parts of a slide appear one by one, by click.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .pptx, .odp, .html (reveal.js) or .md (Marp).  [default: ID.pptx]",
)
def deck(
    comparison: str | None,
    theme: str,
    fonts: str,
    tables: bool,
    flow: bool,
    builds: bool,
    output: Path | None,
    **options: Any,
) -> None:
    """Make a deck of the pictures of a comparison, which may be left out where there is only one."""
    with session_of(options) as session:
        from generator import deck as decks
        from generator import files, pipeline

        chosen = decks.Options(fonts, flow, tables, builds)  # type: ignore[arg-type]
        project = session.project
        made = pipeline.deck(project.content, comparison, theme, chosen, project.painted, output)
        for file, data in made.files.items():
            files.write(file, data)
        click.echo(made.file)
        if not session.quiet and (about := _about_fonts(made.file, made.fonts, fonts)):
            click.echo(about, err=True)


def _about_fonts(file: Path, names: tuple[str, ...], fonts: str) -> str:
    """Where the fonts of slides come from; of .html and .md there is nothing to say."""
    listed = ", ".join(names)
    form = file.suffix.lower()
    if form == ".odp" and fonts == "embed":
        return f"Fonts: {listed}, by name only, as LibreOffice saves them; install them where the deck is shown."
    told = {
        "embed": f"Fonts: {listed}, within the file; Keynote and Google Slides want them installed, or --fonts arial.",
        "name": f"Fonts: {listed}, by name only; install them where the deck is shown, or choose --fonts embed.",
        "arial": f"Fonts: {listed}, which is everywhere.",
    }
    return told[fonts] if form in (".pptx", ".odp") else ""
