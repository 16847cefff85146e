"""What search engines read: pictures and roles in the words of schema.org.

In: the model and a picture or a role. Out: plain values for a page's front matter, which overrides/ puts into the
page's head as JSON-LD. Texts stand as they were typed: the template escapes them.
"""

from __future__ import annotations

from typing import Any

from generator.infographics import Picture, PictureFile
from generator.model import Model, Occupation, Role, Site

_CONTEXT = "https://schema.org"


def image(model: Model, picture: Picture, file: PictureFile) -> dict[str, Any]:
    """The picture as an ImageObject; `file` is the one that is meant to be taken."""
    site = model.site
    author = str(site.author or site.name)
    rights = {"license": _licence(site)} if site.licence or site.licence_url else {}
    return {
        "@context": _CONTEXT,
        "@type": "ImageObject",
        "name": str(picture.title),
        "caption": str(picture.alt_of(file)),
        "contentUrl": site.address(file.path),
        "encodingFormat": f"image/{file.format}",
        "width": file.width,
        "height": file.height,
        "url": site.address(picture.page),
        "creator": {"@type": "Organization", "name": author},
        "creditText": author,
        "copyrightNotice": " · ".join(filter(None, (author, site.licence))),
        **rights,
        "acquireLicensePage": site.address(picture.page),
        "dateModified": site.updated.isoformat(),
        "representativeOfPage": True,
    }


def occupation(model: Model, role: Role, path: str) -> dict[str, Any]:
    """The role as an Occupation with its official codes. `path` is its page's address relative to the site."""
    skills = model.catalogue.skills
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Occupation",
        "name": str(role.name),
        "alternateName": str(role.abbreviation),
        "description": " ".join(role.summary.paragraphs) if role.summary else str(role.tagline or ""),
        "url": model.site.address(path),
        "responsibilities": [str(point.title) for point in role.responsibilities],
        "skills": [str(skills[entry.skill].name) for entry in role.skills],
    }
    found = {name: value for name, value in found.items() if value}
    codes = [_code(model, entry) for entry in role.occupations]
    return {**found, "occupationalCategory": codes} if codes else found


def _code(model: Model, entry: Occupation) -> dict[str, Any]:
    source = model.sources[entry.source]
    code_set = {"@type": "CategoryCodeSet", "name": str(entry.system), "description": str(source.title)}
    if source.url:
        code_set["url"] = str(source.url)
    return {"@type": "CategoryCode", "codeValue": str(entry.code), "name": str(entry.name), "inCodeSet": code_set}


def _licence(site: Site) -> Any:
    return str(site.licence_url) if site.licence_url else {"@type": "CreativeWork", "name": str(site.licence)}
