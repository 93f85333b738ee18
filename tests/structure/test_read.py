import io
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from drafter.errors import InputError
from drafter.structure.lines import Line
from drafter.structure.read import lines_of, read_lines, read_text

TEXT = "一、加强组织领导\n今年共召开部署会4次，参加人员120人次。"


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_file_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str):
    path = tmp_path / "总结.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_text(path) == TEXT


def test_a_text_in_big5_keeps_its_traditional_characters():
    text = "創建文明社區工作總結，今年共開展活動12次。"
    assert lines_of("總結.txt", text.encode("big5")) == (Line(text),)


def test_a_copy_cut_off_inside_a_character_is_still_read():
    assert lines_of("a.txt", TEXT.encode()[:-1])[0].text == "一、加强组织领导"


def test_markdown_marks_are_dropped_and_heading_levels_kept():
    lines = lines_of("a.md", "# 工作总结\n\n## 一、加强领导\n\n- 共开展**12**次\n\n---\n".encode())
    assert lines == (Line("工作总结", 1), Line("一、加强领导", 2), Line("共开展12次"))


def test_a_page_gives_its_paragraphs_without_menus_and_scripts():
    page = (
        "<html><head><title>网站</title><style>p{}</style></head><body><nav>首页</nav><h2>一、加强领导</h2>"
        "<p>今年共<b>12</b>次，<br>很好</p><script>var a</script><footer>备案号</footer></body></html>"
    )
    assert lines_of("a.html", page.encode("gbk")) == (Line("一、加强领导", 2), Line("今年共12次，"), Line("很好"))


def test_word_headings_tables_and_paragraphs_come_in_reading_order():
    document = Document()
    document.add_heading("一、加强领导", 1)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "人口", "5692人"
    table.cell(1, 0).text = "第一段\n第二段"
    document.add_paragraph("结束")
    lines = lines_of("a.docx", saved(document))
    assert lines == (Line("一、加强领导", 1), Line("人口\t5692人"), Line("第一段"), Line("第二段"), Line("结束"))


def test_word_s_automatic_numbers_become_text():
    document = Document()
    for text in ("抓清扫", "抓绿化"):
        document.add_paragraph(text, style="List Number")
    assert [line.text for line in lines_of("a.docx", saved(document))] == ["1.抓清扫", "2.抓绿化"]


def pdf(*pages: tuple[str, ...]) -> bytes:
    """Make a PDF whose lines carry their own characters: a font without outlines, with a table back to Unicode."""
    table = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
    )
    objects.append(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>"
    )
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(table), table))
    kids = []
    for lines in pages:
        shown = (
            f"1 0 0 1 50 {800 - 20 * at} Tm <{line.encode('utf-16-be').hex()}> Tj" for at, line in enumerate(lines)
        )
        content = b"BT /F 10 Tf " + "\n".join(shown).encode() + b" ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % len(objects)
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), listed)
    whole, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    return whole + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def test_a_pdf_gives_whole_paragraphs_without_page_furniture():
    themes = ("加强组织领导", "整治环境卫生", "开展志愿服务")
    pages = [
        (
            "内部资料",
            theme,
            f"社区围绕{theme}这项工作明确责任人员，全年召开例会",
            "24 次，参加人员320 人次。",
            f"- {at} -",
        )
        for at, theme in enumerate(themes, 1)
    ]
    lines = lines_of("a.pdf", pdf(*pages))
    whole = [f"社区围绕{theme}这项工作明确责任人员，全年召开例会24次，参加人员320人次。" for theme in themes]
    assert [line.text for line in lines] == [text for pair in zip(themes, whole, strict=True) for text in pair]


def test_a_scanned_pdf_is_refused():
    with pytest.raises(InputError, match="扫描件"):
        lines_of("a.pdf", pdf((), ()))


def test_a_file_read_twice_gives_the_same(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx("甲", "乙"))
    assert read_lines(path) == read_lines(path) == (Line("甲"), Line("乙"))


def excel_bytes() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
        )
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return buffer.getvalue()


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENCRYPTED = OLD_WORD + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "空文件"),
        ("a.txt", b" \n\r\n ", "空文件"),
        ("a.docx", docx(), "没有文字"),
        ("a.docx", excel_bytes(), "Word"),
        ("a.docx", OLD_WORD, "旧版"),
        ("a.docx", ENCRYPTED, "密码"),
        ("a.docx", b"PK\x03\x04 broken", "已损坏"),
        ("a.docx", TEXT.encode(), "不是Word文档"),
        ("a.txt", docx("甲"), "扩展名"),
        ("a.doc", OLD_WORD, "另存为.docx"),
        ("a.xls", b"x", "不支持"),
        ("总结", TEXT.encode(), "没有扩展名"),
        ("a.txt", bytes(range(128, 256)) * 3, "编码"),
        ("a.pdf", b"%PDF-1.4 broken", "PDF"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, says: str):
    with pytest.raises(InputError) as refusal:
        lines_of(name, data)
    message = str(refusal.value)
    assert says in message
    assert name in message
    assert message.count("。") == 1


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 2000)
    with pytest.raises(InputError, match="上限"):
        read_text(path, max_bytes=1000)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path):
    with pytest.raises(InputError, match="找不到文件"):
        read_text(tmp_path / "没有.txt")
    with pytest.raises(InputError, match="文件夹"):
        read_text(tmp_path)


def test_a_pdf_of_too_many_pages_is_refused_before_they_are_read():
    writer = PdfWriter()
    for _ in range(301):
        writer.add_blank_page(595, 842)
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(InputError, match=r"^“总结\.pdf”的页数或内容过多"):
        lines_of("总结.pdf", stream.getvalue())


@pytest.mark.parametrize("page", ["<!--" * 40_000, "<div>" * 200_000, "<a " + "x=1 " * 100_000 + ">", "<a" * 40_000])
def test_an_html_page_made_to_take_long_is_read_or_refused_at_once(page: str) -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match=r"^“总结.html”(里没有文字|的内容过多)"):
        lines_of("总结.html", page.encode())
    assert time.process_time() - begun < 2
