"""Numbers that belong to another case of their fact: 70岁以上五折 of 70岁以上八折，90岁以上五折."""

from __future__ import annotations

from itertools import pairwise

from drafter.tracing.evidence import Evidence
from drafter.tracing.reading import Objection, Reading

_REACH = 10


def flag_mismatched(reading: Reading) -> None:
    """Object to a number that belongs to another case of its fact: 70岁以上五折 of 70岁以上八折，90岁以上五折."""
    for first, spot in pairwise(reading.spots):
        backing, before = reading.backings.get(spot.at), reading.backings.get(first.at)
        if first.clause != spot.clause or backing is None or before is None:
            continue
        if len(backing.evidence) != 1 or len(before.evidence) != 1:
            continue
        if spot.form in ("date", "ordinal"):
            continue  # 由7月的12件降到9月的5件: a month is a case itself, as 第三 in 第一车间42人、第三车间19人 is
        own, case = reading.known.evidence[backing.evidence[0]], reading.known.evidence[before.evidence[0]]
        if case.fact != own.fact:
            case = _case_in(reading, own, case)
        paired = own.fact == case.fact and own.place == case.place
        told_first = case.unit.dimension == "年龄" or case.type == "ordinal"
        ahead = own.at < case.at and told_first  # the value of the case before, told of this one
        if not paired or (own.at <= case.at + 1 and not ahead) or case.at + 1 >= len(reading.known.evidence):
            continue
        right, its_case = reading.known.evidence[case.at + 1], reading.known.evidence[own.at - 1]
        alike = right.unit == own.unit and right.type == own.type and its_case.unit == case.unit
        if alike and right.value != own.value and its_case.at != case.at and case.unit.name != own.unit.name:
            reading.refuse(spot.at, Objection("swapped_subject", (own,), (right,)))


def _case_in(reading: Reading, own: Evidence, case: Evidence) -> Evidence:
    """Return the case as the number's own fact names it, where it does: 80岁以上 of 60岁以上2元，80岁以上4元."""
    near = reading.known.evidence[max(0, own.at - _REACH) : own.at + _REACH]
    own_cases = [
        o for o in near if o.fact == own.fact and o.place == own.place and o.value == case.value and o.unit == case.unit
    ]
    return own_cases[0] if own_cases else case
