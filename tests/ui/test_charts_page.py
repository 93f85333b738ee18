"""Page 图表: facts and numbers over the sections, what backs them, and this period against the last."""

from collections.abc import Callable

import pytest
from export_work import finished, spoiled, words
from streamlit.testing.v1 import AppTest

from drafter.models import Fact, FactSheet
from drafter.store import Entry, Store, Work
from drafter.structure.skeletons import load_skeleton
from drafter.ui import draft_pictures
from drafter.ui.judged import judge

OpenApp = Callable[..., AppTest]


def compared(value: str, previous: str, unit: str = "人") -> list[str]:
    sheet = FactSheet(facts=(Fact(label="志愿者", value=value, previous=previous, unit=unit),)).with_ids()
    return [b.words for b in draft_pictures.changes(sheet.facts)]


def test_every_fact_stands_in_one_section_as_told_or_untold():
    work = finished()
    judged, skeleton = judge(work), load_skeleton(work.document)
    stacks = draft_pictures.facts_by_section(judged, skeleton)
    assert len(stacks) == len(skeleton.sections) == len({s.name for s in stacks})
    assert sum(p.count for s in stacks for p in s.parts) == len(judged.sheet.facts)
    assert sum(s.parts[1].count for s in stacks) == len(judged.unused)
    nothing_written = judge(work.model_copy(update={"draft": None}))
    assert sum(s.parts[0].count for s in draft_pictures.facts_by_section(nothing_written, skeleton)) == 0


def test_every_number_is_counted_once_and_a_flagged_one_shows_where_it_stands():
    work = spoiled(finished(), "volunteer", "新建充电桩88123个。")
    judged, skeleton = judge(work), load_skeleton(work.document)
    stacks = draft_pictures.numbers_by_section(judged, skeleton)
    shares = draft_pictures.shares(judged)
    assert sum(p.count for s in stacks for p in s.parts) == sum(p.count for s in shares for p in s.parts)
    assert [s.name for s in shares] == ["有出处", "推算", "⚠ 待核"]
    assert shares[2].words.startswith("1 处，占 ")
    assert [s.name for s in stacks if "⚠ 待核 1" in s.words] == [
        judged.name(next(s for s in judged.shown if s.key == "volunteer"))
    ]


@pytest.mark.parametrize(
    ("value", "previous", "unit", "said"),
    [
        ("326", "298", "人", "298 → 326人，增28人（+9.4%）"),
        ("298", "326", "人", "326 → 298人，减28人（-8.6%）"),
        ("30", "30", "场", "30 → 30场，持平"),
        ("96.5", "95", "%", "95 → 96.5%，增1.5个百分点"),
        ("1200", "300", "人次", "300 → 1200人次，增900人次（+300%）（超出图幅）"),
    ],
)
def test_this_period_is_told_against_the_last_with_difference_and_growth(
    value: str, previous: str, unit: str, said: str
):
    assert compared(value, previous, unit) == [said]


@pytest.mark.parametrize(("value", "previous"), [("约300", "298"), ("326", "0"), ("326", ""), ("326", "近300")])
def test_what_can_not_be_compared_exactly_is_not_drawn_but_counted(value: str, previous: str):
    sheet = FactSheet(facts=(Fact(label="志愿者", value=value, previous=previous, unit="人"),)).with_ids()
    assert draft_pictures.comparable(sheet) == {}
    assert draft_pictures.vague(sheet) == bool(previous)


def test_the_page_draws_all_four_for_a_written_draft(open_app: OpenApp, store: Store):
    entries = (Entry(id="v9", label="志愿服务站", value="6", previous="4", unit="个"),)
    work = finished()
    kept = store.create(work.model_copy(update={"entries": (*work.entries, *entries)}))
    at = open_app(kept.id, "charts")
    assert [s.value for s in at.subheader] == ["数字的来历", "各节有多少数字", "各节有多少事实", "本期与上期"]
    assert len(at.get("vega_lite_chart")) == 4
    assert judge(kept).line in words(at)


def test_before_anything_is_written_or_typed_the_page_says_what_to_do(open_app: OpenApp, store: Store):
    at = open_app(store.create(Work()).id, "charts")
    assert at.info[0].value.startswith("还没有填事实")
    entry = Entry(id="F1", label="志愿者", value="约300", unit="人", previous="298")
    at = open_app(store.create(Work(entries=(entry,))).id, "charts")
    assert [i.value[:7] for i in at.info] == ["还没有生成正文", "还没有可比的数"]
    assert len(at.get("vega_lite_chart")) == 1
