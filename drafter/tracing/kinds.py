"""What these documents count: the form's fields and the kinds of kinds.yaml, found by their names in a text.

A name stands right at a number where only light words part them: 志愿者达到93人, 共有93名志愿者.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, TypeVar

from drafter.resources import load_yaml, resource
from drafter.tracing.units import named, same_unit
from drafter.tracing.vocabulary import GENERIC

T = TypeVar("T")
_COUNTABLE = ("int", "decimal", "money", "percent")
_SHORTEST = 2
_DOING = re.compile(
    r"^(?:开展|举办|组织|设置|发放|清运|清除|清理|绘制|投入|新增|治理|硬化|拆除|整治|粉刷|慰问|筹集|资助|办理|帮助|实现|受理|办结|调解|"
    r"选树|评选|迎接|参与|提供)+"
)
# What may stand between a name and its number, and how far behind the number a name may begin.
_LIGHT = frozenset("共有约近达到已为仅只各计累总合现超过突破增至数量人次者们等、的了分别“”‘’ 　将逾")
_REACH = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that is counted: its names, and the counting words it takes."""

    at: int
    names: tuple[str, ...] = field(compare=False)
    units: frozenset[str] = field(compare=False)


class _Row(NamedTuple):
    names: tuple[str, ...]
    units: tuple[str, ...]
    of_form: bool


@dataclass(frozen=True, slots=True)
class _Index:
    by_end: dict[str, tuple[tuple[str, Kind], ...]]
    by_start: dict[str, tuple[tuple[str, Kind], ...]]
    whole: dict[str, tuple[Kind, ...]]
    """By their whole names, those among them that say too little inside other words: 户数, 人口."""


def kinds_before(text: str, start: int, end: int, unit: str) -> Iterator[Kind]:
    """Yield the kinds counted in `unit` whose names end right before `end`, light words aside."""
    index = _index().by_end
    while end - start >= _SHORTEST:
        found = _longest((n, k) for n, k in index.get(text[end - 2 : end], ()) if text.endswith(n, start, end))
        if found:
            yield from (k for _, k in found if counts(k, unit))
            return
        if text[end - 1] not in _LIGHT:
            return
        end -= 1


def kinds_behind(text: str, start: int, end: int, unit: str) -> Iterator[Kind]:
    """Yield the kinds counted in `unit` whose names begin at `start` or a few signs behind it."""
    index = _index().by_start
    for at in range(start, min(start + _REACH, end - 1)):
        found = _longest(
            (n, k) for n, k in index.get(text[at : at + 2], ())
            if text.startswith(n, at, end) and not text.startswith("均", at + len(n))  # 果农|户均产值
        )  # fmt: skip
        yield from (k for _, k in found if counts(k, unit))


@lru_cache(maxsize=8192)
def kinds_in(words: str, unit: str) -> frozenset[Kind]:
    """Return the kinds counted in `unit` that a fact's words name anywhere."""
    index = _index().by_start
    whole = _index().whole.get(words.strip(), ())
    return frozenset(k for k in whole if counts(k, unit)) or frozenset(
        kind
        for at in range(len(words) - 1)
        for name, kind in index.get(words[at : at + 2], ())
        if words.startswith(name, at) and counts(kind, unit)
    )


@lru_cache(maxsize=8192)
def _takes(units: frozenset[str], unit: str) -> bool:
    wide = unit in ("个", "项", "")
    return unit in units or (
        not wide and any(u not in ("个", "项") and same_unit(named(u), named(unit)) for u in units)
    )


def counts(kind: Kind, unit: str) -> bool:
    """Say whether a kind is counted in that unit or one like it; 个 and 项 only where the kind takes them itself."""
    return _takes(kind.units, unit)


@lru_cache(maxsize=8192)
def akin(first: Kind, second: Kind) -> bool:
    """Say whether two kinds are one, or one may hold the other by its names: 学生 and 困难学生."""
    return first == second or any(a in b or b in a for a in first.names for b in second.names)


def _longest(found: Iterator[tuple[str, Kind]]) -> list[tuple[str, Kind]]:
    """Return the longest of the names that fit, with each kind that goes by it."""
    fitting = list(found)
    most = max((len(name) for name, _ in fitting), default=0)
    return [(name, kind) for name, kind in fitting if len(name) == most]


@cache
def _index() -> _Index:
    by_end: dict[str, list[tuple[str, Kind]]] = {}
    by_start: dict[str, list[tuple[str, Kind]]] = {}
    whole: dict[str, list[Kind]] = {}
    for at, row in enumerate(_rows()):
        telling = sorted(_telling(row), key=len, reverse=True)
        kind = Kind(at, tuple(telling), frozenset(row.units))
        for name in row.names:
            whole.setdefault(name, []).append(kind)
        for name in telling:
            by_end.setdefault(name[-2:], []).append((name, kind))
            by_start.setdefault(name[:2], []).append((name, kind))
    return _Index(_frozen(by_end), _frozen(by_start), _frozen(whole))


def _telling(row: _Row) -> set[str]:
    """Return the names that tell a kind inside other words: with or without what is done, wide words aside."""
    if not row.of_form:
        return set(row.names)
    bare = {b for name in row.names if len(b := _DOING.sub("", name)) > _SHORTEST}
    return {name for name in bare | set(row.names) if len(name) >= _SHORTEST and name not in GENERIC}


def _frozen(lists: dict[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _rows() -> Iterator[_Row]:
    """Yield each kind: the form's countable fields, then those of kinds.yaml."""
    fields = load_yaml(resource("skeletons", "fields.yaml").read_text(encoding="utf-8"))
    for entry in (f for topic in fields["topics"] for f in topic["fields"] if f["type"] in _COUNTABLE):
        yield _Row((entry["label"], *entry.get("names", ())), (entry.get("unit", ""), *entry.get("units", ())), True)
    for group in load_yaml(files("drafter.tracing").joinpath("kinds.yaml").read_text(encoding="utf-8")):
        for row in group["kinds"]:
            yield _Row(tuple(row.split()), tuple(group["units"]), False)
