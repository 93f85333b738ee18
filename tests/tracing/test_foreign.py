"""True values under foreign subjects raise an alarm; free paraphrases of their own subject raise none."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from flagging import last_trace, only_trace

from drafter.tracing.kinds import kinds_before, kinds_behind, kinds_in

ROOT = Path(__file__).parent.parent.parent
only, last = partial(only_trace, period="2025年"), partial(last_trace, period="2025年")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("现有志愿者236人。", "在册党员|236|名"),
        ("共有1920名留守儿童。", "60岁以上老人|1920|人"),
        ("组织网格员312人开展活动。", "注册志愿者|312|名"),
        ("办理大病救助达到2610户。", "常住居民|2610|户"),
        ("全年举办科普讲座6次。", "举办道德讲堂|6|期"),
        ("开展集中宣传活动40次。", "开展环境集中整治|40|次"),
    ],
)
def test_a_value_of_one_kind_does_not_back_another_kind(text, fact):
    trace = only(text, fact)
    assert trace.flagged
    assert trace.closest == ("F1",)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("现有共产党员236名。", "在册党员|236|名"),
        ("志愿服务队员312人参加清扫。", "注册志愿者|312|名"),
        ("辖区居民2610户。", "常住居民|2610|户"),
        ("住户2610户。", "常住居民|2610|户"),
        ("评出身边好人18名。", "选树先进人物|18|名"),
        ("平安建设中，志愿者185人上岗巡逻。", "平安志愿者|185|名"),
        ("绿地率37.5%。", "绿化覆盖率|37.5|%"),
        ("3个网格员小组走访，37栋楼全部改造。", "改造楼栋|37|栋"),
    ],
)
def test_other_words_for_the_same_thing_are_no_other_thing(text, fact):
    trace = last(text, fact, "网格员小组|3|个")
    assert not trace.flagged, trace.because


def test_a_name_counts_only_right_at_the_number_and_in_its_unit():
    text = "志愿者共93名"
    assert len(list(kinds_before(text, 0, 4, "名"))) == 2  # the form's field and the wider kind
    assert not list(kinds_before(text, 0, 4, "户"))
    assert not list(kinds_before("志愿者带领居民", 0, 7, "名"))
    assert list(kinds_behind("93名热心志愿者", 3, 8, "名"))


def test_a_whole_label_may_be_a_word_that_says_too_little_inside_others():
    assert kinds_in("户数", "户") == kinds_in("常住居民", "户")
    assert not kinds_in("改造户数", "户")


def test_the_alarm_names_the_likely_source_and_what_the_sentence_s_own_subject_has():
    trace = only("现有志愿者93人。", "在册党员|93|名", "注册志愿者|326|名", "平安志愿者|51|名")
    assert trace.because == "正文写“93人”，可能取自“在册党员 93名”，此处说的是“注册志愿者 326名”“平安志愿者 51名”。"
    assert trace.closest[0] == "F2"
    trace = only("现有注册志愿者93人。", "在册党员|93|名", "注册志愿者|326|名", "平安志愿者|51|名")
    assert (trace.category, trace.suggestion, trace.closest) == ("swapped_subject", "326", ("F2", "F1"))


def test_where_the_sheet_says_nothing_of_the_subject_the_alarm_says_so():
    trace = only("现有志愿者93人。", "在册党员|93|名")
    assert trace.because == "正文写“93人”，可能取自“在册党员 93名”，材料中没有“志愿者”的数，请补充事实或改写。"
    assert trace.suggestion == ""
    assert "可能取自“在册党员 93名”" in only("新装消防栓93人。", "在册党员|93|名").because


@pytest.mark.parametrize("text", ["社区消防队员326名。", "组建护林队员326名。"])
def test_members_of_a_team_of_their_own_are_not_the_volunteers(text: str):
    trace = only(text, "注册志愿者|326|名")
    assert (trace.flagged, trace.suggestion) == (True, "")


def test_an_alarm_names_no_source_that_shares_the_figure_alone():
    trace = only("新建充电桩8个。", "举办健康讲座|8|场")
    assert (trace.because, trace.closest) == ("正文写“8个”，材料中没有“充电桩”的数，请补充事实或改写。", ())
    for text in ("新建充电桩6个。", "组建文体队伍6支。"):
        trace = only(text, "党支部|6|个")
        assert "可能取自" not in trace.because
        assert trace.closest == ()


def test_a_figure_of_two_digits_is_named_with_the_fact_that_alone_has_it():
    assert "可能取自“举办健康讲座 93场”" in only("新建充电桩93个。", "举办健康讲座|93|场").because


def test_of_two_names_of_one_length_the_alarm_says_the_later_one_each_time():
    assert "材料中没有“探头”的数" in only("已装监控探头42个。", "巡逻队员|42|名").because


def test_a_number_that_only_its_unit_names_may_still_state_the_one_fact_that_has_it():
    assert not only("面对突如其来的疫情，社区145名冲在一线。", "值守人员|145|人").flagged
    assert only("新来骑手连同保安共1145名。", "注册志愿者|1145|名").flagged


@pytest.mark.parametrize("text", ["党员带领志愿者93名。", "在册党员带动下，志愿者达到93名。", "党员93名。志愿者93名。"])
def test_naming_the_right_subject_nearby_does_not_save_the_value_of_another(text):
    trace = last(text, "在册党员|93|名")
    assert (trace.flagged, trace.closest) == (True, ("F1",))


@pytest.mark.parametrize("text", ["党员志愿者93名。", "93名党员志愿者上岗。", "志愿者中党员93名。"])
def test_a_name_made_of_two_speaks_of_both(text):
    assert not only(text, "在册党员|93|名").flagged


def test_last_period_s_value_is_told_from_this_period_s():
    trace = only("居民满意率91%。", "居民满意率|95|%|91")
    assert trace.because == "正文写“91%”，这是“居民满意率”上期的数（91%），不是本期的，本期是“居民满意率 95%”。"
    assert trace.suggestion == "95%"


def test_a_value_in_another_unit_is_told_from_a_value_of_another_subject():
    trace = only("开展志愿服务活动64人次。", "开展志愿服务活动|64|次", "低保对象|64|人")
    assert (trace.category, trace.closest) == ("wrong_unit", ("F1",))


@pytest.mark.parametrize(
    ("text", "reckoning"),
    [
        ("宣传栏比上年减少4个。", "26 - 22 = 4，是增加，不是减少"),
        ("宣传栏同比减少18.2%。", "(26 - 22) ÷ 22 = 18.2%，是增加，不是减少"),
        ("调解纠纷同比增加8件。", "43 - 51 = -8，是减少，不是增加"),
        ("调解纠纷比上年多8件。", "43 - 51 = -8，是减少，不是增加"),
    ],
)
def test_a_change_told_in_the_other_direction_is_flagged_with_the_right_one(text, reckoning):
    trace = only(text, "宣传栏|26|个|22", "调解纠纷|43|件|51")
    assert (trace.flagged, trace.reckoning, trace.suggestion) == (True, reckoning, "")


@pytest.mark.parametrize("text", ["宣传栏比上年多4个。", "宣传栏增加4个。", "纠纷比上年少8件。", "调解纠纷下降15.7%。"])
def test_a_change_told_the_right_way_stands(text):
    assert not only(text, "宣传栏|26|个|22", "调解纠纷|43|件|51").flagged


def test_nine_in_ten_foreign_values_of_an_example_sheet_are_flagged_and_hardly_any_of_its_own():
    command = [sys.executable, "benchmarks/foreign_subjects.py", "samples/example_brochure.yaml"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    shares = {row[:28].strip(): float(row[28:].split()[2]) for row in printed.splitlines()[1:]}
    assert all(
        share >= 0.9 for name, share in shares.items() if not name.startswith("control") and "no form" not in name
    )
    assert all(share <= 0.01 for name, share in shares.items() if name.startswith("control"))


def test_what_a_label_only_says_of_standing_leaves_the_name_as_it_is_and_a_part_is_not_the_whole():
    facts = ("在册党员|96|人", "女党员|35|人")
    assert not only("社区共有党员96名。", *facts).flagged
    part = only("社区共有党员35名。", *facts)
    assert part.flagged
    assert (part.category, part.closest, part.suggestion) == ("swapped_subject", ("F1", "F2"), "96")
    assert not only("社区共有女性党员35名。", *facts).flagged


def test_a_change_since_last_year_is_not_reckoned_from_two_things_of_this_year():
    facts = ("开展集中宣传活动|11|次|9", "设置宣传栏|26|个|22", "组织集中学习|24|次")
    change = last("开展集中宣传活动11次，比上年减少2次。", *facts)
    assert change.flagged
    change = last("开展集中宣传活动11次，比上年增加2次。", *facts)
    assert (change.flagged, change.category, change.facts) == (False, "derived_diff", ("F1",))
