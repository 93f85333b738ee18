"""Numbers that look like terms are traced as claims: hotline digits that count, places, titles, 翻番, 零点六."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flagged(text: str, *facts: Fact) -> list[str]:
    return [t.mention.text for t in trace_numbers(text, FactSheet(period="2024年", facts=facts)).flagged]


def fact(label: str, value: str, unit: str = "", previous: str = "") -> Fact:
    return Fact(id="F1", label=label, value=value, unit=unit, previous=previous)


@pytest.mark.parametrize(
    ("known", "right", "wrong", "number"),
    [
        (fact("平均候诊时间缩短", "120", "分钟"), "平均候诊时间缩短120分钟。", "平均候诊时间缩短110分钟。", "110"),
        (fact("巡逻队员", "122", "人"), "巡逻队员：122", "巡逻队员：119", "119"),
        (fact("采摘大棚", "114", "座"), "| 采摘大棚 | 114 |", "| 采摘大棚 | 120 |", "120"),
        (fact("清运淤泥", "12315", "斤"), "清运淤泥12315斤。", "清运淤泥12345斤。", "12345"),
        (fact("回访满意率", "100%"), "回访满意率1OO%。", "回访满意率9O%。", "9O%"),
        (fact("村集体收入", "86", "万元", "43"), "村集体收入比上年翻番。", "村集体收入比上年翻两番。", "两番"),
        (fact("村集体收入", "68", "万元", "43"), "村集体收入增加到68万元。", "村集体收入实现翻番。", "翻番"),
        (fact("全县考核排名", "第四"), "全县考核排名前五。", "全县考核排名前三。", "三"),
        (fact("全县考核排名", "第二"), "全县考核排名前二。", "全县考核排名第三。", "三"),
        (fact("全县考核排名", "前三"), "全县考核排名前三。", "全县考核排名第三。", "三"),
        (fact("龙舟赛成绩", "四连冠"), "龙舟赛实现四连冠。", "龙舟赛实现“六连冠”。", "六"),
        (fact("信访", "0", "件"), "信访量归零。", "信访量归零，信访2件。", "2"),
        (fact("信访", "2", "件"), "信访2件。", "信访量归零。", "零"),
        (fact("水面面积", "0.85", "平方公里"), "水面面积零点八五平方公里。", "水面面积零点五八平方公里。", "零点五八"),
        (fact("捐款", "6000", "元"), "捐款零点六万元。", "捐款零点五万元。", "零点五万"),
        (fact("硬化道路", "2.3", "公里"), "硬化道路2。3公里。", "硬化道路3。2公里。", "3。2"),
        (fact("培训课时", "96", "节"), "培训96课时。", "培训69课时。", "69"),
    ],
)  # fmt: skip
def test_a_claim_is_backed_or_flagged(known: Fact, right: str, wrong: str, number: str):
    assert flagged(right, known) == []
    assert flagged(wrong, known) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "拨打120求助，并向110、119通报。",
        "急救电话120，火警电话119。",
        "与110联动，12345转办的件件有回音。",
        "开展“119”消防宣传月活动。",
        "干部要有归零心态，零点前完成值守交接。",
        "门前三包天天抓。",
    ],
)
def test_a_term_stays_one(text: str):
    assert flagged(text, fact("信访", "2", "件")) == []
