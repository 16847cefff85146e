"""The decision guide's page: what a script needs to count stands there, and nothing of it shows without one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.infographics import sections
from generator.model.loading import load
from generator.model.schema.model import Model
from generator.pages.render import render

WARDS = Path(__file__).parents[1] / "wards"
SCRIPTS = Path(__file__).parents[2] / "generator/frontend/scripts"


@pytest.fixture(scope="module")
def nursing(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The second content set."""
    return load(Path(shutil.copytree(WARDS, tmp_path_factory.mktemp("guide") / "content")), kinds=sections())


@pytest.fixture(scope="module")
def pages(nursing: Model) -> dict[str, str]:
    return render(nursing, ())


def guide_page(model: Model, pages: dict[str, str], name: str) -> str:
    (topic,) = (topic.id for topic in model.comparisons[name].topics if topic.shows == "guide")
    return pages[f"{name}/{topic}/index.md"]


@pytest.mark.parametrize("name", ["ward-vs-home", "hospital-and-home"])
def test_the_page_holds_every_weight_in_the_order_of_the_verdicts(
    nursing: Model, pages: dict[str, str], name: str
) -> None:
    guide = nursing.comparisons[name].guide
    text = guide_page(nursing, pages, name)
    assert re.findall(r'data-roles="([^"]*)"', text) == [" ".join(guide.verdicts)]
    assert re.findall(r'data-margin="(\d+)"', text) == [str(guide.margin)]
    assert re.findall(r'data-question="([^"]*)"', text) == [question.id for question in guide.questions]
    shown = iter(re.findall(r'data-answer="(\d+)" data-weights="([^"]*)"', text))
    for number, question in enumerate(guide.questions):
        rows = [next(shown) for _ in question.answers]
        # Another one stands first each time, so that none is favoured.
        assert rows[0][0] == str(number % len(question.answers))
        assert [weights for _, weights in sorted(rows, key=lambda row: int(row[0]))] == [
            " ".join(str(answer.weights[role]) for role in guide.verdicts) for answer in question.answers
        ]
    assert next(shown, None) is None


@pytest.mark.parametrize("name", ["ward-vs-home", "hospital-and-home"])
def test_the_result_is_hidden_until_a_script_shows_it(nursing: Model, pages: dict[str, str], name: str) -> None:
    text = guide_page(nursing, pages, name)
    (opening,) = re.findall(r'<section class="result"[^>]*>', text)
    assert opening.endswith(" hidden>")
    assert "data-search-exclude" in opening
    assert re.findall(r"<input[^>]*id=\"([^\"]*)\"", text) == ["show-weights"]
    assert text.count("data-role=") == len(nursing.comparisons[name].roles)


def test_no_other_page_has_a_result(nursing: Model, pages: dict[str, str]) -> None:
    guides = {
        f"{name}/{topic.id}/index.md"
        for name, comparison in nursing.comparisons.items()
        for topic in comparison.topics
        if topic.shows == "guide"
    }
    assert {path for path, text in pages.items() if 'class="result"' in text} == guides


def test_scripts_are_small_and_know_no_role(model: Model) -> None:
    for script in (*SCRIPTS.glob("guide*.js"), *SCRIPTS.glob("memo*.js")):
        text = script.read_text(encoding="utf-8")
        assert len(text) < 3200, script.name
        for role in model.roles.values():
            assert role.name not in text
            assert not re.search(rf"\b{re.escape(role.abbreviation)}\b", text)
