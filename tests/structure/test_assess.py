"""A unit's facts held against the criteria: each row met, missed by so much, or without data."""

from decimal import Decimal
from typing import Any

import pytest

from drafter.models import Fact, FactSheet
from drafter.structure.amounts import label_key, readings
from drafter.structure.assess import CONCLUSIONS, Assessed, assess, assess_all, requirement
from drafter.structure.criteria import Criterion, load_criteria

CRITERIA = load_criteria()
BY_KEY = {c.key: c for c in CRITERIA}


def sheet(*facts: dict[str, Any]) -> FactSheet:
    return FactSheet(facts=tuple(Fact(**f) for f in facts)).with_ids()


def fact(label: str, value: str, unit: str = "") -> dict[str, str]:
    return {"label": label, "value": value, "unit": unit}


def stating(criterion: Criterion, value: Decimal) -> FactSheet:
    return sheet(*(fact(a.name, format(value, "f"), a.unit) for a in criterion.parts))


def judged(key: str, *facts: dict[str, Any]) -> Assessed:
    return assess(sheet(*facts), BY_KEY[key])


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_each_row_is_met_by_a_figure_on_the_right_side(criterion: Criterion) -> None:
    good = criterion.threshold + (1 if criterion.comparator == ">" else 0)
    found = assess(stating(criterion, good), criterion)
    assert (found.conclusion, found.gap, found.lacking) == ("met", "", ())
    assert found.facts


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_each_row_is_missed_by_just_so_much(criterion: Criterion) -> None:
    above = criterion.comparator == "≤" or criterion.threshold == 0
    bad = criterion.threshold + (Decimal("1") if above else Decimal("-0.5"))
    found = assess(stating(criterion, bad), criterion)
    unit = "个百分点" if criterion.unit == "%" else criterion.unit
    assert found.conclusion == "missed"
    assert f"{'超1' if above else '差0.5'}{unit}" in found.gap
    assert len(found.facts) == len(criterion.parts)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_each_row_without_a_fact_has_no_data_and_says_what_is_lacking(criterion: Criterion) -> None:
    found = assess(sheet(fact("植树", "360", "棵")), criterion)
    assert found.conclusion == "nodata"
    assert found.lacking
    assert found.facts == ()


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_each_row_that_is_stated_vaguely_around_its_mark_is_left_open(criterion: Criterion) -> None:
    if criterion.threshold:
        around = sheet(fact(criterion.name, f"约{criterion.threshold}", criterion.unit))
        found = assess(around, criterion)
        assert found.conclusion == "unsure"
        assert "在这中间" in found.because
        assert found.lacking == (criterion.amount,)


def test_no_fact_speaks_for_two_criteria() -> None:
    stated = [label_key(n) for c in CRITERIA for a in c.parts for n in (a.name, *a.names)]
    assert len(stated) == len(set(stated))
    alone = assess_all(sheet(fact("重大刑事案件", "2", "起")), CRITERIA)
    assert [a.gap for a in alone if a.conclusion == "missed"] == ["恶性刑事案件超2起"]
    alone = assess_all(sheet(fact("重大治安案件", "2", "起")), CRITERIA)
    assert [a.gap for a in alone if a.conclusion == "missed"] == ["重大治安案件超2起"]


def test_a_share_is_reckoned_from_two_facts_and_shows_how() -> None:
    found = judged("first_aid_rate", fact("总人口", "5692", "人"), fact("受初级救护培训人数", "30", "人"))
    assert found.conclusion == "missed"
    assert found.reckoning == "30 ÷ 5692 = 0.53%"
    assert found.gap == "差0.47个百分点"
    assert found.because == "受初级救护培训人数至少要57人，还差27人"
    assert found.facts == ("F2", "F1")


def test_square_metres_a_hundred_households_are_reckoned_from_the_fields_of_the_form() -> None:
    facts = ({"id": "office_area"} | fact("办公用房", "800", "平方米"), fact("居民户数", "1779", "户"))
    found = judged("office_per_100_households", *facts)
    assert (found.conclusion, found.stated) == ("met", "44.97平方米")
    assert found.reckoning == "800 ÷ 1779 × 100 = 44.97平方米"
    few = judged("office_per_100_households", fact("办公服务用房", "300", "平方米"), fact("常住居民", "2500", "户"))
    assert (few.stated, few.gap) == ("12平方米", "差8平方米")
    assert few.because == "办公服务用房至少要500平方米，还差200平方米"


def test_a_share_a_hair_below_its_mark_does_not_look_like_it() -> None:
    found = judged("regular_participants", fact("常参加文体活动居民", "59999", "人"), fact("总人口", "100000", "人"))
    assert (found.conclusion, found.stated) == ("missed", "59.999%")
    assert found.gap == "差0.001个百分点"
    even = judged("regular_participants", fact("常参加文体活动居民", "60", "人"), fact("总人口", "100", "人"))
    assert even.conclusion == "missed"
    assert "还差1人" in even.because


def test_a_share_of_vague_numbers_is_told_only_where_they_allow_it() -> None:
    vague = judged("office_per_100_households", fact("办公服务用房", "300余", "平方米"), fact("常住居民", "1779", "户"))
    assert vague.conclusion == "unsure"
    assert "16.86平方米以上不到22.48平方米" in vague.because
    assert [a.name for a in vague.lacking] == ["办公服务用房"]
    clear = judged("office_per_100_households", fact("办公服务用房", "800余", "平方米"), fact("常住居民", "1779", "户"))
    assert clear.conclusion == "met"


def test_a_share_with_one_fact_missing_names_it() -> None:
    found = judged("mediation_success", fact("调解纠纷", "46", "件"))
    assert found.conclusion == "nodata"
    assert [a.name for a in found.lacking] == ["调解成功"]
    assert "还缺：调解成功" in found.because
    nothing = judged("mediation_success", fact("调解纠纷", "0", "件"), fact("调解成功", "0", "件"))
    assert (nothing.conclusion, nothing.because) == ("unsure", "调解矛盾纠纷是 0，算不出来")


def test_a_stated_share_that_its_own_facts_contradict_is_left_open() -> None:
    facts = (fact("调解纠纷", "50", "件"), fact("调解成功", "40", "件"))
    found = judged("mediation_success", fact("调解成功率", "99", "%"), *facts)
    assert found.conclusion == "unsure"
    assert "填的是99%，算出来却是80%" in found.because
    agreeing = judged("mediation_success", fact("调解成功率", "80", "%"), *facts)
    assert (agreeing.conclusion, agreeing.gap) == ("missed", "差18个百分点")


def test_two_facts_that_differ_across_the_mark_are_left_open_and_both_named() -> None:
    found = judged("library_books", fact("图书藏量", "3000", "册"), fact("藏书", "6000", "册"))
    assert found.conclusion == "unsure"
    assert found.facts == ("F1", "F2")
    assert "3000册、6000册" in found.because
    same_side = judged("library_books", fact("图书藏量", "6000", "册"), fact("藏书", "6100", "册"))
    assert (same_side.conclusion, same_side.stated) == ("met", "6000册")


def test_books_bought_this_period_are_not_the_stock() -> None:
    assert judged("library_books", fact("新增图书", "5200", "册")).conclusion == "nodata"
    assert judged("library_books", {"text": "新增图书5200册"}).conclusion == "nodata"
    assert judged("library_books", {"text": "社区图书室藏书5200册，新增500册"}).conclusion == "met"


def test_a_free_sentence_is_read_too() -> None:
    found = judged("safety_rate", {"text": "经测评，居民安全感达98.5%，比上年高2个百分点"})
    assert (found.conclusion, found.stated) == ("met", "98.5%")
    assert judged("safety_rate", {"text": "着力提升居民安全感，走访96户"}).conclusion == "nodata"


def test_none_is_shown_without_a_unit() -> None:
    amount = BY_KEY["customs_zero"].parts[0]
    assert [r.stated for r in readings(amount, sheet(fact(amount.name, "无", "起")))] == ["无"]


def test_what_must_not_happen_is_judged_item_by_item() -> None:
    one = judged("customs_zero", fact("非法宗教活动", "0", "起"))
    assert one.conclusion == "unsure"
    assert [a.name for a in one.lacking] == ["封建迷信活动"]
    assert judged("customs_zero", {"text": "全年未发生非法宗教活动和封建迷信活动。"}).conclusion == "met"
    assert judged("customs_zero", fact("非法宗教活动", "无"), fact("封建迷信活动", "0", "起")).conclusion == "met"
    broken = judged("customs_zero", fact("非法宗教活动", "0", "起"), fact("封建迷信活动", "2", "起"))
    assert (broken.conclusion, broken.gap) == ("missed", "封建迷信活动超2起")
    vague = judged("customs_zero", fact("非法宗教活动", "0", "起"), fact("封建迷信活动", "不到2", "起"))
    assert vague.conclusion == "unsure"


@pytest.mark.parametrize(
    "text", ["严防重大火灾", "无论是否发生重大火灾都要演练", "2019年重大火灾后没有松懈", "没有因重大火灾停工"]
)
def test_words_that_do_not_deny_an_event_are_no_data(text: str) -> None:
    assert judged("security_zero", {"text": text}).conclusion == "nodata"


def test_what_can_not_be_read_says_why() -> None:
    found = judged("activity_room_area", fact("文化活动室面积", "100", "人"))
    assert found.conclusion == "unsure"
    assert "单位是“人”" in found.because
    assert judged("library_books", fact("图书藏量", "几千", "册")).conclusion == "unsure"
    assert judged("library_books", fact("图书藏量", "无数据")).conclusion == "nodata"


def test_a_gap_of_a_vague_figure_is_vague() -> None:
    assert judged("library_books", fact("图书藏量", "3600余", "册")).gap == "差1300至1400册"
    assert judged("library_books", fact("图书藏量", "近5000", "册")).gap == "最多差505册"
    assert judged("lamp_rate", fact("路灯亮化率", "不到90", "%")).gap == "差8个百分点以上"
    assert judged("unemployment_rate", fact("登记失业率", "超过5", "%")).gap == "超1至96个百分点"


def test_rows_that_are_off_are_not_judged() -> None:
    keys = [a.criterion.key for a in assess_all(sheet(fact("计划生育率", "100", "%")), CRITERIA)]
    assert "birth_policy_rate" not in keys
    assert len(keys) == 29


def test_marks_are_told_in_words_and_conclusions_without_colour() -> None:
    assert requirement(BY_KEY["lamp_rate"]) == "不少于98%"
    assert requirement(BY_KEY["security_zero"]) == "每项等于0起"
    assert len({sign for sign, _ in CONCLUSIONS.values()}) == len(CONCLUSIONS)
