"""Which of a template's layouts serve: by name, in the languages that PowerPoint has, by type, or the nearest one.

In: the layouts of a presentation. Out: those for the first slide and for pictures, and what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

FIRST, PICTURE, CONTENT = "Title Slide", "Title Only", "Title and Content"
_TITLES = ("title", "ctrTitle")
_FOOT = ("dt", "ftr", "sldNum")
# What PowerPoint calls them: Danish, Dutch, English, Finnish, French, German, Italian, Norwegian, Polish, Portuguese,
# Spanish, Swedish, Turkish, Russian, Chinese, Japanese.
_NAMES = {
    FIRST: "title slide|titelslide|titeldia|otsikkodia|diapositive de titre|titelfolie|diapositiva titolo|"
    "tittellysbilde|slajd tytułowy|slide de título|diapositivo de título|diapositiva de título|rubrikbild|"
    "başlık slaydı|титульный слайд|标题幻灯片|タイトル スライド",
    PICTURE: "title only|kun titel|alleen titel|vain otsikko|titre seul|nur titel|solo titolo|kun tittel|bare tittel|"
    "tylko tytuł|somente título|apenas título|sólo el título|solo el título|endast rubrik|yalnızca başlık|"
    "только заголовок|仅标题|タイトルのみ",
    CONTENT: "title and content|titel og indholdsobjekt|titel en object|otsikko ja sisältö|titre et contenu|"
    "titel und inhalt|titolo e contenuto|tittel og innhold|tytuł i zawartość|título e conteúdo|título y objetos|"
    "rubrik och innehåll|başlık ve içerik|заголовок и объект|标题和内容|タイトルとコンテンツ",
}
_TYPES = {FIRST: "title", PICTURE: "titleOnly", CONTENT: "obj"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A layout for each purpose, and what a person should know about the choice."""

    first: Any
    picture: Any
    notes: tuple[str, ...]


def choose(masters: Sequence[Any], roomy: Callable[[Any], float]) -> Chosen:
    """The layouts of the first master come first; `roomy` says how much room one leaves for a picture."""
    layouts = [layout for master in masters for layout in master.slide_layouts]
    picture = _named(layouts, PICTURE) or _nearest(layouts, roomy)
    first = _named(layouts, FIRST) or picture
    return Chosen(first, picture, tuple(dict.fromkeys(_notes({FIRST: first, PICTURE: picture}))))


def _notes(used: dict[str, Any]) -> Iterator[str]:
    for wanted, layout in used.items():
        if not _is(layout, wanted):
            yield f'it has no layout "{wanted}"; "{layout.name}" is used instead'
        if not title_of(layout):
            yield f'layout "{layout.name}" has no place for a title; titles stand where they do in our own decks'


def title_of(layout: Any) -> Any | None:
    """The layout's place for a title."""
    return next((place for place in layout.placeholders if kind(place) in _TITLES), None)


def place_of(layout: Any, *kinds: str) -> Any | None:
    """The layout's first place of one of these kinds."""
    return next((place for wanted in kinds for place in layout.placeholders if kind(place) == wanted), None)


def kind(place: Any) -> str:
    """What a placeholder is for, as files say it."""
    return str(place._element.xpath("./*/p:nvPr/p:ph")[0].get("type", "obj"))


def is_foot(place: Any) -> bool:
    """Whether it is for a date, a footer or a number."""
    return kind(place) in _FOOT


def _named(layouts: Sequence[Any], wanted: str) -> Any | None:
    """The layout of that name, else of that type, if it has a title."""
    titled = [layout for layout in layouts if title_of(layout)]
    called = [layout for layout in titled if _plain(layout.name) in _NAMES[wanted].split("|")]
    return next(iter([*called, *(layout for layout in titled if _is(layout, wanted))]), None)


def _is(layout: Any, wanted: str) -> bool:
    return _plain(layout.name) in _NAMES[wanted].split("|") or layout._element.get("type") == _TYPES[wanted]


def _plain(name: str) -> str:
    """A name as it is compared: copies of a layout begin with a number, as in "1_Title Only"."""
    name = " ".join(name.replace("\xad", "").casefold().split())
    front, _, rest = name.partition("_")
    return rest if front.isdigit() else name


def _nearest(layouts: Sequence[Any], roomy: Callable[[Any], float]) -> Any:
    """The one with a title and the fewest other places; without any title, the one with the fewest places. Of equal
    ones that with the most room.
    """

    def others(layout: Any) -> tuple[bool, int, float]:
        places = [place for place in layout.placeholders if not is_foot(place)]
        return not title_of(layout), len(places), -roomy(layout)

    return min(layouts, key=others)
