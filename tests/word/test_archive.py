"""The evidence file for the archive: three sheets, all cells text."""

import io

from openpyxl import load_workbook
from sample_draft import SHEET, sample

from drafter.models import Fact, Section
from drafter.word.archive import archive_bytes
from drafter.word.evidence import COLUMNS, evidence_of, trace_draft


def book(draft=None, sheet=SHEET):
    draft = draft or sample()
    return load_workbook(io.BytesIO(archive_bytes(draft, sheet, trace_draft(draft, sheet))))


def rows(page):
    return [["" if v is None else v for v in row] for row in page.iter_rows(values_only=True)]


def test_it_holds_the_same_evidence_as_the_review_copy():
    pages = book()
    assert pages.sheetnames == ["概况", "数字核对", "事实台账"]
    found = rows(pages["数字核对"])
    assert tuple(found[0]) == COLUMNS
    assert [tuple(r) for r in found[1:]] == [
        e.cells for e in evidence_of(sample(), SHEET, trace_draft(sample(), SHEET))
    ]


def test_every_fact_is_listed_with_its_source_and_whether_it_was_used():
    found = rows(book(sample(sections=(Section(key="a", heading="", text="党员93人。"),)))["事实台账"])
    assert found[1][:2] == ["F1", "志愿服务"]
    assert found[1][2:] == ["志愿者", "326", "人", "280", "", "志愿者台账", "否"]
    assert found[3][-1] == "是"


def test_the_brief_names_unused_facts_and_the_result():
    found = dict(rows(book(sample(sections=(Section(key="a", heading="", text="党员93人。"),)))["概况"])[1:])
    assert found["文中没有用到的事实"] == "志愿者 326人；清运垃圾 200多吨；居民满意率 96%"
    assert found["核对结果"] == "3 处数字：3 有出处，0 推算，0 待核", "title and date count with the text"


def test_the_brief_has_the_date_in_the_form_in_which_it_is_printed():
    assert dict(rows(book(sample(date="2025.12.1"))["概况"])[1:])["日期"] == "2025年12月1日"


def test_what_looks_like_a_formula_stays_text():
    sheet = SHEET.model_copy(update={"facts": (Fact(id="F1", label="=1+1", value="-5", note="@x", text="\x07+1"),)})
    page = book(sheet=sheet)["事实台账"]
    cells = [page.cell(2, column) for column in (3, 4, 7, 8)]
    assert [cell.value for cell in cells] == ["=1+1", "-5", "+1", "@x"]
    assert {cell.data_type for cell in cells} == {"s"}
