"""What the facts state: every number and every list in their labels, values, last period's values and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Literal

from drafter.models import Fact, FactSheet, Mention, NumberType, Value
from drafter.numbers.find import find_mentions
from drafter.numbers.numerals import read_numeral
from drafter.numbers.rules_ages import TENS
from drafter.numbers.rules_one import NONE
from drafter.numbers.typed import with_unit
from drafter.record import record
from drafter.tracing import units
from drafter.tracing.approximation import Sense, sense_of
from drafter.tracing.arithmetic import plain
from drafter.tracing.hours import Time, times_told
from drafter.tracing.label_units import bare_label, figure, unit_hint
from drafter.tracing.leftover import Amount, left_over
from drafter.tracing.listing import Listing, listings_of
from drafter.tracing.names_in_turn import Stretch, names_in_turn
from drafter.tracing.near_words import own_clause
from drafter.tracing.orders import statements, takes_back
from drafter.tracing.period import REPEATED, Period, before_period, founds, read_period
from drafter.tracing.told_sides import is_origin, is_outcome
from drafter.tracing.told_times import dates_in_label, labels_earlier, subject_of, tells_before, year_of
from drafter.tracing.units import Unit
from drafter.tracing.units_shared import unit_of_last
from drafter.tracing.year_lists import years_in_turn

Place = Literal["label", "value", "previous", "text"]

_OF_EACH = frozenset("每/价")
_FIGURE = re.compile(r"[\d.,]+")
_OF_EACH_HEAD = re.compile("每[\u4e00-\u9fff]")
_GOES_WITH = re.compile("[、和与及][\u4e00-\u9fff]{1,6}(?<![共每均])$")
_TOLD = ("value", "text")
_CARRIED_ON = ("", "、", "，", ",")


@record(frozen=True, slots=True)
class Evidence:
    """One number that a fact states, with what it is about."""

    at: int
    """Its place among all evidence of the sheet."""
    fact: str
    value: Value
    core: str
    type: NumberType
    unit: Unit
    sense: Sense
    place: Place
    year: int
    """The year it speaks of; 0 where it says none, which means the sheet's period."""
    prior: bool
    """It speaks of a time before the period, or before a change."""
    subject: str
    """Its fact's label without years and words for earlier times: the same for both sides of a comparison."""
    near: str
    """The words beside it in its own clause."""
    far: str
    """The other words of its fact."""
    order: int
    """Its place among the numbers of its fact."""
    said: str = ""
    """Its unit as the reader names it: 等奖, 届, 周, 点, %."""
    made: str = ""
    """How it was reckoned, where the statement only calls it the rest."""
    start: int = 0
    """Where it begins in its part of the fact."""
    times: tuple[Time, ...] = ()
    """The times of day that it names."""
    number: Decimal | None = field(init=False, compare=False)
    """Its value where that is one number; kept, as each reckoning asks for it of all evidence."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", self.value if isinstance(self.value, Decimal) else None)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that a sheet states, read once."""

    period: Period
    evidence: tuple[Evidence, ...]
    listings: tuple[Listing, ...]
    facts: tuple[Fact, ...]
    """The facts that count as evidence: those that give the writer orders are left out."""
    by_id: dict[str, Fact]
    plain: tuple[Evidence, ...]
    """What the facts' values state of the period as one number."""
    rated: tuple[Evidence, ...]
    """Those of them whose words may tell of so much each: 每期, 元/人, 单价."""
    shared: tuple[Evidence, ...]
    """Those of them that tell what each of several has: 男女各2支."""
    of_fact: dict[str, tuple[Evidence, ...]]
    """The evidence of each fact that has any, by its id."""
    repeated: tuple[str, ...]
    """The ids of the facts that say of something that it is so each time: 每月1次."""
    several: tuple[tuple[str, str], ...]
    """The labels and ids of the facts that state more than one number."""
    order: dict[str, int]
    """The place of each fact in the sheet, by its id."""
    labels: str
    """The labels of all facts, one a line."""
    wordings: dict[str, str]
    """Each fact in one line, by its id."""
    words: tuple[tuple[str, str], ...]
    """All that each fact says, with its id."""

    def wording_of(self, e: Evidence) -> str:
        """Return that part of a fact in one line which has a number: of the last period's 志愿者 上期280人."""
        fact = self.by_id[e.fact]
        if e.place == "previous":
            return fact.wording_before
        return fact.label if e.place == "label" else self.wordings[e.fact]


@dataclass(frozen=True, slots=True)
class _Line:
    fact: Fact
    place: Place
    start: int
    end: int


def claimed(mentions: list[Mention]) -> list[Mention]:
    """Return mentions among which 一 in 未发生一起事故 claims something: that there was none, as 零事故 does."""
    return [replace(m, kind="claim") if m.rule == NONE and m.kind == "vague" else m for m in mentions]


def read_knowledge(sheet: FactSheet) -> Knowledge:
    """Read every number and list of a sheet's facts; facts that are orders to the writer are left out."""
    facts = tuple(statements(sheet.with_ids().facts))
    period = read_period(sheet.period)
    text, lines = _joined(facts)
    evidence: list[Evidence] = []
    mentions = iter(claimed(find_mentions(text)))
    mention = next(mentions, None)
    for line in lines:
        own: list[Mention] = []
        while mention is not None and mention.start < line.end:
            own.append(mention)
            mention = next(mentions, None)
        plainly = line.place == "text"
        claims = [
            m for m in (own if line.place in ("text", "label") else [_counted_term(text, m) for m in own])
            if m.value is not None and (m.kind == "claim" if plainly else m.kind != "term")
            and not m.text.endswith(TENS) and not takes_back(text, m.start, m.end)
        ]  # fmt: skip
        told = list(_of_line(text, line, claims, period, len(evidence)))
        if line.place == "previous":
            told = [_beside_its_like(e, evidence) for e in told]
        evidence += (*told, *_left_over(text, line, claims, told))
    listings = tuple(listing for fact in facts for listing in listings_of(fact))
    order = {fact.id: n for n, fact in enumerate(facts)}
    labels = "\n".join(fact.label for fact in facts)
    wordings = {fact.id: fact.wording for fact in facts}
    by_id = {fact.id: fact for fact in facts}
    words = tuple((f"{fact.label}\n{fact.text}\n{fact.value}", fact.id) for fact in facts)
    of_fact = {f.id: () for f in facts} | {fact: tuple(own) for fact, own in groupby(evidence, attrgetter("fact"))}
    plain = tuple(e for e in evidence if e.place in ("value", "text") and e.number is not None and not e.prior)
    rated = tuple(e for e in plain if not _OF_EACH.isdisjoint(e.near + e.subject))
    shared = tuple(e for e in plain if "各" in e.near)
    repeated = tuple(fact.id for fact in facts if REPEATED.search(fact.value + fact.text + fact.label))
    several = tuple((fact.label, fact.id) for fact in facts if len(of_fact.get(fact.id, ())) > 1)
    return Knowledge(
        period, tuple(evidence), listings, facts, by_id, plain, rated, shared, of_fact, repeated, several, order,
        labels, wordings, words,
    )  # fmt: skip


def _counted_term(text: str, mention: Mention) -> Mention:
    """Return a term of a fact's value that counts something as a claim: 五条标准 says how many standards there are."""
    if mention.kind != "term" or mention.value is not None or not units.unit_at(text, mention.end)[0].name:
        return mention
    value = read_numeral(mention.text)
    return mention if value is None else replace(mention, kind="claim", type="quantity", value=value)


def _joined(facts: tuple[Fact, ...]) -> tuple[str, list[_Line]]:
    """Put all parts of all facts into one text, a line each, so that the reader runs once."""
    pieces: list[str] = []
    lines: list[_Line] = []
    at, whole = 0, ""
    for fact in facts:
        hint = unit_hint(fact.unit, fact.value, fact.label)
        if "其中" not in fact.label[:3]:
            whole = hint
        elif not hint and _FIGURE.fullmatch(fact.value):
            hint = whole  # 其中：视障 30 counts what the total before it counts
        spoken: tuple[tuple[Place, str], ...] = (
            ("label", bare_label(fact.label)), ("value", with_unit(figure(fact.value), hint)),
            ("previous", with_unit(figure(fact.previous), hint)), ("text", fact.text),
        )  # fmt: skip
        for place, piece in spoken:
            if piece:
                lines.append(_Line(fact, place, at, at + len(piece)))
                pieces.append(piece)
                at += len(piece) + 1
    return "\n".join(pieces), lines


def _of_line(text: str, line: _Line, claims: list[Mention], period: Period, at: int) -> Iterator[Evidence]:
    year = 0 if line.place == "previous" else next(filter(None, map(year_of, dates_in_label(line.fact.label))), 0)
    words = bare_label(line.fact.label) + (" " + line.fact.text if line.fact.text and line.place == "value" else "")
    label_prior = labels_earlier(line.fact.label) or before_period(line.fact.label, period)
    subject = subject_of(line.fact.label)
    ends = _ends(text, line, claims)
    nears = _nears(text, line, claims, ends)
    in_turn = years_in_turn(text[line.start : line.end], ends, period) if line.place in _TOLD else {}
    for order, mention in enumerate(claims):
        unit, unit_end = units.unit_behind(text, mention)
        near = nears[order]
        if not unit.name and line.place == "value" and mention.type == "quantity" and len(claims) > 1:
            # 16专职、48兼职 in a field that counts 人: the field's unit is that of each.
            unit = units.UNITS.get(line.fact.unit, unit)
        if not unit.name and mention.type == "quantity":
            unit = unit_of_last(text, claims[order:])
        if line.place in ("value", "text") and mention.type in ("date", "range") and year_of(mention.value):
            year = year_of(mention.value)
        elif line.place in _TOLD and is_outcome(text[line.start : mention.start]):
            year = 0
        year = in_turn.get(order, year)
        told = text[line.start : mention.start] if line.place == "text" else near
        origin = line.place in _TOLD and is_origin(text[line.start : mention.start], text[mention.end : line.end])
        prior = line.place == "previous" or label_prior or tells_before(told) or origin
        prior = prior or bool(year and period.year and year < period.first_year)
        yield Evidence(
            at + order, line.fact.id, mention.value or Decimal(0), mention.text, mention.type, unit,
            sense_of(text, mention.start, mention.end, unit_end), line.place, year, prior, subject,
            near if line.place in ("value", "text") else "",
            _far(text, line, words, [n for n in nears[order + 1 :] if n != near]), order, mention.unit,
            start=mention.start - line.start, times=times_told(text, mention),
        )  # fmt: skip
        year = 0 if mention.type == "date" and founds(text, mention.start, mention.end) else year


def _beside_its_like(e: Evidence, known: list[Evidence]) -> Evidence:
    """Return what was before with the words of what is now: of 213次，平均修复3.6小时 the last period's 4.5小时."""
    alike = [o for o in known if (o.fact, o.place, o.unit) == (e.fact, "value", e.unit)]
    several = len({o.unit for o in known if (o.fact, o.place) == (e.fact, "value")}) > 1
    return replace(e, near=alike[0].near) if several and len(alike) == 1 and not e.near else e


def _left_over(text: str, line: _Line, claims: list[Mention], told: list[Evidence]) -> Iterator[Evidence]:
    """Yield what a statement leaves of its total without saying how much."""
    counted = {m.start - line.start: e for m, e in zip(claims, told, strict=True) if e.type != "ordinal" and e.number}
    known = [Amount(start, e.number or Decimal(0), e.unit) for start, e in counted.items()]
    rest = left_over(text[line.start : line.end], known) if line.place in ("value", "text") else None
    if rest is not None:
        part, last, made = counted[rest.after], told[-1], rest.made
        yield replace(
            part, at=last.at + 1, order=last.order + 1, value=made.value, core=plain(made.value), sense="exact",
            near=rest.name, made=made.reckoning,
        )  # fmt: skip


def _ends(text: str, line: _Line, claims: list[Mention]) -> list[Stretch]:
    """Return where each number of a line begins and its unit ends; 9月分别 has no unit."""
    ends = [m.end if m.type == "date" else units.unit_behind(text, m)[1] for m in claims]
    return [(m.start - line.start, end - line.start) for m, end in zip(claims, ends, strict=True)]


def _nears(text: str, line: _Line, claims: list[Mention], ends: list[Stretch]) -> list[str]:
    """Return for each number of a line the words beside it."""
    nears: list[str] = []
    floor = line.start
    in_turn = names_in_turn(text[line.start : line.end], ends) if line.place in _TOLD else {}
    for order, mention in enumerate(claims):
        unit_end = ends[order][1] + line.start
        following = next((m.start for m in claims[order + 1 :] if m.type != "ordinal"), line.end)
        near = own_clause(text, floor, mention.start, unit_end, min(following, line.end))
        if not near and nears and line.place == "text" and text[floor : mention.start] in _CARRIED_ON:
            near = nears[-1]  # 转移群众96户247人 counts them twice over
        elif near and nears and not subject_of(near) and tells_before(near):
            near = f"{nears[-1]} {near}".strip()  # 平均到场35分钟，上年48分钟
        elif nears and (each := _OF_EACH_HEAD.match(nears[-1])) and _GOES_WITH.match(text, floor, mention.start):
            near = f"{each.group()} {near}"  # 每户150元和大米25公斤
        nears.append(in_turn.get(order, near))
        if mention.type != "ordinal":
            floor = unit_end
    return nears


def _far(text: str, line: _Line, words: str, others: list[str]) -> str:
    """Return the other words of the fact: its label, and of a statement what stands beside no later number."""
    if line.place != "text":
        return words
    told = text[line.start : line.end]
    for piece in sorted({piece for near in others for piece in near.split() if len(piece) > 1}, key=len, reverse=True):
        told = told.replace(piece, " ")
    return f"{bare_label(line.fact.label)} {told}"
