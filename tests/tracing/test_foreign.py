"""True values under foreign subjects raise an alarm; free paraphrases of their own subject raise none."""

import pytest

from drafter.models import Fact, FactSheet, Trace
from drafter.tracing.kinds import kinds_before, kinds_behind, kinds_in
from drafter.tracing.trace import trace_numbers


def sheet(*facts: str) -> FactSheet:
    """Facts as label|value|unit|previous."""
    names = ("label", "value", "unit", "previous")
    made = (Fact(id=f"F{n}", **dict(zip(names, f.split("|"), strict=False))) for n, f in enumerate(facts, 1))
    return FactSheet(period="2025年", facts=tuple(made))


def only(text: str, *facts: str) -> Trace:
    (trace,) = trace_numbers(text, sheet(*facts)).traces
    return trace


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("现有志愿者236人。", "在册党员|236|名"),
        ("共有1920名留守儿童。", "60岁以上老人|1920|人"),
        ("组织网格员312人开展活动。", "注册志愿者|312|名"),
        ("办理大病救助达到2610户。", "常住居民|2610|户"),
        ("全年举办科普讲座6次。", "举办道德讲堂|6|期"),
        ("开展集中宣传活动40次。", "开展环境集中整治|40|次"),
    ],
)
def test_a_value_of_one_kind_does_not_back_another_kind(text, fact):
    trace = only(text, fact)
    assert trace.flagged
    assert trace.closest == ("F1",)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("现有共产党员236名。", "在册党员|236|名"),
        ("志愿服务队员312人参加清扫。", "注册志愿者|312|名"),
        ("辖区居民2610户。", "常住居民|2610|户"),
        ("住户2610户。", "常住居民|2610|户"),
        ("评出身边好人18名。", "选树先进人物|18|名"),
        ("平安建设中，志愿者185人上岗巡逻。", "平安志愿者|185|名"),
        ("绿地率37.5%。", "绿化覆盖率|37.5|%"),
        ("3个网格员小组走访，37栋楼全部改造。", "改造楼栋|37|栋"),
    ],
)
def test_other_words_for_the_same_thing_are_no_other_thing(text, fact):
    traces = trace_numbers(text, sheet(fact, "网格员小组|3|个")).traces
    assert not traces[-1].flagged, traces[-1].because


def test_a_name_counts_only_right_at_the_number_and_in_its_unit():
    text = "志愿者共93名"
    assert len(list(kinds_before(text, 0, 4, "名"))) == 2  # the form's field and the wider kind
    assert not list(kinds_before(text, 0, 4, "户"))
    assert not list(kinds_before("志愿者带领居民", 0, 7, "名"))
    assert list(kinds_behind("93名热心志愿者", 3, 8, "名"))


def test_a_whole_label_may_be_a_word_that_says_too_little_inside_others():
    assert kinds_in("户数", "户") == kinds_in("常住居民", "户")
    assert not kinds_in("改造户数", "户")
