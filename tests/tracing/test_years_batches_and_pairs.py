"""Sums of last year, batches and dates counted, years running, rates of a pair just told, rough numbers of another."""

from functools import partial

import pytest
from flagging import flags, report_on

alarms = partial(flags, period="2023年")


def _trace(text, number, *facts):
    return next(t for t in report_on(text, *facts, period="2023年").traces if t.mention.text == number)


_TREES = ("2023年植树|银杏41棵，香樟28棵", "2022年植树|银杏52棵，香樟33棵")
_CASES = ("2023年调解纠纷|邻里纠纷46件，家庭纠纷19件", "2022年调解纠纷|邻里纠纷51件，家庭纠纷26件")


@pytest.mark.parametrize(
    ("stale", "meant", "facts"),
    [
        ("全年植树85棵。", "69", _TREES),
        ("全年调解纠纷77件，化解在基层。", "65", _CASES),
        ("今年共调解各类纠纷77件。", "65", _CASES),
    ],
)
def test_a_sum_of_last_years_parts_is_stale_where_this_year_is_told(stale, meant, facts):
    trace = _trace(stale, "85" if "棵" in stale else "77", *facts)
    assert (trace.flagged, trace.category, trace.suggestion) == (True, "stale_period", meant)
    assert not alarms(stale.replace(trace.mention.text, meant), *facts)


def test_a_sum_of_last_years_parts_stands_where_last_year_is_spoken_of():
    assert not alarms("2022年植树85棵。", *_TREES)
    assert not alarms("上年调解纠纷77件。", *_CASES)
    assert alarms("上年调解纠纷65件。", *_CASES) == ["65"]


@pytest.mark.parametrize(
    ("right", "wrong", "facts"),
    [
        ("分两批改造老旧楼栋37栋。", "分四批改造老旧楼栋37栋。", ["老旧楼栋改造|首批16栋，第二批21栋"]),
        ("分三期培训网格员。", "分五期培训网格员。", ["培训网格员|第一期30人，第二期42人，第三期28人"]),
        ("全年放映4次电影。", "全年放映6次电影。", ["电影放映日期|1月8日、4月9日、7月2日、10月6日"]),
        ("组织3次体检。", "组织5次体检。", ["体检时间|3月11日、6月12日、9月13日"]),
        ("街道第四个年头保持“平安街道”称号。", "街道第五个年头保持“平安街道”称号。",
         ["截至2023年连续4年保持“平安街道”称号"]),
        ("邻里节步入第八个年头。", "邻里节步入第九个年头。", ["邻里节|第8年"]),
        ("招聘会应聘160人，录用92人，录用率57.5%。", "招聘会应聘160人，录用92人，录用率14.4%。",
         ["社区失业人员|640人，其中大龄218人", "招聘会|应聘160人，录用92人"]),
        ("满意度问卷回收率96%。", "满意度问卷回收率91%。",
         ["满意度问卷|发放500份，回收480份", "居民满意度|2023年94.2%，2022年90.1%"]),
        ("垃圾分类考评列全市第二名，比上季度前进六位。", "垃圾分类考评列全市第二名，比上季度前进四位。",
         ["四季度垃圾分类考评列全市第2名，三季度列第8名"]),
        ("改造屋顶27个，改造面达四分之三。", "改造屋顶27个，改造面达三分之一。",
         ["屋顶改造|27个，1.8万平方米", "屋顶总数|36|个"]),
        ("迎新春书法班每周日上课，学员60余人。", "迎新春书法班每周日上课，学员近60人。",
         ["少儿舞蹈班|5月开班，学员56人", "迎新春书法班|学员63人，每周日上课"]),
    ],
)  # fmt: skip
def test_what_follows_plainly_stands_and_its_wrong_twin_does_not(right, wrong, facts):
    assert not alarms(right, *facts)
    assert alarms(wrong, *facts)


def test_a_step_in_an_order_is_held_against_the_facts_where_the_draft_tells_a_wrong_place():
    rank = "四季度垃圾分类考评列全市第2名，三季度列第8名"
    assert alarms("垃圾分类考评列全市第三名，比上季度前进六位。", rank) == ["三"]
    assert alarms("垃圾分类考评列全市第三名，比上季度前进五位。", rank) == ["三", "五"]


def test_batches_of_something_else_count_nothing():
    assert alarms("举办两期插花培训。", "插花培训|3|期", "安置房|首期80套，第二期90套") == ["两"]


def test_things_counted_each_in_its_own_unit_are_not_exchanged():
    facts = ("渔船|540|艘", "护渔行动|8月1日至3日，渔船40条")
    assert not alarms("全镇有渔船540艘。8月1日至3日，四十条渔船参加护渔。", *facts)
    assert alarms("全镇有渔船560艘。8月1日至3日，五十条渔船参加护渔。", *facts) == ["560", "五十"]
