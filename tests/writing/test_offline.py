import re
import time
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_factory import generated, written_by_hand

from drafter.factfile import load_facts
from drafter.models import Fact, FactSheet, SectionSpec, Skeleton
from drafter.resources import resource
from drafter.structure.assign import assign_facts, states_something
from drafter.structure.skeletons import load_skeleton, skeleton_keys
from drafter.tracing.trace import trace_numbers
from drafter.writing.offline import OfflineWriter
from drafter.writing.offline_words import names_in, tidy

SAMPLES = {p.stem: load_facts(p).with_ids() for p in sorted(resource("samples").glob("example_*.yaml"))}
SHEETS = (
    SAMPLES
    | written_by_hand()
    | {f"seed{n}": generated(n, ("annual_summary", "application")[n % 2]) for n in range(30)}
)
RESIDUE = re.compile(r"\{\{|\}\}|None|、、|。。|，。|，，|；。|。；|、，|，、|：。|undefined")


def written(sheet: FactSheet, skeleton: Skeleton | None = None) -> dict[str, str]:
    skeleton = skeleton or load_skeleton(sheet.document)
    lots = assign_facts(sheet, skeleton)
    writer = OfflineWriter(sheet, skeleton)
    return {s.key: writer.write(s, lots[s.key]) for s in skeleton.sections if s.required or lots[s.key]}


def whole(sheet: FactSheet) -> str:
    """Return title, headings and texts in a row."""
    skeleton = load_skeleton(sheet.document)
    texts = written(sheet, skeleton)
    headed = [f"{s.heading}{texts[s.key]}" for s in skeleton.sections if s.key in texts]
    return (skeleton.title.format(unit=sheet.unit, period=sheet.period) + "".join(headed)).replace("\n", "")


TEXTS = {name: "\n".join(written(sheet).values()) for name, sheet in SHEETS.items()}


def sentences(text: str) -> list[str]:
    return [s for s in re.split(r"[。！？\n]", text) if s]


def quiet(text: str) -> str:
    return re.sub(r"[\s，。、；：,;:“”\"{}]+", "", tidy(text))


@pytest.mark.parametrize("name", SHEETS)
def test_every_fact_that_was_entered_stands_in_the_document(name: str) -> None:
    plain = quiet(TEXTS[name])
    for fact in filter(states_something, SHEETS[name].facts):
        parts = [quiet(n) for n in names_in(fact.text)] if fact.text else []
        if fact.value and not re.match(r"^\d{4}-\d", fact.value):
            parts += [quiet(n) for n in names_in(fact.value)]
        dated = r"(?<=\d日)(召开|开展|组织|举办)"
        assert [p for p in parts if p not in plain and p not in re.sub(dated, "", plain)] == [], fact


@pytest.mark.parametrize("name", SHEETS)
def test_a_document_has_no_residue_and_no_empty_section(name: str) -> None:
    assert RESIDUE.findall(TEXTS[name]) == []
    assert all(text.strip() for text in written(SHEETS[name]).values())
    assert all(line.endswith(("。", "！", "？", "”", "：", "…")) for line in TEXTS[name].splitlines())


@pytest.mark.parametrize("name", SHEETS)
def test_no_sentence_stands_twice_in_a_document(name: str) -> None:
    assert [s for s, n in Counter(sentences(TEXTS[name])).items() if n > 1] == []


@pytest.mark.parametrize("name", SHEETS)
def test_no_number_stands_in_a_document_that_no_fact_backs(name: str) -> None:
    flagged = trace_numbers(TEXTS[name], SHEETS[name]).flagged
    assert [(t.mention.text, t.category, t.because) for t in flagged] == []


@pytest.mark.parametrize("document", ["annual_summary", "application"])
def test_two_documents_of_a_type_share_little(document: str) -> None:
    runs = {}
    for name, sheet in SHEETS.items():
        if sheet.document == document:
            text = whole(sheet)
            runs[name] = {text[i : i + 12] for i in range(len(text) - 11)}
    shares = {(a, b): len(runs[a] & runs[b]) / min(len(runs[a]), len(runs[b])) for a, b in combinations(runs, 2)}
    assert {pair: share for pair, share in shares.items() if share > 0.35} == {}


@pytest.mark.parametrize("key", skeleton_keys())
def test_a_document_of_any_type_holds(key: str) -> None:
    sheet = SAMPLES["example_annual_summary"]
    texts = written(sheet, load_skeleton(key))
    text = "\n".join(texts.values())
    assert RESIDUE.findall(text) == []
    assert all(texts.values())
    assert [s for s, n in Counter(sentences(text)).items() if n > 1] == []
    assert [(t.mention.text, t.because) for t in trace_numbers(text, sheet).flagged] == []
    assert trace_numbers(text, sheet).unused == ()


def test_the_same_sheet_gives_the_same_document() -> None:
    sheet = SAMPLES["example_application"]
    assert written(sheet) == written(sheet.model_copy(deep=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_bundled_example_makes_a_document_of_full_length(name: str) -> None:
    assert 35 <= len(SAMPLES[name].facts) <= 60
    assert any(f.previous for f in SAMPLES[name].facts)
    assert 1500 <= len(TEXTS[name].replace("\n", "")) <= 3500


def one_section(key: str, *facts: Fact, document: str = "annual_summary", **head: str) -> str:
    sheet = FactSheet(**({"unit": "南苑社区", "period": "2025年"} | head), document=document, facts=facts).with_ids()
    skeleton = load_skeleton(document)
    spec = skeleton.spec(key)
    assert spec is not None
    return OfflineWriter(sheet, skeleton).write(spec, assign_facts(sheet, skeleton)[key])


def test_what_belongs_together_is_said_together() -> None:
    text = one_section(
        "overview",
        Fact(topic="overview", label="常住居民", value="2496", unit="户"),
        Fact(topic="overview", label="总人口", value="6828", unit="人"),
        document="application",
    )
    assert re.search(r"2496户、(人口)?6828人", text)


def test_parts_follow_their_whole() -> None:
    text = one_section(
        "leadership",
        Fact(topic="party", label="女性党员", value="45", unit="人"),
        Fact(topic="party", label="在册党员", value="93", unit="名"),
        Fact(topic="party", label="流动党员", value="136", unit="人"),
    )
    assert re.search(r"党员93名、流动党员136人，其中女性党员45人", text), "136 of 93 can't be a part"


@pytest.mark.parametrize(
    ("value", "previous", "says"),
    [
        ("326", "298", "比上年增加28名，增长9.4%"),
        ("280", "350", "比上年减少70名，下降20%"),
        ("1,200", "1000", "比上年增加200名，增长20%"),
        ("298", "298", "与上年持平"),
        ("15", "0", "比上年增加15名。"),
    ],
)
def test_a_figure_is_compared_with_last_time(value: str, previous: str, says: str) -> None:
    fact = Fact(topic="volunteer", label="注册志愿者", value=value, unit="名", previous=previous)
    assert says in one_section("volunteer", fact)


@pytest.mark.parametrize(("value", "previous"), [("300多", "280"), ("326", "近300"), ("约3万", "2万")])
def test_what_is_no_plain_number_is_not_reckoned_with(value: str, previous: str) -> None:
    fact = Fact(topic="volunteer", label="注册志愿者", value=value, unit="名", previous=previous)
    assert "上年" not in one_section("volunteer", fact)


def test_rates_differ_by_points_and_half_years_by_the_same_half() -> None:
    fact = Fact(topic="environment", label="门前三包签约率", value="92.5", unit="%", previous="90.1")
    assert "签约率为92.5%，比上年同期提高2.4个百分点" in one_section("environment", fact, period="2026年上半年")


def test_a_subject_is_said_once() -> None:
    text = one_section(
        "overview",
        Fact(topic="overview", label="辖区人口", value="8600", unit="人"),
        Fact(topic="overview", label="下辖社区", value="12", unit="个"),
        Fact(topic="overview", label="社区工作人员", value="90", unit="名"),
        document="application",
    )
    assert not re.search("辖区(内)?(现|共)?有?辖区|有下辖|社区(现|共)?有?社区工作", text)


def test_several_changes_share_a_sentence() -> None:
    text = one_section(
        "publicity",
        Fact(topic="publicity", label="设置宣传栏", value="26", unit="个", previous="22"),
        Fact(topic="publicity", label="发放宣传资料", value="5200", unit="份", previous="4600"),
    )
    assert "宣传栏增加4个、增长18.2%，发放宣传资料增加600份、增长13%。" in text


def test_figures_of_three_years_are_told_as_such_and_one_noun_serves_two_of_them() -> None:
    text = one_section(
        "relief",
        Fact(topic="relief", label="三年申报低保户", value="334", unit="户"),
        Fact(topic="relief", label="三年申报低保人数", value="845", unit="人"),
        Fact(topic="relief", label="慰问困难户", value="55", unit="户"),
        Fact(topic="relief", label="三年办理大病救助", value="34", unit="户"),
    )
    assert "三年来，社区共申报低保户334户、845人，办理大病救助34户。" in text
    assert re.search("。(累计|共)?慰问困难户55户", text), "of one year only"


def test_people_named_by_what_they_got_are_no_deed() -> None:
    text = one_section("relief", Fact(topic="relief", label="办理助学贷款的困难学生", value="79", unit="名"))
    assert "办理助学贷款的困难学生有79名" in text


def test_deeds_have_their_doer_once_a_paragraph() -> None:
    text = one_section(
        "culture",
        Fact(topic="culture", text="成立秧歌艺术团"),
        Fact(topic="culture", label="举办比赛", value="4", unit="场"),
        Fact(topic="culture", text="邀请老党员讲党史6场"),
    )
    assert text.count("社区") == 1
    assert "社区成立秧歌艺术团" in text or "社区举办比赛" in text or re.search("社区(累计|共)举办比赛", text)


def test_the_unit_is_not_named_before_its_own_name() -> None:
    fact = Fact(topic="overview", label="社区工作人员", value="13", unit="名")
    assert re.search("社区(现有|有)工作人员13名", one_section("overview", fact, document="application"))


def test_a_plan_tells_targets_as_targets() -> None:
    text = one_section(
        "volunteer",
        Fact(topic="volunteer", label="注册志愿者", value="500", unit="名"),
        Fact(topic="volunteer", label="服务覆盖率", value="80", unit="%"),
        document="plan",
    )
    assert "社区力争注册志愿者达到500名" in text
    assert "现有" not in text
    assert "服务覆盖率达到80%" in text


def test_orders_to_the_writer_are_left_out_and_people_asked_are_not() -> None:
    text = TEXTS["orders"]
    for order in ("99.8", "全国文明社区", "诗", "gnore", "核对"):
        assert order not in text
    assert "邀请老党员讲党史6场" in text
    assert "请辖区民警为学生讲安全课3次" in text
    assert "引导居民不要在楼道停放电动车" in text


def test_nothing_is_claimed_where_little_is_known() -> None:
    text = TEXTS["one_fact"] + TEXTS["few_facts"]
    for claim in ("显著", "不断提高", "明显", "满意", "焕然一新", "良好氛围", "科学发展观", "一致好评", "圆满"):
        assert claim not in text
    assert len(TEXTS["one_fact"]) < 200


def test_patterns_claim_no_effect_and_speak_of_no_bygone_doctrine() -> None:
    told = "".join(p.read_text(encoding="utf-8") for p in resource("skeletons", "patterns").glob("*.yaml"))
    for word in ("显著", "不断提高", "成效", "焕然一新", "喜闻乐见", "科学发展观", "三个代表", "一致好评", "计划生育"):
        assert word not in told


def test_an_opening_names_who_under_whom_and_when() -> None:
    opening = one_section("opening", superior="城关街道办事处")
    assert "南苑社区" in opening
    assert "在城关街道办事处的领导下" in opening
    assert "2025年" in opening


def test_a_sheet_without_a_name_still_opens_and_closes() -> None:
    texts = written(FactSheet())
    assert list(texts) == ["opening", "closing"]
    assert RESIDUE.findall("".join(texts.values())) == []


def test_a_plan_plans() -> None:
    sections = [
        {"key": "opening", "heading": "", "required": True},
        {"key": "environment", "heading": "环境", "topics": ["environment"]},
        {"key": "closing", "heading": "", "required": True},
    ]
    plan = Skeleton.model_validate({"key": "plan", "name": "计划", "title": "t", "intends": True, "sections": sections})
    fact = Fact(topic="environment", label="清运垃圾", value="20", unit="吨")
    text = "".join(written(FactSheet(unit="南苑社区", period="2026年", facts=(fact,)), plan).values())
    assert re.search("(计划|拟)清(运|理)垃圾20吨", text)
    assert "总结" not in text


def test_a_required_section_without_facts_says_what_it_is_for() -> None:
    spec = SectionSpec(key="culture", heading="文化", topics=("culture",), required=True)
    skeleton = Skeleton(key="k", name="n", title="t", sections=(spec,))
    assert OfflineWriter(FactSheet(unit="南苑社区"), skeleton).write(spec, ()).endswith("。")


def test_some_of_a_sections_facts_are_told_without_introduction() -> None:
    sheet = SAMPLES["example_annual_summary"]
    skeleton = load_skeleton(sheet.document)
    spec = skeleton.spec("environment")
    fact = sheet.fact("trees")
    assert spec is not None
    assert fact is not None
    text = OfflineWriter(sheet, skeleton).write(spec, (fact,))
    assert re.fullmatch(r".{0,6}(植树|栽植树木)180棵。", text)


def test_a_thousand_facts_are_told_in_a_second() -> None:
    topics = [t for s in load_skeleton("annual_summary").sections for t in s.topics]
    facts = tuple(
        Fact(topic=topics[n % len(topics)], label=f"事项第{n}类", value=str(n), unit="件", text="说明" * (n % 3))
        for n in range(1000)
    )
    sheet = FactSheet(unit="大社区", period="2025年", facts=facts).with_ids()
    start = time.perf_counter()
    text = "".join(written(sheet).values())
    assert time.perf_counter() - start < 3
    assert all(f"{n}件" in text for n in range(1000))


def test_what_was_pasted_at_length_stays_whole() -> None:
    pasted = "社区组织居民参加活动，内容丰富" * 3000
    assert pasted in one_section("culture", Fact(topic="culture", text=pasted))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Fact,
            topic=st.sampled_from(["", "environment", "党建", "plans", "随便"]),
            label=st.text(max_size=12),
            value=st.text(alphabet="0123456789.,-多近约%元人 一二年月", max_size=8),
            unit=st.sampled_from(["", "人", "%", "万元"]),
            previous=st.sampled_from(["", "3", "0", "近5"]),
            text=st.text(max_size=40).map("事{}".format),
        ),
        max_size=8,
    )
)
def test_whatever_was_typed_a_document_is_written(facts: list[Fact]) -> None:
    sheet = FactSheet(unit="南苑社区", period="2025年", facts=tuple(facts)).with_ids()
    for text in written(sheet).values():
        assert "{{" not in text
        assert "\n\n" not in text
