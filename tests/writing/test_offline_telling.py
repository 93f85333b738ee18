"""One section's facts told as sentences: what is said together, what apart, by whom, compared with what."""

import re

import pytest

from drafter.models import Fact, FactSheet
from drafter.structure.assign import assign_facts
from drafter.structure.skeletons import load_skeleton
from drafter.writing.offline import OfflineWriter


def one_section(key: str, *facts: Fact, document: str = "annual_summary", **head: str) -> str:
    sheet = FactSheet(**({"unit": "南苑社区", "period": "2025年"} | head), document=document, facts=facts).with_ids()
    skeleton = load_skeleton(document)
    spec = skeleton.spec(key)
    assert spec is not None
    return OfflineWriter(sheet, skeleton).write(spec, assign_facts(sheet, skeleton)[key])


def test_what_belongs_together_is_said_together() -> None:
    text = one_section(
        "overview",
        Fact(topic="overview", label="常住居民", value="2496", unit="户"),
        Fact(topic="overview", label="总人口", value="6828", unit="人"),
        document="application",
    )
    assert re.search(r"2496户、(人口)?6828人", text)


def test_a_profile_begins_with_whose_it_is() -> None:
    text = one_section(
        "opening", Fact(topic="overview", label="户籍人口", value="3.2", unit="万人"), unit="石桥镇", document="plan"
    )
    assert "本镇户籍人口3.2万人。" in text


def test_what_is_dealt_with_alike_shares_its_verb() -> None:
    text = one_section(
        "environment",
        Fact(topic="environment", label="楼道杂物", value="18", unit="车"),
        Fact(topic="environment", label="建筑垃圾", value="42", unit="吨"),
    )
    assert re.search(r"清理(楼道杂物18车、建筑垃圾42吨|建筑垃圾42吨、楼道杂物18车)。", text)


def test_a_plan_aims_at_no_good_deeds_and_no_complaints() -> None:
    text = one_section(
        "ideology", Fact(topic="ideology", label="好人好事", value="15", unit="件"), document="plan", period="2026年"
    )
    assert "涌现" not in text


def test_parts_follow_their_whole() -> None:
    text = one_section(
        "leadership",
        Fact(topic="party", label="女性党员", value="45", unit="人"),
        Fact(topic="party", label="在册党员", value="93", unit="名"),
        Fact(topic="party", label="流动党员", value="136", unit="人"),
    )
    assert re.search(r"流动党员136人、(在册)?党员93名，其中女性党员45人", text), "136 of 93 can't be a part"


@pytest.mark.parametrize(
    ("value", "previous", "says"),
    [
        ("326", "298", "比上年增加28名，增长9.4%"),
        ("280", "350", "比上年减少70名，下降20%"),
        ("1,200", "1000", "比上年增加200名，增长20%"),
        ("298", "298", "与上年持平"),
        ("15", "0", "比上年增加15名。"),
        ("3", "6729", "比上年减少6726名。"),
    ],
)
def test_a_figure_is_compared_with_last_time(value: str, previous: str, says: str) -> None:
    fact = Fact(topic="volunteer", label="注册志愿者", value=value, unit="名", previous=previous)
    assert says in one_section("volunteer", fact)


@pytest.mark.parametrize(("value", "previous"), [("300多", "280"), ("326", "近300"), ("约3万", "2万")])
def test_what_is_no_plain_number_is_not_reckoned_with(value: str, previous: str) -> None:
    fact = Fact(topic="volunteer", label="注册志愿者", value=value, unit="名", previous=previous)
    assert "上年" not in one_section("volunteer", fact)


def test_rates_differ_by_points_and_half_years_by_the_same_half() -> None:
    fact = Fact(topic="environment", label="门前三包签约率", value="92.5", unit="%", previous="90.1")
    assert "签约率为92.5%，比上年同期提高2.4个百分点" in one_section("environment", fact, period="2026年上半年")


def test_a_subject_is_said_once() -> None:
    text = one_section(
        "overview",
        Fact(topic="overview", label="辖区人口", value="8600", unit="人"),
        Fact(topic="overview", label="下辖社区", value="12", unit="个"),
        Fact(topic="overview", label="社区工作人员", value="90", unit="名"),
        document="application",
    )
    assert not re.search("辖区(内)?(现|共)?有?辖区|有下辖|社区(现|共)?有?社区工作", text)


def test_several_changes_share_a_sentence() -> None:
    text = one_section(
        "publicity",
        Fact(topic="publicity", label="设置宣传栏", value="26", unit="个", previous="22"),
        Fact(topic="publicity", label="发放宣传资料", value="5200", unit="份", previous="4600"),
    )
    assert "宣传栏增加4个、增长18.2%，宣传资料增加600份、增长13%。" in text


def test_figures_of_three_years_are_told_as_such_and_one_noun_serves_two_of_them() -> None:
    text = one_section(
        "relief",
        Fact(topic="relief", label="三年申报低保户", value="334", unit="户"),
        Fact(topic="relief", label="三年申报低保人数", value="845", unit="人"),
        Fact(topic="relief", label="慰问困难户", value="55", unit="户"),
        Fact(topic="relief", label="三年办理大病救助", value="34", unit="户"),
    )
    assert "三年来，社区共申报低保户334户、845人，办理大病救助34户。" in text
    assert re.search("。社区(累计|共)?慰问困难户55户", text), "of one year only"


def test_people_named_by_what_they_got_are_no_deed() -> None:
    text = one_section("relief", Fact(topic="relief", label="办理助学贷款的困难学生", value="79", unit="名"))
    assert "办理助学贷款的困难学生有79名" in text


def test_deeds_have_their_doer_once_a_paragraph() -> None:
    text = one_section(
        "culture",
        Fact(topic="culture", text="成立秧歌艺术团"),
        Fact(topic="culture", label="举办比赛", value="4", unit="场"),
        Fact(topic="culture", text="邀请老党员讲党史6场"),
    )
    assert text.count("社区") == 1
    assert "社区成立秧歌艺术团" in text or "社区举办比赛" in text or re.search("社区(累计|共)举办比赛", text)


def test_the_unit_is_not_named_before_its_own_name() -> None:
    fact = Fact(topic="overview", label="社区工作人员", value="13", unit="名")
    assert re.search("社区(现有|有)工作人员13名", one_section("overview", fact, document="application"))


def test_a_plan_tells_targets_as_targets() -> None:
    text = one_section(
        "volunteer",
        Fact(topic="volunteer", label="注册志愿者", value="500", unit="名"),
        Fact(topic="volunteer", label="服务覆盖率", value="80", unit="%"),
        document="plan",
    )
    assert "社区力争注册志愿者达到500名" in text
    assert "现有" not in text
    assert "服务覆盖率达到80%" in text


def test_an_opening_names_who_under_whom_and_when() -> None:
    opening = one_section("opening", superior="城关街道办事处")
    assert "南苑社区" in opening
    assert "在城关街道办事处的领导下" in opening
    assert "2025年" in opening


def test_what_was_pasted_at_length_stays_whole() -> None:
    pasted = "社区组织居民参加活动，内容丰富" * 3000
    assert pasted in one_section("culture", Fact(topic="culture", text=pasted))


def test_things_dont_go_on_from_deeds_nor_deeds_from_the_area() -> None:
    text = one_section(
        "service",
        Fact(topic="service", label="办结热线工单", value="5320", unit="件"),
        Fact(topic="service", label="社区食堂", value="6", unit="个"),
    )
    assert text.index("食堂6个") < text.index("办结热线工单5320件")
    grids = Fact(topic="institutions", label="网格", value="9", unit="个")
    solved = Fact(topic="institutions", label="整改问题", value="12", unit="个")
    text = one_section("institutions", grids, solved, document="campaign_summary")
    assert re.search(r"辖区(现有|有)网格9个。|社区(现有|有)网格9个", text)


def test_money_seems_to_have_paid_for_nothing_in_particular() -> None:
    text = one_section(
        "infrastructure",
        Fact(topic="infrastructure", label="功能室", text="图书室、书画室"),
        Fact(topic="infrastructure", label="投入创建资金", value="38.5", unit="万元"),
        document="application",
    )
    assert re.search(r"书画室。[^，。]*投入创建资金38.5万元。", text)


def test_who_was_reached_is_told_behind_what_was_entered_before() -> None:
    text = one_section(
        "science",
        Fact(topic="science", label="举办科普讲座", value="36", unit="次"),
        Fact(topic="science", label="听讲人数", value="2150", unit="人次"),
        Fact(topic="science", label="居民阳台种植指导", value="8", unit="场"),
        document="themed_science",
    )
    assert "科普讲座36次，听讲人数2150人次。" in text


def test_a_figure_that_has_no_verb_is_told_by_its_measure() -> None:
    gallery = Fact(topic="infrastructure", label="科普画廊", value="48", unit="米")
    money = Fact(topic="infrastructure", label="惠民项目资金", value="12", unit="万元")
    text = one_section("infrastructure", gallery, money, document="application")
    assert "科普画廊长48米" in text
    assert "惠民项目资金为12万元" in text


def test_a_topic_that_the_heading_doesnt_tell_is_named() -> None:
    jobs = Fact(topic="employment", label="帮助实现再就业", value="12", unit="人")
    assert one_section("relief", jobs).startswith("就业创业方面，社区")
    aided = Fact(topic="relief", label="慰问困难家庭", value="12", unit="户")
    assert one_section("relief", aided).startswith("社区")


def test_deeds_in_a_row_say_their_verb_once() -> None:
    text = one_section(
        "environment",
        Fact(topic="environment", label="清理沟渠", value="42", unit="公里"),
        Fact(topic="environment", label="清理垃圾堆", value="326", unit="处"),
        Fact(topic="environment", label="植树", value="60", unit="棵"),
    )
    assert "清理沟渠42公里、垃圾堆326处" in text


def test_what_has_not_changed_is_told_without_two_comparisons() -> None:
    text = one_section(
        "service",
        Fact(topic="service", label="家长会", value="4", unit="次", previous="4"),
        Fact(topic="service", label="座谈会", value="6", unit="次", previous="6"),
    )
    assert "家长会、座谈会均与上年持平。" in text


def test_a_waiting_time_grows_shorter() -> None:
    text = one_section("service", Fact(topic="service", label="平均等候时间", value="8", unit="分钟", previous="14"))
    assert "比上年缩短6分钟" in text


def test_each_of_several_honours_gets_its_own_verb() -> None:
    text = one_section("honors", Fact(topic="honors", label="荣誉", text="2024年县级文明村；2025年市级卫生村"))
    assert "2024年获得县级文明村称号；2025年获得市级卫生村称号" in text


def test_what_explains_a_thing_begins_with_one_verb() -> None:
    fact = Fact(topic="environment", label="口袋公园", value="2", unit="个", text="有凉亭、健身器材")
    assert "口袋公园2个，有凉亭、健身器材。" in one_section("environment", fact)


def test_readers_of_a_village_turn_to_its_committee() -> None:
    for n in range(12):
        text = one_section("closing", unit=f"丰收{n}村村民委员会", document="brochure")
        assert "村委会" in text
        assert "本村" not in text
