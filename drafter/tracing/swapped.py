"""What a number that states the value of something else should state, and what it was probably taken from."""

from __future__ import annotations

from drafter.models import Category
from drafter.tracing import cues
from drafter.tracing.diagnosis import Diagnosis
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.rivals import digits, of_one_kind
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.suspects import in_stretch_told
from drafter.tracing.units import same_unit

_SOURCES = 2
_FIGURES = 3


def swapped(reading: Reading, spot: Spot, objection: Objection, called: Evidence | None) -> Diagnosis:
    """Name what the number should state, and all that it was probably taken from, the likeliest first."""
    clause = reading.text[slice(*spot.clause)]
    named = [e for e in objection.meant if e.subject and e.subject in clause]
    longest = max((len(e.subject) for e in named), default=0)
    meant = tuple(e for e in named if len(e.subject) == longest) or objection.meant
    if called is not None and called not in objection.taken and called not in meant:
        meant = (called,)
    timely = in_stretch_told(reading, spot, (*objection.taken, *objection.meant))
    meant = tuple(e for e in timely if e not in objection.taken) or meant
    before = _last_of(reading, spot, meant)
    if before:
        return Diagnosis("stale_period", meant, before, certain=True)
    sources = sources_of(reading, spot, objection, {e.fact for e in meant})
    if spot.number is not None and digits(stated_by(spot).value) == 1:  # so small a figure stands in many facts
        sources = tuple(e for e in sources if shares_more(reading, spot, e))
    other = {e.fact for e in objection.taken} - {e.fact for e in meant}  # 市级5个、区级2个 are exchanged in one fact
    category: Category = "wrong_value" if meant and other and not sources else "swapped_subject"
    return Diagnosis(category, meant, sources, certain=len({(e.fact, e.value) for e in meant}) == 1)


def _last_of(reading: Reading, spot: Spot, meant: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the last period's value of the one fact that is meant, where the number is just that and was left so."""
    if len(meant) != 1 or cues.speaks_of_before(reading.text, spot, reading.known.period.first_year):
        return ()
    earlier = (c.before for c in reading.comparisons if c.now == meant[0] and not c.increase)
    return tuple(e for e in earlier if e.number == spot.value is not None and e.unit.name == spot.unit.name)[:1]


def shares_more(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether evidence has more in common with a number than a figure that may be met by chance.

    That is its kind of unit, a word beside it, or figures enough.
    """
    count = digits(stated_by(spot).value)
    counted = _like(spot, e) and (spot.unit.name != "个" or count > 1)
    return counted or count >= _FIGURES or bool(reading.fits[spot.at].close(e.at))


def sources_of(reading: Reading, spot: Spot, objection: Objection, meant: set[str]) -> tuple[Evidence, ...]:
    """Return the evidence that has the number, in its very kind of unit first; no more than can be read."""
    every = [e for e, _ in reading.values.close(spot.form, stated_by(spot), spot.unit)] if spot.number else []
    alike = [e for e in every if of_one_kind(spot, e) and e.place != "label" and e.fact not in meant]
    ranked = sorted(alike, key=lambda e: (not _like(spot, e), e not in objection.taken, e.place != "value", e.at))
    now = [e for e in ranked if e.place != "previous" or e in objection.taken]
    return tuple((now or ranked)[:_SOURCES]) or objection.taken


def _like(spot: Spot, e: Evidence) -> bool:
    """Say whether evidence is counted as the number is; 个 counts everything, so it is like nothing but itself."""
    return e.unit.name == spot.unit.name or ("个" not in (e.unit.name, spot.unit.name) and same_unit(e.unit, spot.unit))
