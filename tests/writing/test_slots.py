"""Which slots a section's facts offer."""

from drafter.models import Fact
from drafter.writing.reckoned import exact_value, reckon
from drafter.writing.slots import section_slots


def _slots(*facts: Fact) -> dict[str, str]:
    return {slot.name: slot.words for slot in section_slots(facts, "上年")}


def test_a_figure_is_offered_with_and_without_its_unit() -> None:
    slots = _slots(Fact(id="F3", label="志愿者", value="326", unit="人"))
    assert slots["F3"] == "326人"
    assert slots["F3.value"] == "326"


def test_a_unit_typed_with_the_figure_is_not_doubled() -> None:
    slots = _slots(Fact(id="F3", label="志愿者", value="326人", unit="人"))
    assert (slots["F3"], slots["F3.value"]) == ("326人", "326")


def test_a_statement_is_offered_in_its_own_words_without_its_full_stop() -> None:
    assert _slots(Fact(id="F9", text="2010年获“先进集体”称号。"))["F9"] == "2010年获“先进集体”称号"


def test_a_figure_with_last_years_offers_growth_and_difference() -> None:
    slots = _slots(Fact(id="F3", label="志愿者", value="326", unit="人", previous="298"))
    assert slots["F3.previous"] == "298人"
    assert slots["F3.difference"] == "28人"
    assert slots["F3.growth"] == "9.4%"


def test_what_the_reckoning_says_tells_its_direction() -> None:
    (gap, rate) = reckon([Fact(id="a", label="发案", value="8", unit="起", previous="16")], "上年")
    assert gap.shown == "发案比上年减少 8起"
    assert rate.shown == "发案比上年下降 50%"


def test_the_period_before_is_called_as_staff_call_it() -> None:
    fact = Fact(id="a", label="志愿者", value="326", unit="人", previous="298")
    shown = [slot.shown for slot in section_slots([fact], "上年同期") if slot.offered]
    assert shown == [
        "志愿者 326人（上年同期 298人）",
        "志愿者上年同期数 298人",
        "志愿者比上年同期增加 28人",
        "志愿者比上年同期增长 9.4%",
    ]


def test_percentages_differ_by_points_and_never_grow_by_a_percentage() -> None:
    (gap,) = reckon([Fact(id="a", label="参与率", value="96", unit="%", previous="90")], "上年")
    assert (gap.value, gap.unit) == ("6", "个百分点")


def test_a_part_of_a_named_whole_offers_its_share() -> None:
    facts = [
        Fact(id="w", label="女性党员", value="45", unit="名"),
        Fact(id="all", label="在册党员", value="93", unit="名"),
        Fact(id="h", label="常住户", value="93", unit="户"),
    ]
    assert [(r.name, r.value) for r in reckon(facts, "上年")] == [("w.share", "48.4%")]


def test_only_parts_that_cannot_overlap_are_added_up() -> None:
    facts = [
        Fact(id="m", label="男性党员", value="48", unit="名"),
        Fact(id="w", label="女性党员", value="45", unit="名"),
        Fact(id="old", label="离退休党员", value="22", unit="名"),
    ]
    assert [(r.name, r.value) for r in reckon(facts, "上年")] == [("m.total", "93")]


def test_a_total_that_was_entered_is_not_offered_again() -> None:
    facts = [
        Fact(id="m", label="室内活动面积", value="200", unit="平方米"),
        Fact(id="w", label="室外活动面积", value="300", unit="平方米"),
        Fact(id="all", label="总活动面积", value="500", unit="平方米"),
    ]
    assert [r.name for r in reckon(facts, "上年") if r.name.endswith("total")] == []


def test_nothing_is_reckoned_from_what_is_only_about() -> None:
    assert exact_value("300多", "平方米") is None
    assert exact_value("近3", "万元") is None
    assert reckon([Fact(id="a", label="面积", value="300多", unit="平方米", previous="200")], "上年") == ()


def test_a_long_statement_is_shown_shortened_and_put_whole() -> None:
    (slot, *_) = section_slots([Fact(id="a", text="字" * 5000)], "上年")
    assert len(slot.shown) < 400
    assert len(slot.words) == 5000


def test_figures_in_ten_thousands_are_reckoned_in_full() -> None:
    (gap, rate) = reckon([Fact(id="a", label="捐款", value="2.5万", unit="元", previous="2.2万")], "上年")
    assert (gap.value, gap.unit, rate.value) == ("3000", "元", "13.6%")
