import pytest

from drafter.structure.harvest import harvest, harvested_sheet
from drafter.structure.outline import outline_text


def found(text: str) -> list[tuple[str, str, str]]:
    (outline,) = outline_text(text)
    return [(c.label, c.value, c.unit) for c in harvest(outline)]


@pytest.mark.parametrize(
    ("sentence", "label", "value", "unit"),
    [
        ("全年发放宣传资料6200份。", "发放宣传资料", "6200", "份"),
        ("社区有常住居民3120户，环境较好。", "常住居民", "3120", "户"),
        ("选聘了12名专职网格员，负责日常巡查。", "专职网格员", "12", "名"),
        ("清运垃圾200多吨，居民满意。", "清运垃圾", "200多", "吨"),
        ("参加活动的居民近3000人次，规模超过往年。", "参加活动的居民", "近3000", "人次"),
        ("为79名困难学生办理了助学贷款，解决了后顾之忧。", "困难学生办理助学贷款", "79", "名"),
        ("为68人办理了小额贷款，帮助他们创业。", "办理小额贷款", "68", "人"),
        ("老人享受到每月50元的高龄补贴，生活有了保障。", "高龄补贴", "50", "元"),
        ("发放健康宣传卡上千张，居民都很欢迎。", "健康宣传卡", "上千", "张"),
        ("社区成立于2003年5月，位于城区东部。", "社区成立时间", "2003年5月", ""),
        ("辖区面积0.8平方公里，有小区9个。", "面积", "0.8", "平方公里"),
        ("有居民小区12个、居民楼74栋。", "居民小区", "12", "个"),
        ("为独居老人47名建立探访台账。", "独居老人", "47", "名"),
        ("月度检查得分列第4名。", "得分列", "第4", "名"),
        ("共建资金27万元，用于改造楼道。", "共建资金", "27万", "元"),
        ("创建知晓率达到98.5%，居民评价较好。", "创建知晓率", "98.5", "%"),
        ("党员队伍增至95名，年龄结构更趋合理。", "党员队伍", "95", "名"),
    ],
)
def test_a_label_says_what_the_number_counts(sentence: str, label: str, value: str, unit: str):
    text = f"一、基本情况\n{sentence}\n二、主要做法\n社区坚持以居民需求为导向，认真听取大家的意见，把各项工作做实做细。"
    first = found(text)[0]
    assert first[1:] == (value, unit)
    assert label in first[0]


def test_numbers_joined_by_a_comma_share_their_subject():
    labels = found("一、帮扶救助\n全年申报低保334户、845人，慰问困难户55户。\n二、宣传\n社区张贴标语30条。")
    assert labels[:3] == [("申报低保", "334", "户"), ("申报低保", "845", "人"), ("慰问困难户", "55", "户")]


def test_a_figure_that_something_reached_is_not_told_of_what_grew_just_before():
    labels = found(
        "一、宣传\n发放资料3600份，增长20%，创建知晓率达到98.5%。\n二、志愿\n志愿者由去年的200人发展到326人。"
    )
    assert [label for label, _, _ in labels] == ["发放资料", "增长", "创建知晓率", "志愿者", "志愿者"]


def test_a_number_right_behind_another_counts_the_same_thing():
    assert found("一、概况\n常住居民3120户8460人。\n二、宣传\n社区张贴标语30条。")[:2] == [
        ("常住居民", "3120", "户"),
        ("常住居民", "8460", "人"),
    ]


def test_a_share_is_told_of_what_was_counted_just_before():
    labels = [label for label, _, _ in found("一、概况\n有老人1980人，占23.4%。\n二、宣传\n社区张贴标语30条。")]
    assert labels[:2] == ["老人", "老人占"]


def test_a_candidate_carries_its_topic_and_its_sentence():
    (outline,) = outline_text("一、整治环境卫生\n成效明显。全年清运垃圾310吨。\n二、志愿服务\n志愿者上岗2100人次。")
    waste, turnout = harvest(outline)
    assert (waste.topic, waste.source) == ("environment", "全年清运垃圾310吨。")
    assert turnout.topic == "volunteer"


def test_what_is_said_twice_comes_once():
    assert len(found("一、概况\n社区有党员93名。\n二、党建\n社区有党员93名。")) == 1


def test_markers_terms_and_vague_words_are_no_candidates():
    assert found("一、志愿服务\n一是建立一支队伍；二是开通12345热线。\n二、宣传\n开展“三下乡”活动。") == []


def test_the_sheet_takes_unit_period_and_date_from_the_document():
    (outline,) = outline_text(
        "柳荫社区2025年文明创建工作总结\n一、宣传\n发放资料6200份。\n二、环境\n清运垃圾310吨。\n柳荫社区居民委员会\n2025年12月22日"
    )
    sheet = harvested_sheet(outline)
    assert (sheet.unit, sheet.period, sheet.date) == ("柳荫社区居民委员会", "2025年", "2025年12月22日")
    assert [fact.id for fact in sheet.facts] == ["F1", "F2"]
    assert sheet.facts[1].note == "清运垃圾310吨。"


def test_percent_is_said_once_and_an_approximation_stays_whole():
    text = "一、宣传\n居民知晓率达95%。满意率80%以上。八成居民参加。\n二、环境\n清运垃圾310吨。"
    assert [(value, unit) for _, value, unit in found(text)[:3]] == [("95", "%"), ("80%以上", ""), ("八成", "")]
