"""Sides that the words rule out by name: the right reckoning beside one on another side."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2], previous=f[3] if len(f) > 3 else "") for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


AIDED = (
    ("救助金额", "36", "万元"), ("救助家庭", "120", "户"), ("医疗救助", "36", "户"), ("助学救助", "60", "户"),
    ("临时救助", "24", "户"),
)  # fmt: skip
ENROLLED = (("招生计划", "400", "人"), ("实际报到", "384", "人"), ("困难新生", "96", "人"))
POLICE = (("刑事警情", "28", "起", "40"), ("破案", "22", "起"))
TAXED = (("纳税户", "800", "户"), ("一般纳税人", "200", "户"), ("小规模纳税人", "600", "户"))
SIGNED = (("搬迁签约", "190", "户"), ("搬迁应签约", "200", "户"), ("选房", "152", "户"))
CHECKED = (("体检", "1200", "人"), ("异常", "360", "人"), ("血脂异常", "144", "人"))
OFFICE = (("窗口", "16", "个"), ("工作人员", "24", "人"), ("办件", "57600", "件"))
MONTHS = (("8月投诉", "50", "件"), ("9月投诉", "42", "件"), ("10月投诉", "30", "件"))
FIRMS = (("产值", "12", "亿元", "10"),)
PATROLS = (("专职巡防员", "12", "人"), ("兼职巡防员", "28", "人"), ("巡防", "4800", "人次"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("户均救助3000元。", AIDED, []),
        ("户均救助6000元。", AIDED, ["6000"]),
        ("三类救助中助学救助占一半。", AIDED, []),
        ("三类救助中助学救助占六成。", AIDED, ["六成"]),
        ("医疗救助占30%。", AIDED, []),
        ("医疗救助占60%。", AIDED, ["60%"]),
        ("实际报到384人，困难新生占新生的25%。", ENROLLED, []),
        ("实际报到384人，困难新生占新生的24%。", ENROLLED, ["24%"]),
        ("刑事警情少了12起。", POLICE, []),
        ("刑事警情少了18起。", POLICE, ["18"]),
        ("一般纳税人占25%。", TAXED, []),
        ("一般纳税人占33.3%。", TAXED, ["33.3%"]),
        ("选房的占已签约户的80%。", SIGNED, []),
        ("选房的占已签约户的76%。", SIGNED, ["76%"]),
        ("血脂异常占异常人数的40%。", CHECKED, []),
        ("血脂异常占异常人数的12%。", CHECKED, ["12%"]),
        ("人均办件2400件。", OFFICE, []),
        ("人均办件3600件。", OFFICE, ["3600"]),
        ("10月比8月减少20件。", MONTHS, []),
        ("10月比8月减少8件。", MONTHS, ["8"]),
        ("产值增长两成。", FIRMS, []),
        ("产值增长两成五。", FIRMS, ["两成五"]),
        ("巡防4800人次，巡防员人均120人次。", PATROLS, []),
        ("巡防4800人次，巡防员人均160人次。", PATROLS, ["160"]),
    ],
)
def test_the_words_name_the_sides(text, facts, wrong):
    assert flags(text, *facts) == wrong
