"""How a typed text is joined to its label; the faults that a reviewer found in hurried sheets, each with its cause."""

import pytest

from drafter.models import Fact
from drafter.writing.offline_patterns import load_patterns
from drafter.writing.offline_phrases import Phrasing


def words(ahead: bool = False, **fact: str) -> str:
    (said,) = Phrasing(load_patterns(), "seed", "社区", ahead).say([Fact(topic="service", **fact)], "service")
    return said.words


@pytest.mark.parametrize(
    ("label", "text", "told"),
    [
        ("议事基地", "社区大院一处，由老党员照看", "设有议事基地，社区大院一处，由老党员照看"),
        ("编织工坊", "“巧手坊”，12名居民参加", "设有编织工坊“巧手坊”，12名居民参加"),
        ("青年驿站", "周末开放，可住8人", "青年驿站周末开放，可住8人"),
        ("警务室", "民警每周三来坐班", "设有警务室，民警每周三来坐班"),
        ("节水行动", "每月查一次水表，漏水的当天报修", "开展节水行动，每月查一次水表，漏水的当天报修"),
        ("书法夜校", "退休教师教课，30人报名", "开办书法夜校，退休教师教课，30人报名"),
        ("重阳活动", "10月29日登山比赛", "开展重阳活动，10月29日举办登山比赛"),
        ("创建工作专班", "主任任组长，书记员任副组长", "创建工作专班由主任任组长，书记员任副组长"),
        ("家风讲堂", "请退休教师来讲，办了5期", "开办家风讲堂，请退休教师来讲，办了5期"),
        ("村晚", "正月初六，18个节目", "举办村晚，正月初六，18个节目"),
        ("推广", "区里开了现场会，3个街道来学", "推广方面，区里开了现场会，3个街道来学"),
        ("爱心粥", "冬天每天早上免费送粥50碗", "爱心粥方面，冬天每天早上免费送粥50碗"),
        ("观测星空", "8月12日看流星雨，来了150人", "观测星空，8月12日看流星雨，来了150人"),
        ("邻里节", "10月1日到7日，长街宴摆了60桌", "举办邻里节，10月1日到7日，长街宴摆了60桌"),
        ("平安", "无重大案件", "无重大案件"),
        ("二、环境", "清了30多车垃圾，拆了6个棚子", "清了30多车垃圾，拆了6个棚子"),
        ("典型", "楼长老张天天扫雪，邻居都跟着扫", "楼长老张天天扫雪，邻居都跟着扫"),
        ("做法", "黑榜改成了红榜，只表扬", "黑榜改成了红榜，只表扬"),
        ("预约电话", "拨打服务热线，早8点有人接", "拨打服务热线，早8点有人接"),
        ("卫生检查", "每周五逐户打分", "卫生检查每周五逐户打分"),
        ("就餐老人", "每天40人左右", "就餐老人每天40人左右"),
        ("示范科室", "评出内科、药房", "示范科室评出内科、药房"),
        ("电视", "区台5月播出过一次", "电视方面，区台5月播出过一次"),
        ("服务承诺", "首问负责、限时办结", "服务承诺包括首问负责、限时办结"),
        ("控烟", "全院无烟，劝阻吸烟310人次", "控烟方面，全院无烟，劝阻吸烟310人次"),
    ],
)
def test_a_text_is_joined_to_its_label_as_a_person_would(label: str, text: str, told: str) -> None:
    assert words(label=label, text=text) == told


def test_a_plan_says_of_nothing_that_it_is_there() -> None:
    assert "设有" not in words(ahead=True, label="编织工坊", text="腾出一间房，招募12名居民")


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ({"label": "安全隐患", "value": "63", "unit": "处"}, "发现安全隐患63处"),
        ({"label": "床位数", "value": "420", "unit": "张"}, "床位420张"),
        ({"label": "班级数", "value": "30", "unit": "个"}, "班级30个"),
        ({"label": "参加人数", "value": "30", "unit": "人"}, "参加人数30人"),
        ({"label": "法治课参加", "value": "52", "unit": "人"}, "参加法治课的有52人"),
        ({"label": "调解", "value": "37"}, "调解37件"),
        ({"label": "家长会", "value": "4", "unit": "次"}, "召开家长会4次"),
        ({"label": "毕业典礼", "value": "2", "unit": "场"}, "举行毕业典礼2场"),
        ({"label": "送医下乡", "value": "9", "unit": "次"}, "开展送医下乡9次"),
        ({"label": "露天电影", "value": "20", "unit": "场"}, "放映露天电影20场"),
        ({"label": "工单回访", "value": "100", "unit": "%"}, "工单回访率为100%"),
        ({"label": "燃气安检", "value": "220", "unit": "户"}, "开展燃气安检220户"),
        ({"label": "服务标兵", "value": "18", "unit": "名"}, "服务标兵18名"),
        ({"label": "门诊量", "value": "3.2万", "unit": "人次"}, "门诊量为3.2万人次"),
        ({"label": "干部下沉", "value": "96", "unit": "人"}, "干部下沉96人"),
        ({"label": "服务态度投诉", "value": "2", "unit": "起"}, "受理服务态度投诉2起"),
        ({"label": "60岁以上", "value": "1930", "unit": "人"}, "60岁以上人员1930人"),
        ({"label": "宣传单", "value": "300", "unit": "张"}, "发放宣传单300张"),
        ({"label": "表扬", "value": "57", "unit": "次"}, "收到表扬57次"),
        ({"label": "捐书", "value": "300", "unit": "本"}, "捐书300本"),
        ({"label": "临时救助", "value": "9", "unit": "户"}, "实施临时救助9户"),
        ({"label": "好人榜", "value": "4", "unit": "人"}, "入选好人榜4人"),
        ({"label": "助餐", "value": "2.6万", "unit": "份"}, "提供助餐2.6万份"),
        ({"label": "3.网格员", "value": "16", "unit": "名"}, "网格员16名"),
        ({"label": "残疾人", "value": "96"}, "残疾人96人"),
    ],
)
def test_a_figure_takes_the_verb_and_measure_word_that_go_with_its_noun(fact: dict[str, str], told: str) -> None:
    assert words(**fact) == told
