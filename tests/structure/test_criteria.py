import pytest

from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.criteria import COMPARATORS, Amount, Criterion, load_criteria
from drafter.structure.skeletons import skeleton_keys

CRITERIA = load_criteria()


def test_the_rule_has_thirty_rows_and_only_the_outdated_one_is_off() -> None:
    assert len(CRITERIA) == len({c.key for c in CRITERIA}) == len({c.name for c in CRITERIA}) == 30
    assert [c.key for c in CRITERIA if not c.used] == ["birth_policy_rate"]
    assert "criteria" not in skeleton_keys()


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_each_row_has_a_mark_a_chapter_and_a_topic_of_the_form(criterion: Criterion) -> None:
    assert criterion.comparator in COMPARATORS
    assert criterion.unit
    assert criterion.chapter in {"创建", "自治", "风尚", "环境", "文体", "服务", "管理", "治安"}
    assert criterion.role in {t.key for t in load_catalogue().topics} | {OTHER}


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_the_fields_that_a_row_reads_stand_in_the_form_in_its_unit(criterion: Criterion) -> None:
    quotient = criterion.quotient
    amounts: tuple[Amount, ...] = (*criterion.parts, *((quotient.part, quotient.whole) if quotient else ()))
    for amount in amounts:
        for key in amount.fields:
            field = load_catalogue().field(key)
            assert field is not None
            assert amount.unit in (field.unit, *field.units)


def test_what_must_not_happen_is_listed_item_by_item() -> None:
    zero = {c.key: len(c.items) for c in CRITERIA if c.items}
    assert zero == {"environment_zero": 5, "customs_zero": 2, "security_zero": 9}
    assert all(c.threshold == 0 and c.comparator == "=" for c in CRITERIA if c.items)
