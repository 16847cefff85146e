"""Questions that pages and pictures ask: answers come from the model and are stored nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.infographics import sections
from generator.model import colour_values
from generator.model import view as model_view
from generator.model.loading import load
from generator.model.schema.model import Model

WARDS = Path(__file__).parents[1] / "wards"


@pytest.fixture(scope="module")
def nursing(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The second content set."""
    return load(Path(shutil.copytree(WARDS, tmp_path_factory.mktemp("derive") / "content")), kinds=sections())


def test_the_home_pages_comparison_comes_first_and_the_others_by_id(nursing: Model) -> None:
    assert [view.id for view in model_view.views(nursing)] == ["ward-vs-home", "all-four", "hospital-and-home"]


def test_a_view_has_its_roles_in_the_order_of_the_columns(nursing: Model) -> None:
    view = model_view.view(nursing, "hospital-and-home")
    assert [compared.id for compared in view.roles] == ["ward-nurse", "scrub-nurse", "home-nurse"]
    assert [(compared.hue, compared.swatch.marker) for compared in view.roles] == [
        ("sea", "solid"),
        ("moss", "dashed"),
        ("brick", "dotted"),
    ]
    assert (view.roles[1].solid, view.roles[1].tint, view.roles[1].on) == ("moss.solid", "moss.tint", "moss.on")


def test_there_is_no_view_of_a_comparison_that_does_not_exist(nursing: Model) -> None:
    with pytest.raises(KeyError):
        model_view.view(nursing, "nothing")


def test_cells_come_from_statements_and_from_headline_skills_and_metrics(nursing: Model) -> None:
    view = model_view.view(nursing, "ward-vs-home")
    cells = {dimension.id: view.cells(dimension) for dimension in view.comparison.dimensions}
    assert cells["place"] == (("One ward in a hospital",), ("Homes across a district",))
    assert cells["skills"] == (("A sharp eye", "Passing on"), ("Home visits", "Self-reliance"))
    assert cells["measures"] == (("Patient falls",), ("Kept visits",)), "only those marked as headlines"


def test_a_cell_still_knows_where_its_text_stands(nursing: Model) -> None:
    view = model_view.view(nursing, "ward-vs-home")
    place = next(
        view.cells(dimension)[0][0].place for dimension in view.comparison.dimensions if dimension.id == "place"
    )
    assert place.file.endswith("roles/ward-nurse.yml")
    line = (WARDS / "roles/ward-nurse.yml").read_text().splitlines()[place.line - 1]
    assert line[place.column - 1 :] == "One ward in a hospital"


def test_a_picture_cites_its_own_sources_or_else_the_comparisons(nursing: Model) -> None:
    view = model_view.view(nursing, "ward-vs-home")
    cited = {picture.kind: view.citation(picture) for picture in view.comparison.infographics}
    assert cited["comparison-table"] == ("The nursing handbook",)
    assert cited["depth-and-breadth"] == ("Editors' judgement",)


def test_the_address_has_no_scheme_and_no_closing_slash(nursing: Model) -> None:
    assert model_view.address(nursing) == "example.com/wards"


@pytest.mark.parametrize(("theme", "solid"), [("light", "#0A5F78"), ("dark", "#6CC4DE")])
def test_every_colour_role_has_a_value_in_each_theme(nursing: Model, theme: str, solid: str) -> None:
    colours = colour_values(nursing.palette, theme)
    hues = ("shared", "sea", "brick", "moss", "plum")
    assert set(colours) == {"ground", "card", "ink", "muted", "line"} | {
        f"{hue}.{part}" for hue in hues for part in ("solid", "tint", "on")
    }
    assert colours["sea.solid"] == solid


def test_the_flagships_answers_leave_every_role_a_chance(model: Model) -> None:
    guide = model.comparisons["kam-vs-tm"].guide
    for role in guide.verdicts:
        best = sum(max(answer.weights[role] for answer in question.answers) for question in guide.questions)
        assert best > guide.margin


def test_a_judgement_is_said_to_be_the_editors_and_of_when(model: Model) -> None:
    view = model_view.views(model)[0]
    plain = view.comparison.infographics[0]
    line = {
        kinds: view.source_line(plain.model_copy(update={"sources": kinds}))
        for kinds in (("brief",), ("editorial",), ("brief", "editorial"))
    }
    day = model.site.updated
    said = f"udged by the editors, {day.day} {day:%b} {day.year}"
    assert line["brief",] == "Source: Project brief"
    assert line["editorial",] == f"J{said}"
    assert line["brief", "editorial"] == f"Source: Project brief; j{said}"
