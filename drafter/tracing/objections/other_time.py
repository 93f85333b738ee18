"""What a statement gives for another time, as a plan, or of a wider place, told as this period's own.

上半年走访210户 is not what 全年 came to, 计划新建车位150个 none that were built, 全区养老院9家 none of the community's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.tracing import cues
from drafter.tracing.aims import INTENDED
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.period import Period
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.stretches import Months, stretches_in

_PLANNED = re.compile(
    r"(?<![按比较成超照原“”》\"])计划(?![”\"内外生免单经的提完])|预[计期]|力争|争取(?!到)|打算|有望|[拟](?=[建新于投开招增聘购在对用引发实改完])"
    r"|将(?=达|建|新|增|有|完|开|投|实现|扩|突|超|再)|目标(?:为|是|[:：])|下一步|下步|明年|来年|今后"
)
_DONE = re.compile(r"已|实际|完成|现有|目前|截至|落实|建成|兑现|如期|提前")
_UNTIL = re.compile(r"(?:到|至)((?:20|19)\d\d)年")
_STOP = re.compile(r"[。；;！？!?\n]")
_WHOLE = re.compile(r"全年|一年来|年内|本年度?|今年(?!以来|[上下]半年|第?[一二三四1-4]季度|\d)")
_HISTORY = re.compile(
    rf"{cues.PRIOR.pattern}|曾|历年|历届|往年|近年|先后|连续|以来|起|始于|自|从|当年|那年|那时|首次|历史|以后|[一二三四五六七八九十\d]+年(?:前|间|来)"
)
_NOW = re.compile("今年|本年|本期|年内|目前|如今|现在|现有|现共?有")
_BACK = 120
_LEVELS = (
    "全国", "全省|省内", "全市|市内", "全(?:区|县)|[区县](?:内|里)", "全(?:街道?|镇|乡)",
    "全?社区|[全本我]村|全?小区|[全本我]校|学校|医院|全院",
)  # fmt: skip
"""Places by how wide they are."""
_SUBJECT = (
    r"^(?:目前|现在|截至目前|全年)?(?:我|本|该)?(?:{})(?:内|里)?(?:共|现|已|还|目前|累计)*(?:有|建|设|拥有|开办|辖)"
)
_FULL = (1, 12)
_NAMING = frozenset(("批", "届"))
"""Orders that are part of a name, whenever it was given: 列入第二批省级名录."""
_HALF = 6
_OF_YEAR = re.compile("(?:全年|一年来)(?!.{0,2}(?:目标|任务|计划|预算|安排|指标))")


def flag_other_time(reading: Reading) -> None:
    """Object to what a statement gives for another time than the draft, as what is intended, or of a wider place."""
    for spot, e in reading.stating():
        if e.place not in ("text", "value") or spot.number is None or e.type == "date" or spot.mention.unit in _NAMING:
            continue
        told = _STOP.split(reading.text[max(spot.sentence[0], spot.mention.start - _BACK) : spot.mention.start])[-1]
        if e.place == "value":
            if _beyond_the_sheet(reading, spot, e):
                reading.refuse(spot.at, Objection("stale_period", (e,), because="只是本期的，不是全年的"))
            continue
        ahead = _ahead(reading.known.by_id[e.fact].text, e.start)
        if e.prior and not _is_history(reading, spot):
            now = tuple(c.now for c in reading.comparisons if c.before.at == e.at and not c.increase)
            reading.refuse(spot.at, Objection("stale_period", (e,), now))
        elif planned(ahead, reading.known.period) and not _speaks_of_plans(reading, spot):
            reading.refuse(spot.at, Objection("stale_period", (e,), because="是打算要做的，不是已经做到的"))
        elif _of_other_stretch(reading, spot, ahead, told):
            reading.refuse(spot.at, Objection("stale_period", (e,), because="不是这段时间的"))
        elif _of_wider_place(reading, spot, ahead):
            reading.refuse(spot.at, Objection("swapped_subject", (e,)))


def _ahead(text: str, at: int) -> str:
    """Return what a statement tells before a number, in its sentence."""
    return _STOP.split(text[:at])[-1]


def _is_history(reading: Reading, spot: Spot) -> bool:
    """Say whether the draft tells a number as one of an earlier time."""
    first = reading.known.period.first_year
    if cues.speaks_of_before(reading.text, spot, first):
        return True
    around = reading.text[max(0, spot.sentence[0] - _BACK) : spot.sentence[1]]
    own = reading.text[slice(*spot.sentence)]
    if _NOW.search(own) and not _HISTORY.search(own):
        return False
    return _HISTORY.search(own) is not None or any(
        int(y) < first for y in re.findall(r"(?:19|20)\d\d(?=年|[.-])", around)
    )


@lru_cache(maxsize=4096)
def planned(ahead: str, period: Period) -> str:
    """Return the last word of a statement about what is and what is to be, where it tells of the latter: 下一步."""
    plans = [(m.end(), m.group()) for m in _PLANNED.finditer(ahead)]
    plans += [(m.end(), m.group()) for m in _UNTIL.finditer(ahead) if period.year and int(m[1]) > period.year]
    at, word = max(plans, default=(0, ""))
    return word if word and _DONE.search(ahead, at) is None else ""


def _speaks_of_plans(reading: Reading, spot: Spot) -> bool:
    return INTENDED.search(reading.text[slice(*spot.sentence)]) is not None


def _of_other_stretch(reading: Reading, spot: Spot, ahead: str, told: str) -> bool:
    """Say whether the draft names another part of the year than a statement, or the whole of it."""
    known, named = _stretch(ahead), _stretch(told)
    return known is not None and named is not None and known != named


def _beyond_the_sheet(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the draft tells as the whole year's what a sheet of half a year or of a quarter states.

    The number's own clause says so, or a clause that says nothing else heads its sentence: 全年，开展巡查2180次.
    """
    period = reading.known.period
    if not 0 < period.months <= _HALF or period.school or e.prior:
        return False
    clause = reading.text[spot.clause[0] : spot.mention.start]
    head = reading.text[spot.sentence[0] : spot.clause[0]].strip("，, ")
    if not (_OF_YEAR.search(clause) or _OF_YEAR.fullmatch(head)):
        return False
    fact = reading.known.by_id[e.fact]
    return _stretch(f"{fact.label} {fact.value}") is None


@lru_cache(maxsize=4096)
def _stretch(words: str) -> Months | None:
    """Return the half, quarter or whole year that is named last in some words."""
    whole = [(m.start(), _FULL) for m in _WHOLE.finditer(words)]
    named = [each for each in stretches_in(words) if each[1][1] - each[1][0] >= 2]
    last = max((*whole, *named), default=None)
    return last[1] if last is not None else None


def _of_wider_place(reading: Reading, spot: Spot, ahead: str) -> bool:
    """Say whether a statement names a wider place than the one that the draft tells a number of."""
    clause = reading.text[spot.clause[0] : spot.mention.start]
    for n, level in enumerate(_LEVELS):
        if re.search(level, ahead) and not re.search(level, clause):
            return any(re.search(_SUBJECT.format(other), clause) for other in _LEVELS[n + 1 :])
    return False
