from drafter.models import SectionPlan, SectionSpec, Skeleton
from drafter.structure.plan import left_out, planned, with_heading, with_left_out, with_moved

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
NONE = SectionPlan()


def shown(plan: SectionPlan, skeleton: Skeleton = TYPE) -> list[tuple[str, str]]:
    return [(s.key, s.heading) for s in planned(skeleton, plan).sections]


def test_without_a_plan_the_type_is_as_it_is():
    assert planned(TYPE, NONE) == TYPE
    assert left_out(TYPE, NONE) == frozenset()


def test_a_section_is_renamed_and_named_back():
    plan = with_heading(TYPE, NONE, "culture", "办好文化活动")
    assert shown(plan)[2] == ("culture", "办好文化活动")
    assert shown(with_heading(TYPE, plan, "culture", ""))[2] == ("culture", "丰富文化")


def test_a_section_moves_up_and_stays_at_the_end():
    plan = with_moved(TYPE, NONE, "culture", -1)
    assert [key for key, _ in shown(plan)] == ["opening", "culture", "leadership"]
    assert shown(with_moved(TYPE, plan, "leadership", 1)) == shown(plan)


def test_nothing_moves_before_the_opening():
    assert shown(with_moved(TYPE, NONE, "leadership", -1)) == shown(NONE)


def test_an_optional_section_is_left_out_and_a_required_one_is_not():
    plan = with_left_out(TYPE, with_left_out(TYPE, NONE, "culture", out=True), "opening", out=True)
    assert left_out(TYPE, plan) == {"culture"}
    assert left_out(TYPE, with_left_out(TYPE, plan, "culture", out=False)) == frozenset()


def test_a_plan_made_for_another_type_says_nothing():
    plan = with_left_out(TYPE, NONE, "culture", out=True)
    other = TYPE.model_copy(update={"key": "other"})
    assert planned(other, plan) == other
    assert left_out(other, plan) == frozenset()


def test_a_section_that_the_type_got_later_stands_where_the_type_has_it():
    plan = with_moved(TYPE, NONE, "culture", -1)
    added = (*TYPE.sections[:2], SectionSpec(key="youth", heading="关心下一代"), TYPE.sections[2])
    newer = TYPE.model_copy(update={"sections": added})
    assert [key for key, _ in shown(plan, newer)] == ["opening", "culture", "leadership", "youth"]
