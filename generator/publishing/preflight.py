"""Where a build may write.

In: a project. Out: nothing, or why one of them must not be written to.
"""

from __future__ import annotations

import importlib.util
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path

from generator.problems import OutputError, UsageError
from generator.project import Project
from generator.publishing import in_place, marker, swap
from generator.publishing.config_inputs import theme_folders, theme_name
from generator.surroundings import reason

_THEMES, _PART = "mkdocs.themes", "partials/nav-item.html"


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
    if site in protected | {docs, *docs.parents} or {content, docs} & {site, *site.parents}:
        raise _refused(project)
    if site.exists() and not site.is_dir():
        raise UsageError(f"{project.site}: is a file; choose a folder with --site")
    if site.is_dir() and not (site / marker.MARKER).is_file() and in_place.holds_foreign(site):
        raise UsageError(
            f"{project.site}: holds files that Visavis did not publish; empty it or choose another with --site"
        )


def _refused(project: Project) -> UsageError:
    return UsageError(f"{project.site}: cannot be replaced by the site; choose a folder of its own with --site")


def check_theme(project: Project) -> None:
    """Nor may the site lie in what is changed of the theme, which MkDocs copies into it. Reads the configuration, which
    takes time. UsageError.
    """
    site = project.site.resolve()
    if {*theme_folders(project)} & {site, *site.parents}:
        raise _refused(project)


def check_parts(project: Project) -> None:
    """Whether the theme that the configuration names has the parts that our templates ask of it, which are Material's.
    One that is not installed MkDocs tells. OutputError.
    """
    name = theme_name(project)
    folders = [folder for each in entry_points(group=_THEMES, name=name) for folder in _folders(each.module)]
    if folders and not any((folder / _PART).is_file() for folder in (*folders, *theme_folders(project))):
        raise OutputError(
            f'{project.config}: pages are made with the theme Material, and "{name}" lacks its parts, such as'
            f' {_PART}; write "name: material" below "theme:"'
        )


def _folders(module: str) -> list[Path]:
    found = importlib.util.find_spec(module)
    return [Path(place) for place in (found.submodule_search_locations if found else None) or ()]


def check_writable(project: Project) -> None:
    """Whether there is a way to publish, tried before the work begins. OutputError."""
    site = project.site.resolve()
    if not site.parent.is_dir():
        return
    try:
        with swap.sibling_folder(site):
            pass
    except OSError as error:
        raise OutputError(
            f"{project.site}: cannot be published: {reason(error)}; let {site.parent} or the folder itself be written,"
            " or choose another one with --site"
        ) from error
