"""`visavis render`: one infographic, one file, by the same layout and painting as a build, without its cache."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import click

from generator.cli.session import common_options, session_of
from generator.problems import UsageError


@click.command(short_help="Paint one picture as one file.")
@common_options
@click.argument("picture", metavar="ID")
@click.option(
    "--size",
    default="slide",
    show_default=True,
    help="slide, classic, square, portrait, social, page, phone or poster.",
)
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["png", "svg", "pdf"]), help="[default: by the file's name, else png]"
)
@click.option(
    "--scale", type=click.IntRange(1, 4), default=1, show_default=True, help="Pixels of a PNG, as a multiple."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file.  [default: its usual name here]"
)
@click.option("--transparent", is_flag=True, help="A PNG without its ground, for coloured slides.")
@click.option("--editable", is_flag=True, help="An SVG with text as text, to be changed in a drawing program.")
@click.option("--debug-layout", is_flag=True, help="Outline every box of the layout.")
def render(
    picture: str,
    size: str,
    theme: str,
    form: str | None,
    scale: int,
    output: Path | None,
    transparent: bool,
    editable: bool,
    debug_layout: bool,
    **options: Any,
) -> None:
    """Paint one infographic as one file."""
    with session_of(options) as session:
        from generator import files, infographics, pipeline
        from generator.layout import SIZES, Format
        from generator.painting import Cache, Target, paint_one

        if size not in SIZES:
            raise UsageError(f'there is no size "{size}"; there are {", ".join(SIZES)}')
        form = cast("Format", form or ("svg" if editable and not output else _format(output)))
        if scale > 1 and form != "png":
            raise UsageError(f"--scale is for PNG; {form.upper()} is sharp at any size")
        if transparent and form != "png":
            raise UsageError("--transparent is for PNG")
        if editable and form != "svg":
            raise UsageError("--editable is for SVG")
        drawings, fonts = pipeline.drawings(session.project.content)
        drawing = infographics.find(picture, drawings)
        frame = infographics.frame(drawing, SIZES[size], fonts, boxes_shown=debug_layout)
        target = Target(size, theme, form, scale, transparent, editable)
        file = output or Path(target.file_name(drawing.id))
        painted = paint_one(infographics.job(drawing, frame, (target,), fonts), Cache(session.project.painted))
        files.write(file, painted[target])
        click.echo(file)


def _format(output: Path | None) -> str:
    """By the file's name, PNG without one."""
    from generator.layout import FORMATS

    suffix = output.suffix.removeprefix(".").lower() if output else ""
    if not suffix:
        return "png"
    if suffix not in FORMATS:
        raise UsageError(f'"{output}" is no {", ".join(FORMATS)}; name one of them with --format')
    return suffix
