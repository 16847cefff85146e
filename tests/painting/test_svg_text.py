"""The SVG to edit: every line of the frame is text in its place, every colour the palette's and a variable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from projects import BRAND, ROOT, unbuilt

from generator.brand.typography import Style, Weight
from generator.infographics import all_kinds, jobs, lay_out, sections
from generator.layout.boxes import Pad, Stack
from generator.layout.frame import Block, Frame, Inset, Line, Rect, Shape, Spot
from generator.layout.group import Group
from generator.layout.leaves import Space, Text
from generator.layout.text import Fonts
from generator.model import colour_values
from generator.model.loading import load
from generator.model.schema.model import Model
from generator.painting.job import Job
from generator.painting.paint import paint
from generator.painting.svg_text import written
from generator.painting.target import Target, targets

SVG = "{http://www.w3.org/2000/svg}"
TARGET = Target("slide", "light", "svg", editable=True)
ELEMENTS = {"svg", "title", "desc", "style", "g", "text", "rect", "path"}
PLAIN = Style(10.0)
Element = ElementTree.Element


@pytest.fixture
def make(model: Model) -> Callable[..., Element]:
    """`make(*parts)`: the file of a frame of 400 × 300 points with these parts on its ground."""
    fonts = {weight: str(path) for weight, path in Fonts(BRAND).files.items()}

    def root(*parts: Block | Shape | Line | Inset) -> Element:
        frame = Frame(400.0, 300.0, (Block(Rect(0.0, 0.0, 400.0, 300.0), "ground"), *parts))
        job = Job(
            "a-picture", "A <title>", 'Its "words"', frame, colour_values(model.palette, "light"), fonts, (TARGET,)
        )
        return ElementTree.fromstring(paint(job)[TARGET])

    return root


def text(words: str, style: Style = PLAIN, width: float = 200.0, **looks: str) -> Frame:
    return Text(words, style, Fonts(BRAND), **looks).layout(width)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def shipped() -> list[Job]:
    """Every picture of the shipped content, as slide and page."""
    whole = load(ROOT / "content", kinds=sections())
    pictures = whole.site.pictures.model_copy(update={"sizes": ("slide", "page")})
    model = whole.model_copy(update={"site": whole.site.model_copy(update={"pictures": pictures})})
    found = [job for job in jobs(lay_out(model, Fonts(BRAND))) if any(target.editable for target in job.targets)]
    assert len(found) == 2 * len(all_kinds())
    return found


def texts(root: Element) -> Iterator[tuple[Element, dict[str, str]]]:
    """Every text with the attributes that it has or inherits."""

    def within(part: Element, given: dict[str, str]) -> Iterator[tuple[Element, dict[str, str]]]:
        own = given | part.attrib
        if part.tag == f"{SVG}text":
            yield part, own
        for inner in part:
            yield from within(inner, own)

    return within(root, {})


def left(looks: dict[str, str]) -> float:
    """Where a text of that width begins."""
    part = {"start": 0.0, "middle": 0.5, "end": 1.0}[looks.get("text-anchor", "start")]
    return float(looks["x"]) - part * float(looks["textLength"])


def test_every_line_of_every_picture_is_a_text_in_its_place(shipped: list[Job]) -> None:
    assert {job.targets[0].size for job in shipped} == {"slide", "page"}
    for job in shipped:
        lines = [line for line in job.frame.lines if line.glyphs]
        found = list(texts(ElementTree.fromstring(written(job))))
        assert [part.text for part, _ in found] == [line.text for line in lines]
        for (_, looks), line in zip(found, lines, strict=True):
            assert left(looks) == pytest.approx(line.rect.x, abs=0.02), line.text
            assert float(looks["y"]) == pytest.approx(line.rect.y + line.baseline, abs=0.01), line.text
            assert float(looks["textLength"]) == pytest.approx(line.rect.width, abs=0.01), line.text
            assert looks["lengthAdjust"] == "spacingAndGlyphs"
            assert float(looks["font-size"]) == pytest.approx(line.size, abs=0.001)
            assert looks["fill"] == job.colours[line.colour]
            assert looks["font-weight"] == {"Regular": "400", "SemiBold": "600", "ExtraBold": "800"}[line.weight]


def test_every_mark_of_every_picture_is_drawn_once(shipped: list[Job]) -> None:
    for job in shipped:
        marks = [item for item in job.frame.items if not isinstance(item, Line | Spot)]
        root = ElementTree.fromstring(written(job))
        drawn = [part for part in root.iter() if part.tag in (f"{SVG}rect", f"{SVG}path")]
        assert [part.get("fill") for part in drawn] == [job.colours[m.fill] if m.fill else "none" for m in marks]
        assert [part.get("stroke") for part in drawn] == [job.colours[m.stroke] if m.stroke else None for m in marks]


def test_every_colour_is_the_palette_s_and_a_variable_of_its_name(shipped: list[Job]) -> None:
    for job in shipped:
        data = written(job).decode()
        names = {role.replace(".", "-"): value for role, value in job.colours.items()}
        assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", data)) <= set(names.values())
        rules = dict(re.findall(r"\.(vv-[a-z0-9-]+)\{([^}]*)\}", data))
        for name, rule in rules.items():
            kind, variable = re.fullmatch(r"vv-(fill|stroke)-(.+)", name).groups()  # type: ignore[union-attr]
            assert rule == f"{kind}:var(--vv-{variable},{names[variable]})"
        for part in ElementTree.fromstring(data).iter():
            classes = part.get("class", "").split()
            for kind in ("fill", "stroke"):
                if part.get(kind, "none") == "none":
                    continue
                (own,) = (name for name in classes if name.startswith(f"vv-{kind}-"))
                assert rules[own].endswith(f",{part.get(kind)})")


def test_a_file_is_small_and_has_nothing_active_and_nothing_from_outside(shipped: list[Job]) -> None:
    for job in shipped:
        data = written(job)
        assert len(data) < 100_000
        root = ElementTree.fromstring(data)
        assert {part.tag.removeprefix(SVG) for part in root.iter()} <= ELEMENTS
        names = {name for part in root.iter() for name in part.attrib}
        assert not {name for name in names if name.startswith("on") or name.endswith(("href", "src", "style"))}
        assert not re.search(rb"url\(|@import|@font-face|<!|<\?|https?://(?!www\.w3\.org/2000/svg)", _own(data))
        ids = [part.get("id") for part in root.iter() if part.get("id")]
        assert len(ids) == len(set(ids))


def _own(data: bytes) -> bytes:
    """The file without what it says in words."""
    return re.sub(rb"(<(text|title|desc)\b[^>]*>)[^<]*", rb"\1", data)


def test_a_file_says_what_it_shows(make: Callable[..., Element]) -> None:
    root = make()
    assert root.get("role") == "img"
    labels = root.get("aria-labelledby", "").split()
    parts = {part.get("id"): part.text for part in root.iter()}
    assert [parts[label] for label in labels] == ["A <title>", 'Its "words"']
    assert root.get("font-family", "").split(", ")[0] == "Inter"
    assert root.get("font-family", "").endswith("sans-serif")


def test_the_lines_of_a_text_are_one_group_with_its_words_for_a_name(make: Callable[..., Element]) -> None:
    root = make(Inset(text("From $5M & more to a second line, and a third", width=90.0), 20.0, 20.0))
    (group,) = root.iter(f"{SVG}g")
    assert group.get("id") == "from-5m-more"
    assert [part.text for part in group] == ["From $5M & more", "to a second line,", "and a third"]
    assert (group.get("fill"), group.get("font-size")) == ("#1B1F2A", "10")


@pytest.mark.parametrize("words", ["The ¶ same", "Ελλάδα", "title", "2 of 7"])
def test_names_of_groups_are_ids_that_occur_once(make: Callable[..., Element], words: str) -> None:
    panel = Group(words, Pad(text_box(words), (8.0,) * 4, "card")).layout(100.0)
    root = make(Inset(panel, 20.0, 20.0), Inset(panel, 20.0, 80.0))
    assert len(list(root.iter(f"{SVG}g"))) == 2
    names = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name or "") for name in names)


def test_what_the_frame_names_as_one_is_a_group_of_that_name(make: Callable[..., Element]) -> None:
    card = Group("Travel", Pad(Stack((text_box("On it"), Group("As well", text_box("Within")))), (8.0,) * 4, "card"))
    root = make(Inset(card.layout(100.0), 20.0, 20.0), Inset(text("Beside it"), 200.0, 20.0))
    (group,) = root.findall(f"{SVG}g")
    assert group.get("id") == "travel"
    assert [part.tag.removeprefix(SVG) for part in group] == ["rect", "text", "g"]
    assert [(part.get("id"), part[0].text) for part in group.findall(f"{SVG}g")] == [("as-well", "Within")]
    assert [part.text for part in root.findall(f"{SVG}text")] == ["Beside it"]


def text_box(words: str) -> Text:
    return Text(words, PLAIN, Fonts(BRAND))


def test_a_group_without_anything_in_it_is_none(make: Callable[..., Element]) -> None:
    assert not list(make(Inset(Group("Nothing", Space()).layout(100.0), 20.0, 20.0)).iter(f"{SVG}g"))


@pytest.mark.parametrize(
    ("align", "anchor", "x"), [("start", None, "20"), ("middle", "middle", "120"), ("end", "end", "220")]
)
def test_a_text_keeps_its_edge_or_middle_when_it_is_changed(
    make: Callable[..., Element], align: str, anchor: str | None, x: str
) -> None:
    (part,) = make(Inset(text("Few words", align=align), 20.0, 20.0)).iter(f"{SVG}text")
    assert (part.get("text-anchor"), part.get("x")) == (anchor, x)


def test_letters_are_as_far_apart_as_in_the_frame(make: Callable[..., Element]) -> None:
    tracked = text("A tracked eyebrow", Style(10.0, Weight.SEMIBOLD, tracking=0.075))
    plain = text("A plain text")
    root = make(Inset(tracked, 20.0, 20.0), Inset(plain, 20.0, 50.0))
    found = {part.text: part.get("letter-spacing") for part in root.iter(f"{SVG}text")}
    assert found == {"A tracked eyebrow": "0.75", "A plain text": None}


def test_a_rectangle_stays_one_and_other_corners_are_a_path(make: Callable[..., Element]) -> None:
    round_, square = Rect(10.0, 10.0, 50.0, 8.0), Rect(10.0, 30.0, 50.0, 8.0)
    root = make(
        Block(round_, "card", "line", 1.5, (6.0,) * 4),
        Block(square, "card"),
        Block(Rect(10.0, 50.0, 50.0, 20.0), "card", None, 0.0, (6.0, 0.0, 0.0, 6.0)),
    )
    drawn = [part for part in root.iter() if part.tag in (f"{SVG}rect", f"{SVG}path")][1:]
    assert [part.tag.removeprefix(SVG) for part in drawn] == ["rect", "rect", "path"]
    assert [drawn[0].get(name) for name in ("x", "y", "width", "height", "rx")] == ["10", "10", "50", "8", "4"]
    assert (drawn[0].get("stroke-width"), drawn[1].get("rx")) == ("1.5", None)
    assert drawn[0].get("class") == "vv-fill-card vv-stroke-line"


def test_a_line_keeps_its_dashes_and_its_ends(make: Callable[..., Element]) -> None:
    line = Shape(
        Rect(10.0, 10.0, 50.0, 0.0), (("M", (0.0, 0.0)), ("L", (50.0, 0.0))), None, "ink", 2.0, (1.0, 3.0), True
    )
    (part,) = make(line).iter(f"{SVG}path")
    wanted = {"fill": "none", "stroke-width": "2", "stroke-dasharray": "1 3", "stroke-linecap": "round"}
    assert {name: part.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("themes", "wanted"), [(("light", "dark"), "light"), (("dark", "light"), "light"), (("dark",), "dark")]
)
def test_slide_and_page_have_one_file_to_edit(themes: tuple[str, ...], wanted: str) -> None:
    sizes = ("slide", "classic", "page", "phone", "poster")
    found = [target.file_name("x") for target in targets(sizes, themes) if target.editable]
    assert found == [f"x-slide-{wanted}-editable.svg", f"x-page-{wanted}-editable.svg"]


def test_the_command_makes_one_of_any_size(tmp_path: Path) -> None:
    sandbox = unbuilt(tmp_path / "sandbox")
    done = sandbox.run("render", "comparison-table", "--editable", "--size", "phone", "--theme", "dark")
    assert done.exit_code == 0
    (file,) = sandbox.root.glob("*-phone-dark-editable.svg")
    assert next(ElementTree.parse(file).getroot().iter(f"{SVG}text")).text
    refused = sandbox.run("render", "comparison-table", "--editable", "--format", "png")
    assert (refused.exit_code, "--editable is for SVG" in refused.output) == (2, True)
