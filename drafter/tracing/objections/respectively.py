"""Numbers behind 分别, in the order of the names before it: 民宿、农家乐分别发展到43家和58家."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Objection, Reading
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit

_MOST = 8
_NAMED = 0.5
_JOINT = re.compile(r"[、，,和与及]|以及")
_SHARED = re.compile("[一-鿿]{1,2}?(级|等奖)")
_RESPECTIVELY = "分别"


def back_in_order(reading: Reading) -> None:
    """Back the values behind 分别 that the fact of the name in the same place states, whatever stands nearer."""
    for group in _groups(reading):
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
    for group in _groups(reading):
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
    told = reading.text[group[0].sentence[0] : group[0].mention.start]
    names = [n for n in _JOINT.split(told[: told.rfind(_RESPECTIVELY)]) if n.strip()][-len(group) :]
    if len(names) != len(group):
        return []
    shared = _SHARED.match(names[-1].strip())  # 国家、省、市级: what the last name ends in is theirs as well
    return [n if shared is None or shared[1] in n else n + shared[1] for n in names]


def _groups(reading: Reading) -> Iterator[list[Spot]]:
    """Yield the runs of numbers that follow 分别."""
    for spot in reading.spots:
        if spot.mention.kind != "claim" or _RESPECTIVELY not in reading.text[slice(*spot.before)]:
            continue
        group = [spot]
        for other in reading.spots[spot.at + 1 : spot.at + _MOST]:
            between = reading.text[group[-1].unit_end : other.mention.start]
            alike = same_unit(other.unit, spot.unit) or not (other.unit.name and spot.unit.name)
            if not _JOINT.fullmatch(between) or not alike or other.form != spot.form:
                break  # in 5、18、47人次 the last has the unit of all
            group.append(other)
        if len(group) > 1:
            yield group


def _fits(stated: Sequence[Evidence], names: Sequence[str]) -> list[list[float]]:
    """Return for each value how well each name has the words that tell its fact from the others."""
    words = [set(pieces(f"{e.near} {e.subject or e.far}")) for e in stated]
    shared = set.intersection(*words)
    return [[sum(p in name for p in own - shared) / max(1, len(own - shared)) for name in names] for own in words]
