"""Contents that leave something out: pictures show the rest, and say nothing of what is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.infographics.drawing import Drawing
from generator.infographics.kinds.metrics_scorecard.measures import WAYS
from generator.layout.frame import Block, Frame
from generator.model import View
from infographics.conftest import laid, squeezed, view_of


def with_roles(view: View, *changes: Mapping[str, Any]) -> View:
    """The view with fields of its roles changed, one mapping a role."""
    roles = tuple(
        replace(compared, role=compared.role.model_copy(update=dict(change)))
        for compared, change in zip(view.roles, changes, strict=True)
    )
    return replace(view, roles=roles)


def with_comparison(view: View, **changes: Any) -> View:
    return replace(view, comparison=view.comparison.model_copy(update=changes))


def drawn(view: View, kind: str, size: str) -> Frame:
    (infographic,) = (one for one in view.comparison.infographics if one.kind == kind)
    return laid(Drawing(view, infographic), size)[1]


def said(frame: Frame) -> str:
    return squeezed("".join(line.text for line in frame.lines))


def test_a_poster_says_of_each_role_what_there_is() -> None:
    view = view_of("flagship")
    one, other = (compared.role for compared in view.roles)
    assert one.fit
    assert other.career
    words = said(drawn(with_roles(view, {"career": None}, {"fit": None}), "comparison-table", "poster"))
    assert squeezed(one.fit.title) in words
    assert squeezed(other.career.leans) in words
    assert one.career
    assert squeezed(one.career.leans) not in words


def test_a_poster_of_roles_without_lead_fit_and_career_names_none_of_them() -> None:
    view = view_of("flagship")
    nothing = {"lead": (), "fit": None, "career": None}
    words = said(drawn(with_roles(view, nothing, nothing), "comparison-table", "poster"))
    for compared in view.roles:
        assert squeezed(compared.role.name) in words
        assert not any(squeezed(point.title) in words for point in compared.role.lead)
    assert squeezed(view.words.career) not in words


def test_metrics_of_which_no_way_is_better_have_neither_arrows_nor_a_note_of_them() -> None:
    view = view_of("flagship")
    metrics = {
        id: metric.model_copy(update={"better": None, "hides": None})
        for id, metric in view.model.catalogue.metrics.items()
    }
    catalogue = view.model.catalogue.model_copy(update={"metrics": metrics})
    changed = replace(view, model=view.model.model_copy(update={"catalogue": catalogue}))
    for size in ("slide", "page"):
        frame = drawn(changed, "metrics-scorecard", size)
        icons = {getattr(item, "icon", None) for item in frame.items}
        assert not icons & {icon for icon, _, _ in WAYS.values()}
        assert "arrows" not in said(frame)
        assert "better" not in said(frame)


def test_metrics_of_which_none_leads_are_all_listed() -> None:
    view = view_of("flagship")
    plain = [
        {"metrics": tuple(entry.model_copy(update={"headline": False}) for entry in compared.role.metrics)}
        for compared in view.roles
    ]
    words = said(drawn(with_roles(view, *plain), "metrics-scorecard", "page"))
    for compared in view.roles:
        for entry in compared.role.metrics:
            assert squeezed(view.metric(entry).name) in words


def test_a_card_without_shared_skills_counts_all_skills() -> None:
    view = view_of("flagship")
    own = sum(len(compared.role.skills) for compared in view.roles)
    shared = view.comparison.shared.model_copy(update={"skills": ()})
    words = said(drawn(with_comparison(view, shared=shared), "skills-matrix", "social"))
    assert f"of{own}skills" in words


def test_three_short_questions_stand_beside_their_answers_with_what_the_sum_says() -> None:
    view = view_of("flagship")
    guide = view.comparison.guide
    assert guide
    changed = with_comparison(view, guide=guide.model_copy(update={"questions": guide.questions[:3]}))
    frame = drawn(changed, "decision-tree", "slide")
    words = said(frame)
    assert squeezed("What the sum says") in words
    assert all(squeezed(guide.verdicts[compared.id].title) in words for compared in view.roles)


def test_roles_at_one_place_of_a_scale_have_no_bar_between_them() -> None:
    view = view_of("flagship")
    scale = view.comparison.scales[0]
    for apart in (False, True):
        positions = {
            id: position.model_copy(update={"value": 5 + 2 * place * apart})
            for place, (id, position) in enumerate(scale.positions.items())
        }
        one = scale.model_copy(update={"positions": positions})
        frame = drawn(with_comparison(view, scales=(one,)), "depth-and-breadth", "slide")
        blocks = [item for item in frame.items if isinstance(item, Block) and item.radii[0]]
        rails = {block.rect.height for block in blocks if block.fill == "line"}
        assert any(block.fill == "muted" and block.rect.height in rails for block in blocks) == apart
