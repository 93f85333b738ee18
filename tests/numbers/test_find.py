"""Texts of the genre are read as staff would read them; any other text is read without harm."""

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.numbers.find import find_mentions

SIGNS = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "0123456789０１２９.,，。、%％‰〇零一二三四五六七八九十百千万亿两几数半"
            "余多年月日号点时分元户人次个第每近约至—-~“”《》（）\n 　①②xX+/:："
        ),
        st.sampled_from("億萬兩餘個戶參伍拾😀👍🏽é\u200b﻿"),
        st.characters(),
    ),
    max_size=200,
)
WORDS = [
    "社区有",
    "😀居民",
    "ＡＢ",
    "，共",
    "\n",
    "“三八”",
    "其中党员",
    "萬眾一心",
    "１２户",
    "。",
    "约",
    "第三届",
    "é",
]


def read(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.kind) for m in find_mentions(text)]


def claims(text: str) -> dict[str, object]:
    return {m.text: m.value for m in find_mentions(text) if m.kind == "claim"}


@given(SIGNS)
@example("9" * 3000 + "几万元")
@example("“" * 50 + "三" + "”" * 50)
@example("一、二、三、" * 10)
def test_offsets_are_right_for_any_text(text):
    last = 0
    for m in find_mentions(text):
        assert last <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        assert m.rule
        last = m.end


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=6))
def test_a_number_is_found_where_it_stands_among_emoji_and_wide_signs(before, after):
    text = "".join(before) + "，共有志愿者326人，" + "".join(after)
    at = text.index("326人")
    found = next(m for m in find_mentions(text) if m.start == at)
    assert (found.text, found.value, found.unit, found.kind) == ("326", 326, "人", "claim")


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_number_is_found_in_its_sentence(number):
    found = [m for m in find_mentions(f"全年发放宣传资料{number}份。") if m.kind == "claim"]
    assert [(m.value, m.unit) for m in found] == [(number, "份")]


@pytest.mark.parametrize(
    "text",
    ["1", "一", "十", "万", "1,", "1 ", "“", '"', "“一", '"三', "第一", "2020-", "x", "1x", "三点", "百分之", "每一",
     "1至", "零", "一、",
     "《一", "l", "两", "1.1", "一抓", " ", "半", "百万", "几", "数万", "9几万", "一一一、", "1/", "1:", "周一", "１",
     "壹", "0-"],
)  # fmt: skip
def test_no_text_takes_more_than_linear_time(text):
    """Four times the text may take about four times as long; were time quadratic, it would take sixteen times."""

    def seconds(part: str) -> float:
        begin = time.process_time()
        find_mentions(part)
        return time.process_time() - begin

    long = text * (12_000 // len(text))
    whole, quarter = (min(seconds(part) for _ in range(2)) for part in (long, long[:3000]))
    assert whole < 8 * quarter + 0.3


def test_ten_thousand_digits_in_a_row_are_one_number():
    digits = "9" * 10_000
    assert [m.value for m in find_mentions(f"共{digits}户")] == [Decimal(digits)]


def test_an_empty_text_holds_nothing():
    assert find_mentions("") == []


def test_a_profile_is_read_with_values_and_units():
    text = "辖区面积约1.8平方公里，居民2,496户、6828人，其中60岁以上老人占二成以上，三千余户参加了垃圾分类。"
    found = [(m.text, m.value, m.unit, m.approx) for m in find_mentions(text)]
    assert found == [
        ("1.8", Decimal("1.8"), "平方公里", "about"),
        ("2,496", 2496, "户", "exact"),
        ("6828", 6828, "人", "exact"),
        ("60", 60, "岁", "over"),
        ("二成", 20, "%", "over"),
        ("三千", 3000, "户", "over"),
    ]


@pytest.mark.parametrize(
    ("text", "approx"),
    [("近3万户", "about"), ("约300人", "about"), ("300人左右", "about"), ("300余人", "over"), ("300多人", "over"),
     ("超过300人", "over"),
     ("不少于300人", "over"), ("300人以上", "over"), ("不足300人", "under"), ("300人以内", "under"),
     ("5分钟内", "under"), ("达300人", "exact"),
     ("签约300人", "exact"), ("附近300米", "exact"), ("经过3年", "exact"), ("3个小区内", "exact"), ("上千人", "over"),
     ("数百人", "over"), ("宣传册 1,500 余份", "over"), ("300 多名", "over"), ("2 万 余 人次", "over"),
     ("投票过半", "over"), ("过半数赞成", "over"), ("通过半数", "exact"), ("年逾八旬", "over"), ("七旬老人", "about")],
)  # fmt: skip
def test_the_words_around_a_number_say_how_exact_it_is(text, approx):
    assert [m.approx for m in find_mentions(text)] == [approx]


@pytest.mark.parametrize(
    "text",
    ["千方百计促就业", "走进千家万户", "万众一心", "面貌焕然一新", "思想统一，步调一致", "一律拆除", "四季常青",
     "五颜六色", "一如既往", "十分热烈",
     "以防万一", "第一时间赶到", "进一步加强", "练一流技能", "上半年", "近年来", "人数达", "一方面加强", "队伍建设",
     "捡拾垃圾", "退伍军人", "四处奔波",
     "参加人数众多", "三番五次上门", "七嘴八舌", "百花齐放", "信心百倍", "半途而废", "几乎没有", "十全十美",
     "多年如一日", "陆续到达", "数字化"],
)  # fmt: skip
def test_words_and_idioms_hold_no_number(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    ["供暖牵动万家冷暖", "情牵万家", "牵挂万家安危", "解千家难、暖万家心", "走百家门、知百家情", "关乎万家幸福",
     "情暖百家", "把温暖送到千家", "集百家之长", "万家忧乐挂心头", "解万户之忧", "进千家、入万户",
     "心系千家、情系万户", "千家欢乐、万户祥和", "守护千家平安", "润泽万家", "惠泽万户", "敲开千家门",
     "与万家同行", "吃百家饭长大"],
)  # fmt: skip
def test_households_told_of_for_all_are_no_claim(text):
    assert {m.kind for m in find_mentions(f"{text}。")} <= {"vague"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("惠及1.2万家企业", 12000), ("万户居民受益", 10000), ("服务近万家企业", 10000), ("走访千家企业", 1000),
     ("联系千户居民", 1000), ("评选百户平安家庭", 100), ("百家门店参与", 100), ("千家放心门店", 1000),
     ("会员达到万家", 10000), ("为万家个体户减税", 10000),
     ("与万家商户签约", 10000), ("惠及近万家，", 10000)],
)  # fmt: skip
def test_households_and_bodies_that_are_counted_are_claims(text, value):
    assert [(m.kind, m.value) for m in find_mentions(text)] == [("claim", value)]


@pytest.mark.parametrize(
    "text",
    ["学习“三个代表”重要思想", "党的二十大精神", "党的二十届三中全会", "落实三会一课制度", "两学一做学习教育",
     "五位一体总体布局", "增强四个意识", "拨打12345热线",
     "迎“七一”", "“六五”普法", "“十四五”规划", "一站式服务", "社区两委", "消灭四害", "“五个一”活动", "门前三包",
     "五保老人", "“1+3+N”模式", "“四点半”学校",
     "一户一档", "24字核心价值观", "“12·4”宪法日", "三八红旗手", "双十一", "“五老”志愿者", "一带一路",
     "网格员1对1帮扶", "38社区", "市第二中学", "南一巷",
     "第一责任人", "背诵核心价值观24字", "365天不打烊", "“365”党建品牌", "一人一策、一月一查",
     "一刻钟便民生活圈", "最后一公里", "90后社工", "六稳六保", "八项规定", "四议两公开"],
)  # fmt: skip
def test_fixed_terms_and_names_are_terms(text):
    kinds = {kind for _, kind in read(text)}
    assert kinds == {"term"}


def test_headings_and_items_are_markers():
    text = "一、加强领导\n（一）健全机制\n1.成立专班\n①组织学习；②走访慰问\n"
    text += "主要做法：一是抓宣传，二是抓整治。\n第一，统一思想。"
    assert read(text) == [(sign, "marker") for sign in "一一1①②一二一"]


@pytest.mark.parametrize(
    "text",
    [
        "一支队伍",
        "一批图书",
        "一系列活动",
        "一条主线",
        "几个方面",
        "每一个人",
        "图书一批，",
        "一名同志",
        "这一天的",
        "不漏一户，",
        "不少一人。",
        "没有漏登一户，",
        "走了一户又一户，",
        "谈了一家接着一家。",
    ],
)
def test_one_before_a_classifier_is_vague(text):
    assert {m.kind for m in find_mentions(text)} <= {"vague"}


@pytest.mark.parametrize(
    "text",
    [
        "主任一名，",
        "每月一次例会",
        "建成文化广场一处。",
        "一年多来",
        "一季度更新一次",
        "举办三场讲座、一场演出",
        "复印件一份、",
        "主持人宣布名单一份，",
        "购置系统一套。",
    ],
)
def test_one_is_a_count_where_it_counts(text):
    last = find_mentions(text)[-1]
    assert (last.kind, last.value) == ("claim", 1)


@pytest.mark.parametrize(
    ("text", "values"),
    [("5月17日至5月23日", ["--05-17", "--05-23"]), ("6岁到14岁", [6, 14]), ("8元至12元", [8, 12]),
     ("16:30至18:00", ["16:30", "18:00"]),
     ("12至18岁", [(12, 18)]), ("5月19日至26日", [("--05-19", "--05-26")]), ("2010年1-6月", [("2010-01", "2010-06")]),
     ("8:30—17:30", [("08:30", "17:30")])],
)  # fmt: skip
def test_a_range_is_one_number_where_its_ends_share_a_unit(text, values):
    assert [m.value for m in find_mentions(text)] == values


@pytest.mark.parametrize(
    ("text", "core", "value"),
    [("占45。6%", "45。6%", Decimal("45.6")), ("2O10年", "2O10年", "2010"), ("共l2户", "l2", 12),
     ("约1 342起", "1 342", 1342), ("２，４９６户", "２，４９６", 2496),
     ("成立于二0一一年五月", "二0一一年五月", "2011-05"), ("20 6人", "20 6", 206), ("３.5万元", "３.5万", 35000),
     ("提高2。4个百分点", "2。4", Decimal("2.4")), ("得分9。5分", "9。5", Decimal("9.5")),
     ("于1O月2O日", "1O月2O日", "--10-20"),
     ("2024年l0月", "2024年l0月", "2024-10"), ("共2，35O户", "2，35O", 2350),
     ("占地 2 ， 000 平方米", "2 ， 000", 2000),
     ("广场l处，", "l", 1)],
)  # fmt: skip
def test_typing_damage_is_read_as_it_was_meant(text, core, value):
    assert claims(text) == {core: value}


def test_traditional_characters_are_read():
    text = "會員兩千三百餘人，捐款八百萬元，共設床位一百二十張，第三屆理事會於二〇一九年十二月成立。"
    assert list(claims(text).values()) == [2300, 8000000, 120, 3, "2019-12"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("志願者貳佰餘名", 200, "名"), ("叁仟户", 3000, "户"), ("计叁拾陆万伍仟", 365000, "元"), ("叁仟圆整", 3000, "元"),
     ("工资涨了800块。", 800, "元"), ("收入2万元，增加500块，", 500, "元"), ("展板24块。", 24, "块"),
     ("经费用于展板24块。", 24, "块"), ("发放贷款3000万，", 30000000, "元"), ("观众3000万，", 30000000, "")],
)  # fmt: skip
def test_what_a_number_counts_is_told_by_the_words_beside_it(text, value, unit):
    last = find_mentions(text)[-1]
    assert (last.value, last.unit, last.type == "money") == (value, unit, unit == "元")


@pytest.mark.parametrize(
    ("text", "values"),
    [("晚上7点半", ["19:30"]), ("下午2时30分至5时30分", ["14:30", "17:30"]), ("每晚7:30—9:30", [("19:30", "21:30")]),
     ("上午8:30至11:30", ["08:30", "11:30"]), ("早7:00、晚7:00", ["07:00", "19:00"]),
     ("晚10:30—6:30", [("22:30", "06:30")]),
     ("每晚19:30", ["19:30"]), ("早晚7:30", ["07:30"]), ("晚上8点", [8]), ("晚上12点半", ["00:30"]),
     ("中午1点半", ["13:30"])],
)  # fmt: skip
def test_a_time_with_minutes_is_of_the_part_of_the_day_that_is_named(text, values):
    assert [m.value for m in find_mentions(text)] == values


def test_a_square_kilometre_holds_no_thousand():
    assert claims("辖区1.2平方千米，绿道2.3千米") == {"1.2": Decimal("1.2"), "2.3": Decimal("2.3")}


def test_masked_figures_keep_what_is_known():
    assert claims("20xx年投入xx万元，拆除1x处，xxx年3月验收") == {
        "20xx年": "20xx",
        "xx万": "xx万",
        "1x": "1x",
        "xxx年3月": "--03",
    }


def test_a_bare_number_in_a_list_takes_the_unit_behind_the_list():
    assert [m.unit for m in find_mentions("分别提高1.2和3.5个百分点")] == ["个百分点", "个百分点"]
