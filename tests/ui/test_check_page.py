"""The page 核对文稿: real files in, the verdict out, nothing kept."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from export_work import finished, words
from streamlit.testing.v1 import AppTest
from tables.books import book

from drafter.store import Store, Work

OpenApp = Callable[..., AppTest]
SHEET = """unit: 南苑社区
period: 2025年度
facts:
  - {label: 注册志愿者, value: 326, unit: 人, previous: 298}
  - {label: 文体活动, value: 20, unit: 场}
  - {label: 党支部, value: 6, unit: 个}
"""
TEXT = (
    "南苑社区2025年度文明创建工作总结\n一、志愿服务\n社区有注册志愿者362人，比上年增加28人。\n"
    "全年开展文体活动20场。\n<img src=x onerror=alert(1)>\n"
)


def put(at: AppTest, label: str, name: str, content: bytes) -> AppTest:
    next(u for u in at.file_uploader if label in u.label).upload(name, content)
    at.run()
    assert not at.exception
    return at


def choose(at: AppTest, way: str) -> AppTest:
    next(r for r in at.radio if way in r.options).set_value(way).run()
    assert not at.exception
    return at


def a_docx(text: str) -> bytes:
    document, stream = Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "content"), [("总结.docx", a_docx(TEXT)), ("总结.txt", TEXT.encode("gb18030"))])
def test_a_document_is_checked_against_a_fact_sheet_without_an_open_draft(
    open_app: OpenApp, store: Store, name: str, content: bytes
):
    at = put(open_app(page="check"), "文稿", name, content)
    put(at, "事实表", "事实.yaml", SHEET.encode())
    assert at.warning[0].value == "**4 处数字：2 有出处，1 推算，1 待核**"
    said = words(at)
    assert "⚠ 待核：362" in said
    assert "建议改为：**326**" in said
    assert "没有用到的事实：1 条" in said
    assert "党支部 6个" in said
    assert "&lt;img" in said
    assert "<img" not in "".join(str(e.value) for e in at.html)
    assert not {"改正文", "改事实", "写进本节"} & {b.label for b in at.button}
    assert not store.works()


def test_an_absolute_that_no_fact_says_is_told_beside_the_verdict(open_app: OpenApp):
    text = "社区有注册志愿者326人，全部参加培训。"
    at = put(open_app(page="check"), "文稿", "总结.txt", text.encode())
    put(at, "事实表", "事实.yaml", SHEET.encode())
    assert at.warning[0].value == "**1 处数字：1 有出处，0 推算，0 待核**"
    assert "说法待核：全部" in at.warning[1].value
    assert "没有写明“全部”" in at.warning[1].value


def test_a_table_of_the_office_is_a_fact_sheet_and_what_is_unread_is_told(open_app: OpenApp):
    rows = (("事项", "本期", "单位"), ("注册志愿者", 326, "人"), ("文体活动", "2O", "场"))
    at = put(open_app(page="check"), "文稿", "总结.txt", TEXT.encode())
    put(at, "事实表", "台账.xlsx", book(*rows))
    assert "有 1 处没有用" in [e.label for e in at.expander]
    assert "4 待核" in at.warning[0].value
    next(t for t in at.text_input if "时段" in t.label).set_value("2025年度").run()
    assert "3 待核" in at.warning[0].value


def test_a_value_of_several_numbers_in_a_file_is_held_against_the_text(open_app: OpenApp):
    at = put(open_app(page="check"), "文稿", "总结.txt", "全年举办门球比赛4场，参赛60人。".encode())
    put(at, "事实表", "事实.yaml", 'period: 2024年\nfacts:\n  - {label: 门球比赛, value: "4场，参赛60人"}\n'.encode())
    assert not [e.label for e in at.expander if "没有用" in e.label]
    assert "0 待核" in (at.success or at.warning)[0].value


def test_the_facts_of_a_draft_are_held_against_it(open_app: OpenApp, store: Store):
    at = put(open_app(page="check"), "文稿", "总结.txt", TEXT.encode())
    assert "还没有填过事实的文稿" in choose(at, "本单位的文稿").info[0].value
    store.create(finished())
    store.create(Work(unit="空社区"))
    at.run()
    assert len(next(s for s in at.selectbox if "用哪一份" in s.label).options) == 1
    assert "待核：362" in words(at)


def test_the_numbers_of_another_document_are_the_facts(open_app: OpenApp):
    at = put(open_app(page="check"), "文稿", "总结.txt", TEXT.encode())
    choose(at, "另一份材料")
    put(at, "作依据的材料", "审定稿.txt", TEXT.replace("362", "326").encode())
    assert "待核：362" in words(at)
    assert "最接近的事实" in words(at) or "326" in words(at)


def test_one_file_alone_gives_no_verdict(open_app: OpenApp):
    at = put(open_app(page="check"), "文稿", "总结.txt", TEXT.encode())
    assert not at.warning
    assert not at.error
    assert "5 段" in words(at)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("总结.docx", b"", "是空文件"),
        ("总结.docx", b"PK\x03\x04 no package", "不是能读的Word文件"),
        ("总结.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "设了打开密码"),
        ("总结.txt", b" \n ", "是空文件"),
        ("总结.txt", ("字" * 100_001).encode(), "一次最多核对 10 万字"),
    ],
)
def test_a_bad_document_is_one_clear_sentence(open_app: OpenApp, name: str, content: bytes, said: str):
    at = put(open_app(page="check"), "事实表", "事实.yaml", SHEET.encode())
    put(at, "文稿", name, content)
    assert said in at.error[0].value
    assert len(at.error) == 1


def test_a_sheet_without_facts_is_told(open_app: OpenApp):
    at = put(open_app(page="check"), "文稿", "总结.txt", TEXT.encode())
    put(at, "事实表", "事实.yaml", "unit: 南苑社区\nfacts: []\n".encode())
    assert "至少给一条事实" in at.error[0].value
