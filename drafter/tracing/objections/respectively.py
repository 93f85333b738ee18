"""Numbers behind 分别, in the order of the names before it: 民宿、农家乐分别发展到43家和58家."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.subject import pieces
from drafter.tracing.turns import groups, names

_NAMED = 0.5
_SHARED = re.compile("[一-鿿]{1,2}?(级|等奖)")


def back_in_order(reading: Reading) -> None:
    """Back the values behind 分别 that the fact of the name in the same place states, whatever stands nearer."""
    for group in groups(reading.text, reading.spots):
        for spot, name in zip(group, _names(reading, group), strict=False):
            if spot.at in reading.backings or spot.at not in reading.objections:
                continue
            for e in reading.objections[spot.at].taken:
                own = pieces(e.near or e.subject)
                if e.value == spot.value and own and all(p in name for p in own):
                    words = f"与“{reading.known.wording_of(e)}”一致"
                    reading.backings[spot.at] = Backing((e.at,), (e.fact,), "exact", words)
                    del reading.objections[spot.at]
                    reading.look_anew()
                    break


def flag_out_of_order(reading: Reading) -> None:
    """Object to the values behind 分别 that belong to another of the names before it."""
    for group in groups(reading.text, reading.spots):
        known = [_known(reading, spot) if spot.number is not None else None for spot in group]
        stated = [e for e in known if e is not None]
        names = _names(reading, group)
        if len(stated) != len(group) or not names:
            continue
        fits = _fits(stated, names)
        for k, spot in enumerate(group):
            elsewhere = max(fits[k]) >= _NAMED and not fits[k][k]
            owner = max(range(len(group)), key=lambda m: fits[m][k])
            if elsewhere and owner != k and fits[owner][k] >= _NAMED:
                objection = Objection("swapped_subject", (stated[k],), (stated[owner],))
                if spot.at in reading.backings:
                    reading.refuse(spot.at, objection)
                else:
                    reading.objections[spot.at] = objection


def _known(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what a number states, or was taken to have from."""
    objection = reading.objections.get(spot.at)
    return reading.stated(spot.at) or (objection.taken[0] if objection and objection.taken else None)


def _names(reading: Reading, group: Sequence[Spot]) -> list[str]:
    """Return the names before 分别, one for each number behind it; none where there are fewer."""
    told = [reading.text[slice(*name)] for name in names(reading.text, group)]
    shared = _SHARED.match(told[-1].strip()) if told else None  # 国家、省、市级: what the last ends in all end in
    return [n if shared is None or shared[1] in n else n + shared[1] for n in told]


def _fits(stated: Sequence[Evidence], names: Sequence[str]) -> list[list[float]]:
    """Return for each value how well each name has the words that tell its fact from the others."""
    words = [set(pieces(f"{e.near} {e.subject or e.far}")) for e in stated]
    shared = set.intersection(*words)
    return [[sum(p in name for p in own - shared) / max(1, len(own - shared)) for name in names] for own in words]
