"""The pages as LibreOffice breaks them: 22 lines, 28 characters, no heading alone at the foot; and its own re-save."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from sample_draft import sample
from schema_order import misplaced

from drafter.models import Section
from drafter.word.export import docx_bytes
from drafter.word.incoming import read_back

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None or shutil.which("pdftotext") is None, reason="needs LibreOffice and pdftotext"
)
TITLES = {
    12: "南苑社区文明创建工作总结",
    24: "南苑社区2025年上半年精神文明创建工作情况总结",
    45: "南苑社区居民委员会关于2025年度深化全国文明城市创建推进新时代文明实践工作情况的汇报材料",
}
TEXT = "社区把创建工作摆在突出位置，党员干部带头参与，居民群众积极响应，各项任务有序推进。"
HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]）|\d\.|（\d）")
CHINESE = re.compile(r"[\u2014\u201c\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def four_levels(pages: int) -> tuple[Section, ...]:
    """Sections of uneven length, so that headings meet the foot of a page, and two attachments."""
    sections = []
    for n in range(1, pages + 1):
        lengths = (n * 3 % 7 + 1, n * 5 % 4 + 1, n * 2 % 5 + 1, n % 6 + 2)
        heads = ("（一）建立机构", "1.明确分工", "（1）责任到人", "（二）压实责任")
        lines = [line for head, length in zip(heads, lengths, strict=True) for line in (head, TEXT * length)]
        sections.append(Section(key=f"s{n}", heading="加强组织领导健全工作机制", text="\n".join(lines)))
    ending = "社区将继续努力。\n附件：1.荣誉清单\n2.活动统计表"
    return (*sections, Section(key="closing", heading="", text=ending))


def converted(data: bytes, folder: Path, kind: str) -> Path:
    (folder / "a.docx").write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--norestore", "--convert-to", kind, "--outdir", str(out), "a.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return out / f"a.{kind}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The lines of each page of a document of some twenty."""
    data = docx_bytes(sample(title=TITLES[45], sections=four_levels(17)))
    pdf = converted(data, tmp_path_factory.mktemp("pages"), "pdf")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    return [[line.strip() for line in page.split("\n") if line.strip()] for page in text.split("\f") if page.strip()]


def test_a_full_page_has_22_lines_of_28_characters(pages):
    assert len(pages) >= 20
    counts = [len(page) - 1 for page in pages[1:-1]]
    assert max(counts) == 22
    # A page ends early only where a heading moves on with its text.
    assert min(counts) >= 20
    widths = [len(CHINESE.findall(line)) for page in pages[:-1] for line in page[:-1]]
    assert max(widths) == 28


def test_each_page_ends_in_its_number_between_dashes(pages):
    assert [page[-1].replace(" ", "") for page in pages] == [f"—{n}—" for n in range(1, len(pages) + 1)]


def test_no_heading_stands_alone_at_the_foot_of_a_page(pages):
    for page in pages[:-1]:
        last = page[-2]
        assert not HEADING.match(last) or len(last) > 20, last


def test_issuer_and_date_follow_text_on_their_page(pages):
    assert [line.replace(" ", "") for line in pages[-1][-3:-1]] == ["南苑社区", "2026年1月8日"]
    assert len(pages[-1]) > 3


@pytest.mark.parametrize("length", TITLES)
def test_a_title_is_broken_by_sense_within_the_page(length):
    title = TITLES[length]
    assert len(title) == length
    data = docx_bytes(sample(title=title, sections=four_levels(1)))
    lines = Document(io.BytesIO(data)).paragraphs[0].text.split("\n")
    assert "".join(lines) == title
    assert len(lines) == {12: 1, 24: 2, 45: 3}[length]
    assert max(map(len, lines)) <= 20
    assert misplaced(data) == []


def test_what_libreoffice_saved_comes_back_whole(tmp_path):
    """Its own .docx: other style ids, runs cut anew, attributes of its own."""
    draft = sample(title=TITLES[24], sections=four_levels(3))
    document = Document(io.BytesIO(docx_bytes(draft)))
    body = next(p for p in document.paragraphs if p.text.startswith(TEXT))
    body.runs[0].text = "新写的一句。" + body.runs[0].text
    stream = io.BytesIO()
    document.save(stream)
    (tmp_path / "out").mkdir()
    again = converted(stream.getvalue(), tmp_path, "docx").read_bytes()
    incoming = read_back(again, "改.docx", draft)
    assert incoming.title == draft.title
    assert [change.key for change in incoming.changes if change.changed] == ["s1"]
    (change,) = (c for c in incoming.changes if c.changed)
    assert change.after == draft.sections[0].text.replace(TEXT, "新写的一句。" + TEXT, 1)
    assert change.heading == change.heading_before
