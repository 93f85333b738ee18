"""What stands right at a number settles what it states, whatever else the sentence speaks of."""

import pytest
from flagging import flags, report_on


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("辖区56条老街已完成改造提升42条，完成率75%。", ("老街|56条，其中完成提升42条",)),
        ("24名教练学历全部在大专以上。", ("教练|24人，其中本科20人、大专4人",)),
        ("我站860名职工中女职工恰好占到半数。", ("职工|860人，其中女职工430人",)),
        (
            "全年通行车辆286万辆，其中10月3日单日车流高达1.9万辆。",
            ("车流量|286|万辆", "国庆单日最高车流|10月3日，1.9万辆"),
        ),
        ("10月3日单日客流2.64万人次，秩序井然。", ("最大承载量|3.5万人次/日", "最高日游客|2.64万人次，10月3日")),
        ("7天长假人流如织，晚会每日2场、7天共演14场。", ("假期天数|7|天", "晚会|每日2场")),
        ("按248个工作日计算，日均办理600笔。", ("工作日|248|天", "业务量|14.88|万笔")),
        ("每月为75岁以上老人办一次生日会。", ("75岁以上老人|132|人",)),
        ("于6月召开居民代表大会。", ("公约2024年6月经居民代表大会表决通过",)),
        ("平均修复时间由5.2小时缩短到4.1小时。", ("抢修|186次，平均修复4.1小时||5.2小时",)),
        ("在全县考评中由第9名升至第4名。", ("在全县考评中排名第4，上年排名第9",)),
        ("13名同志拧成一股绳。", ("管理人员|13|人",)),
        ("328名司机签下承诺书。", ("司机承诺书|328|份",)),
    ],
)
def test_a_number_is_backed_by_what_stands_at_it(text, facts):
    assert flags(text, *((f"|{fact}" if "|" not in fact else fact) for fact in facts)) == []


@pytest.mark.parametrize(
    ("text", "facts", "suggestion"),
    [
        ("议事会解决诉求190件。", ("议事会|24|次", "解决居民诉求|182|件", "居民诉求|190|件"), "182"),
        ("其中有物业小区4个。", ("小区|11|个", "|有物业小区7个，无物业小区4个。"), "7"),
    ],
)
def test_a_number_of_another_name_is_flagged_with_the_value_of_its_own(text, facts, suggestion):
    (alarm,) = report_on(text, *facts).flagged
    assert alarm.suggestion == suggestion


def test_a_part_is_no_rest_of_which_it_is_itself_taken_away():
    facts = ("小区|11|个", "|有物业小区7个，无物业小区4个。")
    assert flags("小区11个，其中有物业小区4个、无物业小区7个。", *facts) == ["4", "7"]
