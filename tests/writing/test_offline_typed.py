"""What a reviewer found wrong in documents whose facts were typed as staff type them: each cause with its sentence."""

import re

import pytest

from drafter.models import Fact, FactSheet
from drafter.structure.assign import topic_of
from drafter.structure.skeletons import load_skeleton
from drafter.tracing.trace import trace_numbers
from drafter.writing.offline_change import change_words, chinese_amount
from drafter.writing.offline_words import items_in
from drafter.writing.writer import write_document


def document(*facts: Fact, kind: str = "annual_summary", unit: str = "甲社区", period: str = "2025年") -> str:
    """Write a whole document offline; nothing in it may be flagged and no fact left out."""
    sheet = FactSheet(unit=unit, period=period, document=kind, facts=facts).with_ids()
    draft = write_document(sheet, load_skeleton(kind), None, lambda _: None)
    text = "\n".join(s.text for s in draft.sections)
    report = trace_numbers(text, sheet)
    assert [(t.mention.text, t.because) for t in report.flagged] == []
    assert report.unused == ()
    return text


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (Fact(label="新划停车位", value="45"), "新划停车位45个"),
        (Fact(label="在册党员", value="88"), "党员88名"),
        (Fact(label="楼道灯更换", value="60"), "完成楼道灯更换60盏"),
        (Fact(label="反诈宣讲", value="12"), "反诈宣讲12次"),
        (Fact(label="矛盾化解率", value="98"), "矛盾化解率为98%"),
        (Fact(label="居民满意度", value="96.4"), "居民满意度为96.4"),
        (Fact(label="共享书架", value="45"), "共享书架数为45"),
    ],
)
def test_a_figure_without_a_unit_still_ends_in_a_measure_word(fact: Fact, words: str) -> None:
    text = document(fact)
    assert words in text
    assert not re.search(r"[一-鿿]\d+。", text.replace(f"为{fact.value}。", ""))


@pytest.mark.parametrize(
    ("value", "previous", "unit", "change"),
    [
        ("七十六次", "六十四次", "", "增加十二次"),
        ("七十六", "六十四", "次", "增加十二次"),
        ("四十六件", "五十二", "", "减少六件"),
        ("五千份", "4500", "", "增加五百份"),
        ("百分之九十八", "百分之九十五", "", "提高三个百分点"),
        ("9个", "8个", "", "增加1个、增长12.5%"),
        ("2.8万", "2.1万", "人次", "增加0.7万人次、增长33.3%"),
        ("99.2%", "98.7%", "", "提高0.5个百分点"),
        ("1,260.5", "980", "平方米", "增加280.5平方米、增长28.6%"),
        ("96.4", "95", "", "提高1.4"),
        ("五十余场", "四十二场", "", ""),
        ("20-25", "18", "名", ""),
    ],
)
def test_figures_are_compared_however_they_were_typed(value: str, previous: str, unit: str, change: str) -> None:
    fact = Fact(label="清运垃圾", value=value, previous=previous, unit=unit)
    assert change_words(fact, unit) == change


def test_a_comparison_in_chinese_numerals_is_in_the_document_and_backed() -> None:
    text = document(
        Fact(label="调解矛盾纠纷", value="四十六件", previous="五十二"),
        Fact(label="注册志愿者", value="210", previous="185"),
        Fact(label="发放宣传资料", value="五千份", previous="4500"),
    )
    assert "减少六件" in text
    assert "增加五百份" in text
    assert "增长13.5%" in text, "without units only the proportion is certain"


@pytest.mark.parametrize(
    ("n", "words"), [(12, "十二"), (105, "一百零五"), (110, "一百一十"), (1010, "一千零一十"), (32000, "三万二千")]
)
def test_chinese_numerals_are_written_as_one_says_them(n: int, words: str) -> None:
    assert chinese_amount(n) == words


@pytest.mark.parametrize(
    ("fact", "topic"),
    [
        (Fact(label="反诈宣讲", value="12", unit="场"), "security"),
        (Fact(label="矛盾化解率", value="98", unit="%"), "security"),
        (Fact(label="矛盾纠纷", value="12", unit="件"), "security"),
        (Fact(label="五好家庭", value="38", unit="户"), "ideology"),
        (Fact(label="老旧小区改造", value="12", unit="个"), "environment"),
        (Fact(label="公益广告", value="320", unit="处"), "publicity"),
        (Fact(label="职工献血", value="45", unit="人"), "volunteer"),
        (Fact(text="2024年荣获“区先进基层党组织”"), "honors"),
        (Fact(text="居民王某拾金不昧，被评为区“身边好人”"), "ideology"),
        (Fact(text="3月与辖区派出所签订警民联防协议"), "security"),
        (Fact(text="老旧小区停车位缺口较大"), "problems"),
    ],
)
def test_facts_without_a_topic_land_where_a_reader_looks_for_them(fact: Fact, topic: str) -> None:
    assert topic_of(fact) == topic


def test_an_explanation_stands_behind_its_figure() -> None:
    text = document(
        Fact(topic="service", label="接待外地参观", value="21", unit="批", text="共560人"),
        Fact(topic="joint", label="共建单位", value="12", unit="家", previous="9", text="供电所、农商行、第三中学等"),
    )
    assert "接待外地参观21批，共560人。" in text
    assert "共建单位12家，比上年增加3家，增长33.3%，包括供电所、农商行、第三中学等。" in text


def test_among_them_stands_right_behind_the_whole() -> None:
    text = document(
        Fact(label="在册党员", value="265", unit="名"),
        Fact(label="其中：预备党员", value="6", unit="名"),
        Fact(label="党支部", value="9", unit="个"),
    )
    assert re.search(r"党支部9个、(?:在册)?党员265名，其中预备党员6名", text)


def test_a_plan_does_not_strive_for_lonely_old_people() -> None:
    text = document(
        Fact(topic="relief", label="独居老人", value="46", unit="人"),
        Fact(topic="environment", label="充电桩", value="40", unit="个"),
        kind="plan",
    )
    assert "力争独居" not in text
    assert "独居老人46人" in text
    assert "力争充电桩达到40个" in text


def test_nothing_is_claimed_of_a_thing_that_only_resembles_a_deed_of_the_form() -> None:
    text = document(
        Fact(label="矛盾纠纷", value="12", unit="件"),
        Fact(label="监控探头", value="36", unit="个"),
        kind="themed_safety",
    )
    assert "调解" not in text
    assert "新装" not in text


def test_honours_are_one_sentence_of_the_units_own_and_bare_names_get_their_verb() -> None:
    text = document(
        Fact(topic="honors", text="2024年12月获评省级“最美党群服务中心”"),
        Fact(topic="honors", text="2025年8月“楼道认领”被区文明办列为典型案例"),
        Fact(topic="honors", text="2025年5月被街道评为“先进集体”"),
    )
    assert "社区2024年12月获评省级“最美党群服务中心”；2025年5月被街道评为“先进集体”。" in text
    assert "荣誉有：" not in text
    assert "社区2025年8月“楼道认领”" not in text
    assert "社区获得市级文明单位称号。" in document(Fact(label="荣誉", text="市级文明单位"))


def test_numbered_and_listed_problems_are_told_one_by_one() -> None:
    assert items_in("1.停车位少；2.参与率不高") == ("停车位少", "参与率不高")
    assert items_in("2026年建成3.5公里管网；推行积分超市") == ("2026年建成3.5公里管网", "推行积分超市")
    text = document(Fact(label="存在问题", text="1.老旧小区停车位少；2.居民参与率不高"))
    assert "一是老旧小区停车位少；二是居民参与率不高。" in text


def test_a_plan_that_says_next_is_not_announced_with_next() -> None:
    assert "下一步计划改造湖滨路口停车场。" in document(Fact(text="下一步计划改造湖滨路口停车场"))
    assert "：下一步" not in document(Fact(text="下一步计划改造湖滨路口停车场"))


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (
            Fact(topic="culture", label="三八节活动", text="3月8日举办读书会"),
            "开展三八节活动，3月8日举办读书会",
        ),
        (Fact(topic="ideology", label="村规民约", text="2025年4月经会议修订"), "村规民约于2025年4月经会议修订"),
        (Fact(topic="ideology", label="红白理事会", text="由老党员、老干部、村民代表组成"), "红白理事会由老党员"),
        (Fact(topic="service", label="办结时限", value="48", unit="小时"), "办结时限为48小时"),
        (Fact(topic="health", label="两癌筛查", value="620", unit="人"), "开展两癌筛查620人"),
        (Fact(topic="security", label="婚姻家庭纠纷调解", value="19", unit="件"), "开展婚姻家庭纠纷调解19件"),
        (Fact(topic="ideology", label="高价彩礼", value="0", unit="起"), "高价彩礼零发生"),
        (Fact(topic="institutions", label="例会周期", value="半月"), "周期为半月"),
        (Fact(topic="security", label="火灾事故", value="无"), "无火灾事故"),
        (Fact(topic="publicity", label="媒体报道", value="7", unit="次"), "媒体报道7次"),
        (
            Fact(label="文体活动", text="1月20日迎春联欢会、5月12日慰问演出"),
            "1月20日迎春联欢会、5月12日慰问演出等活动",
        ),
    ],
)
def test_what_read_wrong_to_a_reviewer_reads_right(fact: Fact, words: str) -> None:
    text = document(fact)
    assert words in text
    assert "开展媒体报道" not in text
    assert "月20日举办" not in text


def test_growth_from_a_hundred_is_told() -> None:
    assert "比上年增加50人，增长50%" in document(Fact(label="志愿者", value="150", unit="人", previous="100"))


def test_a_period_across_two_years_opens_its_document() -> None:
    text = document(Fact(label="清运垃圾", value="12", unit="吨"), period="2024年7月至2025年6月")
    assert text.startswith("2024年7月至2025年6月，")


def test_a_village_committee_speaks_of_its_village() -> None:
    text = document(
        Fact(topic="overview", label="耕地面积", value="3200", unit="亩"),
        Fact(topic="environment", label="栽种苗木", value="4500", unit="株"),
        unit="清水湾村民委员会",
        kind="application",
    )
    assert "清水湾村耕地面积3200亩" in text
    assert "本村栽种苗木" in text or "本村共栽种苗木" in text


def test_two_hundred_facts_make_a_document_without_repetition() -> None:
    facts = [Fact(topic="environment", label=f"{n}号院新装分类箱", value=str(n + 3), unit="组") for n in range(1, 201)]
    text = document(*facts)
    sentences = [s for s in re.split(r"(?<=。)|\n", text) if s]
    assert len(sentences) == len(set(sentences))
    assert max(map(len, text.split("\n"))) <= 400


def test_what_staff_say_there_was_none_of_is_told_in_words_without_a_unit() -> None:
    text = document(
        Fact(label="重大刑事案件", value="无", unit="起"),
        Fact(label="越级和集体上访", value="没有"),
        Fact(label="新装路灯", value="暂无", unit="盏"),
        Fact(label="低保户", value="无", unit="户"),
        Fact(label="绿化覆盖率", value="无", unit="%"),
    )
    for said in ("未发生重大刑事案件", "未发生越级和集体上访", "未新装路灯", "无低保户", "绿化覆盖率暂无数据"):
        assert said in text
    assert not re.search(r"(?:无|没有|暂无)(?:起|盏|户|%)", text)
    assert Fact(label="重大刑事案件", value="无", unit="起").wording == "重大刑事案件 无"


@pytest.mark.parametrize("value", ["0", "无"])
def test_a_nought_stands_in_a_sentence_of_its_own(value: str) -> None:
    text = document(
        Fact(label="植树棵数", value=value, unit="棵"),
        Fact(label="难点问题办理", text="疏通下水道13处"),
        Fact(label="重大刑事案件", value=value, unit="起"),
        Fact(label="新装路灯", value="12", unit="盏"),
    )
    noughts = [s for s in re.split(r"(?<=。)|\n", text) if re.search("植树|案件", s)]
    assert len(noughts) == 2
    assert not any(re.search("下水道|路灯", s) for s in noughts)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (Fact(label="工作制度", text="督查通报、联席会议"), r"社区(?:建立|实行|执行)督查通报、联席会议等制度"),
        (Fact(label="工作制度", text="督查通报、联席会议等制度"), r"社区(?:建立|实行|执行)督查通报、联席会议等制度"),
        (Fact(label="工作制度", text="健全督查通报制度"), r"社区健全督查通报制度"),
        (Fact(label="文体活动", text="慰问演出、广场舞"), r"社区(?:举办|组织)慰问演出、广场舞等活动"),
        (Fact(label="区位四至", text="东至滨江路，西至文化街，南至江堤，北至铁路"), r"社区东至滨江路，西至文化街"),
        (Fact(label="区位四至", text="滨江路东侧"), r"社区位于滨江路东侧"),
    ],
)
def test_typed_names_get_the_verb_that_they_lack(fact: Fact, said: str) -> None:
    assert re.search(said, document(fact))


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (Fact(label="文体活动", text="国庆前搞了一场晚会，400多人来看"), "国庆前搞了一场晚会，400多人来看。"),
        (Fact(label="文体活动", text="重阳节前社区组织老人游园，60人参加"), "重阳节前社区组织老人游园，60人参加。"),
        (Fact(label="居民创建参与率", value="约95", unit="%"), "居民创建参与率约为95%"),
        (Fact(label="居民创建参与率", value="近95%"), "居民创建参与率近95%"),
        (Fact(label="文体队伍名称", text="秧歌队 合唱团 太极队"), "秧歌队、合唱团、太极队"),
    ],
)
def test_a_sentence_stands_as_typed_and_rough_figures_and_spaced_names_are_joined_well(fact: Fact, said: str) -> None:
    text = document(fact)
    assert said in text
    assert not re.search(r"(?:举办|组织)(?:国庆前|重阳节)", text)
