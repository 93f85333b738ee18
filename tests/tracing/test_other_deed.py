"""Numbers told of another deed than their fact's."""

from collections import Counter
from importlib.resources import files

import pytest
from flagging import flags, only_alarm

from drafter.resources import load_yaml
from drafter.tracing.objections.other_deed import deeds


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("设置分类垃圾桶|3850个", "清洗维修分类垃圾桶3850个。"),
        ("老旧小区改造|6个", "今年新引进物业管理小区6个。"),
        ("办理读者证|5470张", "清理注销过期读者证5470张。"),
        ("走访企业|326家", "街道新引进注册企业326家。"),
        ("救助困难家庭|517户", "全年逐户核查困难家庭517户。"),
        ("拆除破损广告牌|1075块", "审批户外广告牌1075块。"),
        ("教师培训|540人次", "学校组织教师体检540人次。"),
        ("招商引资到位资金|2.35亿元", "争取上级专项资金2.35亿元。"),
        ("举办展演|12场", "参加各级比赛12场。"),
        ("开展应急演练|17场", "因天气取消应急演练17场。"),
        ("更换灭火器|614具", "抽检灭火器614具，原样放回。"),
        ("劝导交通违法|1975人次", "现场处罚交通违法1975人次。"),
    ],
)
def test_a_number_of_another_deed_is_flagged_with_its_source(fact, text):
    alarm = only_alarm(text, fact, period="2025年")
    assert alarm.closest == ("F1",)
    assert fact.split("|")[0] in alarm.because


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("新添果皮箱45个。", ("新设果皮箱|45个",)),
        ("募集善款97200元。", ("捐款总额|97200元",)),
        ("社区多方筹措资金128.5万元。", ("投入整治资金|128.5万元",)),
        ("心理咨询室接待学生96人次。", ("心理咨询|96人次",)),
        ("印发手册8600份。", ("宣传手册|8600份",)),
        ("资助大学生45名。", ("捐资助学|45名",)),
        ("开展演练8次。", ("应急演练|8次",)),
        ("68项指标中达标63项。", ("测评指标|68项", "达标指标|63项")),
        ("创建志愿服务站6个，开展检查12次。", ("新建志愿服务站|6个", "督查|12次")),
        ("维修路灯时走访居民126户。", ("走访居民|126户",)),
        ("14名劝导员全年上岗1460小时。", ("劝导员|14|名", "交通劝导|1460|小时")),
        ("取消收费项目12项。", ("精简收费项目|12|项",)),
        ("配餐点全年送出热饭1.43万份。", ("配餐点助餐|14300份",)),
        ("23个项目投入312.8万元。", ("社区改造微项目|23个", "微项目投入|312.8万元")),
        ("对新建的12个驿站进行改造提升。", ("新建驿站|12个",)),
    ],
)
def test_the_same_deed_or_one_akin_to_it_in_other_words_is_backed(text, facts):
    assert flags(text, *facts, period="2025年") == []


def test_the_reason_denies_no_thing_that_the_sheet_has_under_another_deed():
    assert "材料中没有此处所说事项的数" in only_alarm("清洗垃圾桶3850个。", "设置垃圾桶|3850个").because


def test_the_suggestion_is_what_the_sheet_states_of_the_deed_that_was_told():
    alarm = only_alarm("维修路灯126盏。", "更换路灯|126盏", "维修路灯|58盏", period="2025年")
    assert alarm.suggestion == "58"


def test_every_word_is_of_one_deed_and_every_deed_that_is_akin_to_another_is_known():
    rows = load_yaml(files("drafter.tracing.objections").joinpath("deeds.yaml").read_text(encoding="utf-8"))
    every = (*rows["deeds"], *rows["with_either"], *rows["with_money"])
    words = Counter(word for row in every for word in row.split("|"))
    assert [word for word, times in words.items() if times > 1] == []
    for one, others in rows["akin"].items():
        for word in (one, *others.split()):
            assert any(len(deeds(of_money).contrast.named_in(word)) == 1 for of_money in (False, True)), word
