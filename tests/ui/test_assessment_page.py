"""Page 自评: the table, switching rows off, other marks, own rows, reset, and the tasks that lead to the form."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from export_work import words
from streamlit.testing.v1 import AppTest

from drafter.store import Entry, Store, Work
from drafter.structure.criteria import load_criteria
from drafter.structure.own_criteria import Change, Choice, OwnRow
from drafter.ui.criteria_choice import keep_choice, load_choice, with_given_edits, with_own_edits

OpenApp = Callable[..., AppTest]
GIVEN = load_criteria()
LAMPS = next(at for at, c in enumerate(GIVEN) if c.key == "lamp_rate")


def entry(label: str, value: str, unit: str = "", entry_id: str = "F1") -> Entry:
    return Entry(id=entry_id, label=label, value=value, unit=unit)


def work(*entries: Entry) -> Work:
    return Work(unit="和平社区", period="2025年度", entries=entries)


def page(open_app: OpenApp, store: Store, *entries: Entry) -> tuple[AppTest, str]:
    kept = store.create(work(*entries))
    return open_app(kept.id, "assessment"), kept.id


def table(at: AppTest) -> str:
    return next(h.body for h in at.get("html") if "<table" in h.body)


def row_of(at: AppTest, name: str) -> str:
    return next(r for r in table(at).split("<tr>") if f">{name}<" in r)


def press(at: AppTest, label: str) -> AppTest:
    next(b for b in at.button if b.label == label).click().run()
    assert not at.exception
    return at


def edits(edited: dict[int, Any] | None = None, added: list[Any] | None = None, deleted: list[int] | None = None):
    return {"edited_rows": edited or {}, "added_rows": added or [], "deleted_rows": deleted or []}


def test_each_conclusion_stands_in_the_table_with_its_sign_gap_and_fact(open_app: OpenApp, store: Store):
    facts = (entry("文化活动室面积", "60", "平方米"), entry("居民安全感", "约95", "%", "F2"))
    at, _ = page(open_app, store, *facts, entry("路灯亮化率", "99", "%", "F3"))
    assert "对照 29 项标准：✓ 达标 1 项，✗ 未达标 1 项，？ 无法判定 1 项，— 无数据 26 项（停用 1 项）" in words(at)
    assert all(
        part in row_of(at, "文化活动室面积") for part in ("不少于100平方米", "✗ 未达标", "差40平方米", "60平方米")
    )
    assert "✓ 达标" in row_of(at, "路灯亮化率")
    assert "91.2%至98.8%" in row_of(at, "居民安全感")
    assert "— 无数据" in row_of(at, "图书藏量")
    assert "计划生育率" not in table(at)


def test_what_people_typed_is_text_in_the_table(open_app: OpenApp, store: Store):
    at, _ = page(open_app, store, entry("路灯亮化率", "<img src=x onerror=alert(1)>99", "%"))
    assert "<img" not in table(at)


def test_a_row_switched_off_leaves_the_page_and_another_mark_changes_the_verdict(open_app: OpenApp, store: Store):
    at, _ = page(open_app, store, entry("路灯亮化率", "99", "%"), entry("藏书", "4000", "册", "F2"))
    assert "✗ 未达标" in row_of(at, "图书藏量")
    books = next(n for n, c in enumerate(GIVEN) if c.key == "library_books")
    edited = edits({LAMPS: {"used": False}, books: {"threshold": 4000.0}})
    keep_choice(store, with_given_edits(GIVEN, load_choice(store), edited))
    at.run()
    assert "路灯亮化率" not in table(at)
    assert "✓ 达标" in row_of(at, "图书藏量")
    assert "不少于4000册" in row_of(at, "图书藏量")


def test_an_own_row_is_judged_and_all_goes_back_to_the_given_and_forth(open_app: OpenApp, store: Store):
    own = OwnRow(name="电动车充电桩", threshold=Decimal(20), unit="个", role="security")
    keep_choice(store, Choice(own=(own,), changes={"lamp_rate": Change(threshold=Decimal(50))}))
    at, _ = page(open_app, store, entry("电动车充电桩", "24", "个"))
    at.session_state["criteria:box"] = True
    at.run()
    assert "✓ 达标" in row_of(at, "电动车充电桩")
    assert list(at.data_editor[1].value["name"]) == ["电动车充电桩"]
    assert len(at.data_editor[0].value) == 30
    press(at, "恢复给定的标准")
    assert load_choice(store) == Choice()
    assert "电动车充电桩" not in table(at)
    press(at, "撤销恢复")
    assert load_choice(store).own == (own,)
    assert "不少于50%" in row_of(at, "路灯亮化率")


def test_an_own_row_that_lacks_something_says_so_and_stays(open_app: OpenApp, store: Store):
    keep_choice(store, Choice(own=(OwnRow(name="充电桩", threshold=Decimal(20)),)))
    at, _ = page(open_app, store)
    at.session_state["criteria:box"] = True
    at.run()
    assert "自定标准第1行“充电桩”缺少单位" in words(at)
    assert list(at.data_editor[1].value["name"]) == ["充电桩"]


def test_the_edits_of_own_rows_keep_what_another_window_added():
    mine, theirs = OwnRow(name="甲", unit="个"), OwnRow(name="乙", unit="个")
    base: tuple[OwnRow, ...] = (OwnRow(),)
    first = with_own_edits(Choice(), base, (), edits({0: {"name": "甲", "unit": "个"}}))
    assert first.own == (mine,)
    both = first.model_copy(update={"own": (mine, theirs)})
    typed = edits({0: {"name": "甲", "unit": "个", "threshold": 5}}, [{"name": "丙", "comparator": "不超过"}])
    after = with_own_edits(both, base, first.own, typed)
    assert [(r.name, r.threshold) for r in after.own] == [("甲", 5), ("丙", None), ("乙", None)]
    assert after.own[1].comparator == "≤"
    assert with_own_edits(after, (mine,), after.own, edits(deleted=[0])).own == ()


@pytest.mark.parametrize("typed", [-1, float("nan"), 1e12, "x"])
def test_a_mark_out_of_bounds_is_taken_as_not_typed(typed: Any):
    choice = with_given_edits(GIVEN, Choice(), edits({LAMPS: {"threshold": typed}}))
    assert choice == Choice()


def test_a_task_leads_to_the_field_of_the_form(open_app: OpenApp, store: Store):
    at, work_id = page(open_app, store)
    assert "待办（29 项）" in [s.value for s in at.subheader]
    press(at, "去填：阵地设施")
    assert at.title[0].value == "填写事实"
    assert "##### 阵地设施" in words(at)
    rows = [(e.label, e.unit, e.topic) for e in store.load(work_id).entries]
    assert ("图书藏量", "册", "infrastructure") in rows
    assert "文化活动室面积" not in {label for label, _, _ in rows}, "the form asks for it"
    assert "图书藏量" in list(at.data_editor[0].value["label"])
    at.switch_page("drafter/ui/assessment_page.py").run()
    press(at, "去填：阵地设施")
    assert len(store.load(work_id).entries) == len(rows), "a second click adds nothing"


def test_nothing_to_do_is_said(open_app: OpenApp, store: Store):
    keep_choice(store, Choice(changes={c.key: Change(used=False) for c in GIVEN if c.key != "lamp_rate"}))
    at, _ = page(open_app, store, entry("路灯亮化率", "99", "%"))
    assert "没有待办" in words(at)


def test_the_list_of_tasks_can_be_copied_and_taken_along(open_app: OpenApp, store: Store):
    at, _ = page(open_app, store, entry("文化活动室面积", "60", "平方米"))
    assert "1. 文化活动室面积：不少于100平方米，现为60平方米，差40平方米。" in at.code[0].value
    assert {b.label for b in at.download_button} >= {"下载待办（Excel）", "下载待办（文字）"}
