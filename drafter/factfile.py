"""A fact sheet from and to a YAML or JSON file.

Values are kept as typed: 2.50 stays "2.50", and a date stays the text that it is. Every mistake in a file is told in
one sentence with its line, so that somebody who has never seen YAML can mend it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import ValidationError

from drafter.errors import InputError
from drafter.models import FactSheet

FileFormat = Literal["yaml", "json"]
MAX_BYTES = 1_000_000
"""Some ten thousand facts; a community's sheet has fifty."""
_MOST_FACTS = 5_000

_FACT_FIELDS = "id、topic、label、value、unit、previous、text、note"
_SHEET_FIELDS = "unit、superior、document、period、date、private、facts"
_EMPTY_FORM = "一份事实表至少要有 unit（单位）和 facts（事实列表）"


def load_facts(path: Path) -> FactSheet:
    """Read a fact sheet; facts without an id get one. Raises InputError with the place and the remedy."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise InputError(f"读不到文件 {path}：请检查文件名和所在文件夹。") from error
    if size > MAX_BYTES:
        raise InputError(f"文件 {path.name} 超过 {MAX_BYTES // 1_000_000} MB，不像一份事实表；请只保留事实后再试。")
    return parse_facts(content, path.name)


def parse_facts(content: bytes, name: str) -> FactSheet:
    """Read a fact sheet from a file's bytes; `name` tells the format and stands in messages."""
    source = _decode(content, name)
    is_json = Path(name).suffix.lower() == ".json"
    given = _load_json(source, name) if is_json else _load_yaml(source, name)
    if not isinstance(given, dict):
        raise InputError(f"文件 {name} 里没有事实表：{_EMPTY_FORM}。")
    if isinstance(facts := given.get("facts"), list) and len(facts) > _MOST_FACTS:
        raise InputError(f"文件 {name} 有 {len(facts)} 条事实，最多 {_MOST_FACTS} 条，请拆成几个文件。")
    try:
        return FactSheet.model_validate(given).with_ids()
    except ValidationError as error:
        node = None if is_json else yaml.compose(source, Loader=_AsTyped)
        raise InputError(f"文件 {name}：{_first_problem(error, node)}。") from error


def save_facts(sheet: FactSheet, path: Path) -> None:
    """Write a fact sheet to a file, as JSON where its name ends so, else as YAML. Raises InputError where it can't."""
    try:
        path.write_text(dump_facts(sheet, "json" if path.suffix.lower() == ".json" else "yaml"), encoding="utf-8")
    except OSError as error:
        raise InputError(f"写不了文件 {path}：请检查文件夹是否存在、是否可写。") from error


def dump_facts(sheet: FactSheet, file_format: FileFormat) -> str:
    """Write a fact sheet as YAML (one fact a line) or JSON; empty fields are left out."""
    plain = sheet.model_dump(exclude_defaults=True) | {"document": sheet.document}
    facts = [fact.model_dump(exclude_defaults=True) for fact in sheet.facts]
    ordered = {k: plain[k] for k in ("document", "unit", "superior", "period", "date", "private") if k in plain}
    if "private" in ordered:
        ordered["private"] = list(ordered["private"])
    if file_format == "json":
        return json.dumps({**ordered, "facts": facts}, ensure_ascii=False, indent=2) + "\n"
    head = yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=10**6)
    if not facts:
        return head + "facts: []\n"
    rows = (yaml.safe_dump(f, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=True) for f in facts)
    return head + "facts:\n" + "".join(f"  - {row}" for row in rows)


def _decode(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(f"文件 {name} 不是文本文件：请另存为 UTF-8 编码的 YAML 或 JSON。")


_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _AsTyped(_Loader):  # type: ignore[misc]
    """Reads every scalar as the text it is, except for an absent one; by libyaml, which bounds how deep a file goes."""


_AsTyped.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_AsTyped.add_constructor("tag:yaml.org,2002:null", lambda loader, node: "")


def _load_yaml(source: str, name: str) -> Any:
    try:
        return yaml.load(source, Loader=_AsTyped)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"第 {mark.line + 1} 行" if mark else ""
        raise InputError(
            f"文件 {name} {place}的格式有误：请检查这一行（或上一行）的缩进、冒号后的空格、引号和括号是否成对。"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(f"文件 {name} 不是可读的 YAML：请另存为 UTF-8 编码的纯文本。") from error


def _load_json(source: str, name: str) -> Any:
    try:
        return json.loads(source, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        raise InputError(f"文件 {name} 第 {error.lineno} 行的格式有误：请检查逗号、引号和括号是否齐全。") from error
    except RecursionError as error:
        raise InputError(f"文件 {name} 嵌套过深，不像一份事实表。") from error


def _first_problem(error: ValidationError, node: yaml.Node | None) -> str:
    first = error.errors()[0]
    location = first["loc"]
    line = _line_of(node, location)
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
    where = " ".join(part for part in (f"第 {line} 行" if line else "", place) if part)
    return f"{where}：{_remedy(first['type'], first, location)}" if where else _remedy(first["type"], first, location)


def _remedy(kind: str, problem: Any, location: tuple[int | str, ...]) -> str:
    if kind == "value_error":
        return str(problem["ctx"]["error"])
    if kind == "extra_forbidden":
        known = _FACT_FIELDS if "facts" in location else _SHEET_FIELDS
        return f"没有这个字段，可用的有 {known}"
    if kind == "string_pattern_mismatch":
        return "编号只能用字母、数字和下划线"
    if kind in ("tuple_type", "list_type"):
        return "facts 应是一个列表，每条事实以“- ”开头"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "每条事实应写成 label、value、unit 或 text 这样的字段"
    return "应是一段文字，不能是列表或嵌套的字段"


def _line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int | None:
    """Return the line, counted from one, of the deepest part of the location that the file holds."""
    if node is None:
        return None
    line: int = node.start_mark.line + 1
    for part in location:
        child = _child(node, part)
        if child is None:
            break
        key, node = child
        line = key.start_mark.line + 1
    return line if location else None


def _child(node: yaml.Node, part: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    return None
