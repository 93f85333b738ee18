"""One number that has to be reckoned: the draft around it, what is in play, and how large the outcome must be."""

from __future__ import annotations

from dataclasses import replace

from drafter.record import record
from drafter.tracing import cues
from drafter.tracing.amounts import Test
from drafter.tracing.layout import Spot
from drafter.tracing.operands import BACKGROUND, Operand
from drafter.tracing.play import in_play
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.outcome import stated_by

# How far an outcome may lie from the stated number and still be looked at: to back it, and to explain what went wrong.
TO_BACK = (0.7, 1.6)
TO_EXPLAIN = (0.4, 2.5)


@record(frozen=True, slots=True)
class Task:
    """A number to be reckoned. `low` and `high` bound the outcomes worth looking at."""

    reading: Reading
    spot: Spot
    play: list[Operand]
    taken: set[int]
    """The evidence in play: what a share or an average may silently refer to is the other."""
    words: str
    """The words of the number's clause before it."""
    low: float
    high: float

    @property
    def silent(self) -> list[Operand]:
        """The facts that are not in play but that a share or an average may silently refer to."""
        return [o for o in self.reading.silent if o.evidence[0] not in self.taken]

    def silently(self, test: Test, word: str) -> list[Operand]:
        """Return those of them that pass a test."""
        return [o for o in self.reading.silent.passing(test, word) if o.evidence[0] not in self.taken]

    def near(self, value: float) -> bool:
        """Say whether an outcome of about that value is worth working out."""
        return self.low <= value <= self.high


def set_task(reading: Reading, spot: Spot) -> Task:
    """Return the task of reckoning the spot's number."""
    play = in_play(reading, spot)
    taken = {at for o in play for at in o.evidence if o.weight > BACKGROUND and not o.reasoned}
    low, high = _within(spot, TO_BACK)
    return Task(reading, spot, play, taken, cues.announcing(reading.text, spot, reading.spots), low, high)


def widened(task: Task) -> Task:
    """Return the same task with all outcomes worth looking at that may explain what went wrong."""
    low, high = _within(task.spot, TO_EXPLAIN)
    return replace(task, low=low, high=high)


def _within(spot: Spot, bounds: tuple[float, float]) -> tuple[float, float]:
    number = stated_by(spot)
    value, step = float(number.value), float(number.step)
    return value * bounds[0] - step, max(value * bounds[1], value + 2 * step)
