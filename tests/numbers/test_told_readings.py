"""What a number's neighbours make of it: each reading stands beside a twin of like words that is read otherwise."""

from decimal import Decimal

import pytest

from drafter.numbers.find import find_mentions


def claims(text):
    return [(m.value, m.unit) for m in find_mentions(text) if m.kind == "claim"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("巡河四小时", [(4, "小时")]), ("走进四小，", []),
        ("步道长三公里", [(3, "公里")]), ("公开三公经费", []),
        ("捧回两个一等奖", [(2, "个"), (1, "等奖")]), ("落实两个一要求", []),
        ("六个代表队", [(6, "个")]), ("学习三个代表重要思想", []),
        ("领取三包棉签", [(3, "包")]), ("落实三包责任", []),
        ("村民十分满意", []), ("排练十分钟", [(10, "分钟")]),
    ],
)  # fmt: skip
def test_a_term_is_no_piece_of_a_longer_phrase(text, expected):
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("lasting", "dated"),
    [
        ("停电9日", "于9日"),
        ("公示期为9日", "公示9日开始"),
        ("提前9日告知", "定在9日告知"),
        ("限9日办结", "限9日前办结"),
    ],
)
def test_days_that_last_are_no_day_of_a_month(lasting, dated):
    assert claims(lasting) == [(9, "日")]
    assert claims(dated) == [("---09", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1、2022年，修路3条", ["2022", 3]), ("1、2月修路3条", ["--01", "--02", 3]),
        ("1、6月修路3条。\n2、9月修桥5座", ["--06", 3, "--09", 5]),
        ("1.2022年以来", ["2022"]), ("\n2.14户居民改厕", [14]), ("户均2.5人", [Decimal("2.5")]),
        ("2.5人", [Decimal("2.5")]),
        ("一来省时，二来省力", []),
    ],
)  # fmt: skip
def test_the_number_of_an_item_is_none_of_its_figures(text, expected):
    assert [value for value, _ in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("有四五成住户", (40, 50)), ("占四至六成", (40, 60)), ("扩大四五倍", (4, 5)), ("一千六七百人", (1600, 1700)),
        ("有四、五十人", (40, 50)), ("有十三、四名", (13, 14)), ("百分之三十至四十", (30, 40)), ("四两天", None),
        ("领了4, 512元", 4512), ("率为91. 5%", Decimal("91.5")), ("来了1 2 6人", 126), ("分别为4, 512元", 4),
        ("每斤六角五分", Decimal("0.65")), ("每份收费六角。", Decimal("0.6")), ("十来万元", 100000), ("有百把人", 100),
        ("近半居民", Decimal("0.5")), ("近半年", Decimal("0.5")), ("产值翻倍", 2), ("练习42式太极拳", None),
        ("培训ll期", 11),
    ],
)  # fmt: skip
def test_numerals_are_read_as_they_are_said(text, value):
    read = claims(text)
    assert (read[0][0] if read and value is not None else None) == value


@pytest.mark.parametrize(
    ("said", "counted"),
    [("三名干部各管一摊", [(3, "名")]), ("村干部各守一段", []), ("十里挑一", [])],
)
def test_what_each_takes_on_is_no_count(said, counted):
    assert [(m.value, m.unit) for m in find_mentions(said) if m.kind == "claim" and m.type != "ordinal"] == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每周三一期", [(3, "周"), (1, "期")]), ("每周十一期", [(11, "期")]),
        ("星期六一场义诊", [(6, "周"), (1, "场")]), ("六一文艺汇演", []),
        ("4月供暖结束", [("--04", "")]), ("4月供1200元", [(4, ""), (1200, "元")]),
        ("5月租用场地", [("--05", "")]), ("5月租金", [(5, "")]),
        ("核心价值观“24字”", []), ("倡议书“24字”", [(24, "字")]),
    ],
)  # fmt: skip
def test_a_weekday_and_a_month_end_where_another_word_begins(text, expected):
    assert claims(text) == expected
