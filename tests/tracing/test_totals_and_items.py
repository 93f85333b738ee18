"""What a list comes to, and what only heads one: a total adds what is named, 共有 before a name adds nothing."""

from itertools import permutations

import pytest
from flagging import flags, report_on

SHOWS = ("话剧|12|场", "相声|31|场", "戏曲|54|场", "杂技|8|场")
FUNDS = ("材料费|6.4|万元", "劳务费|15.1|万元", "差旅费|3.2|万元", "会议费|21.7|万元", "印刷费|2.6|万元")
STAFF = ("厨师|43|人", "护工|158|人", "司机|27|名")
PUPILS = ("在校生总数|1275|人", "女生|601|人", "走读生|388|人")


def suggestions(text: str, *facts: str) -> list[tuple[str, str]]:
    return [(alarm.mention.text, alarm.suggestion) for alarm in report_on(text, *facts).flagged]


@pytest.mark.parametrize(
    ("text", "facts", "wanted"),
    [
        ("话剧21场、相声31场、戏曲54场，合计106场。", SHOWS, [("21", "12"), ("106", "97")]),
        ("话剧12场、相声31场、戏曲54场，合计106场。", SHOWS, [("106", "97")]),
        ("话剧12场、相声31场、戏曲54场，总数达106场。", SHOWS, [("106", "97")]),
        ("材料费6.4万元、劳务费15.1万元，加起来共27万元。", FUNDS, [("27万", "21.5万")]),
        ("以上几项合计31万元：材料费6.4万元、劳务费15.1万元、差旅费3.2万元。", FUNDS, [("31万", "24.7万")]),
        ("材料费6.4万元、劳务费15.1万元、差旅费3.2万元，合计21.7万元。", FUNDS, [("21.7万", "24.7万")]),
        ("相声31场、戏曲54场，共54场。", SHOWS, [("54", "85")]),
        ("话剧12场、相声31场、戏曲54场，加起来共105场。", SHOWS, [("105", "97")]),
        ("共有厨师46名、护工158名。", STAFF, [("46", "43")]),
        ("共有46名厨师和158名护工。", STAFF, [("46", "43")]),
        ("单位共有厨师43名、护工135名。", STAFF, [("135", "158")]),
        ("单位有158名护工，还有46名厨师。", STAFF, [("46", "43")]),
        ("厨师和护工共206名。", STAFF, [("206", "201")]),
        ("厨师、司机共有75名。", STAFF, [("75", "70")]),
    ],
)
def test_what_is_suggested_for_a_total_and_for_what_heads_a_list(text, facts, wanted):
    assert suggestions(text, *facts) == wanted


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("话剧12场、相声31场、戏曲54场，合计97场。", SHOWS),
        ("话剧12场、相声31场、戏曲54场、杂技8场，总数达105场。", SHOWS),
        ("以上几项合计24.7万元：材料费6.4万元、劳务费15.1万元、差旅费3.2万元。", FUNDS),
        ("共有厨师43名、护工158名。", STAFF),
        ("厨师和护工共201名。", STAFF),
        ("厨师43名、护工158名，共230名。", (*STAFF, "职工总数|230|名")),
    ],
)
def test_the_right_total_and_the_right_item_stand(text, facts):
    assert flags(text, *facts) == []


def test_what_one_of_a_list_should_be_is_not_known_so_neither_is_its_total():
    assert suggestions("话剧12场、木偶戏7场、戏曲54场，合计90场。", *SHOWS)[-1] == ("90", "")


def test_no_part_is_added_to_its_whole_whatever_the_order_of_the_facts():
    told = {tuple(suggestions("全校共有学生1725人，其中女生601人。", *facts)) for facts in permutations(PUPILS)}
    assert told == {(("1725", "1275"),)}
