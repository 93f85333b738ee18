"""Times told in a clause of their own, and directions of change: 去年，社区……; 由64场减少到96场."""

import pytest
from flagging import flags, only_alarm

VOLUNTEERS = (("志愿者", "326", "人", "298"), ("文化活动", "36", "场", "30"), ("平均办理时限", "1.8", "天", "2.5"))
RATES = (("药占比", "27.3", "%", "29.1"), ("满意度", "96.8", "%", "95.5"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("去年，社区志愿者298人，今年达到326人。", []),
        ("去年，社区志愿者326人。", ["326"]),
        ("2022年，社区举办文化活动30场；2023年增至36场。", []),
        ("2022年，社区举办文化活动36场。", ["36"]),
        ("上年末，志愿者人数达到298人。", []),
        ("今年，社区志愿者326人。", []),
        ("文化活动由30场增加到36场。", []),
        ("文化活动由30场减少到36场。", ["36"]),
        ("平均办理时限由2.5天缩短到1.8天。", []),
        ("平均办理时限由2.5天延长到1.8天。", ["1.8"]),
    ],
)
def test_a_time_governs_the_clauses_behind_it_and_a_change_has_a_direction(text, wrong):
    assert flags(text, *VOLUNTEERS, period="2023年") == wrong


def test_points_told_the_other_way_are_told_so():
    alarm = only_alarm("药占比上升1.8个百分点。", *RATES, period="2023年")
    assert "是减少，不是增加" in alarm.because
    assert flags("药占比由29.1%下降1.8个百分点。", *RATES, period="2023年") == []


def test_a_wrong_number_of_last_year_does_not_make_the_year_wrong():
    alarm = only_alarm("2022年社区志愿者326人。", *VOLUNTEERS, period="2023年")
    assert (alarm.mention.text, alarm.suggestion) == ("326", "298")
