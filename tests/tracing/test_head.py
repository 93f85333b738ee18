from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

SHEET = FactSheet(
    unit="十八里铺社区",
    superior="三道河街道办事处",
    period="2024年度",
    date="2025年1月8日",
    facts=(Fact(id="F1", label="志愿者", value="326", unit="人"),),
)


def flagged(text: str) -> list[str]:
    return [t.mention.text for t in trace_numbers(text, SHEET).flagged]


def test_numbers_in_the_names_of_the_unit_and_its_superior_are_no_claims():
    assert not flagged("在三道河街道办事处的领导下，十八里铺社区现有志愿者326人。")


def test_the_date_of_the_document_stands():
    assert not flagged("十八里铺社区\n2025年1月8日")


def test_another_date_of_the_same_year_is_flagged():
    assert flagged("2025年3月9日召开总结会。") == ["2025年3月9日"]


def test_the_same_numerals_outside_the_name_still_need_a_fact():
    assert flagged("新建阅览室十八处。") == ["十八"]
