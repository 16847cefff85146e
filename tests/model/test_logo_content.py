"""The logo and fonts as part of the content: they need not be there, and what is there must be shown."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from drawings import SHADE, svg
from projects import BRAND

from generator.brand.logo.reader import Logo, Shape
from generator.model.loading import load
from generator.problems.errors import Problem, Severity

Problems = Callable[[Path], tuple[Problem, ...]]
FILE = "content/brand/logo.svg"


def test_content_needs_no_logo(folder: Path, problems: Problems) -> None:
    assert not (folder / "brand" / "logo.svg").exists()
    assert problems(folder) == ()
    assert load(folder).logo is None


def test_a_logo_is_part_of_the_content(folder: Path, problems: Problems) -> None:
    file = folder / "brand" / "logo.svg"
    file.write_text(svg('<path d="M0 0"/>'), encoding="utf-8")
    assert problems(folder) == ()
    assert load(folder).logo == Logo("0 0 10 10", (Shape("path", (("d", "M0 0"),)),))
    file.write_text(svg("\n<script/>"), encoding="utf-8")
    file.with_name("palette.yml").write_text("neutral:\n", encoding="utf-8")
    told = problems(folder)
    assert (FILE, 3, 1) in [(problem.file, problem.line, problem.column) for problem in told]
    assert len({problem.file for problem in told}) > 1  # beside everything else


@pytest.mark.parametrize("name", ["brand/logo.png", "brand/Logo.svg", "logo.svg", "brand/icons/logo.jpeg"])
def test_a_logo_that_nobody_would_read_is_told(folder: Path, problems: Problems, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    (problem,) = problems(folder)
    assert (problem.code, problem.file) == ("unknown-file", f"content/{name}")
    assert "brand/logo.svg" in problem.fix


@pytest.mark.parametrize("name", ["brand/fonts/Corporate.ttf", "brand/Inter-Regular.ttf", "brand/fonts/Own.woff2"])
def test_a_font_that_nothing_would_be_set_in_is_told(folder: Path, problems: Problems, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True, parents=True)
    shutil.copyfile(BRAND / "fonts" / "Inter-Regular.ttf", folder / name)
    found = [problem for problem in problems(folder) if problem.code == "unknown-file"]
    assert [problem.file for problem in found] == [f"content/{name}"]
    assert "brand/fonts/Inter-Regular.ttf" in found[0].fix


FAINT = {
    "black": ('<path fill="black"/>', ["dark"]),
    "white": ('<g fill="#fff"><path/></g>', ["light"]),
    "grey": ('<path fill="#767676" stroke="none"/>', []),
    "pale": ('<path fill="none" stroke="#FFFF00"/>', ["light"]),
    "black-and-white": ('<path fill="#000"/><path fill="#FFF"/>', []),
    "text": ("<path/>", []),
    "gradient": (f'{SHADE}<path fill="url(#shade)"/>', []),
    "not-drawn": ('<clipPath id="a"><path/></clipPath><path fill="#000"/>', ["dark"]),
    "nothing": ("", ["light", "dark"]),
}


@pytest.mark.parametrize("name", FAINT)
def test_a_logo_that_a_theme_hides_is_told(folder: Path, problems: Problems, name: str) -> None:
    inner, themes = FAINT[name]
    (folder / "brand" / "logo.svg").write_text(svg(inner), encoding="utf-8")
    told = problems(folder)
    assert [(problem.code, problem.severity) for problem in told] == [("logo-faint", Severity.WARNING)] * len(themes)
    assert all(f"the {theme} theme" in "".join(map(str, told)) for theme in themes)


def test_a_colour_of_the_palette_changes_with_the_theme(folder: Path, problems: Problems) -> None:
    hue = load(folder).palette.hues["plum"]
    (folder / "brand" / "logo.svg").write_text(svg(f'<path fill="{hue.light.solid}"/>'), encoding="utf-8")
    assert problems(folder) == ()
    (folder / "brand" / "logo.svg").write_text(svg(f'<path fill="{hue.dark.solid}"/>'), encoding="utf-8")
    assert [problem.code for problem in problems(folder)] == ["logo-faint"]
