"""What `check` says of a draft's structure, and document types of one's own on the command line."""

from pathlib import Path

import pytest
from command_line import run
from docx import Document

from drafter.factfile import load_facts
from drafter.resources import resource
from drafter.store import sqlite_url
from drafter.structure.conform import conform, conform_outline
from drafter.structure.derivedfile import sample_outlines, shipped_samples, type_text
from drafter.structure.outline import outline_lines
from drafter.structure.read import lines_of
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.typestore import OwnType, TypeStore
from drafter.word.export import docx_bytes
from drafter.writing.writer import write_document

EXAMPLES = sorted(resource("samples").glob("example_*.yaml"))
SHEET = """\
document: annual_summary
unit: 柳岸社区
period: 2024年度
date: 2025年1月8日
facts:
  - {topic: leadership, label: 召开创建例会, value: "24", unit: 次}
  - {topic: volunteer, label: 志愿者, value: "326", unit: 人}
  - {topic: culture, label: 文体活动, value: "20", unit: 场}
"""
BODY = "社区把这项工作列入年度计划，明确专人负责，按月检查，发现问题及时整改，居民反映比以前方便了许多。"
DRAFT = f"""柳岸社区2024年度文明创建工作总结
2024年度，柳岸社区在街道办事处领导下开展文明创建工作，现将有关情况总结如下，请予审阅，不足之处请指正。
一、丰富文体活动
全年举办文体活动20场。{BODY}
三、加强组织领导
全年召开创建例会24次。{BODY}
四、整治环境卫生
{BODY}
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "facts.yaml"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_the_check_names_what_departs_from_the_type_and_passes(sheet: Path, tmp_path: Path):
    (tmp_path / "d.txt").write_text(DRAFT, encoding="utf-8")
    done = run("check", tmp_path / "d.txt", sheet)
    assert done.returncode == 0, done.stderr
    assert "2 待核" not in done.stdout
    for kind in ("缺少", "次序", "序号", "没有事实"):
        assert kind in done.stdout
    assert "条结构提示" in done.stdout
    assert done.stdout.index("处数字：") < done.stdout.index("结构提示")


def test_a_wrong_number_still_decides_the_exit_code(sheet: Path, tmp_path: Path):
    (tmp_path / "d.txt").write_text(DRAFT.replace("20场", "30场"), encoding="utf-8")
    assert run("check", tmp_path / "d.txt", sheet).returncode == 1


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_written_of_each_type_conforms_to_it_as_draft_and_as_word_file(example: Path):
    sheet = load_facts(example)
    skeleton = load_skeleton(sheet.document)
    draft = write_document(sheet, skeleton, None)
    assert conform(draft, skeleton, sheet) == ()
    (outline,) = outline_lines(lines_of("n.docx", docx_bytes(draft)))
    assert conform_outline(outline, skeleton, sheet) == ()


def test_every_document_type_has_an_example():
    assert {load_facts(example).document for example in EXAMPLES} == set(skeleton_keys())


@pytest.fixture
def own() -> OwnType:
    content = type_text("本社区总结", sample_outlines(shipped_samples("annual_summary")[:1]))
    return OwnType(key="annual_summary_1a2b", name="本社区总结", content=content)


def headings_of(path: Path) -> str:
    return "\n".join(p.text for p in Document(str(path)).paragraphs)


def test_an_own_type_is_found_by_its_file(sheet: Path, tmp_path: Path, own: OwnType):
    path = tmp_path / "my_type.yaml"
    path.write_text(own.content, encoding="utf-8")
    done = run("draft", sheet, "--out", tmp_path / "n.docx", "--offline", "--document", path)
    assert done.returncode == 0, done.stderr
    assert "326人" in headings_of(tmp_path / "n.docx")


@pytest.mark.parametrize("given", ["annual_summary_1a2b", "本社区总结"])
def test_an_own_type_of_the_app_is_found_by_key_and_by_name(sheet: Path, tmp_path: Path, own: OwnType, given: str):
    url = sqlite_url(tmp_path / "drafts.sqlite3")
    types = TypeStore(url)
    types.keep(own)
    types.close()
    arguments = ("draft", sheet, "--out", tmp_path / "n.docx", "--offline", "--document", given)
    done = run(*arguments, DRAFTER_DATABASE_URL=url)
    assert done.returncode == 0, done.stderr


def test_looking_for_an_unknown_type_makes_no_database(sheet: Path, tmp_path: Path):
    url = sqlite_url(tmp_path / "none" / "drafts.sqlite3")
    done = run("draft", sheet, "--out", tmp_path / "n.docx", "--document", "novel", DRAFTER_DATABASE_URL=url)
    assert done.returncode == 2
    assert "novel" in done.stderr
    assert "annual_summary" in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_missing_type_file_is_one_clear_sentence(sheet: Path, tmp_path: Path):
    done = run("draft", sheet, "--out", tmp_path / "n.docx", "--document", tmp_path / "weg.yaml")
    assert done.returncode == 2
    assert "打不开文种文件" in done.stderr
