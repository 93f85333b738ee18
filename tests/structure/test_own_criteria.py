"""The criteria as a unit wants them: switched off, with other marks, with its own rows, and back."""

from decimal import Decimal

import pytest

from drafter.structure.criteria import load_criteria
from drafter.structure.own_criteria import (
    OWN_CHAPTER,
    Change,
    Choice,
    OwnRow,
    adjusted,
    comparator_of,
    own_faults,
    with_change,
)

GIVEN = load_criteria()
LAMPS = next(c for c in GIVEN if c.key == "lamp_rate")
CHARGERS = OwnRow(name="电动车充电桩", comparator="≥", threshold=Decimal(20), unit="个", names="充电桩，充电位")


def test_nothing_chosen_is_what_is_given() -> None:
    assert adjusted(GIVEN, Choice()) == GIVEN


def test_a_row_is_switched_off_and_its_mark_is_changed() -> None:
    choice = Choice(changes={"lamp_rate": Change(used=False, threshold=Decimal("95.5"))})
    (row,) = [c for c in adjusted(GIVEN, choice) if c.key == "lamp_rate"]
    assert (row.used, row.threshold, row.comparator) == (False, Decimal("95.5"), "≥")
    assert Choice.model_validate_json(choice.model_dump_json()) == choice


def test_what_is_set_back_by_hand_is_no_change() -> None:
    off = with_change(LAMPS, Change(), {"used": False})
    assert off == Change(used=False)
    assert with_change(LAMPS, off, {"used": True}) == Change()
    assert with_change(LAMPS, Change(), {"threshold": Decimal(98)}) == Change()


def test_an_own_row_stands_behind_the_given_ones() -> None:
    own = adjusted(GIVEN, Choice(own=(OwnRow(), CHARGERS)))[-1]
    assert (own.name, own.chapter, own.names) == ("电动车充电桩", OWN_CHAPTER, ("充电桩", "充电位"))
    assert len(adjusted(GIVEN, Choice(own=(OwnRow(), CHARGERS)))) == len(GIVEN) + 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (OwnRow(threshold=Decimal(3)), "缺少名称"),
        (OwnRow(name="充电桩", unit="个"), "缺少标准值"),
        (OwnRow(name="充电桩", threshold=Decimal(3)), "缺少单位"),
        (OwnRow(name="长" * 61, threshold=Decimal(3), unit="个"), "太长"),
        (OwnRow(name="藏书", threshold=Decimal(3), unit="册"), "另一条标准在用"),
        (OwnRow(name="书", threshold=Decimal(3), unit="册", names="图书藏量"), "另一条标准在用"),
    ],
)
def test_an_own_row_that_is_not_ready_says_why_and_is_left_out(row: OwnRow, said: str) -> None:
    choice = Choice(own=(row,))
    (fault,) = own_faults(GIVEN, choice)
    assert fault.startswith("自定标准第1行")
    assert said in fault
    assert adjusted(GIVEN, choice) == GIVEN
    assert choice.own == (row,), "what was typed is kept"


def test_two_own_rows_may_not_share_a_name() -> None:
    assert len(own_faults(GIVEN, Choice(own=(CHARGERS, CHARGERS)))) == 1


def test_comparisons_are_read_from_their_words() -> None:
    assert comparator_of("不超过") == "≤"
