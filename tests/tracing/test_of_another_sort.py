"""Numbers told of another sort of what their fact counts are flagged, and the same told in other words is not."""

import pytest
from flagging import flags, only_alarm

from drafter.tracing.objections.of_another_sort import sorts_in


@pytest.mark.parametrize(
    ("fact", "right", "wrong"),
    [
        ("哮喘患者|46|人", "随访哮喘患者46人。", "随访痛风患者46人。"),
        ("高血压患者|318|人", "318名高血压患者建立台账。", "318名冠心病患者建立台账。"),
        ("取暖补贴|3.8|万元", "发放冬季取暖补贴3.8万元。", "发放话费补贴3.8万元。"),
        ("营养餐补助|27|万元", "落实午餐补助27万元。", "落实住宿补助27万元。"),
        ("羽毛球社团|36|人", "羽毛球社团现有36人。", "网球社团现有36人。"),
        ("羽毛球社团|36|人", "羽毛球社团36人、轮滑社团招新中。", "羽毛球社团36人、轮滑社团36人。"),
        ("乡村医生|9|名", "聘用村医9名。", "聘用校医9名。"),
        ("职工志愿者|75|人", "组织职工志愿者75人。", "组织家长志愿者75人。"),
        ("民警党员|18|名", "民警党员18名。", "教师党员18名。"),
        ("夏季招聘会|4|场", "夏季招聘会举办4场。", "冬季招聘会举办4场。"),
        ("会议室|3|间", "新辟会议室3间。", "新辟档案室3间。"),
        ("艺术节参演|420|人", "艺术节吸引420人参演。", "升旗仪式吸引420人参演。"),
        ("赡养纠纷|14|件", "调处赡养纠纷14件。", "调处合同纠纷14件。"),
        ("暴雨预警|11|次", "发布暴雨预警信号11次。", "发布寒潮预警信号11次。"),
        ("英语教师|12|名", "英语教师12名。", "物理教师12名。"),
        ("餐饮收入|86|万元", "餐饮收入86万元。", "广告收入86万元。"),
        ("水痘疫苗接种|530|剂次", "接种水痘疫苗530剂次。", "接种甲肝疫苗530剂次。"),
        ("大蒜种植|260|亩", "种植大蒜260亩。", "种植生姜260亩。"),
        ("仓储人员|31|人", "仓储人员31人。", "采购人员31人。"),
        ("食品抽检|64|批次", "完成食品抽检64批次。", "完成化妆品抽检64批次。"),
        ("文明小区|5|个", "创成文明小区5个。", "创成无烟小区5个。"),
        ("劳动模范|6|名", "选树劳动模范6名。", "选树道德模范6名。"),
    ],
)
def test_what_is_told_of_a_sort_is_not_told_of_another(fact, right, wrong):
    assert not flags(right, fact)
    assert flags(wrong, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("哮喘、痛风患者46人。", "哮喘患者|46|人"),
        ("建成会议室、档案室各3间。", "会议室|3|间"),
        ("建成3间档案室、会议室。", "会议室|3|间"),
        ("在网球馆组织羽毛球赛8场。", "羽毛球赛|8|场"),
        ("卫生站为2260名居民免费体检。", "健康体检|2260|人"),
        ("师生志愿者75人。", "教师志愿者|75|人"),
        ("学生家长志愿者75人。", "家长志愿者|75|人"),
        ("开展学雷锋活动15场。", "志愿服务活动|15|场"),
        ("举办各类讲座9场。", "健康讲座|9|场"),
        ("养殖基地更换环保网箱420个。", "养殖网箱更换|420|个"),
        ("更换环保网箱420个。", "养殖网箱更换|420|个"),
        ("走进学校、企业、机关宣讲33场。", "老兵宣讲|33|场"),
        ("开展反电信网络诈骗宣传21场。", "反诈宣传|21|场"),
        ("义务量血压150人次。", "健康义诊|150|人次"),
        ("清运厨余垃圾和生活垃圾90吨。", "生活垃圾|90|吨"),
        ("改造农村危旧住房23户。", "危房改造|23|户"),
        ("冬春火灾排查16次。", "冬季火灾排查|16|次"),
    ],
)
def test_both_at_once_a_wider_sort_a_place_and_other_words_are_no_other_sort(text, fact):
    assert not flags(text, fact)


def test_of_several_wordings_at_one_place_the_longest_counts():
    (sort,) = {sort for sort in sorts_in("气排球") if len(sort.members) == 2}
    assert (sort.start, sort.end) == (0, 3)


def test_a_wording_that_stands_for_several_members_is_no_other_than_each():
    teachers, pupils, both = ({s.kind: s.members for s in sorts_in(words)} for words in ("教师", "学生", "师生"))
    kinds = teachers.keys() & pupils.keys() & both.keys()
    assert kinds
    assert all(both[k] & teachers[k] and both[k] & pupils[k] for k in kinds)
    assert not any(teachers[k] & pupils[k] for k in kinds)


def test_the_fact_of_the_sort_that_is_told_is_the_one_meant():
    facts = ("哮喘患者|46|人", "痛风患者|29|人")
    assert only_alarm("随访痛风患者46人。", *facts).suggestion == "29"
    assert not flags("随访痛风患者29人。", *facts)
    assert not flags("随访痛风患者46人。", "哮喘患者|46|人", "痛风患者|46|人")
