"""Roles of a large catalogue share hues; beside each other they never look alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogues import write

from generator.model import Model, compared_roles, load, views


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    content = tmp_path_factory.mktemp("many") / "content"
    write(content, 60, 150)
    return load(content)


def test_roles_side_by_side_differ_in_hue_and_marker(model: Model) -> None:
    assert len({role.hue for role in model.roles.values()}) < len(model.roles)
    assert {len(view.roles) for view in views(model)} == {2, 3, 4}
    for view in views(model):
        assert len({compared.hue for compared in view.roles}) == len(view.roles), view.id
        assert len({compared.swatch.marker for compared in view.roles}) == len(view.roles), view.id


def test_the_first_to_wear_a_hue_keeps_it(model: Model) -> None:
    changed = [(id, one) for id, one in model.comparisons.items() if one.hues]
    assert changed
    for _, comparison in changed:
        first, *_ = comparison.roles
        assert compared_roles(comparison, model.roles)[first].hue == model.roles[first].hue


def test_a_written_hue_stays(tmp_path: Path) -> None:
    write(tmp_path / "content", 6, 12)
    for file in sorted((tmp_path / "content/roles").glob("*.yml"))[:3]:
        file.write_text(f"{file.read_text(encoding='utf-8')}hue: teal\n", encoding="utf-8")
    comparison = tmp_path / "content/comparisons/comparison-0001.yml"
    text = comparison.read_text(encoding="utf-8")
    for other in (tmp_path / "content/comparisons").glob("*.yml"):
        if other != comparison:
            other.unlink()
    names = sorted(file.stem for file in (tmp_path / "content/roles").glob("*.yml"))[:2]
    body = text[: text.index("roles:")] + f"roles: [{', '.join(names)}]\nhues: {{{names[1]}: rust}}\n"
    comparison.write_text(body + text[text.index("dimensions:") : text.index("scales:")], encoding="utf-8")
    loaded = load(tmp_path / "content")
    (only,) = views(loaded)
    assert [compared.hue for compared in only.roles] == ["teal", "rust"]
