"""Censuses that the whole country holds: 第六次全国人口普查 is that of 2010, whatever the facts say of it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from drafter.resources import load_yaml
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Backing, Reading

_ROUND = "次"


def name_round(reading: Reading, spot: Spot) -> None:
    """Back the round of a census that the country held in the sheet's years, where no fact tells of another one."""
    if spot.mention.unit != _ROUND or spot.value is None:
        return
    for name, rounds in _rounds().items():
        if not reading.text.startswith(name, spot.unit_end):
            continue
        first, last = rounds.get(int(spot.value), (0, 0))
        period = reading.known.period
        stated = re.compile(f"第[^，。；]{{1,3}}{_ROUND}{name}")
        if first <= period.year and 0 < period.first_year <= last and not any(map(stated.search, _told(reading))):
            reading.backings[spot.at] = Backing((), (), "term", f"{name}的届次，与年份相符")
        return


def _told(reading: Reading) -> list[str]:
    return [fact.wording for fact in reading.known.facts]


@cache
def _rounds() -> dict[str, dict[int, tuple[int, int]]]:
    text = files("drafter.tracing").joinpath("national_rounds.yaml").read_text(encoding="utf-8")
    rounds: dict[str, dict[int, tuple[int, int]]] = load_yaml(text)
    return rounds
