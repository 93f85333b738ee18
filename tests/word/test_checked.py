"""A text that others wrote, checked as it stands."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook

from drafter.errors import InputError
from drafter.models import Fact, FactSheet
from drafter.structure.lines import Line
from drafter.tracing.trace import trace_numbers
from drafter.word.archive import archive_bytes
from drafter.word.checked import MAX_CHARS, MAX_FACTS, check_lines
from drafter.word.review import review_bytes

SHEET = FactSheet(
    unit="和平社区居民委员会",
    period="2025年",
    date="2025年12月22日",
    facts=(
        Fact(label="注册志愿者", value="326", unit="人", previous="298"),
        Fact(label="文体活动", value="20", unit="场"),
        Fact(label="党支部", value="6", unit="个"),
    ),
).with_ids()
TEXTS = (
    "和平社区2025年文明创建工作总结",
    "2025年，和平社区扎实推进文明创建。",
    "一、志愿服务",
    "社区有注册志愿者362人，比上年增加28人。",
    "二、志愿服务",
    "全年开展文体活动20场。",
    "和平社区居民委员会",
    "2025年12月22日",
)


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def test_the_text_is_traced_as_it_stands_and_as_one():
    checked = check_lines(lines(*TEXTS), SHEET, "总结.txt")
    assert checked.report == trace_numbers("\n".join(TEXTS), SHEET)
    (flagged,) = checked.report.flagged
    assert (flagged.mention.text, flagged.suggestion) == ("362", "326")
    assert checked.report.unused == ("F3",)


def test_title_and_ending_are_told_apart_and_no_number_is_lost_or_moved():
    checked = check_lines(lines(*TEXTS), SHEET, "总结.txt")
    assert checked.draft.title == TEXTS[0]
    assert (checked.draft.unit, checked.draft.date) == TEXTS[-2:]
    assert checked.draft.sections[0].text == "\n".join(TEXTS[1:-2])
    parts = [(t.mention.text, r.text) for r in checked.reports.values() for t in r.traces]
    assert [words for words, _ in parts] == [t.mention.text for t in checked.report.traces]
    for report in checked.reports.values():
        for trace in report.traces:
            assert report.text[trace.mention.start : trace.mention.end] == trace.mention.text


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], TEXTS[3:4], ("没有数字的一段话。",), (*TEXTS, *TEXTS)])
def test_every_text_comes_back_whole_in_the_review_copy(texts: tuple[str, ...]):
    checked = check_lines(lines(*texts), SHEET, "总结.txt")
    document = Document(io.BytesIO(review_bytes(checked.draft, SHEET, checked.reports)))
    printed = "".join("".join(p.text.split()) for p in document.paragraphs)
    assert printed.startswith("".join(texts))
    assert len(list(document.comments)) == len(checked.report.flagged)


def test_the_evidence_lists_every_number_and_every_fact():
    checked = check_lines(lines(*TEXTS), SHEET, "总结.txt")
    book = load_workbook(io.BytesIO(archive_bytes(checked.draft, SHEET, checked.reports)))
    figures = [row[2] for row in book["数字核对"].iter_rows(min_row=2, values_only=True)]
    assert "362人" in figures
    assert {row[0]: row[-1] for row in book["事实台账"].iter_rows(min_row=2, values_only=True)}["F3"] == "否"


def test_what_cannot_be_checked_is_told_with_the_remedy():
    with pytest.raises(InputError, match="至少给一条事实"):
        check_lines(lines(*TEXTS), FactSheet(), "总结.txt")
    with pytest.raises(InputError, match="有 100001 字，一次最多核对 10 万字：请拆成几个文件"):
        check_lines(lines("字" * (MAX_CHARS + 1)), SHEET, "总结.txt")
    many = FactSheet(facts=tuple(Fact(label="树", value=str(n)) for n in range(MAX_FACTS + 1))).with_ids()
    with pytest.raises(InputError, match="请只留下这份文稿用得到的"):
        check_lines(lines(*TEXTS), many, "总结.txt")
