"""What changed between two models is told thing by thing, and what moved is not told as gone and new."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from projects import put, rename, rename_topic

from generator.diff.changes import Change, differences
from generator.model.loading import load
from generator.model.schema.model import Model

Edit = Callable[[Path, str, str], int]
ROLE = "roles/territory-manager.yml"
COMPARISON = "comparisons/kam-vs-tm.yml"


def told(before: Model, content: Path) -> list[Change]:
    return list(differences(before, load(content)))


def test_nothing_changed(model: Model, content: Path) -> None:
    assert told(model, content) == []


def test_a_text_before_and_after(model: Model, content: Path, edit: Edit) -> None:
    edit(content / ROLE, "    short: Extensive travel inside the territory", "    short: On the road")
    where = ('statement "travel-requirements"',)
    before = "Extensive travel inside the territory"
    assert told(model, content) == [Change(ROLE, "changed", where, "short", before, "On the road")]


def test_a_field_that_was_left_out_before(model: Model, content: Path, edit: Edit) -> None:
    edit(content / "glossary.yml", "  term: Coverage\n", "  term: Coverage\n  linked: false\n")
    (change,) = told(model, content)
    assert (change.file, change.kind, change.field) == ("glossary.yml", "changed", "linked")
    assert (change.before, change.after) == ("true", "false")


def test_another_logo(model: Model, content: Path, edit: Edit) -> None:
    edit(content / "brand/logo.svg", "<title>Visavis</title>", "<title>Other notes</title>")
    assert told(model, content) == []
    edit(content / "brand/logo.svg", 'r="2.6"', 'r="3"')
    assert told(model, content) == [Change("brand/logo.svg", "changed", ("logo",))]
    (content / "brand/logo.svg").unlink()
    assert told(model, content) == [Change("brand/logo.svg", "removed", ("logo",))]
    assert list(differences(load(content), model)) == [Change("brand/logo.svg", "added", ("logo",))]


def test_added_and_removed_things(model: Model, content: Path) -> None:
    file = content / "sources.yml"
    file.write_text(
        file.read_text(encoding="utf-8") + "\nnew-one:\n  title: A new one\n  publisher: P\n  kind: brief\n  text: T\n",
        encoding="utf-8",
    )
    there, back = told(model, content), list(differences(load(content), model))
    assert there == [Change("sources.yml", "added", ('source "new-one"',), after="A new one")]
    assert back == [Change("sources.yml", "removed", ('source "new-one"',), before="A new one")]


def test_a_topic_that_moves_is_neither_gone_nor_new(model: Model, content: Path) -> None:
    file = content / COMPARISON
    text = file.read_text(encoding="utf-8")
    head, rest = text.split("\ntopics:\n")
    first, second, *others = re.split(r"(?=^  - id: )", rest, flags=re.MULTILINE)[1:]
    file.write_text(f"{head}\ntopics:\n{''.join([second, first, *others])}", encoding="utf-8")
    (change,) = told(model, content)
    names = [topic.id for topic in model.comparisons["kam-vs-tm"].topics]
    assert change.kind == "moved"
    assert change.thing[0] in {f'topic "{name}"' for name in names[:2]}
    assert {change.before, change.after} == {"place 1", "place 2"}


def test_a_point_with_another_title_has_changed(model: Model, content: Path, edit: Edit) -> None:
    edit(content / ROLE, "  - title: Broad territory coverage first\n", "  - title: Everywhere first\n")
    (change,) = told(model, content)
    assert (change.kind, change.thing, change.field) == ("changed", ('point "Everywhere first"',), "title")


def test_lists_of_texts(model: Model, content: Path) -> None:
    file = content / ROLE
    text = file.read_text(encoding="utf-8")
    signs = re.search(r"(?<=  signs:\n)(    - .+\n)(    - .+\n)", text)
    assert signs
    first, second = signs.groups()
    file.write_text(text.replace(first + second, second + first + "    - A new sign.\n"), encoding="utf-8")
    added, moved = told(model, content)
    assert (added.kind, added.thing, added.field, added.after) == ("added", ("fit",), "signs", "A new sign.")
    assert moved.kind == "moved"


def test_a_text_of_a_list_that_another_one_replaces_has_changed(model: Model, content: Path) -> None:
    file = content / ROLE
    text = file.read_text(encoding="utf-8")
    signs = re.search(r"(?<=  signs:\n)    - (.+)\n", text)
    assert signs
    file.write_text(text.replace(signs[0], "    - Another sign.\n"), encoding="utf-8")
    (change,) = told(model, content)
    assert (change.kind, change.field, change.after) == ("changed", "signs", "Another sign.")
    assert change.before == signs[1].strip("'\"")


def test_a_renamed_role_and_a_new_one(content: Path, wards: Path) -> None:
    before = load(wards)
    (wards / "roles" / "extra.yml").write_bytes((wards / "roles" / "ward-nurse.yml").read_bytes())
    with_one_more = load(wards)
    (wards / "roles" / "extra.yml").rename(wards / "roles" / "spare.yml")
    renamed = load(wards)
    assert differences(before, with_one_more) == (
        Change("roles/extra.yml", "added", (), after=before.roles["ward-nurse"].name),
    )
    assert differences(with_one_more, renamed) == (
        Change("roles/spare.yml", "renamed", (), before="extra", after="spare"),
        Change("roles/extra.yml", "lost", (), "addresses", before="extra"),
    )
    assert differences(with_one_more, before) == (
        Change("roles/extra.yml", "removed", (), before=before.roles["ward-nurse"].name),
        Change("roles/extra.yml", "lost", (), "addresses", before="extra"),
    )


def test_a_claimed_id_is_a_renaming_wherever_it_is_used(model: Model, content: Path) -> None:
    new = rename(content, ROLE, "desk-seller")
    put(new, "tagline", "Calls all day")
    assert told(model, content) == [
        Change("roles/desk-seller.yml", "renamed", (), before="territory-manager", after="desk-seller"),
        Change(
            "roles/desk-seller.yml",
            "changed",
            (),
            "tagline",
            model.roles["territory-manager"].tagline,
            "Calls all day",
        ),
    ]


def test_a_claimed_comparison_and_topic(model: Model, content: Path, edit: Edit) -> None:
    file, topic = "comparisons/depth-or-breadth.yml", "relationship-building"
    rename(content, COMPARISON, "depth-or-breadth")
    rename_topic(content, "depth-or-breadth", topic, "bonds")
    assert told(model, content) == [
        Change("site.yml", "changed", (), "home", "kam-vs-tm", "depth-or-breadth"),
        Change(file, "renamed", (), before="kam-vs-tm", after="depth-or-breadth"),
        Change(file, "renamed", ('topic "bonds"',), before=topic, after="bonds"),
    ]
    edit(content / file, f"formerly: [{topic}]", "formerly: [friends]")
    lost = [change for change in told(model, content) if change.kind == "lost"]
    assert lost == [Change(file, "lost", (f'topic "{topic}"',), "addresses", topic)]


def test_by_role_and_deep_down(model: Model, content: Path) -> None:
    file = content / COMPARISON
    text = file.read_text(encoding="utf-8")
    found = re.search(r"levels:\s+key-account-manager: (\w+)", text)
    assert found
    at = found.start(1)
    file.write_text(text[:at] + "working" + text[found.end(1) :], encoding="utf-8")
    (change,) = told(model, content)
    assert change.thing[0] == "shared"
    assert change.thing[1].startswith('shared skill "')
    assert (change.field, change.before, change.after) == ("key-account-manager", found[1], "working")
