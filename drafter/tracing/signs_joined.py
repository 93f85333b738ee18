"""Parts of one fact that words join by a sign each: 金、银牌 names its 金牌 and 银牌, 市区两级 its 市级 and 区级."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import LEVELS

_SO_MANY = "[两二三四五六2-6]"
_SIGNS = re.compile(
    rf"(?P<signs>[\u4e00-\u9fff](?:[、和及][\u4e00-\u9fff])+){_SO_MANY}?(?P<tail>[\u4e00-\u9fff]{{1,2}})"
    rf"|(?P<levels>[{LEVELS}]{{2,5}}){_SO_MANY}(?P<level>级)"
)
_JOINT = re.compile("[、和及]")


def parts_joined_in(words: str, reading: Reading, spot: Spot) -> list[Evidence]:
    """Return the parts of one fact, in a number's unit, that words before it join; none where they join none."""
    joined = _SIGNS.search(words)
    if joined is None:
        return []
    signs = list(joined["levels"] or "") or _JOINT.split(joined["signs"])
    tail = joined["level"] or joined["tail"]
    tails = dict.fromkeys((tail, tail[0]))
    for _, fact in reading.known.several:
        alike = [e for e in reading.known.of_fact[fact] if same_unit(e.unit, spot.unit) and e.number]
        for tail in tails:
            named = [[e for e in alike if sign + tail in e.near] for sign in signs]
            parts = [own[0] for own in named if len(own) == 1]
            if len(parts) == len(signs) == len({e.at for e in parts}):
                return parts
    return []
