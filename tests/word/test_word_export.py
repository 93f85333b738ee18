"""The clean file, read back from its bytes: styles, numbers, geometry, and what a text may hold."""

import io
import re
import tracemalloc
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from sample_draft import long_draft, sample

from drafter.models import Section
from drafter.word.export import docx_bytes
from drafter.word.styles import GB2312, STOCK


def opened(data):
    return Document(io.BytesIO(data))


def paragraphs(data):
    return [(p.style.name, p.text) for p in opened(data).paragraphs]


def test_every_paragraph_takes_its_style_and_headings_are_numbered():
    assert paragraphs(docx_bytes(sample())) == [
        ("Title", "南苑社区2025年度精神文明创建工作总结"),
        ("公文正文", "社区现有党员93人、志愿者326人，比上年增加46人。"),
        ("Heading 1", "一、加强组织领导，健全工作机制"),
        ("Heading 2", "（一）建立机构"),
        ("公文正文", "社区把创建作为“一号工程”——书记任组长。"),
        ("Heading 3", "1.明确分工"),
        ("Heading 4", "（1）责任到人"),
        ("公文正文", "全年开会57次。"),
        ("公文正文", "（二）压实责任。每月通报一次进度。"),
        ("Heading 1", "二、整治环境卫生"),
        ("公文正文", "全年清运垃圾200多吨。"),
        ("公文正文", "张贴标语20条。"),
        ("Caption", "表1　主要数据对比"),
        ("公文正文", "社区将继续努力。"),
        ("附件说明首项", "附件：1.荣誉清单"),
        ("附件说明续项", "2.活动统计表"),
        ("落款单位", "南苑社区"),
        ("成文日期", "2026年1月8日"),
    ]


def test_a_numbered_sentence_that_opens_a_paragraph_takes_its_headings_font():
    paragraph = next(p for p in opened(docx_bytes(sample())).paragraphs if p.text.startswith("（二）"))
    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("（二）压实责任。", "二级标题句"),
        ("每月通报一次进度。", "Default Paragraph Font"),
    ]


def test_no_run_carries_a_look_of_its_own():
    body = opened(docx_bytes(sample())).element.body
    assert not body.xpath(".//w:r/w:rPr/*[not(self::w:rStyle)]")


def test_a_table_stands_under_its_caption_and_repeats_its_header():
    table = opened(docx_bytes(sample())).tables[0]
    assert [c.text for c in table.rows[0].cells] == ["项目", "本期", "上期", "增减情况"]
    assert [c.text for c in table.rows[1].cells] == ["志愿者", "326人", "280人", "增加46人，增长16.4%"]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert table._tbl.getprevious().xpath("./w:pPr/w:pStyle/@w:val") == ["Caption"]


def test_the_file_is_signed_with_title_and_unit():
    properties = opened(docx_bytes(sample())).core_properties
    assert (properties.title, properties.author) == ("南苑社区2025年度精神文明创建工作总结", "南苑社区")


def test_no_page_can_hold_issuer_and_date_alone():
    before, issuer, _ = opened(docx_bytes(sample())).paragraphs[-3:]
    assert before.paragraph_format.keep_with_next
    assert issuer.style.paragraph_format.keep_with_next


def test_the_date_begins_two_characters_right_of_the_issuer():
    issuer, date = opened(docx_bytes(sample(unit="南苑社区居民委员会"))).paragraphs[-2:]
    assert issuer.paragraph_format.right_indent.pt == 32
    # nine characters of 16 pt against six digits of 8 pt and three characters
    assert date.paragraph_format.right_indent.pt == 32 + 9 * 16 - 32 - (6 * 8 + 3 * 16)
    assert date._p.pPr.ind.get(qn("w:rightChars")) == "0"


@pytest.mark.parametrize("fonts", [STOCK, GB2312], ids=lambda fonts: fonts.key)
def test_the_fonts_are_a_value(fonts):
    styles = {s.name: s for s in opened(docx_bytes(sample(), fonts)).styles}
    east_asian = {name: styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Heading 1", "Heading 2")}
    assert east_asian == {"Heading 1": fonts.hei, "Heading 2": fonts.kai}


def test_what_no_word_file_can_hold_is_left_out():
    section = Section(key="a", heading="概况", text="党员\x0093人\ud800。\t志愿者\x08326人。\n\x01\n")
    data = docx_bytes(sample(sections=(section,)))
    assert paragraphs(data)[2:-2] == [("公文正文", "党员93人。 志愿者326人。")]


def test_nothing_at_all_is_still_a_document():
    data = docx_bytes(sample(title="", unit="", date="", sections=()))
    assert paragraphs(data) == [("Title", "")]


def test_markup_in_a_text_stays_text():
    text = "<w:p/>&amp;]]>{{F3}} 与“<b>”"
    assert paragraphs(docx_bytes(sample(sections=(Section(key="a", heading="", text=text),))))[1][1] == text


def test_properties_stand_in_the_schemas_order():
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "autoSpaceDE", "autoSpaceDN",
             "snapToGrid", "spacing", "ind", "jc", "outlineLvl"]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(docx_bytes(sample()))) as package:
        for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml", "word/footer2.xml"):
            for properties in re.findall(r"<w:pPr>(.*?)</w:pPr>", package.read(name).decode()):
                tags = re.findall(r"<w:(\w+)", properties)
                assert tags == sorted(tags, key=order.index), (name, tags)


def test_every_style_that_is_used_exists():
    with zipfile.ZipFile(io.BytesIO(docx_bytes(sample()))) as package:
        styles = package.read("word/styles.xml").decode()
        text = styles + package.read("word/document.xml").decode()
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', text))
    assert used <= set(re.findall(r'w:styleId="([^"]+)"', styles))


def test_a_hundred_exports_leave_no_memory_behind():
    draft = long_draft(1)
    for _ in range(5):
        docx_bytes(draft)
    tracemalloc.start()
    for _ in range(10):
        docx_bytes(draft)
    before, _ = tracemalloc.get_traced_memory()
    for _ in range(90):
        docx_bytes(draft)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 256 * 1024
