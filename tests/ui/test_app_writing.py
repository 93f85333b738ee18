"""The page 撰写与核查: both ways out of a doubtful number, facts never used, versions, wishes, how a model writes."""

import gc
from collections.abc import Callable

import pytest
from chat_server import ChatServer, good_writer
from export_work import finished
from streamlit.testing.v1 import AppTest
from test_app_pages import click, said, written

from drafter.store import Entry, Store, Work
from drafter.ui.drafting import with_new_text, with_text
from drafter.ui.preferences import Preferences, keep_preferences, load_preferences

OpenApp = Callable[..., AppTest]
pytestmark = pytest.mark.usefixtures("plain")


def spoiled(store: Store, text: str) -> Work:
    work = store.create(finished())
    return store.change(work.id, lambda w: with_new_text(w, "volunteer", text))


def text_of(store: Store, work: Work) -> str:
    draft = store.load(work.id).draft
    section = draft.section("volunteer") if draft else None
    return section.text if section else ""


def test_a_suggestion_is_put_in_the_numbers_place(open_app: OpenApp, store: Store):
    volunteers = next(e for e in finished().entries if e.id == "F2")
    swapped = volunteers.value[:-2] + volunteers.value[-1] + volunteers.value[-2]
    work = spoiled(store, f"社区有{volunteers.label}{swapped}{volunteers.unit}。")
    at = open_app(work.id, "writing")
    assert f"建议改为：**{volunteers.value}**" in said(at)
    click(at, "改正文")
    assert text_of(store, work) == f"社区有{volunteers.label}{volunteers.value}{volunteers.unit}。"
    assert "待核：" not in said(at)


def test_an_absolute_that_no_fact_says_stands_beside_its_section_and_before_the_export(open_app: OpenApp, store: Store):
    volunteers = next(e for e in finished().entries if e.id == "F2")
    work = spoiled(store, f"社区有{volunteers.label}{volunteers.value}{volunteers.unit}，全部参加培训。")
    at = open_app(work.id, "writing")
    assert "说法待核：全部" in said(at)
    assert "说法待核 1 处" in said(at)
    assert "说法待核：正文说" in said(open_app(work.id, "export"))


def test_a_number_that_was_changed_in_another_window_is_not_replaced(open_app: OpenApp, store: Store):
    volunteers = next(e for e in finished().entries if e.id == "F2")
    swapped = volunteers.value[:-2] + volunteers.value[-1] + volunteers.value[-2]
    work = spoiled(store, f"社区有{volunteers.label}{swapped}{volunteers.unit}。")
    at = open_app(work.id, "writing")
    store.change(work.id, lambda w: with_text(w, "volunteer", "全改过了。"))
    click(at, "改正文")
    assert text_of(store, work) == "全改过了。"
    assert "已不在原来的位置" in said(at)


def test_a_changed_fact_is_kept_and_its_numbers_follow(open_app: OpenApp, store: Store):
    work = spoiled(store, "社区有志愿者999人。")
    before = work.entry("F2")
    at = open_app(work.id, "writing")
    box = f"fact:ask:{work.id}:volunteer:6:999"
    at.session_state[box] = True
    at.run()
    at.text_input(key=f"fact:value:{work.id}:volunteer:6:999:F2").set_value("999")
    click(at, "保存事实")
    assert store.load(work.id).entry("F2") == before.model_copy(update={"value": "999"})
    assert "待核：999" not in said(at)


def test_a_new_fact_is_entered_beside_the_text(open_app: OpenApp, store: Store):
    work = spoiled(store, "新建充电桩88123个。")
    at = open_app(work.id, "writing")
    key = f"{work.id}:volunteer:5:88123"
    at.session_state[f"fact:ask:{key}"] = True
    at.run()
    if any(b.key == f"fact:which:{key}" for b in at.selectbox):
        at.selectbox(key=f"fact:which:{key}").set_value("").run()
    click(at, "记入事实")
    assert "请先填事项名称" in said(at)
    at.text_input(key=f"fact:label:{key}").set_value("新建充电桩")
    click(at, "记入事实")
    assert any((e.label, e.value, e.unit) == ("新建充电桩", "88123", "个") for e in store.load(work.id).entries)
    assert "待核：88123" not in said(at)


def test_a_fact_that_has_the_figure_is_not_the_one_to_mend(open_app: OpenApp, store: Store):
    work = spoiled(store, "新装消防栓9371处。")
    store.change(work.id, lambda w: w.with_entry(Entry(id="F77", label="宣传栏", value="9371", unit="处")))
    at = open_app(work.id, "writing")
    key = f"{work.id}:volunteer:5:9371"
    at.session_state[f"fact:ask:{key}"] = True
    at.run()
    assert not at.exception
    assert at.selectbox(key=f"fact:which:{key}").value == ""
    assert at.text_input(key=f"fact:new:{key}").value == "9371"


def test_a_new_fact_is_proposed_with_what_makes_its_figure_rough(open_app: OpenApp, store: Store):
    work = spoiled(store, "清运建筑垃圾三百余吨。")
    at = open_app(work.id, "writing")
    key = f"{work.id}:volunteer:6:三百"
    at.session_state[f"fact:ask:{key}"] = True
    at.run()
    if any(b.key == f"fact:which:{key}" for b in at.selectbox):
        at.selectbox(key=f"fact:which:{key}").set_value("").run()
    assert not at.exception
    assert at.text_input(key=f"fact:new:{key}").value == "三百余"


def test_a_fact_never_used_is_written_into_its_section(open_app: OpenApp, store: Store):
    work = spoiled(store, "社区重视志愿服务。")
    extra = Entry(id="F99", topic="volunteer", label="开展志愿服务活动", value="97", unit="次")
    store.change(work.id, lambda w: w.with_entry(extra))
    at = open_app(work.id, "writing")
    at.button(key=f"tell:{work.id}:volunteer:F99").click().run()
    assert not at.exception
    assert text_of(store, work).startswith("社区重视志愿服务。")
    assert "97次" in text_of(store, work)
    assert not any(b.key == f"tell:{work.id}:volunteer:F99" for b in at.button)


def test_a_fact_that_fits_no_section_asks_in_which_one_it_is_to_stand(open_app: OpenApp, store: Store):
    stray = Entry(id="F9", label="喜鹊", value="7", unit="只")
    work = store.create(finished(entries=(*finished().entries, stray)))
    at = open_app(work.id, "writing")
    assert "写进本节" not in [b.label for b in at.button]
    at.session_state[f"strays:{work.id}"] = True
    at.session_state[f"tell:ask:{work.id}::F9"] = True
    at.run()
    at.selectbox(key=f"tell:where:{work.id}::F9").select("volunteer").run()
    click(at, "写进去")
    assert "喜鹊7只" in text_of(store, work)


def test_once_the_writing_page_stands_the_program_is_out_of_the_collectors_view(open_app: OpenApp, store: Store):
    open_app(store.create(finished()).id, "writing")
    frozen = gc.get_freeze_count()
    assert frozen > 10_000
    open_app(store.create(finished()).id, "writing")
    assert gc.get_freeze_count() <= frozen, "once in a process, so that no page's own objects stay for ever"


def test_versions_stand_beside_the_present_text_and_come_back(open_app: OpenApp, store: Store):
    work = spoiled(store, "后来的一稿。")
    first = store.versions(work.id, "volunteer")[-1].section.text
    at = open_app(work.id, "writing")
    at.session_state[f"old:{work.id}:volunteer"] = True
    at.run()
    assert "<ins" in "\n".join(str(h.value) for h in at.html)
    click(at, "换回这一版")
    assert text_of(store, work) == first


def test_an_edit_that_comes_after_a_button_has_changed_the_text_is_kept_as_a_version(open_app: OpenApp, store: Store):
    work = spoiled(store, "按钮改过的。")
    at = open_app(work.id, "writing")
    area = next(t for t in at.text_area if ":volunteer:" in str(t.key))
    store.change(work.id, lambda w: with_new_text(w, "volunteer", "更新的一稿。"))
    area.set_value("晚到的一稿。").run()
    assert text_of(store, work) == "更新的一稿。"
    assert "已存进“历史版本”" in said(at)
    assert store.versions(work.id, "volunteer")[0].section.text == "晚到的一稿。"


def test_offline_nothing_is_sent_whatever_is_set(open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch):
    with ChatServer(good_writer) as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.url)
        monkeypatch.setenv("DRAFTER_MODEL", "fixture")
        work = store.create(finished())
        at = open_app(page="settings")
        at.toggle(key="preference:offline").set_value(True).run()
        assert load_preferences(store).offline
        assert "不向任何地址发送内容" in said(at)
        at = open_app(work.id, "writing")
        assert not any(b.label == "请模型再看一遍" for b in at.button)
        written(click(at, "生成全文"), work.id)
        assert model.requests == []
    assert {s.origin for s in store.load(work.id).draft.sections} <= {"offline", "empty", "staff"}


def test_a_model_writes_as_wished_and_what_it_took_is_told(
    open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch
):
    keep_preferences(store, Preferences(plain_editor=True, repairs=0))
    with ChatServer(good_writer) as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.url)
        monkeypatch.setenv("DRAFTER_MODEL", "fixture")
        work = store.create(finished())
        at = open_app(work.id, "writing")
        at.session_state[f"wishes:{work.id}:volunteer"] = True
        at.run()
        at.pills(key=f"preset:{work.id}:volunteer").set_value(["更简洁"])
        at.text_input(key=f"wish:{work.id}:volunteer").set_value("多写活动")
        at.button(key=f"rewrite:{work.id}:volunteer").click().run()
        written(at, work.id)
        at.run()
        assert len(model.requests) == 1
        assert "更简洁；多写活动" in str(model.requests[0])
        at.button(key=f"rewrite:{work.id}:volunteer").click().run()
        written(at, work.id)
        assert len(model.requests) == 2
        assert "更简洁" not in str(model.requests[1]), "a wish is for one rewrite"
        assert "多写活动" not in str(model.requests[1])
    assert "问模型 1 次" in said(at)


@pytest.mark.parametrize("page", ["writing", "export"])
def test_a_value_typed_after_writing_that_cannot_be_read_stands_in_the_top_line(
    open_app: OpenApp, store: Store, page: str
):
    work = store.create(finished())
    store.change(
        work.id, lambda w: w.with_entry(Entry(id="new", topic="culture", label="图书", value="12O", unit="册"))
    )
    at = open_app(work.id, page)
    top = next(w.value for w in at.warning if "处数字：" in w.value)
    assert "另有 1 项填了但没读懂，没有写入" in top
    assert any("图书" in w.value and "12O" in w.value for w in at.warning)
    assert not any("可以导出" in s.value for s in at.success)
    assert any("1 项没读懂" in c.value for c in at.caption)
