"""Shares and averages of totals that no fact states, each right number beside its wrong twin."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flags(text, *facts, period="2024年"):
    sheet = FactSheet(
        period=period,
        facts=tuple(Fact(label=f[0], value=f[1], unit=f[2], previous=f[3] if len(f) > 3 else "") for f in facts),
    )
    return [t.mention.text for t in trace_numbers(text, sheet).flagged]


QUARTERS = (
    ("一季度巡演", "6", "场"), ("二季度巡演", "9", "场"), ("三季度巡演", "7", "场"), ("四季度巡演", "18", "场"),
    ("观众", "4800", "人次"), ("演出经费", "6", "万元"),
)  # fmt: skip
VILLAGES = (("东岭村", "210户、735人", ""), ("西岭村", "270户、918人", ""), ("南岭村", "300户、1080人", ""))
PHASES = (("一期修缮", "修缮8栋、投资1280万元", ""), ("二期修缮", "修缮10栋、投资1750万元", ""))
DORM = (("宿舍", "120间，住480人", ""), ("职工", "700", "人"))
TREES = (("栽树", "松树300棵、柏树500棵", ""), ("成活", "760", "棵"), ("管护队", "10", "支"))
GRID = (("网格员", "10", "人"), ("走访", "1800", "户"), ("常住户", "2000", "户"))
BOARDERS = (("学生", "1200", "人"), ("住宿生", "480", "人"), ("教学班", "30", "个"))
MEMBERS = (("在册党员", "150", "名"), ("本科以上学历党员", "90", "名"), ("流动党员", "15", "名"))
SHOPS = (("商户", "180", "户"), ("诚信商户", "54", "户", "45"), ("从业人员", "720", "人"))
CLAIMS = (("网上诉求", "240", "件"), ("办结诉求", "228", "件"))
LOTS = (("停车位", "1350", "个", "1200"),)


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("四季度巡演最多，占45%。", QUARTERS, []),
        ("四季度巡演最多，占48%。", QUARTERS, ["48%"]),
        ("上半年巡演15场，占全年37.5%。", QUARTERS, []),
        ("上半年巡演15场，占全年40%。", QUARTERS, ["40%"]),
        ("巡演观众4800人次，平均每场120人次。", QUARTERS, []),
        ("巡演观众4800人次，平均每场160人次。", QUARTERS, ["160"]),
        ("三个村村均260户。", VILLAGES, []),
        ("三个村村均280户。", VILLAGES, ["280"]),
        ("一期每栋160万元，二期每栋175万元。", PHASES, []),
        ("一期每栋160万元，二期每栋195万元。", PHASES, ["195万"]),
        ("宿舍一间住4人。", DORM, []),
        ("宿舍一间住6人。", DORM, ["6"]),
        ("栽树800棵，成活率95%。", TREES, []),
        ("栽树800棵，成活率92%。", TREES, ["92%"]),
        ("管护队10支，每支管护树木80棵。", TREES, []),
        ("管护队10支，每支管护树木60棵。", TREES, ["60"]),
        ("走访人均180户，覆盖常住户的九成。", GRID, []),
        ("走访人均180户，覆盖常住户的七成。", GRID, ["七成"]),
        ("走读生占60%。", BOARDERS, []),
        ("走读生占65%。", BOARDERS, ["65%"]),
        ("本科以下学历60名。", MEMBERS, []),
        ("本科以下学历75名。", MEMBERS, ["75"]),
        ("普通商户126户。", SHOPS, []),
        ("普通商户136户。", SHOPS, ["136"]),
        ("网上诉求240件，办结228件，办结率95%，在办12件。", CLAIMS, []),
        ("网上诉求240件，办结228件，办结率95%，在办22件。", CLAIMS, ["22"]),
        ("新增停车位150个。", LOTS, []),
        ("新增停车位180个。", LOTS, ["180"]),
    ],
)
def test_a_total_of_parts(text, facts, wrong):
    assert flags(text, *facts) == wrong
