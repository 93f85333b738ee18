"""The wrong side of a fact that states a whole and a part: 投票2600张 of 2800票，赞成2600票."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.no_rivals import tells_the_next
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.vocabulary import DONE

_SETTLED = re.compile("|".join(DONE))
_ALREADY = re.compile(rf"(?:已经?|均已|全部)(?:{_SETTLED.pattern})(?:了|完成|到位|解决)?$")
_MOSTLY = 0.6
_REST = re.compile("其余|其他|其它")
_CHANGED = re.compile(r"[由从]$")
"""What leads from the earlier value of a change to the later one: 由3.4天缩短到2.6天."""
_TELLING = 2
_TWO = re.compile(r"[是为](?P<one>[\u4e00-\u9fff]{2,8}?)[或和与、](?P<other>[\u4e00-\u9fff]{2,8})")


def flag_other_side(reading: Reading) -> None:
    """Object to a part told as the whole, and to the whole told as what was settled of it."""
    several = {fact for _, fact in reading.known.several}
    rest = _REST.search(reading.text) is not None
    for spot, e in reading.stating():
        if spot.number is None or not (rest or e.fact in several):
            continue
        if e.place not in ("value", "text") or e.prior:
            continue
        if (named := _named_at(reading, spot, e)) is not None or _of_both(reading, spot, e):
            _object(reading, spot, e, named)
            continue
        if e.place != "value" or _CHANGED.search(reading.text, *spot.before):
            continue
        alike = [o for o in reading.known.of_fact[e.fact] if o.place == "value" and o.unit == e.unit and o.at != e.at]
        meant = _whole_meant(reading, spot, e, alike) if e.order else _settled_meant(reading, spot, e, alike)
        if meant is not None and meant.number != e.number and not tells_the_next(reading, spot, e, meant):
            _object(reading, spot, e, meant)


def _object(reading: Reading, spot: Spot, taken: Evidence, meant: Evidence | None) -> None:
    reading.refuse(spot.at, Objection("swapped_subject", (taken,), (meant,) if meant is not None else ()))


def _ends_as(ahead: str, other: str, own: str) -> bool:
    """Say whether words are those of another number, or begin with them and have none of this one's: 企业类主题服务."""
    if ahead == other:
        return True
    name = other.removeprefix("其中")
    if f"{name}中" in ahead:
        return False  # 从10名候选人中选出委员7名
    return len(name) > _TELLING and name in ahead and not any(piece in ahead for piece in pieces(own))


def _named_at(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return the other number of a fact whose own words stand right before this one, where e's stand nowhere near."""
    ahead = reading.text[slice(*spot.before)].lstrip("、")
    clause = reading.text[slice(*spot.clause)]
    if len(e.near) < _TELLING or e.near.removeprefix("其中") in clause or len(ahead) < _TELLING or ahead in e.near:
        return None
    return next(
        (
            o for o in reading.known.of_fact[e.fact]
            if o.place == e.place and o.unit == e.unit and len(o.near) >= _TELLING and o.near != e.near
            and _ends_as(ahead, o.near, e.near) and o.number not in (None, e.number)
        ),
        None,
    )  # fmt: skip


def _of_both(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the words behind a number that one fact has make it two: 其余3个村为一般村或整改村."""
    rest = _REST.search(reading.text, spot.clause[0], spot.mention.start)
    told = _TWO.search(reading.text, spot.unit_end, spot.clause[1]) if rest is not None else None
    if told is None or e.order or not e.subject:
        return False
    names = {told["one"], told["other"]}
    mine = [name for name in names if name.endswith(e.subject)]
    others = (o for o in reading.known.plain if o.at != e.at and o.order == 0 and len(o.subject) >= _TELLING)
    return len(mine) == 1 and any(
        o.unit == e.unit and o.number and any(name.endswith(o.subject) for name in names if name not in mine)
        for o in others
    )


def _whole_meant(reading: Reading, spot: Spot, e: Evidence, alike: list[Evidence]) -> Evidence | None:
    """Return the fact's first number, where the words have its label and nothing of what tells the part."""
    own = tuple(p for p in pieces(e.near) if p not in e.subject and p != e.said)
    clause = reading.text[slice(*spot.clause)]
    if not own or _SETTLED.search(e.near) or any(word in clause for word in (*own, *also_called(e.near))):
        return None
    label = pieces(e.subject)
    ahead = reading.text[slice(*spot.before)]
    if not label or sum(p in ahead for p in label) < _MOSTLY * len(label):
        return None
    return next((o for o in alike if o.order == 0 and set(o.near) <= set(e.near) and o.number is not None), None)


def _settled_meant(reading: Reading, spot: Spot, e: Evidence, alike: list[Evidence]) -> Evidence | None:
    """Return the number that the fact gives for what was settled, where the words say that this was."""
    if _SETTLED.search(e.near) or not _ALREADY.search(reading.text, spot.before[0], spot.mention.start):
        return None
    return next((o for o in alike if _SETTLED.search(o.near)), None)
