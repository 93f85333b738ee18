"""The files that the command `draft` writes beside the clean one, and what it says while flags are left."""

import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from chat_server import ChatServer, good_writer
from command_line import run
from docx import Document
from openpyxl import load_workbook

from drafter.cli.drafting import Outputs, hand_out
from drafter.models import Draft, Fact, FactSheet, Section

SHEET = """\
document: annual_summary
unit: 柳岸社区
superior: 清河街道办事处
period: 2024年度
date: 2025年1月8日
facts:
  - {topic: overview, label: 常住居民, value: "2496", unit: 户, note: 网格台账}
  - {topic: volunteer, label: 志愿者, value: "326", unit: 人, previous: "298"}
"""


def draft(sheet: Path, *arguments: str | Path, url: str) -> CompletedProcess[str]:
    return run("draft", sheet, *arguments, OPENAI_BASE_URL=url, OPENAI_API_KEY="x", DRAFTER_MODEL="fixture")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "facts.yaml"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_draft_without_flags_says_so_in_every_name(sheet: Path, tmp_path: Path):
    folder = tmp_path / "out"
    folder.mkdir()
    with ChatServer(good_writer) as model:
        done = draft(sheet, "--out", folder, "--review", folder, "--evidence", folder, url=model.url)
    assert done.returncode == 0, done.stderr
    assert {p.name for p in folder.iterdir()} == {
        "柳岸社区_社区文明创建年终工作总结_2024年度_已核.docx",
        "柳岸社区_社区文明创建年终工作总结_2024年度_核对台账_已核.xlsx",
        "柳岸社区_社区文明创建年终工作总结_2024年度_复核稿_已核.docx",
    }
    assert "待核，正式稿" not in done.stdout


def test_flags_that_are_left_are_told_commented_on_and_in_the_evidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    text = "社区现有志愿者326人，比上年增加28人，新建充电桩88123个。\n全年栽树77451棵。"
    left = Draft(
        title="柳岸社区2024年度总结",
        unit="柳岸社区",
        date="2025年1月8日",
        document="annual_summary",
        period="2024年度",
        sections=(Section(key="volunteer", heading="志愿服务", text=text),),
    )
    volunteers = Fact(id="F1", topic="volunteer", label="志愿者", value="326", unit="人", previous="298", note="台账")
    sheet = FactSheet(unit="柳岸社区", period="2024年度", date="2025年1月8日", facts=(volunteers,))
    review, evidence = tmp_path / "复核.docx", tmp_path / "台账.xlsx"
    hand_out(left, sheet, "社区文明创建年终工作总结", Outputs(tmp_path, review, evidence))
    told = capsys.readouterr().out
    assert "2 待核" in told
    assert "还有 2 处数字待核" in told
    clean = tmp_path / "柳岸社区_社区文明创建年终工作总结_2024年度_待核2处.docx"
    assert "word/comments.xml" not in zipfile.ZipFile(clean).namelist()
    comments = [comment.text for comment in Document(str(review)).comments]
    assert [text.startswith("待核：") for text in comments] == [True, True]
    rows = list(load_workbook(evidence)["数字核对"].iter_rows(values_only=True))
    assert [row[2] for row in rows if row[4] == "待核"] == ["88123个", "77451棵"]
    assert [row[7] for row in rows if str(row[2]).startswith("326")] == ["台账"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--out", "n.docx", "--review", "r.pdf"), "应以 .docx 结尾"),
        (("--out", "n.docx", "--evidence", "r.docx"), "应以 .xlsx 结尾"),
        (("--out", "n.docx", "--review", "./n.docx"), "另起一个文件名"),
        (("--out", "missing/n.docx"), "写不了文件"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_one_clear_sentence(sheet: Path, arguments: tuple[str, ...], says: str):
    with ChatServer(good_writer) as model:
        done = draft(sheet, *arguments, url=model.url)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
