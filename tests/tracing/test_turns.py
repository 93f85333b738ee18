"""Numbers behind 分别, each of the name in its place, reckoned ones as well."""

import pytest
from flagging import flags

PEOPLE = ("党员|93|人|88", "志愿者|362|人|320")
CASES = ("信访件|18|件|24", "刑事案件|6|起|10")
SAFETY = ("安全检查|48|次|36", "安全培训|15|场|12")
RATES = ("解决率|94.7%||88.2%", "满意率|96.1%||91.5%")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("党员、志愿者分别较上年增加5人、42人。", PEOPLE),
        ("信访件和刑事案件同比分别下降25%和40%。", CASES),
        ("安全检查、安全培训分别增长33.3%、25%。", SAFETY),
        ("信访件、刑事案件较上年分别减少6件、4起，降幅分别为25%、40%。", CASES),
        ("解决率、满意率分别达到94.7%和96.1%，同比提高6.5个和4.6个百分点。", RATES),
    ],
)
def test_each_number_told_in_turn_follows_from_the_fact_of_its_own_name(text, facts):
    assert flags(text, *facts) == []


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("党员、志愿者分别较上年增加42人、5人。", PEOPLE, ["42", "5"]),
        ("党员、志愿者分别较上年增加5人、362人。", PEOPLE, ["362"]),
        ("信访件和刑事案件同比分别下降40%和25%。", CASES, ["40%", "25%"]),
        ("安全检查、安全培训分别增长25%、33.3%。", SAFETY, ["25%", "33.3%"]),
        ("信访件、刑事案件较上年分别减少6件、4起，降幅分别为40%、25%。", CASES, ["40%", "25%"]),
        ("解决率、满意率分别达到94.7%和96.1%，同比提高4.6个和6.5个百分点。", RATES, ["4.6", "6.5"]),
    ],
)
def test_numbers_told_in_the_others_turn_are_flagged(text, facts, wrong):
    assert flags(text, *facts) == wrong


def test_a_run_of_numbers_whose_names_stand_in_the_clauses_before_takes_a_clause_each():
    facts = ("硬化道路投入|50|万元", "安装路灯投入|27|万元", "硬化道路|3.2|公里", "安装路灯|60|盏")
    assert flags("硬化道路3.2公里，安装路灯60盏，分别投入50万元、27万元。", *facts) == []


def test_what_is_told_of_the_names_in_the_clause_before_is_each_of_its_own():
    facts = ("秧歌队|36|人", "合唱队|41|人", "舞龙队|19|人")
    assert flags("组建秧歌、合唱、舞龙3支队伍，队员分别为36人、41人和19人。", *facts) == []
    assert flags("组建秧歌、合唱、舞龙3支队伍，队员分别为36人、19人和41人。", *facts) == ["19", "41"]


def test_what_sums_up_the_names_before_is_no_name():
    facts = ("公众号投入|3|万元", "视频号投入|2|万元")
    assert flags("公众号、视频号推送了300条，两项投入分别为3万元和2万元。", *facts) == ["300"]
