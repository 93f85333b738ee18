"""Every file that leaves keeps the schema's order: clean, review copy with comments, both in a unit's template."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sample_draft import SHEET, long_draft, sample
from schema_order import misplaced

from drafter.word.evidence import flagged_count, trace_draft
from drafter.word.export import docx_bytes
from drafter.word.review import review_bytes
from drafter.word.styles import FONT_SETS, STOCK
from drafter.word.template import read_template


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def plain_template():
    return Document()


def own_template():
    return Document(io.BytesIO(docx_bytes(sample())))


def red_head():
    """A red masthead with another first page, own margins and even pages, as offices have it."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(30)
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].add_run("南苑社区文件").font.size = Pt(40)
    section.even_page_header.paragraphs[0].text = "南苑社区"
    section.footer.paragraphs[0].text = "内部资料"
    document.styles["Normal"].font.size = Pt(14)
    return document


TEMPLATES = [plain_template, own_template, red_head]


@pytest.mark.parametrize("fonts", FONT_SETS.values(), ids=lambda f: f.key)
def test_the_clean_file(fonts):
    assert misplaced(docx_bytes(sample(), fonts)) == []
    assert misplaced(docx_bytes(long_draft(2), fonts)) == []


def test_the_review_copy_with_its_comments():
    draft = sample(title="南苑社区服务居民88441人工作总结")
    reports = trace_draft(draft, SHEET)
    assert flagged_count(reports) > 2
    data = review_bytes(draft, SHEET, reports)
    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert misplaced(data) == []


@pytest.mark.parametrize("make", TEMPLATES)
def test_both_files_in_a_units_template(make):
    template = read_template(saved(make()), "模板.docx")
    draft = sample()
    assert misplaced(docx_bytes(draft, STOCK, template)) == []
    assert misplaced(review_bytes(draft, SHEET, trace_draft(draft, SHEET), STOCK, template)) == []


def test_the_check_itself_finds_what_pitfall_and_habit_leave_behind():
    document = Document(io.BytesIO(docx_bytes(sample())))
    paragraph = document.paragraphs[1]._p
    for tag in ("w:jc", "w:ind"):
        paragraph.get_or_add_pPr().append(OxmlElement(tag))
    document.settings.element.append(OxmlElement("w:evenAndOddHeaders"))
    run = document.paragraphs[1].runs[0]._r
    run.append(OxmlElement("w:rPr"))
    assert {found.split(":")[0] for found in misplaced(saved(document))} == {"word/document.xml", "word/settings.xml"}
    assert len(misplaced(saved(document))) == 3
    assert paragraph.pPr[-1].tag == qn("w:ind")
