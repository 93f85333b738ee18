"""A title over a line's width is broken by sense, in lines that make a trapezium or a rhombus."""

import pytest

from drafter.word.title import break_title

LINE = 20


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("南苑社区二〇二五年工作总结", ("南苑社区二〇二五年工作总结",)),
        (
            "阳光花园社区2025年度创建市级文明社区工作总结",
            ("阳光花园社区2025年度", "创建市级文明社区工作总结"),
        ),
        (
            "城关街道办事处阳光花园社区2025年上半年新时代文明实践工作总结",
            ("城关街道办事处阳光花园社区", "2025年上半年新时代文明实践工作总结"),
        ),
    ],
)
def test_it_is_broken_behind_a_place_or_a_period(title, lines):
    assert break_title(title, "阳光花园社区", LINE) == lines


def test_forty_five_characters_take_three_lines_none_of_them_too_wide_or_a_stub():
    title = "铜川市印台区城关街道办事处南苑社区关于2025年度深化精神文明建设创建全国文明城市情况汇报"
    lines = break_title(title, "南苑社区", LINE)
    assert "".join(lines) == title
    assert len(lines) == 3
    assert all(8 <= len(line) <= LINE for line in lines)
    assert lines[0].endswith("社区")


@pytest.mark.parametrize("word", ["2025年度", "文明社区", "工作总结", "“我们的节日”", "《实施方案》", "南苑社区"])
def test_no_word_is_cut(word):
    title = f"城关街道办事处南苑社区{word}扎实推进各项任务落地见效工作总结"
    assert any(word in line for line in break_title(title, "南苑社区", LINE))


def test_a_line_never_begins_with_a_particle_or_ends_with_an_opening_mark():
    for cut in range(12, 24):
        lines = break_title("甲" * cut + "的乙（丙" + "丁" * 12, "", LINE)
        assert not any(line[0] in "的）、" for line in lines)
        assert not any(line[-1] in "（、" for line in lines)


def test_line_breaks_that_staff_typed_are_kept():
    assert break_title("南苑社区\n工作总结\n", "南苑社区", LINE) == ("南苑社区", "工作总结")


@pytest.mark.parametrize("title", ["甲" * 63, "A" * 90, "甲和" * 200, "1234567890" * 9])
def test_an_endless_title_is_cut_by_length(title):
    lines = break_title(title, "", LINE)
    assert "".join(lines) == title
    assert all(len(line) <= 2 * LINE for line in lines)


def test_no_title_has_no_line():
    assert break_title(" \n ", "南苑社区", LINE) == ()
