"""The commands that look after the database: backup, restore, handover."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.errors import InputError

_UNIT = typer.Option("--unit", metavar="单位", help="只对这一个单位；默认是全部单位")
_FILE = typer.Argument(metavar="备份.zip", help="备份文件")


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the command line; its context holds what reads the user's settings."""
    for command in (backup, restore, handover):
        app.command()(command)


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="备份.zip", help="写到哪个文件")],
    unit: Annotated[str | None, _UNIT] = None,
) -> None:
    """把全部文稿、历史版本、文种、模板和设置备份成一个文件。"""
    import io

    from drafter.backup.read import read_backup
    from drafter.backup.save import save_backup

    held = io.BytesIO()
    save_backup(_url(context), held, unit)
    # A backup is worth something only when it can be read again.
    read = read_backup(held.getvalue())
    try:
        file.write_bytes(held.getvalue())
    except OSError as e:
        raise InputError(f"备份写不到 {file}，请检查文件夹是否存在、能否写入、磁盘是否已满。") from e
    print(f"已备份到 {file}：{read.drafts[0]} 份文稿，另有 {read.drafts[1]} 份已删除的。")


def restore(
    context: typer.Context,
    file: Annotated[Path, _FILE],
    unit: Annotated[str | None, _UNIT] = None,
    replace: Annotated[bool, typer.Option("--replace", help="先清空现有内容，全部换成备份里的")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="替换前不再询问")] = False,
) -> None:
    """从备份文件恢复：默认只补上缺少的，现有文稿保持不动。"""
    from drafter.backup.read import read_backup
    from drafter.backup.restore import restore as put_back
    from drafter.backup.telling import outcome_sentence, preview_sentence

    if not file.is_file():
        raise InputError(f"没有找到备份文件 {file}，请检查路径。")
    given = read_backup(file.read_bytes())
    print(preview_sentence(given))
    if replace and not yes and not typer.confirm("现有的全部文稿、文种和设置都将换成备份里的，不能撤销。继续吗？"):
        raise InputError("没有恢复任何内容。")
    print(outcome_sentence(put_back(_url(context), given, unit, replace=replace)))


def handover(
    context: typer.Context,
    unit: Annotated[str, typer.Argument(metavar="单位", help="交给哪个单位，与登录配置 [units] 里写的一样")],
    before: Annotated[str, typer.Option("--from", metavar="单位", help="原来属于哪个单位；默认是启用登录之前的")] = "",
) -> None:
    """把启用登录之前的（或 --from 单位的）文稿、文种和设置交给一个单位。"""
    from drafter.handover import hand_over

    if not unit.strip() or unit.strip() == before.strip():
        raise InputError("请写明交给哪个单位，例如：drafter handover 和平社区")
    print(f"已交给 {unit.strip()}：{hand_over(_url(context), unit.strip(), before.strip())} 份文稿（含已删除的）。")


def _url(context: typer.Context) -> str:
    return str(context.obj(False).database_url)
