"""`visavis init`: a new project that builds at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.session import session_of
from generator.problems import UsageError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--name", help="What the site is called.")
@click.option("--role", "roles", metavar="NAME", multiple=True, help="A role to compare; two to four.")
@click.option("--trade", help="The trade or industry that the roles are of.")
@click.option("--language", type=click.Choice(["en"]), default="en", show_default=True, help="Of the site's own words.")
@click.option("--example", is_flag=True, help="The whole example instead: two sales roles with all that there can be.")
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def init(
    folder: Path,
    name: str | None,
    roles: tuple[str, ...],
    trade: str | None,
    language: str,
    example: bool,
    debug: bool,
) -> None:
    """Begin a project in FOLDER, or here: small files that say what to write, and a site that builds at once.

    On a terminal it asks for what is not given. Nothing that is there already is written over.
    """
    places: dict[str, Any] = {part: folder / part for part in ("content", "docs", "site")}
    options = {**places, "config": folder / "mkdocs.yml", "cache": None, "quiet": False, "debug": debug}
    with session_of(options, begun=False):
        from generator.scaffold import Wish, begin, begin_example, check_free

        if example and (name or roles or trade):
            raise UsageError("--example brings names of its own; leave the others out")
        check_free(folder)
        if example:
            begun = begin_example(folder)
        else:
            given = Wish(name or "", trade or "", roles or Wish().roles)
            begun = begin(folder, _asked(given, named=bool(name), roles=bool(roles), trade=trade is not None))
        for path in begun.kept:
            click.echo(f"{path} was there already and stays as it is.", err=True)
        _tell(folder, [path for path in begun.written if folder / "content" in path.parents])


def _asked(wish: Any, *, named: bool, roles: bool, trade: bool) -> Any:
    """The same with what a person answers; Enter takes what is offered."""
    if not _is_asked() or (named and roles and trade):
        return wish
    from generator.scaffold import Wish

    try:
        if not roles:
            first, second = (
                click.prompt(f"The {place} role", default=name)
                for place, name in zip(("first", "second"), wish.roles, strict=True)
            )
            wish = Wish(wish.name, wish.trade, (first, second))
        if not trade:
            offered = click.prompt("Their trade, if it is worth naming", default="", show_default=False)
            wish = Wish(wish.name, offered, wish.roles)
        if not named:
            wish = Wish(click.prompt("The site's name", default=" and ".join(wish.roles)), wish.trade, wish.roles)
    except click.Abort:
        click.echo("\nNothing was written.", err=True)
        sys.exit(130)
    return wish


def _is_asked() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _tell(folder: Path, content: list[Path]) -> None:
    """What to do next, in three lines."""
    move = "" if folder == Path() else f"cd {folder} && "
    first = next((path for path in content if path.parent.name == "roles"), folder / "content")
    click.echo(f"{move}visavis serve   shows the site, and at once whatever you change")
    click.echo(f"Write in {first} and its neighbours: each says what belongs where.")
    click.echo("visavis build   publishes it to site/; visavis check tells what is not right or not written yet")
