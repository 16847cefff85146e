"""`visavis schema`: the JSON Schemas of the content files, for editors' tools."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.session import common_options, session_of
from generator.problems import UsageError


@click.command(short_help="Print what the content may hold, for editors and programs.")
@common_options
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="A folder for the schemas.")
@click.option("--check", "only_check", is_flag=True, help="Say whether the schemas in the folder are current.")
@click.argument("name", required=False)
def schema(name: str | None, output: Path | None, only_check: bool, **options: Any) -> None:
    """Print the JSON Schema of a content file (site, palette, catalogue, role, …), or write all to a folder."""
    with session_of(options, begun=False):
        from generator import files
        from generator.model import schemas

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
