"""Numbers of an earlier document on their way into a work's entries."""

from drafter.store import Entry, Work
from drafter.structure.harvest import Candidate
from drafter.ui.entries import sheet_of
from drafter.ui.harvest import chosen, merged
from drafter.ui.harvest_panel import rows_of

VOLUNTEERS = Candidate("注册志愿者", "298", "人", "volunteer", "社区有注册志愿者298人。")
CHARGERS = Candidate("充电桩", "24", "个", "infrastructure", "新装充电桩24个。")


def test_a_last_periods_number_waits_in_the_form_until_this_periods_is_filled_in():
    work = merged(Work(), [VOLUNTEERS], "previous").work
    (entry,) = work.entries
    assert (entry.id, entry.value, entry.previous) == ("volunteers", "", "298")
    assert entry.note == "上期材料：社区有注册志愿者298人。"
    assert sheet_of(work).facts == ()
    filled = work.with_entry(entry.model_copy(update={"value": "326"}))
    assert sheet_of(filled).facts[0].previous == "298"


def test_a_number_stands_beside_the_item_that_is_there():
    there = Entry(id="volunteers", topic="volunteer", label="注册志愿者", value="326", unit="人", note="台账")
    result = merged(Work(entries=(there,)), [VOLUNTEERS], "previous")
    assert result.work.entries == (there.model_copy(update={"previous": "298"}),)
    assert (result.beside, result.added) == (1, 0)


def test_what_was_typed_is_never_replaced():
    there = Entry(id="x", label="充电桩", value="30", unit="个", previous="20")
    result = merged(Work(entries=(there,)), [CHARGERS], "previous")
    assert result.work.entries[0] == there
    assert [(e.label, e.previous) for e in result.work.entries[1:]] == [("充电桩", "24")]


def test_two_numbers_of_one_name_both_stay():
    other = Candidate("充电桩", "6", "个", "infrastructure", "其中充电桩6个。")
    work = merged(Work(), [CHARGERS, other], "value").work
    assert [e.value for e in work.entries] == ["24", "6"]


def test_putting_the_same_in_again_changes_nothing():
    once = merged(Work(), [CHARGERS, VOLUNTEERS], "previous").work
    assert merged(once, [CHARGERS, VOLUNTEERS], "previous").work == once


def test_only_ticked_rows_are_taken_as_corrected():
    rows = rows_of((VOLUNTEERS, CHARGERS))
    rows[0]["use"] = False
    rows[1] |= {"label": "电动车充电桩", "value": " 26 ", "topic": "其他"}
    (picked,) = chosen((VOLUNTEERS, CHARGERS), rows)
    assert (picked.label, picked.value, picked.topic) == ("电动车充电桩", "26", "other")
    assert picked.source == CHARGERS.source
