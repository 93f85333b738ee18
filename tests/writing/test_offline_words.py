import pytest

from drafter.writing.offline_patterns import load_patterns
from drafter.writing.offline_words import (
    after_verb,
    amount_words,
    bare_label,
    counted_noun,
    date_words,
    ended,
    is_date,
    is_deed,
    is_figure,
    items_in,
    names_in,
    tidy,
    with_ending,
)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("300多", "平方米", "300多平方米"),
        ("近150", "名", "近150名"),
        ("3600余", "棵", "3600余棵"),
        ("近3", "万元", "近3万元"),
        ("98%", "%", "98%"),
        ("12至18", "万元", "12至18万元"),
        ("20余名", "人", "20余名"),
        ("2.35万元", "元", "2.35万元"),
        ("100以上", "人", "100人以上"),
        ("50户以上", "户", "50户以上"),
        ("300左右", "名", "300名左右"),
        ("近 200", "棵", "近200棵"),
        ("２３１０", "户", "2310户"),
        ("三千多", "份", "三千多份"),
        ("1,204", "件", "1204件"),
        ("0", "起", "0起"),
    ],
)
def test_a_figure_stands_with_its_unit_once_and_where_it_belongs(value: str, unit: str, words: str) -> None:
    assert is_figure(value)
    assert amount_words(value, unit) == words


@pytest.mark.parametrize(
    "value", ["党支部书记", "每周", "三会一课", "第一名", "12/0", "暂无", "", "2002年6月", "2002-06"]
)
def test_other_values_are_no_figures(value: str) -> None:
    assert not is_figure(value)


@pytest.mark.parametrize(
    ("typed", "words"), [("2002-06", "2002年6月"), ("2011/5/18", "2011年5月18日"), ("2002年6月", "2002年6月")]
)
def test_a_date_reads_as_in_an_official_text(typed: str, words: str) -> None:
    assert is_date(typed)
    assert date_words(typed) == words


@pytest.mark.parametrize(
    ("label", "unit", "bare"),
    [
        ("植树（棵）", "", ("植树", "棵")),
        ("植树(棵)：", "棵", ("植树", "棵")),
        ("独居老人（75岁以上）", "人", ("独居老人（75岁以上）", "人")),
        ("一、组织领导", "", ("组织领导", "")),
        ("3. 宣传栏（个）", "", ("宣传栏", "个")),
        ("一、二期改造", "户", ("一、二期改造", "户")),
    ],
)
def test_a_unit_in_brackets_leaves_the_label(label: str, unit: str, bare: tuple[str, str]) -> None:
    assert bare_label(label, unit) == bare


@pytest.mark.parametrize(
    ("label", "deed"),
    [("清运垃圾", True), ("三年申报低保户", True), ("巡逻队员", False), ("成立之初党员", False), ("培训", False)],
)
def test_a_label_says_what_was_done_or_what_there_is(label: str, deed: bool) -> None:
    assert is_deed(label, load_patterns().verbs) is deed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("为居民服务。", "为居民服务"),
        ("一、二；", "一、二"),
        ("整治,清理26车;", "整治，清理26车"),
        ("参加,1,200人", "参加，1,200人"),
        ("上午。。下午", "上午。下午"),
        ("第一行。\n\n第二行；", "第一行；第二行"),
        ("{{活动}}开展", "活动开展"),
        ("获“先进集体”", "获“先进集体”"),
        ('推出"一次挂号管三天"，老人可代挂', "推出“一次挂号管三天”，老人可代挂"),
    ],
)
def test_a_typed_text_is_mended_only_where_it_would_break_a_sentence(typed: str, read: str) -> None:
    assert tidy(typed) == read


@pytest.mark.parametrize(
    ("said", "whole"),
    [("好", "好。"), ("好。", "好。"), ("好！", "好！"), ("他说“好。”", "他说“好。”"), ("如下：", "如下：")],
)
def test_a_sentence_ends_once(said: str, whole: str) -> None:
    assert ended(said) == whole


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("秧歌队、合唱团", ("秧歌队", "合唱团")),
        ("书记、主任\n网格长", ("书记", "主任", "网格长")),
        ("日巡查制度,周例会制度", ("日巡查制度", "周例会制度")),
        ("5月举办，共演出节目28个", ("5月举办，共演出节目28个",)),
        ("每月查水表，漏水的当天修", ("每月查水表，漏水的当天修",)),
        ("书记任组长，主任任副组长", ("书记任组长，主任任副组长",)),
        ("《市民公约、守则》", ("《市民公约、守则》",)),
        (
            "一个很长很长的说明文字没有办法当作名称来使用的情形、另一个",
            ("一个很长很长的说明文字没有办法当作名称来使用的情形、另一个",),
        ),
    ],
)
def test_a_list_is_told_from_a_statement(typed: str, names: tuple[str, ...]) -> None:
    assert names_in(typed) == names


@pytest.mark.parametrize(
    ("words", "verb", "told"),
    [
        ("动员会", "召开", "召开动员会"),
        ("3月5日动员会", "召开", "3月5日召开动员会"),
        ("3月5日召开动员会", "召开", "3月5日召开动员会"),
        ("举办灯会", "开展", "举办灯会"),
    ],
)
def test_a_verb_is_added_only_where_there_is_none(words: str, verb: str, told: str) -> None:
    assert after_verb(words, verb, load_patterns().verbs) == told


@pytest.mark.parametrize(
    ("words", "ending", "told"),
    [
        ("督查通报、联席会议", "制度", "督查通报、联席会议等制度"),
        ("督查通报", "制度", "督查通报制度"),
        ("督查制度、例会制度", "制度", "督查制度、例会制度"),
        ("居民议事会制度", "机制", "居民议事会制度"),
    ],
)
def test_a_list_closes_with_the_word_for_its_kind(words: str, ending: str, told: str) -> None:
    assert with_ending(words, ending) == told


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("1.车位不足 2.电线老化，2处已换 3.人手少", ("车位不足", "电线老化，2处已换", "人手少")),
        ("①车位不足②电线老化", ("车位不足", "电线老化")),
        ("车位不足 2.5米以下不能停", ("车位不足 2.5米以下不能停",)),
    ],
)
def test_a_list_numbered_on_one_line_is_cut_at_its_numbers(typed: str, items: tuple[str, ...]) -> None:
    assert items_in(typed) == items


@pytest.mark.parametrize(
    ("label", "unit", "noun"),
    [
        ("床位数", "个", "床位"),
        ("户数", "户", "住户"),
        ("总户数", "户", "住户"),
        ("参加人数", "人", "参加人数"),
        ("指数", "个", "指数"),
    ],
)
def test_what_is_counted_loses_the_word_for_number(label: str, unit: str, noun: str) -> None:
    assert counted_noun(label, unit, load_patterns().things) == noun
