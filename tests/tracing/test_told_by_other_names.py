"""Numbers that a fact states and the draft tells by other names: earlier times, wholes, those served, gifts, phases."""

import pytest
from flagging import flags

BEDS = ("原有床位|40张", "新增床位|25张")
PROJECTS = ("2012年以来市级立项|38个，其中重点6个",)
COMPLAINTS = ("投诉|2022年36件、2023年19件",)
THEFTS = ("盗窃|2022年1—6月14起，2023年1—6月9起",)


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("医院床位曾只有40张，病人住不下。", BEDS, []),
        ("过去医院床位只有40张，病人住不下。", BEDS, []),
        ("目前医院床位只有40张。", BEDS, ["40"]),
        ("医院床位曾很紧张，现有床位40张。", BEDS, ["40"]),
        ("过去一年医院床位只有40张。", BEDS, ["40"]),
        ("2012年以来，学校市级立项38个，其中重点6个。", PROJECTS, []),
        ("今年学校市级立项38个，其中重点6个。", PROJECTS, ["38", "6"]),
        ("2012年以来，学校发展很快，今年市级立项38个。", PROJECTS, ["38"]),
        ("2016年以来，学校市级立项38个。", PROJECTS, ["2016年", "38"]),
        ("与2022年相比，投诉由36件降至19件。", COMPLAINTS, []),
        ("与2022年相比，投诉由36件降至17件。", COMPLAINTS, ["17"]),
        ("2022年投诉19件。", COMPLAINTS, ["19"]),
    ],
)
def test_a_number_of_an_earlier_time_is_told_as_one(text, facts, wrong):
    assert flags(text, *facts, period="2023年") == wrong


@pytest.mark.parametrize(("text", "wrong"), [("1至6月发生盗窃9起。", []), ("1至6月发生盗窃14起。", ["14"])])
def test_months_of_two_years_are_those_of_the_period(text, wrong):
    assert flags(text, *THEFTS, period="2023年1—6月") == wrong


HOMES = ("总户数|1530户", "示范家庭|153户")
CARERS = ("社工|4名，服务36人", "医生|7名", "老人|120名")
MEDICS = ("医护人员|86人", "病人|120人")
CHECKUP = ("职工体检|318人", "在职职工|402人")
RETRAINED = ("下岗再就业|174人",)
FED = ("用餐学员|760人", "陪餐|领导每天1人")
MEMBERS = ("“爱心车队”成员|46人", "党员队员|17名")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("1530户家庭中，示范家庭占一成。", HOMES, []),
        ("1350户家庭中，示范家庭占一成。", HOMES, ["1350"]),
        ("1350户家庭中，示范家庭占一成。", ("低保户|1350户", "示范家庭|153户"), ["1350"]),
        ("4名社工帮扶36名学生。", CARERS, []),
        ("7名医生照料36名老人。", CARERS, ["36"]),
        ("86名医生护士轮班值守。", MEDICS, []),
        ("86名医生轮班值守。", MEDICS, ["86"]),
        ("其中86名是昼夜轮班的医生护士。", MEDICS, []),
        ("参加免费体检的318人。", CHECKUP, []),
        ("参加免费体检的402人。", CHECKUP, ["402"]),
        ("帮助174名下岗职工重新上岗。", RETRAINED, []),
        ("帮助156名下岗职工重新上岗。", RETRAINED, ["156"]),
        ("清理卫生死角640处。", ("清理小广告|640处",), ["640"]),
        ("食堂每天为760名学员供餐。", FED, []),
        ("食堂每天为670名学员供餐。", FED, ["670"]),
        ("校车每天接送760名学员。", ("培训学员|760人",), ["760"]),
        ("车队如今拥有队员46名，其中党员队员占37%。", MEMBERS, []),
        ("车队如今拥有党员队员46名。", MEMBERS, ["46"]),
        ("村里4家驻军单位常来共建。", ("驻地部队|4家",), []),
    ],
)
def test_those_who_are_counted_are_told_by_another_name(text, facts, wrong):
    assert flags(text, *facts) == wrong


CALLERS = ("独居老人呼叫器|64只", "独居老人|120人")
MEDALS = ("“从教30年”奖牌|17枚", "教师|86人", "党员|204人")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("为64名独居老人配发呼叫器。", CALLERS, []),
        ("64名独居老人参加联欢。", CALLERS, ["64"]),
        ("为64名老人家属配发呼叫器。", ("呼叫器|64只",), ["64"]),
        ("为17名老教师颁发“从教30年”奖牌。", MEDALS, []),
        ("17名党员教师参加培训。", MEDALS, ["17"]),
    ],
)
def test_those_who_get_one_thing_each_are_as_many(text, facts, wrong):
    assert flags(text, *facts) == wrong


BRANCHES = ("党总支|第一支部38人、第二支部29人、第三支部33人、第四支部20人",)
STARS = ("星级示范店|五星级3家，四星级11家，三星级40家",)
VACCINATED = ("20岁以上居民接种|9640人", "12至15岁学生接种|823人", "接种点|6个", "医护人员|31名", "志愿者|56名")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("人数最多的第一支部38名、最少的第四支部20名。", BRANCHES, []),
        ("第一支部38名、第三支部20名。", BRANCHES, ["20"]),
        ("其中五星级3家、三星级40家。", STARS, []),
        ("其中五星级3家、三星级11家。", STARS, ["11"]),
        ("接种点6个，31名医护人员和56名志愿者参与；20岁以上居民接种9640人，12—15岁学生接种823人。", VACCINATED, []),
        (
            "接种点6个，31名医护人员和56名志愿者参与；20岁以上居民接种823人，12—15岁学生接种9640人。",
            VACCINATED,
            ["823", "9640"],
        ),
    ],
)
def test_a_value_is_held_to_the_place_or_the_age_it_is_told_of(text, facts, wrong):
    assert flags(text, *facts) == wrong


PARK = ("2023年9月，科技园厂房三期封顶", "新增就业|300人")
GARDEN = ("蔬菜种植园|6亩", "果园|9亩")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("园区三期已经建成。", PARK, []),
        ("园区二期已经建成。", PARK, ["二"]),
        ("八年探索，硕果累累。", ("2023年迎来中心成立8周年",), []),
        ("七年探索，硕果累累。", ("2023年迎来中心成立8周年",), ["七"]),
        ("合唱团刚过5周岁生日。", ("合唱团|成立5周年",), []),
        ("合唱团刚过6周岁生日。", ("合唱团|成立5周年",), ["6"]),
        ("屋后6亩（约4000平方米）的种植园里绿意盎然。", GARDEN, []),
        ("屋后6亩（约4000平方米）的果园里绿意盎然。", GARDEN, ["6"]),
        ("每周对9处公共设施集中消杀2次。", ("公共设施消杀|每周2次，每次9处",), []),
        ("每周对9处公共设施集中消杀3次。", ("公共设施消杀|每周2次，每次9处",), ["3"]),
        ("信息登记率保持在98.6%。", ("登记率|98.6%", "来源地|9个省份"), []),
        ("信息登记率保持在96.8%。", ("登记率|98.6%", "来源地|9个省份"), ["96.8%"]),
    ],
)
def test_phases_anniversaries_measures_and_rates_stand_by_what_the_fact_says(text, facts, wrong):
    assert flags(text, *facts, period="2023年") == wrong
