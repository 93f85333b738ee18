"""The edits of the table, as the editor reports them, put into the work."""

from typing import Any

from drafter.store import Entry, Work
from drafter.ui.table import with_edits


def edits(edited: dict[int, Any] | None = None, added: list[Any] | None = None, deleted: list[int] | None = None):
    return {"edited_rows": edited or {}, "added_rows": added or [], "deleted_rows": deleted or []}


PILE = {"topic": "环境整治", "label": "充电桩", "value": "24", "unit": "个"}


def test_the_first_row_of_an_empty_table_becomes_a_fact():
    work, ids = with_edits(Work(), (), edits({0: PILE}), ())
    assert work.entries == (Entry(id="F1", topic="environment", label="充电桩", value="24", unit="个"),)
    assert ids == ["F1"]


def test_a_row_keeps_its_id_from_edit_to_edit():
    work, ids = with_edits(Work(), (), edits({0: PILE}, [{"text": "邻里节"}]), ())
    again, same = with_edits(work, (), edits({0: PILE}, [{"text": "邻里节和百家宴"}]), ids)
    assert same == ids == ["F1", "F2"]
    assert [e.text for e in again.entries] == ["", "邻里节和百家宴"]


def test_rows_are_changed_deleted_and_added_in_place():
    base = (Entry(id="F1", label="甲", value="1"), Entry(id="F2", label="乙", value="2"))
    form = Entry(id="households", label="户数", value="9")
    work, _ = with_edits(Work(entries=(*base, form)), base, edits({1: {"value": "3"}}, [{"label": "丙"}], [0]), ())
    assert [(e.id, e.value) for e in work.entries] == [("F2", "3"), ("F3", ""), ("households", "9")]


def test_what_another_window_added_stays():
    base = (Entry(id="F1", label="甲", value="1"),)
    there = Work(entries=(*base, Entry(id="F2", label="别处加的", value="5")))
    work, ids = with_edits(there, base, edits({}, [{"label": "这里加的", "value": "6"}]), ())
    assert ids == ["F3"]
    assert {e.label for e in work.entries} == {"甲", "别处加的", "这里加的"}


def test_an_emptied_cell_is_empty_and_an_unknown_topic_is_left_to_the_program():
    base = (Entry(id="F1", topic="environment", label="甲", value="1", unit="个"),)
    work, _ = with_edits(Work(entries=base), base, edits({0: {"unit": None, "topic": None}}), ())
    assert work.entries == (Entry(id="F1", label="甲", value="1"),)
