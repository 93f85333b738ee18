"""Lines of a section's text: headings, numbered sentences, attachments, plain paragraphs."""

import pytest

from drafter.word import styles
from drafter.word.blocks import heading_level, printed_lines, section_blocks


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、加强领导", 1),
        ("（一）建立机构", 2),
        ("(二)建立机构。", 2),
        ("1.明确分工", 3),
        ("2、明确分工", 3),
        ("（1）责任到人", 4),
        ("（一）建立机构。成立了领导小组。", 0),
        ("1.全年开会57次。", 0),
        ("2.慰问困难户55户；", 0),
        ("（3）开展活动，", 0),
        ("1.5万元用于绿化", 0),
        ("一是加强领导", 0),
        ("第一，加强领导", 0),
        ("（2023年）全年情况", 0),
        ("一、" + "长" * 50, 0),
        ("全年开会57次。", 0),
    ],
)
def test_a_line_of_its_own_is_a_heading_by_number_length_and_end(line, level):
    assert heading_level(line) == level


def test_blocks_keep_their_place_in_the_text():
    text = "\n　　党员93人。 \n\t（一）机构\n"
    blocks = section_blocks(text)
    assert [(b.style, b.text) for b in blocks] == [(styles.BODY, "党员93人。"), (styles.HEADINGS[1], "（一）机构")]
    assert all(text[b.start : b.start + len(b.text)] == b.text for b in blocks)


def test_attachments_are_listed_without_closing_marks():
    blocks = section_blocks("附件：1.荣誉清单；\n2.统计表。\n附件：名单。\n3.不是附件。")
    assert [(b.style, b.text) for b in blocks] == [
        (styles.ATTACHMENT_FIRST, "附件：1.荣誉清单"),
        (styles.ATTACHMENT_NEXT, "2.统计表"),
        (styles.ATTACHMENT_ONE, "附件：名单"),
        (styles.BODY, "3.不是附件。"),
    ]


def test_lines_are_told_as_they_are_printed():
    assert printed_lines("甲\x00\t乙\r\n\n \x01 \u2028丙") == ["甲 乙", "丙"]
