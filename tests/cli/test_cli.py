"""The command line as a user runs it: a process of its own, real files, a real server."""

import json
from pathlib import Path

import pytest
from command_line import run
from docx import Document

SHEET = """\
document: annual_summary
unit: 柳岸社区
superior: 清河街道办事处
period: 2024年度
date: 2025年1月8日
facts:
  - {topic: overview, label: 常住居民, value: "2496", unit: 户}
  - {topic: overview, label: 总人口, value: "6828", unit: 人}
  - {topic: volunteer, label: 志愿者, value: "326", unit: 人, previous: "298"}
  - {topic: culture, label: 文体活动, value: "20", unit: 场}
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "facts.yaml"
    path.write_text(SHEET, encoding="utf-8")
    return path


def words_of(path: Path) -> str:
    return "\n".join(p.text for p in Document(str(path)).paragraphs)


def test_help_names_every_command():
    done = run("--help")
    assert done.returncode == 0
    for command in ("draft", "check", "numbers", "app"):
        assert command in done.stdout


def test_many_unused_facts_are_a_count_with_the_first_few_until_all_are_asked_for(tmp_path: Path):
    facts, text = tmp_path / "many.yaml", tmp_path / "short.txt"
    rows = "".join(
        f'  - {{topic: environment, label: 第{n}小区新装路灯, value: "{n + 40}", unit: 盏}}\n' for n in range(9)
    )
    facts.write_text(f"document: annual_summary\nunit: 柳岸社区\nfacts:\n{rows}", encoding="utf-8")
    text.write_text("今年的工作扎实推进。", encoding="utf-8")
    short, full = run("check", text, facts).stdout, run("check", text, facts, "--unused").stdout
    assert "没有用到的事实（9 条）" in short
    assert short.count("新装路灯") == 5
    assert "还有 4 条，用 drafter check 加 --unused 全部列出" in short
    assert full.count("新装路灯") == 9


def test_a_text_is_checked_against_a_value_of_several_numbers_from_which_none_is_written(tmp_path: Path):
    facts, text = tmp_path / "several.yaml", tmp_path / "text.txt"
    rows = '  - {label: 门球比赛, value: "4场，参赛60人"}\n  - {label: 督导时段, value: "7:00至9:00、18:00至20:00"}\n'
    facts.write_text(f"unit: 柳岸社区\nperiod: 2024年\nfacts:\n{rows}", encoding="utf-8")
    text.write_text("全年举办门球比赛4场，参赛61人，7:00至9:00有人督导。", encoding="utf-8")
    done = run("check", text, facts)
    assert "没读懂" not in done.stderr
    assert "61人" in done.stdout
    assert "1 待核" in done.stdout
    assert "一格只填一个" in run("draft", facts, "--out", tmp_path / "n.docx", "--offline").stderr


def test_a_sheet_becomes_a_word_file_without_a_model(sheet: Path, tmp_path: Path):
    done = run("draft", sheet, "--out", tmp_path / "n.docx", "--offline")
    assert done.returncode == 0, done.stderr
    assert "0 待核" in done.stdout
    text = words_of(tmp_path / "n.docx")
    for words in ("柳岸社区", "2496户", "6828人", "326", "20场", "2025年1月8日"):
        assert words in text


def test_another_document_type_can_be_asked_for(sheet: Path, tmp_path: Path):
    run("draft", sheet, "--out", tmp_path / "n.docx", "--offline", "--document", "application")
    assert "申报" in words_of(tmp_path / "n.docx")


def test_an_unknown_document_type_names_those_there_are(sheet: Path, tmp_path: Path):
    done = run("draft", sheet, "--out", tmp_path / "n.docx", "--offline", "--document", "novel")
    assert done.returncode == 2
    assert "annual_summary" in done.stderr


def test_a_draft_without_flaw_passes_the_check(sheet: Path, tmp_path: Path):
    (tmp_path / "d.txt").write_text("社区现有常住居民2496户、6828人，志愿者326人。", encoding="utf-8")
    done = run("check", tmp_path / "d.txt", sheet)
    assert done.returncode == 0
    assert "3 处数字：3 有出处，0 推算，0 待核" in done.stdout


def test_a_wrong_number_is_shown_with_its_reason_and_fails_the_check(sheet: Path, tmp_path: Path):
    (tmp_path / "d.md").write_text("社区现有志愿者362人，开展文体活动20场。", encoding="utf-8")
    done = run("check", tmp_path / "d.md", sheet)
    assert done.returncode == 1
    assert "362" in done.stdout
    assert "326" in done.stdout
    assert "1 待核" in done.stdout


def test_an_absolute_that_no_fact_says_is_told_beside_the_numbers(sheet: Path, tmp_path: Path):
    (tmp_path / "d.txt").write_text("社区现有志愿者326人，全部参加培训。", encoding="utf-8")
    done = run("check", tmp_path / "d.txt", sheet)
    told = done.stdout.replace("\n", "")
    assert "说法待核：正文说“社区现有志愿者326人，全部参加培训”" in told
    assert "1 处数字：1 有出处，0 推算，0 待核" in told
    assert done.returncode == 0


def test_a_word_file_that_the_tool_wrote_passes_its_own_check(sheet: Path, tmp_path: Path):
    run("draft", sheet, "--out", tmp_path / "n.docx", "--offline")
    done = run("check", tmp_path / "n.docx", sheet)
    assert done.returncode == 0, done.stdout


def test_brackets_in_a_draft_are_shown_as_they_are(sheet: Path, tmp_path: Path):
    (tmp_path / "d.txt").write_text("[red]满意率达99.9%[/red]。", encoding="utf-8")
    assert "[red]" in run("check", tmp_path / "d.txt", sheet).stdout


def test_cases_are_checked_line_by_line(tmp_path: Path):
    fact = {"id": "F1", "label": "志愿者", "value": "326", "unit": "人"}
    case = {"id": "c1", "period": "2024年", "facts": [fact], "text": "😀志愿者326人，巡逻队员57人。"}
    (tmp_path / "c.jsonl").write_text(json.dumps(case, ensure_ascii=False) + "\n", encoding="utf-8")
    (line,) = run("check", "--jsonl", tmp_path / "c.jsonl").stdout.splitlines()
    first, second = json.loads(line)["mentions"]
    assert (first["start"], first["end"], first["flagged"], first["facts"]) == (4, 7, False, ["F1"])
    assert second["flagged"]
    assert "57人" in second["because"]


def test_numbers_are_listed_line_by_line(tmp_path: Path):
    (tmp_path / "c.jsonl").write_text('{"id": 1, "text": "一、近3万人，12至18岁。"}\n', encoding="utf-8")
    (line,) = run("numbers", "--jsonl", tmp_path / "c.jsonl").stdout.splitlines()
    marker, people, ages = json.loads(line)["mentions"]
    assert marker["class"] == "marker"
    assert (people["value"], people["approx"], people["unit"]) == (30000, "about", "人")
    assert ages["value"] == [12, 18]


def test_numbers_of_a_file_are_listed_as_a_table(tmp_path: Path):
    (tmp_path / "a.txt").write_text("现有志愿者326人。", encoding="utf-8")
    assert "326" in run("numbers", tmp_path / "a.txt").stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [("unit: 甲社区\nfacts: []\n", "还没有事实"), ("facts: [{text: 一}]", "没有单位名称"), ("facts: [", "行")],
)
def test_a_sheet_that_says_too_little_gets_one_clear_sentence(tmp_path: Path, content: str, said: str):
    (tmp_path / "f.yaml").write_text(content, encoding="utf-8")
    done = run("draft", tmp_path / "f.yaml", "--out", tmp_path / "n.docx", "--offline")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_spreadsheet_named_docx_is_refused_in_one_sentence(sheet: Path, tmp_path: Path):
    import openpyxl

    openpyxl.Workbook().save(tmp_path / "d.xlsx")
    (tmp_path / "d.xlsx").rename(tmp_path / "d.docx")
    done = run("check", tmp_path / "d.docx", sheet)
    assert done.returncode == 2
    assert "Excel" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("check",), ("numbers",)])
def test_a_missing_file_name_is_asked_for(arguments: tuple[str, ...]):
    done = run(*arguments)
    assert done.returncode == 2
    assert "缺少" in done.stderr


def test_an_unwritable_place_is_named(sheet: Path, tmp_path: Path):
    done = run("draft", sheet, "--out", tmp_path / "no" / "n.docx", "--offline")
    assert done.returncode == 2
    assert "写不了文件" in done.stderr


def served(url: str) -> dict[str, str]:
    return {"OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": url, "DRAFTER_MODEL": "fixture"}


def test_the_same_document_through_a_model(sheet: Path, tmp_path: Path):
    from chat_server import ChatServer, good_writer

    with ChatServer(good_writer) as server:
        done = run("draft", sheet, "--out", tmp_path / "n.docx", **served(server.url))
    assert done.returncode == 0, done.stderr
    assert server.requests
    assert "志愿者326人" in words_of(tmp_path / "n.docx")
    assert "0 待核" in done.stdout
    assert "问模型 1 次，用量（词元）：输入 100，输出 50" in done.stderr


def test_numbers_that_a_model_invents_are_sent_back(sheet: Path, tmp_path: Path):
    from chat_server import ChatServer, careless_writer

    with ChatServer(careless_writer(7)) as server:
        done = run("draft", sheet, "--out", tmp_path / "n.docx", **served(server.url))
    assert done.returncode == 0, done.stderr
    assert any(len(request["messages"]) > 2 for request in server.requests)
    assert "0 待核" in done.stdout


def test_a_model_that_is_out_of_reach_costs_nothing_but_its_words(sheet: Path, tmp_path: Path):
    done = run("draft", sheet, "--out", tmp_path / "n.docx", **served("http://127.0.0.1:9/v1"))
    assert done.returncode == 0, done.stderr
    assert "连" in done.stderr
    assert "sk-test" not in done.stderr + done.stdout
    assert "2496户" in words_of(tmp_path / "n.docx")


def test_offline_sends_nothing(sheet: Path, tmp_path: Path):
    from chat_server import ChatServer, good_writer

    with ChatServer(good_writer) as server:
        run("draft", sheet, "--out", tmp_path / "n.docx", "--offline", **served(server.url))
    assert not server.requests


def test_a_file_above_the_limit_that_is_set_is_refused(sheet: Path, tmp_path: Path):
    (tmp_path / "d.txt").write_text("社区现有志愿者326人。\n" * 60_000, encoding="utf-8")
    done = run("check", tmp_path / "d.txt", sheet, DRAFTER_MAX_MB="1")
    assert done.returncode == 2
    assert "1MB的上限" in done.stderr
