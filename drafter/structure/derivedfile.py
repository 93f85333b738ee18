"""The derived part of a document type's YAML file: written from samples, kept apart from what a person wrote.

Everything above the line `derived:` belongs to people and is never changed here; everything below is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from drafter.errors import InputError
from drafter.resources import resource
from drafter.structure.derive import Derived, derive
from drafter.structure.newtype import new_type
from drafter.structure.outline import Outline, outline_lines
from drafter.structure.read import MAX_BYTES, read_lines

_NOTE = "# 以下由 drafter derive 从样本统计得出，请勿手工修改；上面的内容由人编写，重新统计时保持不变。\n"
_DERIVED = re.compile(rf"^(?:{re.escape(_NOTE)})?derived:.*", re.M | re.S)


def derive_file(samples: Sequence[Path], key: str, out: Path, max_bytes: int = MAX_BYTES) -> Derived:
    """Write what these samples have in common into a document type's file and return it.

    A file that exists keeps what people wrote in it; a new one starts from the samples and the shipped types.
    Raises InputError when a sample can't be read, holds no document, or the file can't be written.
    """
    outlines = sample_outlines(samples, max_bytes)
    derived = derive(outlines)
    text = with_derived(out.read_text(encoding="utf-8"), derived) if out.exists() else type_text(key, outlines)
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"写不进文件“{out}”（{error.strerror}），请检查文件夹和权限。") from error
    return derived


def type_text(name: str, outlines: Sequence[Outline]) -> str:
    """Return the whole text of a new document type's file: what people go on with, and what the samples show.

    Raises InputError when the samples show no section.
    """
    derived = derive(outlines)
    if not derived.sections:
        raise InputError("这些材料里没有认出任何部分，请换几份分部分写的材料，或在表里改正级别和内容。")
    return with_derived(new_type(name, outlines, derived), derived)


def sample_outlines(samples: Sequence[Path], max_bytes: int = MAX_BYTES) -> list[Outline]:
    """Return the outlines of all documents in these files; raise InputError naming the file that holds none."""
    outlines: list[Outline] = []
    for path in samples:
        found = outline_lines(read_lines(path, max_bytes))
        if not found:
            raise InputError(f"“{path.name}”里没有认出一篇完整的材料，请换一份样本。")
        outlines += found
    if not outlines:
        raise InputError("没有样本，请至少指定一份以往的材料。")
    return outlines


def with_derived(text: str, derived: Derived) -> str:
    """Return the text of a document type's file with its derived part replaced."""
    kept = _DERIVED.sub("", text).rstrip("\n")
    return f"{kept}\n\n{_NOTE}{_dumped(derived)}"


def _dumped(derived: Derived) -> str:
    sections = [
        {
            "role": s.role,
            "samples": s.samples,
            "use": s.use,
            "share": s.share,
            "chars": list(s.chars),
            "wordings": list(s.wordings),
            "topics": list(s.topics),
            "units": list(s.units),
        }
        for s in derived.sections
    ]
    whole: dict[str, Any] = {
        "samples": derived.samples,
        "chars": list(derived.chars),
        "opening": derived.opening,
        "closing": derived.closing,
        "signature": derived.signature,
    }
    head = yaml.safe_dump({"derived": whole}, allow_unicode=True, sort_keys=False, default_flow_style=None, width=4000)
    rows = "".join(
        "    - " + yaml.safe_dump(s, allow_unicode=True, sort_keys=False, default_flow_style=True, width=4000)
        for s in sections
    )
    return f"{head}  sections:\n{rows}"


def shipped_samples(key: str) -> list[Path]:
    """Return the sample documents that ship with a document type, in order of their names."""
    return sorted(resource("samples", "documents", key).glob("*.txt"))


def stale_types(keys: Sequence[str]) -> list[str]:
    """Return the document types whose derived part no longer follows from the shipped samples."""
    stale = []
    for key in keys:
        samples = shipped_samples(key)
        text = resource("skeletons", f"{key}.yaml").read_text(encoding="utf-8")
        if not samples or with_derived(text, derive(sample_outlines(samples))) != text:
            stale.append(key)
    return stale
