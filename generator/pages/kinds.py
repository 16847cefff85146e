"""The kinds of pages: each template of templates/ that ends in `.md.jinja` is one.

In: the templates' first lines, a comment such as

    {# each: topic -> {comparison.id}/{topic.id}.md
       nav: {section} > {topic.name}
       order: 30 #}

Out: `Kind` values in their order. `each` names what the template is rendered for, with the path of the page below
docs/; `nav` is the page's way through the navigation (nothing after `>`: the section's own page); `order` sorts
the kinds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "templates"
_SUFFIX = ".md.jinja"
_HEADER = re.compile(r"\A\{#(.*?)#\}", re.DOTALL)
_FIELD = re.compile(r"^\s*(\w+):\s*(.*?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kind:
    """One template. `path` and the parts of `nav` are patterns for `str.format`."""

    name: str
    each: str
    path: str
    nav: tuple[str, ...]
    order: int

    @property
    def template(self) -> str:
        return self.name + _SUFFIX


def kinds(folder: Path = FOLDER) -> tuple[Kind, ...]:
    """Every kind in the folder, in order. ValueError: a template does not say what it is for."""
    found = (_kind(file) for file in folder.glob(f"*{_SUFFIX}"))
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.name)))


def _kind(file: Path) -> Kind:
    header = _HEADER.match(file.read_text(encoding="utf-8"))
    fields = dict(_FIELD.findall(header[1])) if header else {}
    if fields.keys() != {"each", "nav", "order"}:
        raise ValueError(f"{file.name}: its first comment has to say each, nav and order")
    each, _, path = (part.strip() for part in fields["each"].partition("->"))
    return Kind(
        name=file.name.removesuffix(_SUFFIX),
        each=each,
        path=path,
        nav=tuple(part.strip() for part in f"{fields['nav']} ".split(" > ")),
        order=int(fields["order"]),
    )
