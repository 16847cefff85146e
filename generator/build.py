"""The whole program on one screen: load, make, write what changed, publish.

In: a project. Out: docs/ and site/. Everything is made in memory before the first file is written, so that a mistake in
the content leaves docs/ and site/ as they were.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from generator import files, manifest, publishing
from generator.problems import ContentError
from generator.progress import Report, Stage, Step, unheard
from generator.project import Project, locked
from generator.publishers import PUBLISHERS
from generator.surroundings import source_date_epoch
from generator.system import cores

Tell = Callable[[str], None]


_GARBAGE = 100_000  # objects after which it is looked for: a site of one comparison is done with it a few times


class Offline(Enum):
    """The site without a server, beside the published one: a folder, or a ZIP with what pages show."""

    FOLDER = "folder"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: the docs files written and removed, whether the site was published anew; and where the content
    was read, how many warnings it has and how many drafts were left out. `offline` is where the site without a server
    was written; `amiss` is what those who publish the site should know of it.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    painted: int = 0
    published: bool = False
    warnings: int = 0
    drafts: int = 0
    offline: Path | None = None
    amiss: str = ""


def build(
    project: Project,
    *,
    jobs: int | None,
    publish: bool = True,
    verify: bool = False,
    strict: bool = False,
    offline: Offline | None = None,
    publisher: str | None = None,
    scheduler: str = "",
    report: Report = unheard,
    tell: Tell = print,
) -> Outcome:
    """Generate and publish what changed; with `verify` whatever there is, and only if a second build equals it; with
    `strict` only content without warnings; with `offline` the site without a server too. `publisher` is the name of the
    one to use in place of the content's. With a `scheduler` the workers of that Dask cluster paint; `tell` hears
    what went wrong without ending the build. Without `jobs` as many processes paint as are of use.

    ContentError, UsageError, OutputError, BusyError; DifferenceError where `verify` finds one.
    """
    if verify:
        jobs = jobs or cores()  # the second build is by another number
    source_date_epoch()  # one that cannot be read is told before anybody is waited for
    publishing.check_destination(project, publish=publish)
    if offline:
        publishing.check_offline_destination(project, packed=offline is Offline.ZIP)
    with locked(project) as lock:
        done = _build(
            project,
            lock,
            publisher,
            jobs=jobs,
            publish=publish,
            verify=verify,
            strict=strict,
            scheduler=scheduler,
            report=report,
            tell=tell,
        )
        if offline:
            done = replace(done, offline=publishing.publish_offline(project, packed=offline is Offline.ZIP))
        return done


def _build(
    project: Project,
    lock: int,
    asked: str | None,
    *,
    jobs: int | None,
    publish: bool,
    verify: bool,
    strict: bool,
    scheduler: str,
    report: Report,
    tell: Tell,
) -> Outcome:
    if publish:
        publishing.recover(project.site.resolve())  # before anything of this build can go wrong
    state = publishing.State(project, publish=publish, asked=asked)
    if state.current() and not verify and not strict:  # it may have been built with warnings
        return Outcome()
    if publish:
        publishing.check_theme(project)
        publishing.check_parts(project)
        publishing.check_writable(project)  # and not after a minute of painting
    state.read()
    gc.set_threshold(_GARBAGE)
    gc.enable()  # the command has switched it off; layouts, decks and templates of a catalogue leave gigabytes
    # pydantic, Jinja and HarfBuzz: only when there is something to make
    from generator import painting, pipeline

    # What paints and keeps comes first: whoever named a machine that is not there hears it at once.
    with painting.opened(project.painted, jobs, store=project.store, scheduler=scheduler, tell=tell) as means:
        report(Step(Stage.READING))
        by_hand = manifest.handwritten(project.docs, manifest.generated(project.docs))
        composed, found = pipeline.inspect(project.content, layouts=means.cache.layouts, readings=project.readings)
        broken = tuple(manifest.broken(project.docs, by_hand))
        if composed is None or broken or (strict and found):
            raise ContentError([*found, *broken])
        publisher = state.publisher = PUBLISHERS[asked or composed.model.site.publisher]
        publishing.check_installed(publisher)
        made = pipeline.make(composed, tuple(by_hand), means, report=report, publisher=publisher)
    manifest.check_conflicts(made.files, by_hand)
    digests = files.Digests(state.kept("digests"))
    written, removed = manifest.write(
        project.docs, made.files, project.cache, digests, lambda name: files.about(made.files, name).sha256
    )
    means.cache.tidy()
    # Not "did this build write anything": one that was killed may have written docs/ and not published them.
    publishes = publish and (verify or not state.site_current())
    amiss = ""
    if publishes:
        amiss = publishing.publish(
            project,
            publisher,
            updated=made.model.site.updated,
            address=made.model.site.url,
            generated=made.files,
            kept=publishing.Kept(
                digests,
                publishing.CheckMemory(state.kept("checked")),
                state.kept("pages"),
                current=state.site_renewable(),
            ),
            taken_along=made.model.site.name if made.model.site.offline else "",
            lock=lock,
            verify_jobs=jobs if verify else None,
            report=report,
        )
    digests.save()
    state.save()
    done = Outcome(tuple(written), tuple(removed), made.painted, publishes, made.warnings, made.drafts)
    return replace(done, amiss=amiss)
