"""The small table of figures, and its text for tracing."""

import pytest
from sample_draft import SHEET, TABLE

from drafter.models import Fact
from drafter.word.tables import cell_at, figures_table, table_text


def test_it_is_made_of_the_facts_with_two_periods():
    table = figures_table("表1　主要数据对比", SHEET.facts)
    assert table == TABLE


def test_no_fact_with_two_periods_makes_no_table():
    assert figures_table("表1", (Fact(label="党员", value="93"), Fact(text="说明", previous="2"))) is None


@pytest.mark.parametrize(
    ("value", "previous", "unit", "change"),
    [
        ("1.5", "2", "万元", "减少0.5万元，下降25%"),
        ("200多", "150", "吨", "—"),
        ("约20", "20", "个", "—"),
        ("3", "3", "个", "持平"),
        ("5", "0", "个", "增加5个"),
        ("96", "97.5", "%", "下降1.5个百分点"),
        ("1,200", "1000", "册", "增加200册，增长20%"),
        ("2002年6月", "2001年", "", "—"),
        ("100", "30", "人", "增加70人，增长233.3%"),
    ],
)
def test_a_change_is_stated_only_between_exact_figures(value, previous, unit, change):
    table = figures_table("表", (Fact(label="项", value=value, previous=previous, unit=unit),))
    assert table.rows[0][3] == change


def test_each_place_of_the_text_belongs_to_a_cell():
    text = table_text(TABLE)
    assert text.split("\n")[0] == "志愿者：本期326人，上期280人，增加46人，增长16.4%。"
    assert cell_at(TABLE, text.index("280")) == (0, 2)
    assert cell_at(TABLE, text.index("16.4")) == (0, 3)
    assert cell_at(TABLE, text.index("150")) == (1, 2)
    assert cell_at(TABLE, text.index("94.5")) == (2, 2)
    with pytest.raises(ValueError, match="no place"):
        cell_at(TABLE, len(text) + 5)
