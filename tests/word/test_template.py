"""A unit's own template: its layout is kept, what it lacks is added and named, nothing foreign travels along."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sample_draft import SHEET, sample

from drafter.errors import InputError
from drafter.word.evidence import trace_draft
from drafter.word.export import docx_bytes
from drafter.word.review import review_bytes
from drafter.word.styles import STOCK
from drafter.word.template import read_template


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def unit_template():
    """What an office has: A4, own margins, a header, its own body font, Chinese Word's style ids, no 落款."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(30)
    section.header.paragraphs[0].text = "南苑社区党总支"
    normal = document.styles["Normal"]
    normal.font.size = Pt(14)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "华文仿宋")
    document.styles["Heading 1"].element.set(qn("w:styleId"), "1")
    document.styles["Heading 1"].font.size = Pt(15)
    document.add_paragraph("模板里的示例文字")
    document.add_table(1, 1)
    return document


def with_settings_link(data, target):
    """The template with a link to an outside template, as a macro attack would have it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/settings.xml":
                r = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                link = b"<w:attachedTemplate " + r + b' r:id="rId1"/><w:defaultTabStop '
                content = content.replace(b"<w:defaultTabStop ", link, 1)
            new.writestr(name, content)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        new.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>',
        )
    return stream.getvalue()


def opened(data):
    return Document(io.BytesIO(data))


def test_missing_styles_are_named_as_word_shows_them():
    template = read_template(saved(unit_template()), "模板.docx")
    assert "落款单位" in template.missing
    assert "公文正文" in template.missing
    assert "标题 1" not in template.missing
    assert not {"annotation text", "核对表文字"} & set(template.missing)


def test_what_differs_from_the_standard_is_said():
    notes = "".join(read_template(saved(unit_template()), "模板.docx").notes)
    assert "左30毫米" in notes
    assert "没有页码" in notes
    assert "没有带入" in notes


def test_page_header_fonts_and_styles_of_the_template_are_used():
    template = read_template(saved(unit_template()), "模板.docx")
    document = opened(docx_bytes(sample(), STOCK, template))
    section = document.sections[-1]
    assert round(section.left_margin.mm, 1) == 30
    assert section.header.paragraphs[0].text == "南苑社区党总支"
    heading = next(p for p in document.paragraphs if p.text.startswith("一、"))
    assert (heading.style.style_id, heading.style.font.size) == ("1", Pt(15))
    body = document.styles["公文正文"].element
    assert not body.xpath("./w:rPr/w:rFonts"), "the font comes from the template's 正文"
    assert not body.xpath("./w:rPr/w:sz")
    assert body.xpath("./w:pPr/w:ind/@w:firstLineChars") == ["200"]


def test_the_templates_own_text_is_left_behind():
    template = read_template(saved(unit_template()), "模板.docx")
    document = opened(docx_bytes(sample(), STOCK, template))
    # broken for the template's larger title
    assert document.paragraphs[0].text == "南苑社区2025年度\n精神文明创建工作总结"
    assert len(document.tables) == 1


def test_chinese_marks_are_kept_from_the_templates_western_font():
    template = read_template(saved(unit_template()), "模板.docx")
    document = opened(docx_bytes(sample(), STOCK, template))
    run = next(p for p in document.paragraphs if "“一号工程”" in p.text).runs[0]
    assert run._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"


def test_the_review_copy_finds_the_comment_styles_of_the_template():
    draft = sample()
    template = read_template(saved(unit_template()), "模板.docx")
    document = opened(review_bytes(draft, SHEET, trace_draft(draft, SHEET), STOCK, template))
    ids = {s.style_id for s in document.styles}
    used = document.element.body.xpath(".//w:rStyle/@w:val|.//w:pStyle/@w:val|.//w:tblStyle/@w:val")
    assert set(used) <= ids
    assert len(list(document.comments)) > 0


def test_our_own_file_lacks_nothing_as_a_template():
    template = read_template(docx_bytes(sample()), "模板.docx")
    assert template.missing == ()
    assert template.notes == ("模板正文里的文字和表格没有带入，只用它的版式、字体和页眉页脚。",)


def test_headers_of_earlier_sections_are_kept():
    document = unit_template()
    document.add_section()
    written = opened(docx_bytes(sample(), STOCK, read_template(saved(document), "模板.docx")))
    assert written.sections[-1].header.paragraphs[0].text == "南苑社区党总支"


def test_links_to_an_outside_template_are_cut():
    data = with_settings_link(saved(unit_template()), "http://example.invalid/evil.dotm")
    out = docx_bytes(sample(), STOCK, read_template(data, "模板.docx"))
    with zipfile.ZipFile(io.BytesIO(out)) as package:
        assert not any(b"evil.dotm" in package.read(name) for name in package.namelist())
        assert b"attachedTemplate" not in package.read("word/settings.xml")


def test_pictures_of_the_text_do_not_travel_along(tmp_path):
    from PIL import Image

    Image.new("RGB", (8, 8)).save(tmp_path / "图.png")
    document = unit_template()
    document.add_picture(str(tmp_path / "图.png"))
    out = docx_bytes(sample(), STOCK, read_template(saved(document), "模板.docx"))
    with zipfile.ZipFile(io.BytesIO(out)) as package:
        assert not [name for name in package.namelist() if "media" in name]


def test_a_header_that_links_to_the_outside_is_refused():
    document = unit_template()
    part = document.sections[0].header.part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    part.relate_to("http://example.invalid/x.png", kind, is_external=True)
    with pytest.raises(InputError, match="外部文件"):
        read_template(saved(document), "模板.docx")


def blob(document, name, kind):
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), "application/octet-stream", b"x", document.part.package), f"{KIND}/{kind}"


KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize("kind", ["oleObject", "package", "control"])
def test_an_object_in_the_header_is_refused(kind):
    document = unit_template()
    document.sections[0].header.part.relate_to(*blob(document, "/word/embeddings/o1.bin", kind))
    with pytest.raises(InputError, match="嵌入的对象"):
        read_template(saved(document), "模板.docx")


@pytest.mark.parametrize("kind", ["oleObject", "package", "aFChunk", "subDocument", "webSettings"])
def test_an_object_of_the_text_is_left_behind(kind):
    document = unit_template()
    document.part.relate_to(*blob(document, "/word/embeddings/o1.bin", kind))
    template = read_template(saved(document), "模板.docx")
    with zipfile.ZipFile(io.BytesIO(docx_bytes(sample(), STOCK, template))) as package:
        assert not [name for name in package.namelist() if "embeddings" in name]


@pytest.mark.parametrize(
    "code", ['DDEAUTO c:\\\\x "y"', ' INCLUDEPICTURE "http://example.invalid/x.png"', "LINK Excel.Sheet"]
)
def test_a_field_that_fetches_or_starts_something_is_refused(code):
    document = unit_template()
    paragraph = document.sections[0].header.paragraphs[0]
    for piece in (code[:4], code[4:]):
        field = OxmlElement("w:instrText")
        field.text = piece
        paragraph.add_run()._r.append(field)
    with pytest.raises(InputError, match="取用外部内容的域"):
        read_template(saved(document), "模板.docx")


def test_page_numbers_of_the_template_are_no_such_field():
    template = read_template(docx_bytes(sample()), "模板.docx")
    assert not [note for note in template.notes if "页码" in note]


def test_no_file_made_from_a_template_reaches_outside():
    document = unit_template()
    document.part.relate_to("http://example.invalid/f.docx", f"{KIND}/frame", is_external=True)
    document.part.relate_to("http://example.invalid/s.docx", f"{KIND}/subDocument", is_external=True)
    template = read_template(with_settings_link(saved(document), "http://example.invalid/t.dotm"), "模板.docx")
    with zipfile.ZipFile(io.BytesIO(docx_bytes(sample(), STOCK, template))) as package:
        links = b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))
    assert b"External" not in links


def test_a_macro_file_is_refused():
    stream = io.BytesIO(saved(unit_template()))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(InputError, match="宏"):
        read_template(stream.getvalue(), "模板.docx")
