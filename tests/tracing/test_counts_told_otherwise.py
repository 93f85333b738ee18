"""Counts that facts bear out without saying them: honours by their years, classes with a figure each, spans, places."""

import pytest
from flagging import flags, only_alarm

WON = ["2022年被评为省级文明社区，2023年获全国志愿服务先进社区。"]
LISTED = ["荣获省级文明村、市级平安村、区级先进党组织。"]
OFFICE = ["单位被评为全国节水示范单位、省科普教育基地。"]
CLASSES = ["学员|156|人", "开设书法班38人、声乐班46人、舞蹈班42人、手工班30人。"]
SCHOOL = ["夜校开设剪纸、茶艺、摄影、烘焙四个班。"]
SHIFTS = ["每日值守时段|7:00至9:00、18:00至20:00", "值守人员|46|名"]
HOURS = ["开放时间|上午9:00-11:30，下午2:00-5:00，晚上7:00-9:00"]
TEAM = ["足球队|男女各2支，队员96人"]
AREA = ["辖区|3乡1镇，58个村"]
VILLAGES = ["行政村（社区）|13村2社区"]
TALKS = ["讲座|36|场|30"]


@pytest.mark.parametrize(
    ("text", "wrong", "facts"),
    [
        ("获得省级以上荣誉两项。", [], WON),
        ("先后获得两项荣誉。", [], WON),
        ("获得国家级荣誉一项。", [], WON),
        ("两年获得荣誉2项。", [], WON),
        ("先后获得三项荣誉。", ["三"], WON),
        ("获得国家级荣誉两项。", ["两"], WON),
        ("荣获各类荣誉三项，其中市级以上荣誉两项。", [], LISTED),
        ("先后荣获两项省级以上荣誉。", [], OFFICE),
        ("获得国家和省级荣誉两项。", [], OFFICE),
        ("获得国家和省级荣誉三项。", ["三"], OFFICE),
        ("夜校开设四个班。", [], CLASSES),
        ("四个班共有学员156人。", [], CLASSES),
        ("夜校开设书法、声乐等4个班。", [], CLASSES),
        ("夜校开设五个班。", ["五"], CLASSES),
        ("选出4个班级。", ["4"], CLASSES),
        ("夜校开设剪纸、茶艺、摄影、烘焙四个班。", [], SCHOOL),
        ("夜校开设剪纸、茶艺、摄影三个班。", [], SCHOOL),
        ("夜校开设剪纸、茶艺、摄影、烘焙、插花五个班。", ["五"], SCHOOL),
        ("每日在7:00—9:00、18:00—20:00两个时段值守。", [], SHIFTS),
        ("每日分早晚两个时段值守。", [], SHIFTS),
        ("每日在7:00—9:00、18:00—20:00三个时段值守。", ["三"], SHIFTS),
        ("每天分三个时段开放。", [], HOURS),
        ("每天分四个时段开放。", ["四"], HOURS),
        ("男女足球队4支、队员96人，平均每队24人。", [], TEAM),
        ("男女足球队各2支。", [], TEAM),
        ("男女足球队3支。", ["3"], TEAM),
        ("男女足球队4支、队员96人，平均每队48人。", ["48"], TEAM),
        ("辖4个乡镇、58个村。", [], AREA),
        ("辖3个乡、1个镇。", [], AREA),
        ("辖5个乡镇。", ["5"], AREA),
        ("15个村（社区）同频共振。", [], VILLAGES),
        ("辖13个村、2个社区。", [], VILLAGES),
        ("16个村（社区）同频共振。", ["16"], VILLAGES),
        ("两年累计举办讲座66场。", [], TALKS),
        ("两年累计举办讲座76场。", ["76"], TALKS),
        ("三年累计举办讲座66场。", ["三"], TALKS),
    ],
)
def test_a_count_may_follow_from_what_is_told(text, wrong, facts):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "right", "facts"),
    [
        ("先后获得三项荣誉。", "两", WON),
        ("荣获各类荣誉四项。", "三", LISTED),
        ("先后荣获四项省级以上荣誉。", "两", OFFICE),
        ("夜校开设五个班。", "四", CLASSES),
        ("夜校开设剪纸、茶艺、摄影、烘焙、插花五个班。", "四", SCHOOL),
        ("两年累计举办讲座76场。", "66", TALKS),
    ],
)
def test_the_true_count_is_suggested(text, right, facts):
    assert only_alarm(text, *facts).suggestion == right


MORE = ["讲座|12|场|8", "藏书|5200|册|2600", "活动|47|场|24", "巡查|95|次|40"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("讲座场次是去年的1.5倍。", []),
        ("讲座场次是去年的2倍。", ["2"]),
        ("讲座场次约为去年的2倍。", ["2"]),
        ("藏书是上年的2倍，增长一倍。", []),
        ("活动场次是上年的2倍。", []),
        ("活动场次是上年的近2倍。", []),
        ("巡查次数是上年的2倍多。", []),
        ("巡查次数是上年的2倍。", ["2"]),
        ("讲座场次较上年增长一倍。", ["一"]),
    ],
)
def test_a_whole_number_of_times_is_just_about_that(text, wrong):
    assert flags(text, *MORE) == wrong
