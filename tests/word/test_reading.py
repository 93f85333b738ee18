"""Paragraphs of an edited file: what counts as text, and what is only named."""

import io

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.word.reading import read_paragraphs

W = nsdecls("w")


def read(*xml):
    document = Document()
    for one in xml:
        document.element.body._insert_p(parse_xml(one))
    stream = io.BytesIO()
    document.save(stream)
    return read_paragraphs(Document(io.BytesIO(stream.getvalue())))


def texts(*xml):
    return [p.text for p in read(*xml) if p.text]


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_links_fields_and_content_controls_are_text():
    assert texts(
        f"<w:p {W}><w:hyperlink>{run('链接')}</w:hyperlink><w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
        f'<w:fldSimple w:instr="DATE">{run("域")}</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
    ) == ["链接控件域"]


def test_line_breaks_make_lines_and_page_breaks_none():
    assert texts(
        f'<w:p {W}>{run("甲")}<w:r><w:br/></w:r>{run("乙")}<w:r><w:br w:type="page"/></w:r>{run("丙")}</w:p>'
    ) == ["甲", "乙丙"]


def test_numbers_that_word_counts_are_read_with_the_text():
    document = Document()
    for text in ("甲", "乙"):
        document.add_paragraph(text, style="List Number")
    assert [p.text[-1] for p in read_paragraphs(document)] == ["甲", "乙"]
    assert [p.text[0] for p in read_paragraphs(document)] == ["1", "2"]


def test_notes_and_formulas_are_named_where_they_stand():
    found = read(f'<w:p {W}>{run("甲")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
    assert [(p.text, dict(p.foreign)) for p in found] == [("甲", {}), ("", {"脚注": 1})]


def test_a_table_is_one_paragraph_with_its_cells():
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "本期\n326人"
    (found,) = read_paragraphs(document)
    assert found.table == (("项目", "本期\n326人"),)


def test_the_heading_level_is_the_styles_or_the_paragraphs_own():
    document = Document()
    document.add_heading("一、甲", 1)
    document.add_paragraph("二、乙")._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="0"/>'))
    document.add_paragraph("丙")
    assert [p.level for p in read_paragraphs(document)] == [1, 1, 0]
