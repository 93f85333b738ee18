"""The command `draft`: a fact sheet goes in, Word files come out, and the terminal says what happened on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rich.console import Console

from drafter.cli.doctypes import find_type
from drafter.cli.tables import print_report
from drafter.errors import InputError
from drafter.models import Draft, FactSheet, Report
from drafter.settings import Settings
from drafter.tracing.trace import trace_numbers
from drafter.word.archive import archive_bytes
from drafter.word.evidence import flagged_count, trace_draft
from drafter.word.export import docx_bytes
from drafter.word.names import file_name
from drafter.word.review import review_bytes
from drafter.writing.events import Event, SectionReport
from drafter.writing.model import ChatModel, Limits, OpenAIModel
from drafter.writing.writer import write_document


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the files go: each a file or, for one that is named by unit, type, period and state, a folder."""

    clean: Path
    review: Path | None = None
    evidence: Path | None = None


def write_to_word(sheet: FactSheet, outputs: Outputs, settings: Settings) -> None:
    """Write the document of a fact sheet to the Word file and what is asked for beside it; report on standard output.

    Raises InputError where the sheet says too little or a file can't be written.
    """
    _check(sheet, outputs)
    skeleton = find_type(sheet.document, settings)
    hand_out(write_document(sheet, skeleton, _model(settings), _Progress()), sheet, skeleton.name, outputs)


def hand_out(draft: Draft, sheet: FactSheet, type_name: str, outputs: Outputs) -> None:
    """Write a draft's files and report on standard output; the numbers that are flagged are counted at the end."""
    reports = trace_draft(draft, sheet)
    flagged = flagged_count(reports)
    name = partial(file_name, draft, type_name, flagged)
    clean = _written(outputs.clean, name("clean"), docx_bytes(draft))
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    print_report(_whole(draft, sheet, reports), sheet)
    console.print(f"已写好 {clean}：{len(draft.sections)} 个部分，{_length(draft)} 字。")
    if outputs.review:
        copy = _written(outputs.review, name("review"), review_bytes(draft, sheet, reports))
        console.print(f"已写好复核稿 {copy}。")
    if outputs.evidence:
        book = _written(outputs.evidence, name("archive"), archive_bytes(draft, sheet, reports))
        console.print(f"已写好核对台账 {book}。")
    if flagged:
        console.print(f"注意：还有 {flagged} 处数字待核，正式稿里不留记号，核对前请不要上报。")


def _written(place: Path, name: str, data: bytes) -> Path:
    """Write the bytes to a file, or under that name into a folder; return where they lie."""
    path = place / name if place.is_dir() else place
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError(f"写不了文件 {path}：请检查文件夹是否存在、文件是否正被 Word 或 Excel 打开。") from error
    return path


def _length(draft: Draft) -> int:
    """Return how long a document is as Word counts it: title, headings and text without white space."""
    return sum(not sign.isspace() for sign in draft.title + draft.text)


def _whole(draft: Draft, sheet: FactSheet, reports: Mapping[str, Report]) -> Report:
    """Return the reports on a draft's parts as one, so that every count that is told is the same."""
    text, traces, absolutes = "", [], []
    for report in reports.values():
        at = len(text)
        for trace in report.traces:
            mention = replace(trace.mention, start=trace.mention.start + at, end=trace.mention.end + at)
            traces.append(replace(trace, mention=mention))
        absolutes += [replace(a, start=a.start + at, end=a.end + at) for a in report.absolutes]
        text += report.text + "\n"
    unused = tuple(f.id for f in sheet.facts if all(f.id in r.unused for r in reports.values()))
    conflicts = trace_numbers(draft.text, sheet).conflicts
    return Report(text, tuple(traces), unused, conflicts, tuple(absolutes))


class _Progress:
    """Tells each finished section on standard error, so that standard output holds the result alone."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)

    def __call__(self, event: Event) -> None:
        if event.report is None:
            return
        name = event.heading or {"opening": "开头", "closing": "结尾"}.get(event.key, event.key)
        self._console.print(f"{name}：{event.report.seconds:.1f} 秒{_usage(event.report)}")
        for note in (*event.report.notes, event.report.error):
            if note:
                self._console.print(f"  {note}")


def _usage(report: SectionReport) -> str:
    """Return how often a model was asked and what it used; 未知 where the server doesn't tell."""
    if not report.requests:
        return ""
    asked, given = ("未知" if n is None else str(n) for n in (report.prompt_tokens, report.completion_tokens))
    return f"，问模型 {report.requests} 次，用量（词元）：输入 {asked}，输出 {given}"


def _check(sheet: FactSheet, outputs: Outputs) -> None:
    if not sheet.unit:
        raise InputError("事实表里没有单位名称：请在 unit 后填写，例如 unit: 柳岸社区；表格里加一行“单位全称”。")
    if not sheet.facts:
        raise InputError("事实表里还没有事实：请在 facts 下至少写一条，再来成文。")
    for place, ending in ((outputs.clean, ".docx"), (outputs.review, ".docx"), (outputs.evidence, ".xlsx")):
        if place and not place.is_dir() and place.suffix.lower() != ending:
            raise InputError(f"输出文件 {place} 应以 {ending} 结尾，或者是一个已有的文件夹。")
    given = [place for place in (outputs.clean, outputs.review) if place and not place.is_dir()]
    if len(given) == 2 and given[0].resolve() == given[1].resolve():
        raise InputError(f"--out 和 --review 都写到 {given[0]}：请给复核稿另起一个文件名。")


def _model(settings: Settings) -> ChatModel | None:
    if not settings.has_model:
        return None
    limits = Limits(silence=settings.model_silence)
    return OpenAIModel(settings.api_key, settings.base_url, settings.model, limits)
