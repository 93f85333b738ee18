"""Those who serve are not those whom they serve, and one sign in common makes no subject."""

import pytest
from flagging import flags

HELPERS = (("志愿者", "648", "人"), ("开展志愿服务活动", "36", "次"), ("常住人口", "9120", "人"))
BLOCKS = (("楼栋", "156", "栋"), ("常住人口", "9120", "人"))
VILLAGES = (("行政村", "19", "个"), ("村播音员", "19", "名"), ("广播终端", "214", "个"))
TEACHERS = (("教师", "72", "人"), ("学生", "1260", "人"))


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("全年服务居民648人。", HELPERS, ["648"]),
        ("全年服务648名居民。", HELPERS, ["648"]),
        ("648名志愿者服务居民。", HELPERS, []),
        ("服务居民9120人。", HELPERS, []),
        ("全年粉刷楼道156个。", BLOCKS, ["156"]),
        ("粉刷156栋楼。", BLOCKS, []),
        ("19个村的214个广播终端每天播音。", VILLAGES, []),
        ("培训教师72人。", TEACHERS, []),
        ("资助学生72人。", TEACHERS, ["72"]),
    ],
)
def test_a_value_of_another_subject_is_flagged(text, facts, wrong):
    assert flags(text, *facts) == wrong
