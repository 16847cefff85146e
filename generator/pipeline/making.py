"""Every file of docs/ from content that is laid out: painted, then put together.

In: the composed content, and the names of the files written by hand. Out: path → bytes. The cache of painted pictures
is the only thing written on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import deck as decks
from generator import exports, infographics, pages
from generator.files import Renamed, Together
from generator.frontend import policy
from generator.infographics import Picture
from generator.model import Model
from generator.painting import Cache, Job, Means, Target, paint_all
from generator.pipeline.reading import Composed
from generator.progress import Report, Stage, Step
from generator.publishers import MKDOCS, Publisher


@dataclass(frozen=True, slots=True)
class Made:
    """The model, every generated file of docs/ by its path; how many pictures were painted, warnings found, and drafts
    left out.
    """

    model: Model
    files: Mapping[str, bytes]
    painted: int
    warnings: int
    drafts: int = 0


def make(
    composed: Composed,
    by_hand: tuple[str, ...],
    means: Means,
    *,
    report: Report,
    publisher: Publisher = MKDOCS,
) -> Made:
    """Everything that is generated, for that publisher. `means` paint and keep pictures. OutputError: there is no room
    for them, or they cannot be painted.
    """
    count = 0

    def on_painted(done: int, total: int) -> None:
        nonlocal count
        count = done
        report(Step(Stage.PAINTING, done, total))

    report(Step(Stage.PAINTING))
    kept = means.cache
    painted = paint_all(jobs(composed), kept, means.painter, on_painted)
    report(Step(Stage.ASSEMBLING))
    slides = decks.published(composed.laid_out, kept, kept.texts)
    made = assemble(
        composed.model,
        composed.brand,
        composed.changed,
        composed.laid_out.pictures,
        painted,
        by_hand,
        publisher,
        slides,
        kept.texts,
    )
    return Made(composed.model, made, count, len(composed.warnings), composed.drafts)


def jobs(composed: Composed) -> list[Job]:
    """Every job whose files a build publishes."""
    laid_out = composed.laid_out
    return [*infographics.jobs(laid_out), *infographics.sheet_jobs(laid_out), *_icon_jobs(composed.model)]


def _icon_jobs(model: Model) -> tuple[Job, ...]:
    neutral = model.palette.neutral.light
    return infographics.icon_jobs(
        exports.logo_of(model), str(model.site.name), ground=str(neutral.ground), ink=str(neutral.ink)
    )


def assemble(
    model: Model,
    brand: Mapping[str, bytes],
    kept: Mapping[str, bytes],
    pictures: tuple[Picture, ...],
    painted: Mapping[tuple[str, Target], bytes],
    by_hand: tuple[str, ...],
    publisher: Publisher,
    slides: Mapping[str, bytes] | None = None,
    rendered: Cache | None = None,
) -> Mapping[str, bytes]:
    """Every generated file of docs/; pictures and decks are read where they are kept, each when it is asked for. Pages
    speak of all pictures' files; data and downloads are of those painted.

    `slides` are the decks by path; a preview has none. `rendered` keeps the texts of pages.
    """
    sides = {f"{infographics.SITE_ICON}-{side}": side for side in infographics.ICON_SIDES}
    own = {(name, target) for name, target in painted if name == infographics.CONTACT_SHEET or name in sides}
    sheets = {target.theme: painted[name, target] for name, target in own if name == infographics.CONTACT_SHEET}
    icons = {sides[name]: painted[name, target] for name, target in own if name in sides}
    by_path = Renamed({infographics.path(*each): each for each in painted if each not in own}, painted)
    there = tuple(replace(one, files=tuple(file for file in one.files if file.path in by_path)) for one in pictures)
    theme = publisher.theme()
    allowed, own_search = policy(theme.styles), bool(theme.worker)
    artifacts = exports.Artifacts(model, there, brand, by_path, sheets, icons, slides or {}, kept, allowed, own_search)
    exported = exports.export_all(artifacts)
    drawn = {exports.ICON, *exports.ICONS} & set(by_hand)  # a wide logo may want another drawing for the tab
    published = Renamed({name: name for name in exported if name not in drawn}, exported)
    # Pages come last, since they say how large a file is.
    written = tuple(name for name in by_hand if name.endswith(".md"))
    texts = pages.render(model, pictures, written, published, theme, rendered)
    return Together({name: text.encode() for name, text in texts.items()}, published)
