"""The document types: one YAML file each in skeletons/. Opens those files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from drafter.errors import InputError
from drafter.models import Skeleton
from drafter.resources import load_yaml, resource
from drafter.structure.catalogue import OTHER, first_fault, load_catalogue, yaml_place

_NOT_TYPES = {"fields", "criteria"}
_DERIVED = "derived"
"""A part of the file that a program writes from samples; what is drafted doesn't depend on it."""


@cache
def skeleton_keys() -> tuple[str, ...]:
    """Return the keys of all document types, annual_summary first."""
    keys = sorted(p.stem for p in resource("skeletons").glob("*.yaml") if p.stem not in _NOT_TYPES)
    return tuple(sorted(keys, key=lambda k: k != "annual_summary"))


@cache
def load_skeleton(key: str) -> Skeleton:
    """Return a document type; read once.

    Raises InputError where there is no such type, or naming the place where its file is wrong.
    """
    if key not in skeleton_keys():
        raise InputError(f"没有文种“{key}”，可用的文种有：{'、'.join(skeleton_keys())}。")
    return read_skeleton(resource("skeletons", f"{key}.yaml"))


def read_skeleton(path: Path) -> Skeleton:
    """Return the document type of a YAML file, its key being the file's name.

    Raises InputError naming the place where the file is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"打不开文种文件 {path}，请检查文件是否存在。") from error
    except UnicodeDecodeError as error:
        raise InputError(f"文种文件 {path.name} 不是文本文件，请另存为 UTF-8 编码的 YAML。") from error
    return parse_skeleton(text, path.stem)


def parse_skeleton(text: str, key: str) -> Skeleton:
    """Return the document type of that key from the text of its file; raises InputError naming the place of a fault."""
    try:
        given = load_yaml(text)
    except yaml.YAMLError as error:
        raise InputError(f"文种文件 {key} 不是正确的 YAML，请检查：{yaml_place(error)}。") from error
    if not isinstance(given, dict):
        raise InputError(f"文种文件 {key} 应写成“键: 值”的形式，请对照现有文种改正。")
    given.pop(_DERIVED, None)
    try:
        skeleton = Skeleton.model_validate({"key": key, **given})
    except ValidationError as error:
        raise InputError(f"文种文件 {key} 有误，请改正：{first_fault(error)}。") from error
    fault = _fault_of(skeleton)
    if fault:
        raise InputError(f"文种文件 {key} 有误，请改正：{fault}。")
    return skeleton


def _fault_of(skeleton: Skeleton) -> str:
    """Return what a well-formed file still gets wrong, or an empty string."""
    try:
        skeleton.title.format(unit="", period="")
    except (LookupError, ValueError):
        return "标题 title 里只能用 {unit} 和 {period}"
    keys = [s.key for s in skeleton.sections]
    doubled = next((k for k in keys if keys.count(k) > 1), "")
    if doubled:
        return f"部分 {doubled} 出现了两次"
    taken = [t for s in skeleton.sections for t in s.topics]
    known = {t.key for t in load_catalogue().topics} | {OTHER}
    for section in skeleton.sections:
        unknown = next((t for t in section.topics if t not in known), "")
        if unknown:
            return f"部分 {section.key} 的主题 {unknown} 不在字段目录里"
        if section.min_chars > section.max_chars:
            return f"部分 {section.key} 的字数下限大于上限"
    shared = next((t for t in taken if taken.count(t) > 1), "")
    if shared:
        return f"主题 {shared} 归了两个部分"
    missing = sorted(known - set(taken))
    if missing:
        return f"主题 {'、'.join(missing)} 不属于任何部分"
    return ""
