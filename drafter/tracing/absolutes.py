"""Absolutes that go with a count: 93名党员全部参加 stands where a fact says so or the facts' numbers make it plain.

They are no numbers: the traces of a text know nothing of them. Which words count is data in absolutes.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from drafter.models import Absolute, Fact, Trace
from drafter.tracing.absolute_counts import Count, counts_of
from drafter.tracing.absolute_words import ENDED, OF_ANY_DEED, SAYS_ALL, STOP, Said, absolutes_in
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import spots_before, spots_within
from drafter.tracing.reading import Reading
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.units import convert, same_unit
from drafter.tracing.vocabulary import DONE, GENERIC

_JOINED = re.compile(r"[、和与及]")
_SUMMED = re.compile(r"[共计这]")
_RATE = re.compile(r"([\u4e00-\u9fff]{1,8})率")
_BARE_RATE = re.compile(r"[\u4e00-\u9fff]{2}率$")
_ALIKE = 0.6
"""A fact is about a clause where so many of its label's pieces stand in it."""
_LONGEST_QUOTE = 36
_FIGURE = re.compile(r"[\d.]+")
"""The rest of a number that a quotation may not end in."""
_MOST_PARTS = 6
_DONE = re.compile("|".join(DONE))


@dataclass(frozen=True, slots=True)
class _Claim:
    """An absolute with the words that it is about."""

    said: Said
    counts: tuple[Count, ...]
    thing: frozenset[str]
    deed: frozenset[str]
    deed_words: str


def judge_absolutes(reading: Reading, traces: Sequence[Trace]) -> tuple[Absolute, ...]:
    """Return every absolute word that goes with a count, and whether the facts bear it out."""
    found: list[Absolute] = []
    for said in absolutes_in(reading.text, reading.known.period.year or 0):
        counts = counts_of(reading, traces, said)
        if counts:
            found.append(_judged(reading, traces, _claim(reading.text, said, counts)))
        elif dated := _dated(reading, traces, said):
            found.append(_stands(reading, said, dated))
    return tuple(found)


def _claim(text: str, said: Said, counts: tuple[Count, ...]) -> _Claim:
    before = text[said.context[0] : said.start]
    behind = "" if said.covers else text[said.end : said.clause[1]]
    if counts[-1].start >= said.end:
        before, behind = text[said.context[0] : counts[-1].end], text[counts[-1].end : said.clause[1]]
    words = behind if len(behind) > 1 else text[counts[-1].end : said.start]
    deed = {piece for word in (words, *also_called(words)) for piece in pieces(word)}
    return _Claim(said, counts, frozenset(pieces(before)) - GENERIC, frozenset(deed), words)


def _judged(reading: Reading, traces: Sequence[Trace], claim: _Claim) -> Absolute:
    backing = (
        _worded(reading, claim)
        or _at_full_rate(reading, traces, claim)
        or _by_numbers(reading, claim)
        or _added_up(reading, claim)
        or _as_many_told(reading, claim)
    )
    if backing:
        return _stands(reading, claim.said, backing)
    return _flagged(reading, claim)


def _stands(reading: Reading, said: Said, facts: tuple[str, ...]) -> Absolute:
    wordings = "”“".join(reading.known.wordings[fact] for fact in facts[:2])
    word = reading.text[said.start : said.end]
    return Absolute(said.start, said.end, word, False, facts, f"与“{wordings}”一致。" if wordings else "")


def _worded(reading: Reading, claim: _Claim) -> tuple[str, ...]:
    """Return the fact that says in its own words that it is so of all."""
    for fact, wording in reading.known.wordings.items():
        for told in _told_of_all(reading.known.by_id[fact].label, wording):
            if _says_it(reading.known.by_id[fact], told, claim):
                return (fact,)
    return ()


@lru_cache(maxsize=4096)
def _told_of_all(label: str, wording: str) -> tuple[str, ...]:
    """Return the clauses of a fact that say something of all, under its label."""
    if not SAYS_ALL.search(wording):
        return ()
    named = bool(SAYS_ALL.search(label))
    told = STOP.split(wording.removeprefix(label))
    return tuple(f"{label} {clause}" for clause in told if named or SAYS_ALL.search(clause))


def _says_it(fact: Fact, told: str, claim: _Claim) -> bool:
    own = set(pieces(told))
    telling = claim.deed - GENERIC or claim.deed
    of_deed = _rates(told, claim.deed_words) if _RATE.search(told) else not telling or bool(telling & own)
    of_thing = not claim.thing or bool(claim.thing & {*pieces(fact.wording), *_called(fact.wording)})
    return of_deed and (of_thing or _BARE_RATE.match(fact.label) is not None)


def _called(words: str) -> Iterator[str]:
    return (piece for word in also_called(words) for piece in pieces(word))


def _rates(told: str, deed: str) -> bool:
    """Say whether the rate that is told last is that of a deed: 签订率 of 签订责任书, 救助成功率 of 获救."""
    rate = next(reversed(_RATE.findall(told)), "").removesuffix("成功")[-2:]
    return rate in OF_ANY_DEED or any(sign in deed for sign in rate)


def _at_full_rate(reading: Reading, traces: Sequence[Trace], claim: _Claim) -> tuple[str, ...]:
    """Return the facts behind the 100% of the deed that the sentence goes on to tell: 全部签订，签订率100%."""
    for spot in spots_within(reading.spots, claim.said.end, claim.said.sentence_end):
        if spot.form == "share":
            full = spot.shown is not None and spot.shown.value == 100 and not traces[spot.at].flagged
            if full and _rates(reading.text[slice(*spot.before)], claim.deed_words):
                return traces[spot.at].facts
    return ()


def _by_numbers(reading: Reading, claim: _Claim) -> tuple[str, ...]:
    """Return the facts that have the count both as what there is and as what was done: 受理1305件, 办结1305件."""
    between = reading.text[claim.counts[0].end : claim.counts[-1].start]
    each = bool(_JOINED.search(between)) and not _SUMMED.search(between)
    backings = [_as_many_done(reading, count, claim) for count in claim.counts]
    if each and not all(backings):
        return ()
    return next((backing for backing in reversed(backings) if backing), ())


def _as_many_done(reading: Reading, count: Count, claim: _Claim) -> tuple[str, ...]:
    told = [(e, convert(e.number, e.unit, count.unit)) for e in reading.known.plain if e.number]
    equal = [(e, value) for e, value in told if value in count.values]
    for done, value in equal:
        own = {*pieces(done.near), *pieces(done.subject)}
        deed = claim.deed & own - (claim.thing if done.fact in count.facts else frozenset())
        if not deed and not (claim.thing & own and any(word in done.near + done.subject for word in OF_ANY_DEED)):
            continue
        if not same_unit(done.unit, count.unit) and not deed - GENERIC:
            continue
        as_told = value == count.values[0]
        if as_told and count.reckoned and done.fact not in count.facts:
            return (*count.facts, done.fact)
        if as_told and (listed := _listed(reading, count)):
            return (*listed, done.fact)
        for whole, other in equal:
            alike = whole.at != done.at and other == value and same_unit(whole.unit, count.unit)
            if alike and _is_whole(reading, whole, done, claim):
                return tuple(dict.fromkeys((whole.fact, done.fact)))
    return ()


def _listed(reading: Reading, count: Count) -> tuple[str, ...]:
    """Return the facts of the parts that the draft lists right before, if they make the count: 17间、5间，这22间."""
    before = spots_before(reading.spots, count.start)
    total, facts = Decimal(0), list[str]()
    for spot in islice((s for s in before if s.mention.end <= count.start and s.mention.kind == "claim"), _MOST_PARTS):
        own = reading.stated(spot.at)
        if own is None or spot.value is None or not same_unit(spot.unit, count.unit):
            return ()
        total += spot.value
        facts.append(own.fact)
        if total >= count.values[0]:
            return tuple(facts) if total == count.values[0] and len(facts) > 1 else ()
    return ()


def _added_up(reading: Reading, claim: _Claim) -> tuple[str, ...]:
    """Return the facts that the deed names, if they make the count: 9人 and 23人 for 32人全部纳入社区戒毒、社区康复."""
    count = claim.counts[-1]
    named = [e for e in reading.known.plain if len(e.subject) > 1 and e.subject in claim.deed_words]
    parts = [e for e in named if e.place == "value" and same_unit(e.unit, count.unit)]
    total = sum(e.number for e in parts if e.number is not None)
    return tuple(dict.fromkeys(e.fact for e in parts)) if len(parts) > 1 and total == count.values[0] else ()


def _as_many_told(reading: Reading, claim: _Claim) -> tuple[str, ...]:
    """Return the facts of all and of those done that the sentence just told alike: 排查15处，整改15处，无一遗漏."""
    count = claim.counts[-1]
    told = list(islice(spots_before(reading.spots, count.end), 2))
    if len(told) < 2 or told[0].mention.start != count.start or told[0].sentence != told[1].sentence:
        return ()
    done, whole = (reading.stated(spot.at) for spot in told)
    if done is None or whole is None or done.fact == whole.fact or done.number != whole.number:
        return ()
    settled, taken = _DONE.search(done.near or done.subject), _DONE.search(whole.near or whole.subject)
    same = claim.deed <= claim.thing or (settled is not None and settled.group() in claim.deed_words)
    alike = same_unit(done.unit, whole.unit) and reading.neighbours(done.fact, whole.fact)
    return (whole.fact, done.fact) if settled and not taken and same and alike else ()


def _is_whole(reading: Reading, whole: Evidence, done: Evidence, claim: _Claim) -> bool:
    """Say whether evidence gives all that there is of what was done: it names the thing, or stands beside it."""
    own = {*pieces(whole.near), *pieces(whole.subject)}
    return bool(claim.thing & own) or reading.neighbours(whole.fact, done.fact)


def _dated(reading: Reading, traces: Sequence[Trace], said: Said) -> tuple[str, ...]:
    """Return the facts behind the date at which one thing ended: 8月25日全部竣工."""
    if not ENDED.search(reading.text[said.end : said.clause[1]]):
        return ()
    near = spots_within(reading.spots, said.clause[0], said.start)
    return next((traces[s.at].facts for s in near if s.mention.type == "date" and not traces[s.at].flagged), ())


def _flagged(reading: Reading, claim: _Claim) -> Absolute:
    said, count = claim.said, claim.counts[-1]
    word = reading.text[said.start : said.end]
    other = _contrary(reading, claim, count)
    told = f"正文说“{_quoted(reading.text, claim)}”，"
    remedy = f"请删去“{word}”"
    if other is None:
        told += f"事实里没有写明“{word}”"
        facts = count.facts
    else:
        told += f"事实里是“{reading.known.wordings[other.fact]}”，没有写明“{word}”"
        facts = (other.fact,)
        if other.number is not None and other.number < count.values[0]:
            written = reading.text[count.end - len(count.unit.name) : count.end] if count.end > count.start else ""
            unit = written or other.unit.name
            remedy = f"请改成{other.core}{unit}、删去“{word}”"
    because = f"{told}；{remedy}，或补一条写明“{word}”的事实。"
    return Absolute(said.start, said.end, word, True, facts, because)


def _contrary(reading: Reading, claim: _Claim, count: Count) -> Evidence | None:
    """Return what the facts count of the same, as fewer that were done or as more that there are."""
    best: tuple[float, Evidence | None] = (0.0, None)
    named = {piece for fact in count.facts for piece in pieces(reading.known.by_id[fact].label)}
    is_deed = not count.reckoned and bool(named & claim.deed - claim.thing)
    for e in reading.known.plain:
        if e.number in (None, count.values[0]) or e.place != "value" or not same_unit(e.unit, count.unit):
            continue
        if len(reading.known.of_fact[e.fact]) > 1:
            continue
        own = pieces(e.subject)
        fewer = e.number is not None and e.number < count.values[0]
        about = claim.deed | claim.thing if fewer else claim.thing
        score = sum(piece in about for piece in own) / len(own) if own else 0.0
        if score >= _ALIKE and score > best[0] and (claim.deed & set(own) if fewer else is_deed):
            best = (score, e)
    return best[1]


def _quoted(text: str, claim: _Claim) -> str:
    start, end = claim.said.context
    if claim.counts[-1].start >= claim.said.clause[0]:
        start = claim.said.clause[0]
    if end - start > _LONGEST_QUOTE:
        start = max(start, min(claim.counts[-1].start, claim.said.start))
        cut = max(start + _LONGEST_QUOTE, claim.said.end)
        figure = _FIGURE.match(text, cut)
        end = min(end, figure.end() if figure else cut)
    return text[start:end].strip()
