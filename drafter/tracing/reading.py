"""One draft held against one sheet: where its numbers stand, what each is about, and what backs it so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from drafter.models import Category, FactSheet
from drafter.numbers.find import find_mentions
from drafter.record import record
from drafter.tracing.amounts import Amounts
from drafter.tracing.arithmetic import Derived
from drafter.tracing.comparisons import Comparison, compare
from drafter.tracing.dated_events import Dated, dated_events
from drafter.tracing.evidence import Evidence, Knowledge, claimed, read_knowledge
from drafter.tracing.fits import NO_HITS, Fits
from drafter.tracing.groups import groups_of
from drafter.tracing.layout import Spot, lay_out
from drafter.tracing.lookup import ValueIndex
from drafter.tracing.operands import BACKGROUND, Operand, operand, silent_operands
from drafter.tracing.splits import Split, splits_of
from drafter.tracing.stretches import Series, series_of, span_in
from drafter.tracing.subject import SubjectIndex
from drafter.tracing.timelines import Timelines, timelines_of
from drafter.tracing.turns import in_turn
from drafter.tracing.vocabulary import TRADITIONAL

_TRADITIONAL = re.compile(f"[{''.join(map(chr, TRADITIONAL))}]")


@record(frozen=True, slots=True)
class Backing:
    """Why a number stands: the evidence it rests on, and how."""

    evidence: tuple[int, ...]
    facts: tuple[str, ...]
    category: Category
    because: str
    reckoning: str = ""


@record(frozen=True, slots=True)
class Objection:
    """Why a number does not stand although its value is known, and which evidence it should have stated."""

    category: Category
    taken: tuple[Evidence, ...] = ()
    meant: tuple[Evidence, ...] = ()
    reckoned: Derived | None = None
    """What comes out when reckoned from the facts."""
    because: str = ""
    """What it is that the number states instead, in Chinese words, where the category leaves that open."""
    facts: tuple[str, ...] = ()
    """What tells so without a number: the names of a list."""
    doubtful: bool = False
    """Other reckonings may as well have been meant, so that none is put in place."""
    firm: bool = False
    """What the words name is of another kind than the fact's: no order in which the facts are told outweighs that."""


@dataclass(slots=True)
class Reading:
    """A draft under examination. `backings` and `objections` fill up as the examination goes on."""

    text: str
    known: Knowledge
    values: ValueIndex
    comparisons: tuple[Comparison, ...]
    families: tuple[tuple[Evidence, ...], ...]
    """Runs of three and more facts side by side in the sheet that count in one unit."""
    groups: tuple[tuple[float, tuple[Evidence, ...]], ...]
    """Facts that state one thing of several: of three sites, of two schools, of each team."""
    series: tuple[Series, ...]
    """Quantities that the sheet states by months, quarters or halves of the year."""
    timelines: Timelines
    """Quantities that the sheet states by years."""
    splits: tuple[Split, ...]
    """Facts that split one thing between them: men and women, the forms of a school."""
    events: tuple[Dated, ...]
    """What the sheet dates."""
    operands: tuple[Operand | None, ...]
    """Each piece of evidence as an operand, where it is a plain number."""
    amounts: Amounts
    """All numbers of the sheet's values and texts as operands, those of earlier times among them."""
    silent: Amounts
    """All amounts of the sheet, as operands that a sentence may take for granted."""
    spots: list[Spot]
    fits: list[Fits]
    names: tuple[str, ...] = ()
    """The unit's own name and its superior's, as far as the sheet tells them."""
    backings: dict[int, Backing] = field(default_factory=dict)
    objections: dict[int, Objection] = field(default_factory=dict)
    meant: dict[int, tuple[Objection | None, list[int]]] = field(default_factory=dict)
    """What a number without backing should probably state, and the objection that this was worked out with."""

    _stating: list[tuple[Spot, Evidence]] | None = field(default=None, init=False)
    told: dict[str, bool] = field(default_factory=dict)
    """Whether the draft has the words of a fact, where that was looked for."""

    def fit(self, spot: Spot, evidence: Evidence) -> float:
        """Return how well a piece of evidence fits the words around a number, 0 to 1."""
        return self.fits[spot.at].get(evidence.at).whole

    def neighbours(self, fact: str, other: str) -> bool:
        """Say whether two facts stand side by side in the sheet, or are the same."""
        return abs(self.known.order[fact] - self.known.order[other]) <= 1

    def span_of(self, amount: Operand) -> tuple[Decimal, Decimal]:
        """Return of how many months and days an amount is: the period's, or those that its label names."""
        label = self.known.by_id[amount.facts[0]].label if len(amount.evidence) == 1 else ""
        own = span_in(label, self.known.period.year) if label else (0, 0)
        months, days = (
            own if 0 < own[0] < self.known.period.months else (self.known.period.months, self.known.period.days)
        )
        return Decimal(months), Decimal(days)

    def stated(self, at: int) -> Evidence | None:
        """Return the one piece of evidence that the number at a place states as it stands; None where it does not."""
        backing = self.backings.get(at)
        if backing is None or backing.reckoning or len(backing.evidence) != 1:
            return None
        return self.known.evidence[backing.evidence[0]]

    def stating(self) -> list[tuple[Spot, Evidence]]:
        """Return the numbers that state one piece of evidence as it stands, each with that; looked for once."""
        if self._stating is None:
            self._stating = [(spot, e) for spot in self.spots if (e := self.stated(spot.at)) is not None]
        return self._stating

    def look_anew(self) -> None:
        """Forget which numbers state what: backings came or went."""
        self._stating = None

    def refuse(self, at: int, objection: Objection) -> None:
        """Take the backing of the number at a place away, for the reason given."""
        self.look_anew()
        del self.backings[at]
        self.objections[at] = objection

    def actual(self, at: int) -> Decimal | None:
        """Return a piece of evidence's number, where it is one."""
        return self.known.evidence[at].number


@dataclass(frozen=True, slots=True)
class _Prepared:
    knowledge: Knowledge
    values: ValueIndex
    subjects: SubjectIndex
    comparisons: tuple[Comparison, ...]
    families: tuple[tuple[Evidence, ...], ...]
    groups: tuple[tuple[float, tuple[Evidence, ...]], ...]
    series: tuple[Series, ...]
    timelines: Timelines
    splits: tuple[Split, ...]
    events: tuple[Dated, ...]
    operands: tuple[Operand | None, ...]
    amounts: Amounts
    silent: Amounts


@lru_cache(maxsize=16)
def _prepared(sheet: FactSheet) -> _Prepared:
    """Read a sheet once for all drafts that are traced against it."""
    known = read_knowledge(sheet)
    values = ValueIndex(known.evidence)
    silent = Amounts(silent_operands(known.evidence, values.forms))
    operands = tuple(operand(e, values.forms[e.at], BACKGROUND) for e in known.evidence)
    told = [o for e, o in zip(known.evidence, operands, strict=True) if e.place != "label" and o is not None]
    amounts = Amounts([o for o in told if o.value > 0])
    families = _families(known)
    return _Prepared(
        known, values, SubjectIndex(known.evidence), compare(known.evidence), families,
        groups_of(known.evidence, families), series_of(known.evidence, known.by_id),
        timelines_of(known.evidence, known.by_id, known.period), splits_of(known.plain),
        dated_events(known, values.forms), operands, amounts, silent,
    )  # fmt: skip


def knowledge_of(sheet: FactSheet) -> Knowledge:
    """Return what a sheet states, read once."""
    return _prepared(sheet).knowledge


def forget_sheets() -> None:
    """Forget the sheets read so far, so that the next draft reads its sheet anew."""
    _prepared.cache_clear()


def _families(knowledge: Knowledge) -> tuple[tuple[Evidence, ...], ...]:
    values: dict[str, list[Evidence]] = {}
    for e in knowledge.evidence:
        if e.place == "value" and e.number is not None:
            values.setdefault(e.fact, []).append(e)
    runs: list[list[Evidence]] = [[]]
    for fact in knowledge.facts:
        own = values.get(fact.id, [])
        single = own[0] if len(own) == 1 and not own[0].prior else None
        if single is not None and runs[-1] and runs[-1][-1].unit.name == single.unit.name:
            runs[-1].append(single)
        else:
            runs.append([single] if single is not None else [])
    return tuple(tuple(run) for run in runs if len(run) >= 3 and run[0].unit.name)


def read_draft(text: str, sheet: FactSheet) -> Reading:
    """Read a draft's numbers and hold the words around each against the facts."""
    known = _prepared(sheet)
    mentions = claimed(find_mentions(text))
    text = text.translate(TRADITIONAL) if _TRADITIONAL.search(text) else text
    spots = in_turn(text, lay_out(text, mentions))
    hits = known.subjects.scan(text)
    fits = [Fits(hits if spot.mention.kind in ("claim", "vague") else NO_HITS, text, spot) for spot in spots]
    return Reading(
        text, known.knowledge, known.values, known.comparisons, known.families, known.groups, known.series,
        known.timelines, known.splits, known.events, known.operands, known.amounts, known.silent, spots, fits,
        tuple(name for name in (sheet.unit, sheet.superior) if name),
    )  # fmt: skip
