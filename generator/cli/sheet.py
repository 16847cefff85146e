"""`visavis sheet`: a contact sheet, many pictures at a glance.

Thumbnails are the finished layouts made small, so they show what is published and nothing else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import click

from generator.cli.session import common_options, session_of
from generator.problems import UsageError


@click.command(short_help="Paint many pictures as one, to look at them.")
@common_options
@click.argument("picture", metavar="[ID]", required=False)
@click.option("--size", default="slide", show_default=True, help="In which size every picture is shown, without ID.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file: PNG, SVG or PDF.")
def sheet(picture: str | None, size: str, theme: str, output: Path | None, **options: Any) -> None:
    """Paint a contact sheet: every infographic in one size, or one infographic in every size."""
    with session_of(options) as session:
        from generator import files, infographics, pipeline
        from generator.layout import FORMATS, SHEET, SIZES, Format
        from generator.painting import Cache, Target, paint_one

        file = output or Path(f"contact-sheet-{picture or size}-{theme}.png")
        form = cast("Format", file.suffix.removeprefix(".").lower())
        if form not in FORMATS:
            raise UsageError(f'"{file}" is no {", ".join(FORMATS)}; end its name in one of them')
        if size not in SIZES:
            raise UsageError(f'there is no size "{size}"; there are {", ".join(SIZES)}')
        drawings, fonts = pipeline.drawings(session.project.content)
        shown = infographics.in_every_size(picture, drawings) if picture else infographics.in_one_size(size, drawings)
        frames = [(text, drawing, infographics.frame(drawing, SIZES[name], fonts)) for text, drawing, name in shown]
        target = Target(SHEET.name, theme, form)
        painted = paint_one(infographics.sheet_job(frames, target, fonts), Cache(session.project.painted))
        files.write(file, painted[target])
        click.echo(file)
