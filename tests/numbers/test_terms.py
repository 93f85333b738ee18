"""terms.yaml is data that anyone may edit: each entry must work, and say why it is there."""

from importlib.resources import files

import pytest
import yaml

from drafter.numbers.find import find_mentions
from drafter.numbers.terms import term_at

GROUPS = yaml.safe_load(files("drafter.numbers").joinpath("terms.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_each_group_gives_its_reason_and_knows_its_kind(group):
    assert group["why"]
    assert group["kind"] in ("term", "word")
    assert set(group) <= {"name", "kind", "why", "unless", "unless_before", "items"}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_each_item_is_found_in_a_sentence(group):
    for item in group["items"].split():
        text = f"他们说{item}，很好"
        assert any(term is not None and term.text == item for term in (term_at(text, at) for at in range(len(text)))), (
            item
        )


@pytest.mark.parametrize("group", [g for g in GROUPS if g["kind"] == "word"], ids=lambda group: group["name"])
def test_no_item_that_is_a_word_holds_a_number(group):
    read = [
        item for item in group["items"].split() if any(m.kind == "claim" for m in find_mentions(f"他们说{item}，很好"))
    ]
    assert read == []


def test_the_terms_are_many_and_unique():
    items = [item for group in GROUPS for item in group["items"].split()]
    assert len(items) > 1500
    for group in GROUPS:
        own = group["items"].split()
        assert len(own) == len(set(own)), group["name"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三万一千元", 31000),
        ("八十分钟", 80),
        ("十分钟", 10),
        ("四季度", 4),
        ("历时四周时间", 4),
        ("五千万元", 50000000),
        ("几千万元", 10000000),
        ("零上访", 0),
    ],
)
def test_a_longer_numeral_is_no_term(text, value):
    assert [m.value for m in find_mentions(text) if m.kind == "claim"] == [value]
