"""The period that a sheet speaks of: its year, its months, and the dates and durations that follow from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

REPEATED = re.compile("每|双月|半个?月|隔[月周天日]")
"""What says of something that it is so each time."""
_SHORT_MONTHS = {4, 6, 9, 11}
Parts = tuple[int | None, int | None, int | None]
"""Year, month and day of a date; None where it does not say."""

_FULL_WIDTH = str.maketrans("０１２３４５６７８９〇零一二三四五六七八九", "012345678900123456789")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*年?\s*(?:[-—–~～至到]+\s*((?:19|20)\d\d)\s*年?)?")
_MONTHS = re.compile(r"(\d{1,2})\s*月?\s*(?:[-—–~～至到]+\s*(\d{1,2}))?\s*月")
_ACROSS = re.compile(
    r"((?:19|20)\d\d)\s*[年.]\s*(\d{1,2})\s*月?(?:\d{1,2}日)?\s*[-—–~～至到]+\s*((?:19|20)\d\d)\s*[年.]\s*(\d{1,2})(?!\d)"
)
_DAYS = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日?\s*[-—–~～至到]+\s*"
    r"(?:(?P<year2>(?:19|20)\d\d)\s*年\s*)?(?:(?P<month2>\d{1,2})\s*月\s*)?(?P<day2>\d{1,2})\s*日"
)
_QUARTER = re.compile(r"(?:第)?([1-4])季度")
_PART = re.compile(r"上半年|季度|\d月")
_FOUNDED_ON = re.compile("(?:成立|[始组创]?建|创办|开办|设立|启用|投用|开园|开馆)于$")
_SO_MANY_BUILT = re.compile("[\u4e00-\u9fff]{2,3}[0-9０-９]")
_FOUNDED = re.compile("(?:正式)?(?:成立|组建|建[校院成厂村园馆所]|创办|开办|设立|启用|投用|投入使用|开园|开馆)")
_FIRST_QUARTERS = re.compile(r"前([1-4])个?季度")
_SCHOOL = re.compile(r"(?:(?P<first>秋季|第1|上)|(?P<second>春季|第2|下))?个?(?P<part>学年|学期)(?!.*学期)")
_AUTUMN, _SPRING = (9, 1), (2, 7)


@dataclass(frozen=True, slots=True)
class Period:
    """The years and the months of the last year that a sheet covers; all zero where it names none."""

    first_year: int = 0
    year: int = 0
    first_month: int = 0
    last_month: int = 0
    school: str = ""
    """学年 or 学期 where it is one of a school; empty where it is none."""
    first_day: date | None = None
    """The day that it begins on, where it names its days: 2024年5月10日至12日."""
    end_day: date | None = None

    @property
    def months(self) -> int:
        """How many months it covers; zero where it names no year."""
        if not self.year:
            return 0
        return self.last_month - self.first_month + 1 + 12 * (self.year - self.first_year)

    @property
    def days(self) -> int:
        """How many days it covers; zero where it names no year."""
        if self.first_day is not None and self.end_day is not None:
            return (self.end_day - self.first_day).days + 1
        if not self.year:
            return 0
        last = date(self.year + self.last_month // 12, self.last_month % 12 + 1, 1)
        return (last - date(self.first_year, self.first_month, 1)).days

    @property
    def last_day(self) -> date | None:
        """The last day that it covers; None where it names no year."""
        if self.end_day is not None:
            return self.end_day
        return date(self.first_year, self.first_month, 1) + timedelta(days=self.days - 1) if self.year else None

    def covers(self, year: int) -> bool:
        """Say whether a year belongs to the period."""
        return self.first_year <= year <= self.year


def read_period(text: str) -> Period:
    """Read a period as typed: 2023年, 2018年1—10月, 2021年上半年, 2024年第一季度, 2021—2023年.

    A period that crosses a year's end names both ends: 2024年7月至2025年6月; one of days its first and its last:
    2024年5月10日至12日. A school year, 2022—2023学年, lasts from
    September to August; its first term to January, its second from February to July.
    """
    plain = text.translate(_FULL_WIDTH).replace("十二", "12").replace("十一", "11").replace("十", "10")
    days = _of_days(plain)
    if days is not None:
        return days
    across = _ACROSS.search(plain)
    if across:
        first, start, last, end = map(int, across.groups())
        if first <= last and 1 <= start <= 12 and 1 <= end <= 12:
            return Period(first, last, start, end)
    years = _YEARS.search(plain)
    if not years:
        return Period()
    first = int(years.group(1))
    last = int(years.group(2) or first)
    rest = plain[years.end() :]
    school = _SCHOOL.search(rest)
    if school is not None:
        return _of_school(first, last, school)
    start, end = _months_of(rest)
    return Period(first, last, start, end)


def _of_days(plain: str) -> Period | None:
    """Return a period that names its first and its last day; None where it names none, or none that there are."""
    told = _DAYS.search(plain)
    if told is None:
        return None
    year, month = int(told["year"]), int(told["month"])
    try:
        first = date(year, month, int(told["day"]))
        end = date(int(told["year2"] or year), int(told["month2"] or month), int(told["day2"]))
    except ValueError:
        return None
    return Period(first.year, end.year, first.month, end.month, "", first, end) if first <= end else None


def _of_school(first: int, last: int, told: re.Match[str]) -> Period:
    """Return the period of a school year or of a term of it, which one year or two name: 2023年秋季学期."""
    part = told["part"]
    if told["second"]:
        return Period(last, last, *_SPRING, part)
    if told["first"]:
        return Period(first, first + 1, *_AUTUMN, part)
    if part == "学年" and last <= first + 1:
        return Period(first, first + 1, _AUTUMN[0], _AUTUMN[0] - 1, part)
    return Period(first, last, 1, 12, part)


def _months_of(rest: str) -> tuple[int, int]:
    quarter = _FIRST_QUARTERS.search(rest)
    if quarter:
        return 1, 3 * int(quarter.group(1))
    quarter = _QUARTER.search(rest)
    if quarter:
        return 3 * int(quarter.group(1)) - 2, 3 * int(quarter.group(1))
    if "上半年" in rest:
        return 1, 6
    if "下半年" in rest:
        return 7, 12
    months = _MONTHS.search(rest)
    if months and 1 <= int(months.group(1)) <= 12:
        return int(months.group(1)), min(12, int(months.group(2) or months.group(1)))
    return 1, 12


def before_period(label: str, period: Period) -> bool:
    """Say whether a label names a part of the year before the sheet's months: 上半年 on a sheet of the second half."""
    plain = label.translate(_FULL_WIDTH)
    if not period.year or period.first_month == 1 or not _PART.search(plain):
        return False
    if any(int(m.group()[:4]) != period.year for m in _YEARS.finditer(plain)):
        return False
    return _months_of(plain)[1] < period.first_month


@lru_cache(maxsize=4096)
def founds(text: str, start: int, end: int) -> bool:
    """Say whether a date between two places is only when something began: 成立于2004年6月，辖9个小区.

    What was built of so many in a year, 2008年建成47个, is of that year.
    """
    if _SO_MANY_BUILT.match(text, end):
        return False
    return _FOUNDED_ON.search(text, max(0, start - 6), start) is not None or _FOUNDED.match(text, end) is not None


def parts(value: str) -> Parts:
    """Split a date as the reader gives it: "2006-05" -> (2006, 5, None), "--05-12" -> (None, 5, 12)."""
    if re.fullmatch(r"\d{4}", value):
        return int(value), None, None
    if value.startswith("---"):
        return None, None, int(value[3:]) if value[3:].isdigit() else None
    bits = value.removeprefix("--").split("-")
    numbers = [int(bit) if bit.isdigit() else None for bit in bits]
    if value.startswith("--"):
        numbers = [None, *numbers]
    numbers += [None] * (3 - len(numbers))
    return numbers[0], numbers[1], numbers[2]


def as_date(day: Parts, year_of_period: int) -> date | None:
    """Return a date's day of the calendar, in the sheet's year where it names none; None where it names no day."""
    year, month, number = day
    if month is None or number is None or not (1 <= month <= 12 and 1 <= number <= 31):
        return None
    limit = 28 if month == 2 else 30 if month in _SHORT_MONTHS else 31
    return date(year or year_of_period or 2001, month, min(number, limit))


def clock(value: object) -> str:
    """Return a time of day as HH:MM from what the reader gives (07:30, 7, 7.5); empty where it is none."""
    if isinstance(value, str):
        return value if ":" in value else ""
    if isinstance(value, Decimal) and 0 <= value <= 24:
        hours = int(value)
        return f"{hours:02d}:{int((value - hours) * 60):02d}"
    return ""


def agree(first: Parts, second: Parts) -> bool:
    """Say whether two dates can be the same day, month or year: what both say is equal, and they share a part."""
    shared = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    return bool(shared) and all(a == b for a, b in shared)
