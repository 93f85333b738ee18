"""What is handed around comes back: the fact sheet exactly, the empty form in its fields."""

import pytest
from books import opened, saved
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.models import Fact, FactSheet
from drafter.structure.catalogue import load_catalogue
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.tables.brought import read_file
from drafter.tables.handout import facts_xlsx, form_fields, form_xlsx
from drafter.tables.sheet import table_facts

_SIGNS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
_WORDS = st.text(_SIGNS | st.sampled_from(list(" 0123456789.%=+-@—/合计约多余人个万")), max_size=20).map(
    lambda t: " ".join(t.split())
)
_TOPICS = st.sampled_from(["", *(t.key for t in load_catalogue().topics)])


@st.composite
def _facts(draw: st.DrawFn) -> tuple[Fact, ...]:
    made = []
    for number in range(draw(st.integers(1, 6))):
        parts = {name: draw(_WORDS) for name in ("label", "value", "unit", "previous", "text", "note")}
        parts["text"] = parts["text"] or "一句话"
        made.append(Fact(id=f"F{number + 1}", topic=draw(_TOPICS), **parts))
    return tuple(made)


@settings(max_examples=40)
@given(_facts())
def test_an_exported_fact_sheet_comes_back_exactly(facts: tuple[Fact, ...]):
    sheet = FactSheet(unit="和平社区", superior="北陵街道", period="2025年度", private=("王某", "李某"), facts=facts)
    assert table_facts("事实.xlsx", facts_xlsx(sheet)) == (sheet, ())


def test_figures_are_exported_as_text_and_nothing_becomes_a_formula():
    data = facts_xlsx(FactSheet(facts=(Fact(label="=1+1", value="2.50", unit="吨"),)))
    page = opened(data)["事实"]
    assert [c.data_type for c in page[2] if c.value] == ["s", "s", "s"]
    assert page["D2"].value == "2.50"


@pytest.mark.parametrize("key", skeleton_keys())
def test_every_document_type_has_a_form_whose_fields_come_back(key: str):
    skeleton = load_skeleton(key)
    book = opened(form_xlsx(skeleton))
    page = book.active
    fields = {}
    for row in page.iter_rows(min_row=4):
        if row[1].value == "单位全称":
            row[3].value = "和平社区"
        if row[8].value:
            field = load_catalogue().field(row[8].value)
            fields[field.key] = field
            row[3].value = field.example
            assert not row[3].protection.locked
            assert row[1].protection.locked
    assert list(fields) == [f.key for _, f in form_fields(skeleton)]
    sheet, left = table_facts("填报表.xlsx", saved(book))
    assert left == ()
    assert sheet.unit == "和平社区"
    assert sheet.document == skeleton.name
    assert {f.id: f.value or f.text for f in sheet.facts} == {k: f.example for k, f in fields.items()}


def test_a_form_maps_by_its_labels_when_the_hidden_column_is_gone():
    book = opened(form_xlsx(load_skeleton("annual_summary")))
    page = book.active
    for row in page.iter_rows(min_row=4):
        if row[8].value == "volunteers":
            row[3].value, row[4].value = "326人", 298
    page.delete_cols(9)
    (row,) = read_file("填报表.xlsx", saved(book)).rows
    assert (row.id, row.value, row.unit, row.previous) == ("volunteers", "326人", "名", "298")


def test_further_facts_are_written_below_the_form():
    book = opened(form_xlsx(load_skeleton("annual_summary")))
    page = book.active
    last = page.max_row
    for column, value in ((2, "电动车充电桩"), (3, "个"), (4, 24)):
        page.cell(last, column).value = value
    (row,) = read_file("填报表.xlsx", saved(book)).rows
    assert (row.id, row.topic, row.label, row.value, row.unit) == ("", "", "电动车充电桩", "24", "个")


def test_an_empty_form_says_that_nothing_was_filled_in():
    data = form_xlsx(load_skeleton("annual_summary"))
    reading = read_file("填报表.xlsx", data)
    assert (reading.rows, reading.unread) == ((), ())
    assert "注册志愿者" in reading.blank
    with pytest.raises(InputError, match="没有认出事实"):
        table_facts("填报表.xlsx", data)
