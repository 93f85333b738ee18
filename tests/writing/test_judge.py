"""A model's second opinion: hints that quote the text, and nothing else."""

from __future__ import annotations

import pytest
from chat_server import ChatServer, Reply

from drafter.errors import ModelError
from drafter.models import Draft, Fact, FactSheet, Section
from drafter.writing.judge import Hint, judge_draft, judge_section
from drafter.writing.model import Limits, OpenAIModel

SHEET = FactSheet(private=("赵小兰",), facts=(Fact(id="F1", label="志愿者", value="326", unit="人"),))
SECTION = Section(
    key="volunteer", heading="志愿服务", text="现有志愿者326人。赵小兰组织了义诊，社会反响热烈。", origin="model"
)


def _hints(reply: str) -> tuple[tuple[Hint, ...], str]:
    with ChatServer(lambda messages: Reply(reply)) as server:
        model = OpenAIModel("key", server.url, "fixture")
        return judge_section(SHEET, SECTION, model), str(server.requests)


def test_a_claim_that_no_fact_says_is_a_hint_with_its_place() -> None:
    hints, _ = _hints("社会反响热烈 | 事实里没有提到反响\n- “组织了义诊” | 没有这项活动")
    assert [(h.quote, h.because) for h in hints] == [
        ("组织了义诊", "没有这项活动"),
        ("社会反响热烈", "事实里没有提到反响"),
    ]
    assert [SECTION.text[h.start : h.end] for h in hints] == ["组织了义诊", "社会反响热烈"]


@pytest.mark.parametrize(
    "reply", ["无", "", "抱歉，我无法完成。", "All claims are backed by the facts.", "获评先进集体 | 没有依据", "义诊"]
)
def test_what_quotes_nothing_of_the_text_is_no_hint(reply: str) -> None:
    assert _hints(reply)[0] == ()


def test_the_judge_sees_no_private_name_and_hints_have_it_back() -> None:
    hints, sent = _hints("〖密1〗组织了义诊 | 没有提到〖密1〗")
    assert "赵小兰" not in sent
    assert [(h.quote, h.because) for h in hints] == [("赵小兰组织了义诊", "没有提到赵小兰")]


def test_a_draft_is_judged_section_by_section_and_empty_ones_are_not() -> None:
    draft = Draft(
        title="",
        unit="",
        date="",
        document="annual_summary",
        sections=(SECTION, Section(key="culture", heading="文体")),
    )
    with ChatServer(lambda messages: Reply("社会反响热烈 | 没有依据")) as server:
        hints = judge_draft(SHEET, draft, OpenAIModel("key", server.url, "fixture"))
        assert len(server.requests) == 1
    assert [h.section for h in hints] == ["volunteer"]


def test_a_model_that_cannot_be_reached_says_so() -> None:
    with ChatServer(lambda messages: Reply(status=401)) as server, pytest.raises(ModelError, match="密钥"):
        judge_section(SHEET, SECTION, OpenAIModel("key", server.url, "fixture", Limits(attempts=1)))
