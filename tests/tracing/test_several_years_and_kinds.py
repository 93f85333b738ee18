"""What several years or several things came to together: places in turn, changes a year, growth of what was counted."""

import pytest
from flagging import flags, last_trace

PLACES = ("2021年考核排名|第6名", "2022年考核排名|第4名", "2023年考核排名|第2名")
NEEDY = ("2020年低保户|86|户", "2023年低保户|50|户")
RECRUITED = ("2022年发展党员|4|名", "2023年发展党员|5|名")
PUPILS = ("春季学员|120|人|80", "秋季学员|102|人|73")
BEDDING = ("发放棉被|320|床", "发放棉衣|450|件")


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("近三年考核排名依次为第6、第4、第2名。", PLACES, []),
        ("近三年考核排名依次为第6名、第4名、第2名。", PLACES, []),
        ("近三年考核排名依次为第4、第6、第2名。", PLACES, ["4", "6"]),
        ("2020年以来低保户年均减少12户。", NEEDY, []),
        ("2020年以来低保户年均减少36户。", NEEDY, ["36"]),
        ("近三年低保户年均减少12户。", NEEDY, []),
        ("低保户年均增加12户。", NEEDY, ["12"]),
        ("2022、2023两年共发展党员9名。", RECRUITED, []),
        ("2022和2023两年共发展党员8名。", RECRUITED, ["8"]),
        ("两季学员合计增长45.1%。", PUPILS, []),
        ("两季学员合计增长50%。", PUPILS, ["50%"]),
        ("两季学员合计比上年增加69人。", PUPILS, []),
        ("发放棉被、棉衣770件。", BEDDING, []),
        ("发放棉被、棉衣740件。", BEDDING, ["740"]),
    ],
)
def test_what_several_came_to(text, facts, wrong):
    assert flags(text, *facts, period="2023年") == wrong


def test_the_reckoning_shows_the_totals_of_both_years():
    trace = last_trace("两季学员合计增长45.1%。", *PUPILS)
    assert trace.reckoning.endswith("(222 - 153) ÷ 153 = 45.1%")
