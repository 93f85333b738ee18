"""What was brought on its way into a work's entries: against the field, beside what is typed, never over it."""

from drafter.store import Entry, Work
from drafter.structure.harvest import Candidate, harvest_text
from drafter.tables.harvested import candidate_rows, text_reading
from drafter.tables.rows import Row
from drafter.ui.entries import sheet_of
from drafter.ui.import_preview import corrected, summary, table_rows, targets
from drafter.ui.landing import Landed, Wanted, landed, present

VOLUNTEERS = Candidate("注册志愿者", "298", "人", "volunteer", "社区有注册志愿者298人。")
CHARGERS = Candidate("充电桩", "24", "个", "infrastructure", "新装充电桩24个。")
TYPES = {"annual_summary": "社区文明创建年终工作总结", "plan": "工作计划"}


def land(work: Work, *rows: Row, replaces: bool = False) -> Landed:
    return landed(work, [Wanted(r, replaces, present(work, r, TYPES)) for r in rows], TYPES)


def test_a_last_periods_number_waits_in_the_form_until_this_periods_is_filled_in():
    work = land(Work(), *candidate_rows([VOLUNTEERS], "previous")).work
    (entry,) = work.entries
    assert (entry.id, entry.value, entry.previous) == ("volunteers", "", "298")
    assert entry.note == "上期材料：社区有注册志愿者298人。"
    assert sheet_of(work).facts == ()
    filled = work.with_entry(entry.model_copy(update={"value": "326"}))
    assert sheet_of(filled).facts[0].previous == "298"


def test_a_number_stands_beside_the_item_that_is_there():
    there = Entry(id="volunteers", topic="volunteer", label="注册志愿者", value="326", unit="名", note="台账")
    result = land(Work(entries=(there,)), *candidate_rows([VOLUNTEERS], "previous"))
    assert result.work.entries == (there.model_copy(update={"previous": "298"}),)
    assert (result.filled, result.added) == (1, 0)


def test_what_was_typed_stays_unless_it_is_ticked_to_be_replaced():
    there = Entry(id="volunteers", topic="volunteer", label="注册志愿者", value="326", unit="名")
    row = Row("台账 第3行", "志愿者", "330", "名", "298", id="volunteers")
    kept = land(Work(entries=(there,)), row)
    assert kept.work.entries == (there.model_copy(update={"previous": "298"}),)
    assert "原来填的是“326名" in kept.kept[0].because
    replaced = land(Work(entries=(there,)), row, replaces=True)
    assert (replaced.work.entries[0].value, replaced.replaced, replaced.kept) == ("330", 1, ())


def test_what_another_window_changed_meanwhile_is_not_replaced():
    row = Row("第3行", "志愿者", "330", "名", id="volunteers")
    now = Work(entries=(Entry(id="volunteers", label="注册志愿者", value="340", unit="名"),))
    result = landed(now, [Wanted(row, True, "326名")], TYPES)
    assert result.work == now
    assert "别的窗口" in result.kept[0].because


def test_a_figure_in_another_unit_is_another_figure():
    there = Entry(id="total_investment", topic="infrastructure", label="投入创建资金", value="20", unit="万元")
    row = Row("第3行", "创建资金", "230000", "元", "180000", id="total_investment")
    assert land(Work(entries=(there,)), row).work.entries == (there,)
    (entry,) = land(Work(entries=(there,)), row, replaces=True).work.entries
    assert (entry.value, entry.unit, entry.previous) == ("230000", "元", "180000")


def test_a_harvested_number_is_put_against_a_filled_field_and_never_beside_it_as_a_second_fact():
    there = Entry(id="volunteers", topic="volunteer", label="注册志愿者", value="326", unit="名")
    result = land(Work(entries=(there,)), *candidate_rows([VOLUNTEERS], "value"))
    assert [e.value for e in result.work.entries] == ["326"]
    assert len(result.kept) == 1


def test_two_numbers_of_one_name_both_stay():
    other = Candidate("充电桩", "6", "个", "infrastructure", "其中充电桩6个。")
    work = land(Work(), *candidate_rows([CHARGERS, other], "value")).work
    assert [e.value for e in work.entries] == ["24", "6"]


def test_putting_the_same_in_again_changes_nothing():
    rows = candidate_rows([CHARGERS, VOLUNTEERS], "previous")
    once = land(Work(), *rows).work
    again = land(once, *rows)
    assert (again.work, again.same) == (once, 2)


def test_the_preview_says_how_a_value_is_read_as_the_form_does():
    rows = tuple(Row("第1行", label="志愿者", value=value, unit="名") for value in ("326", "三千多", "3x"))
    remarks = [row["remark"] for row in table_rows(Work(), rows, TYPES)]
    assert remarks == ["", "“三千多”读作 3000以上", "“3x”有一位没有写明，按原文写入文稿"]


def test_only_ticked_rows_are_taken_as_corrected():
    rows = candidate_rows([VOLUNTEERS, CHARGERS], "value")
    shown = table_rows(Work(), rows, TYPES)
    assert corrected(rows[0], shown[0], {"use": False}) is None
    wanted = corrected(rows[1], shown[1], {"label": "电动车充电桩", "value": " 26 ", "target": "更多事实·环境整治"})
    assert wanted is not None
    assert (wanted.row.label, wanted.row.value, wanted.row.id, wanted.row.topic) == (
        "电动车充电桩", "26", "", "environment",
    )  # fmt: skip
    assert wanted.row.note == CHARGERS.source


def test_a_row_can_be_sent_to_a_field_of_the_form_or_to_its_head():
    (row,) = candidate_rows([CHARGERS], "value")
    (shown,) = table_rows(Work(), (row,), TYPES)
    to_field = corrected(row, shown, {"target": "环境整治·植树"})
    assert to_field is not None
    assert landed(Work(), [to_field], TYPES).work.entries[0].id == targets()["环境整治·植树"][0]
    to_head = Wanted(Row("", "文种", text="工作计划", id="@document"), True, TYPES["annual_summary"])
    assert landed(Work(), [to_head], TYPES).work.document == "plan"


def test_reckoned_figures_and_bare_years_are_not_ticked():
    text = (
        "2025年，社区有注册志愿者326人，比上年增加28人，增长9.4%。党员93名，占总人口的2.6%。"
        "居民参与率提高到96%，新增停车位64个，户均绿地12平方米。"
    )
    ticked = {c.value: not c.doubt for c in harvest_text(text)}
    assert [v for v, fact in ticked.items() if fact] == ["326", "93", "96", "64"]
    assert set(ticked) >= {"2025年", "28", "9.4", "2.6", "12"}


def test_pasted_words_without_a_number_are_there_to_tick():
    rows = text_reading("举办邻里节。\n注册志愿者326人。", "value").rows
    assert [(r.value or r.text, r.ticked) for r in rows] == [("326", True), ("举办邻里节。", False)]


def test_an_import_of_which_nothing_landed_does_not_say_that_it_did():
    assert summary(landed(Work(), [], TYPES)) == "一项也没有放进表单：没有勾选任何一项。"
    held = Work(entries=(Entry(id="volunteers", topic="volunteer", label="注册志愿者", value="326", unit="人"),))
    (row,) = candidate_rows([VOLUNTEERS], "value")
    assert summary(land(held, row)) == "表单没有变：1 项保留原来填的或没有导入。"
    assert summary(land(Work(), row)) == "已放进表单：新增 1 项。"
