"""The edits of the table, as the editor reports them, put into the work."""

from typing import Any

from drafter.store import Entry, Work
from drafter.ui.table import Edited
from drafter.ui.table import with_edits as merged_edits


def edits(edited: dict[int, Any] | None = None, added: list[Any] | None = None, deleted: list[int] | None = None):
    return {"edited_rows": edited or {}, "added_rows": added or [], "deleted_rows": deleted or []}


def with_edits(work: Work, base: tuple[Entry, ...], given: dict[str, Any], known: Any, last: Any = None):
    made = merged_edits(work, (base, base if last is None else last), given, known)
    return made.work, made.ids


def told(work: Work, base: tuple[Entry, ...], given: dict[str, Any]) -> Edited:
    return merged_edits(work, (base, base), given, ())


PILE = {"topic": "环境整治", "label": "充电桩", "value": "24", "unit": "个"}


def test_the_first_row_of_an_empty_table_becomes_a_fact():
    work, ids = with_edits(Work(), (), edits({0: PILE}), ())
    assert work.entries == (Entry(id="F1", topic="environment", label="充电桩", value="24", unit="个"),)
    assert ids == ["F1"]


def test_a_row_keeps_its_id_from_edit_to_edit():
    work, ids = with_edits(Work(), (), edits({0: PILE}, [{"text": "邻里节"}]), ())
    again, same = with_edits(work, (), edits({0: PILE}, [{"text": "邻里节和百家宴"}]), ids, work.entries)
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


A, B = Entry(id="F1", label="甲", value="1", unit="个"), Entry(id="F2", label="乙", value="2")


def test_a_cell_that_only_another_window_changed_stays_as_it_is_there():
    there = Work(entries=(A.model_copy(update={"value": "9"}), B))
    made = told(there, (A, B), edits({0: {"unit": "处"}, 1: {"value": "3"}}))
    assert [(e.value, e.unit) for e in made.work.entries] == [("9", "处"), ("3", "")]
    assert not made.merged.clashes


def test_a_cell_changed_in_both_windows_is_saved_as_here_and_told_with_both_values():
    made = told(Work(entries=(A.model_copy(update={"value": "9"}), B)), (A, B), edits({0: {"value": "8"}}))
    (clash,) = made.merged.clashes
    assert (clash.cell, clash.other, clash.row.value) == ("value", "9", "8")
    assert made.work.entries[0].value == "8"


def test_a_row_deleted_here_and_changed_there_stays_and_is_told():
    changed = A.model_copy(update={"value": "9"})
    made = told(Work(entries=(changed, B)), (A, B), edits(deleted=[0, 1]))
    assert made.work.entries == made.merged.spared == (changed,)


def test_a_row_deleted_there_comes_back_only_where_it_was_changed_here():
    assert told(Work(entries=(B,)), (A, B), edits({1: {"value": "3"}})).work.entries[0].id == "F2"
    made = told(Work(entries=(B,)), (A, B), edits({0: {"value": "3"}}))
    assert {e.id for e in made.work.entries} == {"F1", "F2"}
    assert [e.id for e in made.merged.returned] == ["F1"]


def test_an_id_held_for_an_empty_row_is_not_taken_from_another_windows_row():
    first = with_edits(Work(), (), edits({0: {}}), ())
    theirs = Work(entries=(B.model_copy(update={"id": first[1][0]}),))
    work, _ = with_edits(theirs, (), edits({0: PILE}), first[1], (Entry(id=first[1][0]),))
    assert {e.label for e in work.entries} == {"乙", "充电桩"}
