"""The facts that have a number's value, in a fitting unit."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.models import Category
from drafter.record import record
from drafter.tracing.companions import goes_on_in_fact
from drafter.tracing.evidence import Evidence
from drafter.tracing.fits import Fits
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import units_agree
from drafter.tracing.nouns import counts_bodies
from drafter.tracing.objections.no_rivals import GIVEN
from drafter.tracing.objections.rivals import one_scale
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.outcome import stated_by

_DAYS = ("天", "日")
_YEARS = ("年", "周年")
_BIRTHDAY = re.compile("生日|华诞|寿辰")
_GIFTS = frozenset("枚只台套个块部件张本份副床辆把顶")
_BY_NAME = frozenset((*_DAYS, *_YEARS, *_GIFTS, "份", "次", "人", "名", "位", "个"))
_PAPER = re.compile("(?:承诺|责任|协议|保证|意向|决心)书")
_SIGNED = re.compile("签")
_SIGNERS = frozenset(("人", "名", "位", "户", "家", "个"))
_PEOPLE = frozenset(("人", "名", "位", "个"))
_HANDS = re.compile(
    "张(?:笑|面|圆|小)?(?:脸|面孔)|双[\u4e00-\u9fff]{0,2}(?:手|眼睛)(?![套机工])|颗[\u4e00-\u9fff]{0,2}心(?!形)"
)
_TIMES = "次"
_OBJECTS = frozenset("面课会")
_NOUN = 2


@record(frozen=True, slots=True)
class Candidate:
    """A fact that has the number's value."""

    evidence: Evidence
    actual: Decimal | None
    fits: Fits

    @property
    def fit(self) -> float:
        """How well it fits the words around the number."""
        return self.fits.get(self.evidence.at).whole

    def fits_at_least(self, least: float) -> bool:
        """Say whether it fits so well, without reading further than needed."""
        return self.fits.reaches(self.evidence.at, least)


def candidates(reading: Reading, spot: Spot) -> list[Candidate]:
    """Return the evidence with the number's value in a fitting unit, best fit first."""
    if spot.number is None or spot.form == "clock":
        return []
    shape, unit, fits, forms = spot.form, spot.unit.name, reading.fits[spot.at], reading.values.forms
    found = [
        Candidate(e, actual, fits)
        for e, actual in reading.values.close(shape, stated_by(spot), spot.unit)
        if (units_agree(spot.unit, e) or (e.unit.name in _BY_NAME and _counts_by_name(reading, spot, e)))
        and (forms[e.at] == shape or forms[e.at] == "range")
        and (shape != "ordinal" or (one_scale(spot.mention.unit, e.said) and not _vaguer(reading, spot, e)))
    ]
    if len(found) < 2:
        return found
    return sorted(
        found,
        key=lambda c: (
            not counts_bodies(reading, spot, c.evidence),
            not goes_on_in_fact(reading, spot, c.evidence),
            -round(c.fit, 2),
            c.evidence.unit.name != unit,
            c.evidence.place != "value",
            c.evidence.at,
        ),
    )


def _counts_by_name(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number counts what a fact does in another unit, by its name."""
    ways = (_counts_days, _signs, _has_its_birthday, _is_given, told_by_their_hands, _told_by_its_verb)
    return any(way(reading, spot, e) for way in ways)


def _counts_days(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number counts days by their name, as the fact does: 78个上学日 of 上学日 78天."""
    named = e.unit.name in _DAYS and e.subject.endswith("日") and spot.unit.name.startswith("个")
    return named and reading.text.startswith(e.subject, spot.unit_end - len(spot.unit.name) + 1)


def _has_its_birthday(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether years are told as an age of what has no other: 合唱团5周岁生日 of 合唱团 成立5周年."""
    aged = e.unit.name in _YEARS and spot.unit.dimension == "年龄"
    return aged and _BIRTHDAY.match(reading.text, *spot.after) is not None


def _is_given(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number counts those who each got one of what a fact counts: 为64名老人配发手环 of 老人手环 64只."""
    if e.unit.name not in _GIFTS or spot.unit.name not in _SIGNERS or e.near:
        return False
    told = reading.text[spot.unit_end : spot.clause[1]]
    given = GIVEN.search(told)
    if given is None or not e.subject.endswith(given["what"]):
        return False
    whom = e.subject.removesuffix(given["what"])
    return len(whom) >= _NOUN and told.startswith(whom)


def _signs(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number counts those of whom each signed one paper that the fact counts: 214名农机手签下承诺书."""
    paper = _PAPER.search(e.subject) if e.unit.name == "份" and spot.unit.name in _SIGNERS else None
    if paper is None or not _SIGNED.search(reading.text, spot.after[0], spot.clause[1]):
        return False
    who = e.subject[: paper.start()]
    told = reading.text[spot.unit_end : spot.clause[1]]
    return len(who) >= _NOUN and told.startswith(who) and paper.group() in told


def told_by_their_hands(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether people are told by what each of them has: 210张笑脸 of 学员 210人, 64双手 of 绣娘 64名."""
    told = _HANDS.match(reading.text, spot.mention.end) if e.unit.name in _PEOPLE and not e.unit.dimension else None
    return told is not None


def _told_by_its_verb(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether times are counted by the object of their verb: 每月碰1面, 见一面 of 见面1次, 碰面1次."""
    noun, verb = spot.mention.unit, reading.text[spot.mention.start - 1 : spot.mention.start]
    return e.unit.name == _TIMES and noun in _OBJECTS and e.near.endswith(verb + noun)


def _vaguer(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact tells only of the leading places, and the draft of one of them: 第三 of 前三."""
    leading = f"前{e.core}" in reading.known.wordings[e.fact]
    return leading and not reading.text.endswith("前", 0, spot.mention.start)


def category_of(spot: Spot, best: Candidate) -> Category:
    """Return how a number restates the evidence that backs it."""
    number, e = spot.number, best.evidence
    assert number is not None
    if e.made:
        return "derived_diff"
    if best.actual != number.value and e.sense == "exact":
        return "approx_ok"
    if e.unit.dimension and spot.unit.name and e.unit.name != spot.unit.name:
        return "unit_conversion"
    if e.place == "text":
        return "free_text"
    return "exact" if spot.mention.text == e.core else "reformatted"
