"""From corrected outlines to the unit's own document type."""

import pytest

from drafter.errors import InputError
from drafter.structure.outline import outline_text
from drafter.structure.skeletons import parse_skeleton
from drafter.ui.own_type import NO_HEADING, Sample, corrected, own_type, rows_of

BODY = "社区每周组织网格员、物业和居民代表巡查一遍院落，共走访120户，发现问题当天登记，三天内答复。"
TEXT = f"""柳荫社区2025年文明创建工作总结
一、加强组织领导，把责任压到网格
{BODY}
二、建好红色邻里驿站
{BODY}
三、2025年整治楼道46处
{BODY}
四、存在问题
{BODY}"""


def sample() -> Sample:
    (outline,) = outline_text(TEXT)
    return Sample("1. 总结", outline)


def test_each_heading_is_a_row_with_its_level_and_role_in_words():
    rows = rows_of([sample()])
    assert [row["heading"] for row in rows][:2] == ["一、加强组织领导，把责任压到网格", "二、建好红色邻里驿站"]
    assert rows[0] | {"sample": ""} == {
        "sample": "", "heading": "一、加强组织领导，把责任压到网格", "level": "一级", "role": "组织领导",
    }  # fmt: skip


def test_a_corrected_role_becomes_a_section_of_that_role_under_the_units_own_heading():
    rows = rows_of([sample()])
    rows[1]["role"] = "便民服务"
    own = own_type("本社区总结", corrected([sample()], rows))
    skeleton = parse_skeleton(own.content, own.key)
    assert skeleton.spec("service").heading == "建好红色邻里驿站"
    assert skeleton.spec("leadership").heading == "加强组织领导，把责任压到网格"
    assert skeleton.spec("problems").heading == "存在问题"
    assert (skeleton.name, skeleton.title) == ("本社区总结", "{unit}{period}文明创建工作总结")


def test_a_heading_with_a_number_of_its_year_is_not_taken_over():
    own = own_type("本社区总结", corrected([sample()], rows_of([sample()])))
    headings = [s.heading for s in parse_skeleton(own.content, own.key).sections]
    assert headings
    assert not any("46" in heading for heading in headings)


def test_what_is_no_heading_becomes_text_of_the_section_before():
    rows = rows_of([sample()])
    rows[1]["level"] = NO_HEADING
    (outline,) = corrected([sample()], rows)
    assert len(outline.sections) == 3
    assert outline.sections[0].paragraphs == (BODY, "二、建好红色邻里驿站", BODY)


@pytest.mark.parametrize(("name", "says"), [("  ", "起名"), ("长" * 31, "最多 30 个")])
def test_a_type_needs_a_short_name(name: str, says: str):
    with pytest.raises(InputError, match=says):
        own_type(name, [sample().outline])
