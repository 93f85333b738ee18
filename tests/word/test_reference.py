"""The reference file, read from its bytes: page, grid, styles and footers of GB/T 9704-2012."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from drafter.word.reference import reference_bytes
from drafter.word.styles import FONT_SETS, GB2312, STOCK, STYLES


@pytest.fixture(scope="module")
def document():
    return Document(io.BytesIO(reference_bytes(STOCK)))


def part(name, fonts=STOCK):
    with zipfile.ZipFile(io.BytesIO(reference_bytes(fonts))) as package:
        return package.read(name).decode()


def chain(document, style):
    """The style and those that it is based on, nearest first."""
    while style is not None:
        yield style.element
        style = style.base_style


def found(document, name, path):
    for element in chain(document, document.styles[name]):
        if values := element.xpath(path):
            return values[0]
    return None


def test_the_page_is_a4_with_the_standards_margins(document):
    section = document.sections[0]
    assert [round(x.mm) for x in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(x.mm) for x in margins] == [37, 35, 28, 26]


def test_twenty_two_lines_and_twenty_eight_characters_fit(document):
    section = document.sections[0]
    height = (section.page_height - section.top_margin - section.bottom_margin) / 635
    width = (section.page_width - section.left_margin - section.right_margin) / 635
    pitch = int(found(document, "公文正文", "./w:pPr/w:spacing/@w:line"))
    character = 16 * 20 + int(found(document, "公文正文", "./w:rPr/w:spacing/@w:val"))
    assert int(height / pitch) == 22
    assert int(width / character) == 28
    grid = section._sectPr.xpath("./w:docGrid")[0]
    assert (grid.get(qn("w:type")), int(grid.get(qn("w:linePitch")))) == ("lines", pitch)


@pytest.mark.parametrize(
    ("name", "font", "size", "level"),
    [
        ("Title", "方正小标宋简体", 22, None),
        ("公文正文", None, None, None),
        ("Heading 1", "黑体", None, 0),
        ("Heading 2", "楷体", None, 1),
        ("Heading 3", None, None, 2),
        ("Heading 4", None, None, 3),
    ],
)
def test_fonts_sizes_and_outline_levels(document, name, font, size, level):
    assert found(document, name, "./w:rPr/w:rFonts/@w:eastAsia") == font
    sizes = found(document, name, "./w:rPr/w:sz/@w:val")
    assert sizes == (str(size * 2) if size else None)
    outline = found(document, name, "./w:pPr/w:outlineLvl/@w:val")
    assert outline == (None if level is None else str(level))
    assert found(document, name, "./w:rPr/w:b") is None
    if level is not None:
        assert document.styles[name].paragraph_format.keep_with_next


def test_text_without_a_font_of_its_own_is_16_point_fangsong_in_chinese(document):
    defaults = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr")[0]
    fonts = defaults.xpath("./w:rFonts")[0]
    assert [fonts.get(qn(f"w:{slot}")) for slot in ("eastAsia", "hAnsi", "ascii")] == [
        "仿宋",
        "仿宋",
        "Times New Roman",
    ]
    assert defaults.xpath("./w:sz/@w:val") == ["32"]
    assert defaults.xpath("./w:lang/@w:eastAsia") == ["zh-CN"]
    assert document.styles.element.xpath("./w:docDefaults/w:pPrDefault/w:pPr/w:widowControl/@w:val") == ["0"]
    assert "Theme" not in part("word/styles.xml")


def test_first_lines_stand_two_characters_in_for_word_and_for_libreoffice(document):
    indent = document.styles["公文正文"].element.xpath("./w:pPr/w:ind")[0]
    assert (indent.get(qn("w:firstLineChars")), indent.get(qn("w:firstLine"))) == ("200", "640")


@pytest.mark.parametrize(("name", "side"), [("footer1", "right"), ("footer2", "left")])
def test_page_numbers_stand_between_dashes_one_character_from_the_outer_edge(name, side):
    xml = part(f"word/{name}.xml")
    assert re.findall(r"<w:(?:t|instrText)[^>]*>([^<]*)<", xml) == ["— ", " PAGE ", "1", " —"]
    assert f'<w:ind w:{side}="280" w:{side}Chars="100"/>' in xml
    assert f'<w:jc w:val="{side}"/>' in xml
    assert xml.count('<w:sz w:val="28"/>') == 7
    assert "w:evenAndOddHeaders" in part("word/settings.xml")


def test_settings_stand_in_the_schemas_order():
    order = ["zoom", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang",
             "decimalSymbol", "listSeparator"]  # fmt: skip
    tags = [t for t in re.findall(r"<w:(\w+)", part("word/settings.xml")) if t not in ("settings", "compatSetting")]
    assert tags == order


@pytest.mark.parametrize("fonts", FONT_SETS.values(), ids=lambda fonts: fonts.key)
def test_a_font_that_may_be_missing_names_its_stand_in(fonts):
    table = part("word/fontTable.xml", fonts)
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋,宋体"/>' in table
    assert ("仿宋_GB2312" in table) == (fonts is GB2312)


def test_every_style_leans_on_one_that_exists():
    ids = {style.id for style in STYLES}
    assert all(not style.based_on or style.based_on in ids for style in STYLES)
    assert all(not style.next or style.next in ids for style in STYLES)
    assert len(ids) == len(STYLES)


def test_a_built_in_style_is_known_by_words_own_name():
    names = re.findall(r'<w:style (?!w:type="table")[^>]*><w:name w:val="([^"]+)"/>', part("word/styles.xml"))
    assert {"Normal", "Title", "heading 1", "heading 4", "caption", "footer", "annotation text"} <= set(names)


@pytest.mark.parametrize("fonts", FONT_SETS.values(), ids=lambda f: f.key)
def test_the_package_holds_a_theme_in_the_documents_own_fonts(fonts):
    theme = part("word/theme/theme1.xml", fonts)
    assert 'Target="theme/theme1.xml"' in part("word/_rels/document.xml.rels", fonts)
    assert "officedocument.theme+xml" in part("[Content_Types].xml", fonts)
    assert re.findall(r'<a:ea typeface="([^"]+)"/>', theme) == [fonts.hei, fonts.body]
    assert re.findall(r"<a:(\w+Scheme) name", theme) == ["clrScheme", "fontScheme", "fmtScheme"]


def test_every_line_height_is_fixed_so_that_no_cell_of_a_table_cuts_its_last_line():
    assert set(re.findall(r'w:lineRule="(\w+)"', part("word/styles.xml"))) == {"exact"}


def test_each_font_set_says_which_fonts_it_uses_and_what_comes_where_they_are_missing():
    assert STOCK.told().startswith("标题方正小标宋简体，正文仿宋，一级标题黑体，二级标题楷体，页码宋体。")
    assert "方正小标宋简体改用华文中宋或宋体；" in STOCK.told()
    assert "仿宋_GB2312改用仿宋，楷体_GB2312改用楷体；" in GB2312.told()
