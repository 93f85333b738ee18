"""Values that a fact gives for something else than what is: for what should be, or for each of several."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces

_WANTED = re.compile(
    "目标|计划|标准(?![化间件园地房厂校])|要求|应[有达为配]|上限|下限|满分|指标|定额|核定|预算|力争|预计"
)
INTENDED = re.compile(rf"{_WANTED.pattern}|[拟将]|打算|准备|争取|下一步|还要|确定|安排|列入|部署|谋划|敲定")
_COMMA = re.compile("[，,；;]")
_OFTEN = re.compile("每[\u4e00-\u9fff]")
_OF_EACH = re.compile(r"^(?:每|各)|均$")
_JOINTLY = re.compile(rf"(?:{cues.TOGETHER_WORD}|共计|合计|总计|累计|一共)[^，。；每各均]{{0,6}}$")


def only_wanted(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a fact gives the number as what should be, beside what is: 注册11人，目标15人."""
    if not e.near:
        return False
    clause = reading.text[slice(*spot.clause)]
    if e.place == "value" and _WANTED.search(e.subject) and not _WANTED.search(clause):
        # 年度目标: 助学20人, beside another fact that says how many there were.
        alike = (o for o in reading.known.evidence if o.near == e.near and o.unit == e.unit and not o.prior)
        return any(
            o.fact != e.fact and o.value != e.value and (not _WANTED.search(o.subject) or "完成" in o.subject)
            for o in alike
        )
    wanted = _WANTED.search(e.near)
    if wanted is None or INTENDED.search(clause) or ("每" in e.near and "每" in clause):
        return False  # 要求每名党员联系5户: a rule for each is told as one
    return bool(_reached(reading, e)) and not told_as_whole(reading, spot, e)


def told_as_whole(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether what was wanted is told as the whole of what was reached right behind it: 12件实事完成11件."""
    following = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if not _WANTED.search(e.near) or following is None:
        return False
    if following.sentence != spot.sentence or following.form != "number":
        return False
    between = reading.text[spot.unit_end : following.mention.start]
    if following.unit.name not in ("", e.unit.name) or len(_COMMA.findall(between)) > 1:
        return False
    deeds = [piece for o in _reached(reading, e) for piece in pieces(o.near)]
    # 完成12件 tells what was wanted as what is, whatever goes on behind it.
    return any(p in between for p in deeds) and not any(p in cues.beside(reading.text, spot) for p in deeds)


def _reached(reading: Reading, e: Evidence) -> list[Evidence]:
    """Return what a fact gives as what is, in the same unit, right beside what should be."""
    own = [o for o in reading.known.evidence[max(0, e.at - 3) : e.at + 4] if o.fact == e.fact and o.at != e.at]
    return [o for o in own if o.unit == e.unit and not o.prior and not _WANTED.search(o.near)]


def each_as_total(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether what a fact gives for each is told as what all come to: 2期、每期45人 as 2期共45人."""
    if not e.near or spot.at == 0 or not _OF_EACH.search(e.near):
        return False
    before = reading.spots[spot.at - 1]
    often = _OFTEN.search(e.near)
    if often is not None and often.group() in cues.beside(reading.text, spot):
        return False  # 每周累计71小时 is told of each week
    several = before.sentence == spot.sentence and before.value is not None and before.value > 1
    return several and _JOINTLY.search(cues.beside(reading.text, spot)) is not None
