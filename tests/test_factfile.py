from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.factfile import dump_facts, load_facts, parse_facts
from drafter.models import Fact, FactSheet

SHEET = """\
document: application
unit: 柳岸社区
period: 2024年度
date: 2025年1月8日
facts:
  - {topic: overview, label: 常住户, value: 2496, unit: 户, previous: 2380}
  - {id: area, topic: overview, label: 辖区面积, value: 1.50, unit: 平方公里}
  - {topic: honors, text: 2023年获“区级文明社区”称号}
"""


def problem(text: str, name: str = "facts.yaml") -> str:
    with pytest.raises(InputError) as caught:
        parse_facts(text.encode(), name)
    return str(caught.value)


def test_a_sheet_is_read_with_its_values_as_typed():
    sheet = parse_facts(SHEET.encode(), "facts.yaml")
    assert (sheet.unit, sheet.document, sheet.date) == ("柳岸社区", "application", "2025年1月8日")
    assert [f.value for f in sheet.facts] == ["2496", "1.50", ""]
    assert sheet.facts[0].previous == "2380"


def test_facts_without_an_id_get_the_next_free_one():
    sheet = parse_facts("unit: 甲\nfacts: [{id: F1, text: 一}, {text: 二}, {text: 三}]".encode(), "a.yaml")
    assert [f.id for f in sheet.facts] == ["F1", "F2", "F3"]


def test_json_is_read_like_yaml():
    source = '{"unit": "甲社区", "facts": [{"label": "党员", "value": 93.50, "unit": "人"}]}'
    sheet = parse_facts(source.encode(), "f.json")
    assert sheet.facts[0].value == "93.50"


def test_a_file_saved_by_an_old_notepad_is_read():
    assert parse_facts(SHEET.encode("gb18030"), "facts.yaml").unit == "柳岸社区"


@pytest.mark.parametrize("file_format", ["yaml", "json"])
def test_a_written_sheet_is_read_back_the_same(tmp_path: Path, file_format):
    sheet = parse_facts(SHEET.encode(), "facts.yaml")
    path = tmp_path / f"facts.{file_format}"
    path.write_text(dump_facts(sheet, file_format), encoding="utf-8")
    assert load_facts(path) == sheet


typed = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.builds(Fact, label=typed, value=typed, unit=typed, note=typed), max_size=4))
def test_whatever_is_typed_survives_the_file(facts):
    sheet = FactSheet(unit="甲", facts=tuple(facts)).with_ids()
    assert parse_facts(dump_facts(sheet, "yaml").encode(), "f.yaml") == sheet
    assert parse_facts(dump_facts(sheet, "json").encode(), "f.json") == sheet


def test_a_fact_without_label_and_text_is_named_with_its_line():
    bad = SHEET + "  - {topic: party, value: 93}\n"
    assert "第 9 行 facts[3]：缺少 label 或 text" in problem(bad)


def test_a_label_without_a_value_is_named():
    assert "第 2 行 facts[0]：有 label，但缺少 value 或 text" in problem("facts:\n  - label: 党员\n")


def test_an_unknown_field_is_named_with_the_known_ones():
    said = problem("unit: 甲\nfacts:\n  - text: 一\n    lable: 党员\n")
    assert "第 4 行 facts[0].lable" in said
    assert "label" in said


def test_a_doubled_id_is_named():
    assert "编号 a 用了两次" in problem("facts: [{id: a, text: 一}, {id: a, text: 二}]")


def test_an_id_that_could_not_be_a_slot_is_refused():
    assert "编号只能用" in problem("facts: [{id: 'a}}', text: 一}]")


def test_a_list_in_place_of_a_value_is_named():
    assert "facts[0].value：应是一段文字" in problem("facts: [{label: 党员, value: [1, 2]}]")


@pytest.mark.parametrize("content", ["", "just words", "- a\n- b", "42"])
def test_a_file_without_a_sheet_says_what_a_sheet_needs(content):
    assert "unit（单位）和 facts" in problem(content)


@pytest.mark.parametrize("content", ["facts: [", "a: b: c", "unit: '", "facts:\n\t- x"])
def test_broken_yaml_names_the_line(content):
    assert "行" in problem(content)


def test_broken_json_names_the_line():
    assert "第 2 行" in problem('{"unit": "甲",\n oops}', "f.json")


def test_facts_that_are_no_list_are_explained():
    assert "facts 应是一个列表" in problem("facts: 93")


def test_a_binary_file_is_refused():
    with pytest.raises(InputError, match="不是文本文件"):
        parse_facts(b"\x50\x4b\x03\x04\xff\xff\xfe\x80", "facts.yaml")


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(InputError, match="读不到文件"):
        load_facts(tmp_path / "没有.yaml")


def test_control_characters_do_not_end_in_a_traceback():
    assert "facts.yaml" in problem("unit: \x00")


def test_endless_nesting_does_not_end_in_a_traceback():
    assert "f.json" in problem("[" * 100_000, "f.json")
    assert "f.yaml" in problem("[" * 5_000, "f.yaml")


def test_a_sheet_of_thousands_of_facts_and_one_nested_without_end_are_refused() -> None:
    many = "unit: 南苑社区\nfacts:\n" + "  - {label: 甲, value: '1'}\n" * 5001
    with pytest.raises(InputError, match=r"有 5001 条事实，最多 5000 条"):
        parse_facts(many.encode(), "a.yaml")
    with pytest.raises(InputError, match=r"a\.yaml"):
        parse_facts(b"[" * 900_000, "a.yaml")
