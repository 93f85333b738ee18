"""Which facts state an amount that is asked for: by their label, in a field of the form, or in a sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from drafter.amount import joined
from drafter.models import Fact, FactSheet
from drafter.numbers.find import find_mentions
from drafter.structure.assign import states_something
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.structure.criteria import Amount
from drafter.structure.interval import Interval, exactly, interval_of, read_interval

_BEFORE_NAME = re.compile(
    r"(?:^|[，,。；;、：:\s])(?:(?:本|我|全)?社区|辖区|全年|目前|现|共|的|现有|共有|建有|我们){0,3}$"
)
_ABSENT = re.compile(
    r"(?:未发生|没有发生|没发生|未出现|没有出现|没有|杜绝了|无(?![论法不须线证需锡偿])(?:一[起件例])?)(?P<between>[^，,。；;！？\n\d]*)$"
)
_LIST_ENDS = ("", "、", "和", "及", "与", "或", "以及")
_LINK = re.compile(r"^(?:[:：\s]|达到?|已|为|是|有|共|均|都)+")
_CLAUSE = re.compile(r"[，,。；;！？\n]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one fact says of an amount; `fault` says in one sentence why nothing was read."""

    fact: Fact
    stated: str
    """As typed: 约90%."""
    interval: Interval | None
    fault: str = ""


def label_key(label: str) -> str:
    """Return a label without what people write differently: width, blanks, quotation marks, a colon at the end."""
    return re.sub(r"[\s“”\"'‘’]|[:：]$", "", unicodedata.normalize("NFKC", label))


def field_of(fact: Fact) -> CatalogueField | None:
    """Return the field of the form that a fact answers: the one of its label, or else of its id."""
    return load_catalogue().field_named(fact.label) or load_catalogue().field(fact.id)


def readings(amount: Amount, sheet: FactSheet) -> tuple[Reading, ...]:
    """Return what the facts say of an amount, in the order entered; what can't be read only where nothing can."""
    facts = [f for f in sheet.facts if states_something(f)]
    found = [r for f in facts if (r := _labelled(f, amount))] or [r for f in facts if (r := _told(f, amount))]
    return tuple(r for r in found if r.interval) or tuple(found)


def _labelled(fact: Fact, amount: Amount) -> Reading | None:
    if not fact.value or not _is_named(fact, amount):
        return None
    read = read_interval(fact.value, fact.unit, amount.unit)
    typed = joined(fact.value, fact.unit)
    return Reading(fact, typed, None, read) if isinstance(read, str) else Reading(fact, typed, read)


def _is_named(fact: Fact, amount: Amount) -> bool:
    if label_key(fact.label) in {label_key(n) for n in (amount.name, *amount.names)}:
        return True
    field = field_of(fact)
    return field is not None and field.key in amount.fields


def _told(fact: Fact, amount: Amount) -> Reading | None:
    """Read a sentence: 居民安全感达98%, 全年未发生重大火灾."""
    for name in (amount.name, *amount.names):
        for at in (m.start() for m in re.finditer(re.escape(name), fact.text)):
            read = _figure_behind(fact, name, at, amount.unit) or _absent(fact, name, at, amount.unit)
            if read:
                return read
    return None


def _figure_behind(fact: Fact, name: str, at: int, unit: str) -> Reading | None:
    """Read the only number between a name that begins a clause and the end of the clause."""
    text, start = fact.text, at + len(name)
    stop = _CLAUSE.search(text, start)
    end = stop.start() if stop else len(text)
    claims = [m for m in find_mentions(text) if m.kind == "claim" and start <= m.start < end]
    if len(claims) != 1 or not _BEFORE_NAME.search(text[:at]) or claims[0].start - start > 8:
        return None
    read = interval_of(text, claims[0], "", unit)
    return None if isinstance(read, str) else Reading(fact, _LINK.sub("", text[start:end]), read)


def _absent(fact: Fact, name: str, at: int, unit: str) -> Reading | None:
    """Read that something did not happen, alone or in a list of such things."""
    denied = _ABSENT.search(fact.text[:at])
    if unit == "%" or not denied or (denied["between"] and not denied["between"].endswith(_LIST_ENDS[1:])):
        return None
    behind = fact.text[at + len(name) :]
    if not re.match(r"$|[，,。；;、！\n]|和|及|与|或|以及|等|案件|事件|事故|情况|现象|发生", behind):
        return None
    return Reading(fact, fact.text[denied.start() : at + len(name)], exactly(Decimal(0)))
