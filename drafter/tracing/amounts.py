"""The numbers of a sheet as operands, filed by what reckonings ask for again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.tracing.operands import Operand, pieces_of, related
from drafter.tracing.reckoning.rates import per_of
from drafter.tracing.units import same_unit

Test = Callable[[Operand, str], bool]
"""A question about an operand and a word of the draft, whose answer is the same each time."""
_MOST_WORDS = 1000


class Amounts:
    """Operands in the order of the sheet."""

    def __init__(self, operands: Sequence[Operand]) -> None:
        self.all = tuple(operands)
        self.prior = tuple(o for o in self.all if o.prior)
        self._rates = tuple(n for n, o in enumerate(self.all) if per_of(o))
        self._by_piece: dict[str, list[int]] = {}
        for n, o in enumerate(self.all):
            for piece in pieces_of(o.words):
                self._by_piece.setdefault(piece, []).append(n)
        self._passing: dict[tuple[Test, str], tuple[Operand, ...]] = {}

    def __iter__(self) -> Iterator[Operand]:
        return iter(self.all)

    def passing(self, test: Test, word: str) -> tuple[Operand, ...]:
        """Return the operands that pass a test; each word is asked about once."""
        found = self._passing.get((test, word))
        if found is None:
            if len(self._passing) >= _MOST_WORDS:
                self._passing.clear()
            found = self._passing[test, word] = tuple(o for o in self.all if test(o, word))
        return found

    def going_with(self, told: Sequence[Operand]) -> Iterator[Operand]:
        """Yield what a sentence does not name but that goes with what it told: of one thing, or a rate of it."""
        alike: dict[str, list[Operand]] = {"": []}
        kin = (self._by_piece.get(piece, ()) for t in told for piece in pieces_of(t.words))
        for n in sorted({n for near in kin for n in near}.union(self._rates)):
            o = self.all[n]
            own = alike.get(o.unit.name)
            if own is None:
                own = alike[o.unit.name] = [t for t in told if same_unit(o.unit, t.unit)]
            per = per_of(o)
            if any(related(o, t) for t in own) or (
                per and any(t.unit.name.startswith(per[0]) or related(o, t) for t in told)
            ):
                yield o
