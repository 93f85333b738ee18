"""The head of the sheet: numbers in the unit's own names are no claims, and the sheet's date stands by itself."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.models import FactSheet
from drafter.numbers.find import find_mentions
from drafter.tracing.reading import Backing, Reading

_NAME = "单位名称中的数字，不是数据"
_DATE = "与事实表的落款日期一致"


def match_head(reading: Reading, sheet: FactSheet) -> None:
    """Let stand the numbers inside the names of the unit and its superior, and the date of the document."""
    names = list(_places(reading.text, (sheet.unit, sheet.superior)))
    dates = {m.value for m in find_mentions(sheet.date) if m.type == "date"}
    for spot in reading.spots:
        mention = spot.mention
        if mention.kind != "claim":
            continue
        if names and any(start <= mention.start and mention.end <= end for start, end in names):
            reading.backings[spot.at] = Backing((), (), "term", _NAME)
        elif mention.type == "date" and mention.value in dates:
            reading.backings[spot.at] = Backing((), (), "date_ok", _DATE)


def _places(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in names:
        at = text.find(name) if name else -1
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))
