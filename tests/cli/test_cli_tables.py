"""Tables on the command line: a filled form becomes a Word file, and what could not be read is told by name."""

from pathlib import Path

from command_line import run
from docx import Document
from openpyxl import load_workbook
from tables.books import book


def words_of(path: Path) -> str:
    return "\n".join(p.text for p in Document(str(path)).paragraphs)


def test_a_form_is_handed_out_filled_in_and_written(tmp_path: Path):
    form, out = tmp_path / "填报表.xlsx", tmp_path / "文稿.docx"
    assert run("form", "--out", form, "--document", "annual_summary").returncode == 0
    filled = load_workbook(form)
    for row in filled.active.iter_rows(min_row=4):
        given = {"单位全称": "和平社区", "总结时段": "2025年度", "注册志愿者": "326", "清运垃圾": "200多"}
        row[3].value = given.get(str(row[1].value), row[3].value)
    filled.save(form)
    done = run("draft", form, "--out", out, "--offline")
    assert (done.returncode, done.stderr.count("没有用")) == (0, 0), done.stderr
    assert "326名" in words_of(out)


def test_a_draft_is_checked_against_a_table(tmp_path: Path):
    table, draft = tmp_path / "台账.xlsx", tmp_path / "稿.txt"
    table.write_bytes(
        book(("单位：和平社区",), ("事项", "本期", "单位"), ("注册志愿者", 326, "名"), ("植树", "—", "棵"))
    )
    draft.write_text("社区有注册志愿者326名。", encoding="utf-8")
    done = run("check", draft, table)
    assert done.returncode == 0, done.stdout
    assert "台账 第4行 植树，—，棵：填的是“—”" in done.stderr


def test_values_that_can_not_be_read_are_told_by_name_and_left_out(tmp_path: Path):
    facts, out = tmp_path / "f.yaml", tmp_path / "n.docx"
    facts.write_text(
        "unit: 和平社区\nfacts:\n  - {label: 志愿者, value: 12O, unit: 人}\n  - {label: 党员, value: '93', unit: 名}\n",
        encoding="utf-8",
    )
    done = run("draft", facts, "--out", out, "--offline")
    assert done.returncode == 0
    assert "有 1 项没读懂" in done.stderr
    assert "志愿者（“12O”里有字母 O" in done.stderr
    assert "12O" not in words_of(out)


def test_a_table_without_the_units_name_says_how_to_add_it(tmp_path: Path):
    table = tmp_path / "台账.csv"
    table.write_bytes("事项,本期\n注册志愿者,326\n".encode("gbk"))
    done = run("draft", table, "--out", tmp_path / "n.docx", "--offline")
    assert done.returncode == 2
    assert "表格里加一行“单位全称”" in done.stderr
