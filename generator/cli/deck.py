"""`visavis deck`: the pictures of a comparison as a deck of editable slides; `visavis deck update`: one as it is now.

`deck` takes a comparison, or the name of a command below it: a group whose own options make a deck.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from generator.cli.deck_update import update
from generator.cli.session import common_options, session_of
from generator.problems import UsageError


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


@click.group(cls=DeckGroup, invoke_without_command=True, short_help="Make slides of the pictures, to edit and to show.")
@common_options
@click.argument("comparison", required=False)
@click.option(
    "--theme", type=click.Choice(["light", "dark"]), help="[default: light, or what can be read on the template]"
)
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
@click.option("--pictures", is_flag=True, help="Each picture as one, sharp in every size, in place of shapes.")
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Your company's .pptx or .potx, whose layouts the slides stand on.",
)
@click.option("--use-template-theme", is_flag=True, help="With the colours and fonts of the template, not our own.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .pptx, .odp, .html (reveal.js) or .md (Marp).  [default: ID.pptx]",
)
def deck(
    comparison: str | None,
    theme: str | None,
    fonts: str,
    tables: bool,
    flow: bool,
    builds: bool,
    pictures: bool,
    template: Path | None,
    use_template_theme: bool,
    output: Path | None,
    **options: Any,
) -> None:
    """Make a deck of the pictures of a comparison, which may be left out where there is only one.

    A deck that people have changed since is brought up to date by `update`; here a new one takes its place, and it
    stays beside that as ID.bak-1.pptx.
    """
    with session_of(options) as session:
        from generator import deck as decks
        from generator import pipeline
        from generator.cli.replacing import make
        from generator.painting import Cache

        if use_template_theme and not template:
            raise UsageError("--use-template-theme says whose theme; name the --template too")
        given = (
            decks.Template(template.name, _start(template, decks.LARGEST + 1), use_template_theme) if template else None
        )
        chosen = decks.Options(fonts, flow, tables, builds, given, pictures)  # type: ignore[arg-type]
        project = session.project
        made = pipeline.deck(project.content, comparison, theme, chosen, project.painted, output)
        if template and made.file.resolve() == template.resolve():
            raise UsageError(f"{made.file} is the template; name another file with --output")
        for note in made.notes:
            click.echo(f"{given.name}: {note}." if given else note, err=True)
        copies = {file: make(file, data, Cache(project.painted)) for file, data in made.files.items()}
        click.echo(made.file)
        if session.quiet:
            return
        for line in (_about_fonts(made.file, made.fonts, fonts), *_about_copies(copies)):
            if line:
                click.echo(line, err=True)


def _start(file: Path, most: int) -> bytes:
    """The file, or its beginning: one that has no end is no template."""
    with file.open("rb") as opened:
        return opened.read(most)


deck.add_command(update)


def _about_copies(copies: Mapping[Path, Path | None]) -> Iterator[str]:
    """Where files are that people may have changed, and what they may have wanted."""
    for file, copy in copies.items():
        if copy and file.suffix.lower() == ".pptx":
            yield f"The deck as it was: {copy}; to keep what people changed in it: visavis deck update {copy}"
        elif copy:
            yield f"The file as it was: {copy}"


def _about_fonts(file: Path, names: tuple[str, ...], fonts: str) -> str:
    """Where the fonts of slides come from; of .html and .md there is nothing to say."""
    if not names:
        return "Fonts: those of the template's theme; see whether texts have room, which were measured with our own."
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
