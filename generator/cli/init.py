"""`visavis init`: a new project that builds at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.cli.session import session_of
from generator.problems import ContentError, UsageError

_IGNORED = "; for git to leave out what builds make, add .cache/ and site/ to it"


@click.command(short_help="Begin a project of your own.")
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
            asked = partial(_asked, named=bool(name), roles=bool(roles), trade=trade is not None)
            begun = _begun(partial(begin, folder), asked, given, final=bool(roles) or not _is_asked())
        for path in begun.kept:
            further = _IGNORED if path.name == ".gitignore" else ""
            click.echo(f"{path} was there already and stays as it is{further}.", err=True)
        _tell(folder, [path for path in begun.written if folder / "content" in path.parents])


def _begun(begin: Callable[[Any], Any], asked: Callable[[Any], Any], wish: Any, *, final: bool) -> Any:
    """The project that begins with the answers. Unless the roles are `final`, it asks again where a picture has no room
    for one.
    """
    wish = asked(wish)
    while True:
        try:
            return begin(wish)
        except ContentError as error:
            if final:
                raise
            for problem in error.problems:
                click.echo(f"{problem.message}: {problem.fix}", err=True)
            wish = asked(wish)


def _asked(wish: Any, *, named: bool, roles: bool, trade: bool) -> Any:
    """The same with what a person answers; Enter takes what is offered."""
    if not _is_asked() or (named and roles and trade):
        return wish
    from generator.scaffold import Wish

    try:
        if not roles:
            first = click.prompt("The first role", default=wish.roles[0], value_proc=_named)
            second = click.prompt("The second role", default=wish.roles[1], value_proc=partial(_other, first))
            wish = Wish(wish.name, wish.trade, (first, second))
        if not trade:
            offered = click.prompt(
                "Their trade or industry (Enter for none)", default=wish.trade, show_default=bool(wish.trade)
            )
            wish = Wish(wish.name, offered.strip(), wish.roles)
        if not named:
            name = click.prompt("The site's name", default=wish.name or " and ".join(wish.roles), value_proc=_named)
            wish = Wish(name, wish.trade, wish.roles)
    except click.Abort:
        click.echo("\nNothing was written.", err=True)
        sys.exit(130)
    return wish


def _named(answer: str) -> str:
    """The answer, which has to say something; click asks again where it does not."""
    if not answer.strip():
        raise click.BadParameter("write a name, or nothing to take the one in brackets")
    return answer.strip()


def _other(first: str, answer: str) -> str:
    """The name of a role that is not the first."""
    from generator.model import id_of

    if id_of(answer) == id_of(first):
        raise click.BadParameter("this is the first role; name another")
    return _named(answer)


def _is_asked() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _tell(folder: Path, content: list[Path]) -> None:
    """What to do next, one step a line; two commands in one line are written differently from shell to shell."""
    first = next((path for path in content if path.parent.name == "roles"), folder / "content")
    steps = {
        "visavis serve": "shows the site in the browser, and at once whatever you change",
        "visavis check": "tells what is not written yet or not right",
        "visavis build": "makes the site, to be put online; with --offline also one to open here",
    }
    if folder != Path():
        click.echo(f'cd "{folder}"' if " " in str(folder) else f"cd {folder}")
    for command, what in steps.items():
        click.echo(f"{command}   {what}")
    click.echo(f"Write in {first.relative_to(folder)} and its neighbours; each says what belongs where.")
