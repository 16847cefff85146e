"""What every command has in common: its options, and how it ends.

In: the options of a call. Out: a `Session`; a failure that is expected becomes a message and an exit code.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.problems import ContentError, VisavisError
from generator.project import Project, check_begun, is_address
from generator.surroundings import check_current_folder, said

_INTERRUPTED = 130
_FAULT = 70


@dataclass(frozen=True, slots=True)
class Session:
    """What holds for every command of one call."""

    project: Project
    quiet: bool
    debug: bool


class _Kept(click.Path):
    """A folder, as a path, or the address of a store, as text."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and is_address(value):
            return value
        return super().convert(value, param, ctx)


def common_options(function: Any) -> Any:
    """The options that every command has."""
    options = (
        click.option(
            "--content",
            type=click.Path(path_type=Path),
            default="content",
            show_default=True,
            help="What the site says.",
        ),
        click.option(
            "--docs", type=click.Path(path_type=Path), default="docs", show_default=True, help="MkDocs' source tree."
        ),
        click.option(
            "--site", type=click.Path(path_type=Path), default="site", show_default=True, help="The published site."
        ),
        click.option(
            "--config",
            type=click.Path(path_type=Path),
            default="mkdocs.yml",
            show_default=True,
            help="MkDocs' configuration.",
        ),
        click.option(
            "--cache",
            type=_Kept(),
            metavar="WHERE",
            envvar="VISAVIS_CACHE",
            show_envvar=True,
            help="Where painted pictures are kept: a folder, or a store such as s3://bucket/prefix, behind a folder,"
            " for `build` and `paint`.  [default: $XDG_CACHE_HOME/visavis, else .cache/ beside --config]",
        ),
        click.option("--quiet", is_flag=True, help="No progress."),
        click.option("--debug", is_flag=True, help="Show where in the program an error arose."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def _folder(kept: Path | str | None) -> Path | None:
    """Where painted pictures are kept on this machine; None: in the project's own folder."""
    if isinstance(kept, Path):
        return kept
    named = os.environ.get("VISAVIS_CACHE", "")
    return Path(named) if kept and named and not is_address(named) else _common_cache()


def _common_cache() -> Path | None:
    """Of all programs, where somebody has said so; a relative one counts for nothing (XDG Base Directory)."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return given / "visavis" if given.is_absolute() else None


@contextmanager
def session_of(options: dict[str, Any], *, begun: bool = True) -> Iterator[Session]:
    """Runs a command's body; every expected failure becomes a message and an exit code. Where there is no content yet
    it says how to begin, unless the command does without: not `begun`.
    """
    content, docs, site, config = (options[name] for name in ("content", "docs", "site", "config"))
    kept = options["cache"]
    project = Project(content, docs, site, config, _folder(kept), kept if isinstance(kept, str) else "")
    session = Session(project, options["quiet"], options["debug"])
    try:
        check_current_folder()
        if begun:
            check_begun(project)
        yield session
    except VisavisError as error:
        if session.debug:
            raise
        _print_error(error, project)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        click.echo("Interrupted; the published site is whole.", err=True)
        sys.exit(_INTERRUPTED)
    except MemoryError:
        if session.debug:
            raise
        click.echo("There is too little memory; end other programs, or give the machine more.", err=True)
        sys.exit(74)
    except Exception as error:
        if session.debug:
            raise
        if isinstance(error, RuntimeError) and "can't start new thread" in str(error):
            error = OSError(errno.EAGAIN, "The system refuses a new thread")
        if not isinstance(error, OSError):
            click.echo(f"This is a fault in Visavis: {type(error).__name__}: {error}", err=True)
            click.echo("Nothing was published. Run the command again with --debug and report what it shows.", err=True)
            sys.exit(_FAULT)
        click.echo(said(error), err=True)
        sys.exit(74)


def _print_error(error: VisavisError, project: Project) -> None:
    if not isinstance(error, ContentError):
        click.echo(str(error), err=True)
        return
    from generator.reporting import as_text, context_of

    context = context_of(error.problems, project, sys.stderr)
    click.echo(as_text(error.problems, context) + "Nothing was written.", err=True, color=context.colour)
