"""Every text that leaves in a file is traced when it leaves: title, headings, texts, captions, cells, issuer, date."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook
from sample_draft import SHEET, sample

from drafter.models import Section, Table
from drafter.word.archive import archive_bytes
from drafter.word.evidence import evidence_of, flagged_count, trace_draft
from drafter.word.places import TITLE, places
from drafter.word.review import review_bytes

TABLE = Table(caption="表1　446人的情况", header=("项目", "本期"), rows=(("志愿者", "447人"),))
DOUBTFUL = sample(
    title="南苑社区2025年度服务居民88441人、整治楼道88442处文明创建工作总结",
    date="2026年1月9日",
    sections=(Section(key="a", heading="发展志愿者444人", text="志愿者445人。", table=TABLE),),
)
FIGURES = ["88441", "88442", "444", "445", "446", "447", "2026年1月9日"]


def test_the_places_stand_in_the_order_of_the_page():
    names = [place.name for place in places(sample())]
    assert names[:3] == ["题目", "正文", "加强组织领导，健全工作机制（标题）"]
    assert names[4:8] == ["整治环境卫生（标题）", "整治环境卫生", "整治环境卫生（表题）", "整治环境卫生（表）"]
    assert names[-2:] == ["落款单位", "落款日期"]
    assert not any("没有写的一节" in name for name in names), "what isn't printed is not traced"


def test_a_number_without_a_source_is_flagged_wherever_it_stands():
    reports = trace_draft(DOUBTFUL, SHEET)
    assert [t.mention.text for report in reports.values() for t in report.flagged] == FIGURES
    assert flagged_count(reports) == len(FIGURES)
    rows = [row for row in evidence_of(DOUBTFUL, SHEET, reports) if row.verdict == "待核"]
    heading = "发展志愿者444人"
    of_section = [f"{heading}（标题）", heading, f"{heading}（表题）", f"{heading}（表）"]
    assert [row.place for row in rows] == ["题目", "题目", *of_section, "落款日期"]


def test_a_backed_number_of_the_title_turns_doubtful_when_the_fact_changes():
    draft = sample(title="志愿者326人的南苑社区")
    assert not trace_draft(draft, SHEET)[TITLE].flagged
    changed = tuple(f.model_copy(update={"value": "300"}) if f.label == "志愿者" else f for f in SHEET.facts)
    (found,) = trace_draft(draft, SHEET.model_copy(update={"facts": changed}))[TITLE].flagged
    assert found.mention.text == "326"


def test_each_of_them_carries_its_comment_and_its_row_in_both_files():
    reports = trace_draft(DOUBTFUL, SHEET)
    document = Document(io.BytesIO(review_bytes(DOUBTFUL, SHEET, reports)))
    anchored = {}
    for paragraph in document.element.body.iter("{*}p"):
        inside = []
        for element in paragraph.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}t"):
            key = element.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id")
            if element.tag.endswith("Start"):
                inside.append(key)
            elif element.tag.endswith("End"):
                inside.remove(key)
            for open_key in inside if element.tag.endswith("}t") else ():
                anchored[open_key] = anchored.get(open_key, "") + element.text
    assert list(anchored.values()) == [*FIGURES[:5], "447人", FIGURES[6]]
    assert len(list(document.comments)) == len(FIGURES)
    book = load_workbook(io.BytesIO(archive_bytes(DOUBTFUL, SHEET, reports)))
    doubtful = [row for row in book["数字核对"].iter_rows(values_only=True) if row[4] == "待核"]
    assert len(doubtful) == len(FIGURES)
    assert dict(book["概况"].iter_rows(values_only=True))["核对结果"].endswith("7 待核")


@pytest.mark.parametrize("period", ["2025", "第三季度", "2025.1-2025.6", "2025年1—10月", "“十四五”期间"])
def test_the_period_stands_in_the_title_as_it_was_typed(period: str):
    sheet = SHEET.model_copy(update={"period": period})
    draft = sample(title=f"南苑社区{period}文明创建工作总结", sections=())
    assert not trace_draft(draft, sheet)[TITLE].flagged


@pytest.mark.parametrize(
    "typed", ["2026-01-08", "2026.1.8", "二〇二六年一月八日", "2026年1月", "1月8日", "2026年元月8日"]
)
def test_the_date_that_was_entered_stands_in_whatever_writing(typed: str):
    sheet = SHEET.model_copy(update={"date": typed})
    assert flagged_count(trace_draft(sample(date=typed, sections=()), sheet)) == 0
