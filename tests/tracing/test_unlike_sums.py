"""Sums and differences of what goes together, each beside the like of what doesn't."""

import pytest
from flagging import flags

PLACES = (("单元楼", "64", "栋"), ("院落", "7", "个"))
PRAISED = (("", "评出五好家庭11个、好婆媳30名。", ""),)
TOOLS = (("便民器具", "轮椅6辆、雨伞40把、急救箱4个", ""),)
CASES = (("受理案件", "83", "件", "91"), ("审结案件", "78", "件"))
STAFF = (("医务人员", "120", "人"), ("女医务人员", "84", "人"), ("党员", "36", "人"), ("硕士", "20", "人"))
AGES = (("团员", "180", "名"), ("团员分布", "初中62名、高中84名、教师34名", ""))
MEMBERS = (("会员", "150", "人"), ("男会员", "90", "人"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("单元楼64栋、院落7个。", PLACES, []),
        ("院落7个，每个院落单元楼71栋。", PLACES, ["71"]),
        ("评出五好家庭11个。", PRAISED, []),
        ("评出五好家庭41个。", PRAISED, ["41"]),
        ("发放便民器具50件。", TOOLS, []),
        ("发放便民器具46件。", TOOLS, ["46"]),
        ("受理案件83件，审结78件。", CASES, []),
        ("受理案件83件，审结252件。", CASES, ["252"]),
        ("医务人员120人，其中女医务人员84人。", STAFF, []),
        ("医务人员120人，其中女医务人员260人。", STAFF, ["260"]),
    ],
)
def test_only_like_things_of_one_time_add_up(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("受理案件83件，比上年减少8件。", CASES, []),
        ("审结案件78件，比上年减少5件。", CASES, ["5"]),
        ("比上年减少受理案件8件。", CASES, []),
        ("比上年增加受理案件8件。", CASES, ["8"]),
        ("会员150人，其中男会员90人，女会员60人。", MEMBERS, []),
        ("团员180名，其中女团员96名。", AGES, ["96"]),
        (
            "上年末低保140户，年内新增12户、退出20户，比上年减少8户。",
            (("新增低保", "12", "户"), ("退出低保", "20", "户"), ("上年末低保", "140", "户")),
            [],
        ),
    ],
)
def test_changes_and_rests_are_of_what_the_words_tell(text, facts, wrong):
    assert flags(text, *facts) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("尚有24件投诉未处理。", []),
        ("尚有420件投诉未处理。", ["420"]),
        ("合作社收入增加14万元。", []),
        ("合作社收入增加68万元。", ["68万"]),
        ("合作社收入增加82万元。", ["82万"]),
    ],
)
def test_a_total_of_other_things_is_no_whole(text, wrong):
    facts = (
        ("处理投诉", "120", "件"), ("受理投诉", "144", "件"), ("热线来电", "540", "件"),
        ("合作社收入", "84", "万元", "70"), ("户均收入", "20000", "元", "19000"),
    )  # fmt: skip
    assert flags(text, *facts) == wrong
