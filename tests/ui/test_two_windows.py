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


def card_button(at: AppTest, label: str, section: str):
    return next(b for b in at.button if b.label == label and b.key and b.key.endswith(f":{section}"))


def body(at: AppTest, section: str):
    return next(a for a in at.text_area if a.key and f":{section}:" in a.key)


def told(at: AppTest) -> str:
    return "".join(w.value for w in at.toast)


def versions(store: Store, work: Work, section: str) -> list[str]:
    return [v.section.text for v in store.versions(work.id, section)]


@pytest.mark.usefixtures("plain")
def test_an_edit_of_a_section_locked_in_another_window_is_kept_beside_and_told(open_app: OpenApp, store: Store):
    work = store.create(finished())
    first, second = open_app(work.id, "writing"), open_app(work.id, "writing")
    before = work.draft.section("volunteer").text
    card_button(first, "锁定", "volunteer").click().run()
    body(second, "volunteer").set_value("乙窗口写的一稿。").run()
    assert "在别的窗口锁定了，正文没有改" in told(second)
    assert store.load(work.id).draft.section("volunteer").text == before
    assert body(second, "volunteer").value == before
    assert "乙窗口写的一稿。" in versions(store, work, "volunteer")
    shown = "".join(h.proto.body for h in second.get("html") if "grid-template-columns" in h.proto.body)
    assert "乙窗口写的一稿。" in shown
    assert "居民都说好。" in shown


@pytest.mark.usefixtures("plain")
def test_buttons_leave_alone_what_another_window_locked_and_say_so(open_app: OpenApp, store: Store):
    work = store.create(finished())
    second = open_app(work.id, "writing")
    body(second, "volunteer").set_value("改过的一稿。").run()
    first = open_app(work.id, "writing")
    card_button(first, "锁定", "volunteer").click().run()
    for label in ("重写本节", "撤销"):
        at = open_app(work.id, "writing")
        store.change(work.id, lambda w: w.model_copy(update={"locked": ()}))
        at.run()
        store.change(work.id, lambda w: w.model_copy(update={"locked": ("volunteer",)}))
        card_button(at, label, "volunteer").click().run()
        assert "锁定了，没有改" in told(at), label
        assert store.load(work.id).draft.section("volunteer").text == "改过的一稿。"


@pytest.mark.usefixtures("plain")
def test_undoing_over_another_windows_edit_keeps_that_edit_and_tells_of_it(open_app: OpenApp, store: Store):
    work = store.create(finished())
    second = open_app(work.id, "writing")
    body(second, "volunteer").set_value("乙窗口写的一稿。").run()
    first = open_app(work.id, "writing")
    body(first, "volunteer").set_value("甲窗口写的一稿。").run()
    card_button(second, "撤销", "volunteer").click().run()
    assert "在别的窗口改过：那一稿已留在" in told(second)
    assert "甲窗口写的一稿。" in versions(store, work, "volunteer")


def flagged(store: Store) -> Work:
    work = finished()
    section = work.draft.section("volunteer").model_copy(update={"text": "社区现有志愿者362人。"})
    return store.create(work.model_copy(update={"draft": work.draft.with_section(section)}))


def opened_fix(at: AppTest) -> AppTest:
    """The first 改事实 opened on the closest fact."""
    place = next(b.key for b in at.button if b.label == "改正文").removeprefix("text:fix:")
    at.session_state[f"fact:ask:{place}"] = True
    return at.run()


@pytest.mark.usefixtures("plain")
def test_a_fact_mended_beside_the_text_tells_what_another_window_made_of_it(open_app: OpenApp, store: Store):
    work = flagged(store)
    second = opened_fix(open_app(work.id, "writing"))
    first = open_app(work.id, "facts")
    table = store.load(work.id).entry("F2").model_copy(update={"value": "330", "previous": "281"})
    store.change(work.id, lambda w: w.with_entry(table))
    first.run()
    field = next(i for i in second.text_input if i.key and i.key.startswith("fact:value:"))
    field.set_value("362")
    next(b for b in second.button if b.label == "保存事实").click().run()
    assert all(said in told(second) for said in ("别的窗口", "330", "362"))
    kept = store.load(work.id).entry("F2")
    assert (kept.value, kept.previous) == ("362", "281"), "what the other window changed elsewhere in the fact stays"


def test_a_title_and_fonts_changed_in_another_window_are_told(open_app: OpenApp, store: Store):
    work = store.create(finished())
    first, second = open_app(work.id, "export"), open_app(work.id, "export")
    field(first, "标题").set_value("甲窗口的题目").run()
    first.selectbox[0].select("gb2312").run()
    assert not first.toast
    field(second, "标题").set_value("乙窗口的题目").run()
    assert all(said in told(second) for said in ("标题", "甲窗口的题目", "乙窗口的题目"))
    assert store.load(work.id).title == "乙窗口的题目"
    assert second.selectbox[0].value == "gb2312", "the page shows what the file will be written in"


def heading_field(at: AppTest, work: Work) -> tuple[AppTest, str]:
    at.session_state[f"{work.id}:plan"] = True
    at.run()
    return at, next(i.key for i in at.text_input if i.key and i.key.endswith(":volunteer"))


def test_a_heading_renamed_in_two_windows_is_told_and_a_reset_waits(open_app: OpenApp, store: Store):
    work = store.create(finished())
    (first, key), (second, _) = (heading_field(open_app(work.id, "writing"), work) for _ in range(2))
    first.text_input(key=key).set_value("甲窗口的节名").run()
    assert not first.toast
    second.text_input(key=key).set_value("乙窗口的节名").run()
    assert all(said in told(second) for said in ("章节标题", "甲窗口的节名", "乙窗口的节名"))
    first.button(key=f"{work.id}:plan:reset").click().run()
    assert "刚才在别的窗口改过，没有恢复" in told(first)
    assert store.load(work.id).draft.section("volunteer").heading == "乙窗口的节名"
    first.button(key=f"{work.id}:plan:reset").click().run()
    assert "志愿" in store.load(work.id).draft.section("volunteer").heading


def test_a_section_table_made_in_two_windows_is_told_with_both(open_app: OpenApp, store: Store):
    work = store.create(finished())
    first, second = open_app(work.id, "writing"), open_app(work.id, "writing")
    key = f"{work.id}:volunteer:table"
    for at in (first, second):
        at.session_state[f"{key}:box"] = True
        at.run()
    for at, caption in ((first, "表1　甲窗口"), (second, "表1　乙窗口")):
        at.text_input(key=f"{key}:caption").set_value(caption)
        at.button(key=f"{key}:put").click().run()
    assert not first.toast
    assert all(said in told(second) for said in ("数据小表", "甲窗口：志愿者", "乙窗口：志愿者"))
