"""Which end of a stretch a date is told as: the first day opens, the last one closes."""

import pytest
from flagging import flags, only_alarm

FAIR = "邻里节|10月16日至18日"
SPELT_OUT = "邻里节|10月16日至10月18日"
CLASS = "暑期托管班7月10日至8月20日开办"


@pytest.mark.parametrize("facts", [FAIR, SPELT_OUT])
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("邻里节于10月16日开幕，10月18日落幕。", []),
        ("邻里节于10月18日开幕。", ["10月18日"]),
        ("邻里节10月16日圆满结束。", ["10月16日"]),
        ("10月18日，邻里节分享会举行。", []),
    ],
)
def test_a_stretch_opens_on_its_first_day_and_closes_on_its_last(text, facts, wrong):
    assert flags(text, facts) == wrong


def test_a_class_does_not_open_on_its_last_day():
    assert flags("暑期托管班8月20日开班。", CLASS) == ["8月20日"]
    assert flags("暑期托管班7月10日开班，8月20日结业。", CLASS) == []


def test_a_day_that_another_fact_gives_for_the_opening_stands():
    assert flags("邻里节于10月18日开幕。", FAIR, "邻里节开幕式|10月18日") == []


def test_the_right_end_is_put_in_its_place():
    assert only_alarm("邻里节于10月18日开幕。", SPELT_OUT).suggestion == "10月16日"
