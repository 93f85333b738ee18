"""Sums of money told without 元: 增加1800块, 贷款3000万. The words that lead to the number say that it is one."""

from __future__ import annotations

import re

from drafter.numbers.measure import Unit

_PAY = (
    "收入|工资|薪资|工钱|补贴|补助|津贴|低保|养老金|退休金|抚恤金|慰问金|救助金|奖学金|助学金|奖金|奖励|红包|分红"
    "|租金|房租|租子|物业费|水费|电费|学费|费用?|价格?|单价|成本|花费|支出|罚款|押金|存款|借款|欠款"
)
_FUNDS = (
    "投资|投入|注资|融资|筹资|集资|出资|捐资|捐款|善款|募捐|募集|贷款|借款|欠款|资金|经费|款项|拨款|预算|造价|产值|产业收入"
    "|营收|收入|利润|税收|纳税|销售额|交易额|营业额|总额|增收|创收|节支|支出|罚款|奖金|补助|补贴|补偿"
)
_THAN = "(?:[比较]?(?:上年|去年|同期|往年))?(?:同比)?"
_CHANGE = "(?:提高|增加|增长|上涨|上调|涨|减少|降低|下降|下调|降|节省|节约|少|多)"
_ABOUT = (
    r"(?:了|到|达到?|至|为|是|有|出|大?约|将?近|超过|超|突破|仅|只|才|共计?|合计|每[人月天年户次份]|[人户]均|不足|不到)"
    r"{0,3}[ ]?$"
)
_PAID = re.compile(
    rf"(?:{_PAY}|花|[赚挣]|省下|节省)(?:标准|水平|金|款)?[由从]?{_THAN}{_CHANGE}?{_ABOUT}|元[，,]{_THAN}{_CHANGE}{_ABOUT}"
)
_FUNDED = re.compile(rf"(?:{_FUNDS}){_THAN}{_CHANGE}?{_ABOUT}")
_NAMES_PAY = re.compile(rf"(?:{_PAY})(?:标准|水平|金|款|金额)?$")
_CLOSED = re.compile(r"(?:左右|上下|以上|以下|以内|不等)?(?:[，,。；;、！？!?）)”\n]|$)")
UNNAMED_MONEY = ("", "块")
"""The units, or the lack of one, behind which a number may be money all the same."""
_POWERS = frozenset("万萬亿億")
_REACH = 20


def as_money(text: str, start: int, end: int, unit: Unit) -> Unit:
    """Return the unit 元 for a numeral that tells money with 块 or with no unit behind 万; else the unit that it has.

    Both only where the phrase ends behind it, and the words before speak of pay or funds: 展板24块 are boards.
    """
    if unit.name == "块":
        told = _PAID
    elif not unit.name and text[end - 1] in _POWERS:
        told = _FUNDED
    else:
        return unit
    if _CLOSED.match(text, unit.end) is None or told.search(text[max(0, start - _REACH) : start]) is None:
        return unit
    return unit._replace(name="元", type="money")


def names_pay(label: str) -> bool:
    """Say whether a label names what is paid, so that 块 behind its figure are 元."""
    return _NAMES_PAY.search(label) is not None
