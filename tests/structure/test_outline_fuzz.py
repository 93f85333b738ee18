from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.structure.conform import conform_outline
from drafter.structure.derive import derive
from drafter.structure.harvest import harvested_sheet
from drafter.structure.lines import Line
from drafter.structure.outline import outline_lines, outline_text
from drafter.structure.read import lines_of
from drafter.structure.skeletons import load_skeleton

WORDS = (
    "一、 （一） 1. 1、 ① 第一章 篇2 第2篇 【一】 工作总结 加强组织领导 整治环境。 共12次， 2025年 “ ” ， 。 ： ( ） "
    "區 创(chuàng)建 小编 相关推荐 一是 • 0 5月"
)
PIECES = st.sampled_from([*WORDS.split(), " ", "\u3000", "\u200b", "\t", "X" * 50])
TEXTS = st.lists(st.lists(PIECES, max_size=8).map("".join), max_size=14).map("\n".join)


@settings(max_examples=150)
@given(TEXTS)
def test_whatever_the_text_every_step_answers(text: str):
    outlines = outline_text(text)
    for outline in outlines:
        conform_outline(outline, load_skeleton("annual_summary"), harvested_sheet(outline))
    if outlines:
        derive(outlines)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, st.integers(0, 9)), max_size=8))
def test_whatever_levels_a_file_states_headings_nest_from_one(parts: list[tuple[str, int]]):
    lines = [Line(text.replace("\n", ""), level) for text, level in parts if text.strip()]
    for outline in outline_lines(lines):
        assert all(1 <= section.level <= 9 for section in outline.sections)


@settings(max_examples=80)
@given(st.text(alphabet=st.sampled_from("<>/abph12 一、。&;#\"='!-"), max_size=80))
def test_whatever_the_page_its_paragraphs_are_read(page: str):
    lines_of("a.html", ("<p>甲</p>" + page).encode())
