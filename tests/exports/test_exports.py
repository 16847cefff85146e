"""What is published beside the pages: the contract's data files, true to what lies beside them."""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from projects import ROOT, Sandbox, _built
from samples import sample

from generator.exports import Artifacts, export_all
from generator.exports.data import comparison_table
from generator.exports.scripts import APART, bundle
from generator.exports.styles import SHEETS, variables
from generator.exports.styles.sheet import CHOICE
from generator.frontend import FIRST, SCRIPTS, STYLES, policy
from generator.model import views
from generator.model.loading import load
from generator.model.schema.model import Model
from generator.model.text import Text

PICTURE = {"id", "comparison", "kind", "title", "alt", "description", "page", "table", "files"}
FILE = {"path", "size", "theme", "format", "scale", "width", "height", "bytes", "sha256"}


@cache
def sandbox() -> Sandbox:
    """A built sandbox that no test changes."""
    return _built()


def pictures() -> list[dict[str, Any]]:
    found = json.loads((sandbox().site / "data" / "infographics.json").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def listed() -> list[dict[str, Any]]:
    return [file for picture in pictures() for file in picture["files"]]


def test_the_list_of_pictures_has_the_contract_s_fields() -> None:
    assert pictures()
    for picture in pictures():
        assert set(picture) >= PICTURE
        assert set(picture) - PICTURE <= {"editorial"}
        assert all(set(file) - {"transparent", "editable"} == FILE for file in picture["files"])
        for look in ("transparent", "editable"):
            assert all(file.get(look, False) == (f"-{look}" in file["path"]) for file in picture["files"])
        assert set(picture["table"]) == {"columns", "rows"}
        assert all(len(row) == len(picture["table"]["columns"]) for row in picture["table"]["rows"])
        assert all(picture[field] for field in ("title", "alt", "description"))
        assert picture["id"] == f"{picture['comparison']}-{picture['kind']}"


def test_every_listed_file_is_there_as_it_is_listed() -> None:
    for file in listed():
        data = (sandbox().site / file["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
        if file["format"] == "png":
            assert Image.open(io.BytesIO(data)).size == (file["width"], file["height"])


def test_every_published_picture_is_listed_once() -> None:
    paths = [file["path"] for file in listed()]
    assert len(paths) == len(set(paths))
    there = {
        path.relative_to(sandbox().site).as_posix()
        for path in (sandbox().site / "infographics").rglob("*")
        if path.suffix in (".png", ".svg", ".pdf")
    }
    assert there == set(paths)


def test_files_are_named_for_what_they_are() -> None:
    for picture in pictures():
        names = {Path(file["path"]).name for file in picture["files"]}
        stem = f"{picture['id']}-slide-light"
        clear = f"{stem}-transparent"
        assert names == {f"{name}{end}" for name in (stem, clear) for end in (".png", "@2x.png")} | {
            f"{stem}.svg",
            f"{stem}-editable.svg",
            f"{stem}.pdf",
        }
        sizes = {(file["format"], file["scale"]): (file["width"], file["height"]) for file in picture["files"]}
        assert sizes["png", 1] == (1920, 1080)
        assert sizes["png", 2] == (3840, 2160)


def test_every_picture_s_page_is_there() -> None:
    for picture in pictures():
        assert picture["page"].endswith("/")
        assert (sandbox().site / picture["page"] / "index.html").is_file()
        assert all(file["path"].startswith(picture["page"]) for file in picture["files"])


# --- model.json -------------------------------------------------------------------------------------------------------


def texts(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text of a model, or of what was made of it, with the way to it."""
    if isinstance(value, str):
        yield where, str(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, (*where, str(key)))
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from texts(part, (*where, index))
    elif hasattr(type(value), "model_fields"):
        for key in type(value).model_fields:
            yield from texts(getattr(value, key), (*where, key))


def test_the_model_is_published_whole() -> None:
    model = load(sandbox().content)
    published = json.loads((sandbox().site / "data" / "model.json").read_text(encoding="utf-8"))
    found = dict(texts(published))
    # What is published is no draft, the usual names of sections are the program's, and how it is published no content.
    program = {"words", "publisher"}
    written = {
        where: text for where, text in texts(model) if where[-1] not in ("status", "set") and where[1] not in program
    }
    assert len(written) > 500
    assert {where: text for where, text in found.items() if where in written} == written
    assert published["site"]["updated"] == model.site.updated.isoformat()
    position = published["comparisons"]["kam-vs-tm"]["scales"][0]["positions"]["territory-manager"]
    assert position["value"] == model.comparisons["kam-vs-tm"].scales[0].positions["territory-manager"].value
    assert set(published) == set(Model.model_fields) - {"logo"}  # a drawing, which is published as one


def test_the_published_model_is_a_model() -> None:
    published = json.loads((sandbox().site / "data" / "model.json").read_text(encoding="utf-8"))
    assert Model.model_validate(published) == load(sandbox().content).model_copy(update={"logo": None})


# --- the comparison table ---------------------------------------------------------------------------------------------


def table(model: Model) -> list[list[str]]:
    data = comparison_table(views(model)[0])
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_opens_as_a_spreadsheet(model: Model) -> None:
    header, *rows = table(model)
    view = views(model)[0]
    assert header == ["Dimension", *(compared.role.name for compared in view.roles)]
    assert [row[0] for row in rows] == [dimension.name for dimension in view.comparison.dimensions]
    assert all(len(row) == 3 and all(row) for row in rows)
    for row, dimension in zip(rows, view.comparison.dimensions, strict=True):
        assert row[1:] == ["; ".join(cell) for cell in view.cells(dimension)]
    assert (sandbox().site / "data" / "kam-vs-tm.csv").read_bytes() == comparison_table(view)


@pytest.mark.parametrize("start", list("=+-@＝＋－＠"))
def test_no_cell_is_a_live_formula(model: Model, start: str) -> None:
    role = model.roles["territory-manager"]
    hostile = Text(f'{start}HYPERLINK("http://x", "a")')
    says = {name: part.model_copy(update={"short": hostile}) for name, part in role.dimensions.items()}
    spoilt = role.model_copy(update={"dimensions": says, "name": hostile})
    model = model.model_copy(update={"roles": {**model.roles, "territory-manager": spoilt}})
    cells = [cell for row in table(model) for cell in row]
    assert not any(cell[0] in "=+-@\t\r＝＋－＠" for cell in cells)
    assert sum(cell == f"'{hostile}" for cell in cells) == 1 + len(says)


@pytest.mark.parametrize("number", ["-5", "-5.5", "+1,000", "-3%", "12"])
def test_a_negative_number_stays_a_number(model: Model, number: str) -> None:
    role = model.roles["territory-manager"].model_copy(update={"name": Text(number)})
    model = model.model_copy(update={"roles": {**model.roles, "territory-manager": role}})
    assert number in table(model)[0]


@pytest.mark.parametrize("text", ["-5+cmd|' /C calc'!A0", "-5)", "+", "-a"])
def test_what_only_begins_like_a_number_is_none(model: Model, text: str) -> None:
    role = model.roles["territory-manager"].model_copy(update={"name": Text(text)})
    model = model.model_copy(update={"roles": {**model.roles, "territory-manager": role}})
    assert f"'{text}" in table(model)[0]


def test_commas_quotes_and_accents_survive(model: Model) -> None:
    comparison = model.comparisons["kam-vs-tm"]
    odd = Text('Größe, "so to say"; Ж')
    dimensions = (comparison.dimensions[0].model_copy(update={"name": odd}), *comparison.dimensions[1:])
    changed = comparison.model_copy(update={"dimensions": dimensions})
    assert table(model.model_copy(update={"comparisons": {"kam-vs-tm": changed}}))[1][0] == odd


# --- the brand --------------------------------------------------------------------------------------------------------


def test_fonts_come_with_their_licence_and_from_the_site_alone(model: Model) -> None:
    brand = {f"fonts/{path.name}": path.read_bytes() for path in (ROOT / "content" / "brand" / "fonts").iterdir()}
    made = dict(export_all(Artifacts(model, (), brand, {})))
    assert {"assets/fonts/LICENSE.txt", "assets/fonts/Inter-Variable-subset.woff2"} < set(made)
    (sheet,) = (data.decode() for path, data in made.items() if path.endswith(".css") and path.startswith("assets/"))
    for address in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path("assets/stylesheets", address).resolve().relative_to(Path.cwd()).as_posix() in made
    assert "http" not in sheet


def test_the_style_sheet_holds_both_themes_of_every_hue(model: Model) -> None:
    sheet = variables(model.palette, ())
    schemes = dict(re.findall(r'\[data-md-color-scheme(="slate")?\] \{(.*?)\n\}', sheet, re.DOTALL))
    assert set(schemes) == {"", '="slate"'}
    assert re.search(r'@media screen \{\s*\[data-md-color-scheme="slate"\]', sheet)
    for theme, scheme in (("light", ""), ("dark", '="slate"')):
        for name, hue in model.palette.hues.items():
            assert f"--hue-{name}-solid: {getattr(hue, theme).solid};" in schemes[scheme]
            assert f"--marker: {hue.marker};" in sheet


def test_what_a_choice_of_roles_needs_is_made_where_there_is_a_choice(model: Model) -> None:
    two, four = (dict(export_all(Artifacts(each, (), {}, {}))) for each in (model, sample()))
    for made, there in ((two, False), (four, True)):
        sheet = next(data for path, data in made.items() if path.startswith("assets/stylesheets/visavis-"))
        assert (b".choose__roles" in sheet) is there
        assert any(path.startswith("assets/javascripts/choose-") for path in made) is there


def test_every_sheet_and_script_is_in_the_files_that_pages_load() -> None:
    assert sorted((*SHEETS, CHOICE)) == sorted(path.stem for path in STYLES.iterdir())
    made = dict(export_all(Artifacts(sample(), (), {}, {})))
    scripts = {path: data.decode() for path, data in made.items() if re.fullmatch(r"assets/.*\.js", path)}
    (script,) = (text for path, text in scripts.items() if "/visavis-" in path)
    (search,) = (text for path, text in scripts.items() if "/search-" in path)
    apart = {own: text for own in APART for path, text in scripts.items() if f"/{own}-" in path}
    assert sorted(scripts.values()) == sorted((script, search, *apart.values()))
    (sheet,) = (data.decode() for path, data in made.items() if path.startswith("assets/") and path.endswith(".css"))
    for path in SCRIPTS.iterdir():
        last = path.read_text(encoding="utf-8").splitlines()[-1]
        own = next((own for own in APART if path.name.startswith(own)), "")
        assert last in (apart[own] if own else script)
    for path in STYLES.iterdir():
        assert path.read_text(encoding="utf-8").splitlines()[-2].strip() in sheet
    for text in (script, *apart.values()):
        assert not re.search(r"^(import|export) ", text, re.MULTILINE)
        assert "/*" not in text
    assert "/*" not in sheet
    sent = {name: len(gzip.compress(text.encode())) for name, text in {"": script, "search": search, **apart}.items()}
    assert sent[""] + sent["picture"] + sent["comparison"] + sent["search"] < 12_000
    assert sent[""] + sent["guide"] + sent["memo"] < 12_000, "with a guide's result"
    assert sent[""] + sent["choose"] < 12_000, "until a picture is asked for"
    assert sent[""] + sent["glossary"] + sent["search"] < 12_000


def test_no_text_of_a_script_goes_over_lines_that_lose_their_indent() -> None:
    for path in SCRIPTS.iterdir():
        for line in path.read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, (path.name, line)


def test_modules_are_joined_after_what_they_import_and_keep_their_names_apart() -> None:
    modules = {
        "a": 'import { two } from "./b-c.js"\nconst own = two + 1\nconsole.log(own)',
        "b-c": "const own = 1\nexport const two = own + 1\nexport function three() {}",
    }
    text = bundle(modules)
    assert text.index("const _b_c = ") < text.index("const _a = ")
    assert "const { two } = _b_c" in text
    assert "return { two, three }" in text
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)


@pytest.mark.parametrize("file", sorted(SCRIPTS.iterdir()), ids=lambda file: file.name)
def test_modules_keep_to_the_forms_that_can_be_joined(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        if re.match(r"(import|export)\b", line):
            assert re.match(r'import \{ .+ \} from "\./[a-z-]+\.js"$|export (async function|function|const) \w', line)


def test_the_policy_knows_the_script_in_the_page_and_no_other(model: Model) -> None:
    digest = base64.b64encode(hashlib.sha256(FIRST.encode()).digest()).decode()
    (rule,) = (rule for rule in policy().split("; ") if rule.startswith("script-src"))
    assert rule == f"script-src 'self' 'sha256-{digest}'"
    assert "unsafe" not in policy()
    assert "</script" not in FIRST
    headers = dict(export_all(Artifacts(model, (), {}, {})))["_headers"].decode()
    assert f"/compare/*\n  Content-Security-Policy: {policy()}\n" in headers


def test_the_same_edition_gives_the_same_files(model: Model) -> None:
    edition = Artifacts(model, (), {}, {})
    assert dict(export_all(edition)) == dict(export_all(edition))
    assert [path for path in export_all(edition) if path.startswith("data/")] == [
        "data/model.json",
        "data/kam-vs-tm.csv",
        "data/roles/key-account-manager.json",
        "data/roles/territory-manager.json",
        "data/roles/index.json",
    ]


# --- the archive of slides --------------------------------------------------------------------------------------------


def test_the_archive_holds_the_published_slides_and_the_sheet_that_shows_them() -> None:
    data = (sandbox().site / "slides" / "slides-light.zip").read_bytes()
    archive = zipfile.ZipFile(io.BytesIO(data))
    slides = {Path(file["path"]).name: file for file in listed() if file["path"].endswith("-light@2x.png")}
    assert set(archive.namelist()) == {*slides, "alternative-texts.txt", "contact-sheet-light.png"}
    for name, file in slides.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == file["sha256"]
    sheet = Image.open(io.BytesIO(archive.read("contact-sheet-light.png")))
    assert sheet.width == 1600
    assert sheet.info["Title"] == "Contact sheet"
    assert archive.read("contact-sheet-light.png") == (sandbox().site / "slides/contact-sheet-light.png").read_bytes()
