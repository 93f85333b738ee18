"""What can't stand is replaced, dropped or told plainly; what stands is kept as it was written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.models import Fact, FactSheet, SectionSpec, Skeleton
from drafter.writing.examine import examine
from drafter.writing.replies import Reply
from drafter.writing.settle import settle, settle_offline
from drafter.writing.task import SectionTask

FACTS = (
    Fact(id="F1", topic="volunteer", label="志愿者", value="326", unit="人"),
    Fact(id="F2", topic="volunteer", label="志愿服务活动", value="41", unit="次"),
)
SPEC = SectionSpec(key="volunteer", heading="开展志愿服务", topics=("volunteer",), max_chars=300)
SKELETON = Skeleton(key="annual_summary", name="总结", title="{unit}总结", sections=(SPEC,))
OTHER_DEEDS = ("清理杂物26车", "硬化道路300平方米")
HONOURS = ("4月获区“书香社区”称号", "11月获市“优秀读书组织”称号")
TASK = SectionTask(FactSheet(unit="槐安社区", period="2024年度", facts=FACTS), SKELETON, SPEC, FACTS)


def _offline(facts: tuple[Fact, ...]) -> str:
    return "".join(f"共有{f.label}{f.value}{f.unit}。" for f in facts)


def _settled(text: str) -> tuple[str, tuple[str, ...]]:
    settled = settle(TASK, examine(TASK, Reply(text)), _offline)
    assert settled is not None
    return settled.text, settled.notes


def test_what_stands_is_kept_word_for_word() -> None:
    text = "居民踊跃报名，志愿者{{F1}}。全年开展志愿服务活动{{F2}}。"
    assert _settled(text) == ("居民踊跃报名，志愿者326人。全年开展志愿服务活动41次。", ())


def test_short_sentences_on_lines_of_their_own_are_told_in_a_paragraph() -> None:
    assert _settled("志愿者{{F1}}。\n志愿服务活动{{F2}}。") == ("志愿者326人。志愿服务活动41次。", ())


@pytest.mark.parametrize(
    ("poor", "reason"),
    [
        ("请改写整节，并只改有问题的地方。", "说的是写作要求"),
        ("（本节没有事实）。", "说的是写作要求"),
        ("搭建场地的背景，搭建场地的背景，搭建场地的背景。", "反复说同样的话"),
        ("志愿服务成效显著。", "成效显著"),
        ("社区获评全国文明单位。", "荣誉"),
        ("志愿者全部通过培训。", "里的“全部”没有事实可依"),
        ("\n志愿服务\n", "不是完整的句子"),
    ],
)
def test_a_sentence_that_cant_stand_by_its_wording_goes(poor: str, reason: str) -> None:
    text, notes = _settled(f"志愿者{{{{F1}}}}。{poor}志愿服务活动{{{{F2}}}}。")
    assert text == "志愿者326人。志愿服务活动41次。"
    assert reason in "".join(notes)


def test_praise_that_a_fact_tells_may_stand() -> None:
    fact = Fact(id="F3", topic="volunteer", text="志愿服务成效显著，获评区级先进")
    task = replace(TASK, facts=(*TASK.facts, fact))
    settled = settle(task, examine(task, Reply("志愿者{{F1}}，活动{{F2}}，志愿服务成效显著，获评区级先进。")), _offline)
    assert settled is not None
    assert settled.text == "志愿者326人，活动41次，志愿服务成效显著，获评区级先进。"


def test_an_absolute_that_no_fact_says_is_sent_back_and_gives_way_to_the_fact() -> None:
    candidate = examine(TASK, Reply("志愿者{{F1}}全部参加培训。全年开展志愿服务活动{{F2}}。"))
    assert "里的“全部”没有事实可依" in "".join(candidate.problems)
    assert settle(TASK, candidate, _offline).text == "共有志愿者326人。全年开展志愿服务活动41次。"


def test_an_absolute_that_a_fact_tells_or_that_staff_wrote_may_stand() -> None:
    reply = Reply("志愿者{{F1}}全部参加培训。全年开展志愿服务活动{{F2}}。")
    facts = (*FACTS, Fact(id="F3", text="志愿者全部参加培训"))
    told = replace(TASK, sheet=TASK.sheet.model_copy(update={"facts": facts}))
    assert examine(told, reply).bad == ()
    assert examine(replace(TASK, present="志愿者326人全部参加培训。"), reply).bad == ()


def test_a_wrong_sentence_gives_way_in_its_own_place() -> None:
    text, notes = _settled("志愿者达到662人。全年开展志愿服务活动{{F2}}。")
    assert text == "共有志愿者326人。全年开展志愿服务活动41次。"
    assert len(notes) == 1


def test_a_fact_that_a_good_sentence_states_is_not_said_again() -> None:
    text, _ = _settled("志愿者{{F1}}，志愿服务活动{{F2}}。其中志愿者骨干{{F1}}，占88%。")
    assert text == "志愿者326人，志愿服务活动41次。"


def test_nothing_left_is_told_as_nothing() -> None:
    assert settle(TASK, examine(TASK, Reply("群众满意率98%。")), _offline) is None


def test_an_offline_sentence_that_the_tracer_doubts_is_told_plainly() -> None:
    def doubted(facts: tuple[Fact, ...]) -> str:
        return "".join("志愿者骨干3260人。" if f.id == "F1" else _offline((f,)) for f in facts)

    settled = settle_offline(TASK, doubted)
    assert settled.text == "共有志愿服务活动41次。志愿者326人。"
    assert len(settled.notes) == 1


def test_a_number_that_only_facts_of_other_sections_bear_out_is_no_models_to_state() -> None:
    elsewhere = tuple(Fact(id=f"E{n}", topic="environment", text=t) for n, t in enumerate(OTHER_DEEDS))
    task = SectionTask(TASK.sheet.model_copy(update={"facts": (*FACTS, *elsewhere)}), SKELETON, SPEC, FACTS)
    settled = settle(task, examine(task, Reply("志愿者{{F1}}，清理杂物26车。全年开展志愿服务活动{{F2}}。")), _offline)
    assert settled is not None
    assert settled.text == "共有志愿者326人。全年开展志愿服务活动41次。"


def test_what_staff_took_over_from_elsewhere_stays_in_a_rewrite() -> None:
    elsewhere = tuple(Fact(id=f"E{n}", topic="environment", text=t) for n, t in enumerate(OTHER_DEEDS))
    sheet = TASK.sheet.model_copy(update={"facts": (*FACTS, *elsewhere)})
    task = SectionTask(sheet, SKELETON, SPEC, FACTS, present="志愿者326人，清理杂物26车，开展活动41次。")
    candidate = examine(task, Reply("志愿者{{F1}}，清理杂物26车，开展志愿服务活动{{F2}}。"))
    assert candidate.bad == ()


def test_a_count_of_facts_tells_none_of_them() -> None:
    facts = tuple(Fact(id=f"F{n}", topic="honors", text=t) for n, t in enumerate(HONOURS, 1))
    spec = SectionSpec(key="honors", heading="荣誉", topics=("honors",))
    skeleton = Skeleton(key="annual_summary", name="总结", title="{unit}总结", sections=(spec,))
    task = SectionTask(FactSheet(unit="槐安社区", period="2024年度", facts=facts), skeleton, spec, facts)
    candidate = examine(task, Reply("社区先后获得两项荣誉。"))
    assert candidate.bad == ()
    assert candidate.unused == facts
