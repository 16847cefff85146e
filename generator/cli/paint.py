"""`visavis paint`: what a build would paint, or a share of it, into the cache and nowhere else."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import click

from generator.cli.progress import progress
from generator.cli.session import common_options, session_of
from generator.problems import UsageError, counted
from generator.progress import Report, Stage, Step

_MOST = 1000  # shares


@click.command(short_help="Paint pictures, or a share of them, for a build elsewhere.")
@common_options
@click.option("--shard", metavar="K/N", help="The K-th of N shares, such as 3/20.  [default: everything]")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that paint.  [default: as many as are of use]")
@click.option("--dask", "scheduler", default="", metavar="ADDRESS", help="Workers of that Dask scheduler paint.")
def paint(shard: str | None, jobs: int | None, scheduler: str, **options: Any) -> None:
    """Paint what a build would paint, and write it into the cache alone.

    N machines, each with its share and a cache that all of them reach, paint everything; a build with that cache then
    paints nothing.
    """
    with session_of(options) as session:
        from generator import painting, pipeline

        part = painting.Shard(*_numbers(shard)) if shard is not None else None
        if scheduler and jobs:
            raise UsageError("--jobs is for this machine, --dask for others; leave one of them out")
        project, tell = session.project, partial(click.echo, err=True)
        with (
            progress(quiet=session.quiet) as report,
            painting.opened(
                project.painted, jobs, store=project.store, scheduler=scheduler, needed=True, tell=tell
            ) as means,
        ):
            report(Step(Stage.READING))
            wanted = pipeline.jobs(
                pipeline.compose(project.content, layouts=means.cache.layouts, readings=project.readings)
            )
            mine = painting.shared(wanted, part) if part else wanted
            report(Step(Stage.PAINTING))
            on_painted = partial(_report, report)
            done = painting.paint_share(mine, means.cache, means.painter, on_painted)
        share = f"Share {part}: " if part else ""
        where = painting.shown(project.store) if project.store else project.painted
        found = done.files - done.painted
        click.echo(f"{share}{counted(done.painted, 'picture file')} painted, {found} found in {where}.")


def _report(report: Report, done: int, total: int) -> None:
    report(Step(Stage.PAINTING, done, total))


def _numbers(shard: str) -> tuple[int, int]:
    """Which share, and of how many. UsageError."""
    found = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", shard, re.ASCII)
    number, count = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= count <= _MOST:
        raise UsageError(f'--shard "{shard}": say which of how many shares, such as 3/20; there may be {_MOST}')
    return number, count
