"""The site's mark as it is published: in every page and in the browser's tab, with a logo and without one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from drawings import SHADE, every, svg
from PIL import Image
from projects import Sandbox, replace, unbuilt, without_mkdocs

from generator.brand.logo import allow_list
from generator.brand.logo.reader import read_logo
from generator.exports.artifacts import ICON
from generator.exports.icons import ICONS
from generator.exports.logo import default_logo, favicon, inline_logo
from generator.model.schema.model import Model

SPACE = f"{{{allow_list.SVG}}}"


def worn(model: Model, inner: str) -> Model:
    """The model with another logo."""
    logo, problems = read_logo(svg(inner).encode(), "brand/logo.svg")
    assert problems == ()
    return model.model_copy(update={"logo": logo})


def at_home(model: Model, home: str) -> Model:
    return model.model_copy(update={"logo": None, "site": model.site.model_copy(update={"home": home})})


# --- text -------------------------------------------------------------------------------------------------------------


def test_in_a_page_colours_of_the_palette_are_variables_and_others_stay(model: Model) -> None:
    hue = model.palette.hues["teal"].light
    inner = f'<path fill="{hue.solid.lower()}" stroke="{hue.tint}" color="{model.palette.neutral.light.ink}"/>'
    shown = inline_logo(worn(model, f'{inner}<path fill="#FFF" stroke="#123456"/><path fill="{hue.on}"/>'))
    first = 'fill="var(--hue-teal-solid)" stroke="var(--hue-teal-tint)" color="var(--ink)"'
    assert f'<path {first}/><path fill="#FFFFFF" stroke="#123456"/><path fill="#FFFFFF"/>' in shown


def test_the_accent_is_a_variable_too(model: Model) -> None:
    swatch = model.palette.shared.light
    assert 'stop-color="var(--shared-solid)"' in inline_logo(worn(model, f'<stop stop-color="{swatch.solid}"/>'))


def test_in_a_page_nobody_hears_it_and_shapes_without_a_colour_are_like_text(model: Model) -> None:
    element = ET.fromstring(inline_logo(worn(model, "<title>A name</title><path/>")))
    assert element.attrib == {
        "class": "logo",
        "viewBox": "0 0 10 10",
        "fill": "currentColor",
        "aria-hidden": "true",
        "focusable": "false",
    }
    assert [child.tag for child in element] == ["path"]


def test_the_icon_has_light_colours_at_its_shapes_and_dark_ones_beside_them(model: Model) -> None:
    light, dark = model.palette.hues["teal"].light.solid, model.palette.hues["teal"].dark.solid
    inner = f'<path fill="{light}"/><path stroke="{light}" fill="#123456"/>'
    root = ET.fromstring(favicon(worn(model, inner)))
    assert root.get("color") == model.palette.neutral.light.ink
    assert root.get("fill") == "currentColor"
    style, first, second = root
    assert (first.attrib, second.attrib) == ({"fill": light}, {"stroke": light, "fill": "#123456"})
    rules = f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}'
    ink = f":root{{color:{model.palette.neutral.dark.ink}}}"
    assert style.text == f"@media (prefers-color-scheme:dark){{{ink}{rules}}}"


def test_the_icon_has_the_site_s_name_whatever_it_is(model: Model) -> None:
    name = "<script>\"A\" & 'B'"
    named = model.model_copy(update={"site": model.site.model_copy(update={"name": name})})
    root = ET.fromstring(favicon(named))
    assert (root.get("role"), root.get("aria-label")) == ("img", name)


def test_what_is_published_has_no_name_that_a_page_could_have(model: Model) -> None:
    inner = f'<g id="header">{SHADE}</g><path id="__search" fill="url(#shade)"/><use href="#header"/>'
    for text in (inline_logo(worn(model, inner)), favicon(worn(model, inner)).decode()):
        assert re.findall(r' id="([^"]+)"', text) == ["__logo_1", "__logo_2"]
        assert re.findall(r'#([^)"{}]+)(?=["\)])', text.split("</style>")[-1]) == ["FF0000", "__logo_2", "__logo_1"]


def test_nothing_but_shapes_is_published(model: Model) -> None:
    for text in (inline_logo(model), favicon(model)):
        root = ET.fromstring(text)
        for element in root.iter():
            name = element.tag.removeprefix(SPACE)
            assert element is root or name == "style" or name in allow_list.ELEMENTS
            assert element is root or all(allow_list.known(attribute) for attribute in element.attrib)


# --- without a logo ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_site_without_a_logo_has_a_disc_of_its_roles(model: Model, count: int) -> None:
    (home, comparison), *_ = model.comparisons.items()
    hues = list(model.palette.hues)[:count]
    some = next(iter(model.roles.values()))
    roles = {f"role-{hue}": some.model_copy(update={"hue": hue}) for hue in hues}
    comparisons = {home: comparison.model_copy(update={"roles": tuple(roles)})}
    parts = default_logo(at_home(model, home).model_copy(update={"roles": roles, "comparisons": comparisons}))
    shapes = list(every(parts.shapes))
    assert [dict(shape.attributes)["fill"] for shape in shapes] == [model.palette.hues[hue].light.solid for hue in hues]
    tips = [re.match(r"M(\S+) ([^L]+)L", dict(shape.attributes)["d"]) for shape in shapes]
    places = [(float(tip[1]), float(tip[2])) for tip in tips if tip]
    assert len(set(places)) == count
    assert places[0][0] < 16 < places[1][0]  # the first role to the left of the second
    numbers = [float(n) for shape in shapes for n in re.findall(r"[\d.]+", dict(shape.attributes)["d"])]
    assert all(0 <= number <= 32 for number in numbers)


# --- a sandbox --------------------------------------------------------------------------------------------------------


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    without_mkdocs(monkeypatch)
    return unbuilt(tmp_path / "a sandbox")


def published(sandbox: Sandbox) -> tuple[str, bytes]:
    """The mark as the theme gets it, and the icon."""
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 0, result.output
    settings = yaml.safe_load((sandbox.docs / "nav.yml").read_text(encoding="utf-8"))
    return settings["extra"]["mark"], (sandbox.site / ICON).read_bytes()


def test_a_changed_logo_changes_the_mark_and_nothing_else(sandbox: Sandbox, model: Model) -> None:
    assert published(sandbox) == (inline_logo(model), favicon(model))
    before = {path: path.read_bytes() for path in sandbox.docs.rglob("*") if path.is_file()}
    replace(sandbox.content / "brand" / "logo.svg", 'r="2.6"', 'r="1.5"')
    mark, icon_file = published(sandbox)
    assert 'r="1.5"' in mark
    assert b'r="1.5"' in icon_file
    changed = {path.name for path, data in before.items() if path.read_bytes() != data}
    pixels = {path.rpartition("/")[2] for path in ICONS}
    assert changed == {"nav.yml", "favicon.svg", *pixels}


def test_a_project_without_a_logo_is_published_with_its_roles_hues(sandbox: Sandbox, model: Model) -> None:
    (sandbox.content / "brand" / "logo.svg").unlink()
    assert published(sandbox) == (
        inline_logo(at_home(model, model.site.home)),
        favicon(at_home(model, model.site.home)),
    )


def test_an_icon_of_one_s_own_goes_first(sandbox: Sandbox) -> None:
    own = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    (sandbox.docs / "assets").mkdir(exist_ok=True)
    (sandbox.docs / ICON).write_bytes(own)
    Image.new("RGB", (16, 16)).save(sandbox.docs / "favicon.ico")
    drawn = (sandbox.docs / "favicon.ico").read_bytes()
    mark, icon_file = published(sandbox)
    assert icon_file == own
    assert (sandbox.site / "favicon.ico").read_bytes() == drawn
    assert mark.startswith("<svg")


def test_a_logo_that_could_run_something_stops_the_build_at_its_line(sandbox: Sandbox) -> None:
    line = replace(sandbox.content / "brand" / "logo.svg", "<circle", '\n<circle onclick="x"')
    for command in ("build", "check"):
        result = sandbox.run(command)
        assert result.exit_code == 1
        assert f'content/brand/logo.svg:{line + 1}:9: error[logo-script] "onclick"' in result.output
    assert not sandbox.site.exists()
    assert not (sandbox.docs / ICON).exists()
