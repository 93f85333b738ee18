"""When something was founded, whatever that is called: 建站时间 and 于2008年11月建成, 建校70周年 and 创建于1954年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Parts
from drafter.tracing.reading import Backing, Reading

FOUNDED = re.compile(
    "成立|设立|组建|创[办建立]|建[成站校馆园院所厂社队区村]|办[学校园馆院厂]|开[馆园业办通诊]|落成|投用|启用|投入使用|挂牌|始建"
    "|入行|从业|入职|从教|从医|参加工作"
)
_ANNIVERSARY = "周年"


def foundings(reading: Reading) -> list[Evidence]:
    """Return the dates of facts that tell when something was founded."""
    dated = (e for e in reading.known.evidence if reading.values.forms[e.at] == "date" and e.place in ("value", "text"))
    return [e for e in dated if FOUNDED.search(e.near or e.subject)]


def anniversaries(reading: Reading) -> Iterator[Evidence]:
    """Yield the anniversaries of a founding that facts tell: 举行建校70周年纪念大会."""
    for e in reading.known.evidence:
        if e.unit.name == _ANNIVERSARY and e.number is not None and FOUNDED.search(f"{e.near} {e.subject}"):
            yield e


def back_founded(reading: Reading, spot: Spot, wanted: Parts) -> bool:
    """Back the year of a founding whose anniversary a fact tells for the period: 1954年 by 建校70周年 in 2024."""
    year, month, _ = wanted
    period = reading.known.period
    if year is None or month is not None or not period.year or not FOUNDED.search(reading.text[slice(*spot.clause)]):
        return False
    for e in anniversaries(reading):
        told = next((y for y in (e.year, period.first_year, period.year) if y - int(e.number or 0) == year), 0)
        if told:
            because = f"{told} - {e.core} = {year}"
            reading.backings[spot.at] = Backing((e.at,), (e.fact,), "date_ok", because)
            return True
    return False
