from drafter.models import Draft, Fact, FactSheet, Section, SectionSpec, Skeleton
from drafter.structure.conform import conform, conform_outline
from drafter.structure.finished import draft_of
from drafter.structure.outline import outline_text
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.writing.writer import write_document

SKELETON = Skeleton(
    key="t",
    name="年终工作总结",
    title="{unit}{period}总结",
    sections=(
        SectionSpec(key="opening", heading="", topics=("overview",), required=True, min_chars=5, max_chars=60),
        SectionSpec(key="leadership", heading="加强组织领导", topics=("leadership", "other"), max_chars=60),
        SectionSpec(key="publicity", heading="广泛宣传发动", topics=("publicity",), min_chars=11, max_chars=60),
        SectionSpec(key="environment", heading="整治环境卫生", topics=("environment",), max_chars=60),
    ),
)
SHEET = FactSheet(
    unit="柳荫社区",
    period="2025年",
    facts=(
        Fact(id="F1", topic="leadership", label="召开创建例会", value="24", unit="次"),
        Fact(id="F2", topic="publicity", label="发放宣传资料", value="6200", unit="份"),
        Fact(id="F3", topic="environment", label="清运垃圾", value="310", unit="吨"),
    ),
)
TEXTS = {
    "opening": ("", "柳荫社区围绕创建目标开展工作。"),
    "leadership": ("加强组织领导", "全年召开创建例会24次。"),
    "publicity": ("广泛宣传发动", "全年发放宣传资料6200份。"),
    "environment": ("整治环境卫生", "全年清运垃圾310吨。"),
}


def draft(*keys: str, **changed: str) -> Draft:
    sections = tuple(
        Section(key=key, heading=TEXTS.get(key, (key, ""))[0], text=changed.get(key, TEXTS.get(key, ("", "内容"))[1]))
        for key in keys
    )
    return Draft(title="总结", unit="柳荫社区", date="", document="t", sections=sections)


def found(checked: Draft) -> list[tuple[str, str]]:
    return [(f.kind, f.section) for f in conform(checked, SKELETON, SHEET)]


ALL = ("opening", "leadership", "publicity", "environment")


def test_a_draft_that_follows_its_type_has_no_findings():
    assert found(draft(*ALL)) == []


def test_a_required_section_and_one_with_facts_are_missed():
    assert found(draft("leadership", "publicity")) == [("missing", "opening"), ("missing", "environment")]


def test_a_section_the_type_does_not_know_is_surplus():
    assert found(draft(*ALL, "经济发展")) == [("surplus", "经济发展")]


def test_the_fewest_sections_are_called_misplaced():
    assert found(draft("opening", "environment", "leadership", "publicity")) == [("misplaced", "environment")]


def test_a_section_below_or_above_its_bounds_is_named_with_its_length():
    short, long = draft(*ALL, publicity="发放资料6200份。"), draft(*ALL, publicity="发放宣传资料6200份。" * 9)
    assert found(short) == [("short", "publicity")]
    assert found(long) == [("long", "publicity")]
    assert "10字" in conform(short, SKELETON, SHEET)[0].because


def test_a_section_without_any_fact_is_offered_for_leaving_out():
    assert found(draft(*ALL, environment="大力整治环境，面貌焕然一新。")) == [("no_facts", "environment")]


def test_another_section_s_fact_is_named_with_its_home():
    checked = draft(*ALL, leadership="全年召开创建例会24次，清运垃圾310吨。")
    (finding,) = conform(checked, SKELETON, SHEET)
    assert (finding.kind, finding.section) == ("foreign_facts", "leadership")
    assert "清运垃圾 310吨" in finding.because
    assert "整治环境卫生" in finding.because


def test_numbers_that_break_off_inside_a_section_are_named():
    assert found(draft(*ALL, publicity="（一）发放宣传资料6200份。\n（三）张贴标语。")) == [("numbering", "publicity")]


def test_a_finished_text_is_held_against_its_type_with_its_heading_numbers():
    text = "柳荫社区围绕创建目标开展工作。\n" + "\n".join(
        f"{marker}{heading}\n{body}"
        for marker, (heading, body) in zip(["一、", "二、", "四、"], list(TEXTS.values())[1:], strict=True)
    )
    (outline,) = outline_text(text)
    assert [s.key for s in draft_of(outline, SKELETON).sections] == list(ALL)
    assert [f.kind for f in conform_outline(outline, SKELETON, SHEET)] == ["numbering"]


def test_each_finding_is_one_sentence_that_names_a_remedy():
    checked = draft("environment", "leadership", "经济发展", environment="很好。")
    for finding in conform(checked, SKELETON, SHEET):
        assert finding.because.endswith("。")
        assert finding.because.count("。") == 1


def test_the_shipped_types_keep_plans_apart_from_reports():
    assert [key for key in skeleton_keys() if load_skeleton(key).intends] == ["plan"]


def test_a_heading_that_only_gathers_sections_gives_way_to_them():
    body = "\n".join(
        f"（{number}）{TEXTS[key][0]}\n{TEXTS[key][1]}" for number, key in zip("一二三", ALL[1:], strict=True)
    )
    (outline,) = outline_text(f"柳荫社区围绕创建目标开展工作。\n一、主要工作情况\n{body}")
    assert [s.key for s in draft_of(outline, SKELETON).sections] == list(ALL)


def test_sections_of_one_role_are_one_section():
    parts = (
        "一、加强组织领导\n召开例会24次。",
        "二、健全领导机构\n成立领导小组。",
        "三、整治环境卫生\n清运垃圾310吨。",
    )
    text = "\n".join(parts)
    (outline,) = outline_text(text)
    assert [s.key for s in draft_of(outline, SKELETON).sections] == ["leadership", "environment"]


def test_a_text_without_headings_is_held_against_its_type_by_its_paragraphs():
    paragraphs = [
        "柳荫社区围绕创建目标开展工作。",
        "成立领导小组，书记任组长，召开动员会，制定实施方案。",
        "环境整治清运垃圾310吨，清理楼道卫生死角，疏通下水道。",
    ]
    (outline,) = outline_text("\n".join(paragraphs))
    assert [s.key for s in draft_of(outline, SKELETON).sections] == ["opening", "leadership", "environment"]


def test_a_document_that_ends_with_its_plans_misses_no_closing():
    specs = (
        *SKELETON.sections,
        SectionSpec(key="plans", heading="下步打算"),
        SectionSpec(key="closing", heading="", required=True),
    )
    skeleton = SKELETON.model_copy(update={"sections": specs})
    plans = Section(key="plans", heading="下步打算", text="2026年召开创建例会24次。")
    checked = draft(*ALL)
    checked = checked.model_copy(update={"sections": (*checked.sections, plans)})
    assert "missing" not in [f.kind for f in conform(checked, skeleton, SHEET)]


def test_a_heading_in_the_types_own_words_opens_that_section_whatever_it_speaks_of():
    skeleton = load_skeleton("application")
    for spec in skeleton.sections:
        if spec.heading:
            (outline,) = outline_text(f"柳荫社区申报材料\n一、{spec.heading}\n{'社区居民共同参与，逐项落实到位。' * 5}")
            assert [s.key for s in draft_of(outline, skeleton).sections] == [spec.key]


def test_a_year_that_another_sections_text_names_is_no_foreign_fact():
    scheme = Fact(id="F4", topic="leadership", text="印发《柳荫社区2025年文明创建工作方案》")
    sheet = SHEET.model_copy(update={"facts": (*SHEET.facts, scheme), "period": ""})
    written = draft("opening", "leadership", "publicity", "environment", environment="2025年清运垃圾310吨。")
    assert not [f for f in conform(written, SKELETON, sheet) if f.kind == "foreign_facts"]


def test_many_short_sections_are_told_in_one_sentence() -> None:
    facts = tuple(
        Fact(topic=topic, label=label, value="12", unit=unit)
        for topic, label, unit in (
            ("environment", "清运垃圾", "吨"),
            ("volunteer", "注册志愿者", "名"),
            ("service", "便民服务点", "个"),
            ("security", "巡逻队员", "名"),
        )
    )
    sheet = FactSheet(unit="新光社区", period="2025年", facts=facts).with_ids()
    skeleton = load_skeleton("annual_summary")
    hints = [f for f in conform(write_document(sheet, skeleton, None), skeleton, sheet) if f.kind == "short"]
    assert len(hints) == 1
    assert hints[0].because.startswith("开头、“整治环境卫生，改善居住条件”、“开展志愿服务，倡导互助新风”等5节偏短")
