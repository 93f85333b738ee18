"""What words alone object to stands where a draft tells its facts one after the other, each once."""

import pytest
from flagging import flags

STORM = (
    ("慰问线路工", "发放物资1750份，上门84人次", ""),
    ("安全课", "5", "场"),
    ("抢修人员", "138", "人"),
    ("受灾楼栋", "12", "栋"),
)


def test_a_number_beside_its_neighbours_in_the_sheet_needs_no_word_of_its_label():
    assert flags("发放物资1750份，上门84人次。安全课上了5场，138名电力汉子踏雪出门。", *STORM) == []


def test_alone_the_same_words_are_those_of_something_else():
    assert flags("138名电力汉子踏雪出门。", *STORM) == ["138"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("社区有党员86名、志愿者240名，居民楼31栋，老人517人。", []),
        ("社区有党员240名、志愿者86名，居民楼31栋，老人517人。", ["240", "86"]),
        ("社区有志愿者86名，居民楼31栋，老人517人。", ["86"]),
        ("社区有党员86名，居民楼31栋，老人517人，残疾人86名。", ["86"]),
    ],
)
def test_an_exchange_and_another_kind_of_people_are_outweighed_by_nothing(text, wrong):
    facts = (("党员", "86", "名"), ("志愿者", "240", "名"), ("居民楼", "31", "栋"), ("老人", "517", "人"))
    assert flags(text, *facts) == wrong


def test_of_two_age_groups_that_carry_each_others_number_both_are_flagged():
    facts = (
        ("疫苗接种", "3.1", "万剂次"),
        ("60岁以上老人接种", "2840", "人"),
        ("12至15岁学生接种", "967", "人"),
        ("接种点", "4", "个"),
    )
    right = "设接种点4个，全年接种3.1万剂次；60岁以上老人接种2840人，12—15岁学生接种967人。"
    assert flags(right, *facts) == []
    turned = right.replace("2840", "#").replace("967", "2840").replace("#", "967")
    assert flags(turned, *facts) == ["967", "2840"]
