"""What days, years, bases and parts a wording leaves to be understood: right numbers beside their wrong twins."""

import pytest
from flagging import flags

RIDES = (("客运量", "153万人次", ""),)
STATIONS = (("新建驿站", "4座，面积分别为120、95、80、65平方米", ""),)
FEES = (("物业费收缴", "交费151户，共160户", ""),)
LIFTS = (("老旧电梯更新", "共48部，签字42部，开工30部", ""),)
EVENING = (("夜校", "4个班116人", ""), ("按期结业", "102", "人"), ("参加体检", "640", "人"))
VOLUNTEERS = (
    ("楼长", "46", "人"),
    ("志愿者注册", "2963", "人"),
    ("走访", "860", "户"),
    ("讲座", "8场，听众720人次", ""),
)
DITCH = (("渠道整治", "由30厘米加深至50厘米，长1200米", ""),)
AWARDS = (
    "2024年4月获评“省级文明单位”",
    "2024年9月获评“市级节水型单位”",
    "2023年获评“全国绿色医院”“省级平安医院”“市级健康单位”",
    ("市级以上荣誉", "累计36项，其中国家级2项、省级9项、市级25项", ""),
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年客运量153万人次，日均约4192人次。", []),
        ("全年客运量153万人次，日均4180人次。", []),
        ("全年客运量153万人次，日均4205人次。", ["4205"]),
    ],
)
def test_the_daily_mean_of_a_leap_year_is_taken_of_365_days_or_of_366(text, wrong):
    assert flags(text, *RIDES, period="2024年") == wrong


def test_the_daily_mean_of_a_plain_year_is_taken_of_365_days_only():
    assert flags("全年客运量153万人次，日均4180人次。", *RIDES, period="2023年") == ["4180"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("新建驿站4座，总面积360平方米。", []),
        ("新建驿站4座，总面积380平方米。", ["380"]),
        ("新建驿站4座，最大的120平方米。", []),
        ("新建驿站4座，最大的120亩。", ["120"]),
    ],
)
def test_the_unit_behind_the_last_of_several_numbers_is_that_of_all(text, wrong):
    assert flags(text, *STATIONS) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("小区物业费收缴只剩9户没交。", FEES, []),
        ("小区物业费收缴只剩9户没修。", FEES, ["9"]),
        ("老旧电梯更新还有6部未签。", LIFTS, []),
        ("老旧电梯更新还有18部未开。", LIFTS, []),
        ("老旧电梯更新还有6部未开。", LIFTS, ["6"]),
        ("老旧电梯更新还有12部未开。", LIFTS, ["12"]),
    ],
)
def test_what_is_denied_by_one_sign_is_the_part_called_by_it(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("开设夜校4个班，班均29人，结业率87.9%。", []),
        ("开设夜校4个班，班均29人，结业率15.9%。", ["15.9%"]),
        ("开设夜校4个班，班均29人，结业率92.1%。", ["92.1%"]),
    ],
)
def test_a_rate_behind_a_mean_is_of_those_that_the_mean_was_taken_of(text, wrong):
    assert flags(text, *EVENING) == wrong


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("发动志愿者注册近3000人", []),
        ("发动志愿者注册超过3000人", ["3000"]),
        ("楼长和注册志愿者合计超过3000人", []),
    ],
)
def test_a_round_number_is_no_sum_with_what_stands_far_off(told, wrong):
    assert flags(f"46名楼长走访860户，办讲座8场，场均90人次，{told}。", *VOLUNTEERS) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1.2公里引水沟由30厘米加深到50厘米。", []),
        ("清淤引水沟1.2公里，由30厘米加深到50厘米。", []),
        ("1.3公里引水沟由30厘米加深到50厘米。", ["1.3"]),
        ("1.2公里引水沟换了护栏。", ["1.2"]),
    ],
)
def test_beside_all_other_numbers_of_a_fact_its_last_one_is_meant(text, wrong):
    assert flags(text, *DITCH) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2023年还捧回了两面国家级、省级奖牌。", []),
        ("2023年还捧回了三面国家级、省级奖牌。", ["三"]),
        ("2023年获得省级荣誉1项。", []),
        ("2023年获得省级荣誉2项。", ["2"]),
        ("2023年获得荣誉3项。", []),
        ("2023年获得荣誉4项。", ["4"]),
    ],
)
def test_honours_of_a_year_named_are_counted_by_its_statements(text, wrong):
    assert flags(text, *AWARDS) == wrong
