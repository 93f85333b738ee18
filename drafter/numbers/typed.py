"""One value as typed into a form: what it means, or why it is no number. A draft's numbers are read in find.py."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from drafter.amount import joined
from drafter.models import Mention, Value
from drafter.numbers.find import find_mentions
from drafter.numbers.numerals import FULL_WIDTH, MISREAD, read_numeral

_LOOKALIKE = re.compile("[OoQlI](?=[0-9])|(?<=[0-9])[OoQlI]")
_DIVIDED = re.compile(r"\d+(?:\.\d+)?[/:：](0+(?:\.0+)?)(?![\d.])")
_NEGATIVE = re.compile(r"^[-－−]\s*\d")
_BROKEN = re.compile(r"\d[,，]\d{1,2}(?!\d)|\d[,，]\d{4,}|\.\.|\.\d+\.(?!\d)|^[.,，]|\d[.,，]$")
_CLOCK = re.compile("(?<![0-9])(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?![0-9])")
_ENDS = re.compile(r"(\d+(?:\.\d+)?)[至到~～—–-](\d+(?:\.\d+)?)")
_DATE = re.compile(r"(?:(\d{4})|-)-(\d{2})(?:-(\d{2}))?")
_ENDS_IN_NUMERAL = re.compile(
    r"[0-9０-９〇零一二三四五六七八九十百千万亿两半余多几](?P<bound>及?以[上下内]|左右|上下)?$"
)
_EXAMPLES = "请写成 326、约3万、三千多、12至18、96.5% 或 2002年6月 这样"


def read_value(typed: str, unit: str = "") -> Mention | None:
    """Return the one number that a typed value states, or None when it states none or several.

    `unit` is the form's unit for it; the mention's offsets are those of `typed` without outer blanks. A bare Chinese
    digit counts here, since a form's field asks for a number: 三 is 3.
    """
    text = typed.strip()
    whole = joined(text, unit)
    claims = [m for m in find_mentions(whole) if m.kind == "claim" and m.end <= len(text)]
    if not claims:
        # 约90 and %, 近3 and 万人: the unit is part of the numeral, which stands by itself before it.
        claims = [replace(m, unit=unit or m.unit) for m in find_mentions(text) if m.kind == "claim"]
    if len(claims) == 1 and not value_fault(typed, unit):
        return claims[0]
    value = read_numeral(text)
    if claims or value is None or value_fault(typed, unit):
        return None
    mention = Mention(0, len(text), text, "claim", "quantity", value, unit)
    counted = next((m for m in find_mentions(whole) if m.start == 0 and m.end == len(text)), None)
    return mention if counted is None else replace(counted, kind="claim", value=value, unit=counted.unit or unit)


def with_unit(value: str, unit: str) -> str:
    """Return a typed value with its form's unit where staff would say it: 约90 and % make 约90%, 90以上 makes 90%以上.

    A value that ends in no numeral, or names its unit itself, stays as it is.
    """
    ends = _ENDS_IN_NUMERAL.search(value) if unit else None
    if ends is None:
        return value
    cut = ends.start("bound") if ends["bound"] else len(value)
    return f"{value[:cut]}{unit}{value[cut:]}"


def value_fault(typed: str, unit: str = "") -> str:
    """Return in one Chinese sentence why a typed value is no number, or nothing when it is one (or several)."""
    text = typed.strip().translate(FULL_WIDTH)
    if not text:
        return "还没有填写数值"
    if (letter := _LOOKALIKE.search(text)) is not None:
        meant = _LOOKALIKE.sub(lambda m: m.group().translate(MISREAD), text)
        digit = letter.group().translate(MISREAD)
        return f"“{typed}”里有字母 {letter.group()}，应为数字 {digit}，请改成 {meant}"
    if _DIVIDED.search(_CLOCK.sub("", text)):
        return f"“{typed}”的分母是 0，不是数值，{_EXAMPLES}"
    if _NEGATIVE.match(text):
        return f"“{typed}”是负数，请填正数，并在名称里写明“减少”或“下降”"
    if _BROKEN.search(text):
        return f"“{typed}”里的逗号或小数点位置不对，{_EXAMPLES}"
    claims = [m for m in find_mentions(joined(text, unit)) if m.kind == "claim"]
    if not claims and read_numeral(text) is None:
        return f"“{typed}”里读不出数值，{_EXAMPLES}"
    if (ends := _ENDS.fullmatch(text)) is not None and Decimal(ends[1]) > Decimal(ends[2]):
        return f"“{typed}”前大后小，请把两个数对调"
    return next((fault for m in claims if (fault := _impossible(m.text, m.value))), "")


def _impossible(core: str, value: Value | None) -> str:
    """Name the day that no month has: 2月30日."""
    date = _DATE.fullmatch(value) if isinstance(value, str) else None
    if date is None or date[3] is None:
        return ""
    days = monthrange(int(date[1] or 2000), int(date[2]))[1]
    return f"“{core}”这一天不存在，{int(date[2])}月只有 {days} 天" if int(date[3]) > days else ""


@lru_cache(maxsize=4096)
def value_problem(value: str, unit: str, several: bool = False) -> str:
    """Return what is wrong with a typed value, in one sentence; words without any figure are taken as they are.

    `several` lets it hold more than one number, as those do that are only checked against: 4场，参赛60人.
    """
    if not any(c.isdecimal() for c in value):
        return ""
    fault = value_fault(value, unit)
    if fault:
        return fault
    found = typed_claims(value, unit)
    if len(found) > 1 and not several:
        return f"“{value}”里有 {len(found)} 个数，一格只填一个；请分开填，或写进文字说明"
    if not _all_read(value, found):
        return f"“{value}”没有全部读成一个数；请分开填，或写进文字说明"
    return ""


def typed_claims(value: str, unit: str) -> list[Mention]:
    """Return the numbers of a typed value that state something, read with its unit."""
    return [m for m in find_mentions(joined(value, unit)) if m.kind == "claim" and m.start < len(value)]


def _all_read(value: str, found: list[Mention]) -> bool:
    """True where every digit belongs to a number."""
    covered = {i for m in found for i in range(m.start, m.end)}
    return all(i in covered for i, c in enumerate(value) if c.isdecimal())
