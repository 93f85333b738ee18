"""Lists inside a statement counted in a sentence that tells the same: each right count beside its wrong twin."""

import pytest
from flagging import flags

OTHERS = ("志愿者|450|名", "全年开展培训9次")
PARTNERS = ("与街道卫生服务中心、实验幼儿园、建设银行、消防大队结对共建",)
ROOMS = ("新建阅览室、舞蹈室、心理咨询室、议事室",)
TEAMS = ("组建治安巡逻队、文明劝导队、应急救援队",)
FEASTS = ("开展新春写春联、端午送粽子、重阳健步走活动",)
SERVICES = ("推出“一窗通办”“上门代办”“预约延时”服务",)
GOODS = ("购置打印机、投影仪、除颤仪、轮椅",)
PRAISED = ("获区“文明单位”称号", "获市“绿色社区”称号", "获评“平安小区”“书香社区”“无讼社区”")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("与4家单位结对共建。", PARTNERS, []),
        ("共建单位四家。", PARTNERS, []),
        ("与5家单位结对共建。", PARTNERS, ["5"]),
        ("走访4家企业。", PARTNERS, ["4"]),
        ("新建4个功能室。", ROOMS, []),
        ("新建5个功能室。", ROOMS, ["5"]),
        ("设有4个教室。", ROOMS, ["4"]),
        ("组建3支志愿队伍。", TEAMS, []),
        ("组建4支志愿队伍。", TEAMS, ["4"]),
        ("组建3支文艺队。", TEAMS, ["3"]),
        ("开展节日活动3场。", FEASTS, []),
        ("开展节日活动4场。", FEASTS, ["4"]),
        ("推出三项便民服务。", SERVICES, []),
        ("推出四项便民服务。", SERVICES, ["四"]),
        ("开展三项培训。", SERVICES, ["三"]),
        ("购置设备4类。", GOODS, []),
        ("购置设备5类。", GOODS, ["5"]),
        ("开设4类课程。", GOODS, ["4"]),
        ("获得“文明单位”“绿色社区”两项荣誉。", PRAISED, []),
        ("获得“文明单位”“绿色社区”三项荣誉。", PRAISED, ["三"]),
        ("获得荣誉五项。", PRAISED, []),
    ],
)
def test_what_a_statement_lists_is_counted_where_the_same_is_told(text, facts, wrong):
    assert flags(text, *facts, *OTHERS) == wrong
