"""The command `draft`: a fact sheet goes in, a Word file comes out, and the terminal says what happened on the way."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from drafter.cli.tables import print_report
from drafter.errors import InputError
from drafter.models import FactSheet
from drafter.settings import Settings
from drafter.structure.skeletons import load_skeleton
from drafter.tracing.trace import trace_numbers
from drafter.word.export import docx_bytes
from drafter.writing.events import Event
from drafter.writing.model import ChatModel, OpenAIModel
from drafter.writing.writer import write_document


def write_to_word(sheet: FactSheet, out: Path, settings: Settings) -> None:
    """Write the document of a fact sheet to a Word file and report on standard output.

    Raises InputError where the sheet says too little or the file can't be written.
    """
    _check(sheet, out)
    draft = write_document(sheet, load_skeleton(sheet.document), _model(settings), _Progress())
    try:
        out.write_bytes(docx_bytes(draft))
    except OSError as error:
        raise InputError(f"写不了文件 {out}：请检查文件夹是否存在、文件是否正被 Word 打开。") from error
    console = Console(highlight=False, markup=False, emoji=False)
    print_report(trace_numbers(draft.text, sheet), sheet)
    console.print(f"已写好 {out}：{len(draft.sections)} 个部分，{sum(len(s.text) for s in draft.sections)} 字。")


class _Progress:
    """Tells each finished section on standard error, so that standard output holds the result alone."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)

    def __call__(self, event: Event) -> None:
        if event.report is None:
            return
        name = event.heading or {"opening": "开头", "closing": "结尾"}.get(event.key, event.key)
        self._console.print(f"{name}：{event.report.seconds:.1f} 秒")
        for note in (*event.report.notes, event.report.error):
            if note:
                self._console.print(f"  {note}")


def _check(sheet: FactSheet, out: Path) -> None:
    if not sheet.unit:
        raise InputError("事实表里没有单位名称：请在 unit 后填写，例如 unit: 柳岸社区。")
    if not sheet.facts:
        raise InputError("事实表里还没有事实：请在 facts 下至少写一条，再来成文。")
    if out.suffix.lower() != ".docx":
        raise InputError(f"输出文件 {out} 应以 .docx 结尾。")


def _model(settings: Settings) -> ChatModel | None:
    return OpenAIModel(settings.api_key, settings.base_url, settings.model) if settings.has_model else None
