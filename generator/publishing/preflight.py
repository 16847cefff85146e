"""Where a build may write.

In: a project. Out: nothing, or why one of them must not be written to.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.problems import UsageError
from generator.project import Project
from generator.publishing.swap import MARKER


def check_destination(project: Project, *, publish: bool) -> None:
    """Where a build writes, nothing of somebody else's may be lost or mixed up. UsageError."""
    content, docs, site = project.content.resolve(), project.docs.resolve(), project.site.resolve()
    root = project.root
    protected = {Path("/"), *root.parents, root, *content.parents, content}
    with suppress(RuntimeError):  # in a container there may be no home
        protected.add(Path.home().resolve())
    if docs in protected or content in docs.parents:
        raise UsageError(f"{project.docs}: cannot hold what is generated; choose a folder of its own with --docs")
    if not publish:
        return
    inputs = {content, docs, project.overrides}
    if site in protected | {docs, *docs.parents} or inputs & {site, *site.parents}:
        raise UsageError(f"{project.site}: cannot be replaced by the site; choose a folder of its own with --site")
    if site.exists() and not site.is_dir():
        raise UsageError(f"{project.site}: is a file; choose a folder with --site")
    if site.is_dir() and any(site.iterdir()) and not (site / MARKER).is_file():
        raise UsageError(
            f"{project.site}: holds files that Visavis did not publish; empty it or choose another with --site"
        )
