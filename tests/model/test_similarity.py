"""How alike roles are: by what they name of the catalogue, the same either way round, and told by name."""

from __future__ import annotations

import pytest
from samples import sample

from generator.model import Similarity, nearest, similarity, traits
from generator.model.similarity import numbered

Named = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

FULL: Named = (("ask", "listen"), ("sales",), ("stock", "office"))
NOTHING: Named = ((), (), ())


def between(one: Named, other: Named) -> Similarity:
    found = numbered({"one": one, "other": other})
    return similarity(found["one"], found["other"])


def test_a_role_is_wholly_like_one_that_names_the_same() -> None:
    found = between(FULL, (("listen", "ask"), ("sales",), ("office", "stock")))
    assert found.value == 1
    assert (found.skills, found.metrics, found.partners) == FULL


def test_nothing_in_common_is_nothing() -> None:
    for one, other in ((FULL, (("drive",), (), ())), (FULL, NOTHING), (NOTHING, NOTHING)):
        found = between(one, other)
        assert (found.value, found.skills, found.metrics, found.partners) == (0, *NOTHING)


def test_the_value_is_the_common_part_of_what_either_names() -> None:
    other = (("listen", "drive"), ("visits",), ("office",))
    assert between(FULL, other).value == pytest.approx(2 / 7)
    assert between(FULL, other).skills == ("listen",)
    assert between(other, FULL).value == between(FULL, other).value


def test_a_skill_is_no_partner_of_the_same_id() -> None:
    assert between((("sales",), (), ()), ((), (), ("sales",))).value == 0


def test_the_nearest_come_first_equal_ones_by_id_and_strangers_not_at_all() -> None:
    every = numbered(
        {
            "z": FULL,
            "far": (("drive",), (), ()),
            "some": (("ask",), (), ()),
            "b-twin": FULL,
            "a-twin": FULL,
        }
    )
    assert [id for id, _ in nearest("z", every, 9)] == ["a-twin", "b-twin", "some"]
    assert [id for id, _ in nearest("z", every, 1)] == ["a-twin"]
    assert nearest("far", every, 9) == ()


def test_what_a_comparison_says_that_all_its_roles_need_counts_as_named_by_each() -> None:
    model = sample()
    own = model.roles["baker"].model_copy(update={"skills": ()})
    found = traits(model.model_copy(update={"roles": {**model.roles, "baker": own, "carter": own}}))
    baker = found["baker"]
    assert (baker.skills, baker.metrics, baker.partners) == (("knead",), ("loaves",), ("mill",))
    assert found["carter"].skills == ()  # in no comparison
