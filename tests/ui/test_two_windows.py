"""Two windows on one draft: what the later one overwrites in the form is told, with both values."""

from collections.abc import Callable

import pytest
from export_work import finished
from streamlit.testing.v1 import AppTest

from drafter.store import Entry, Store, Work
from drafter.ui.document_types import type_names

OpenApp = Callable[..., AppTest]


def field(at: AppTest, label: str):
    return next(i for i in at.text_input if i.label == label)


def document_type(at: AppTest):
    return next(box for box in at.selectbox if box.label == "文种")


@pytest.fixture
def work(store: Store) -> Work:
    return store.create(Work(unit="和平社区"))


def test_a_field_changed_in_another_window_is_told_with_both_values(open_app: OpenApp, store: Store, work: Work):
    first, second = open_app(work.id, "facts"), open_app(work.id, "facts")
    label = next(i.label for i in first.text_input if i.key and ":field:" in i.key and i.key.endswith(":value"))
    field(first, label).set_value("2496").run()
    assert not first.toast
    second.run()
    field(second, label).set_value("2500").run()
    told = "".join(w.value for w in second.toast)
    assert all(said in told for said in ("别的窗口", "2496", "2500"))
    assert store.load(work.id).entries[0].value == "2500"
    field(second, label).set_value("2501").run()
    assert not second.toast


def test_the_units_name_changed_in_another_window_is_told(open_app: OpenApp, store: Store, work: Work):
    first, second = open_app(work.id, "facts"), open_app(work.id, "facts")
    field(first, "单位全称").set_value("甲社区").run()
    field(second, "单位全称").set_value("乙社区").run()
    told = "".join(w.value for w in second.toast)
    assert all(said in told for said in ("甲社区", "乙社区"))


def test_the_document_type_changed_in_another_window_is_told_with_both_names(
    open_app: OpenApp, store: Store, work: Work
):
    first, second = open_app(work.id, "facts"), open_app(work.id, "facts")
    types = type_names()
    there, here = [key for key in types if key != work.document][:2]
    document_type(first).set_value(there).run()
    assert not first.toast
    document_type(second).set_value(here).run()
    told = "".join(w.value for w in second.toast)
    assert all(said in told for said in ("文种", types[there], types[here]))
    assert store.load(work.id).document == here


def test_other_fields_changed_in_another_window_are_no_warning(open_app: OpenApp, store: Store, work: Work):
    here = open_app(work.id, "facts")
    store.change(work.id, lambda w: w.with_entry(Entry(id="x", topic="profile", label="另一项", value="3")))
    field(here, "单位全称").set_value("乙社区").run()
    assert not here.toast
    assert len(store.load(work.id).entries) == 1


@pytest.mark.usefixtures("plain")
def test_a_section_edited_in_two_windows_is_told_and_both_texts_are_shown(open_app: OpenApp, store: Store):
    work = store.create(finished())
    first, second = open_app(work.id, "writing"), open_app(work.id, "writing")
    for at, text in ((first, "甲窗口写的一稿。"), (second, "乙窗口写的一稿。")):
        next(a for a in at.text_area if "（正文）" in a.label).set_value(text).run()
    assert not first.toast
    assert "别的窗口" in "".join(w.value for w in second.toast)
    shown = "".join(h.proto.body for h in second.get("html") if "grid-template-columns" in h.proto.body)
    assert all(mark in shown for mark in (">甲</del>", ">乙</ins>"))
