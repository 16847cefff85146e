"""docs/ → site/, all or nothing.

In: docs/, MkDocs' configuration and who makes the pages. Out: the site, built beside the old one, checked and swapped
in. A build that fails, warns or is killed leaves the old site as it was.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from generator import files
from generator.problems import OutputError
from generator.progress import Report, Stage, Step, unheard
from generator.project import Project
from generator.publishers import Publisher
from generator.publishing import build_info, in_place, publisher_process, search_index, site_check, swap, theme_files
from generator.publishing.offline.site import ARCHIVE
from generator.publishing.offline.write import archive, folder_name
from generator.publishing.renewal import Kept
from generator.publishing.verify import verify
from generator.surroundings import said


def publish(
    project: Project,
    publisher: Publisher,
    *,
    updated: date,
    address: str,
    generated: Collection[str],
    kept: Kept,
    taken_along: str = "",
    lock: int | None = None,
    verify_jobs: int | None = None,
    report: Report = unheard,
) -> str:
    """Build the site and put it in place; says what is amiss with it, if anything. OutputError: the publisher failed
    or warned, something is missing or cannot be written.

    `updated` dates every page; `address` is where the site will be served; `generated` names the files of docs/ that
    were not written by hand; with `taken_along`, the site's name, it offers itself as a ZIP, in a folder of that name.
    `kept` is from the last build, for this one and the next. `lock` is open in the publisher too: where only this
    process is killed, the next one waits until that has ended. With `verify_jobs`, the number of processes of this
    build, everything is made, and a second build has to give the same site; DifferenceError.
    """
    site = project.site.resolve()  # a link stays a link

    def make(fresh: Path, kept: Kept) -> str:
        report(Step(Stage.PUBLISHING))
        order, epoch = kept.order(project, generated), calendar.timegm(updated.timetuple())
        publisher_process.build(project, publisher, fresh, order=order, epoch=epoch, lock=lock)
        search_index.complete(project.docs, fresh, publisher)
        theme_files.remove_unloaded(project.docs, fresh)
        amiss = search_index.split(fresh, publisher)
        if taken_along:
            _add(fresh, ARCHIVE, archive(fresh, name=folder_name(taken_along)))
        report(Step(Stage.CHECKING))
        _add(fresh, build_info.FILE, build_info.build_info(fresh, publisher, kept.digests))  # it tells all others
        _check(project.docs, fresh, generated, address, kept)
        return amiss

    try:
        with swap.sibling_folder(site) as fresh:
            amiss = _made(make, fresh, kept.without_site() if verify_jobs else kept)
            if verify_jobs:
                report(Step(Stage.VERIFYING))
                verify(project, publisher, fresh, generated=generated, jobs=verify_jobs)
            swap.swap(fresh, site)
        kept.keep_pages()
        return amiss
    except OSError as error:
        raise OutputError(f"{project.site}: {_refused(site)}: {said(error)}") from error
    finally:
        kept.clear()


def _made(make: Callable[[Path, Kept], str], fresh: Path, kept: Kept) -> str:
    """The site from what changed of the last one; whatever is wrong then, a build of everything tells it in full."""
    try:
        return make(fresh, kept)
    except OutputError:
        if not kept.current:
            raise
        return make(fresh, kept.without_site())


def _refused(site: Path) -> str:
    if in_place.begun(site):
        return "is half published, since the folder cannot be exchanged as a whole; build again once this is mended"
    return "cannot be published"


def _add(fresh: Path, name: str, data: bytes) -> None:
    """A file that is made of the finished site. OutputError: there is one of that name."""
    if (fresh / name).exists():
        raise OutputError(f"docs/{name}: the site has a file of its own there; rename or remove this one")
    files.write(fresh / name, data)


def _check(docs: Path, fresh: Path, generated: Collection[str], address: str, kept: Kept) -> None:
    """OutputError: the site does not hold together."""
    found = site_check.findings(
        docs, fresh, generated=generated, address=address, digests=kept.digests, memory=kept.checked
    )
    if found:
        raise OutputError("\n".join(["The site is not whole; the last one stays as it was", *found]))
    kept.checked.save()
