"""Nothing of the kind: 零上访, 未发生一起事故, 无一例感染 stand where a fact says so in words, without a number."""

from __future__ import annotations

import re

from drafter.models import Fact
from drafter.tracing.layout import Spot
from drafter.tracing.objections.none_of import is_graver
from drafter.tracing.reading import Backing, Reading
from drafter.tracing.subject import pieces
from drafter.tracing.vocabulary import HELD_BY

_DENIES = re.compile(
    r"未|没有?|无(?!障碍|偿|人机|线|害化|烟|毒|邪教|物业)|零(?!距离|星|售|工)|杜绝|归零|清零|全部(?:避免|杜绝)"
)
_REST_TO_COME = re.compile(
    "(?:剩余|余下|其余|剩下|尚余)[^。；]{1,30}(?:前|底|内|将|争取|力争|确保|计划)[^。；]{0,12}[清归]$"
)
_BREAK = re.compile(r"[，,。；;、\n]")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,8}")
_NO_WORDS = re.compile(r"^(?:的|发生|记录)|(?:的?目标|发生|为|是|均|都|降至|降到|保持|实现|达到|全年|继续|连续)+$")
_WITHIN = tuple(
    (re.compile(f"(?:^|[生现有无零到年内区村镇 ]){wider}"), name) for wider, names in HELD_BY.items() for name in names
)
"""What happens only as a part of something wider, that told without a word that narrows it: no 越级信访."""
_SHARED = 0.6
_HAPPENED = re.compile("(?:发生|出现|受理|接到|发现|有)?(?:一?[起例次件])?")
_AND = re.compile("[和与及或、]")
_WHEN = re.compile("^(?:全年|年内|今年|一年来|本年度?|全[市区县镇校院]|辖区|社区)+")


def match_denials(reading: Reading) -> None:
    """Back what the draft denies by a fact that denies it too: 无安全事故 for 零事故."""
    denying: list[tuple[str, Fact]] | None = None
    for spot in reading.spots:
        if spot.mention.kind != "claim" or spot.value != 0 or spot.at in reading.backings:
            continue
        if denying is None:
            denying = list(_denying(reading))
        denied, told = _denied(reading, spot), reading.text[slice(*spot.clause)]
        own = pieces(denied)
        for clause, fact in denying if own else ():
            named = sum(piece in clause for piece in own) >= _SHARED * len(own) or _leaves_none(clause, denied)
            if named and not is_graver(clause, told):
                words = f"与“{fact.wording}”一致"
                reading.backings[spot.at] = Backing((), (fact.id,), "free_text", words)
                reading.objections.pop(spot.at, None)
                break


def is_still_to_come(reading: Reading, spot: Spot) -> bool:
    """Say whether nought is but to be reached by what is left: 余下4户将于年底前清零 tells of no nought yet."""
    return spot.value == 0 and _REST_TO_COME.search(reading.text, spot.sentence[0], spot.mention.start) is not None


def _leaves_none(known: str, told: str) -> bool:
    """Say whether none of what a fact names leaves none of what is told: 零上访 of 信访 0件, but no 零信访 of 上访."""
    return any(narrower in told and wider.search(known) for wider, narrower in _WITHIN)


def denies(text: str, name: str) -> bool:
    """Say whether a clause of a text denies what is named: 未发生重大刑事案件."""
    own = pieces(name)
    clauses = (clause for clause in _BREAK.split(text) if _DENIES.search(clause))
    return any(sum(piece in clause for piece in own) >= _SHARED * len(own) for clause in clauses)


def _denying(reading: Reading) -> list[tuple[str, Fact]]:
    """Return every clause of the facts that denies something, with its label."""
    found: list[tuple[str, Fact]] = []
    for fact in reading.known.facts:
        for told in (*_BREAK.split(f"{fact.label} {fact.value}"), *_BREAK.split(fact.text)):
            found += ((part, fact) for part in _each_denied(told))
    noughts = (e for e in reading.known.evidence if e.value == 0 and not e.prior and e.place in ("value", "text"))
    found += [(f"{e.subject} {e.near}", reading.known.by_id[e.fact]) for e in noughts]
    return found


def _each_denied(clause: str) -> list[str]:
    """Return what a clause denies, each thing for itself, 案件 and 重大风险事件; nothing where it denies nothing."""
    found = _DENIES.search(clause)
    if found is None:
        return []
    verb = _HAPPENED.match(clause, found.end())
    head = clause[: verb.end() if verb is not None else found.end()]
    names = [name for name in _AND.split(clause[len(head) :]) if len(name) > 1]
    return [clause] if len(names) <= 1 else [head + name for name in names]


def _denied(reading: Reading, spot: Spot) -> str:
    """Return what there is none of: the words behind the number, or before 为零."""
    behind = _NOUN.match(_NO_WORDS.sub("", reading.text[spot.unit_end : spot.clause[1]]))
    if behind is not None:
        return _NO_WORDS.sub("", behind.group())
    ahead = _NO_WORDS.sub("", reading.text[spot.clause[0] : spot.mention.start])
    return _WHEN.sub("", ahead)[-6:]
