"""Classes of reckoned and restated numbers: each as an author writes it, and its twin with one number wrong."""

import pytest
from flagging import flags

MONTHS = (("1月义诊", "7", "场"), ("2月义诊", "4", "场"), ("3月义诊", "9", "场"), ("4月义诊", "6", "场"))
PARTY = (("在册党员", "96", "名"), ("女党员", "35", "名"))
SITES = (("南坡村受益户", "210", "户"), ("北坡村受益户", "175", "户"), ("东坡村受益户", "240", "户"))
TEAMS = (("一队", "男28人，女14人", ""), ("二队", "男19人，女23人", ""))
SCHOOL = (("学生", "720", "人"), ("教职工", "60", "人"), ("教学班", "18", "个"), ("书法社团成员", "540", "人"))
GOALS = (("指标完成情况", "植树460棵、修路7公里", ""), ("年度目标", "植树400棵、修路8公里", ""))
ELDERS = (("老年人口", "1420", "人"), ("95岁以上老人", "2", "名"), ("敬老金", "每季度900元/人", ""))
DRILLS = (("首次用时", "3分10秒", ""), ("末次用时", "2分46秒", ""))
HONOURS = (
    ("获得省级卫生村", "2024年4月", ""), ("获得市级示范社区", "2024年6月", ""), ("获得区级书香社区", "2024年9月", ""),
)  # fmt: skip

RIGHT_AND_WRONG = [
    ("a quarter is the sum of its months", MONTHS, "一季度义诊20场。", "一季度义诊21场。", "21"),
    ("two stretches are compared", MONTHS, "义诊3月比2月多5场。", "义诊3月比2月多6场。", "6"),
    ("a month has its own number", MONTHS, "义诊2月4场，3月9场。", "义诊2月9场，3月9场。", "9"),
    ("those excepted are left out", PARTY,
     "在册党员96名，除女党员外，男党员61名。", "在册党员96名，除女党员外，男党员63名。", "63"),
    ("one change is told as an amount and as a rate", (("清运垃圾", "130", "吨", "100"),),
     "清运垃圾增加30吨、增长30%。", "清运垃圾增加30吨、增长23%。", "23%"),
    ("growth is that of the number told last", (("讲座", "24", "场", "18"), ("听众", "3000", "人次", "2000")),
     "讲座24场；听众3000人次，增加1000人次，增长50%。", "讲座24场；听众3000人次，增加1000人次，增长33.3%。", "33.3%"),
    ("sites make a total", SITES, "三个村共受益625户。", "三个村共受益635户。", "635"),
    ("the numbers of one kind in several facts make a total", TEAMS,
     "两队共有女队员37人。", "两队共有女队员49人。", "49"),
    ("a total heads its parts", (("完工项目", "11", "个"), ("续建项目", "5", "个")),
     "资金用于16个项目，完工11个，续建5个。", "资金用于18个项目，完工11个，续建5个。", "18"),
    ("honours of a level and above are counted", HONOURS, "市级以上荣誉2项。", "市级以上荣誉4项。", "4"),
    ("so much falls to one", (("校车", "5", "辆"), ("乘车学生", "215", "人")),
     "5辆校车接送学生215人，一辆车43人。", "5辆校车接送学生215人，一辆车48人。", "48"),
    ("an average goes on behind a comma", (("网格", "12", "个"), ("住户", "3960", "户"), ("楼栋", "84", "栋")),
     "平均每个网格330户、楼栋7栋。", "平均每个网格330户、楼栋9栋。", "9"),
    ("a ratio is named by two signs", SCHOOL, "生师比为12:1。", "生师比为15:1。", "15:1"),
    ("a class has so many on average", SCHOOL, "学生720人，班额40人。", "学生720人，班额46人。", "46"),
    ("so many metres have one", (("道路", "8", "公里"), ("路灯", "320", "盏")),
     "道路8公里，路灯320盏，每25米一盏。", "道路8公里，路灯320盏，每35米一盏。", "35"),
    ("a rate leaves a rest", (("常住人口", "8600", "人"), ("家庭医生签约", "6450", "人")),
     "家庭医生签约6450人，签约率75%，还有2150人未签约。", "家庭医生签约6450人，签约率75%，还有2250人未签约。", "2250"),
    ("a rate has the signs of its part", (("常住人口", "8600", "人"), ("建立健康档案", "8170", "份")),
     "健康建档率95%。", "健康建档率97%。", "97%"),
    ("a goal was passed", GOALS, "植树460棵，为目标的115%。", "植树460棵，为目标的125%。", "125%"),
    ("a goal is no achievement", GOALS, "修路7公里。", "修路8公里。", "8"),
    ("what is for each is no total", (("冬令营", "3期，每期40人", ""),),
     "冬令营3期，共120人。", "冬令营3期，共40人。", "40"),
    ("an age has its own number", (("60岁以上老人", "310", "人"), ("80岁以上老人", "47", "人")),
     "辖区有47人80岁以上老人。", "辖区有47人60岁以上老人。", "47"),
    ("days of the period need no fact", (("走访", "3660", "户次"),),
     "366天走访3660户次。", "356天走访3660户次。", "356"),
    ("a part of what was listed", (("专职网格员", "12", "人"), ("兼职网格员", "36", "人")),
     "配专职网格员12人、兼职36人，兼职占75%。", "配专职网格员12人、兼职36人，兼职占85%。", "85%"),
    ("a share is of the part that is named",
     (("诉求", "800", "件"), ("环境类诉求", "240", "件"), ("停车类诉求", "160", "件")),
     "受理诉求800件，停车类占20%。", "受理诉求800件，停车类占30%。", "30%"),
    ("a range has the ends that a fact states apart", (("宣讲员", "22名，年龄24岁至67岁", ""),),
     "宣讲员22名，年龄在24至67岁。", "宣讲员22名，年龄在24至76岁。", "24至76"),
    ("durations of two units differ by seconds", DRILLS,
     "用时由3分10秒缩短到2分46秒，快了24秒。", "用时由3分10秒缩短到2分46秒，快了34秒。", "34"),
    ("durations of two units differ by minutes and seconds", (*DRILLS[1:], ("首次用时", "4分10秒", "")),
     "用时由4分10秒缩短到2分46秒，缩短1分24秒。", "用时由4分10秒缩短到2分46秒，缩短2分24秒。", "2"),
    ("reckoned rates differ by points", (("农户", "612", "户"), ("卫生厕所普及", "588", "户", "402")),
     "卫生厕所588户，普及率由65.7%提高到96.1%，提升30.4个百分点。",
     "卫生厕所588户，普及率由65.7%提高到96.1%，提升31.4个百分点。", "31.4"),
    ("two days of each month recur twice as often", (("值班", "每月10日、20日", ""),),
     "律师每月10日、20日值班，全年值班24次。", "律师每月10日、20日值班，全年值班12次。", "12"),
    ("two days of each week recur twice as often", (("检查", "每周一、周三", ""),),
     "每周一、周三检查，全年检查104次。", "每周一、周三检查，全年检查52次。", "52"),
    ("so much a head each quarter comes to four times as much a year", ELDERS,
     "两位95岁以上老人每人每季度900元，全年共发放7200元。",
     "两位95岁以上老人每人每季度900元，全年共发放1800元。", "1800"),
    ("a yearly price is what the area earns", (("种植面积", "410", "亩"), ("土地流转费", "每亩每年650元", "")),
     "按每亩650元计算，仅土地流转费就增收26.65万元。", "按每亩650元计算，仅土地流转费就增收28.65万元。", "28.65万"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "right"), [(f, r) for _, f, r, _, _ in RIGHT_AND_WRONG], ids=[c[0] for c in RIGHT_AND_WRONG]
)
def test_a_number_that_follows_is_not_flagged(facts, right):
    assert flags(right, *facts) == []


@pytest.mark.parametrize(
    ("facts", "wrong", "flagged"), [(f, w, n) for _, f, _, w, n in RIGHT_AND_WRONG], ids=[c[0] for c in RIGHT_AND_WRONG]
)
def test_its_twin_that_does_not_follow_is_flagged(facts, wrong, flagged):
    assert flagged in flags(wrong, *facts)
