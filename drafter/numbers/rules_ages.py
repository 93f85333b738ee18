"""The rule for ages told in tens: 年近八旬, 七旬老人."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.numbers.measure import approx_around
from drafter.numbers.numerals import read_numeral
from drafter.numbers.shapes import Found, Rule, compiled

TENS = "旬"
_YEARS = "岁"


def _read_tens(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 八旬 as about 80 years of age; 年近 and 年逾 say on which side."""
    value = read_numeral(m["n"])
    if value is None:
        return []
    past = text.endswith("过", 0, m.start())
    approx = approx_around(text, m.start(), m.end(), "over" if past else "exact")
    return [
        Found(m.start(), m.end(), "claim", "quantity", value * 10, _YEARS, "about" if approx == "exact" else approx)
    ]


RULES: tuple[Rule, ...] = (
    Rule(
        "age in tens",
        "五六七八九",
        compiled("(?<!第)(?P<n>[六七八九]|(?<=[近逾过满届])五|五(?=旬老))旬(?![节期时内])"),
        _read_tens,
        {"年近[八旬]": Decimal(80), "[七旬]老人": Decimal(70), "年过[五旬]": Decimal(50)},
        ("五旬节", "九月中旬"),
        after=TENS,
    ),
)
