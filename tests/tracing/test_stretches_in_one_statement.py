"""Quarters and months told in one statement are a series: any stretch that they make up may be told, and no other."""

import pytest
from flagging import flags, only_alarm

CHECKS = ["安全检查|48|次", "一季度检查10次，二季度检查13次，三季度检查14次，四季度检查11次。"]
WASTE = ["一季度清运垃圾210吨、二季度240吨、三季度260吨、四季度230吨。"]
VISITS = ["走访|一季度120户，二季度150户，三季度135户，四季度145户"]
TALKS = ["上半年宣传15场、培训5期，下半年宣传18场、培训7期。"]
MONTHS = ["1月接待36人，2月接待28人，3月接待41人。"]


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("上半年检查23次，下半年检查25次。", [], CHECKS),
        ("前三季度共检查37次。", [], CHECKS),
        ("一季度、三季度共检查24次。", [], CHECKS),
        ("一季度检查10次，二季度检查13次。", [], CHECKS),
        ("下半年比上半年多检查2次。", [], CHECKS),
        ("前三季度共检查48次。", ["48"], CHECKS),
        ("上半年检查13次。", ["13"], CHECKS),
        ("二季度检查14次，三季度检查13次。", ["14", "13"], CHECKS),
        ("一季度、三季度共检查23次。", ["23"], CHECKS),
        ("上半年清运垃圾450吨，全年清运垃圾940吨。", [], WASTE),
        ("前三季度清运垃圾710吨。", [], WASTE),
        ("前三季度清运垃圾940吨。", ["940"], WASTE),
        ("上半年、下半年分别走访270户、280户。", [], VISITS),
        ("一、二季度共走访270户。", [], VISITS),
        ("二、三季度共走访270户。", ["270"], VISITS),
        ("全年宣传33场、培训12期。", [], TALKS),
        ("下半年培训7期，比上半年多2期。", [], TALKS),
        ("前两个月接待64人，一季度接待105人。", [], MONTHS),
        ("一季度接待95人。", ["95"], MONTHS),
    ],
)
def test_a_stretch_comes_to_what_its_parts_do(text, wrong, facts):
    assert flags(text, *facts) == wrong


def test_what_the_stretch_came_to_is_suggested():
    assert only_alarm("前三季度共检查48次。", *CHECKS).suggestion == "37"
