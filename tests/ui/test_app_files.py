"""What is brought to the page: a file or pasted words, ticked in a preview, then landed."""

import io
import zipfile
from collections.abc import Callable

import pytest
from pandas import DataFrame
from streamlit.testing.v1 import AppTest
from tables.books import book

from drafter.store import Entry, Store, Work

OpenApp = Callable[..., AppTest]
SHEET = """unit: 和平社区
period: 2025年度
facts:
  - {id: households, topic: overview, label: 常住户, value: 2496, unit: 户}
  - {topic: 环境整治, label: 粉刷墙面, value: 300多, unit: 平方米}
"""


def upload(open_app: OpenApp, work: Work, name: str, content: bytes) -> AppTest:
    at = open_app(work.id, "facts")
    at.file_uploader[0].upload(name, content)
    at.run()
    assert not at.exception
    return at


def put_in(at: AppTest) -> AppTest:
    next(b for b in at.button if b.label == "放进表单").click().run()
    assert not at.exception
    return at


def preview(at: AppTest) -> DataFrame:
    """The table of the preview."""
    return next(d.value for d in at.dataframe if "target" in d.value.columns)


def test_a_fact_sheet_is_read_in_beside_what_is_there(open_app: OpenApp, store: Store):
    there = (
        Entry(id="households", topic="overview", label="常住居民", value="9", unit="户"),
        Entry(id="x", text="邻里节"),
    )
    work = store.create(Work(superior="北陵街道", entries=there))
    at = upload(open_app, work, "事实.yaml", SHEET.encode())
    assert "9户" in list(preview(at)["present"])
    assert store.load(work.id) == work
    put_in(at)
    kept = store.load(work.id)
    assert (kept.unit, kept.superior) == ("和平社区", "北陵街道")
    assert {(e.topic, e.value) for e in kept.entries} == {("overview", "9"), ("", ""), ("environment", "300多")}
    assert "新增 1 项" in at.toast[0].value
    assert any("原来填的是“9户”，没有换" in line for d in at.dataframe for line in d.value.get("原因", ()))


def test_a_table_is_previewed_with_what_could_not_be_read_and_lands_in_the_form(open_app: OpenApp, store: Store):
    work = store.create(Work(unit="和平社区"))
    rows = (("事项", "本期", "单位"), ("志愿者", 326, "人"), ("清运垃圾", "12O", "吨"), ("植树", "—", "棵"))
    at = upload(open_app, work, "台账.xlsx", book(*rows))
    shown = preview(at)
    assert list(shown["use"]) == [True, False]
    assert list(shown["target"]) == ["志愿服务·注册志愿者", "环境整治·清运垃圾"]
    unread = next(d.value for d in at.dataframe if "原因" in d.value.columns)
    assert list(unread["位置"]) == ["台账 第4行"]
    put_in(at)
    (entry,) = store.load(work.id).entries
    assert (entry.id, entry.value, entry.unit) == ("volunteers", "326", "人")
    report = next(d.value for d in at.dataframe if "原因" in d.value.columns)
    assert list(report["原因"]) == ["没有勾选：“12O”里有字母 O，应为数字 0，请改成 120", "填的是“—”，没有数"]


def test_pasted_words_and_tables_are_read(open_app: OpenApp, store: Store):
    work = store.create(Work())
    at = open_app(work.id, "facts")
    next(r for r in at.radio if "粘贴表格或文字" in r.options).set_value("粘贴表格或文字").run()
    paste = next(t for t in at.text_area if "粘贴到这里" in t.label)
    paste.set_value("事项\t本期\n注册志愿者\t326名\n党支部\t6个").run()
    assert list(preview(at)["value"]) == ["326", "6"]
    next(t for t in at.text_area if "粘贴到这里" in t.label).set_value("注册志愿者326名，增长9.4%。").run()
    assert list(preview(at)["use"]) == [True, False]
    put_in(at)
    assert [e.value for e in store.load(work.id).entries] == ["326"]


def test_last_years_document_becomes_last_periods_figures(open_app: OpenApp, store: Store):
    work = store.create(Work())
    text = "和平社区2024年文明创建工作总结\n一、志愿服务\n社区有注册志愿者298名，开展志愿服务活动40次。\n"
    at = put_in(upload(open_app, work, "去年.txt", text.encode()))
    assert {(e.id, e.value, e.previous) for e in store.load(work.id).entries} == {
        ("volunteers", "", "298"), ("volunteer_acts", "", "40"),
    }  # fmt: skip
    assert not at.error


def test_the_columns_of_an_odd_table_are_shown_to_be_corrected(open_app: OpenApp, store: Store):
    work = store.create(Work())
    at = upload(open_app, work, "台账.csv", "甲,乙\n注册志愿者,很多\n党支部,不少\n".encode("gbk"))
    assert "没有认出可以导入的内容" in at.warning[0].value
    roles = next(d.value for d in at.dataframe if "role" in d.value.columns)
    assert [*roles["column"]] == ["A", "B"]


def test_an_unknown_document_type_can_be_mended_on_the_page(open_app: OpenApp, store: Store):
    work = store.create(Work(document="poem", entries=(Entry(id="x", text="邻里节"),)))
    at = open_app(work.id, "facts")
    assert "没有文种“poem”" in at.warning[0].value
    at.selectbox[0].select("application").run()
    assert not at.exception
    assert store.load(work.id).document == "application"
    assert "没有文种" in open_app(store.create(Work(document="poem")).id, "writing").error[0].value


def a_workbook() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("事实.yaml", b"facts: [unclosed"),
        ("事实.yaml", b"facts:\n  - {topic: overview, value: 3}\n"),
        ("事实.json", b"{"),
        ("事实.yaml", a_workbook()),
        ("事实.yaml", b"\xff\xfe\x00\x01" * 50),
        ("事实.json", b""),
        ("台账.xlsx", b"PK"),
        ("台账.csv", b"\x00\x01"),
    ],
)
def test_a_bad_file_is_one_clear_sentence_and_changes_nothing(
    open_app: OpenApp, store: Store, name: str, content: bytes
):
    work = store.create(Work(unit="和平社区"))
    at = upload(open_app, work, name, content)
    assert name.split(".", maxsplit=1)[0] in at.error[0].value
    assert store.load(work.id) == work
