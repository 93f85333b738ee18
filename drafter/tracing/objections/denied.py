"""Numbers told of those of whom they do not hold: 满意率96.4% is no 不满意率, 达标商户52家 are no 不达标商户."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import as_share
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import pieces

_RATE = re.compile(r"(?:的)?(?:比率|比例|率|度|占比)$")
_DENIED = re.compile(
    r"(?:不|未|没有?|无|非|零|尚缺|缺)"
    r"(?:曾|能|被|得到|进行|实现|予以|及时|按时|按期|引入|引进|安装|加装|配备|配置|开通|接入|纳入|聘请|落实){0,2}$"
)
_SIGNS = frozenset("不未没无非零缺")
"""One of them stands in all that denies: where none does, nothing has to be looked for."""
_LEFT = re.compile(r"[不未没无非待尚剩余仍缺难失违]")
"""What tells of the other side in any way: 隐患5处待整改 says the same as 未整改隐患5处."""
_ILLS = ("行为", "现象", "因素", "习惯", "问题", "诉求", "陋习", "举止", "言行")
"""What follows a denied word that is but a part of a name: 文明劝导185人次 are of 不文明行为."""
_OF_ILLS = re.compile(f"[\u4e00-\u9fff]{{0,2}}(?:{'|'.join(_ILLS)})")
_CORE = 2
_SHARED = re.compile("占(?:比|到|了|约|近)*$")


def says_opposite(reading: Reading, spot: Spot, rate: Evidence) -> bool:
    """Say whether the words beside a number deny what a rate's name says, or say what it denies, of the same matter."""
    found = _RATE.search(rate.subject)
    name = rate.subject[: found.start()][-_CORE:] if found else ""
    if not name or not _is_meant(reading, spot, rate, name):
        return False
    told = [_denials(words, name) for words in _beside(reading, spot) if name in words]
    if not told and _SHARED.search(reading.text, *spot.before):
        # 无物业小区占63.6%: those without the thing are no part of those whom its rate covers.
        name = rate.subject[:_CORE]
        told = [_denials(reading.text[slice(*spot.before)], name)]
    return bool(told) and told[0] == {not _is_denied(rate.subject, name)}


def _is_meant(reading: Reading, spot: Spot, rate: Evidence, name: str) -> bool:
    """Say whether the sentence names what a rate is about, where another one has that name: 体检参与率, 培训参与率."""
    about = pieces(_DENIED.sub("", rate.subject[: rate.subject.find(name)]))
    sentence = reading.text[slice(*spot.sentence)]
    alone = all(o.fact == rate.fact or o.type != "percent" or name not in o.subject for o in reading.known.evidence)
    return alone or not about or any(piece in sentence for piece in about)


def flag_denied(reading: Reading) -> None:
    """Object to a number that is told of those of whom it does not hold."""
    for spot, stated in reading.stating():
        if stated.place != "value" or not stated.number:
            continue
        if spot.form == "share" and says_opposite(reading, spot, stated):
            left = arithmetic.difference(Decimal(100), as_share(stated.number, stated.core, stated.type))
            reading.refuse(spot.at, Objection("wrong_derived", (stated,), (), left))
        elif spot.form == "number" and _counts_opposite(reading, spot, stated):
            reading.refuse(spot.at, Objection("swapped_subject", (stated,)))


def _counts_opposite(reading: Reading, spot: Spot, stated: Evidence) -> bool:
    """Say whether the words beside a number deny what its fact counts, or count what it says is not so."""
    fact, beside = f"{stated.subject} {stated.near}", "，".join(_beside(reading, spot))
    if _SIGNS.isdisjoint(fact) and _SIGNS.isdisjoint(beside):
        return False
    for piece in pieces(stated.subject):
        if _LEFT.search(piece) or piece not in beside:
            continue
        told, known = _denials(beside, piece), _denials(fact, piece)
        if told == {True} and known == {False}:
            return True
        if told == {False} and known == {True} and not _LEFT.search(beside):
            return True
    return False


def _beside(reading: Reading, spot: Spot) -> tuple[str, str]:
    return reading.text[slice(*spot.before)], reading.text[slice(*spot.after)]


def _denials(words: str, name: str) -> set[bool]:
    """Return whether each mention of a name is denied right before it."""
    found: set[bool] = set()
    at = words.find(name)
    while at >= 0:
        if not _OF_ILLS.match(words, at + len(name)):
            found.add(_DENIED.search(words[:at]) is not None)
        at = words.find(name, at + len(name))
    return found


def _is_denied(words: str, name: str) -> bool:
    return _DENIED.search(words[: words.find(name)]) is not None
