"""`visavis deck update`: a deck that people have changed, with what the content says now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from generator.cli.session import common_options, session_of
from generator.problems import UsageError

_ENDING = ".pptx"


class BelowDeck(click.Command):
    """A command that stands in the place of the comparison."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        assert ctx.parent is not None
        formatter.write_usage(f"{ctx.parent.command_path} {ctx.info_name}", "[OPTIONS] FILE.pptx")


@click.command(cls=BelowDeck)
@common_options
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Another .pptx for the result; FILE stays as it is.",
)
def update(file: Path, output: Path | None, **options: Any) -> None:
    """Bring a deck up to date with the content, and keep what people changed in it.

    Refreshes only what Visavis made and nobody changed; adds what is new; says what it left. The file as it was stays
    beside it as FILE.bak-1.pptx.
    """
    with session_of(options) as session:
        _check_ending(output)
        from generator import pipeline
        from generator.cli.replacing import check_closed, read, replace

        data = read(file)
        if output is None:
            check_closed(file)
        made = pipeline.update_deck(session.project.content, data, file.name, session.project.painted)
        target = output or file
        if output or made.done.changed:
            copy = replace(target, made.done.data if made.done.changed else data, file, data)
        else:
            copy = None
        click.echo(target)
        if not session.quiet:
            for line in _lines(made, copy):
                click.echo(line, err=True)


def _check_ending(output: Path | None) -> None:
    """UsageError: the result would not be what its name says; a deck stays of the kind that it is."""
    if output and output.suffix.lower() != _ENDING:
        raise UsageError(f'"{output}" is no {_ENDING}, which an updated deck stays; let its name end in {_ENDING}')


def _lines(made: Any, copy: Path | None) -> Iterator[str]:
    done = made.done
    if not done.changed:
        yield "The deck is up to date; nothing in it is new."
    counted = {
        "refreshed": done.refreshed,
        "added": done.added,
        "removed, which the content has no more": done.removed,
        "deleted by people, left out": done.deleted,
    }
    told = [f"{number} {what}" for what, number in counted.items() if number]
    if told:
        yield f"Parts of slides: {', '.join(told)}."
    for title in done.slides:
        yield f"New slide: {title}"
    if done.kept:
        yield "Left as people made it:"
    for kept in done.kept:
        yield f"  {_line(kept)}"
        if kept.wanted:
            place = made.places.get(kept.wanted)
            where = f"{place.file}:{place.line}: " if place else ""
            yield f"    the content says now: {where}{kept.wanted}"
    if copy:
        yield f"The deck as it was: {copy}"


def _line(kept: Any) -> str:
    what = {
        "text": f"{kept.name}: text",
        "look": f"{kept.name}: look",
        "place": f"{kept.name}: place and size",
        "notes": "notes",
        "gone": f"{kept.name}: the content has it no more",
        "slide": "the content has this picture no more",
        "theme": "colours of the theme",
    }[kept.reason]
    return f'slide {kept.slide} "{kept.title}", {what}' if kept.slide else what
