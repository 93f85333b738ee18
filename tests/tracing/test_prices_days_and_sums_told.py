"""What is left of a price, what comes on each day of a fact's own dates, what makes a total told behind."""

import pytest
from flagging import flags

LUNCH = ("套餐价格|12元，60岁以上优惠3元，80岁以上优惠5元", "餐位|68|个")
RIDES = ("爱心送考|6月7日至8日，出车120辆次", "投诉|137|件")
LIFTS = ("本年加装电梯|11|部", "历年累计加装电梯|19|部", "协调会|73|次")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("60岁以上老人付9元，80岁以上老人只付7元。", LUNCH, []),
        ("60岁以上老人付7元，80岁以上老人只付9元。", LUNCH, ["7", "9"]),
        ("60岁以上老人付8元。", LUNCH, ["8"]),
        ("爱心送考出车120辆次，平均每天60辆次。", RIDES, []),
        ("爱心送考出车120辆次，平均每天40辆次。", RIDES, ["40"]),
        ("今年装好11部，加上往年的8部，累计达到19部。", LIFTS, []),
        ("今年装好11部，加上往年的9部，累计达到19部。", LIFTS, ["9"]),
    ],
)
def test_a_right_number_stands_and_its_wrong_twin_is_flagged(text, facts, wrong):
    assert flags(text, *facts) == wrong
