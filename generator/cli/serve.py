"""`visavis serve`: the live preview."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from generator.cli.session import common_options, session_of
from generator.publishers import NAMES


@click.command()
@common_options
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--publisher", type=click.Choice(NAMES), help="What makes the pages.  [default: of site.yml, or mkdocs]")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. This machine alone can ask there; 0.0.0.0 lets others in.",
)
def serve(port: int, host: str, publisher: str | None, **options: Any) -> None:
    """Show the site while it is written: what is saved appears by itself, and mistakes above the last good page.

    docs/ and the published site are not touched. Pictures are painted in the sizes that pages show; every other size
    is checked.
    """
    with session_of(options) as session:
        from generator import preview

        error = partial(click.echo, err=True)
        progress, trace = _discard if session.quiet else error, error if session.debug else _discard
        output = preview.Output(click.echo, error, progress, trace)
        preview.serve(session.project, host=host, port=port, publisher=publisher, output=output)


def _discard(_: str) -> None:
    pass
