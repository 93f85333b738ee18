"""The command line: the same work as the app, without a browser.

Only this module and the pages turn a DrafterError into a message. Everything heavy is imported inside the command that
needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.keeping import add_commands
from drafter.errors import DrafterError, InputError

if TYPE_CHECKING:
    from drafter.settings import Settings

app = typer.Typer(
    help="从真实事实写出社区文明创建材料，并逐个核对文中的数字。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

_FILE = typer.Argument(metavar="文件", help="一个 .txt、.md 或 .docx 文件")
_FACTS = typer.Argument(metavar="事实表", help="一个 .yaml、.json、.xlsx 或 .csv 文件")
_JSONL = typer.Option("--jsonl", metavar="文件", help="批量：每行一个 JSON 用例，结果也是每行一个")


def main() -> None:
    """Run the command line; an error meant for staff is one line on standard error and exit code 2."""
    try:
        app(obj=_settings)
    except DrafterError as error:
        print(f"错误：{error}", file=sys.stderr)
        raise SystemExit(2) from None
    except BrokenPipeError:
        # The reader (head, less) has gone; there is nobody left to tell.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        raise SystemExit(1) from None


@app.command()
def numbers(
    file: Annotated[Path | None, _FILE] = None,
    jsonl: Annotated[Path | None, _JSONL] = None,
) -> None:
    """列出一篇文字里的每个数字：是什么、值多少、是不是需要出处。"""
    from drafter.jsonl import mention_record
    from drafter.numbers.find import find_mentions

    if jsonl:
        _each_case(jsonl, lambda case: [mention_record(m) for m in find_mentions(case["text"])])
        return
    from drafter.cli.tables import print_mentions
    from drafter.structure.read import read_text

    print_mentions(find_mentions(read_text(_given(file, "文件"), _settings(False).max_bytes)))


@app.command()
def check(
    draft: Annotated[Path | None, typer.Argument(metavar="文稿", help="一个 .txt、.md 或 .docx 文件")] = None,
    facts: Annotated[Path | None, _FACTS] = None,
    jsonl: Annotated[Path | None, _JSONL] = None,
    unused: Annotated[bool, typer.Option("--unused", help="没有用到的事实逐条全部列出")] = False,
) -> None:
    """核对一篇文稿的数字是否都有出处，再提示结构上的出入；有待核的数字时退出码为 1。"""
    from drafter.tracing.trace import trace_numbers

    if jsonl:
        from drafter.jsonl import case_sheet, trace_record

        _each_case(jsonl, lambda c: [trace_record(t) for t in trace_numbers(c["text"], case_sheet(c)).traces])
        return
    from drafter.cli.doctypes import find_type
    from drafter.cli.facts import read_facts
    from drafter.cli.tables import print_findings, print_report
    from drafter.structure.conform import conform_outline
    from drafter.structure.outline import outline_lines
    from drafter.structure.read import read_lines

    sheet = read_facts(_given(facts, "事实表"), _settings(False).max_bytes, several=True)
    lines = read_lines(_given(draft, "文稿"), _settings(False).max_bytes)
    report = trace_numbers("\n".join(line.text for line in lines), sheet)
    print_report(report, sheet, every_unused=unused)
    skeleton = find_type(sheet.document, _settings(offline=False))
    for outline in outline_lines(lines):
        print_findings(conform_outline(outline, skeleton, sheet), skeleton.name)
    if report.flagged:
        raise typer.Exit(1)


@app.command()
def draft(
    facts: Annotated[Path, _FACTS],
    out: Annotated[Path, typer.Option("--out", metavar="文件.docx", help="写到哪个 Word 文件；给文件夹则自动取名")],
    review: Annotated[Path | None, typer.Option("--review", metavar="文件.docx", help="另写一份带批注的复核稿")] = None,
    evidence: Annotated[Path | None, typer.Option("--evidence", metavar="文件.xlsx", help="另写一份核对台账")] = None,
    document: Annotated[str, typer.Option("--document", metavar="类型", help="文种的代号、名称或 .yaml 文件")] = "",
    offline: Annotated[bool, typer.Option("--offline", help="不用模型，由自带的离线写作器成文")] = False,
) -> None:
    """把事实表写成 Word 材料。"""
    from drafter.cli.drafting import Outputs, write_to_word
    from drafter.cli.facts import read_facts

    sheet = read_facts(facts, _settings(False).max_bytes)
    wanted = sheet.model_copy(update={"document": document}) if document else sheet
    write_to_word(wanted, Outputs(out, review, evidence), _settings(offline))


@app.command()
def form(
    out: Annotated[Path, typer.Option("--out", metavar="填报表.xlsx", help="写到哪个 Excel 文件")],
    document: Annotated[str, typer.Option("--document", metavar="类型", help="文种的代号、名称或 .yaml 文件")] = "",
) -> None:
    """写一份文种的空白填报表（.xlsx），发给各科室填写，填好后可直接成文。"""
    from drafter.cli.facts import write_form

    write_form(document or "annual_summary", out, _settings(False))


@app.command()
def outline(
    files: Annotated[list[Path], typer.Argument(metavar="文件...", help="一个或多个文件，每个可含多篇文档")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供其他程序读取")] = False,
) -> None:
    """列出文件里有哪几篇文档，各有哪些标题。"""
    from drafter.structure.outline import outline_lines
    from drafter.structure.read import read_lines

    found = {file.name: outline_lines(read_lines(file, _settings(False).max_bytes)) for file in files}
    if as_json:
        import json

        print(json.dumps({n: [o.as_json() for o in outlines] for n, outlines in found.items()}, ensure_ascii=False))
        return
    from drafter.cli.tables import print_outlines

    print_outlines(found)


@app.command()
def harvest(
    file: Annotated[Path, _FILE],
    out: Annotated[Path, typer.Option("--out", metavar="事实表.yaml", help="写到哪个事实表")],
    part: Annotated[int, typer.Option("--part", min=1, help="文件里有多篇文档时，取第几篇")] = 1,
) -> None:
    """把往年材料里的数字收成一份事实表，供逐条核对后填写。"""
    from drafter.factfile import save_facts
    from drafter.structure.harvest import harvested_sheet
    from drafter.structure.outline import outline_lines
    from drafter.structure.read import read_lines

    outlines = outline_lines(read_lines(file, _settings(False).max_bytes))
    if part > len(outlines):
        raise InputError(f"文件 {file.name} 里只有 {len(outlines)} 篇文档，没有第 {part} 篇。")
    sheet = harvested_sheet(outlines[part - 1])
    save_facts(sheet, out)
    print(f"已写好 {out}：{len(sheet.facts)} 条事实，请逐条核对后使用。")


@app.command()
def derive(
    files: Annotated[list[Path] | None, typer.Argument(metavar="文件...", help="同一类型的往年材料")] = None,
    document: Annotated[str, typer.Option("--type", metavar="类型", help="材料类型的代号，如 annual_summary")] = "",
    out: Annotated[Path | None, typer.Option("--out", metavar="骨架.yaml", help="写到哪个骨架文件")] = None,
    check_only: Annotated[bool, typer.Option("--check", help="只检查自带骨架是否仍与样本一致")] = False,
) -> None:
    """从样本材料得出骨架：有哪些部分、什么次序、多长、用哪些事实。"""
    from drafter.structure.derivedfile import derive_file, stale_types
    from drafter.structure.skeletons import skeleton_keys

    if check_only:
        if stale := stale_types(skeleton_keys()):
            raise InputError(f"骨架 {'、'.join(stale)} 与样本不再一致：请对它们重新执行 drafter derive。")
        print(f"{len(skeleton_keys())} 个骨架都与样本一致。")
        return
    if not (files and document and out):
        example = "drafter derive 去年.docx --type my_type --out my_type.yaml"
        raise InputError(f"请给出样本文件、--type 和 --out，例如：{example}")
    derived = derive_file(files, document, out, _settings(False).max_bytes)
    print(f"已写好 {out}：{derived.samples} 篇样本，{len(derived.sections)} 个部分。")


@app.command("serve-local")
def serve_local(
    gguf: Annotated[Path | None, typer.Option("--gguf", metavar="文件.gguf", help="默认用随附的小模型")] = None,
    port: Annotated[int, typer.Option("--port", help="本机端口")] = 8080,
) -> None:
    """在本机开一个兼容 OpenAI 的模型服务，不联网也能用模型。"""
    import threading

    from drafter.writing.local_server import MODEL, local_server

    with local_server(port, gguf) as url:
        print(f"模型已就绪，按 Ctrl+C 停止。\nOPENAI_BASE_URL={url}\nDRAFTER_MODEL={MODEL}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("已停止。")


@app.command("app")
def open_app(port: Annotated[int, typer.Option("--port", help="本机端口")] = 8501) -> None:
    """在浏览器里打开应用。"""
    from drafter.resources import resource

    # In place of this process, so that whoever stops it stops the server.
    options = {"--server.port": port, "--server.maxUploadSize": _settings(False).server_mb}
    command = [sys.executable, "-m", "streamlit", "run", str(resource("app.py"))]
    os.execv(sys.executable, [*command, *(str(word) for option in options.items() for word in option)])


add_commands(app)


def _each_case(path: Path, judge: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> None:
    import json

    from drafter.jsonl import read_cases

    for case in read_cases(path):
        print(json.dumps({"id": case["id"], "mentions": judge(case)}, ensure_ascii=False))


def _settings(offline: bool) -> Settings:
    """Return the user's settings; without a model where the work is to stay on this machine."""
    from dataclasses import replace

    from drafter.settings import Settings

    settings = Settings.from_env(os.environ)
    return replace(settings, api_key="", base_url="", model="") if offline else settings


def _given(path: Path | None, what: str) -> Path:
    if path is None:
        raise InputError(f"缺少{what}：请在命令后写上{what}的路径，或用 --jsonl 给出批量文件。")
    return path
