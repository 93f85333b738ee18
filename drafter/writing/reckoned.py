"""What a section may want to say and no model should reckon: growth, differences, shares and totals of its facts.

Only what is certain is offered: exact figures, a part of a named whole, two parts that can't overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.models import Fact
from drafter.numbers.find import find_mentions
from drafter.tracing.arithmetic import difference, growth, plain, share, total

# A label of a whole is its noun with or without one of these: 在册党员, 志愿者总数, 总人口.
_WHOLE_BEFORE = "总共有|现有|共有|在册|登记|注册|全部|辖区|总"
_WHOLE_AFTER = "总人数|总数|人数|数量|总量|总"
_WHOLE = re.compile(rf"^(?:{_WHOLE_BEFORE})?(.+?)(?:{_WHOLE_AFTER})?$")
# Pairs that make up a whole without overlapping: only these are ever added up.
_COMPLEMENTS = (
    ("男", "女"), ("上半年", "下半年"), ("室内", "室外"), ("线上", "线下"), ("新建", "改建"), ("城镇", "农村"),
    ("党员", "非党员"), ("本地", "外来"), ("专职", "兼职"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure that follows from the facts: `name` is its slot, `shown` tells the model what it says."""

    name: str
    value: str
    unit: str
    shown: str
    facts: tuple[str, ...]


def reckon(facts: Sequence[Fact], last: str) -> tuple[Reckoned, ...]:
    """Return what follows from these facts by one step of reckoning; `last` is what the period before is called."""
    exact = [(fact, value) for fact in facts if (value := exact_value(fact.value, fact.unit)) is not None]
    return (*_changes(exact, last), *_shares(exact), *_totals(exact))


def exact_value(typed: str, unit: str) -> Decimal | None:
    """Return the value of a figure typed without any approximation (326, 2.5万), or None."""
    figure = (typed.removesuffix(unit) if unit else typed).strip().removesuffix("%")
    mentions = find_mentions(figure)
    if len(mentions) != 1 or mentions[0].text != figure or mentions[0].approx != "exact":
        return None
    value = mentions[0].value
    return value if isinstance(value, Decimal) else None


def _changes(exact: list[tuple[Fact, Decimal]], last: str) -> Iterator[Reckoned]:
    for fact, value in exact:
        before = exact_value(fact.previous, fact.unit)
        if before is None or before == value:
            continue
        word = "增加" if value > before else "减少"
        unit = "个百分点" if fact.unit == "%" else fact.unit
        gap = plain(abs(difference(value, before).value))
        yield Reckoned(f"{fact.id}.difference", gap, unit, f"{fact.label}比{last}{word} {gap}{unit}", (fact.id,))
        change = growth(value, before)
        if change and fact.unit != "%":
            word = "增长" if value > before else "下降"
            rate = _percent(abs(change.value))
            if 0 < value < before and rate == "100%":  # Of 6729 there are 3 left.
                continue
            yield Reckoned(f"{fact.id}.growth", rate, "", f"{fact.label}比{last}{word} {rate}", (fact.id,))


def _shares(exact: list[tuple[Fact, Decimal]]) -> Iterator[Reckoned]:
    for part, value in exact:
        wholes = [(w, v) for w, v in exact if _is_part(part, w) and 0 < value < v]
        if len(wholes) == 1:
            whole, all_of_it = wholes[0]
            portion = share(value, all_of_it)
            rate = _percent(portion.value if portion else Decimal(0))
            shown = f"{part.label}占{whole.label}的 {rate}"
            yield Reckoned(f"{part.id}.share", rate, "", shown, (part.id, whole.id))


def _totals(exact: list[tuple[Fact, Decimal]]) -> Iterator[Reckoned]:
    for n, (one, value) in enumerate(exact):
        for other, more in exact[n + 1 :]:
            if one.unit == other.unit and _complement(one.label, other.label):
                if any(v == value + more and fact.unit == one.unit for fact, v in exact):
                    continue  # The whole has been entered itself.
                both = plain(total((value, more)).value)
                shown = f"{one.label}与{other.label}合计 {both}{one.unit}"
                yield Reckoned(f"{one.id}.total", both, one.unit, shown, (one.id, other.id))


def _is_part(part: Fact, whole: Fact) -> bool:
    """Whether one label names a part of the other: 女性党员 of 在册党员."""
    found = _WHOLE.match(whole.label)
    noun = found.group(1) if found else ""
    named = noun != whole.label or len(noun) >= 2
    return (
        part.unit == whole.unit
        and part.id != whole.id
        and named
        and len(noun) >= 2
        and part.label != whole.label
        and part.label.endswith(noun)
        and len(part.label) > len(noun)
        and _WHOLE.sub(r"\1", part.label) != noun
    )


def _complement(one: str, other: str) -> bool:
    return any(
        (a in one and one.replace(a, b, 1) == other) or (b in one and one.replace(b, a, 1) == other)
        for a, b in _COMPLEMENTS
    )


def _percent(value: Decimal) -> str:
    """Return a percentage with at most one decimal place: 9.4%, 50%."""
    return plain(value, 1) + "%"
