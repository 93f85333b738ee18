"""How long it was: from the founding to what was reached at last, and over the weeks that a fact itself tells."""

import pytest
from flagging import flags, last_trace

UNIT = ("社区成立于2005年6月", "2014年创成“全国文明社区”", "2010年建成文化广场")
DRILL = ("训练课|每队每周3次，全年30周",)
LESSONS = ("课时|每班每周3课时，全年32周", "学员|90|人")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("历经九年努力，终于创成“全国文明社区”。", []),
        ("历经十年努力，终于创成“全国文明社区”。", ["十"]),
        ("历经五年努力，终于创成“全国文明社区”。", ["五"]),
        ("经过5年努力，社区建成文化广场。", []),
        ("经过9年努力，社区建成文化广场。", ["9"]),
        ("历经九年努力，社区面貌一新。", ["九"]),
    ],
)
def test_years_from_the_founding_to_what_was_reached(text, wrong):
    assert flags(text, *UNIT, period="2018年") == wrong


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("每队全年上训练课90次。", DRILL, []),
        ("每队全年上训练课156次。", DRILL, ["156"]),
        ("每队全年上训练课93次。", DRILL, ["93"]),
        ("学员90人，每班全年授课96课时。", LESSONS, []),
        ("学员90人，每班全年授课156课时。", LESSONS, ["156"]),
        ("学员90人，每班全年授课99课时。", LESSONS, ["99"]),
    ],
)
def test_what_recurs_goes_on_for_the_weeks_that_its_fact_tells(text, facts, wrong):
    assert flags(text, *facts) == wrong


def test_the_reckoning_shows_both_years():
    trace = last_trace("历经九年努力，终于创成“全国文明社区”。", *UNIT, period="2018年")
    assert trace.reckoning == "2014 - 2005 = 9"
