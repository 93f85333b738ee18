"""A range told as about is backed by the fact that is meant where that lies between its ends, and flagged elsewhere."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


@pytest.mark.parametrize(
    ("text", "label", "within", "beyond", "unit"),
    [
        ("看望六七十户。", "看望", "65", "85", "户"),
        ("看望六、七十户。", "看望", "65", "85", "户"),
        ("义演有一千二三百人参加。", "义演参加", "1240", "1430", "人"),
        ("有四五成商户参与。", "商户参与率", "45", "61", "%"),
        ("每本收费六角。", "每本收费", "0.6", "0.8", "元"),
    ],
)
def test_a_number_lies_between_the_ends(text, label, within, beyond, unit):
    for value, flagged in ((within, False), (beyond, True)):
        sheet = FactSheet(facts=(Fact(id="F1", label=label, value=value, unit=unit),))
        assert [trace.flagged for trace in trace_numbers(text, sheet).traces] == [flagged]
