"""How many others there are beside the one itself: 领先其他9个乡镇 of 第1名，共10个乡镇, 其他 of what all are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.tracing import arithmetic
from drafter.tracing.operands import plain_operands
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.units import same_unit

_WEIGHT = 0.8
_OTHERS = re.compile(
    "(?:超过|领先于?|力压|击败|战胜|赶超|优于|高于|胜过|超越|[把将])(?:了)?(?:其他|其它|其余|另外|同[区县市街镇]的?)的?$"
)
_FIRST = re.compile("第一|首位|榜首|冠军|第1|头名|夺冠|一等奖")
_ONE = Decimal(1)


def others_outdone(task: Task) -> Iterator[Outcome]:
    """Yield all that a rank is among without the one that came first."""
    if not _OTHERS.search(task.words):
        return
    forms = task.reading.values.forms
    fits = task.reading.fits[task.spot.at]
    for _, fact in task.reading.known.several:
        own = task.reading.known.of_fact[fact]
        first = any(forms[e.at] == "ordinal" and e.number == _ONE for e in own)
        first = first or _FIRST.search(task.reading.known.wordings[fact]) is not None
        named = any(fits.get(e.at).whole for e in own)
        for among in (e for e in own if e.place != "label" and forms[e.at] == "number" and not e.prior):
            if first and named and same_unit(among.unit, task.spot.unit) and among.number is not None:
                made = arithmetic.difference(among.number, _ONE)
                yield outcome(made, plain_operands([among], _WEIGHT), "derived_diff", exact=True)
