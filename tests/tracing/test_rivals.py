"""Two numbers near each other: exchanged by mistake, or each at what its fact names."""

from functools import partial

import flagging
import pytest

GAS = ("燃气用户|5436户", "入户安检|5128户")
BINS = ("分类小区|27个", "撤桶|412个")
PRICES = ("社区食堂|3家", "老人套餐价格|10元、12元、15元")
SPEED = ("平均办理时长|2.6天，第二季度3.4天",)

flags = partial(flagging.flags, period="2025年")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("对5436户用户开展入户安检，已检5128户。", GAS, []),
        ("燃气用户5128户，入户安检5436户。", GAS, ["5128", "5436"]),
        ("27个小区全部推行撤桶并点，撤除楼道垃圾桶412个。", BINS, []),
        ("社区食堂3家，推出10元、12元、15元三档老人套餐。", PRICES, []),
        ("平均办理时长由3.4天缩短到2.6天。", SPEED, []),
    ],
)
def test_numbers_are_exchanged_only_where_nothing_at_them_names_their_own_fact(text, facts, wrong):
    assert flags(text, *facts) == wrong


def test_pupils_and_staff_are_the_whole_groups_and_not_some_of_them():
    facts = ("在校学生|1624人", "教职工|98人", "党员教师|41人")
    assert flags("全校师生1722人。", *facts) == []
    assert flags("全校师生1665人。", *facts) == ["1665"]


def test_a_share_of_what_a_change_was_just_told_of_takes_its_present_amount():
    facts = ("志愿者|326|人|298", "总人口|8742|人")
    assert flags("志愿者净增28人，占总人口的3.7%。", *facts) == []
    assert flags("志愿者净增28人，占总人口的4.7%。", *facts) == ["4.7%"]
