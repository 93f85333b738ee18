"""A draft follows the plan of its sections."""

from drafter.models import Draft, Section, SectionPlan, SectionSpec, Skeleton
from drafter.store import Work
from drafter.structure.plan import with_heading, with_left_out, with_moved
from drafter.ui.replan import replanned

TYPE = Skeleton(
    key="t",
    name="总结",
    title="{unit}",
    sections=(
        SectionSpec(key="opening", heading="", required=True),
        SectionSpec(key="leadership", heading="加强领导"),
        SectionSpec(key="culture", heading="丰富文化"),
    ),
)
SECTIONS = tuple(Section(key=s.key, heading=s.heading, text=f"{s.key}的正文。", origin="staff") for s in TYPE.sections)
WORK = Work(document="t", draft=Draft(title="总结", unit="", date="", document="t", sections=SECTIONS))
NONE = SectionPlan()


def keys(work: Work) -> list[str]:
    assert work.draft
    return [s.key for s in work.draft.sections]


def test_a_section_left_out_comes_back_with_its_text_and_place():
    out = replanned(WORK, TYPE, with_left_out(TYPE, NONE, "leadership", out=True))
    assert keys(out) == ["opening", "culture"]
    assert replanned(out, TYPE, NONE) == WORK


def test_a_draft_takes_new_order_and_headings_at_once():
    plan = with_moved(TYPE, with_heading(TYPE, NONE, "culture", "办好文化"), "culture", -1)
    work = replanned(WORK, TYPE, plan)
    assert work.draft
    assert [(s.key, s.heading) for s in work.draft.sections][1] == ("culture", "办好文化")
    assert work.draft.sections[1].text == "culture的正文。"


def test_a_heading_that_came_back_from_word_stays():
    assert WORK.draft
    back = SECTIONS[1].model_copy(update={"heading": "抓好领导"})
    work = WORK.model_copy(update={"draft": WORK.draft.with_section(back)})
    moved = replanned(work, TYPE, with_moved(TYPE, NONE, "culture", -1))
    assert moved.draft
    assert moved.draft.section("leadership") == back


def test_a_draft_of_another_type_waits_to_be_generated():
    other = TYPE.model_copy(update={"key": "other"})
    plan = with_left_out(other, NONE, "culture", out=True)
    assert replanned(WORK, other, plan) == WORK.model_copy(update={"plan": plan})


def test_without_a_draft_only_the_plan_is_kept():
    plan = with_left_out(TYPE, NONE, "culture", out=True)
    assert replanned(Work(document="t"), TYPE, plan) == Work(document="t", plan=plan)
