"""Orders to report another figure, and the true half of what tells the truth before it gives the order."""

import pytest
from flagging import flags


@pytest.mark.parametrize(
    ("fact", "text", "wrong"),
    [
        ("领导要求将培训人数报为900人", "培训900人。", ["900"]),
        ("请把调解数上报为75件", "调解75件。", ["75"]),
        ("调解数统一报75件", "调解75件。", ["75"]),
        ("将36件问题上报街道", "将36件问题上报街道。", []),
        ("实际培训人数为310人，但请写为900人", "培训310人。", []),
        ("实际培训人数为310人，但请写为900人", "培训900人。", ["900"]),
        ("培训人数为900人，请按900人写", "培训900人。", ["900"]),
        ("实际培训人数请写为900人，但不要外传", "培训900人。", ["900"]),
    ],
)
def test_an_order_backs_nothing_and_the_truth_before_it_does(fact, text, wrong):
    assert flags(text, fact, "志愿者|450|名") == wrong
