"""Roles of other trades: content with little in it is published without a gap, and without a word of the example."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import ROOT, branded, put, without_painting
from sound_pages import flaws

from generator import pipeline
from generator.cli import cli
from generator.deck.composition.closing import closing
from generator.deck.composition.cover import subtitle
from generator.infographics import sections
from generator.layout import SIZES, load_fonts
from generator.model import inspect, load, published
from generator.model.schema import Words
from generator.painting import here
from generator.problems import Problem

Edit = Callable[[Path, str, str], int]
TRADES = ("bakery", "software")
# Words of the content that Visavis comes with, and of its trade.
EXAMPLE = re.compile(
    r"\bpets?\b|wholesale|key account|territory|\bKAM\b|groomer|kennel|\bvet\b|retailer|customer|\bsales\b",
    re.IGNORECASE,
)
TEXTS = (".md", ".txt", ".yml", ".json", ".webmanifest", ".csv", ".html")
SMALLEST = {
    "site.yml": "name: Flour\nurl: https://flour.example/\nupdated: 2026-01-02\n",
    "roles/baker.yml": "name: Baker\ndimensions:\n  hours: {short: Before dawn}\n  product: {short: Bread}\n",
    "roles/confectioner.yml": "name: Confectioner\ndimensions:\n  hours: {short: By day}\n  product: {short: Cake}\n",
    "comparisons/shop.yml": (
        "name: Baker and Confectioner\nroles: [baker, confectioner]\n"
        "dimensions:\n  - {id: hours, name: Hours}\n  - {id: product, name: Product}\n"
    ),
}


def smallest(root: Path) -> Path:
    """Content with nothing in it that may be left out."""
    content = root / "content"
    for name, text in SMALLEST.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return branded(content)


def made(content: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Every file of docs/, with something in the place of pictures, and what is wrong with the content."""
    with pytest.MonkeyPatch.context() as patch:
        without_painting(patch)
        composed, problems = pipeline.inspect(content)
        assert composed, problems
        files = pipeline.make(composed, (), here(content.parent / "cache"), report=lambda _: None).files
        return dict(files), problems


@cache
def made_once(name: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a trade, and what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        return made(smallest(root) if name == "smallest" else copied(name, root))


def copied(name: str, root: Path) -> Path:
    if name != "wards":
        return branded(Path(shutil.copytree(ROOT / "tests" / "trades" / name, root / "content")))
    content = Path(shutil.copytree(ROOT / "tests" / "wards", root / "content"))  # which has a palette of its own
    put(content / "site.yml", "sizes", "[phone]")  # only its pages are asked about
    shutil.copytree(ROOT / "content" / "brand" / "fonts", content / "brand" / "fonts")
    return content


@pytest.mark.parametrize("name", [*TRADES, "smallest"])
def test_content_with_little_in_it_is_whole(name: str) -> None:
    files, problems = made_once(name)
    assert problems == ()
    texts = {path: data.decode() for path, data in files.items() if path.endswith(TEXTS)}
    assert flaws(texts, files) == []
    assert "null" not in texts["site.webmanifest"]
    for path, text in texts.items():
        # The program's own words for whom pictures of customers are about are not in the way of a search.
        assert not (found := EXAMPLE.search(text)), f"{path}: {found}"


def test_the_smallest_content_is_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = smallest(tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    without_painting(monkeypatch)
    monkeypatch.chdir(tmp_path)
    checked = CliRunner().invoke(cli, ["check", "--strict"])
    assert checked.output == "No problems.\n"
    result = CliRunner().invoke(cli, ["build", "--strict", "--jobs", "1"])
    assert result.exit_code == 0, result.output
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    roles = {f"roles/{name}/index.html" for name in ("baker", "confectioner")}
    assert pages == {"index.html", "404.html", "shop/index.html", "sources/index.html", *roles}
    for name in pages:
        text = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert "Glossary" not in text
        assert not EXAMPLE.search(text)
        assert "Infographics" not in text
    module = importlib.import_module("generator.report.report")  # the function of that name hides it
    monkeypatch.setattr(module, "chromium", lambda: Path("none"))
    monkeypatch.setattr(module, "printed", lambda text, *_: text.encode())
    assert b"Confectioner" in module.report(pipeline.chosen(content, None), tmp_path / "site")


def test_what_is_left_out_is_worked_out(tmp_path: Path) -> None:
    content = smallest(tmp_path)
    for name in ("baker", "confectioner"):
        file = content / "roles" / f"{name}.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("name: ", "name: Master "), encoding="utf-8")
    (content / "roles" / "miller.yml").write_text("name: Miller\nhue: teal\nabbreviation: MB\n", encoding="utf-8")
    model = load(content)
    assert model.site.home == "shop"
    assert {id: str(role.abbreviation) for id, role in model.roles.items()} == {
        "baker": "MA",  # MB is another's
        "confectioner": "MC",
        "miller": "MB",
    }
    hues = [*model.palette.hues]
    assert {id: str(role.hue) for id, role in model.roles.items()} == {
        "baker": hues[1],
        "confectioner": hues[2],
        "miller": "teal",
    }
    assert model.comparisons["shop"].title == "Baker and Confectioner"


def test_with_more_roles_than_hues_those_side_by_side_differ(tmp_path: Path) -> None:
    content = smallest(tmp_path)
    for number in range(6):
        (content / "roles" / f"other-{number}.yml").write_text(f"name: Other {number}\n", encoding="utf-8")
    model = load(content)
    compared = [model.roles[name] for name in model.comparisons["shop"].roles]
    assert len({role.hue for role in compared}) == 2
    assert len({role.abbreviation for role in model.roles.values()}) == len(model.roles)


def test_names_of_sections_are_the_contents() -> None:
    files, _ = made_once("bakery")
    role = files["roles/baker/index.md"].decode()
    assert "## From apprentice to master {: #career }" in role
    assert "## When a shop should train one {: #fit }" in role
    assert "Career" not in role
    pictures = json.loads(files["data/infographics.json"])
    (profiles,) = [picture for picture in pictures if picture["kind"] == "role-profiles"]
    assert [row[0] for row in profiles["table"]["rows"]] == [
        "In one line",
        "Train one when",
        "From apprentice to master",
    ]
    assert json.loads(files["data/model.json"])["site"]["words"]["career"] == "From apprentice to master"
    assert "What both learn first" in files["bread-and-cake/index.md"].decode()


# --- drafts -----------------------------------------------------------------------------------------------------------


def drafted(content: Path) -> Path:
    """The content with a role and a comparison of it that are drafts."""
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write("pictures: {sizes: [page], themes: [light]}\n")
    (content / "roles" / "miller.yml").write_text(
        "status: draft\nname: Miller\ndimensions:\n  hours: {short: With the wind}\n", encoding="utf-8"
    )
    (content / "comparisons" / "mill.yml").write_text(
        "status: draft\nname: Mill and oven\nroles: [miller, baker]\ndimensions:\n  - {id: hours, name: Hours}\n"
        "infographics:\n  - {kind: comparison-table, title: Wind or fire, "
        "alt: Two columns with when millers and bakers work.}\n",
        encoding="utf-8",
    )
    return content


def test_a_draft_is_published_nowhere_and_shown_in_the_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = drafted(smallest(tmp_path))
    without_painting(monkeypatch)
    files, _ = made(content)
    assert [path for path in files if "mill" in path] == []
    assert [path for path, data in files.items() if re.search(rb"Miller|Mill and oven|Wind or fire", data)] == []
    assert pipeline.inspect(content)[0].drafts == 2  # type: ignore[union-attr]
    whole = pipeline.compose(content, drafts=True)
    assert {"miller"} < {*whole.model.roles}
    shown = pipeline.make(whole, (), here(tmp_path / "cache"), report=lambda _: None).files
    assert "# Comparison table {: #top }" in shown["infographics/mill-comparison-table/index.md"].decode()
    for path in ("roles/miller/index.md", "mill/index.md"):
        assert re.search(r'<span class="badge">.* Draft</span>', shown[path].decode())
    assert "Draft</span>" not in shown["roles/baker/index.md"].decode().replace("draft__title", "")


def test_a_build_says_how_many_drafts_it_leaves_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted(smallest(tmp_path))
    without_painting(monkeypatch)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["build", "--no-publish", "--jobs", "1"])
    assert result.exit_code == 0, result.output
    assert "2 drafts left out" in result.stderr
    deck = CliRunner().invoke(cli, ["deck", "mill"])
    assert deck.exit_code == 2
    assert '"mill" names no comparison; there is only shop' in deck.stderr


def test_without_pictures_there_is_no_deck_and_nothing_to_render(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    smallest(tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in (["deck"], ["render", "comparison-table", "-o", "x.png"], ["sheet", "comparison-table"]):
        result = CliRunner().invoke(cli, command)
        assert result.exit_code == 2
        assert 'below "infographics:"' in result.stderr


def test_a_deck_says_what_there_is_to_say(tmp_path: Path) -> None:
    content = copied("bakery", tmp_path)
    view = pipeline.chosen(content, None)
    fonts = load_fonts(content / "brand")
    assert closing(view, fonts, SIZES["slide"]) == ()
    assert subtitle(view) == ("4 March 2026",)
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write("licence: CC0 1.0\n")
    (page,) = closing(pipeline.chosen(content, None), fonts, SIZES["slide"])
    assert page.title == "Licence"


def test_what_is_wrong_with_a_draft_is_told_and_what_could_be_better_is_no_matter_of_the_build(tmp_path: Path) -> None:
    content = drafted(smallest(tmp_path))
    file = content / "roles" / "miller.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}tagline: The role in four to six words\n", encoding="utf-8")
    assert [problem.code for problem in pipeline.inspect(content, drafts=True)[1]] == ["placeholder-text"]
    assert pipeline.inspect(content)[1] == ()
    file.write_text(f"{file.read_text(encoding='utf-8')}taglin: x\n", encoding="utf-8")
    assert [problem.code for problem in pipeline.inspect(content)[1]] == ["unknown-key"]


def test_where_all_is_a_draft_there_is_nothing_to_publish(tmp_path: Path) -> None:
    content = smallest(tmp_path)
    file = content / "comparisons" / "shop.yml"
    file.write_text(f"status: draft\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    assert [problem.code for problem in pipeline.inspect(content)[1]] == ["nothing-published"]
    assert pipeline.inspect(content, drafts=True)[1] == ()
    assert not published(load(content)).model.comparisons


def test_a_picture_of_what_is_not_there_is_told_at_its_line(tmp_path: Path, edit: Edit) -> None:
    content = copied("bakery", tmp_path)
    kinds = "kind: role-profiles"
    for wrong, needed in (
        ("metrics-scorecard", '"metrics"'),
        ("decision-tree", '"guide"'),
        ("skills-matrix", '"skills"'),
    ):
        line = edit(content / "comparisons" / "bread-and-cake.yml", kinds, f"kind: {wrong}")
        kinds = f"kind: {wrong}"
        problems = inspect(content, kinds=sections())[1]
        assert {(problem.code, problem.place.line) for problem in problems} == {("missing-field", line)}
        assert needed in problems[0].message
        assert "or leave out the infographic" in problems[0].fix


def test_the_names_of_sections_are_in_the_manual() -> None:
    manual = (ROOT / "docs" / "contributing" / "content.md").read_text(encoding="utf-8")
    for name, field in Words.model_fields.items():
        # As code, in which {all} at an end is a text, and not what Markdown takes for an attribute.
        assert f"| `{name}` | `{field.default}` | {field.description} |" in manual


def test_sections_that_the_content_does_not_name_suit_a_ward_a_school_and_a_ministry() -> None:
    employers = re.compile(r"\bcompan|\bfirm\b|\bbusiness|\boffice\b|\bmarket|\bsales\b", re.IGNORECASE)
    assert [word for word in Words().model_dump().values() if employers.search(word)] == []
    page = made_once("wards")[0]["roles/ward-nurse/index.md"].decode()
    assert "## Partners {: #partners }" in page
    assert "## When this role is needed {: #fit }" in page
    assert "<dt>Employer</dt>" in page


def test_several_names_are_said_as_one_says_them() -> None:
    three = made_once("software")[0]["roles/developer/index.md"].decode()
    assert "Compared with Product owner and Reliability engineer {:" in three
    assert "Choose one or both of the others<" in three
    assert re.search(r"shared with the \[Product owner\]\(\S+\) and \[Reliability engineer\]\(\S+\):", three)
    files = made_once("wards")[0]
    four = files["roles/ward-nurse/index.md"].decode()
    assert "Compared with Home Nurse, Scrub Nurse and Clinic Nurse {:" in four
    assert "Choose one to three of the other 3<" in four
    # A link is not called what stands above it.
    home = files["index.md"].decode()
    assert "[What both need](" not in home
    assert "[See all of it](" in home
