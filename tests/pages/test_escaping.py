"""Text of the model shows in Markdown, HTML and front matter exactly as it was typed."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.frontend import html_text
from generator.pages.escaping import finalize, front_matter, inert, label

ROOT = Path(__file__).parents[2]
HOSTILE = [
    "# heading",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "> quote",
    "--- rule",
    "===",
    "| a | b |",
    "!!! note",
    "??? note",
    ":   definition",
    "[^1]: footnote",
    "*[HTML]: abbreviation",
    "[a]: https://b.example",
    "``` fence",
    "~~~ fence",
    "{: .class }",
    "text {: .class }",
    "text {#id}",
    "*a* _b_ **c** __d__ ***e*** a_b_c snake_case",
    "`code` ``more``",
    "[link](target) ![image](source) [a][b]",
    "<b>bold</b> <script>alert(1)</script> <!-- comment --> <?php ?> <![CDATA[x]]>",
    "</div></p></td></table>",
    "&amp; &lt; &#42; &copy; & ; &",
    "<https://example.org> <a@b.example> https://example.org",
    ":smile: :material-hammer: :)",
    "\\* \\\\ \\[ \\",
    "$x$ ^up^ ~down~ ~~out~~ ==mark== ++in++",
    "(c) (tm) -- --- ... \"quotes\" 'quotes'",
    "{{ variable }} {% tag %} {# comment #}",
    "no\tbreak  here",
    "ends with two spaces  ",
    "klzzwxh:0 wzxhzdk:0",
    'a="b" onclick="c"',
    "\N{EM DASH} \N{RIGHT SINGLE QUOTATION MARK} ü 漢 \N{GRINNING FACE} \N{NO-BREAK SPACE}x",
]


def _converter() -> markdown.Markdown:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.safe_load("markdown_extensions:" + text.split("markdown_extensions:")[1].split("\nvalidation:")[0])
    names: list[str] = []
    configs: dict[str, Any] = {}
    for entry in listed["markdown_extensions"]:
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        configs[name] = config
    return markdown.Markdown(extensions=names, extension_configs=configs)


CONVERTER = _converter()


def _shown(source: str) -> str:
    """What a reader sees of a Markdown source."""
    page = CONVERTER.reset().convert(source)
    page = re.sub(r'<a class="headerlink".*?</a>', "", page)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split(" ")).strip()


def _typed(text: str) -> str:
    return re.sub(r"[\t\n]+", " ", text).strip(" ")


@pytest.mark.parametrize(
    "frame",
    [
        "{}",
        "## {}",
        "-   {}",
        "-   **{}**\n\n    {}",
        "[{}](https://example.org)",
        "term\n:   {}",
        "{}\n{{: .class }}",
        '<div class="a" markdown>\n\n{}\n\n</div>',
        "<div markdown>\n<div markdown>\n\n### {} {{: #id }}\n\n</div>\n</div>",
        "<table><tr><td>{}</td></tr></table>",
        "<p>{}</p>",
        "<pre><code>{}</code></pre>",
    ],
)
def test_text_shows_as_typed(frame: str) -> None:
    assert [text for text in HOSTILE if not shows_as_typed(text, frame)] == []


def shows_as_typed(text: str, frame: str) -> bool:
    shown = _shown(frame.replace("{}", str(inert(text))).replace("{{", "{").replace("}}", "}"))
    once, twice = (re.sub(r"\s+", " ", expected) for expected in (_typed(text), f"{_typed(text)} {_typed(text)}"))
    return re.sub(r"\s+", " ", shown.removeprefix("term").strip()) in (once, twice)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_makes_no_element(text: str) -> None:
    page = CONVERTER.reset().convert(str(inert(text)))
    assert re.fullmatch(r"<p>[^<>]*</p>", page), page


@pytest.mark.parametrize("text", HOSTILE)
def test_text_in_an_attribute_of_raw_html(text: str) -> None:
    page = CONVERTER.reset().convert(f'<figure>\n<img src="a.png" alt="{inert(text)}">\n</figure>')
    found = re.fullmatch(r'<figure>\n<img src="a.png" alt="([^"<>]*)">\n</figure>', page)
    assert found
    assert html.unescape(found[1]) == _typed(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_text_shows_as_typed(text: str) -> None:
    folded = " ".join(text.split())
    if folded:
        assert " ".join(_shown(str(inert(folded))).split()) == folded


def test_readable_text_stays_readable() -> None:
    words = "A long-term plan, agreed once; 50% of it in text/plain."
    assert inert(words) == words


def test_control_signs_are_replaced() -> None:
    assert inert("a\x02b\x03c\x7f") == "a\ufffdb\ufffdc\ufffd"


def test_expressions_are_escaped_by_default() -> None:
    environment = Environment(autoescape=True, finalize=finalize, undefined=StrictUndefined)
    render = environment.from_string("{{ text }}|{{ number }}|{{ day }}|{{ mark }}").render
    assert render(text="*a*", number=3, day=date(2026, 1, 2), mark=Markup("<b>")) == "&#42;a&#42;|3|2026-01-02|<b>"


@pytest.mark.parametrize("value", [None, True, 1.5, ["a"]])
def test_what_is_no_text_is_an_error(value: object) -> None:
    environment = Environment(autoescape=True, finalize=finalize, undefined=StrictUndefined)
    with pytest.raises(TypeError):
        environment.from_string("{{ value }}").render(value=value)


def test_what_is_missing_is_an_error() -> None:
    environment = Environment(autoescape=True, finalize=finalize, undefined=StrictUndefined)
    with pytest.raises(UndefinedError, match="value"):
        environment.from_string("{{ value }}").render()


@pytest.mark.parametrize("text", [*HOSTILE, "no", "12:30", "1.10", "---", "'", '"', "@a", "%b", "null", "~"])
def test_front_matter_reads_back(text: str) -> None:
    source = str(front_matter(title=text, description=text, hide=["toc"]))
    found = re.match(r"^-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", source, re.DOTALL)
    assert found
    assert found.end() == len(source)
    fields = yaml.safe_load(found[1])
    assert html.unescape(fields["title"]) == _typed(text) == html.unescape(fields["description"])
    assert not set('<>"') & set(fields["description"])
    assert fields["hide"] == ["toc"]


def test_labels_keep_quotation_marks() -> None:
    assert label('"a" & <b>') == '"a" &amp; &lt;b&gt;'
    assert html_text('"a" & <b>') == "&quot;a&quot; &amp; &lt;b&gt;"
