"""What concerns several files at once. Single mistakes are in golden/; here is what takes more than one to see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.model.reading.reader import read_yaml
from generator.model.schema import Fit, Publishing, Scale
from generator.model.validation import validate
from generator.problems.errors import Place, Problem, Severity

Edit = Callable[[Path, str, str], int]
Problems = Callable[[Path], tuple[Problem, ...]]


def test_a_skill_shared_in_one_comparison_may_be_a_roles_own_in_another(
    folder: Path, edit: Edit, problems: Problems
) -> None:
    # "records" is common ground of two comparisons; the clinic nurse takes part in neither.
    edit(folder / "roles/clinic-nurse.yml", "skill: screening", "skill: records")
    assert [problem.code for problem in problems(folder)] == ["unused-entry"]  # the other skill


def test_look_alikes_that_never_stand_side_by_side_are_fine(folder: Path, edit: Edit, problems: Problems) -> None:
    (folder / "comparisons/all-four.yml").unlink()
    edit(folder / "roles/clinic-nurse.yml", "hue: plum", "hue: sea")
    assert [problem for problem in problems(folder) if problem.code == "look-alike"] == []


def test_a_role_that_takes_part_in_no_comparison_is_fine(folder: Path, problems: Problems) -> None:
    (folder / "comparisons/all-four.yml").unlink()
    assert [problem for problem in problems(folder) if "clinic-nurse" in problem.file] == []


def test_a_statement_that_is_asked_for_by_one_comparison_only_is_fine(
    folder: Path, edit: Edit, problems: Problems
) -> None:
    edit(
        folder / "comparisons/hospital-and-home.yml",
        "  - {id: rhythm, name: Rhythm, icon: material/clock-outline, question: When?}\n",
        "",
    )
    edit(folder / "comparisons/hospital-and-home.yml", "A table of five rows", "A table of four rows")
    assert problems(folder) == ()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "back"), [("ink", "ground"), ("ink", "card"), ("muted", "ground"), ("muted", "card")])
def test_text_is_legible_on_every_ground(theme: str, text: str, back: str, folder: Path, problems: Problems) -> None:
    palette = folder / "brand/palette.yml"
    lines = palette.read_text().splitlines()
    number = next(index for index, line in enumerate(lines) if line.startswith(f"  {theme}: {{ground"))
    fields = dict(part.split(": ") for part in lines[number].partition("{")[2].rstrip("}").split(", "))
    fields[text] = fields[back]
    lines[number] = f"  {theme}: {{{', '.join(f'{name}: {value}' for name, value in fields.items())}}}"
    palette.write_text("\n".join(lines))
    colour = fields[back].strip('"')
    found = [problem.message for problem in problems(folder) if problem.code == "low-contrast"]
    assert f"{colour} on {colour} (neutral, {theme}) has a contrast of 1.00:1" in found


def test_problems_come_in_the_order_of_files_and_lines(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "site.yml", "home: ward-vs-home", "home: nowhere")
    edit(folder / "roles/ward-nurse.yml", "skill: observation", "skill: nothing")
    edit(folder / "roles/ward-nurse.yml", "hue: sea", "hue: pink")
    found = problems(folder)
    assert [problem.file for problem in found] == ["content/roles/ward-nurse.yml"] * 2 + ["content/site.yml"]
    assert found[0].line < found[1].line
    assert all(problem.severity is Severity.ERROR for problem in found)


def test_a_part_stands_where_its_first_text_stands() -> None:
    scale, _ = validate(read_yaml(b"id: a\nlow: B\nname: A\nhigh: C\npositions: {}\n", "f.yml"), Scale)
    assert scale.place == Place("f.yml", 3, 7)
    fit, _ = validate(read_yaml(b"title: A\ntext: B\nsigns: [C]\n", "f.yml"), Fit)
    assert fit.place == Place("f.yml", 1, 8)
    assert Publishing(sizes=("page",), themes=("light",)).place == Place("content")


@pytest.mark.parametrize(
    "broken",
    ['"teal"', '"#0B6"', "#0B6B6B", "wavy", "Sea Green", "one", "nothing"],
)
def test_a_palette_with_a_slip_says_nothing_of_the_roles(folder: Path, problems: Problems, broken: str) -> None:
    for role in (folder / "roles").glob("*.yml"):
        text = role.read_text(encoding="utf-8")
        role.write_text("".join(line for line in text.splitlines(True) if not line.startswith("hue:")))
    palette = folder / "brand/palette.yml"
    colours = yaml.load(palette.read_text(encoding="utf-8"), yaml.BaseLoader)
    name, first = next(iter(colours["hues"].items()))
    if broken == "wavy":
        first["marker"] = broken
    elif broken == "one":
        colours["hues"] = {name: first}
    elif broken == "Sea Green":
        colours["hues"][broken] = colours["hues"].pop(name)
    else:
        first["light"]["solid"] = broken.strip('"')
    palette.write_text("" if broken == "nothing" else yaml.safe_dump(colours).replace("'#0B6B6B'", broken))
    assert [problem.file for problem in problems(folder)] == ["content/brand/palette.yml"]
