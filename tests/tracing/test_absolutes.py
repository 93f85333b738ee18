"""Absolutes that go with a count (全部, 全覆盖, 无一例外): traced to a fact that says so, and never a number."""

import pytest
from flagging import Told, report_on

from drafter.models import Absolute, Fact

MEMBERS = Fact(label="党员", value="93", unit="名")
TRAINED = Fact(label="参加培训", value="61", unit="人")
ESTATES = Fact(label="小区", value="12", unit="个")


def absolutes(text: str, *facts: Told) -> tuple[Absolute, ...]:
    return report_on(text, *facts).absolutes


def flagged(text: str, *facts: Told) -> list[str]:
    return [a.text for a in absolutes(text, *facts) if a.flagged]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("93名党员全部参加培训。", "全部"),
        ("93名党员全员参加培训。", "全员"),
        ("93名党员悉数参加培训。", "悉数"),
        ("93名党员参加培训，无一例外。", "无一例外"),
        ("93名党员参加培训，一个不漏。", "一个不漏"),
        ("93名党员无一人缺席。", "无一人缺席"),
        ("对93名党员实现培训全覆盖。", "全覆盖"),
        ("党员全部参加培训。", "全部"),
        ("全年培训党员93名，全部结业。", "全部"),
    ],
)
def test_an_absolute_that_no_fact_says_is_flagged(text, word):
    assert flagged(text, MEMBERS, TRAINED) == [word]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("93名党员全部参加培训。", [MEMBERS, Fact(text="93名党员全部参加了培训")]),
        ("93名党员全部参加培训。", [MEMBERS, Fact(label="参加培训党员", value="93", unit="名")]),
        ("93名党员全部参加培训。", [MEMBERS, Fact(label="党员参训率", value="100", unit="%")]),
        ("受理诉求1305件，全部办结。",
         [Fact(label="受理诉求", value="1305", unit="件"), Fact(label="办结诉求", value="1305", unit="件")]),
        ("查出的27个问题全部整改。", [Fact(label="发现问题", value="27个，整改27个")]),
        ("12个小区全部签订公约，签订率100%。", [ESTATES, Fact(label="公约签订率", value="100", unit="%")]),
        ("12个小区实现物业全覆盖。", [ESTATES, Fact(text="12个小区物业全覆盖")]),
        ("6次检查全部合格。", [Fact(label="检查", value="6", unit="次", text="均合格")]),
        ("C级危房17间、D级危房5间，22间危房全部腾空。",
         [Fact(label="C级危房", value="17", unit="间"), Fact(label="D级危房", value="5", unit="间"),
          Fact(label="腾空", value="22", unit="间")]),
        ("其余32人全部纳入社区戒毒、社区康复。",
         [Fact(label="社区戒毒", value="9", unit="人"), Fact(label="社区康复", value="23", unit="人")]),
        ("9月20日全部竣工。", [Fact(label="施工期", value="3月15日至9月20日")]),
    ],
)  # fmt: skip
def test_an_absolute_stands_where_a_fact_says_so_or_the_numbers_make_it_plain(text, facts):
    (found,) = absolutes(text, *facts)
    assert not found.flagged
    assert found.facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("93名党员全部参加培训。", Fact(label="党员培训满意率", value="100", unit="%")),
        ("12个小区全部通过验收。", Fact(text="12个小区全部实现物业覆盖")),
        ("93名党员全部参加培训。", Fact(label="走访困难户", value="93", unit="户")),
    ],
)
def test_what_is_said_of_all_of_something_else_backs_nothing(text, fact):
    assert flagged(text, MEMBERS, ESTATES, fact) == ["全部"]


def test_the_sentence_names_the_facts_that_go_against_it_and_the_remedy():
    (found,) = absolutes("93名党员全部参加培训。", MEMBERS, TRAINED)
    assert found.facts == ("F2",)
    assert found.because == (
        "正文说“93名党员全部参加培训”，事实里是“参加培训 61人”，没有写明“全部”；"
        "请改成61名、删去“全部”，或补一条写明“全部”的事实。"
    )


def test_it_names_the_greater_number_where_the_text_tells_only_a_part():
    (found,) = absolutes("61名党员全部参加培训。", MEMBERS, TRAINED)
    assert "事实里是“党员 93名”" in found.because


@pytest.mark.parametrize(
    "text",
    [
        "全部93名党员中，61人参加培训。", "61名，占全部党员的65.6%。", "全部资金45万元。",
        "93名党员推进“三个全覆盖”。", "93名党员开展三个全覆盖。", "93名党员开展全覆盖走访。", "安全员93名。",
        "力争93名党员全部参加培训。", "实现93名党员培训全覆盖的目标。", "下一步，确保93名党员全部参加培训。",
        "明年93名党员将全部参加培训。", "2025年93名党员全部参加培训。", "93名党员未全部参加培训。",
        "93名党员没有全部参加培训。", "各项任务全部完成。",
    ],
)  # fmt: skip
def test_adjectives_names_aims_denials_and_what_counts_nothing_claim_nothing(text):
    assert absolutes(text, MEMBERS, TRAINED) == ()


def test_an_absolute_is_never_a_number():
    report = report_on("93名党员全部参加培训。", MEMBERS, TRAINED, period="")
    assert [t.mention.text for t in report.traces] == ["93"]
    assert report.flagged == ()
    assert [report.text[a.start : a.end] for a in report.overstated] == ["全部"]


@pytest.mark.parametrize("text", ["", "全部", "，全部。", "93名，全覆盖", "全部\n全部\n", "九十三名党員全部參加培訓。"])
def test_whatever_the_text_its_places_are_right(text):
    for found in absolutes(text, MEMBERS):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text", ["摸排危房41户均已搬离。", "摸排危房41户，搬离完毕。", "41户危房都已搬离到位。", "全体41户危房户搬离。"]
)
def test_other_words_for_all_are_judged_as_well(text: str):
    assert [a.flagged for a in absolutes(text, "摸排危房|41|户", "搬离危房|38|户")] == [True]
    assert [a.flagged for a in absolutes(text, "摸排危房|41|户", "搬离危房|41|户")] == [False]


@pytest.mark.parametrize("text", ["户均已增收2000元。", "全体居民共同参与，危房41户。", "走访41户，户户见面。"])
def test_words_that_only_look_like_all_claim_nothing(text: str):
    assert absolutes(text, "摸排危房|41|户") == ()


@pytest.mark.parametrize("deed", ["整改完毕", "整改到位", "销号", "化解", "清零"])
def test_a_thing_that_facts_count_by_deeds_is_named_without_a_number(deed: str):
    facts = ("排查火灾隐患|96|处", "整改火灾隐患|91|处")
    assert flagged(f"火灾隐患全部{deed}。", *facts) == ["全部"]


def test_the_number_of_what_was_done_is_told_with_its_own_unit():
    (found,) = absolutes("查出的火灾隐患全部整改完毕。", "排查火灾隐患|96|处", "整改火灾隐患|91|处")
    assert "请改成91处、删去“全部”" in found.because


def test_all_of_a_thing_stands_where_as_many_were_done_as_there_are():
    assert flagged("火灾隐患全部整改完毕。", "排查火灾隐患|96|处", "整改火灾隐患|96|处") == []
