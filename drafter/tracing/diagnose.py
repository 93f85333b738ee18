"""What is probably wrong with a number that nothing backs: which fact it was meant to state, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from drafter.tracing import cues
from drafter.tracing.changes import change_told, points_told
from drafter.tracing.date_rivals import tells_event
from drafter.tracing.diagnosis import Diagnosis
from drafter.tracing.ends_meant import ends_meant
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import DECADE
from drafter.tracing.founding import anniversary_meant, founding_meant
from drafter.tracing.layout import Spot
from drafter.tracing.named_here import named_here, told_already
from drafter.tracing.nearness import closer, comes_closer
from drafter.tracing.objections.narrowed import narrows
from drafter.tracing.objections.rivals import digits, of_one_kind
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.listed import listed_by
from drafter.tracing.reckoning.meant import (
    announced,
    carries_average,
    is_change_or_mean,
    is_made,
    is_total,
    reckoned_by_name,
    tells_its_own,
)
from drafter.tracing.reckoning.measures import of_other_measure, of_same_measure, over_the_period
from drafter.tracing.reckoning.multiples_meant import TIMES, is_multiple, multiple_meant
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.reckoning.total_meant import total_meant
from drafter.tracing.slips import TURNED, date_slipped, digits_slipped
from drafter.tracing.subject import pieces
from drafter.tracing.suspects import (
    DATED,
    apart_in_digits,
    counts_no_names,
    in_another_unit,
    is_far_off,
    meant_here,
    misread_here,
    slip_of,
)
from drafter.tracing.swapped import shares_more, sources_of, swapped
from drafter.tracing.told_events import tells
from drafter.tracing.unstated import unstated

_CLEAR = 0.5
_STRETCHED = ("clock", "span", "range")
_DOUBTLESS = 0.7
_FIGURES = 3
_BOTH = 2
_NOTHING = Objection("invented")
_RECKONED = ("invented", "wrong_derived")
_HELD_AGAINST = ("invented", "wrong_value", "wrong_digit", "wrong_magnitude", "approx_wrong")
"""What is told of a number that was held against the figure of one fact."""


def diagnose(reading: Reading, spot: Spot) -> Diagnosis:
    """Return what is wrong with a number that has no backing; of what no fact states it is no wrong figure."""
    found = _diagnosis(reading, spot)
    held = found.meant[:1] if found.category in _HELD_AGAINST and not _is_a_slip(spot, found) else ()
    words = unstated(reading, spot, held[0]) if held and spot.form in ("number", "share") else ""
    return Diagnosis("invented", held, unstated=words) if words else found


def _is_a_slip(spot: Spot, found: Diagnosis) -> bool:
    """Say whether digits that changed places, or noughts, make the number of what was meant: hardly by chance."""
    tenfold = found.category == "wrong_magnitude" and not (found.meant and apart_in_digits(spot, found.meant[0]))
    return found.slip == TURNED or tenfold


def _diagnosis(reading: Reading, spot: Spot) -> Diagnosis:
    """Return what is wrong with a number by what its words name and what its digits may have been."""
    if counts_no_names(reading, spot):
        reading.objections.pop(spot.at)
    objection = reading.objections.get(spot.at, _NOTHING)
    shape = spot.form
    meant = meant_here(reading, spot, shape)
    sure = bool(meant) and reading.fits[spot.at].close(meant[0].at) >= _CLEAR
    named = named_here(reading, spot) if shape in ("number", "share") else None
    if named is not None and slip_of(reading, spot, named) is None and _has_turned(reading, spot):
        named = None
    if named is not None:
        meant, sure = (named, *(e for e in meant if e != named and not told_already(reading, spot, e))), True
    if is_multiple(spot) and not any(e.said == TIMES for e in meant):
        return _of_times(reading, spot, meant[:1] if sure else ())
    told = _of_its_form(reading, spot, meant, sure)
    if told is not None:
        return told
    if objection.category == "stale_period":
        return _of_other_time(reading, objection)
    plainly = _changed_or_total(reading, spot, meant, sure)
    if plainly is not None:
        return plainly
    if meant and of_other_measure(reading, spot, meant[0]):
        return _of_each_or_all(reading, spot, meant)
    in_other_unit = in_another_unit(reading, spot)
    if objection.category == "swapped_subject" and not _names(reading, spot, in_other_unit):
        return swapped(reading, spot, objection, named)
    if shape == "range":
        return Diagnosis("wrong_value" if objection.meant else "invented", objection.meant)
    if in_other_unit and not _is_bound(spot, meant):
        sure = sure and _fits_better(reading, spot, meant[0], in_other_unit[0])
        return Diagnosis("wrong_unit", meant[:1] if sure else (), in_other_unit, certain=sure)
    return _reckoned_or_stated(reading, spot, meant, sure, named)


def _of_its_form(reading: Reading, spot: Spot, meant: tuple[Evidence, ...], sure: bool) -> Diagnosis | None:
    """Return what a date, a stretch, a place in an order or an anniversary should be; None for any other number."""
    objection = reading.objections.get(spot.at, _NOTHING)
    known = objection.meant
    if spot.form in _STRETCHED and (ends := ends_meant(reading, spot, known or meant)) is not None:
        return ends
    if spot.form in DATED:
        return _dated(reading, spot, known or meant, sure)
    if spot.form == DECADE:
        return Diagnosis("wrong_value", known, certain=True)
    if spot.form == "ordinal" and objection.reckoned is not None:
        return Diagnosis("wrong_derived", known, (), objection.reckoned, certain=True)
    if spot.form == "ordinal":
        return Diagnosis("wrong_rank" if meant else "invented", meant[:2], certain=sure)
    anniversary = anniversary_meant(reading, spot)
    return Diagnosis("wrong_value", (anniversary,), certain=True) if anniversary is not None else None


def _is_bound(spot: Spot, meant: tuple[Evidence, ...]) -> bool:
    """Say whether the fact that the words speak of has the very number, so that only its 不到 or 超 is wrong."""
    rough = spot.number is not None and spot.number.sense != "exact"
    same = bool(meant) and meant[0].number == spot.value and meant[0].unit.size == spot.unit.size
    return rough and same and of_one_kind(spot, meant[0])


def _fits_better(reading: Reading, spot: Spot, one: Evidence, other: Evidence) -> bool:
    """Say whether a fact is called more clearly than another one: 心理辅导服务学生 is 心理辅导 rather than 学生."""
    fits = reading.fits[spot.at]
    return one.fact == other.fact or fits.close(one.at) > fits.close(other.at)


def _of_other_time(reading: Reading, objection: Objection) -> Diagnosis:
    """Return what a number of another time should be: this period's, or the last one's where that is told of."""
    if objection.reckoned is not None:  # a sum of an earlier year's parts
        return Diagnosis("stale_period", objection.meant, objection.taken, objection.reckoned, certain=True)
    pairs = [c for c in reading.comparisons if not c.increase]
    now = tuple(c.now for c in pairs if c.before in objection.taken)
    meant = now or tuple(c.before for c in pairs if c.now in objection.taken and not objection.because)
    return Diagnosis("stale_period", meant, objection.taken, certain=bool(meant))


def _changed_or_total(reading: Reading, spot: Spot, meant: tuple[Evidence, ...], sure: bool) -> Diagnosis | None:
    """Return the change that a level was told as, or the total of what the words enumerate; None where neither is."""
    level = next((e for e in meant if e.number == spot.value is not None and e.unit == spot.unit), None)
    change = change_told(reading, spot, level) if level is not None and spot.form == "number" else None
    if level is not None and change is not None:
        return Diagnosis("wrong_derived", (level,), (), change, certain=True)
    rate = meant[0] if sure else _just_told(reading, spot)
    points = points_told(reading, spot, rate) if rate is not None else None
    if points is not None and rate is not None:
        return Diagnosis("wrong_derived", (rate,), (), points.change, certain=bool(points.told), instead=points.told)
    if listed_by(reading, spot) == []:
        return Diagnosis("invented")
    total = total_meant(reading, spot)
    return Diagnosis("wrong_derived", total.meant, (), total.reckoned, certain=True) if total is not None else None


def _just_told(reading: Reading, spot: Spot) -> Evidence | None:
    """Return what the number right before states, where the sentence goes on from it: 达98.6%，提高2.4%."""
    before = reading.spots[spot.at - 1] if spot.at else None
    return reading.stated(before.at) if before is not None and before.sentence == spot.sentence else None


def _of_each_or_all(reading: Reading, spot: Spot, about: tuple[Evidence, ...]) -> Diagnosis:
    """Return what a number should be whose fact tells of each what it tells of all, or the other way round."""
    objection = reading.objections.get(spot.at, _NOTHING)
    if objection.category == "swapped_subject":
        return swapped(reading, spot, objection, None)
    made = reckoned_by_name(reading, spot) or over_the_period(reading, spot, about[0])
    if made is not None:
        return Diagnosis("wrong_derived", made.meant, (), made.reckoned, certain=True)
    found = _reckoned_or_stated(reading, spot, (), sure=False, named=None)
    return found if found.meant or found.reckoned is not None else replace(found, meant=about[:1])


def _of_times(reading: Reading, spot: Spot, about: tuple[Evidence, ...]) -> Diagnosis:
    """Return what a wrong multiple should be of the two sides that its words name; no count is told against it."""
    found = multiple_meant(reading, spot)
    if found is None:
        return Diagnosis("invented", about)
    sides = tuple(reading.known.evidence[at] for o in found[0].operands for at in o.evidence)
    return Diagnosis("wrong_derived", sides, (), found[0].derived, certain=found[1])


def _has_turned(reading: Reading, spot: Spot) -> bool:
    """Say whether two digits changed places make the number of a fact's: 9.37万 of 9.73万."""
    slips = (slip_of(reading, spot, e) for e in misread_here(reading, spot))
    return any(slip is not None and slip[1] == TURNED for slip in slips)


def _dated(reading: Reading, spot: Spot, known: tuple[Evidence, ...], sure: bool) -> Diagnosis:
    """Return which date or time was meant of those that the words speak of; 晚8点 means no 周三 of the same fact."""
    known = tuple(e for e in known if reading.values.forms[e.at] == spot.form) or known
    near = tuple(e for e in known if date_slipped(spot, e))
    if len(near) == 1:
        return Diagnosis("wrong_date", near, certain=True)
    if not known and spot.form == "date" and (founded := founding_meant(reading, spot)):
        return Diagnosis("wrong_date", founded, certain=True)
    told = bool(known) and (tells_event(reading, spot, known[0]) or tells(reading, spot, known[0]))
    return Diagnosis("wrong_date" if known else "invented", known[:2], certain=(sure or told) and len(known) == 1)


def _reckoned_or_stated(
    reading: Reading, spot: Spot, meant: tuple[Evidence, ...], sure: bool, named: Evidence | None
) -> Diagnosis:
    """Return what the number should be by a reckoning, or by the fact that its words speak of."""
    objection = reading.objections.get(spot.at, _NOTHING)
    own = named or (meant[0] if sure else None)
    if own is not None and objection.category in _RECKONED and tells_its_own(reading, spot, own):
        return _against(reading, spot, (own, *(e for e in meant if e != own)), sure, own)
    called_for = announced(reading, spot) or carries_average(reading, spot)
    if named is None and sure and of_same_measure(reading, spot, meant[0]):
        named = meant[0]  # 每个服务站6名 of 每个服务站5名 is no reckoned one
    by_name = reckoned_by_name(reading, spot)
    due = by_name.reckoned if by_name is not None and called_for and named is None else None
    if by_name is not None and due is not None and digits_slipped(stated_by(spot).value, due.value):
        return Diagnosis("wrong_derived", by_name.meant, (), due, certain=True)
    sides = sure and objection.reckoned is not None
    slipped = meant if spot.form == "share" or not called_for else meant[:1] if sides else ()
    made = is_change_or_mean(reading, spot) and not (meant and is_made(meant[0]))
    if any(slip_of(reading, spot, e) for e in slipped) and not made:
        return _against(reading, spot, meant, sure, named)  # 登记失业率2.7%, of 2.7‰, is no reckoned one
    objection = closer(spot, objection, by_name)
    nearer = named is None or (called_for and comes_closer(spot, objection, named))
    if objection.reckoned is not None and (nearer or made or is_total(reading, spot)):
        certain = not objection.doubtful
        return Diagnosis("wrong_derived", objection.meant, (), objection.reckoned, certain=certain)
    return _against(reading, spot, meant, sure, named)


def _names(reading: Reading, spot: Spot, evidence: tuple[Evidence, ...]) -> bool:
    """Say whether the words at the number clearly speak of one of the evidence."""
    return any(reading.fits[spot.at].close(e.at) >= _CLEAR for e in evidence)


def _against(
    reading: Reading, spot: Spot, meant: tuple[Evidence, ...], sure: bool, called: Evidence | None
) -> Diagnosis:
    """Compare the number with what its words speak of, or with the one fact that they call by its name."""
    if spot.number is None:
        return Diagnosis("invented")
    objection = reading.objections.get(spot.at, _NOTHING)
    telling = digits(spot.number.value) >= (_BOTH if objection.taken else _FIGURES)
    sources = sources_of(reading, spot, objection, set()) if telling else ()
    source = tuple(e for e in sources if shares_more(reading, spot, e))
    misread = [] if sure else list(dict.fromkeys(misread_here(reading, spot)))
    for e in chain(meant, misread):
        found = slip_of(reading, spot, e)
        tenfold = found is not None and found[0] == "wrong_magnitude"
        if tenfold and not sure and apart_in_digits(spot, e):
            continue  # 群众412人 is no 总人口 of 41260
        if found is not None:
            category, slip = found
            doubtless = len(misread) == 1 and slip == TURNED and digits(spot.number.value) > _FIGURES
            certain = (e in meant or doubtless) and not (category == "wrong_magnitude" and apart_in_digits(spot, e))
            return Diagnosis(category, (e,), certain=certain, slip=slip)
    named = tuple(e for e in meant[:2] if not (narrows(reading, spot, e) or told_already(reading, spot, e)))
    if not sure or not named:
        return Diagnosis("invented", () if _asks_otherwise(reading, spot, meant[:1]) else meant[:1], source)
    doubtless = reading.fits[spot.at].close(named[0].at) >= _DOUBTLESS and named[0].unit.name == spot.unit.name
    doubtless = (doubtless and not _is_any_of_several(reading, spot, named[0])) or named[0] == called
    behind = spot.after[1] > spot.after[0]  # 12名妇女参加拔河 are some of them
    far_off = (named[0] != called or behind) and is_far_off(spot, named[0])
    return Diagnosis("wrong_value", named[:1] if doubtless else named, source, certain=doubtless and not far_off)


def _asks_otherwise(reading: Reading, spot: Spot, meant: tuple[Evidence, ...]) -> bool:
    """Say whether words tell what a survey asked and evidence is no answer to it: 就业满意度 is not near 登记失业率."""
    clause = reading.text[slice(*spot.clause)]
    known = "".join(reading.known.wordings[e.fact] for e in meant)
    return spot.form == "share" and cues.SURVEYED.search(clause) is not None and cues.SURVEYED.search(known) is None


def _is_any_of_several(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact states several numbers in one unit, and no word tells that this one is meant of them."""
    several = [o for o in reading.known.of_fact[e.fact] if o.place == e.place and o.unit == e.unit]
    own = set(pieces(e.near)).difference(pieces(reading.known.by_id[e.fact].label))
    clause = reading.text[slice(*spot.clause)]
    other = any(o.number == spot.value for o in several)  # 加装电梯10部 of 计划10部，完成7部: the other one is meant
    return len(several) > 1 and bool(own) and not other and not any(piece in clause for piece in own)
