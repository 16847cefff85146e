"""What an editor writes is published: each text is on a page, in a picture or in data.

`data/model.json` is left out: it is the content itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from projects import BRAND, ROOT, put, without_painting

from generator import pipeline
from generator.infographics import sections
from generator.model import following, load
from generator.model.schema import AccountType, Answer, Guide, Metric, Model, Part, Question
from generator.model.text import Text
from generator.painting import here
from generator.problems import ContentError, Place

Edit = Callable[[Path, str, str], int]
# Words for the search and for checks, and short forms for pictures, which are not drawn here.
UNSEEN = {"found_by", "jargon", "accepted", "plural", "words", "gives_short", "gets_short"}
# What is shown on some conditions only: in a picture, where a topic shows the guide, where a role names the account.
AT_TIMES: dict[type[Part], tuple[str, ...]] = {
    Answer: ("short",),
    Question: ("short",),
    Metric: ("short",),
    Guide: ("title", "text", "decides"),
    AccountType: ("definition",),
}
WRITTEN = ("site", "catalogue", "roles", "comparisons", "glossary", "sources")


def written(value: Any) -> Iterator[Text]:
    """Every text that readers are to see, at any depth."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from written(getattr(value, name)) if not unseen(value, name) else ()
    elif isinstance(value, dict | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from written(item)


def unseen(part: Part, name: str) -> bool:
    return name in UNSEEN or name in AT_TIMES.get(type(part), ())


def marked(value: Any, marks: dict[Place, str]) -> Any:
    """The same with each text in the place of its mark."""
    if isinstance(value, Text):
        return type(value)(marks.setdefault(value.place, f"Zq{len(marks)}x"), value.place)
    if isinstance(value, Part):
        return value.model_copy(update={name: marked(item, marks) for name, item in value})
    if isinstance(value, dict):
        return {key: marked(item, marks) for key, item in value.items()}
    return tuple(marked(item, marks) for item in value) if isinstance(value, tuple) else value


@pytest.mark.slow
@pytest.mark.parametrize("name", ["content", "tests/wards"])
def test_every_text_is_published(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = Path(shutil.copytree(ROOT / name, tmp_path / "content"))
    shutil.copytree(BRAND / "fonts", content / "brand" / "fonts", dirs_exist_ok=True)
    put(content / "site.yml", "sizes", "[slide, page]")
    model, marks = load(content, kinds=sections()), dict[Place, str]()
    wanted = [text.place for part in WRITTEN for text in written(getattr(model, part))]
    assert len(wanted) > 300
    parts = {part: marked(getattr(model, part), marks) for part in WRITTEN}
    parts["comparisons"] = {
        id: following(comparison, model.roles, parts["roles"]) for id, comparison in parts["comparisons"].items()
    }
    changed: Model = model.model_copy(update=parts)
    monkeypatch.setattr("generator.pipeline.reading.inspect_model", lambda *_, **__: (changed, ()))
    without_painting(monkeypatch)
    made = pipeline.make(pipeline.compose(content), (), here(tmp_path / "cache"), report=lambda _: None)
    published = " ".join(
        data.decode("utf-8", "ignore") for path, data in made.files.items() if path != "data/model.json"
    ).lower()
    missing = [place for place in wanted if marks[place].lower() not in published]
    assert [f"{place.file[-30:]}:{place.line}" for place in missing] == []


def test_a_guide_that_a_topic_shows_needs_its_heading(wards: Path, edit: Edit) -> None:
    text = (wards / "comparisons/ward-vs-home.yml").read_text(encoding="utf-8")
    _, _, rest = text.partition("\nguide:\n")
    title = rest.split("\n")[0]
    assert title.startswith("  title: ")
    edit(wards / "comparisons/ward-vs-home.yml", f"\nguide:\n{title}\n", "\nguide:\n")
    with pytest.raises(ContentError) as caught:
        load(wards, kinds=sections())
    (problem,) = caught.value.problems
    assert problem.message.startswith('"title" is missing from the guide, which the topic "')
