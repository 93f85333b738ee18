"""Reckonings with all of several facts or parts, each right number beside a wrong one."""

import pytest
from flagging import flags

MODELS = (("省级文明家庭", "3", "户"), ("市级文明家庭", "8", "户"), ("区级文明家庭", "20", "户"), ("家庭", "550", "户"))
CLUBS = (("学生", "960", "人"), ("校园足球参与学生", "840", "人"))
LEAGUE = (("", "团员120名，其中新发展团员10名，女团员50名。", ""),)
DELEGATES = (("应到代表", "90", "名"), ("出席代表", "84", "名"))
AGED = (("常住人口", "8000", "人"), ("60岁以上老人", "2000", "人"), ("80岁以上老人", "300", "人"))
SEASONS = (
    ("一季度接待", "300", "人次"), ("二季度接待", "420", "人次"), ("三季度接待", "360", "人次"),
    ("四季度接待", "270", "人次"),
)  # fmt: skip
SHOPS = (("商户", "400", "户"), ("星级商户", "五星商户20户、四星商户60户、三星商户100户", ""))
STARS = (("金牌网格员", "6", "名"), ("银牌网格员", "9", "名"), ("铜牌网格员", "14", "名"), ("微信群", "40", "个"))
WARD = (("医生", "30", "人"), ("护士", "50", "人"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("市级以上文明家庭11户，占家庭总数的2%。", MODELS, []),
        ("市级以上文明家庭8户。", MODELS, ["8"]),
        ("区级以上文明家庭31户。", MODELS, []),
        ("120名学生未参加校园足球。", CLUBS, []),
        ("130名学生未参加校园足球。", CLUBS, ["130"]),
        ("代表缺席6名。", DELEGATES, []),
        ("代表缺席16名。", DELEGATES, ["16"]),
        ("男团员70名。", LEAGUE, []),
        ("男团员60名。", LEAGUE, ["60"]),
        ("平均每季度接待337.5人次。", SEASONS, []),
        ("平均每季度接待375人次。", SEASONS, ["375"]),
        ("月均接待112.5人次。", SEASONS, []),
        ("月均接待135人次。", SEASONS, ["135"]),
    ],
)
def test_amounts_of_several_facts_or_parts(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("60岁以上老年人口占比25%。", AGED, []),
        ("60岁以上老年人口占比15%。", AGED, ["15%"]),
        ("星级商户覆盖率45%。", SHOPS, []),
        ("星级商户覆盖率25%。", SHOPS, ["25%"]),
        ("护士50人，占医护人员的62.5%。", WARD, []),
        ("护士50人，占医护人员的60%。", WARD, ["60%"]),
    ],
)
def test_shares_of_several_facts_or_parts(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("评出金牌网格员6名、银牌网格员9名、铜牌网格员14名，合计29名。", STARS, []),
        ("评出金牌网格员2名、银牌网格员9名、铜牌网格员14名，合计29名。", STARS, ["2"]),
        ("评出金牌网格员6名、银牌网格员9名、铜牌网格员14名，合计28名。", STARS, ["28"]),
        ("护士51人，占医护人员的62.5%。", WARD, ["51"]),
    ],
)
def test_what_follows_from_a_wrong_number_is_judged_by_the_facts(text, facts, wrong):
    assert flags(text, *facts) == wrong
