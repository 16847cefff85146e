"""From content to the preview's pages, as fast as may be.

In: the project and an empty folder to work in. Out: a `Result`: the folder of the site, or what is wrong. Only what
pages show is laid out and painted, and MkDocs makes only pages that changed where it may.
"""

from __future__ import annotations

import re
import shutil
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from generator import files, infographics, manifest, pipeline, publishing
from generator.infographics import Picture
from generator.layout import Frame
from generator.model import Model, views
from generator.painting import Killed
from generator.preview import garbage
from generator.preview.picture_worker import Painted, PictureWorker, with_page_sizes
from generator.preview.site_builder import SiteBuilder
from generator.problems import ContentError, Place, Problem, VisavisError
from generator.project import Project
from generator.publishers import MKDOCS, Publisher


@dataclass(frozen=True, slots=True)
class Result:
    """The site as it is now, `fresh` if anything changed in it, or the problems that kept it from being made.

    `trace` says where in the program a fault arose.
    """

    site: Path
    fresh: bool = False
    problems: tuple[Problem, ...] = ()
    trace: str = ""


class PageWorker:
    """Makes the site in one folder, each time on the last good one; leaving the context ends its picture worker."""

    def __init__(self, project: Project, folder: Path, publisher: Publisher = MKDOCS) -> None:
        self.project, self.docs, self._publisher = project, folder / "docs", publisher
        self._site_builder = SiteBuilder(project, self.docs, publisher)
        self._picture_worker = PictureWorker(project)
        self._painted = Painted({}, {}, {})  # with all files, not only the newest
        self._model: Model | None = None
        self._site = folder / "site-0"
        self._in_docs: frozenset[str] = frozenset()  # what stands in docs
        self.config_inputs: frozenset[Path] = frozenset()  # files and folders that the configuration names
        self._config_digest = ""  # how every page of the site looks; empty after a failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._picture_worker.__exit__()

    def run(self) -> Result:
        """The site of what the project holds now. Never raises for what is in them."""
        try:
            with garbage.collection_paused():
                return self._make_site()
        except ContentError as error:
            return self._failed(error.problems)
        except VisavisError as error:
            return self._failed((Problem("failed", Place(self.project.content.as_posix()), str(error)),))
        except OSError as error:
            place = Place(str(error.filename or self.project.docs))
            return self._failed((Problem("failed", place, error.strerror or str(error)),))
        except Killed:
            message = "the process that paints the pictures was killed; is the machine out of memory?"
            place = Place(self.project.content.as_posix())
            return self._failed((Problem("failed", place, message, "save any file to try again"),))
        except Exception as error:  # a fault of ours or of MkDocs must not end the preview
            message = f"this is a fault in Visavis: {type(error).__name__}: {error}"
            fix = "run visavis serve --debug and report what it shows"
            problem = Problem("fault", Place(self.project.config.as_posix()), message, fix)
            return replace(self._failed((problem,)), trace=traceback.format_exc())

    def paint(self, name: str) -> bytes | None:
        """A picture's file that no page shows, painted when somebody asks for it; None: there is none of that name."""
        return self._picture_worker.paint(self._model, name) if self._model and name in self._files() else None

    def _failed(self, problems: tuple[Problem, ...]) -> Result:
        self._config_digest = ""
        return Result(self._site, problems=problems)

    def _make_site(self) -> Result:
        generated = manifest.generated(self.project.docs)
        by_hand = manifest.handwritten(self.project.docs, generated)
        if broken := tuple(manifest.broken(self.project.docs, by_hand)):
            raise ContentError(broken)
        made = self._make(tuple(by_hand))
        manifest.check_conflicts(made, tuple(by_hand))
        before, digest = self._in_docs, self._read_config_digest(generated)
        changed = self._write(made | {name: path.read_bytes() for name, path in by_hand.items()})
        same = digest == self._config_digest and before == self._in_docs
        if same and not changed:
            return Result(self._site)
        # MkDocs makes only changed pages where nothing but their texts can look different.
        changed_only = same and "nav.yml" not in changed
        site = self._site if changed_only else self._site.with_name(f"site-{self._number() + 1}")
        found = self._site_builder.make(site, changed_only=changed_only)
        problems = tuple(problem for problem in found if not _missing_in_preview(problem, {*generated, *self._files()}))
        if problems:
            return self._failed(problems)
        if site != self._site:
            shutil.rmtree(self._site, ignore_errors=True)
        self._site, self._config_digest = site, digest
        return Result(site, fresh=True)

    def _make(self, by_hand: tuple[str, ...]) -> dict[str, bytes]:
        """Every generated file. While pictures are painted, pages are made as if none changed, and anew if one did."""
        model = with_page_sizes(self._read())
        known = self._painted
        future = self._picture_worker.start(model, known.keys)
        made = self._assemble(by_hand, model) if _names(model) == known.frames.keys() else {}
        painted = future.result()
        if (painted.frames, painted.keys) != (known.frames, known.keys):
            files = {name: painted.files.get(name) or known.files[name] for name in painted.keys}
            self._painted = Painted(painted.frames, painted.keys, files)
            made = self._assemble(by_hand, model)
        self._model = model
        return made

    def _read(self) -> Model:
        model = pipeline.read(self.project.content, linted=False, drafts=True, readings=self.project.readings)[0]
        # The site to take along is made of a whole one, which a build alone makes: no page leads to it here.
        return model.model_copy(update={"site": model.site.model_copy(update={"offline": False})})

    def _assemble(self, by_hand: tuple[str, ...], model: Model) -> dict[str, bytes]:
        brand, kept = pipeline.brand_files(self.project.content), pipeline.kept_pictures(self.project.content)
        return dict(
            pipeline.assemble(model, brand, kept, self._pictures(model), self._painted.files, by_hand, self._publisher)
        )

    def _pictures(self, model: Model) -> tuple[Picture, ...]:
        frames = self._painted.frames.items()
        sizes = {
            name: {size: Frame(width, height, most=most) for size, (width, height, most) in extents.items()}
            for name, extents in frames
        }
        return infographics.describe(infographics.drawings(views(model)), sizes)

    def _files(self) -> set[str]:
        """The files of all pictures, of which only those that pages show have been painted."""
        return {file.path for one in self._pictures(self._model) for file in one.files} if self._model else set()

    def _write(self, wanted: dict[str, bytes]) -> list[str]:
        """docs as it is wanted; the names of files that changed."""
        changed = files.write_changed(self.docs, wanted)
        files.remove(self.docs, self._in_docs - set(wanted))
        self._in_docs = frozenset(wanted)
        return changed

    def _read_config_digest(self, generated: tuple[str, ...]) -> str:
        """What decides how every page looks: MkDocs' configuration and the files that it names."""
        named = publishing.find(self.project, generated)
        watched = (self.project.docs.resolve(), self.project.content.resolve())
        places = (path for path in named.places(self.project) if not {path, *path.parents} & set(watched))
        self.config_inputs = frozenset(places)
        found = {"": self.project.settings} | named.files(self.project, generated)
        self._site_builder.scripts = frozenset(path for path in found.values() if path.suffix == ".py")
        parts = [(name, path.read_bytes()) for name, path in sorted(found.items())]
        return files.digest([("environment", named.values()), *parts])

    def _number(self) -> int:
        return int(self._site.name.removeprefix("site-"))


def _names(model: Model) -> set[str]:
    return {drawing.id for drawing in infographics.drawings(views(model))}


def _missing_in_preview(problem: Problem, known: set[str]) -> bool:
    """Whether a link leads to a file that a build makes and a preview does not."""
    target = re.search(r"the target '(.+?)'", problem.message)
    return target is not None and target[1] in known
