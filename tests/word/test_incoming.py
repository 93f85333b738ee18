"""A file that was edited in Word comes back: sections known by their headings, and no text lost."""

import io
from collections import Counter

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_draft import SHEET, sample

from drafter.errors import InputError
from drafter.models import Section
from drafter.word.export import docx_bytes
from drafter.word.incoming import read_back
from drafter.word.styles import STOCK

SAMPLE = docx_bytes(sample())


def edited(edit):
    document = Document(io.BytesIO(SAMPLE))
    edit(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraph(document, text):
    return next(p for p in document.paragraphs if text in p.text)


def back(edit):
    draft = sample()
    return read_back(edited(edit), "改.docx", draft)


def changes(incoming):
    return {c.key: c.after for c in incoming.changes if c.changed}


def test_a_file_that_was_not_edited_changes_nothing():
    incoming = back(lambda document: None)
    assert changes(incoming) == {}
    assert incoming.notes == ()
    assert (incoming.title, incoming.unit, incoming.date) == (
        "南苑社区2025年度精神文明创建工作总结", "南苑社区", "2026年1月8日")  # fmt: skip


def test_an_edited_sentence_comes_back_to_its_section_alone():
    def edit(document):
        paragraph(document, "清运垃圾").runs[0].text = "全年清运垃圾300吨。"

    incoming = back(edit)
    assert changes(incoming) == {"environment": "全年清运垃圾300吨。\n张贴标语20条。"}
    change = next(c for c in incoming.changes if c.changed)
    assert change.lines[:2] == (("removed", "全年清运垃圾200多吨。"), ("added", "全年清运垃圾300吨。"))


def test_a_change_is_taken_over_as_a_new_version_by_staff():
    def edit(document):
        paragraph(document, "清运垃圾").runs[0].text = "全年清运垃圾300吨。"

    draft = sample()
    for change in back(edit).changes:
        draft = change.taken(draft)
    section = draft.section("environment")
    assert (section.text, section.origin, section.revision) == ("全年清运垃圾300吨。\n张贴标语20条。", "staff", 1)
    assert section.table is not None
    assert draft.section("leadership") == sample().section("leadership")


def test_a_closing_is_told_from_the_section_before_it():
    def edit(document):
        paragraph(document, "张贴标语").runs[0].text = "张贴标语30条。"
        paragraph(document, "继续努力").runs[0].text = "社区将继续加倍努力。"

    assert changes(back(edit)) == {
        "environment": "全年清运垃圾200多吨。\n张贴标语30条。",
        "closing": "社区将继续加倍努力。\n附件：1.荣誉清单\n2.活动统计表",
    }


def test_a_reworded_heading_is_known_and_comes_back():
    def edit(document):
        paragraph(document, "二、整治").runs[0].text = "二、持续整治环境卫生"

    change = next(c for c in back(edit).changes if c.changed)
    assert (change.key, change.heading) == ("environment", "持续整治环境卫生")
    assert change.taken(sample()).section("environment").heading == "持续整治环境卫生"


def test_sections_that_changed_places_are_known_by_their_headings():
    draft = sample(sections=tuple(Section(key=k, heading=f"{k}工作", text=f"{k}的内容。") for k in "甲乙丙"))
    swapped = draft.model_copy(update={"sections": (draft.sections[2], draft.sections[0], draft.sections[1])})
    assert changes(read_back(docx_bytes(swapped), "改.docx", draft)) == {}


def test_a_new_heading_stays_with_the_section_before_it_and_is_named():
    def edit(document):
        at = paragraph(document, "继续努力")
        at.insert_paragraph_before("三、志愿服务", style="Heading 1")
        at.insert_paragraph_before("新增志愿者18人。")

    incoming = back(edit)
    assert changes(incoming)["environment"].endswith("三、志愿服务\n新增志愿者18人。")
    assert any("三、志愿服务" in note for note in incoming.notes)


def test_a_heading_that_was_deleted_is_named_and_its_text_still_found():
    def edit(document):
        heading = paragraph(document, "二、整治")._p
        heading.getparent().remove(heading)

    incoming = back(edit)
    assert changes(incoming) == {}
    assert incoming.notes == ("文件里没有找到标题“整治环境卫生”。",)


def test_plain_numbered_lines_are_headings_too_when_the_styles_were_lost():
    def edit(document):
        for p in document.paragraphs:
            p.style = "Normal"

    incoming = back(edit)
    assert changes(incoming) == {}
    assert incoming.title


def test_tracked_changes_are_read_as_accepted_and_comments_passed_over():
    w = nsdecls("w")

    def edit(document):
        p = paragraph(document, "张贴标语")
        document.add_comment(p.runs, "这里改一下", author="领导")
        p._p.append(parse_xml(f'<w:del {w} w:id="91" w:author="a"><w:r><w:delText>旧字</w:delText></w:r></w:del>'))
        p._p.append(parse_xml(f'<w:ins {w} w:id="92" w:author="a"><w:r><w:t>发放资料5份。</w:t></w:r></w:ins>'))
        moved = f'<w:moveFrom {w} w:id="93" w:author="a"><w:r><w:t>搬走</w:t></w:r></w:moveFrom>'
        p._p.append(parse_xml(moved))

    incoming = back(edit)
    assert changes(incoming) == {"environment": "全年清运垃圾200多吨。\n张贴标语20条。发放资料5份。"}
    assert incoming.notes == (
        "文件里有修订痕迹，已按“接受修订”之后的文字读。",
        "文件里有1处批注（领导）没有带回，请在Word里查看。",
    )


def test_paragraphs_joined_by_a_tracked_deletion_are_one():
    def edit(document):
        ppr = paragraph(document, "清运垃圾")._p.get_or_add_pPr()
        ppr.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="9" w:author="a"/></w:rPr>'))

    assert changes(back(edit)) == {"environment": "全年清运垃圾200多吨。张贴标语20条。"}


def test_what_is_no_text_is_named_with_its_place(tmp_path):
    from PIL import Image

    picture = tmp_path / "图.png"
    Image.new("RGB", (8, 8)).save(picture)

    def edit(document):
        at = paragraph(document, "全年开会")
        at.add_run().add_picture(str(picture))
        table = document.add_table(2, 2)
        at._p.addnext(table._tbl)

    incoming = back(edit)
    assert changes(incoming) == {}
    assert [note.split("没有")[0] for note in incoming.notes] == [
        "“加强组织领导，健全工作机制”部分有1处图片", "“加强组织领导，健全工作机制”部分有1处表格"]  # fmt: skip


def test_a_stored_table_is_silent_until_it_is_edited():
    def edit(document):
        document.tables[0].cell(1, 1).text = "999人"

    assert [note.split("没有")[0] for note in back(edit).notes] == ["“整治环境卫生”部分有1处表格"]


def test_a_new_title_and_signature_are_named():
    def edit(document):
        document.paragraphs[0].runs[0].text = "新的标题"
        document.paragraphs[-1].runs[0].text = "2026年2月1日"

    incoming = back(edit)
    assert (incoming.title, incoming.date) == ("新的标题", "2026年2月1日")
    assert len(incoming.notes) == 2
    assert changes(incoming) == {}


def test_the_review_copy_comes_back_like_the_clean_file():
    from drafter.word.evidence import trace_draft
    from drafter.word.review import review_bytes

    draft = sample()
    data = review_bytes(draft, SHEET, trace_draft(draft, SHEET), STOCK)
    incoming = read_back(data, "核对稿.docx", draft)
    assert changes(incoming) == {}
    assert incoming.notes == ()


def test_a_file_that_is_none_is_refused():
    with pytest.raises(InputError, match=r"改\.docx"):
        read_back(b"PK\x03\x04", "改.docx", sample())


LINE = st.text(alphabet="党员社区环境93人次，。、（）一二1.：附件 “”", min_size=1, max_size=24)
EDIT = st.tuples(
    st.sampled_from(["insert", "change", "append", "delete", "split", "restyle", "break"]),
    st.integers(0, 40),
    LINE,
)


def apply(document, edits):
    for kind, at, text in edits:
        paragraphs = document.paragraphs
        p = paragraphs[at % len(paragraphs)]
        if kind == "insert":
            p.insert_paragraph_before(text)
        elif kind == "change" and p.runs:
            p.runs[0].text = text
        elif kind == "append":
            p.add_run(text)
        elif kind == "delete" and len(paragraphs) > 1:
            p._p.getparent().remove(p._p)
        elif kind == "split" and p.runs:
            half = len(p.runs[0].text) // 2
            p.insert_paragraph_before(p.runs[0].text[:half], style=p.style)
            p.runs[0].text = p.runs[0].text[half:]
        elif kind == "restyle":
            p.style = ["Heading 1", "Heading 2", "公文正文", "Normal"][len(text) % 4]
        elif kind == "break":
            p.add_run().add_break()


def letters(text):
    return Counter("".join(text.split()))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDIT, min_size=1, max_size=8))
def test_no_text_is_lost_whatever_was_edited(edits):
    """All that stands in the file is in a section, its heading, the title or the signature."""
    draft = sample()
    data = edited(lambda document: apply(document, edits))
    incoming = read_back(data, "改.docx", draft)
    there = letters("".join(p.text for p in Document(io.BytesIO(data)).paragraphs))
    come = letters(incoming.title + incoming.unit + incoming.date)
    for change in incoming.changes:
        come += letters(change.heading + change.after)
    missing = there - come
    # The number of a heading that was recognised is the program's, and so is a stored table's caption.
    allowed = letters("一二三四五六七八九十、，,.．" * 40 + sample().section("environment").table.caption)
    assert not missing - allowed, missing - allowed


@settings(max_examples=60)
@given(st.lists(st.lists(LINE, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=5))
def test_any_text_that_is_not_edited_comes_back_unchanged(texts):
    sections = tuple(Section(key=f"s{n}", heading=f"第{'甲乙丙丁戊'[n]}部分工作", text=t) for n, t in enumerate(texts))
    draft = sample(sections=sections)
    assert changes(read_back(docx_bytes(draft), "改.docx", draft)) == {}


def test_a_file_that_breaks_the_schema_is_refused_in_one_sentence():
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:type="paragraph"', b'w:type="x"'))
    with pytest.raises(InputError, match=r"改\.docx.*已损坏"):
        read_back(stream.getvalue(), "改.docx", sample())
