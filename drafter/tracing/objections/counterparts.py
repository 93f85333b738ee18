"""Numbers of one deed or thing told of the next: 化解57件 where 57 were 调解, 剩余126件 where 126 were 解决."""

from __future__ import annotations

import re

from drafter.tracing.cues import speaks_of_before
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.no_rivals import tells_the_next
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.objections.spelt_out import is_spelt_out
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called, pieces

_LEFT = re.compile(r"(?:剩余|余下|剩下|其余|尚余|还剩|仍剩|尚有|还有|仍有)[^，。；、0-9]{0,4}$")
_OPEN = re.compile(r"[未待欠缺剩余另]|在办|在建|正在")
_SHORTEST = 2
_BACK = 8


def flag_counterpart(reading: Reading) -> None:
    """Object to what one fact counts told of what another does, where the words right at the number name that."""
    for spot, e in reading.stating():
        if spot.number is None or spot.form not in ("number", "ordinal"):
            continue
        if spot.form == "ordinal":
            dated = e.year and str(e.year) in reading.text[slice(*spot.clause)]  # 2020年名列第三，2022年名列第五
            before = e.prior and speaks_of_before(reading.text, spot, 0)
            meant = None if dated or before else _other_rank(reading, spot, e)
            if meant is not None:
                reading.refuse(spot.at, Objection("swapped_subject", (e,), (meant,)))
            continue  # 由第10名升至第5名
        if e.place == "value" and (meant := _next_deed(reading, spot, e)) is not None:
            reading.refuse(spot.at, Objection("swapped_subject", (e,), (meant,)))
        elif e.place in ("value", "text") and _is_no_rest(reading, spot, e):
            reading.refuse(spot.at, Objection("swapped_subject", (e,)))
        elif (meant := _counted_so(reading, spot, e)) is not None and not tells_the_next(reading, spot, e, meant):
            reading.refuse(spot.at, Objection("swapped_subject", (e,), (meant,)))


def _next_deed(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return the fact of another deed done to the same, where a number's words have that deed and not its own."""
    if e.subject in reading.text[slice(*spot.clause)] or is_spelt_out(reading, spot, e):
        return None
    words = reading.text[slice(*spot.before)]
    for at, _ in reading.fits[spot.at].named():
        o = reading.known.evidence[at]
        if o.place != "value" or o.prior or o.fact == e.fact or o.unit != e.unit or o.number == e.number:
            continue
        for mine, other, shared in _apart(e.subject, o.subject):
            told = re.search(rf"{re.escape(other)}(?:{re.escape(shared)})?(?:了|共|约|近|成功|已)*$", words)
            if told and mine not in words:
                return o
    return None


def _apart(one: str, other: str) -> list[tuple[str, str, str]]:
    """Return what sets two names apart that begin or end alike, and what they share: 调解, 化解 and 纠纷."""
    most = min(len(one), len(other)) - _SHORTEST
    head = next((n for n in range(max(most, 0)) if one[n] != other[n]), most)
    tail = next((n for n in range(max(most, 0)) if one[-1 - n] != other[-1 - n]), most)
    found = []
    if tail >= _SHORTEST:
        found.append((one[:-tail], other[:-tail], one[-tail:]))
    if head >= _SHORTEST:
        found.append((one[head:], other[head:], ""))
    return [(one, other, shared) for one, other, shared in found if one not in other and other not in one]


def _is_no_rest(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number is told as what is left, which its fact does not speak of."""
    if not _LEFT.search(reading.text, *spot.before) or _OPEN.search(e.subject + e.near):
        return False
    earlier = reading.spots[max(0, spot.at - _BACK) : spot.at]
    if any(o.sentence == spot.sentence and reading.stated(o.at) is e for o in earlier):
        return True
    clause, known = reading.text[slice(*spot.clause)], e.subject + e.near
    return not any(piece in clause for word in (known, *also_called(known)) for piece in pieces(word))


def _counted_so(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return what the fact counts in the number's own unit, by the noun behind it: 12个摊位, beside 860人."""
    if e.unit == spot.unit or of_one_kind(spot, e):
        return None
    noun = pieces(reading.text[slice(*spot.after)])
    if not noun or any(piece in e.near for piece in noun):
        return None
    alike = (o for o in reading.known.of_fact[e.fact] if o.place == e.place and o.unit == spot.unit)
    return next((o for o in alike if o.number not in (None, e.number) and any(p in o.near for p in noun)), None)


def _other_rank(reading: Reading, spot: Spot, e: Evidence) -> Evidence | None:
    """Return the rank that a fact gives for what the clause names, where it gives this one for something else."""
    clause, own = reading.text[slice(*spot.clause)], set(pieces(e.near))
    for o in reading.known.of_fact[e.fact] if e.place == "text" else ():
        if o.type == "ordinal" and o.said == e.said and o.value != e.value and o.place == e.place:
            other = set(pieces(o.near))
            named = sum(piece in clause for piece in other - own)
            if named >= _SHORTEST and not any(piece in clause for piece in own - other):
                return o
    return None
