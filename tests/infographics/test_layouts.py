"""Layouts are kept: what comes from the store paints the same, is not held, and is made anew where anything changed."""

from __future__ import annotations

import pickle
import zlib
from pathlib import Path

import pytest
from projects import ROOT

from generator import infographics
from generator.infographics import LaidOut, layouts
from generator.layout import Frame, KeptFrame, load_fonts, packed, unpacked
from generator.model import Model, Text, load
from generator.painting import Cache
from generator.problems import ContentError, OutputError
from infographics.conftest import shown

FONTS = load_fonts(ROOT / "content/brand")


@pytest.fixture(scope="module")
def model() -> Model:
    whole = load(ROOT / "content")
    comparison = whole.comparisons["kam-vs-tm"]
    few = comparison.model_copy(update={"infographics": comparison.infographics[:2], "topics": ()})
    pictures = whole.site.pictures.model_copy(update={"sizes": ("social", "phone")})
    site = whole.site.model_copy(update={"pictures": pictures})
    return whole.model_copy(update={"site": site, "comparisons": {"kam-vs-tm": few}})


def lay_out(model: Model, cache: Path) -> LaidOut:
    return infographics.lay_out(model, FONTS, Cache(cache))


def test_a_frame_comes_back_as_it_was() -> None:
    frame = shown("flagship", "comparison-table", "slide").frame
    again = unpacked(packed(frame))
    assert again == frame
    kept = KeptFrame(frame.width, frame.height, frame.most, frame.digest, lambda: again)
    assert (kept.items, kept.digest, kept.most) == (frame.items, frame.digest, frame.most)
    assert pickle.loads(pickle.dumps(kept)) == frame
    assert type(pickle.loads(pickle.dumps(kept))) is Frame


def test_bytes_that_name_anything_but_frames_are_refused() -> None:
    with pytest.raises(pickle.UnpicklingError, match="does not name"):
        unpacked(zlib.compress(pickle.dumps(Path("x"))))


def test_what_was_laid_out_is_read_and_not_laid_out_again(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = infographics.lay_out(model, FONTS)
    first = lay_out(model, tmp_path)
    monkeypatch.setattr("generator.infographics.laid_out.frame", lambda *_, **__: pytest.fail("it lays out"))
    second = lay_out(model, tmp_path)
    for made in (first, second):
        assert made.pictures == plain.pictures
        assert {type(frame) for sizes in made.frames.values() for frame in sizes.values()} == {KeptFrame}
        assert [job.frame.digest for job in infographics.jobs(made)] == [
            job.frame.digest for job in infographics.jobs(plain)
        ]
    (job, other) = (infographics.jobs(made)[0] for made in (plain, second))
    assert job.frame.items == other.frame.items


@pytest.mark.parametrize("what", ["site", "role", "comparison", "catalogue", "fonts", "program"])
def test_another_text_font_or_program_is_another_layout(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    lay_out(model, tmp_path)
    made: list[str] = []
    real = infographics.frame

    def noted(drawing: infographics.Drawing, *arguments: object, **more: object) -> Frame:
        made.append(drawing.id)
        return real(drawing, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.infographics.laid_out.frame", noted)
    other = model
    if what == "site":
        other = model.model_copy(update={"site": model.site.model_copy(update={"name": Text("Another")})})
    elif what == "role":
        role = model.roles["territory-manager"].model_copy(update={"name": Text("Area Manager")})
        other = model.model_copy(update={"roles": {**model.roles, "territory-manager": role}})
    elif what == "comparison":
        one = model.comparisons["kam-vs-tm"].model_copy(update={"title": Text("Deep or wide")})
        other = model.model_copy(update={"comparisons": {"kam-vs-tm": one}})
    elif what == "catalogue":
        skills = {
            id: one.model_copy(update={"name": Text(f"{one.name} x")}) for id, one in model.catalogue.skills.items()
        }
        other = model.model_copy(update={"catalogue": model.catalogue.model_copy(update={"skills": skills})})
    elif what == "fonts":
        monkeypatch.setattr("generator.files.content_digest", lambda _: "another font")
    else:
        monkeypatch.setattr(layouts, "_versions", lambda: ("another program",))
    lay_out(other, tmp_path)
    assert made


def test_a_role_that_is_not_shown_changes_no_layout(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(model, tmp_path)
    monkeypatch.setattr("generator.infographics.laid_out.frame", lambda *_, **__: pytest.fail("it lays out"))
    beside = model.roles["territory-manager"].model_copy(update={"name": Text("Someone else")})
    lay_out(model.model_copy(update={"roles": {**model.roles, "beside": beside}}), tmp_path)


def test_problems_are_the_same_with_and_without_a_store(model: Model, tmp_path: Path) -> None:
    comparison = model.comparisons["kam-vs-tm"]
    first, *others = comparison.infographics
    long = first.model_copy(update={"title": Text(" ".join(["A title that no picture has room for"] * 9))})
    broken = comparison.model_copy(update={"infographics": (long, *others)})
    other = model.model_copy(update={"comparisons": {"kam-vs-tm": broken}})
    lay_out(model, tmp_path)
    found = []
    for store in (None, Cache(tmp_path), Cache(tmp_path)):
        with pytest.raises(ContentError) as caught:
            infographics.lay_out(other, FONTS, store)
        found.append(caught.value.problems)
    assert found[0] == found[1] == found[2]


def test_a_layout_of_which_a_part_was_removed_is_made_anew(model: Model, tmp_path: Path) -> None:
    lay_out(model, tmp_path)
    largest = max((path for path in tmp_path.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    largest.unlink()
    assert all(job.frame.items for job in infographics.jobs(lay_out(model, tmp_path)))


def test_a_layout_that_is_gone_is_told(model: Model, tmp_path: Path) -> None:
    made = lay_out(model, tmp_path)
    for entry in tmp_path.rglob("*"):
        if entry.is_file():
            entry.unlink()
    with pytest.raises(OutputError, match="run the command again"):
        _ = infographics.jobs(made)[0].frame.items


def test_a_folder_that_cannot_be_written_keeps_nothing_and_ends_nothing(model: Model, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    made = lay_out(model, tmp_path / "file")
    assert made.pictures == infographics.lay_out(model, FONTS).pictures
