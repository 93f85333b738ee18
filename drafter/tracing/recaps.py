"""Counts that sum up what was just told: 两支力量, 三类诉求, 前两类 heading a clause behind that many numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.tallies import Tally, facts_of

_HEAD = re.compile(r"[\s“]*(?:这|以上|上述|前|后|共计?|总共|合计|上面)?这?\s*")
# People and amounts are told anew rather than summed up: 全年14人上榜，3人当选.
_TOLD_ANEW = frozenset(("人", "名", "位", "户", "人次", "岁"))
_MOST = 6
_BACK = 8


def recapped(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the facts' numbers right before, where the number heads its clause and there are just so many of them.

    They are all of the sentence so far, or of the sentence before, or the last ones of one unit.
    """
    wanted = int(spot.value or 0)
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    if not 2 <= wanted <= _MOST or not _HEAD.fullmatch(ahead) or not spot.unit.name or spot.unit.name in _TOLD_ANEW:
        return
    before = _told_before(reading, spot)
    own = [o for o in before if o.sentence == spot.sentence]
    for told in (own, [o for o in before if o not in own], _last_of_one_unit(before)):
        if len(told) == wanted:
            names = tuple(reading.text[o.before[0] : o.unit_end].strip("，、；。 ") for o in told)
            facts = tuple(dict.fromkeys(fact for o in told for fact in facts_of(reading, o)))
            yield Tally(names, facts, known=False)


def _told_before(reading: Reading, spot: Spot) -> list[Spot]:
    """Return the numbers that facts back in this sentence and in the one before, in the same paragraph."""
    near = reading.spots[max(0, spot.at - _BACK) : spot.at]
    return [
        o for o in near
        if (o.sentence == spot.sentence or o.sentence[1] + 1 == spot.sentence[0])
        and (backing := reading.backings.get(o.at)) is not None
        and backing.evidence and not backing.category.startswith("derived")
    ]  # fmt: skip


def _last_of_one_unit(before: list[Spot]) -> list[Spot]:
    alike: list[Spot] = []
    for other in reversed(before):
        if alike and other.unit.name != alike[0].unit.name:
            break
        alike.append(other)
    return alike[::-1]
