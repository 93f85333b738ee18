"""Which section a heading or a line belongs to."""

from drafter.models import Section
from drafter.word.matching import alike, bare_heading, match_headings, split_lines

SECTIONS = (
    Section(key="a", heading="加强组织领导", text="成立领导小组。"),
    Section(key="b", heading="整治环境卫生", text="清运垃圾200吨。"),
    Section(key="c", heading="", text="今后继续努力。"),
)


def test_same_headings_win_over_alike_ones():
    assert match_headings(["加强环境整治", "整治环境卫生", "加强组织领导"], SECTIONS) == {1: "b", 2: "a"}


def test_an_alike_heading_is_taken_when_no_same_one_is_there():
    assert match_headings(["强化组织领导", "全新的一节"], SECTIONS) == {0: "a"}


def test_numbers_and_marks_do_not_count():
    assert bare_heading("十二、加强组织领导") == "加强组织领导"
    assert match_headings(["加强组织领导。"], SECTIONS) == {0: "a"}


def test_a_new_line_between_two_sections_stays_with_the_first():
    lines = ["清运垃圾300吨。", "全新的句子。", "今后继续努力。"]
    assert split_lines(lines, SECTIONS[1:]) == [lines[:2], lines[2:]]


def test_likeness_goes_from_none_to_whole():
    assert alike("甲乙", "丙丁") == 0
    assert alike("", "") == 1
    assert 0.5 < alike("加强组织领导", "强化组织领导") < 1
