"""An average told of each goes on in the clauses behind it, unless they tell of all."""

import pytest
from flagging import flags, only_alarm

ROUNDS = ["整治行动|18|次", "清理垃圾|126|吨", "清理小广告|3402|处", "出动人员|1260|人次"]
REBUILT = ["投入380万元改造老旧小区14个，惠及居民4260户。"]
CHECKS = ["安全检查|48|次", "发现隐患|120|处", "整改隐患|114|处"]


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("平均每次行动出动70人次，清理垃圾7吨。", [], ROUNDS),
        ("每次行动平均出动70人次，清理垃圾7吨，清理小广告189处。", [], ROUNDS),
        ("平均每次行动出动70人次，清理垃圾9吨。", ["9"], ROUNDS),
        ("平均每次行动出动70人次，清理垃圾126吨。", [], ROUNDS),
        ("平均每次行动出动70人次，共清理垃圾7吨。", ["7"], ROUNDS),
        ("平均每个小区投入27.1万元，惠及304户。", [], REBUILT),
        ("平均每个小区投入27.1万元，惠及350户。", ["350"], REBUILT),
        ("平均每次检查发现隐患2.5处，整改2.4处。", [], CHECKS),
        ("平均每次检查发现隐患2.5处，全年整改114处。", [], CHECKS),
        ("平均每次检查发现隐患2.5处，整改2.6处。", ["2.6"], CHECKS),
        ("主题活动每月一次，全年参加2856人次，次均238人次。", [], ["主题活动|每月1次，参加2856人次", "支部|10|个"]),
        (
            "主题活动每月一次，全年参加2856人次，次均286人次。",
            ["286"],
            ["主题活动|每月1次，参加2856人次", "支部|10|个"],
        ),
    ],
)
def test_an_average_is_carried_on(text, wrong, facts):
    assert flags(text, *facts) == wrong


def test_the_average_is_suggested_and_not_the_total():
    assert only_alarm("平均每次行动出动70人次，清理垃圾9吨。", *ROUNDS).suggestion == "7"
