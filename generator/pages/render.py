"""Every page from its template, and what is made beside them.

In: the model, its pictures, the other files of the site. Out: path below docs/ → text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.brand import outline
from generator.exports import FEED, MANIFEST, TOUCH_ICON, embed_code, inline_logo
from generator.files import content_digest
from generator.infographics import Picture
from generator.layout import SIZES
from generator.model import Model
from generator.pages import outside_navigation, picture_files, redirects, slides, structured_data
from generator.pages.addresses import address, relative
from generator.pages.changed_pictures import changed_views
from generator.pages.context import Views, level_number
from generator.pages.escaping import finalize, front_matter
from generator.pages.kept_texts import KeptTexts, Store
from generator.pages.kinds import FOLDER, kinds
from generator.pages.llms import llms
from generator.pages.menu import choices, image_endings, images
from generator.pages.nav import navigation, own_scripts
from generator.pages.page import Page, every_page
from generator.pages.search import search_entries
from generator.pages.terms import Gloss, Vocabulary, vocabulary
from generator.problems import counted
from generator.publishers import Theme
from generator.template_cache import TemplateCache

_COMPILED = TemplateCache(FOLDER, salt=content_digest(Path(__file__)))  # which has the settings of the environment
# Below the only line of a list's only entry, so that Markdown makes a paragraph of that line as of others.
_LOOSE = Markup("<!-- -->")


def render(
    model: Model,
    pictures: tuple[Picture, ...],
    by_hand: tuple[str, ...] = (),
    files: Mapping[str, bytes] | None = None,
    theme: Theme | None = None,
    kept: Store | None = None,
) -> dict[str, str]:
    """Every generated page, nav.yml, search.json, llms.txt, and what leads on from old addresses.

    `by_hand` are the paths of hand-written pages, for the navigation; `files` are the other files of the site. The
    `theme` is MkDocs' unless another one is given. `kept` has pages that were rendered before.
    """
    view = Views(model, pictures)
    pages = tuple(every_page(view))
    archives = slides.archives(model.site.pictures.themes, files or {})
    words = vocabulary(
        model.glossary, (name for role in model.roles.values() for name in (role.name, role.plural) if name)
    )
    decks = slides.Decks(model.site.pictures.themes, files or {})
    extras: dict[str, object] = {
        "archives": archives,
        **{f"{name}_script": own_scripts(files or {}).get(name, "") for name in ("chosen", "memo")},
        "changed_views": changed_views(model, pictures, files or {}),
    }
    environment = _environment(view, {**extras, "decks": decks})
    paths = {kind.name: kind.path for kind in kinds()}
    beside = outside_navigation.places(view, pages)
    known = KeptTexts(kept, view, decks, extras) if kept else None
    texts: dict[str, str] = {}
    for page in pages:
        place = beside.get(page.path, {})
        make = partial(_text, environment, page, paths, words, place)
        texts[page.path] = known.text(page, place, make) if known else make()
    assets = (path for path in files or {} if path.startswith("assets/"))
    listed = ((page.way[0] if page.way else "", page.address, texts[page.path]) for page in pages)
    return texts | {
        "nav.yml": navigation(
            model.site,
            ((page.way, page.path) for page in pages if page.listed),
            by_hand,
            assets,
            inline_logo(model),
            _head(model, {*(files or {}), *by_hand}),
            theme,
        ),
        "search.json": search_entries(view, pages),
        "llms.txt": llms(model, listed, archives),
        **redirects.texts(redirects.moved(pages), pictures, model),
    }


def _head(model: Model, files: Collection[str]) -> dict[str, object]:
    """What the head of every page names: files, those that are there, and the ground of each theme."""
    named = {"feed": FEED, "manifest": MANIFEST, "touch_icon": TOUCH_ICON}
    grounds = ((theme, getattr(model.palette.neutral, theme).ground) for theme in model.site.pictures.themes)
    colours = [{"theme": theme, "colour": str(ground)} for theme, ground in grounds]
    return {**{name: path for name, path in named.items() if path in files}, "theme_colours": colours}


def _environment(view: Views, extras: Mapping[str, object]) -> Environment:
    """`extras` are what templates ask for of the other files."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        bytecode_cache=_COMPILED,
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "model": view.model,
        "site": view.model.site,
        "catalogue": view.model.catalogue,
        "view": view,
        "words": view.model.site.words,
        "front_matter": front_matter,
        "icon": icon,
        "counted": counted,
        "loose": _LOOSE,
        "data_file": "data/{}.csv".format,
        "source_anchor": "source-{}".format,
        "site_address": view.model.site.address,
        "responsive": picture_files.responsive,
        "themes": picture_files.themes(view.pictures),
        "several_sizes": picture_files.several_sizes(view.pictures),
        "formats": picture_files.formats(view.pictures),
        "grouped_files": picture_files.grouped,
        "alts_of_sizes": picture_files.alts_of_sizes,
        "deck_file": picture_files.deck_file,
        "poster_file": picture_files.poster_file,
        "size_name": lambda size: SIZES[size].label,
        "shared_link": picture_files.shared_link,
        "level_number": level_number,
        "choices": choices,
        "image_endings": image_endings,
        "images": images,
        "embed_page": embed_code.page,
        "embed_looks": embed_code.offered,
        "embed_code": lambda picture: embed_code.code(picture, view.model.site),
        "embed_image": lambda picture: embed_code.image(picture, view.model.site),
        "oembed": embed_code.oembed,
        "slides": slides.slides,
        "with_slides": slides.with_slides,
        "reveal": slides.reveal,
        "marp": slides.marp,
        "image_object": partial(structured_data.image, view.model),
        "occupation": partial(structured_data.occupation, view.model),
    }
    environment.globals |= extras
    return environment


def _text(
    environment: Environment, page: Page, paths: Mapping[str, str], words: Vocabulary, place: Mapping[str, object]
) -> str:
    """The page's Markdown. `place` are fields of its front matter, for a page that the navigation does not have."""

    def to(kind: str, anchor: str = "", **subject: Any) -> Markup:
        """A Markdown link's target: the page of that kind about that subject. MkDocs checks it."""
        path = posixpath.relpath(paths[kind].format(**subject), posixpath.dirname(page.path) or ".")
        return Markup(quote(path) + (f"#{quote(anchor)}" if anchor else ""))

    def url(path: str) -> Markup:
        """A file or page of the site, given by its path in it, as an address relative to this page, for raw HTML."""
        return Markup(quote(relative(path, page.address), safe="/@"))

    def at(kind: str, anchor: str = "", **subject: Any) -> Markup:
        """The address of the page of that kind about that subject, for raw HTML."""
        return url(address(paths[kind].format(**subject))) + (Markup(f"#{quote(anchor)}") if anchor else "")

    template = environment.get_template(page.kind.template)

    def front(**fields: Any) -> Markup:
        return front_matter(**{**place, **fields})

    text = template.render(
        page.subject, page=page, to=to, url=url, at=at, gloss=Gloss(words, at("glossary")), front_matter=front
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def icon(name: str) -> Markup:
    """An icon of Material for MkDocs as an inline SVG that says nothing to a screen reader."""
    path, width, height = outline(name)
    box = f"0 0 {width:g} {height:g}"
    return Markup(f'<svg class="icon" viewBox="{box}" aria-hidden="true" focusable="false"><path d="{path}"/></svg>')
