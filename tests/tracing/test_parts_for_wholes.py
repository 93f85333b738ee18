"""A part is no whole: a quarter for the year, one level for all, a wider fact for the sum of what was just told."""

import pytest
from flagging import flags

QUARTERS = (
    ("一季度清运垃圾", "210", "吨"), ("二季度清运垃圾", "240", "吨"), ("三季度清运垃圾", "260", "吨"),
    ("四季度清运垃圾", "230", "吨"),
)  # fmt: skip
AWARDS = (("获奖", "市级3项、区级7项、镇级12项", ""),)
TREES = (("植树", "香樟120棵、桂花80棵、红枫45棵", ""),)
TALKS = (("讲座", "52", "场"), ("健康讲座", "20", "场"), ("法律讲座", "14", "场"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年清运垃圾940吨。", []),
        ("全年累计清运垃圾260吨。", ["260"]),
        ("上半年清运垃圾450吨。", []),
        ("上半年清运垃圾240吨。", ["240"]),
        ("前三季度共清运垃圾710吨。", []),
        ("前三季度共清运垃圾260吨。", ["260"]),
        ("三季度累计清运垃圾260吨。", []),
        ("三季度，全村累计清运垃圾260吨。", []),
    ],
)
def test_a_quarter_is_not_told_for_more(text, wrong):
    assert flags(text, *QUARTERS) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("获奖22项。", AWARDS, []),
        ("获奖7项。", AWARDS, ["7"]),
        ("获区级奖项7项。", AWARDS, []),
        ("获奖方面，市级3项、区级7项、镇级12项。", AWARDS, []),
        ("全年共植树245棵。", TREES, []),
        ("全年共植树80棵。", TREES, ["80"]),
        ("全年共栽植桂花80棵。", TREES, []),
    ],
)
def test_one_of_a_list_is_not_told_for_all(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("举办健康讲座20场、法律讲座14场，合计34场。", []),
        ("举办健康讲座20场、法律讲座14场，合计52场。", ["52"]),
        ("举办健康讲座20场、法律讲座14场等，合计52场。", []),
        ("举办讲座52场，其中健康讲座20场、法律讲座14场。", []),
    ],
)
def test_a_sum_of_what_was_told_is_no_wider_fact(text, wrong):
    assert flags(text, *TALKS) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("学生1286人、教师92人，师生共1378人。", []),
        ("学生1286人、教师92人，师生共31人。", ["31"]),
        ("学生1286人、教师92人，高级教师共31人。", []),
    ],
)
def test_a_sum_of_what_was_told_is_no_less_than_a_part(text, wrong):
    assert flags(text, ("学生", "1286", "人"), ("教师", "92", "人"), ("高级教师", "31", "人")) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("14个小区中，老旧小区6个，其余8个为新建小区。", []),
        ("14个小区中，老旧小区6个，其余11个为新建小区。", ["11"]),
        ("14个小区中，老旧小区6个，有物业小区11个。", []),
    ],
)
def test_the_rest_is_what_the_told_parts_leave(text, wrong):
    assert flags(text, ("小区", "14", "个"), ("老旧小区", "6", "个"), ("有物业小区", "11", "个")) == wrong
