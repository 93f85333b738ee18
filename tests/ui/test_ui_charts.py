"""The charts: what they draw is told in words too, and kinds differ by more than colour."""

from typing import Any

from drafter.models import Fact, FactSheet
from drafter.structure.assess import assess_all
from drafter.structure.criteria import load_criteria
from drafter.ui.assessment_view import bars
from drafter.ui.charts import DASHED, GREY, HOLLOW, LONGEST_BAR, SOLID, Part, Stack, against_mark, stacked

SHEET = FactSheet(
    facts=(
        Fact(label="文化活动室面积", value="60", unit="平方米"),
        Fact(label="图书藏量", value="30000", unit="册"),
        Fact(label="居民安全感", value="约95", unit="%"),
        Fact(label="重大火灾", value="0", unit="起"),
    )
).with_ids()


def values(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """All rows that a chart's specification holds."""
    return [row for rows in chart.get("datasets", {}).values() for row in rows]


def test_each_figure_with_a_mark_is_a_bar_that_says_its_sign_figure_and_gap():
    drawn = bars(assess_all(SHEET, load_criteria()))
    assert [(b.name, b.words) for b in drawn] == [
        ("图书藏量（不少于5000册）", "✓ 达标　30000册（超出图幅）"),
        ("文化活动室面积（不少于100平方米）", "✗ 未达标　60平方米，差40平方米"),
        ("居民安全感（不少于95%）", "？ 无法判定　约95%"),
    ]
    assert [(round(b.low), round(b.high)) for b in drawn] == [(600, 600), (60, 60), (96, 104)]


def test_a_bar_ends_where_the_picture_does():
    chart = against_mark(bars(assess_all(SHEET, load_criteria())), "要求", "百分之几").to_dict()
    assert max(r["low"] for r in values(chart) if "low" in r) == LONGEST_BAR
    assert {"要求"} <= {r.get("words") for r in values(chart)}


def test_a_stacked_bar_says_its_parts():
    chart = stacked(
        [Stack("组织领导", (Part("有出处", 3, SOLID), Part("待核", 1, HOLLOW)), "有出处 3")], "处"
    ).to_dict()
    assert [(r["low"], r["high"]) for r in values(chart) if "low" in r] == [(0, 3), (3, 4)]
    assert "有出处 3" in {r.get("words") for r in values(chart)}
    assert stacked([], "处").to_dict()["layer"]


def test_kinds_of_bars_differ_in_black_and_white():
    def grey(colour: str) -> int:
        return sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) // 3

    looks = {(grey(look.fill) // 60, look.dash) for look in (SOLID, GREY, HOLLOW, DASHED)}
    assert len(looks) == 4
