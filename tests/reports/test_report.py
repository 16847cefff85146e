"""The report as one page of HTML: every page once, links that lead, nothing that runs; and who prints it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.html
import pytest
from infographics.conftest import view_of
from projects import stand_in

from generator.problems import UsageError
from generator.report.chromium import VARIABLE, chromium, printed
from generator.report.combined import Chapter, combined
from generator.report.report import report

VIEW = view_of("flagship")
FIRST = f"{VIEW.id}/"
PAGE = """<!doctype html><html><head><link rel="stylesheet" href="../assets/a.css"><title>x</title></head>
<body dir="ltr" data-md-color-scheme="default" onload="alert(1)"><nav>menu</nav><article class="md-typeset">
<h1 id="top">{title} &amp; <em>more</em><a class="headerlink" href="#top">¶</a></h1>
<script>alert(1)</script><form><button>Press</button></form>
<p id="here" aria-describedby="top here">Text<!-- a comment --> <a href="../glossary/#term">term</a>
<a href="#here">here</a> <a href="../roles/somebody-else/?x#y">else</a> <a href="https://example.net/">away</a>
<a href="mailto:x@example.net">mail</a> <a href="../">home</a></p>
<picture><source media="screen" srcset="../b.svg 1x, ../c.svg 2x">
<img loading="lazy" src="../d%20e.svg" alt="A"></picture>
<svg><use href="#here"></use></svg><img src="data:image/svg+xml,x" srcset="data:image/svg+xml,x 1x" alt="B">
</article></body></html>"""


@pytest.fixture
def made() -> lxml.html.HtmlElement:
    chapters = [Chapter(FIRST, PAGE.format(title="One")), Chapter("glossary/", PAGE.format(title="Two <b>"))]
    return lxml.html.document_fromstring(combined(VIEW, Path("/the site"), chapters))


def links(made: lxml.html.HtmlElement, words: str) -> list[str]:
    return [link.get("href") for link in made.iter("a") if link.text_content().strip() == words]


def test_every_page_is_a_chapter_with_its_title_in_the_contents(made: lxml.html.HtmlElement) -> None:
    assert [" ".join(heading.text_content().split()) for heading in made.iter("h1")] == [
        "Contents",
        "One & more",
        "Two & more",
    ]
    listed = made.get_element_by_id("contents").findall(".//a")
    assert [(link.get("href"), link.text_content()) for link in listed] == [
        ("#chapter-1", "One & more"),
        ("#chapter-2", "Two & more"),
    ]
    assert made.get("lang") == VIEW.model.site.language
    assert made.findtext(".//title") == VIEW.comparison.name


def test_ids_are_unique_and_every_place_that_is_named_is_there(made: lxml.html.HtmlElement) -> None:
    ids = Counter(made.xpath("//@id"))
    assert set(ids.values()) == {1}
    for name in made.xpath("//@aria-describedby"):
        assert set(name.split()) <= set(ids)
    assert links(made, "here") == ["#chapter-1-here", "#chapter-2-here"]
    assert made.xpath("//use/@href") == ["#chapter-1-here", "#chapter-2-here"]


def test_links_lead_into_the_report_or_to_the_published_site(made: lxml.html.HtmlElement) -> None:
    site = VIEW.model.site
    assert links(made, "term")[0] == "#chapter-2-term"
    assert links(made, "else")[0] == site.address("roles/somebody-else/") + "?x#y"
    assert links(made, "home")[0] == site.address("")
    assert links(made, "away")[0] == "https://example.net/"
    assert links(made, "mail")[0] == "mailto:x@example.net"


def test_what_is_shown_are_files_of_the_site(made: lxml.html.HtmlElement) -> None:
    assert made.xpath("//link/@href") == ["file:///the%20site/assets/a.css"]
    assert set(made.xpath("//img/@src")) == {"file:///the%20site/d%20e.svg", "data:image/svg+xml,x"}
    assert set(made.xpath("//source/@srcset")) == {"file:///the%20site/b.svg 1x, file:///the%20site/c.svg 2x"}
    assert not made.xpath("//@loading")


def test_nothing_in_it_runs_or_wants_to_be_pressed(made: lxml.html.HtmlElement) -> None:
    assert not made.xpath("//script | //form | //button | //@onload | //a[@class='headerlink'] | //article//comment()")
    (policy,) = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "script-src" not in policy
    assert (made.body.get("dir"), made.body.get("data-md-color-scheme")) == ("ltr", "default")


def test_a_name_cannot_end_the_style_sheet() -> None:
    view = view_of("flagship")
    named = view.comparison.model_copy(update={"name": '"}</style><script>\\'})
    text = combined(replace(view, comparison=named), Path("/"), [Chapter(FIRST, PAGE.format(title="One"))])
    assert "<script" not in text
    assert text.count("</style>") == 1


def test_a_site_that_lacks_a_page_is_to_be_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, program(tmp_path, "exit 1"))
    with pytest.raises(UsageError, match=rf"{re.escape(FIRST)}index\.html is not there.*visavis build"):
        report(VIEW, tmp_path)


# --- the program that prints ---


def program(folder: Path, text: str) -> str:
    """A Chromium that does that."""
    file = folder / "chromium"
    stand_in(file, text)
    return str(file)


def test_it_is_the_one_that_the_variable_names_or_one_on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match=f"neither is on PATH; .* {VARIABLE}"):
        chromium()
    assert program(tmp_path, "exit 0") == chromium()
    monkeypatch.setenv(VARIABLE, "/nowhere/chrome")
    with pytest.raises(UsageError, match="/nowhere/chrome, which is no program"):
        chromium()


@pytest.mark.parametrize(("does", "said"), [("echo no luck >&2; exit 1", ": no luck;"), ("exit 0", "printed nothing;")])
def test_one_that_fails_is_told_with_its_words(does: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        printed("", program(tmp_path, does), date(2026, 1, 2))


def test_one_that_does_not_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not start: "):
        printed("", str(tmp_path), date(2026, 1, 2))


def test_when_it_was_printed_is_nobody_s_matter(tmp_path: Path) -> None:
    prints = """for word; do case $word in --print-to-pdf=*) file=${word#*=};; esac; done
printf '%%PDF-1.4 (D:20261127134641+00'"'"'00'"'"') (D:x)' > "$file" """
    assert printed("", program(tmp_path, prints), date(2026, 1, 2)) == b"%PDF-1.4 (D:20260102000000+00'00') (D:x)"


def test_numbers_of_parts_begin_at_one_and_keep_their_order(tmp_path: Path) -> None:
    prints = """for word; do case $word in --print-to-pdf=*) file=${word#*=};; esac; done
printf '%%PDF-1.4 (node00000311) [(node00000204) (node00000311)] node00000204' > "$file" """
    data = printed("", program(tmp_path, prints), date(2026, 1, 2))
    assert data == b"%PDF-1.4 (node00000002) [(node00000001) (node00000002)] node00000204"
