"""File names: unit, type, period, and whether numbers wait for a check."""

from sample_draft import sample

from drafter.word.names import file_name, gate

TYPE = "社区文明创建年终工作总结"


def test_a_name_tells_unit_type_period_and_state():
    assert file_name(sample(), TYPE, 0) == "南苑社区_社区文明创建年终工作总结_2025年度_已核.docx"
    assert file_name(sample(), TYPE, 3) == "南苑社区_社区文明创建年终工作总结_2025年度_待核3处.docx"


def test_the_other_copies_are_told_apart():
    assert file_name(sample(), TYPE, 3, "review").endswith("_复核稿_待核3处.docx")
    assert file_name(sample(), TYPE, 0, "archive").endswith("_核对台账_已核.xlsx")


def test_what_windows_forbids_is_left_out():
    name = file_name(sample(unit='a/b\\c:"*?<>|\n', period="2025/26 年度\x00"), "x" * 300, 0)
    assert name == "abc_" + "x" * 60 + "_202526年度_已核.docx"


def test_empty_parts_leave_no_gap():
    assert file_name(sample(unit="", period=" "), TYPE, 0) == f"{TYPE}_已核.docx"


def test_the_gate_asks_only_when_a_number_is_flagged():
    assert gate(0) == ""
    assert "3处数字待核" in gate(3)
