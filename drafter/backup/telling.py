"""What staff are told of a backup and of what a restore did."""

from __future__ import annotations

from drafter.backup.read import Backup
from drafter.backup.restore import Outcome


def preview_sentence(backup: Backup) -> str:
    """Return what a backup holds, in one sentence."""
    there, deleted = backup.drafts
    manifest = backup.manifest
    units = [owner for owner in backup.owners if owner]
    of = f"；属于 {'、'.join(units)}" if units else ""
    return (
        f"这个备份做于 {manifest.made.astimezone():%Y年%m月%d日 %H:%M}，有 {there} 份文稿"
        f"（另有 {deleted} 份已删除的）、{manifest.count('section_versions')} 个历史版本、"
        f"{manifest.count('document_types')} 个本单位文种、{manifest.count('templates')} 个 Word 模板{of}。"
    )


def outcome_sentence(outcome: Outcome) -> str:
    """Return what a restore did with every document and type, so that nothing is left out in silence."""
    parts = [f"已恢复 {outcome.added} 份文稿、{outcome.types} 个文种"]
    if outcome.removed:
        parts.append(f"原有 {outcome.removed} 份已被替换")
    if outcome.present:
        parts.append(f"{outcome.present} 份与现有的相同")
    if outcome.differing:
        parts.append(f"{outcome.differing} 份现有的与备份不同，保持现有的样子")
    if outcome.hidden:
        parts.append(f"{outcome.hidden} 份现在在「已删除的文稿」里，可在那里恢复")
    if outcome.kept_types:
        parts.append(f"文种“{'、'.join(outcome.kept_types)}”已有同名或同代号的，保持现有的")
    return "；".join(parts) + "。"
