"""What was counted, recurs or came on top: averages, products and totals of it, each beside what does not follow."""

import pytest
from flagging import flags, last_trace

HALLS = (("便民驿站", "共18个"), ("驿站接件", "390件"))
GRIDS = (("巡防片区", "64", "个"), ("住户", "1.92", "万户"), ("安装门磁", "1.35万户"))
GROUPS = (("兴趣小组", "书画、合唱、编织、摄影"), ("每组课时", "每组15课时"))
TIED = (("帮扶户", "2023年底208户、690人"), ("结对干部", "52", "名"))
FUNDED = (("微项目", "征集25个，入围16个"), ("扶持资金", "24", "万元"))
SPRINGS = (("监测点", "9处"), ("监测点巡护", "每处每日3次"))
CLINIC = ("健康讲座", "市医院、区中医馆各3场")
PRIZES = ("好邻居、好公婆", "各12名")
EVENINGS = ("露天电影", "6月1日至8月31日，每周三、周六各1场")
SHOPS = ("放心消费", "签约28家，占临街商铺的70%")
SAFETY = ("安全生产会商", "每季度1次")
HALVES = ("义诊", "上、下半年各3次")
OPEN = ("活动室开放", "每周一、三、五各4小时")
NIGHTS = ("夜巡时间", "19:30—22:30")
CLEANING = ("大扫除", "隔周1次")
PAPER = ("院落小报", "半月1期，每期300份")
WINDOW = ("文化橱窗", "长20米，更换4期")
LEAFLETS = (("应发手册", "90份"), ("城东站已发", "31份"), ("城西站已发", "42份"))
SHOWS = (("演出", "38场"), ("读书会", "25场"), ("义诊", "9场"))
GUARD = ("站岗时间", "7:00—8:30，17:00—19:00")
SQUAD = ("巡防队", "专职队员5名、兼职队员12名")
CHAIRS = (("原有座椅", "40把"), ("新添座椅", "25把"))
LIFTS = (("本年加装电梯", "12部"), ("往年加装电梯", "36部"))
POSTS = (("岗位", "东门5个、南门4个、北门3个"),)
BLOCKS = (("示范楼栋", "上半年10个，下半年12个"),)
LIGHTS = (("原有路灯", "310盏"), ("新装路灯", "46盏"), ("共享路灯", "借用2处，24盏"))


@pytest.mark.parametrize(
    ("text", "facts", "right", "wrong"),
    [
        ("18个便民驿站接件412件，平均每个站约{}件。", HALLS, "22", "30"),
        ("划分巡防片区64个，每个片区平均{}户。", GRIDS, "300", "320"),
        ("上年底有帮扶户208户、690人，结对干部52名，平均每人联系{}户。", TIED, "4", "5"),
        ("25个微项目中入围16个，入围率64%，平均每个项目获扶持{}万元。", FUNDED, "1.5", "1.8"),
        ("对9处监测点逐日巡护，每日合计{}处次。", SPRINGS, "27", "28"),
        ("书画、合唱、编织、摄影四个小组同时开课，每组15课时，合计{}课时。", GROUPS, "60", "75"),
    ],
)
def test_what_comes_on_each_of_what_was_counted_stands(text, facts, right, wrong):
    assert _flags_last(text.format(right), facts) is False
    assert _flags_last(text.format(wrong), facts) is True


def _flags_last(text, facts):
    return last_trace(text, *facts).flagged


@pytest.mark.parametrize(
    ("text", "fact", "right", "wrong"),
    [
        ("市医院、区中医馆先后来开健康讲座，共{}场。", CLINIC, "六", "五"),
        ("评选好邻居、好公婆共{}名。", PRIZES, "24", "22"),
        ("露天电影放了一夏天，每周{}场。", EVENINGS, "两", "三"),
        ("临街商铺{}家中有28家签约放心消费。", SHOPS, "40", "42"),
        ("安全会商全年召开{}次。", SAFETY, "四", "六"),
        ("全年举办义诊{}次。", HALVES, "6", "5"),
        ("活动室每周开放{}小时。", OPEN, "12", "16"),
        ("巡逻队每晚巡逻{}小时。", NIGHTS, "3", "4"),
        ("厨余垃圾日产12吨，一年清运{}吨。", ("厨余垃圾", "日均12吨"), "4380", "4280"),
        ("隔周一次的大扫除共组织{}次。", CLEANING, "26", "24"),
        ("隔周一次的大扫除共组织{}次。", ("大扫除", "每两周1次"), "26", "24"),
        ("院落小报全年出刊{}期。", PAPER, "24", "12"),
        ("院落小报半月一期，每期300份，全年累计{}份。", PAPER, "7200", "3600"),
        ("文化橱窗平均每{}个月更换内容。", WINDOW, "三", "两"),
        ("一早一晚每天站岗{}小时。", GUARD, "3.5", "3"),
        ("{}人的专职、兼职巡防队走上街头。", SQUAD, "17", "18"),
    ],
)
def test_what_a_fact_tells_of_each_comes_to_so_much_in_all(text, fact, right, wrong):
    assert flags(text.format(right), fact) == []
    assert flags(text.format(wrong), fact) == [wrong]


@pytest.mark.parametrize(
    ("text", "facts", "right", "wrong"),
    [
        ("应发手册90份，城东站发放31份，城西站发放42份，合计{}份。", LEAFLETS, "73", "121"),
        ("演出38场、读书会25场、义诊9场，合计{}场。", SHOWS, "72", "34"),
        ("座椅由40把增加到{}把。", CHAIRS, "65", "68"),
        ("连同往年的36部，全街道电梯已有{}部。", LIFTS, "48", "46"),
        ("除北门外，另两处设岗{}个。", POSTS, "9", "8"),
        ("上下半年共评出示范楼栋{}个。", BLOCKS, "22", "12"),
        ("新装路灯46盏，又借来共享路灯24盏，路灯总数增加到{}盏。", LIGHTS, "380", "385"),
    ],
)
def test_a_total_takes_in_what_was_added_and_no_whole(text, facts, right, wrong):
    assert flags(text.format(right), *facts) == []
    assert flags(text.format(wrong), *facts) == [wrong]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "法治讲座18场，场均36人次。",
            [("法治讲座", "18", "场"), ("讲座听众", "1620", "人次"), ("咨询", "648", "人次")],
        ),
        ("学校、医院等各来义诊2次，共4次。", [("义诊", "学校、医院等各2次")]),
    ],
)
def test_a_chance_hit_or_an_open_list_backs_nothing(text, facts):
    assert len(flags(text, *facts)) == 1
