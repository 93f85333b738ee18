"""Numbers told of the other side of a contrast: 室外场地520平方米 where the fact says 室内, 办结52件 where 受理52件."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from drafter.resources import load_yaml
from drafter.tracing.aims import told_as_whole
from drafter.tracing.changes import change_told
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.no_rivals import stands_inside_its_name
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import pieces
from drafter.tracing.vocabulary import OPPOSITES

_NO_BODY = "(?!所|公司|局|站|员|队|室|中心|厂|机构|部门|委员会|学校|基地|组(?![成织建队]))"
"""What makes a body's or a post's name of a word: 供电所 sells, 调解员 may be trained."""
_NO_PLACE = (
    f"{_NO_BODY}(?!大队|支队|中队|大户|户(?![外厕籍])|者|师傅|中|时|里|内(?![容务涝部])|上(?![报门岗线级]))"
    "(?!旁|边|两侧|沿线|期间|现场|过程|工程|带)"
)
_AT = ("在", "沿", "于", "按")
"""What makes a place or an occasion of a word: 在停车场, 走访中, 沿公路, 绿化带."""
RIGHT_BEHIND = 5
"""How far behind a number's unit a deed or a thing may begin so that the number is told of it."""
_ALL = re.compile(r"全部|均已|全都|100[%％]|百分之百|悉数")

_RATE = re.compile(r"([\u4e00-\u9fff]{2})(?:率|度)(?:[^，。；、率度]{0,4})$")


def flag_contrasted(reading: Reading) -> None:
    """Object to a number whose own words name another side of a contrast than its fact does."""
    for spot, stated in reading.stating():
        if stated.place not in ("value", "text") or stated.prior or spot.form == "date":
            continue
        told = _other_side(reading, spot, stated)
        if told and not stands_inside_its_name(reading, spot, stated):
            grown = change_told(reading, spot, stated)
            if grown is not None:
                reading.refuse(spot.at, Objection("wrong_derived", (stated,), (stated,), grown))
            else:
                meant = meant_by_side(reading, spot, stated, told)
                reading.refuse(spot.at, Objection("swapped_subject", (stated,), meant))


def _other_side(reading: Reading, spot: Spot, stated: Evidence) -> str:
    """Return the pattern of the side that the words at a number name; empty where they name none or the fact's own."""
    before, after = reading.text[slice(*spot.before)], reading.text[slice(*spot.after)]
    if told_as_whole(reading, spot, stated) or _leads_to_another(reading, spot, stated, after):
        after = ""  # 12件实事完成11件: the deed is told of what was reached
    label = reading.known.by_id[stated.fact].label
    if before == label and not after:
        return ""  # nothing is told but the fact's own name
    own = stated.near if stated.place == "text" else f"{label} {stated.near}"
    sides = _sides_of(own)
    for contrast, known in sides:
        told = contrast.named_in(f"{before}，{after[:RIGHT_BEHIND] if contrast.near else after}")
        if len(told) != 1 or told == {known}:
            continue
        sentence = reading.text[slice(*spot.sentence)]
        if known not in contrast.named_in(sentence) and not _ALL.search(own + sentence):
            side = contrast.sides[told.pop()]
            return "" if _holds_of_all(reading, side) else side
    if narrowed := _narrowed(reading, spot, stated):
        return narrowed
    rate = _RATE.search(reading.text, *spot.before) if spot.form == "share" else None
    named = _RATE.search(stated.subject)
    # Names that share a sign are one rate, as a rule: 网上办理率 and 网办率.
    return rate[1] if rate and named and not set(rate[1]) & set(own) else ""


def _leads_to_another(reading: Reading, spot: Spot, stated: Evidence, after: str) -> bool:
    """Say whether the words behind a number tell the next one, of its own fact: 120份试卷收回115份 of 发放120份."""
    behind = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    e = reading.stated(behind.at) if behind is not None and behind.clause == spot.clause else None
    return e is not None and e.fact == stated.fact and e.at != stated.at and bool(e.near) and e.near in after


class Contrast(NamedTuple):
    """Things that exclude each other: the patterns of its sides, and one that finds any of them, a group for each."""

    sides: tuple[str, ...]
    finder: re.Pattern[str]
    near: bool = False
    """Only what stands right at a number is told of it."""

    def named_in(self, words: str) -> set[int]:
        """Return which of the sides some words name."""
        found = self.finder.finditer(words)
        return {m.lastindex - 1 for m in found if m.lastindex and not (self.near and words.endswith(_AT, 0, m.start()))}


@lru_cache(maxsize=4096)
def _sides_of(own: str) -> tuple[tuple[Contrast, int], ...]:
    """Return the contrasts of which a fact's words name just one side, with that side."""
    if not _any_side().search(own):
        return ()
    named = ((contrast, contrast.named_in(own)) for contrast in contrasts())
    return tuple((contrast, known.pop()) for contrast, known in named if len(known) == 1)


@cache
def _any_side() -> re.Pattern[str]:
    return re.compile("|".join(side for contrast in contrasts() for side in contrast.sides))


def _narrowed(reading: Reading, spot: Spot, stated: Evidence) -> str:
    """Return the pattern of what narrows a number right before it, where its fact does not."""
    unit, fact = spot.unit.name or spot.mention.unit, reading.known.by_id[stated.fact]
    restrictions, any_of_them = _restrictions(spot.form, unit, reading.known.period.months, bool(fact.previous))
    before = reading.text[slice(*spot.before)]
    if not before or any_of_them.search(before) is None:
        return ""
    own = f"{fact.label} {fact.value}{fact.unit} {fact.text}"
    return next((t.pattern for t, kept in restrictions if t.search(before) and not kept.search(own)), "")


@lru_cache(maxsize=512)
def _restrictions(
    form: str, unit: str, months: int, followed: bool
) -> tuple[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...], re.Pattern[str]]:
    """Return what may narrow such numbers, each with what a fact has to hold then, and what finds any of them."""
    rows = [
        row
        for row in _words()["restrictions"]
        if row.get("form", form) == form
        and unit in row.get("units", (unit,))
        and months >= row.get("months", 0)
        and followed >= row.get("followed", False)
    ]
    each = tuple((re.compile(row["told"]), re.compile(row["fact"])) for row in rows)
    return each, re.compile("|".join(f"(?:{row['told']})" for row in rows) or "(?!)")


def _holds_of_all(reading: Reading, side: str) -> bool:
    """Say whether a fact says of all that they came to the side that was told: 办结率100%."""
    facts = (f"{f.label} {f.value}{f.unit} {f.text}" for f in reading.known.facts)
    return any(re.search(side, words) and _ALL.search(words) for words in facts)


def meant_by_side(reading: Reading, spot: Spot, stated: Evidence, side: str) -> tuple[Evidence, ...]:
    """Return what the sheet states of the side that was told, of the same matter."""
    own = pieces(stated.subject)
    alike = (e for e in reading.known.plain if e.unit == stated.unit and e.number != stated.number)
    named = (e for e in alike if re.search(side, e.near if e.place == "text" else e.subject))
    return tuple(e for e in named if e.fact == stated.fact or any(piece in e.subject for piece in own))[:1]


@cache
def _words() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = load_yaml(
        Path(__file__).with_name("contrasts.yaml").read_text(encoding="utf-8")
    )
    return found


@cache
def contrasts() -> tuple[Contrast, ...]:
    """Return the contrasts of contrasts.yaml, and the pairs of words.yaml."""
    pairs = {tuple(sorted(pair)) for pair in OPPOSITES if not any(one in other for one, other in (pair, pair[::-1]))}
    plain = (*(tuple(row["sides"]) for row in _words()["contrasts"]), *sorted(pairs))
    near = (tuple(row["sides"]) for row in _words()["deeds_and_things"])
    return (
        *(Contrast(sides, _finder(sides, _NO_BODY)) for sides in plain),
        *map(contrast_near, near),
    )


def contrast_near(sides: tuple[str, ...]) -> Contrast:
    """Return a contrast of deeds or things, which only what stands right at a number tells."""
    return Contrast(sides, _finder(sides, _NO_PLACE), near=True)


def _finder(sides: tuple[str, ...], behind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"({side}){behind}" for side in sides))
