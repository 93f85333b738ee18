"""Why a number stands or is flagged, and what is suggested, in sentences that a clerk can check."""

import pytest
from flagging import last_trace, only_alarm, only_trace, report_on

QUARTERS = "一季度巡河6次，二季度巡河9次，三季度巡河11次，四季度巡河5次。"


def test_a_number_of_the_last_period_stands_by_that_periods_value():
    first, second = report_on("书法学员由上年的61人增加到75人。", "书法学员|75|人|61").traces
    assert (first.because, second.because) == ("与“书法学员 上期61人”一致。", "与“书法学员 75人”一致。")


def test_a_number_that_a_label_has_stands_by_the_label():
    assert report_on("70岁以上老人43人。", "70岁以上老人|43|人").traces[0].because == "与“70岁以上老人”一致。"


def test_a_statement_is_quoted_as_far_as_a_stop():
    told = "修渠投入12.5万元，铺设步道投入8.25万元，安装路灯投入6万元，余款存入专户。"
    trace = only_trace("修渠和步道合计20.75万元。", told)
    assert trace.because.startswith("由“修渠投入12.5万元，铺设步道投入8.25万元……”推算得出")


@pytest.mark.parametrize(
    ("text", "facts", "reckoning", "suggestion"),
    [
        ("队员人数是教练的8.5倍。", ("队员|45|人", "教练|6|人"), "45 ÷ 6 = 7.5", "7.5"),
        ("队员45人，是上年的3倍。", ("队员|45|人|25",), "45 ÷ 25 = 1.8", "1.8"),
        ("训练场次为去年的2.6倍。", ("训练|48|场|30",), "48 ÷ 30 = 1.6", "1.6"),
        ("会费收入比上年增长3倍。", ("会费收入|9|万元|3.6",), "(90000 - 36000) ÷ 36000 = 150%", "1.5"),
        ("会费收入比上年翻了一番。", ("会费收入|5.4|万元|3.6",), "(54000 - 36000) ÷ 36000 = 50%", ""),
        ("队员人数增长一倍。", ("队员|30|人|25",), "(30 - 25) ÷ 25 = 20%", ""),
        ("学员是教练的三倍。", ("学员|42|人", "教练|21|人"), "42 ÷ 21 = 2", "两"),
    ],
)
def test_a_wrong_multiple_is_reckoned_of_what_it_compares(text, facts, reckoning, suggestion):
    alarm = last_trace(text, *facts)
    assert (alarm.category, alarm.reckoning, alarm.suggestion) == ("wrong_derived", reckoning, suggestion)


def test_a_multiple_is_quoted_with_its_word_and_held_against_no_count():
    alarm = only_alarm("传单发放量是去年的3倍。", "传单|6000|份")
    assert "“3倍”" in alarm.because
    assert (alarm.category, alarm.suggestion) == ("invented", "")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("教练持证率41%。", ("队员|60|人", "教练|24|人")),
        ("队员参与率75%。", ("训练|45|场", "队员|60|人")),
    ],
)
def test_a_rate_is_told_to_be_no_quotient_of_what_its_name_does_not_speak_of(text, facts):
    alarm = only_alarm(text, *facts)
    assert (alarm.category, alarm.reckoning, alarm.suggestion) == ("invented", "", "")


def test_a_rate_of_those_who_are_named_is_reckoned():
    assert only_alarm("女队员比例达50%。", "队员|60|人", "女队员|24|人").suggestion == "40%"


@pytest.mark.parametrize(
    ("text", "facts", "reckoning"),
    [
        ("合唱、器乐共50场。", ("合唱|12|场", "器乐|8|场", "舞蹈|30|场"), "12 + 8 = 20"),
        ("甲班和乙班共42人。", ("甲班12人，乙班18人，丙班30人。",), "12 + 18 = 30"),
        ("专兼职队员70人。", ("专职队员|15|人", "兼职队员|40|人"), "15 + 40 = 55"),
        ("获市级奖4项、区级奖11项，共计16项。", ("市级奖4项、区级奖11项、校级奖1项。",), "4 + 11 = 15"),
        ("一季度、三季度共巡河15次。", (QUARTERS,), "6 + 11 = 17"),
    ],
)
def test_a_wrong_total_is_that_of_what_its_words_enumerate(text, facts, reckoning):
    alarm = only_alarm(text, *facts)
    assert (alarm.reckoning, alarm.suggestion) == (reckoning, reckoning.rpartition(" = ")[2])


def test_a_total_of_so_many_kinds_has_so_many_parts():
    text = "电工45人、焊工32人、木工27人，后两类合计95人。"
    facts = ("电工|45|人", "焊工|32|人", "木工|27|人")
    assert only_alarm(text, *facts).suggestion in ("59", "")


@pytest.mark.parametrize(
    ("text", "fact", "suggestion"),
    [
        ("全年组织观影35次。", "每月组织观影3次。", "36"),
        ("每月组织观影5次。", "每月组织观影3次。", "3"),
        ("平均每次巡河出动20人，打捞垃圾3吨。", "打捞垃圾|90|吨", ""),
    ],
)
def test_what_is_told_of_each_is_no_total_and_no_total_is_told_of_each(text, fact, suggestion):
    assert last_trace(text, fact).suggestion == suggestion


def test_a_fact_that_is_called_less_clearly_is_not_put_in_place_of_a_number_in_the_wrong_unit():
    alarm = only_alarm("阅读辅导学生240人。", "阅读辅导|240|人次", "学生|900|人")
    assert (alarm.category, alarm.suggestion, alarm.closest) == ("wrong_unit", "", ("F1",))


def test_a_quarter_told_for_another_is_held_against_its_own_number():
    alarm = only_alarm("二季度巡河11次。", QUARTERS)
    assert alarm.suggestion == "9"
    assert "可能取自“三季度巡河11次”，此处说的是“二季度巡河9次”" in alarm.because


def test_a_number_left_from_the_last_period_is_told_as_such_whatever_else_has_it():
    alarm = only_alarm("今年，读书小组达到5个。", "书屋|5|间", "读书小组|7|个|5")
    assert (alarm.category, alarm.suggestion) == ("stale_period", "7")


def test_a_change_the_other_way_is_told_as_such():
    assert "是减少，不是增加" in only_alarm("投诉增加3起。", "投诉|3|起|6").because
    assert "是提高，不是下降" in only_alarm("参训率比上年下降3%。", "参训率|91|%|88").because


@pytest.mark.parametrize(
    ("text", "fact", "category", "closest"),
    [
        ("全年校园欺凌零投诉。", "校园欺凌投诉|3|起", "wrong_value", ("F1",)),
        ("全年未发生一起溺水事故。", "全年开展救生演练4次。", "invented", ()),
    ],
)
def test_a_denial_is_held_against_the_fact_of_what_it_denies_and_no_other(text, fact, category, closest):
    alarm = only_alarm(text, fact)
    assert (alarm.category, alarm.closest, alarm.suggestion) == (category, closest, "")


@pytest.mark.parametrize(
    ("text", "facts", "category", "suggestion"),
    [
        ("发放高温津贴近12万元。", ("高温津贴|12.7|万元",), "approx_wrong", "13万"),
        ("为70岁以上老人理发85人次。", ("为75岁以上老人理发85人次。",), "wrong_value", "75"),
        ("专职教练不到12名。", ("教室|12|间", "专职教练|12|名"), "approx_wrong", ""),
        ("种树70公顷。", ("种树|70|亩",), "wrong_unit", ""),
    ],
)
def test_what_is_told_roughly_or_from_an_age_up(text, facts, category, suggestion):
    alarm = report_on(text, *facts).flagged[0]
    assert (alarm.category, alarm.suggestion) == (category, suggestion)


def test_a_rates_change_in_per_cent_is_told_in_points():
    alarm = only_alarm("参训率较上年提高3.5%。", "参训率|91.5|%|88")
    assert alarm.suggestion == "3.5个百分点"
    assert report_on("参训率达91.5%，提高3%。", "参训率|91.5|%|88").flagged[0].suggestion == "3.5个百分点"
    assert only_alarm("参训率由88%降为90%。", "参训率|91.5|%|88").suggestion != "3.5个百分点"


def test_a_level_is_held_against_this_periods_value_not_the_last_ones():
    alarm = only_alarm("读者队伍发展到580人。", "读者|562|人|510")
    assert (alarm.suggestion, "上期" in alarm.because) == ("562", False)


def test_nothing_is_suggested_where_other_reckonings_may_have_been_meant():
    facts = ("走访|840|户", "网格|12|个", "楼栋|35|栋", "队员|28|人")
    alarm = last_trace("12个网格、35栋楼、28名队员，走访840户，平均90户。", *facts)
    assert alarm.suggestion == ""


def test_no_count_of_dates_is_held_against_a_number():
    facts = ("6月3日慰问老人", "军训|6月3日、6月9日")
    assert "共2" not in last_trace("6月3日起，参加为期5天的军训。", *facts).because


def test_a_few_of_many_are_not_put_right_to_all_of_them():
    assert only_alarm("运动会上，12名妇女参加拔河。", "妇女|2865|人").suggestion == ""
