"""The commands: what a person types, what they read, and the exit code.

Results go to standard output, progress and errors to standard error. Heavy modules are imported by the
command that needs them.
"""

from __future__ import annotations

import gc
import io
import json
import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.errors import UsageError
from generator.session import common_options, progress, session_of

if TYPE_CHECKING:
    from generator.targets import Format


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="visavis", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn a YAML model of job roles into a published comparison: pages, pictures, data."""


@cli.command()
@common_options
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that paint.  [default: one a core]")
@click.option("--no-publish", is_flag=True, help="Generate docs/ and stop before MkDocs.")
@click.option("--verify", is_flag=True, help="Build twice in different surroundings; publish only what is the same.")
def build(jobs: int | None, no_publish: bool, verify: bool, **options: Any) -> None:
    """Check, generate what changed, publish."""
    with session_of(options) as session:
        from generator.build import build as run
        from generator.inputs import cores

        if verify and no_publish:
            raise UsageError("--verify compares sites; leave --no-publish out")
        with progress(session) as report:
            outcome = run(session.folders, jobs=jobs or cores(), publish=not no_publish, verify=verify, report=report)
        if outcome.warnings:
            click.echo(f"{outcome.warnings} warning{'s' * (outcome.warnings > 1)}; visavis check shows them.", err=True)
        if not (outcome.written or outcome.removed or outcome.published):
            click.echo("Nothing changed.")
            return
        counts = f"{len(outcome.written)} files written, {len(outcome.removed)} removed"
        where = f" Published to {session.folders.site}." if outcome.published else ""
        click.echo(f"{counts}, {outcome.painted} pictures painted.{where}")


@cli.command()
@common_options
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
def check(form: str, **options: Any) -> None:
    """Tell every problem at once; write nothing."""
    with session_of(options) as session:
        from generator.checking import check as run
        from generator.checking import surroundings
        from generator.reporting import FORMATS, as_summary

        problems = run(session.folders)
        around = surroundings(problems, session.folders, sys.stdout)
        click.echo(FORMATS[form](problems, around), nl=False, color=around.colour)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if form == "github" and summary and problems:
            with open(summary, "a", encoding="utf-8") as file:
                file.write(as_summary(problems, around))
        if any(problem.severity == "error" for problem in problems):
            sys.exit(1)


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the code of a problem means and how to mend it; without CODE, print the page about all of them."""
    from generator.codes import explanations, page, section

    if not code:
        click.echo(page(), nl=False)
    elif found := explanations().get(code.strip("[]")):
        click.echo(section(found), nl=False)
    else:
        click.echo(f'there is no code "{code}"; there are {", ".join(explanations())}', err=True)
        sys.exit(UsageError.exit_code)


@cli.command()
@common_options
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; this machine's own.")
def serve(port: int, host: str, **options: Any) -> None:
    """Show the site while it is written: what is saved appears by itself, and mistakes above the last good page.

    docs/ and the published site are not touched. Pictures are painted in the sizes that pages show; every other size
    is checked.
    """
    with session_of(options) as session:
        from generator.preview import Voice
        from generator.preview import serve as run

        error = partial(click.echo, err=True)
        voice = Voice(click.echo, error, _hush if session.quiet else error, error if session.debug else _hush)
        run(session.folders, host=host, port=port, voice=voice)


def _hush(_: str) -> None:
    pass


@cli.command()
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
@click.option("--debug-layout", is_flag=True, help="Outline every box of the layout.")
def render(
    picture: str,
    size: str,
    theme: str,
    form: Format | None,
    scale: int,
    output: Path | None,
    transparent: bool,
    debug_layout: bool,
    **options: Any,
) -> None:
    """Paint one infographic as one file."""
    with session_of(options) as session:
        from generator.rendering import Wanted
        from generator.rendering import render as run

        click.echo(run(session.folders, Wanted(picture, size, theme, form, scale, output, debug_layout, transparent)))


@cli.command()
@common_options
@click.argument("picture", metavar="[ID]", required=False)
@click.option("--size", default="slide", show_default=True, help="In which size every picture is shown, without ID.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file: PNG, SVG or PDF.")
def sheet(picture: str | None, size: str, theme: str, output: Path | None, **options: Any) -> None:
    """Paint a contact sheet: every infographic in one size, or one infographic in every size."""
    with session_of(options) as session:
        from generator.contact import Wanted, contact_sheet

        click.echo(contact_sheet(session.folders, Wanted(picture, size, theme, output)))


@cli.command()
@common_options
@click.argument("old", metavar="REV|FOLDER")
@click.argument("new", metavar="[FOLDER]", required=False)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def diff(old: str, new: str | None, form: str, **options: Any) -> None:
    """Tell what changed in the model since a revision of git, or between two folders of content.

    Both must be free of errors. Ends with 0 whether or not anything changed. Fonts and icons are not compared.
    """
    with session_of(options) as session:
        from generator.diff import diff as run
        from generator.diff.words import FORMATS

        content = session.folders.content
        click.echo(FORMATS[form](run(old, new or str(content), content)), nl=False)


@cli.group()
def new() -> None:
    """Begin a role or a comparison: a file with every field, each with a comment, that is valid as it is."""


@new.command("role")
@common_options
@click.argument("name", metavar="ID")
def new_role(name: str, **options: Any) -> None:
    """Write content/roles/ID.yml. It speaks to every dimension and topic of the comparisons that there are."""
    with session_of(options) as session:
        from generator.drafting import role

        _begun(role(session.folders, name))


@new.command("comparison")
@common_options
@click.argument("name", metavar="ID")
@click.option("--role", "roles", metavar="ID", multiple=True, help="A role to compare; two to four.  [default: two]")
def new_comparison(name: str, roles: tuple[str, ...], **options: Any) -> None:
    """Write content/comparisons/ID.yml: roles side by side in what all of them speak of."""
    with session_of(options) as session:
        from generator.drafting import comparison

        _begun(comparison(session.folders, name, roles))


def _begun(file: Path) -> None:
    click.echo(file)
    click.echo("Next: replace its texts with your own; `visavis serve` shows them while you write.", err=True)
    click.echo("For completion in the editor: visavis schema -o schemas", err=True)


@cli.command()
@common_options
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="A folder for the schemas.")
@click.option("--check", "only_check", is_flag=True, help="Say whether the schemas in the folder are current.")
@click.argument("name", required=False)
def schema(name: str | None, output: Path | None, only_check: bool, **options: Any) -> None:
    """Print the JSON Schema of a content file (site, palette, catalogue, role, …), or write all to a folder."""
    with session_of(options):
        from generator import files
        from generator.model.jsonschema import schemas

        found = schemas()
        folder = output or Path("schemas")
        written = {folder / f"{each}.schema.json": _pretty(value).encode() for each, value in found.items()}
        if only_check:
            stale = [path for path, data in written.items() if not path.is_file() or path.read_bytes() != data]
            for path in stale:
                click.echo(f"{path}: not current; call visavis schema -o {folder}")
            sys.exit(1 if stale else 0)
        if output:
            for path, data in written.items():
                files.write(path, data)
                click.echo(path)
        elif name and name not in found:
            raise UsageError(f'there is no schema "{name}"; there are {", ".join(found)}')
        else:
            click.echo(_pretty(found[name] if name else found), nl=False)


def _pretty(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """The entry point of `visavis` and `python -m generator`."""
    gc.disable()  # a command is soon over; looking for garbage takes a fifth of its time and finds next to nothing
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without é shows \\xe9 and no traceback
    cli(prog_name="visavis")
