"""What a model points at, read on a thread of its own."""

import time
from collections.abc import Iterator, Sequence

from drafter.errors import ModelError
from drafter.models import Fact, FactSheet, Section
from drafter.ui import second_look
from drafter.ui.second_look import Look
from drafter.writing.prompts import Message

SHEET = FactSheet(facts=(Fact(id="F1", label="志愿者", value="326", unit="人"),))
SECTION = Section(key="volunteer", heading="志愿服务", text="志愿者326人。邀请王教授授课。", origin="staff")


class Pointing:
    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        yield "邀请王教授授课 | 事实里没有王教授授课这件事"


class Failing:
    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        raise ModelError("模型不通")
        yield ""


def ended(look: Look) -> Look:
    limit = time.monotonic() + 5
    while look.running:
        assert time.monotonic() < limit
        time.sleep(0.01)
    return look


def test_a_hint_stands_with_its_section_as_long_as_its_words_do():
    look = Look((SECTION,))
    second_look.start("look1", look, SHEET, Pointing(), 2)
    [hint] = ended(look).hints_in(SECTION)
    assert hint.quote == "邀请王教授授课"
    assert look.hints_in(SECTION.model_copy(update={"text": "志愿者326人。"})) == ()
    assert second_look.find("look1") is look


def test_a_model_that_fails_is_one_sentence():
    look = Look((SECTION,))
    second_look.start("look2", look, SHEET, Failing(), 1)
    assert ended(look).error == "模型不通"
