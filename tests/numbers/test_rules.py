"""Every rule is visited: its examples are read whole by it and by no other, its counterexamples are not read by it."""

import re

import pytest

from drafter.numbers.find import find_mentions
from drafter.numbers.rules import RULES

EXAMPLES = [(rule, marked, value) for rule in RULES for marked, value in rule.examples.items()]
COUNTEREXAMPLES = [(rule, text) for rule in RULES for text in rule.counterexamples]


def unmarked(marked: str) -> tuple[str, int, int]:
    """Return the text without its brackets, and where the marked core stands in it."""
    at = re.search(r"\[([^\[\]]+)\]", marked)
    assert at is not None, f"{marked!r} marks no core"
    return marked[: at.start()] + at[1] + marked[at.end() :], at.start(), at.end() - 2


@pytest.mark.parametrize(("rule", "marked", "value"), EXAMPLES, ids=lambda x: getattr(x, "name", str(x)))
def test_each_example_is_read_whole_by_its_rule(rule, marked, value):
    text, start, end = unmarked(marked)
    found = [m for m in find_mentions(text) if m.start == start]
    assert [(m.end, m.rule) for m in found] == [(end, rule.name)]
    if value is not None:
        assert found[0].value == value


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES, ids=lambda x: getattr(x, "name", str(x)))
def test_no_counterexample_is_read_by_its_rule(rule, text):
    assert rule.name not in {m.rule for m in find_mentions(text)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_shows_what_it_reads_and_what_it_leaves(rule):
    assert rule.examples
    assert rule.counterexamples


def test_rule_names_are_unique():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_example_begins_with_a_sign_that_the_rule_declares(rule):
    """A sign that is missing in `starts` would keep the rule from being tried at all."""
    for marked in rule.examples:
        text, start, _ = unmarked(marked)
        assert any(rule.pattern.match(text, at) for at in range(start, len(text)) if text[at] in rule.starts)
