"""Those who serve told as those whom they serve: 服务居民648人 where 648人 are the 志愿者."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.vocabulary import SERVING, SERVING_DEEDS

_DEED = re.compile(rf"(?:{'|'.join(SERVING_DEEDS)})了?(?P<whom>[\u4e00-\u9fff]{{0,6}})$")
_WHO = re.compile(rf"(?:{'|'.join(SERVING)})(?:人数|总数|队伍)?$")
_DEEDS = re.compile("|".join(SERVING_DEEDS))
_SERVERS = re.compile(f"(?:{'|'.join(SERVING)}|者|队|团|站|岗|中心|人员|标兵|能手)")
_NOUN = 6


def flag_served(reading: Reading) -> None:
    """Object to the number of those who serve where the words right at it tell whom was served."""
    for spot, e in reading.stating():
        if spot.form == "number" and e.place == "value" and _serves(e) and _tells_served(reading, spot, e):
            reading.refuse(spot.at, Objection("swapped_subject", (e,)))


def _serves(e: Evidence) -> bool:
    """Say whether a fact counts those who serve, and nothing that is done by or for them."""
    return _WHO.search(e.near or e.subject) is not None and _DEEDS.sub("", e.subject) == e.subject


def _tells_served(reading: Reading, spot: Spot, e: Evidence) -> bool:
    deed = _DEED.search(reading.text, *spot.before)
    if deed is None or _SERVERS.search(deed["whom"]):
        return False
    noun = deed["whom"] + reading.text[slice(*spot.after)][:_NOUN]
    return not any(piece in noun for name in (e.subject, *also_called(e.subject)) for piece in pieces(name))
