"""What a draft tells with few words is taken as it is meant, and a wrong number in the same words is flagged."""

import pytest
from flagging import flags

CANTEENS = ("行政村|23|个", "建成食堂村|17|个")
SCHOOLS = ("学校|18|所", "完成改造学校|11|所")
PATROLS = ("市场巡查|巡查市场64次，查出问题135个", "市场问题整改|126|个")
AWARDS = ("服务窗口|16|个", "岗位标兵评选|每月4名", "“示范窗口”评选|每季度5个")
JOBS = ("登记失业人员|84户，131人", "实现就业|61户，97人")
TEAMS = ("志愿服务总队|县级1支，乡级12支，村级86支", "志愿者|945|名")
VISITS = ("特困户|18户25人", "助学慰问|36户，发放助学金54000元")


@pytest.mark.parametrize(
    ("facts", "right", "wrong", "numbers"),
    [
        (CANTEENS, "全镇23个行政村中17个建成食堂，还剩6村在建。", "全镇23个行政村中17个建成食堂，还剩7村在建。", ["7"]),
        (SCHOOLS, "全县18校中已有11校完成改造，尚有7校正在施工。",
         "全县18校中已有11校完成改造，尚有8校正在施工。", ["8"]),
    ],
)  # fmt: skip
def test_places_and_bodies_are_counted_without_a_counting_word(facts, right, wrong, numbers):
    assert flags(right, *facts) == []
    assert flags(wrong, *facts) == numbers


@pytest.mark.parametrize(
    ("right", "wrong", "numbers"),
    [
        ("查出的135个问题整改了93.3%。", "查出的153个问题整改了93.3%。", ["153"]),
        ("全年巡查市场64次，查出的135个问题整改了93.3%。", "全年巡查市场64次，查出的126个问题整改了93.3%。", ["126"]),
    ],
)  # fmt: skip
def test_a_number_inside_the_name_of_what_a_fact_counts_is_told_of_that(right, wrong, numbers):
    assert flags(right, *PATROLS) == []
    assert flags(wrong, *PATROLS) == numbers


@pytest.mark.parametrize(
    ("right", "wrong", "numbers"),
    [
        ("按季评选“示范窗口”，全年评出20个。", "按季评选“示范窗口”，全年评出25个。", ["25"]),
        ("月月评标兵，全年48名。", "月月评标兵，全年46名。", ["46"]),
        ("月月评标兵，全年48名。", "季季评标兵，全年48名。", ["48"]),
        ("按季评选“示范窗口”，全年评出20个。", "按季评选“示范窗口”，全年扩建20个。", ["20"]),
    ],
)
def test_what_the_clause_before_tells_to_recur_is_added_up(right, wrong, numbers):
    assert flags(right, *AWARDS) == []
    assert flags(wrong, *AWARDS) == numbers


@pytest.mark.parametrize(
    ("right", "wrong", "numbers"),
    [
        ("84户、131名失业人员中已有61户、97人实现就业。", "84户、131名失业人员中已有61户、79人实现就业。", ["79"]),
        ("84户、131名失业人员中已有61户、97人实现就业。", "61户、97名失业人员中已有84户、131人实现就业。",
         ["61", "97", "84", "131"]),
    ],
)  # fmt: skip
def test_words_behind_the_second_of_two_joined_numbers_tell_both(right, wrong, numbers):
    assert flags(right, *JOBS) == []
    assert flags(wrong, *JOBS) == numbers


def test_levels_named_in_turn_before_a_shorter_name_are_added_up():
    assert flags("县、乡、村三级志愿总队共99支。", *TEAMS) == []
    assert flags("县、乡、村三级志愿总队共98支。", *TEAMS) == ["98"]


@pytest.mark.parametrize(("each", "numbers"), [("1500", ["36"]), ("1400", ["36", "1400"]), ("3000", ["36", "3000"])])
def test_an_average_is_of_what_the_fact_just_told_counts_whatever_the_draft_says_of_it(each, numbers):
    draft = f"全镇特困户18户、25人；助学慰问36人，发放助学金5.4万元，户均{each}元。"
    assert flags(draft, *VISITS) == numbers


@pytest.mark.parametrize(
    "saying",
    ["各管一摊", "各守一段", "各挑一头", "各抓一块", "各掌一门", "仅此一家", "十里挑一", "一身二任", "一级带着一级干"],
)
def test_ways_of_saying_claim_nothing(saying):
    assert flags(f"专班17名成员{saying}，成效明显。", "专班成员|17|人") == []
    assert flags(f"专班18名成员{saying}，成效明显。", "专班成员|17|人") == ["18"]
