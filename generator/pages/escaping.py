"""The one place where text of the model becomes part of a Markdown file.

In: text as an editor typed it. Out: `Markup` that shows exactly that text in a Markdown paragraph, heading, list or
link, in raw HTML and in an HTML attribute; front matter; and YAML.

Model text belongs into attributes of plain HTML only, never of an element with a `markdown` attribute: md_in_html
reads those once more, and a typed `&amp;` would turn into `&`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

import yaml
from jinja2 import Undefined
from markupsafe import Markup

from generator.frontend import html_text
from generator.problems import one_line

# Every ASCII sign becomes a numeric reference but for `,;/%.` and the hyphen inside a word. A list of what Markdown
# reads specially in which place would be shorter, and would have to grow with every extension.
_SPECIAL = re.compile(r"""[!"#$&'()*+:<=>?@\[\\\]^_`{|}~]|(?<![^\W_])-|-(?![^\W_])""")
# A field of front matter as `front_matter` writes it, and what YAML would not leave within its line.
_FIELD = re.compile(r"^(title|description): (.*)$", re.MULTILINE)
_ENDS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NUMBERED = re.compile(r"^(\d+)\.")


@lru_cache(maxsize=20_000)  # the same few thousand texts stand on many pages, and in a preview page after page
def inert(text: str) -> Markup:
    """The text so that Markdown and HTML show it as it is. Line ends count as spaces; control signs become U+FFFD."""
    return Markup(_NUMBERED.sub(r"\1&#46;", _escaped(one_line(text))))


def inert_with(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], Markup | None]) -> Markup:
    """The same, where what `replace` returns takes the place of a match; None leaves it as text."""
    line, parts, end = one_line(text), [], 0
    for found in pattern.finditer(line):
        if (markup := replace(found)) is not None:
            parts += [_escaped(line[end : found.start()]), str(markup)]
            end = found.end()
    return Markup(_NUMBERED.sub(r"\1&#46;", "".join([*parts, _escaped(line[end:])])))


def finalize(value: object) -> Markup:
    """What a template's expression puts on the page. TypeError: something that is no text, such as None."""
    if isinstance(value, Undefined):
        str(value)  # raises, and names the expression
    if isinstance(value, Markup):
        return value
    if isinstance(value, str | date) or (isinstance(value, int) and not isinstance(value, bool)):
        return inert(str(value))
    raise TypeError(f"a template shows {value!r}, which is not text")


def label(text: str) -> str:
    """The text for MkDocs' navigation and titles, which Material puts into HTML as they are.

    Quotation marks stay: where such a title stands in an attribute, Material does escape it.
    """
    return html.escape(one_line(text), quote=False)


def front_matter(*, title: str, description: str, image_alt: str = "", **more: object) -> Markup:
    """The front matter of a page. Material puts its texts into HTML attributes as they are."""
    plain = {name: str(value) if isinstance(value, str) else value for name, value in more.items()}
    fields = {"title": label(title), "description": html_text(description), **plain}
    if image_alt:
        fields["image_alt"] = html_text(image_alt)
    lines = "".join(f"{name}: {_json(value)}\n" for name, value in fields.items())
    return Markup(f"---\n{lines}---\n")


def titled(text: str) -> tuple[str, str]:
    """Title and description of a page, as they stand in its front matter."""
    found: dict[str, str] = dict(_FIELD.findall(text.partition("\n---\n")[0]))
    return json.loads(found["title"]), json.loads(found["description"])


def _json(value: object) -> str:
    """The value on one line, as YAML reads it too: that knows three more line ends, and a mark, than JSON does."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _ENDS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def dump(value: Mapping[str, object]) -> str:
    """YAML that reads back as the same value, every text on one line."""
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text


def _escaped(line: str) -> str:
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", line)
