"""What a fact gives for another time, as a plan or of another place is none of this period's, and vice versa."""

import pytest
from flagging import flags, only_alarm, report_on

from drafter.models import Fact

CHANGED = "阅览座位由2023年的64个增加到2024年的88个"
TUTORS = Fact(label="辅导员", value="2015", unit="人")
VISITS = Fact(label="巡河", value="366", unit="次")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("2024年举办讲座21场。", "2023年举办讲座21场"),
        ("今年举办讲座21场。", "去年举办讲座21场"),
        ("现有座位64个。", CHANGED),
        ("社区有座位64个。", "2022年底有座位64个"),
    ],
)
def test_a_number_of_an_earlier_year_is_not_told_as_of_now(text, fact):
    assert "stale_period" in {t.category for t in report_on(text, fact).flagged}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("2023年举办讲座21场。", "2023年举办讲座21场"),
        ("去年举办讲座21场。", "去年举办讲座21场"),
        ("座位由64个增加到88个。", CHANGED),
        ("自2019年以来，累计举办讲座21场。", "2019年以来累计举办讲座21场"),
        ("多年来坚持办讲座，曾获省级奖项2项。", "2019年获省级奖项2项"),
        ("社区建于2008年，占地3.6公顷。", "2008年建成，占地3.6公顷"),
    ],
)
def test_history_may_be_told_as_history(text, fact):
    assert flags(text, fact) == []


def test_the_value_of_now_is_put_in_its_place():
    assert only_alarm("现有座位64个。", CHANGED).suggestion == "88"


@pytest.mark.parametrize(
    "fact",
    [
        "计划安装充电桩36个",
        "预计安装充电桩36个",
        "拟新建充电桩36个",
        "到2026年，充电桩将达到36个",
        "力争充电桩达到36个",
    ],
)
def test_what_is_planned_is_not_told_as_done(fact):
    alarm = only_alarm("全年新建充电桩36个。", fact)
    assert (alarm.mention.text, alarm.category) == ("36", "stale_period")
    assert flags("下一步，计划新建充电桩36个。", fact) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("安装充电桩30个。", "计划安装充电桩36个，实际安装30个"),
        ("资助学生11人。", "“春风”计划资助学生11人"),
        ("工期提前15天。", "工期较计划提前15天"),
        ("旧仓库改成图书室，面积120平方米。", "将旧仓库改为图书室，面积120平方米"),
    ],
)
def test_not_all_that_speaks_of_plans_is_one(text, fact):
    assert flags(text, fact) == []


@pytest.mark.parametrize(
    ("text", "fact", "number"),
    [
        ("下半年走访160户。", "上半年走访160户", "160"),
        ("全年调解纠纷14起。", "一季度调解纠纷14起", "14"),
        ("社区有敬老院7家。", "全区共有敬老院7家", "7"),
    ],
)
def test_a_part_of_the_year_and_a_wider_place_keep_to_themselves(text, fact, number):
    assert flags(text, fact) == [number]
    assert flags(fact + "。", fact) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("去年有辅导员2015人。", TUTORS),
        ("平均每月巡河366次。", VISITS),
        ("兄弟社区巡河366次。", VISITS),
        ("周边村巡河366次。", VISITS),
    ],
)
def test_this_periods_own_fact_is_none_of_another_time_or_place(text, fact):
    assert len(flags(text, fact)) == 1


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("有辅导员2015人。", TUTORS),
        ("按照年初计划，巡河366次。", VISITS),
        ("与周边村联合巡河366次。", VISITS),
        ("下一步，继续发挥2015名辅导员的作用。", TUTORS),
        ("平均每月巡河30.5次。", VISITS),
    ],
)
def test_it_stands_where_they_are_only_spoken_of(text, fact):
    assert flags(text, fact) == []


@pytest.mark.parametrize(
    ("text", "fact", "flagged"),
    [
        ("开展为期一个月的宣传。", "2024年6月10日至7月10日开展宣传", []),
        ("开展为期两个月的宣传。", "2024年6月10日至7月10日开展宣传", ["两"]),
        ("开展为期两个月的宣传。", "2024年6月1日至7月31日开展宣传", []),
    ],
)
def test_months_are_counted_from_day_to_day(text, fact, flagged):
    assert flags(text, fact) == flagged


FOLLOWED = ("安全检查|48|次|36", "培训人数|900|人次|600", "发现隐患|120|处|160")


@pytest.mark.parametrize(
    "text",
    [
        "去年开展安全检查36次，培训600人次。",
        "2023年检查36次，培训600人次；2024年检查48次，培训900人次。",
        "去年安全检查36次，今年检查48次，培训900人次。",
        "去年发现隐患160处，今年发现120处，减少40处。",
        "去年安全检查36次，同比增长33.3%，培训900人次。",
    ],
)
def test_a_time_told_at_the_head_of_a_clause_goes_on_in_those_behind_it(text):
    assert flags(text, *FOLLOWED) == []


def test_this_periods_number_in_a_clause_that_goes_on_from_last_periods_is_flagged():
    alarm = only_alarm("去年开展安全检查36次，培训900人次。", *FOLLOWED)
    assert (alarm.mention.text, alarm.category, alarm.suggestion) == ("900", "stale_period", "600")
