"""八旬 and the like are held against the age of the same person, and claim nothing of anyone else."""

import pytest
from flagging import flags, only_alarm

FACTS = ("队里年龄最大的86岁。", "老党员王秀英今年78岁，巡逻12年。", "80岁以上老人|45|人")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("最年长的队员年逾八旬。", []),
        ("最年长的队员年近九旬。", []),
        ("最年长的队员年逾七旬。", ["七旬"]),
        ("最年长的队员年近八旬。", ["八旬"]),
        ("年近八旬的王秀英坚持巡逻。", []),
        ("年逾八旬的王秀英坚持巡逻。", ["八旬"]),
        ("一名六旬队员坚持巡逻。", []),
        ("走访八旬老人45人。", []),
        ("走访八旬老人54人。", ["54"]),
    ],
)
def test_an_age_in_tens_is_that_of_the_person_it_is_told_of(text, wrong):
    assert flags(text, *FACTS) == wrong


@pytest.mark.parametrize(("told", "suggestion"), [("年逾七旬", "八旬"), ("年近七旬", "九旬")])
def test_an_age_in_tens_is_corrected_on_the_side_that_it_is_told_from(told, suggestion):
    assert only_alarm(f"最年长的队员{told}。", *FACTS).suggestion == suggestion
