"""How a value is read as it is entered."""

import pytest

from drafter.numbers.typed import value_problem
from drafter.ui.readings import reading


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2496", "户"), ("2,496", "户"),
        ("三千多", "户"), ("约3万", "人"), ("96.5%", "%"), ("96.5", "%"), ("近150", "名"),
        ("2002年6月", ""), ("1/3", ""), ("2.5万", "人"), ("326人", "人"), ("每周", ""), ("", "户"),
    ],
)  # fmt: skip
def test_what_people_write_is_accepted(value: str, unit: str):
    assert value_problem(value, unit) == ""


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("12/0", "分母是 0"),
        ("12O", "改成 120"),
        ("12、15", "没有全部读成一个数"),
        ("12a", "读不出"),
        ("3..5.", "小数点位置不对"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_remedy(value: str, says: str):
    import re

    assert re.search(says, value_problem(value, "户"))


@pytest.mark.parametrize(
    ("value", "unit", "means"),
    [
        ("三千多", "户", "读作 3000以上"),
        ("约百来", "人", "读作 约100"),
        ("四十来", "次", "读作 约40"),
        ("百来人", "人", "读作 约100"),
        ("23.5万", "万元", "读作 23.5万元"),
        ("约3万", "万人次", "读作 约3万人次"),
        ("3万余", "万元", "读作 3万余元"),
        ("约3万", "人", "读作 约30000"),
        ("2496", "户", ""),
        ("2,496", "户", ""),
        ("96.5", "%", ""),
        ("很多", "户", "没有读到数字，按原文写入文稿"),
        ("12/0", "户", ""),
    ],
)
def test_what_a_value_means_is_told_where_it_is_not_plain(value: str, unit: str, means: str):
    assert reading(value, unit) == means
