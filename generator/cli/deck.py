"""`visavis deck`: the pictures of a comparison as a deck of editable slides; `visavis deck update`: one as it is now.

`deck` takes a comparison, or the name of a command below it: a group whose own options make a deck.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.deck_update import update
from generator.cli.session import common_options, session_of


class DeckGroup(click.Group):
    """A command that has others below it: what is none of their names is its own argument."""

    allow_interspersed_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] in self.commands:
            ctx.meta[__name__] = args
            return []
        return click.Command.parse_args(self, ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        name, *args = ctx.meta.pop(__name__, [""])
        if not name:
            return click.Command.invoke(self, ctx)
        command = self.commands[name]
        with command.make_context(name, args, parent=ctx) as below:
            return command.invoke(below)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] [COMPARISON]")
        formatter.write_usage(ctx.command_path, "update [OPTIONS] FILE.pptx", prefix="       ")


@click.group(cls=DeckGroup, invoke_without_command=True)
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
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file.  [default: ID.pptx]")
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
    """Make a deck of the pictures of a comparison, which may be left out where there is only one.

    A deck that people have changed since is brought up to date by `update`.
    """
    with session_of(options) as session:
        from generator import deck as decks
        from generator import files, pipeline

        chosen = decks.Options(fonts, flow, tables, builds)  # type: ignore[arg-type]
        made = pipeline.deck(session.project.content, comparison, theme, chosen)
        file = output or Path(f"{made.comparison}.pptx")
        files.write(file, made.data)
        click.echo(file)
        if not session.quiet:
            click.echo(_about_fonts(made.fonts, fonts), err=True)


deck.add_command(update)


def _about_fonts(names: tuple[str, ...], fonts: str) -> str:
    listed = ", ".join(names)
    return {
        "embed": f"Fonts: {listed}, within the file; Keynote and Google Slides want them installed, or --fonts arial.",
        "name": f"Fonts: {listed}, by name only; install them where the deck is shown, or choose --fonts embed.",
        "arial": f"Fonts: {listed}, which is everywhere.",
    }[fonts]
