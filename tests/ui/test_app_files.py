"""Fact sheets from and to files, on the page."""

import io
import zipfile
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

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


def test_a_fact_sheet_is_read_in_beside_what_is_there(open_app: OpenApp, store: Store):
    there = (
        Entry(id="households", topic="overview", label="常住居民", value="9", unit="户"),
        Entry(id="x", text="邻里节"),
    )
    work = store.create(Work(superior="北陵街道", entries=there))
    at = upload(open_app, work, "事实.yaml", SHEET.encode())
    kept = store.load(work.id)
    assert (kept.unit, kept.superior) == ("和平社区", "北陵街道")
    assert {(e.topic, e.value) for e in kept.entries} == {("overview", "2496"), ("", ""), ("environment", "300多")}
    assert next(t for t in at.text_input if t.label == "常住户").value == "2496"
    assert "已从 事实.yaml 读入 2 项事实" in at.toast[0].value


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
    ],
)
def test_a_bad_file_is_one_clear_sentence_and_changes_nothing(
    open_app: OpenApp, store: Store, name: str, content: bytes
):
    work = store.create(Work(unit="和平社区"))
    at = upload(open_app, work, name, content)
    assert name.split(".", maxsplit=1)[0] in at.toast[0].value
    assert store.load(work.id) == work
