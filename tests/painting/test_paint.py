"""Painting: sizes, words and colours of the files, and the same bytes for the same job."""

from __future__ import annotations

import gc
import hashlib
import io
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageStat
from projects import BRAND, ROOT, env

from generator.brand.typography import Style, Weight
from generator.infographics.parts.marks import disc, line
from generator.layout.boxes import Pad, Stack
from generator.layout.frame import Block, Frame, Inset, Rect, Shape
from generator.layout.leaves import Icon, Text
from generator.layout.sizes import FORMATS, SIZES
from generator.layout.text import Fonts
from generator.model import colour_values
from generator.model.loading import load
from generator.model.schema.model import Model
from generator.painting.job import Job
from generator.painting.paint import paint
from generator.painting.target import Target, targets

SVG = "{http://www.w3.org/2000/svg}"
TITLE, DESCRIPTION = 'Fish & "chips" <now>', "From $5M to $3M, Ελλάδα; a -- b"
Paint = Callable[..., bytes]


def page(width: float, height: float) -> Frame:
    """A frame with everything that can be painted: panels, texts, tracked text, an icon, lines, a disc."""
    fonts = Fonts(BRAND)
    box = Stack(
        (
            Text("A tracked eyebrow", Style(10.0, Weight.SEMIBOLD, tracking=0.075, upper=True), fonts, "shared.solid"),
            Pad(Text("From $5M to $3M & <more>", Style(14.0), fonts), (8.0,) * 4, "card", "line", (0.0, 6.0, 6.0, 0.0)),
            Icon("material/handshake", 24.0, "teal.solid"),
        ),
        gap=10.0,
    )
    ground = Block(Rect(0.0, 0.0, width, height), "ground")
    marks = (
        Block(Rect(20.0, height - 40, 60.0, 20.0), "teal.solid"),
        disc(120.0, height - 30, 8.0, fill=None, stroke="ink", width=2.0),
        line(140.0, height - 30, 200.0, height - 30, colour="ink", width=3.0, marker="dotted"),
    )
    return Frame(width, height, (ground, *marks, Inset(box.layout(200.0), 20.0, 20.0)))


@pytest.fixture
def job(model: Model) -> Callable[..., Job]:
    """`job(*targets)`: the page above in the size and theme of the first target."""

    def make(*wanted: Target) -> Job:
        size = SIZES[wanted[0].size]
        fonts = {weight: str(path) for weight, path in Fonts(BRAND).files.items()}
        colours = colour_values(model.palette, wanted[0].theme)
        return Job("a-picture", TITLE, DESCRIPTION, page(size.width, size.height or 300), colours, fonts, wanted)

    return make


@pytest.fixture
def painted(job: Callable[..., Job]) -> Paint:
    """`painted(size, format, scale=1, theme="light")`: one file."""

    def make(size: str, form: str, scale: int = 1, theme: str = "light") -> bytes:
        target = Target(size, theme, form, scale)  # type: ignore[arg-type]
        return paint(job(target))[target]

    return make


@pytest.mark.parametrize(
    ("size", "scale", "pixels"),
    [
        ("slide", 1, (1920, 1080)),
        ("slide", 2, (3840, 2160)),
        ("square", 1, (1080, 1080)),
        ("square", 2, (2160, 2160)),
        ("page", 1, (800, 300)),
        ("page", 2, (1600, 600)),
        ("phone", 2, (720, 600)),
    ],
)
def test_a_png_has_the_contract_s_pixels(painted: Paint, size: str, scale: int, pixels: tuple[int, int]) -> None:
    image = Image.open(io.BytesIO(painted(size, "png", scale)))
    assert image.size == pixels
    assert image.mode in ("RGB", "P")
    assert image.info["dpi"] == pytest.approx((72 * SIZES[size].pixels * scale,) * 2, rel=0.01)


@pytest.mark.parametrize("height", [40.0, 40.26, 40.5, 40.51, 40.999])
@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_has_the_pixels_that_are_said_of_it(job: Callable[..., Job], height: float, scale: int) -> None:
    for target in (Target("phone", "light", "png", scale), Target("slide", "light", "png", scale, transparent=True)):
        made = paint(replace(job(target), frame=Frame(360, height, page(360, 60).items)))
        assert Image.open(io.BytesIO(made[target])).size == target.pixel_size(360, height)


def test_every_target_of_a_job_is_painted_at_once(job: Callable[..., Job]) -> None:
    wanted = tuple(targets(("phone",), ("dark",)))
    made = paint(job(*wanted))
    assert set(made) == set(wanted)
    assert {target.format for target in made} == set(FORMATS)
    assert len({bytes(data) for data in made.values()}) == len(wanted)


def test_small_and_large_show_the_same_picture(job: Callable[..., Job]) -> None:
    one, two = Target("phone", "light", "png", 1), Target("phone", "light", "png", 2)
    made = paint(job(one, two))
    large = Image.open(io.BytesIO(made[two])).convert("RGB").reduce(2)
    small = Image.open(io.BytesIO(made[one])).convert("RGB")
    assert max(ImageStat.Stat(ImageChops.difference(small, large)).mean) < 0.5


def test_files_made_alone_are_those_made_together(job: Callable[..., Job]) -> None:
    """A file that was lost from the cache is painted without its siblings and must come back as it was."""
    wanted = tuple(target for target in targets(("slide",), ("light",)) if target.format == "png")
    together = paint(job(*wanted))
    assert len(wanted) == 4
    for target in wanted:
        assert paint(job(target))[target] == together[target]


def test_a_transparent_png_is_the_picture_without_its_ground(job: Callable[..., Job]) -> None:
    clear, full = Target("slide", "dark", "png", transparent=True), Target("slide", "dark", "png")
    made = paint(job(clear, full))
    seen = Image.open(io.BytesIO(made[clear])).convert("RGBA")
    assert seen.getpixel((0, 0))[3] == 0
    alpha = seen.getchannel("A").getextrema()
    assert alpha == (0, 255)
    opaque = Image.open(io.BytesIO(made[full])).convert("RGB")
    under = Image.new("RGBA", seen.size, (*opaque.getpixel((0, 0)), 255))
    under.alpha_composite(seen)
    difference = ImageStat.Stat(ImageChops.difference(under.convert("RGB"), opaque))
    assert max(difference.mean) < 0.5


@pytest.mark.parametrize("clear", [False, True])
def test_a_transparent_png_says_what_it_is_too(job: Callable[..., Job], clear: bool) -> None:
    target = Target("slide", "light", "png", transparent=clear)
    image = Image.open(io.BytesIO(paint(job(target))[target]))
    image.load()
    assert (image.info["Title"], image.info["Description"]) == (TITLE, DESCRIPTION)
    assert target.file_name("x") == ("x-slide-light-transparent.png" if clear else "x-slide-light.png")


def test_a_png_says_what_it_is_and_not_when_it_was_made(painted: Paint) -> None:
    data = painted("phone", "png")
    image = Image.open(io.BytesIO(data))
    image.load()
    assert (image.info["Title"], image.info["Description"]) == (TITLE, DESCRIPTION)
    assert b"tIME" not in data
    assert not {"Software", "Creation Time", "date:create"} & set(image.info)


def test_an_svg_has_a_role_a_title_and_a_description(painted: Paint) -> None:
    root = ElementTree.fromstring(painted("slide", "svg"))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("960", "540", "0 0 960 540")
    labels = root.get("aria-labelledby", "").split()
    parts = {part.get("id"): part for part in root.iter()}
    assert [parts[label].text for label in labels] == [TITLE, DESCRIPTION]
    assert [part.tag for part in root][:2] == [f"{SVG}title", f"{SVG}desc"]


def test_an_svg_is_paths_alone_with_nothing_of_this_machine(painted: Paint) -> None:
    data = painted("slide", "svg").decode()
    root = ElementTree.fromstring(data)
    assert {part.tag.removeprefix(SVG) for part in root.iter()} <= {
        "svg", "title", "desc", "defs", "style", "g", "path", "use", "clipPath", "rect"
    }  # fmt: skip
    assert "<!--" not in data
    assert "metadata" not in data
    assert str(ROOT) not in data
    assert "matplotlib" not in data.casefold()
    assert not re.search(r"\d{4}-\d\d-\d\dT", data)
    assert not re.search(r'(?:href|src)="(?!#)', data)
    ids = re.findall(r'\bid="([^"]+)"', data)
    assert len(ids) == len(set(ids))


def test_a_pdf_says_what_it_is_and_neither_when_nor_with_what_it_was_made(painted: Paint) -> None:
    data = painted("slide", "pdf")
    assert data.startswith(b"%PDF-1.")
    assert data.rstrip().endswith(b"%%EOF")
    assert not re.search(rb"/(CreationDate|ModDate|Producer|Creator)\b", data)
    assert b"/Title" in data
    assert re.search(rb"/MediaBox \[ ?0 0 960 540 ?\]", data)
    assert any(b"/FontFile2" in text for text in streams_of(data))


def test_a_pdf_begins_every_text_where_it_was_measured(painted: Paint) -> None:
    pdf, texts = words_of(painted("phone", "pdf")), list(page(360, 300).lines)
    for text in texts:
        up = 300 - text.rect.y - text.baseline
        assert re.search(rf"\b{text.rect.x:g} {up:g} cm\nBT\n/F\d {text.size:g} Tf\n", pdf), text.text
    assert pdf.count("BT\n") == len(texts)


def test_an_svg_sets_every_glyph_where_it_was_measured(painted: Paint) -> None:
    root = ElementTree.fromstring(painted("phone", "svg"))
    groups = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}use") is not None]
    for group, text in zip(groups, page(360, 300).lines, strict=True):
        x, y, scale = (float(value) for value in re.findall(r"[\d.]+", group.get("transform", "")))
        assert (x, y) == pytest.approx((text.rect.x, text.rect.y + text.baseline), abs=0.0051)
        starts = [float(use.get("x", "0")) * scale for use in group]
        thousandth = text.size / 1000
        assert starts == pytest.approx([start for _, start, _ in text.glyphs], abs=thousandth / 2 + 1e-6), text.text


def streams_of(pdf: bytes) -> list[bytes]:
    found = re.findall(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return [zlib.decompress(stream) for stream in found]


def words_of(pdf: bytes) -> str:
    """The stream of a PDF that draws texts."""
    (found,) = (text for text in streams_of(pdf) if b"\nBT\n" in text)
    return found.decode("latin-1")


def test_two_dollar_signs_stay(model: Model, job: Callable[..., Job]) -> None:
    """Between two dollar signs matplotlib would set mathematics: in italics and without the signs."""
    target = Target("phone", "light", "svg")
    plain = job(target)
    frame = page(360, 300)
    glyphs = drawn(paint(replace(plain, frame=frame))[target])
    (text,) = (item.text for item in frame.lines if "$" in item.text)
    assert sum(len(item.text.replace(" ", "")) for item in frame.lines) == glyphs
    assert text.count("$") == 2
    wanted = replace(target, format="pdf")
    assert words_of(paint(replace(plain, targets=(wanted,)))[wanted]).count("$") == 2


def drawn(svg: bytes) -> int:
    """How many letters an SVG draws: spaces have no outline."""
    root = ElementTree.fromstring(svg)
    blank = {f"#{path.get('id')}" for path in root.iter(f"{SVG}path") if path.get("id") and not path.get("d")}
    return sum(use.get("{http://www.w3.org/1999/xlink}href") not in blank for use in root.iter(f"{SVG}use"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_the_palette_s(painted: Paint, model: Model, theme: str) -> None:
    image = Image.open(io.BytesIO(painted("phone", "png", theme=theme))).convert("RGB")
    colours = colour_values(model.palette, theme)
    for point, role in (((2, 2), "ground"), ((350, 150), "ground"), ((50, 270), "teal.solid"), ((210, 48), "card")):
        assert "#{:02X}{:02X}{:02X}".format(*image.getpixel(point)) == colours[role].upper(), (point, role)  # type: ignore[misc]


def test_light_and_dark_differ_in_colours_alone(painted: Paint) -> None:
    light, dark = (
        re.sub(r"#[0-9A-Fa-f]{6}", "#", painted("phone", "svg", theme=theme).decode()) for theme in ("light", "dark")
    )
    assert light == dark


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_job_gives_the_same_bytes(painted: Paint, form: str) -> None:
    assert painted("phone", form) == painted("phone", form)


def test_a_user_s_settings_of_matplotlib_are_ignored(painted: Paint) -> None:
    import matplotlib

    plain = painted("phone", "svg")
    with matplotlib.rc_context({"path.simplify": True, "svg.fonttype": "none", "text.color": "red", "savefig.dpi": 10}):
        assert painted("phone", "svg") == plain


def test_painting_leaves_matplotlib_s_settings_as_they_were(painted: Paint) -> None:
    import matplotlib

    with matplotlib.rc_context({"svg.fonttype": "none"}):
        painted("phone", "svg")
        assert matplotlib.rcParams["svg.fonttype"] == "none"


def test_a_dashed_shape_is_painted_in_its_own_box() -> None:
    shape = Shape(
        Rect(10.0, 10.0, 50.0, 20.0), (("M", (0.0, 0.0)), ("L", (50.0, 20.0))), stroke="ink", stroke_width=2.0
    )
    target = Target("page", "light", "png")
    frame = Frame(80, 40, (Block(Rect(0.0, 0.0, 80.0, 40.0), "ground"), shape))
    colours = {"ground": "#FFFFFF", "ink": "#000000"}
    image = Image.open(io.BytesIO(paint(Job("x", "", "", frame, colours, {}, (target,)))[target])).convert("L")
    assert image.point(lambda value: 255 - value).getbbox() == pytest.approx((9, 9, 61, 31), abs=1)
    assert image.getpixel((35, 20)) < 60  # type: ignore[operator]


def test_compressed_streams_are_whole(painted: Paint) -> None:
    data = painted("phone", "pdf")
    streams = re.findall(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    assert streams
    assert all(zlib.decompress(stream) for stream in streams)


def digests() -> list[str]:
    colours = colour_values(load(ROOT / "content").palette, "light")
    fonts = {weight: str(path) for weight, path in Fonts(BRAND).files.items()}
    wanted = tuple(targets(("phone",), ("light",)))
    made = paint(Job("a", TITLE, DESCRIPTION, page(360, 300), colours, fonts, wanted))
    return [f"{target} {hashlib.sha256(data).hexdigest()}" for target, data in made.items()]


@pytest.mark.slow
def test_the_same_job_gives_the_same_bytes_in_every_process() -> None:
    code = "from painting.test_paint import digests; print(*digests(), sep='\\n')"
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    more = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, "-c", code], env=env(more), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == digests()


def test_a_drawing_is_let_go_without_the_collector(painted: Paint) -> None:
    from matplotlib.backends.backend_agg import RendererAgg

    def left() -> int:
        return sum(isinstance(thing, RendererAgg) for thing in gc.get_objects())

    gc.collect()
    before = left()
    gc.disable()
    try:
        for _ in range(3):
            painted("phone", "png")
        assert left() == before
    finally:
        gc.enable()
