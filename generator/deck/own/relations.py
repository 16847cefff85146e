"""What holds the parts of a package together.

In: parts, and what leads to what. Out: relationships and the list of kinds.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.deck.xml import R

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


def package_relations() -> str:
    """From the package to the presentation and its properties."""
    document = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="ppt/presentation.xml"/>'
    kind = f"{PACKAGE}/relationships/metadata/core-properties"
    properties = f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{document}{properties}</Relationships>'


def relations(*found: tuple[str, str]) -> str:
    """From a part to others, as (kind, where), numbered from rId1."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def content_types(parts: Iterable[str]) -> str:
    """The kind of every part by its name."""
    kinds = {
        "ppt/presentation.xml": f"{_TYPE}.presentation.main+xml",
        "ppt/presProps.xml": f"{_TYPE}.presProps+xml",
        "ppt/viewProps.xml": f"{_TYPE}.viewProps+xml",
        "ppt/tableStyles.xml": f"{_TYPE}.tableStyles+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    folders = {
        "slideMasters": f"{_TYPE}.slideMaster+xml",
        "slideLayouts": f"{_TYPE}.slideLayout+xml",
        "notesMasters": f"{_TYPE}.notesMaster+xml",
        "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    for name in parts:
        if not name.endswith(".rels") and name not in kinds:
            kinds[name] = folders[name.split("/")[1]]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return (
        f'<Types xmlns="{PACKAGE}/content-types">{relations}<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )
