"""`visavis check`: every problem at once; nothing is written."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from generator.cli.session import common_options, session_of


@click.command(short_help="Tell everything that is not right or not written yet.")
@common_options
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Warnings end it with exit code 1 too.")
def check(form: str, strict: bool, **options: Any) -> None:
    """Tell every problem at once; write nothing."""
    with session_of(options, begun=False) as session:
        from generator import manifest, pipeline
        from generator.problems import in_order
        from generator.reporting import FORMATS, as_summary, context_of

        docs = session.project.docs
        _, found = pipeline.inspect(
            session.project.content, drafts=True, readings=session.project.readings, writes=False
        )
        problems = in_order((*found, *manifest.broken(docs, manifest.handwritten(docs, manifest.generated(docs)))))
        context = context_of(problems, session.project, sys.stdout)
        click.echo(FORMATS[form](problems, context), nl=False, color=context.colour)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if form == "github" and summary and problems:
            with open(summary, "a", encoding="utf-8") as file:
                file.write(as_summary(problems, context))
        if any(strict or problem.severity == "error" for problem in problems):
            sys.exit(1)
