"""Numbers told of another deed than their fact's: 清洗维修垃圾桶3850个 where the fact says 设置垃圾桶."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from drafter.resources import load_yaml
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.contrasted import RIGHT_BEHIND, Contrast, contrast_near, meant_by_side
from drafter.tracing.reading import Objection, Reading

_MONEY, _TIME = "金额", "时间"
"""So many hours are spent on whatever is told: 劝导员上岗1460小时 of 交通劝导."""
_WITHIN = re.compile("[中里]")
"""What a number behind it is a part of, and tells nothing of the whole: 68项指标中达标63项."""


class Deeds(NamedTuple):
    """Deeds that exclude each other, and which of them may yet be told of one thing."""

    contrast: Contrast
    akin: dict[int, frozenset[int]]


def flag_other_deed(reading: Reading) -> None:
    """Object to a number whose own words tell of deeds, of which its fact has none nor any akin to them."""
    for spot, stated in reading.stating():
        if spot.number is None or spot.form == "ordinal" or stated.place not in ("value", "text") or stated.prior:
            continue
        if stated.unit.dimension == _TIME:
            continue
        if side := _told_instead(reading, spot, stated):
            meant = meant_by_side(reading, spot, stated, side)
            reading.refuse(spot.at, Objection("swapped_subject", (stated,), meant))


def _told_instead(reading: Reading, spot: Spot, stated: Evidence) -> str:
    """Return the pattern of the deed that the words at a number tell; empty where it is the fact's own, or none is."""
    label = reading.known.by_id[stated.fact].label
    own, fitting = _of_fact(stated.near or label, _of_money(stated))
    if not own:
        return ""
    before, after = reading.text[slice(*spot.before)], _behind(reading, spot)
    if before == label and not after:
        return ""  # nothing is told but the fact's own name
    contrast = deeds(_of_money(stated)).contrast
    beside = f"{before}，{after[:RIGHT_BEHIND]}"
    undone = _undone().search(beside)
    if undone is not None and _undone().search(reading.known.wordings[stated.fact]) is None:
        return undone.group()
    told = contrast.named_in(beside)
    if not told.isdisjoint(contrast.named_in(label)):
        return ""  # 两癌筛查1.45万人 of 两癌筛查：检查14500人
    if not told or not told.isdisjoint(fitting) or own & contrast.named_in(reading.text[slice(*spot.sentence)]):
        return ""
    return contrast.sides[min(told)]


def told_by_its_deed(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether words lead up to a number by a deed that its fact has for it, and the rival has none: 评出标兵岗4个.

    The fact: 标兵岗 评选4个，全市18个岗位.
    """
    if rival.fact != best.fact or not best.near or rival.near in reading.text[slice(*spot.clause)]:
        return False
    contrast = deeds().contrast
    own = contrast.named_in(best.near)
    told = contrast.named_in(reading.text[slice(*spot.before)])
    return bool(own) and not own.isdisjoint(told) and own.isdisjoint(contrast.named_in(rival.near))


def _behind(reading: Reading, spot: Spot) -> str:
    """Return the words behind a number, but for those that lead up to the next one: 23个项目|投入|312.8万元."""
    runs_on = spot.at + 1 < len(reading.spots) and reading.spots[spot.at + 1].mention.start == spot.after[1]
    return "" if runs_on else _WITHIN.split(reading.text[slice(*spot.after)])[0]


def _of_money(e: Evidence) -> bool:
    return e.unit.dimension == _MONEY


@lru_cache(maxsize=4096)
def _of_fact(words: str, of_money: bool) -> tuple[frozenset[int], frozenset[int]]:
    """Return the deeds that a fact's words name, and these with all that are akin to them."""
    contrast, akin = deeds(of_money)
    own = frozenset(contrast.named_in(words))
    return own, own.union(*(akin.get(deed, ()) for deed in own))


@cache
def _undone() -> re.Pattern[str]:
    return re.compile(f"(?:{_data()['undone']})")


@cache
def _data() -> dict[str, Any]:
    """Return what deeds.yaml holds."""
    text = files("drafter.tracing.objections").joinpath("deeds.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = load_yaml(text)
    return found


@cache
def deeds(of_money: bool = False) -> Deeds:
    """Return the deeds of deeds.yaml, those with money for sums of it and those with things for all else."""
    found = _data()
    contrast = contrast_near((*found["with_money" if of_money else "deeds"], *found["with_either"]))
    akin: dict[int, frozenset[int]] = {}
    for one, others in found["akin"].items():
        for deed, kin in product(contrast.named_in(one), contrast.named_in(others)):
            akin[deed] = akin.get(deed, frozenset()) | {kin}
            akin[kin] = akin.get(kin, frozenset()) | {deed}
    return Deeds(contrast, akin)
