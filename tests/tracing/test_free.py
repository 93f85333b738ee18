"""Free reckoning: numbers that follow from facts without a word that says how, and those that only seem to."""

import json
from pathlib import Path

import pytest
from flagging import flags, report_on

from drafter.models import Fact

CORPUS = Path(__file__).parent / "corpus" / "reckoned.jsonl"
CASES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_a_reckoned_passage_is_flagged_where_it_is_wrong_and_nowhere_else(case):
    report = report_on(case["text"], *(Fact(**f) for f in case["facts"]), period=case["period"])
    found = {(t.mention.text, t.because) for t in report.flagged if not _inside(t.mention.start, case["wrong"])}
    assert found == set()
    for start, end in case["wrong"]:
        assert any(start <= t.mention.start < end for t in report.flagged), case["text"][start:end]


def _inside(at, stretches):
    return any(start <= at < end for start, end in stretches)


def test_a_derived_number_may_be_reckoned_with_again():
    facts = (("新划车位", "520", "个"), ("原有车位", "180", "个"))
    assert flags("新划车位520个，总数达到700个。", *facts) == []
    assert flags("新划车位520个，总数达到710个。", *facts) == ["710"]


def test_two_digits_alone_are_no_proof_of_a_sum():
    facts = (("劝导员", "73", "名"), ("网格长", "3", "名"))
    assert flags("社区有网格长3名。劝导员76名。", *facts) == ["76"]


def test_a_sum_that_omits_a_named_part_is_flagged():
    facts = (("反诈宣传", "进楼栋43次、进商铺18次、进校园6次", ""),)
    assert flags("反诈宣传进楼栋、进商铺、进校园共67次。", *facts) == []
    assert flags("反诈宣传进楼栋、进商铺、进校园共61次。", *facts) == ["61"]


def test_a_bare_share_is_one_of_the_number_told_before():
    facts = (("总投入", "46", "万元"), ("其中上级拨款", "20", "万元"))
    assert flags("总投入46万元，其中上级拨款20万元，自筹26万元，占56.5%。", *facts) == []
    assert flags("总投入46万元，其中上级拨款20万元，自筹26万元，占43.5%。", *facts) == ["43.5%"]


def test_a_target_is_not_what_has_been_reached():
    facts = (("志愿讲解员", "注册11人，目标15人", ""),)
    assert flags("志愿讲解员11人，目标15人。", *facts) == []
    assert flags("志愿讲解员15人。", *facts) == ["15"]


def test_a_figure_of_the_first_half_is_no_figure_of_the_second():
    facts = (("已整改", "31", "项"), ("上半年已整改", "24", "项"))
    assert flags("已整改31项，比上半年多7项。", *facts, period="2024年下半年") == []
    assert flags("已整改24项。", *facts, period="2024年下半年") == ["24"]


def test_two_numbers_that_fit_better_exchanged_are_both_flagged():
    facts = (("镇直单位", "26", "个"), ("村（社区）", "17", "个"))
    assert flags("与17个村、26个镇直单位签约。", *facts) == []
    assert flags("与26个村、17个镇直单位签约。", *facts) == ["26", "17"]


def test_a_reckoning_is_told_in_one_sentence_with_names():
    report = report_on("床位180张，入住老人144人，入住率80%。", ("床位", "180", "张"), ("老人", "144", "人"))
    trace = next(t for t in report.traces if t.mention.text == "80%")
    assert trace.because == "由“老人”、“床位”推算得出：144 ÷ 180 = 80%。"


def test_a_share_of_facts_that_the_sentence_does_not_speak_of_is_no_backing():
    facts = (("网格", "21", "个"), ("居民楼", "106", "栋"), ("收集诉求", "1305", "件"), ("办结诉求", "1287", "件"))
    told = "社区有居民楼106栋，划分网格21个，收集诉求1305件，办结1287件，办结率"
    assert flags(f"{told}98.6%。", *facts) == []
    assert flags(f"{told}19.8%。", *facts) == ["19.8%"]


def test_a_share_behind_of_which_is_one_of_the_whole_that_the_sentence_tells():
    facts = (("党员", "327", "名"), ("大专以上党员", "214", "名"), ("志愿服务党员", "288", "名"))
    assert flags("党员327名，其中大专以上214名，占比超过65%。", *facts) == []
    assert flags("党员327名，其中大专以上214名，占比超过70%。", *facts) == ["70%"]


def test_a_total_of_what_was_just_counted_is_backed_beside_a_greater_total():
    facts = (("停车难", "45", "件"), ("噪声扰民", "38", "件"), ("漏水", "21", "件"), ("受理诉求", "160", "件"))
    told = "受理诉求160件。停车难、噪声扰民、漏水三类诉求共"
    assert flags(f"{told}104件，占总量的65%，其他诉求56件。", *facts) == []
    assert flags(f"{told}106件。", *facts) == ["106"]


def test_a_part_of_the_value_before_may_be_said_as_a_fraction():
    fact = ("投诉", "9", "件", "27")
    assert flags("投诉降到9件，只剩上年的三分之一。", fact) == []
    assert flags("投诉降到9件，只剩上年的四分之一。", fact) == ["四分之一"]


def test_so_many_on_a_hundred_households_and_one_on_so_many_are_backed():
    facts = (("常住户", "4200", "户"), ("车位", "1260", "个"), ("公益广告", "84", "处"))
    assert flags("车位1260个，每百户30个。公益广告84处，平均每50户一处。", *facts) == []
    assert flags("车位1260个，每百户36个。公益广告84处，平均每60户一处。", *facts) == ["36", "60"]


def test_what_is_not_done_yet_is_the_rest_even_behind_a_rate():
    facts = (("迎检点位", "57", "个"), ("达标点位", "52", "个"))
    assert flags("迎检点位57个，达标52个，达标率91.2%，5个挂账。", *facts) == []
    assert flags("迎检点位57个，达标52个，达标率91.2%，8个挂账。", *facts) == ["8"]


def test_a_fall_is_no_rise():
    fact = ("学生", "968", "人", "1004")
    assert flags("学生968人，比去年减少36人。", fact) == []
    assert flags("学生968人，比去年增加36人。", fact) == ["36"]


def test_the_quarter_of_the_period_needs_no_fact():
    assert flags("第一季度，写春联860副。", ("写春联", "860", "副"), period="2024年第一季度") == []


def test_the_first_so_many_of_a_list_are_counted_and_added():
    facts = (("厨余垃圾", "386", "吨"), ("可回收物", "214", "吨"), ("有害垃圾", "1.8", "吨"))
    told = "分出厨余垃圾386吨、可回收物214吨、有害垃圾1.8吨，"
    assert flags(f"{told}前两类合计600吨。", *facts) == []
    assert flags(f"{told}后两类合计600吨。", *facts) == ["600"]


def test_a_share_after_a_change_is_one_of_what_changed():
    facts = (("60岁以上老人", "1456", "人", "1390"), ("常住人口", "6240", "人"))
    told = "60岁以上老人1456人，比上年多出66人，老龄化程度达"
    assert flags(f"{told}23.3%。", *facts) == []
    assert flags(f"{told}25.3%。", *facts) == ["25.3%"]


def test_what_each_of_those_just_told_has_is_an_average():
    facts = (("独居老人", "52", "人"), ("结对志愿者", "104", "人"))
    assert flags("52位独居老人各有2名志愿者结对。", *facts) == []
    assert flags("52位独居老人各有3名志愿者结对。", *facts) == ["3"]


def test_an_amount_said_again_in_another_unit_is_backed_by_the_first():
    facts = (("困难户", "54", "户"), ("慰问金", "每户500元", ""))
    assert flags("慰问困难户54户，每户500元，共发放27000元，也就是2.7万元。", *facts) == []
    assert flags("慰问困难户54户，每户500元，共发放27000元，也就是2.9万元。", *facts) == ["2.9万"]


def test_doubling_is_twice_as_much():
    fact = ("集体收入", "18.5", "万元", "12")
    assert flags("集体收入18.5万元，翻了一番。", fact) == ["一番"]
