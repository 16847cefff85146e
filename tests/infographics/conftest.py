"""Every picture that the tests look at: each kind in each size, for the flagship and for the second content set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pytest
from projects import BRAND, ROOT

from generator.infographics import all_kinds, sections
from generator.infographics.drawing import Drawing, frame
from generator.layout.frame import Frame
from generator.layout.sizes import SIZES, Size
from generator.layout.text import Fonts
from generator.model.loading import load
from generator.model.schema.model import Model
from generator.model.view import View, views

# The flagship's roles, and as many of the wards' as a comparison can have.
SUBJECTS = ("flagship", "two wards", "three wards", "four wards")
_ROLES = {"two wards": 2, "three wards": 3, "four wards": 4}


@dataclass(frozen=True)
class Shown:
    """One picture in one size, which knows how many entries of its lists it shows."""

    subject: str
    kind: str
    view: View
    size: Size
    frame: Frame
    drawing: Drawing

    @property
    def name(self) -> str:
        """What a test that fails calls it."""
        return f"{self.subject}, {self.size.name}"

    @property
    def running(self) -> str:
        """All that can be read, without spaces and capitals, in the order of painting."""
        return squeezed("".join(line.text for line in self.frame.lines))


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


@cache
def _model(name: str) -> Model:
    return load(ROOT / name, kinds=sections())


@cache
def _fonts() -> Fonts:
    return Fonts(BRAND)


@cache
def view_of(subject: str) -> View:
    """The comparison that a test speaks of."""
    if subject == "flagship":
        return views(_model("content"))[0]
    (found,) = (view for view in views(_model("tests/wards")) if len(view.roles) == _ROLES[subject])
    return found


@cache
def shown(subject: str, kind: str, size: str) -> Shown:
    """The picture; a kind that the comparison does not list borrows the words of one that it does."""
    view = view_of(subject)
    listed = {infographic.kind: infographic for infographic in view.comparison.infographics}
    words = listed.get(kind) or view.comparison.infographics[0].model_copy(update={"kind": kind})
    drawing = Drawing(view, words)
    return Shown(subject, kind, view, *laid(drawing, size), drawing)


def laid(drawing: Drawing, size: str) -> tuple[Size, Frame]:
    """The drawing in that size, and the size as the drawing has it: it knows how many entries of lists there are."""
    found = frame(drawing, SIZES[size], _fonts())
    return replace(SIZES[size], most=found.most), found


# Of the session, so that all questions about the pictures of one kind are asked one after the other: a worker that
# asks one of them has the frames for the others.
@pytest.fixture(scope="session", params=sorted(all_kinds()))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pictures(kind: str) -> tuple[Shown, ...]:
    """The pictures of one kind: of every subject in every size."""
    return tuple(shown(subject, kind, size) for subject in SUBJECTS for size in SIZES)


@pytest.fixture
def slides(kind: str) -> tuple[Shown, ...]:
    """The slide of every subject."""
    return tuple(shown(subject, kind, "slide") for subject in SUBJECTS)


@pytest.fixture
def flagship(kind: str) -> tuple[Shown, ...]:
    """The flagship's picture in every size."""
    return tuple(shown("flagship", kind, size) for size in SIZES)
