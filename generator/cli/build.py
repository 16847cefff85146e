"""`visavis build`: check, generate what changed, publish."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.cli.progress import progress
from generator.cli.session import common_options, session_of
from generator.problems import UsageError, counted
from generator.publishers import NAMES


@click.command(short_help="Make the site, to be put online.")
@common_options
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that paint.  [default: as many as are of use]")
@click.option("--no-publish", is_flag=True, help="Generate docs/ and stop before the pages.")
@click.option("--publisher", type=click.Choice(NAMES), help="What makes the pages.  [default: of site.yml, or mkdocs]")
@click.option("--verify", is_flag=True, help="Build twice in different surroundings; publish only what is the same.")
@click.option("--offline", is_flag=True, help="Also write the site to <site>-offline/, which opens without a server.")
@click.option("--zip", "packed", is_flag=True, help="With --offline: one small file instead, <site>-offline.zip.")
@click.option("--dask", "scheduler", default="", metavar="ADDRESS", help="Workers of that Dask scheduler paint.")
@click.option("--strict", is_flag=True, help="Warnings hold back the build too, such as texts that nobody has written.")
def build(
    jobs: int | None,
    no_publish: bool,
    publisher: str | None,
    verify: bool,
    offline: bool,
    packed: bool,
    strict: bool,
    scheduler: str,
    **options: Any,
) -> None:
    """Check, generate what changed, publish."""
    with session_of(options) as session:
        from generator.build import Offline
        from generator.build import build as run

        if verify and no_publish:
            raise UsageError("--verify compares sites; leave --no-publish out")
        if offline and no_publish:
            raise UsageError("--offline is made of the finished site; leave --no-publish out")
        if packed and not offline:
            raise UsageError("--zip goes with --offline")
        if scheduler and jobs:
            raise UsageError("--jobs is for this machine, --dask for others; leave one of them out")
        with progress(quiet=session.quiet) as report:
            outcome = run(
                session.project,
                jobs=jobs,
                publish=not no_publish,
                verify=verify,
                strict=strict,
                offline=(Offline.ZIP if packed else Offline.FOLDER) if offline else None,
                publisher=publisher,
                scheduler=scheduler,
                report=report,
                tell=partial(click.echo, err=True),
            )
        if outcome.warnings:
            click.echo(f"{counted(outcome.warnings, 'warning')}; visavis check shows them.", err=True)
        if outcome.drafts:
            click.echo(f"{counted(outcome.drafts, 'draft')} left out; visavis serve shows what is in work.", err=True)
        if outcome.amiss:
            click.echo(outcome.amiss, err=True)
        if not (outcome.written or outcome.removed or outcome.published):
            click.echo("Nothing changed." + _offline(outcome.offline))
            return
        counts = f"{counted(len(outcome.written), 'file')} written, {len(outcome.removed)} removed"
        where = f" Published to {session.project.site}." if outcome.published else ""
        click.echo(f"{counts}, {counted(outcome.painted, 'picture')} painted.{where}{_offline(outcome.offline)}")


def _offline(path: Path | None) -> str:
    return "" if path is None else f" Without a server: {path if path.suffix == '.zip' else path / 'index.html'}."
