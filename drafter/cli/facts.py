"""Facts from and to files on the command line: whatever could not be read is told on standard error, by name."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from drafter.cli.doctypes import find_type
from drafter.errors import InputError
from drafter.factfile import load_facts
from drafter.models import FactSheet
from drafter.settings import Settings
from drafter.tables.brought import is_table_file
from drafter.tables.handout import form_xlsx
from drafter.tables.sheetfile import facts_of_table, problem


def read_facts(path: Path, max_bytes: int, *, several: bool = False) -> FactSheet:
    """Return the facts of a .yaml, .json, .xlsx or .csv file that can be read; tell those that can't.

    `several` lets a value hold more than one number, where a text is only checked against it.

    Raises InputError, with the remedy, where the file can't be read at all.
    """
    sheet = _of_table(path, max_bytes) if is_table_file(path.name) else load_facts(path)
    wrong = {fact: said for fact in sheet.facts if (said := problem(fact, several=several))}
    if wrong:
        told = "；".join(f"{fact.label or fact.text or fact.value}（{said}）" for fact, said in wrong.items())
        _tell(f"有 {len(wrong)} 项没读懂，没有用：{told}。")
    return sheet.model_copy(update={"facts": tuple(fact for fact in sheet.facts if fact not in wrong)})


def write_form(document: str, out: Path, settings: Settings) -> None:
    """Write the empty form of a document type; raises InputError where there is no such type or no such place."""
    if out.suffix.lower() != ".xlsx":
        raise InputError(f"输出文件 {out} 应以 .xlsx 结尾。")
    content = form_xlsx(find_type(document, settings))
    try:
        out.write_bytes(content)
    except OSError as error:
        raise InputError(f"写不了文件 {out}：请检查文件夹是否存在、文件是否正被 Excel 打开。") from error
    print(f"已写好 {out}：填好后用 drafter draft {out.name} --out 文稿.docx 成文。")


def _of_table(path: Path, max_bytes: int) -> FactSheet:
    try:
        data = path.read_bytes() if path.stat().st_size <= max_bytes else b" " * (max_bytes + 1)
    except OSError as error:
        raise InputError(f"读不到文件 {path}：请检查文件名和所在文件夹。") from error
    sheet, left = facts_of_table(path.name, data, max_bytes)
    if left:
        _tell(f"{path.name} 里有 {len(left)} 处没有用：")
    for unread in left:
        _tell(f"  {unread.place} {unread.said}：{unread.because}")
    return sheet


def _tell(line: str) -> None:
    Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True).print(line)
