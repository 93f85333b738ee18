"""Own document types, last year's numbers, the plan of sections and the hints, on their pages."""

import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from drafter.factfile import load_facts
from drafter.models import PlannedSection, SectionPlan
from drafter.resources import resource
from drafter.store import Entry, Store, Work
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.typestore import TypeStore
from drafter.ui import jobs
from drafter.ui.drafting import with_text
from drafter.ui.entries import work_of

OpenApp = Callable[..., AppTest]
SAMPLE = resource("samples", "documents", "annual_summary", "liuyin.docx")


def click(at: AppTest, label: str) -> AppTest:
    next(b for b in at.button if b.label == label).click().run()
    assert not at.exception
    return at


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def written(at: AppTest, work_id: str) -> AppTest:
    click(at, "生成全文")
    limit = time.monotonic() + 30
    while (job := jobs.find(work_id)) and job.running:
        assert time.monotonic() < limit
        time.sleep(0.02)
    at.run()
    assert not at.exception
    return at


def opened_plan(at: AppTest, work_id: str) -> AppTest:
    at.session_state[f"{work_id}:plan"] = True
    at.run()
    assert not at.exception
    return at


def upload(at: AppTest, label: str, name: str, content: bytes) -> AppTest:
    next(u for u in at.file_uploader if label in u.label).upload(name, content)
    at.run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    shown: tuple[Any, ...] = (at.markdown, at.caption, at.error, at.warning, at.success, at.toast)
    return "\n".join(str(e.value) for part in shown for e in part)


@pytest.fixture
def example(store: Store) -> Work:
    return store.create(work_of(load_facts(resource("samples", "example_annual_summary.yaml"))))


def test_every_shipped_document_type_can_be_chosen_by_its_name(open_app: OpenApp, store: Store):
    work = store.create(Work())
    at = open_app(work.id, "facts")
    (types,) = [s for s in at.selectbox if s.label == "文种"]
    assert types.options == [load_skeleton(key).name for key in skeleton_keys()]
    assert len(types.options) == 14
    types.select("plan").run()
    assert store.load(work.id).document == "plan"


def test_a_past_document_becomes_the_units_own_type_and_is_written_by(open_app: OpenApp, store: Store, url: str):
    at = upload(open_app(page="types"), "一份或几份", "去年.docx", SAMPLE.read_bytes())
    table = at.data_editor[0]
    assert "组织领导" in list(table.value["role"])
    at.text_input[0].set_value("柳荫社区总结")
    click(at, "存为本单位文种")
    assert "已存为文种" in said(at)
    types = TypeStore(url)
    (own,) = types.types()
    types.close()
    work = store.create(
        Work(unit="柳荫社区", entries=(Entry(id="volunteers", label="注册志愿者", value="326", unit="人"),))
    )
    at = open_app(work.id, "facts")
    (choice,) = [s for s in at.selectbox if s.label == "文种"]
    assert "柳荫社区总结（本单位）" in choice.options
    choice.select(own.key).run()
    assert not at.exception
    at = written(open_app(work.id, "writing"), work.id)
    draft = store.load(work.id).draft
    assert draft
    assert draft.document == own.key
    assert "326人" in draft.text


def test_the_form_says_that_what_belongs_to_a_section_left_out_is_not_written(open_app: OpenApp, store: Store):
    plan = SectionPlan(document="annual_summary", sections=(PlannedSection(key="leadership", left_out=True),))
    at = open_app(store.create(Work(unit="柳荫社区", plan=plan)).id, "facts")
    assert "写入正文开头" in said(at)
    at.button_group[0].select(at.button_group[0].options[1]).run()
    assert "这份文稿去掉了“加强组织领导" in said(at)


def test_an_own_type_is_deleted_and_brought_back(open_app: OpenApp, url: str):
    at = upload(open_app(page="types"), "一份或几份", "去年.docx", SAMPLE.read_bytes())
    at.text_input[0].set_value("柳荫社区总结")
    click(at, "存为本单位文种")
    click(at, "删除")
    types = TypeStore(url)
    assert types.types() == ()
    click(at, "撤销删除")
    assert [own.name for own in types.types()] == ["柳荫社区总结"]
    types.close()


def test_a_file_that_is_no_document_is_one_clear_sentence(open_app: OpenApp):
    at = upload(open_app(page="types"), "一份或几份", "空.txt", b"  ")
    assert "空文件" in at.error[0].value


def past_document() -> bytes:
    document = Document()
    for line in (
        "和平社区2024年文明创建总结",
        "一、志愿服务",
        "社区有注册志愿者298人，开展志愿服务活动40次。",
        "二、环境整治",
    ):
        document.add_paragraph(line)
    document.add_paragraph("全年清运垃圾310吨，新装充电桩24个，居民反映楼道比以前干净，社区每周检查一次并及时整改。")
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def test_last_years_numbers_stand_as_last_period_in_the_form(open_app: OpenApp, store: Store):
    there = Entry(id="volunteers", topic="volunteer", label="注册志愿者", value="326", unit="人")
    work = store.create(Work(unit="和平社区", entries=(there,)))
    at = upload(open_app(work.id, "facts"), "往年材料", "去年.docx", past_document())
    table = next(t for t in at.data_editor if "use" in t.value)
    assert {"298", "40", "310", "24"} <= set(table.value["previous"])
    assert all("。" in source for source in table.value["note"])
    click(at, "放进表单")
    kept = store.load(work.id)
    assert kept.entry("volunteers") == there.model_copy(update={"previous": "298", "note": kept.entries[0].note})
    chargers = next(e for e in kept.entries if "充电桩" in e.label)
    assert (chargers.value, chargers.previous) == ("", "24")
    assert "填上本期数后写入文稿" in said(at)


def test_sections_are_renamed_moved_and_left_out_for_one_draft(
    open_app: OpenApp, store: Store, example: Work, plain: None
):
    at = opened_plan(open_app(example.id, "writing"), example.id)
    row = f"{example.id}:0:plan:annual_summary"
    at.text_input(key=f"{row}:environment").set_value("整治身边环境").run()
    press(at, f"{row}:culture:use")
    press(at, f"{row}:volunteer:-1")
    written(at, example.id)
    draft = store.load(example.id).draft
    assert draft
    assert draft.section("environment").heading == "整治身边环境"
    assert draft.section("culture") is None
    order = [s.key for s in draft.sections]
    usual = [s.key for s in load_skeleton("annual_summary").sections]
    assert order.index("volunteer") < order.index(usual[usual.index("volunteer") - 1])
    press(at, f"{row}:culture:use")
    assert "culture" in [s.key for s in store.load(example.id).draft.sections]
    click(at, "恢复文种原来的安排")
    assert [s.key for s in store.load(example.id).draft.sections] == usual


def test_hints_stand_apart_from_the_numbers_and_offer_to_leave_out(
    open_app: OpenApp, store: Store, example: Work, plain: None
):
    written(open_app(example.id, "writing"), example.id)
    key, praise = "culture", "社区高度重视，取得了明显成效，居民的获得感不断增强，各项工作再上新台阶，受到一致好评。"
    store.change(example.id, lambda w: with_text(w, key, praise))
    at = open_app(example.id, "writing")
    assert "没有写到一条事实" in said(at)
    assert "0 待核" in said(at)
    click(at, "不写这一节")
    kept = store.load(example.id)
    assert kept.draft.section(key) is None
    assert [s.key for s in kept.aside] == [key]
    assert "没有写到一条事实" not in said(at)


def test_a_document_whose_own_type_was_deleted_says_what_to_do(open_app: OpenApp, store: Store):
    work = store.create(Work(document="annual_summary_gone", entries=(Entry(id="x", text="邻里节"),)))
    assert "重新选一种文种" in open_app(work.id, "writing").error[0].value
    assert "没有文种" in open_app(work.id, "facts").warning[0].value
