"""Every page, driven without a browser."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from drafter.factfile import load_facts
from drafter.resources import resource
from drafter.store import Entry, Store, Work
from drafter.ui import jobs
from drafter.ui.entries import work_of

OpenApp = Callable[..., AppTest]


def click(at: AppTest, label: str) -> AppTest:
    found = [b for b in at.button if b.label == label]
    assert found, [b.label for b in at.button]
    found[0].click().run()
    assert not at.exception
    return at


def fill(at: AppTest, label: str, value: str) -> AppTest:
    found = [t for t in at.text_input if t.label == label]
    assert found, [t.label for t in at.text_input]
    found[0].set_value(value).run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    """Everything that the page tells in words."""
    lists: tuple[Any, ...] = (at.markdown, at.caption, at.error, at.warning, at.info, at.success, at.toast, at.html)
    return "\n".join(str(e.value) for elements in lists for e in elements)


def written(at: AppTest, work_id: str) -> AppTest:
    limit = time.monotonic() + 15
    while (job := jobs.find(work_id)) and job.running:
        assert time.monotonic() < limit
        time.sleep(0.02)
    at.run()
    assert not at.exception
    return at


def text_areas(at: AppTest) -> dict[str, Any]:
    return {t.label: t for t in at.text_area}


@pytest.fixture
def example(store: Store) -> Work:
    return store.create(work_of(load_facts(sorted(resource("samples").glob("*.yaml"))[0])))


def test_a_first_visitor_is_told_the_way(open_app: OpenApp):
    at = open_app()
    assert "三步完成" in said(at)
    assert {"新建文稿", "载入示例"} <= {b.label for b in at.button}


@pytest.mark.parametrize("page", ["facts", "writing", "export"])
def test_a_page_without_a_document_says_where_to_begin(open_app: OpenApp, page: str):
    assert "还没有打开文稿" in said(open_app(page=page))


def test_what_is_entered_is_in_the_database_at_once(open_app: OpenApp, store: Store):
    at = click(open_app(), "新建文稿")
    fill(at, "单位全称", "和平社区")
    fill(at, "总结时段", "2025年度")
    fill(at, "常住居民", "三千多")
    fill(at, "常住居民（上期）", "2,950")
    work = store.works()[0].work
    assert (work.unit, work.period) == ("和平社区", "2025年度")
    entry = work.entry("households")
    assert entry == Entry(
        id="households", topic="overview", label="常住居民", value="三千多", unit="户", previous="2,950"
    )
    assert "读作 3000以上" in said(at)
    assert at.query_params["draft"] == work.id


@pytest.mark.parametrize(("value", "says"), [("12/0", "分母是 0"), ("12O", "字母 O"), ("9" * 50_000, "50000 个字")])
def test_a_value_that_cannot_be_used_is_told_and_kept(open_app: OpenApp, store: Store, value: str, says: str):
    at = fill(click(open_app(), "新建文稿"), "常住居民", value)
    assert says in said(at)
    assert store.works()[0].work.entries[0].value == value
    assert "0 项事实" in said(at)


def test_how_full_each_group_is_stands_beside_names_that_stay_the_same(open_app: OpenApp) -> None:
    at = click(open_app(), "新建文稿")
    groups = list(at.button_group[0].options)
    fill(at, "常住居民", "12O")
    fill(at, "总人口", "6828")
    # A click on a group is sent as its name, so a name that changed meanwhile would lose it.
    assert list(at.button_group[0].options) == groups
    assert "已填（项）：社区概况 **1**" in said(at)
    assert "⚠ 有要看一看的：社区概况" in said(at)


def test_an_emptied_field_is_no_fact_any_more(open_app: OpenApp, store: Store):
    at = fill(click(open_app(), "新建文稿"), "总人口", "6828")
    fill(at, "总人口", "")
    assert store.works()[0].work.entries == ()


def test_the_table_shows_what_the_form_has_no_field_for_and_what_it_lacks(open_app: OpenApp, store: Store):
    rows = (Entry(id="F1", label="充电桩", value="12/0", unit="个"), Entry(id="F2", text="开展邻里节"))
    at = open_app(store.create(Work(entries=rows)).id, "facts")
    shown = at.data_editor[0].value
    assert list(shown["label"]) == ["充电桩", ""]
    assert "充电桩：“12/0”的分母是 0" in said(at)


def test_an_empty_form_cannot_be_written_from_and_says_so(open_app: OpenApp, store: Store):
    work = store.create(Work())
    at = open_app(work.id, "writing")
    assert "还没有事实可写" in said(at)
    assert next(b for b in at.button if b.label == "生成全文").disabled


def test_the_whole_document_is_written_and_every_number_judged(open_app: OpenApp, example: Work, store: Store):
    at = written(click(open_app(example.id, "writing"), "生成全文"), example.id)
    draft = store.load(example.id).draft
    assert draft is not None
    assert sum(1 for s in draft.sections if s.text) >= 5
    assert "处数字：" in said(at)
    editors = [c for c in at.get("bidi_component") if str(c.key).startswith("text:")]
    assert len(editors) == sum(1 for s in draft.sections if s.text)
    assert "固定用语" in said(at)


def test_a_draft_whose_id_holds_two_underscores_is_edited_like_any_other(
    open_app: OpenApp, example: Work, store: Store, monkeypatch: pytest.MonkeyPatch
):
    # Drafts of earlier versions have such ids: one in four hundred or so.
    monkeypatch.setattr("drafter.store.secrets.token_hex", lambda _: "_k__7_")
    work = store.create(example)
    assert work.id == "_k__7_"
    at = written(click(open_app(work.id, "writing"), "生成全文"), work.id)
    assert len([c for c in at.get("bidi_component") if str(c.key).startswith("text:")]) >= 5


@pytest.fixture
def drafted(open_app: OpenApp, example: Work, plain: None) -> AppTest:
    return written(click(open_app(example.id, "writing"), "生成全文"), example.id)


def test_a_wrong_number_is_flagged_with_its_reason(drafted: AppTest):
    area = drafted.text_area[1]
    area.set_value(area.value + "新建充电桩88123个。").run()
    assert not drafted.exception
    assert "⚠ 待核：88123" in said(drafted)
    assert "⚠待核" in said(drafted)


def test_a_rewrite_changes_one_section_alone(drafted: AppTest, store: Store, example: Work):
    first, second = drafted.text_area[0], drafted.text_area[1]
    first.set_value(first.value + "我们自己加的一句。").run()
    second.set_value("这一节要重写。").run()
    before = store.load(example.id).draft
    assert before is not None
    target = before.sections[1]
    drafted.button(key=f"rewrite:{example.id}:{target.key}").click().run()
    written(drafted, example.id)
    after = store.load(example.id).draft
    assert after is not None
    assert after.section(target.key).text != "这一节要重写。"
    assert [s for s in after.sections if s.key != target.key] == [s for s in before.sections if s.key != target.key]
    assert "我们自己加的一句。" in drafted.text_area[0].value
    assert drafted.text_area[1].value == after.section(target.key).text


def test_undo_brings_back_what_a_rewrite_replaced(drafted: AppTest, store: Store, example: Work):
    drafted.text_area[1].set_value("我写的一稿。").run()
    key = store.load(example.id).draft.sections[1].key
    drafted.button(key=f"rewrite:{example.id}:{key}").click().run()
    written(drafted, example.id)
    drafted.button(key=f"undo:{example.id}:{key}").click().run()
    assert drafted.text_area[1].value == "我写的一稿。"


def test_an_emptied_section_stays_on_the_page_and_can_be_taken_back(drafted: AppTest, store: Store, example: Work):
    before = drafted.text_area[1].value
    drafted.text_area[1].set_value("").run()
    assert not drafted.exception
    assert "这一节是空的" in said(drafted)
    key = store.load(example.id).draft.sections[1].key
    drafted.button(key=f"rewrite:{example.id}:{key}").click().run()
    written(drafted, example.id)
    assert drafted.text_area[1].value == before


def test_a_locked_section_can_neither_be_rewritten_nor_generated_over(drafted: AppTest, store: Store, example: Work):
    drafted.text_area[1].set_value("这一节不许动。").run()
    key = store.load(example.id).draft.sections[1].key
    drafted.button(key=f"lock:{example.id}:{key}").click().run()
    assert drafted.button(key=f"rewrite:{example.id}:{key}").disabled
    drafted.checkbox(key=f"{example.id}:keep").uncheck()
    written(click(drafted, "生成全文"), example.id)
    assert drafted.text_area[1].value == "这一节不许动。"


def test_generating_again_keeps_what_staff_edited(drafted: AppTest, store: Store, example: Work):
    drafted.text_area[1].set_value("我改过的一节。").run()
    written(click(drafted, "生成全文"), example.id)
    assert drafted.text_area[1].value == "我改过的一节。"
    drafted.checkbox(key=f"{example.id}:keep").uncheck()
    written(click(drafted, "生成全文"), example.id)
    assert drafted.text_area[1].value != "我改过的一节。"
    texts = [v.section.text for v in store.versions(example.id, store.load(example.id).draft.sections[1].key)]
    assert "我改过的一节。" in texts


def test_fifty_thousand_characters_in_a_section_are_told_and_nothing_is_lost(
    drafted: AppTest, store: Store, example: Work
):
    before = store.load(example.id).draft
    drafted.text_area[1].set_value("字" * 50_000).run()
    assert not drafted.exception
    assert "50000 个字" in said(drafted)
    assert store.load(example.id).draft == before


def test_another_tab_is_told_when_both_change_one_section(drafted: AppTest, store: Store, example: Work):
    from drafter.ui.drafting import with_text

    key = store.load(example.id).draft.sections[1].key
    store.change(example.id, lambda w: with_text(w, key, "另一个窗口写的。"))
    drafted.text_area[1].set_value("这个窗口写的。").run()
    assert "别的窗口改过" in said(drafted)
    assert [v.section.text for v in store.versions(example.id, key)][:2] == ["这个窗口写的。", "另一个窗口写的。"]


def test_everything_is_there_again_in_a_new_tab(drafted: AppTest, open_app: OpenApp, example: Work):
    drafted.text_area[0].set_value("我改过的开头。").run()
    again = open_app(example.id, "writing")
    assert again.text_area[0].value == "我改过的开头。"
    assert len(again.text_area) == len(drafted.text_area)


def test_the_export_page_shows_the_text_and_names_what_is_missing(drafted: AppTest, open_app: OpenApp, example: Work):
    area = drafted.text_area[1]
    area.set_value(area.value + "<img src=x onerror=alert(1)>新建充电桩88123个。").run()
    at = open_app(example.id, "export")
    assert "还有" in said(at)
    assert "处数字待核" in said(at)
    assert "&lt;img src=x" in "\n".join(str(h.value) for h in at.html)
    assert [b.label for b in at.get("download_button")] == ["下载 Word", "下载复核稿", "下载核对台账"]


def test_a_document_is_deleted_and_brought_back(open_app: OpenApp, example: Work, store: Store):
    at = click(open_app(example.id), "删除")
    assert store.works() == ()
    click(at, "撤销删除")
    assert [w.work.id for w in store.works()] == [example.id]
    click(open_app(), "删除")
    click(open_app(page="settings"), "恢复")
    assert [w.work.id for w in store.works()] == [example.id]


def test_a_copy_for_the_next_period_has_the_old_figures_beside_it(open_app: OpenApp, example: Work, store: Store):
    click(open_app(), "复制到下一期")
    copied = next(w.work for w in store.works() if w.work.id != example.id)
    assert copied.period == ""
    before = next(e for e in example.entries if e.value and e.label == "常住居民")
    assert copied.entry(before.id) == before.model_copy(update={"previous": before.value, "value": "", "note": ""})


def test_texts_of_the_last_period_are_put_back_by_one_click_where_they_are_asked_for(open_app: OpenApp, store: Store):
    told = Entry(id="location", topic="overview", label="区位四至", note="2025年度的写法：位于城区东部")
    free = Entry(id="F1", label="邻里食堂", note="2025年度的写法：办在三号楼")
    work = store.create(Work(unit="和平社区", period="2026年度", entries=(told, free)))
    at = open_app(work.id, "facts")
    assert "区位四至还只有2025年度的写法" in said(at)
    assert [b.label for b in at.button if b.label.startswith("填回")] == ["填回这 1 项", "填回这 1 项"]
    click(at, "填回这 1 项")
    now = store.load(work.id)
    assert [(e.text, e.note) for e in now.entries] == [("位于城区东部", ""), ("", "2025年度的写法：办在三号楼")]


def test_the_list_and_the_steps_count_the_same_facts(open_app: OpenApp, store: Store):
    kept = Entry(id="F1", label="口袋公园", value="3", unit="座")
    unread, waiting = Entry(id="F2", label="图书", value="12O", unit="册"), Entry(id="F3", label="党员", previous="90")
    work = store.create(Work(unit="和平社区", entries=(kept, unread, waiting)))
    assert "1 项事实，还没有生成" in said(open_app())
    assert "1 项事实，缺" in said(open_app(work.id, "facts"))


def test_an_address_of_a_document_that_is_gone_is_told(open_app: OpenApp):
    at = open_app("nothere")
    assert "没有找到这份文稿" in said(at)


def test_a_database_that_cannot_be_opened_is_one_clear_sentence(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, tmp_path
):
    (tmp_path / "plain").write_text("x")
    monkeypatch.setenv("DRAFTER_DATABASE_URL", f"sqlite:///{tmp_path}/plain/x.sqlite3")
    at = AppTest.from_file(str(resource("app.py")), default_timeout=60).run()
    assert not at.exception
    assert "建不了存放文稿的文件夹" in at.error[0].value
