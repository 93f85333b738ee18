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


@pytest.mark.parametrize("name", ["example_annual_summary", "example_application"])
def test_many_facts_make_a_long_document(name: str) -> None:
    assert 1000 <= len(TEXTS[name].replace("\n", "")) <= 3500


@pytest.mark.parametrize("name", SHEETS)
def test_every_sentence_of_a_section_tells_something_that_was_entered(name: str) -> None:
    sheet = SHEETS[name]
    skeleton = load_skeleton(sheet.document)
    parts = [quiet(part) for f in sheet.facts for part in (f.label, f.value, f.text) if part]
    entered = {part[n : n + 3] for part in parts for n in range(max(1, len(part) - 2))}
    for key, text in written(sheet, skeleton).items():
        spec = skeleton.spec(key)
        assert spec is not None
        for sentence in sentences(text) if spec.heading and key != "closing" else []:
            plain = quiet(sentence)
            assert any(run in plain for run in entered), sentence


@pytest.mark.parametrize(
    ("label", "unit", "said"),
    [
        ("重大刑事案件", "起", "重大刑事案件零发生"),
        ("植树", "棵", "植树棵数为零"),
        ("志愿者人数", "人", "志愿者人数为零"),
        ("道路硬化", "平方米", "道路硬化面积为零"),
        ("投诉", "件", "投诉件数为零"),
    ],
)
def test_a_zero_is_told_in_words_and_still_traced(label: str, unit: str, said: str) -> None:
    sheet = FactSheet(unit="南苑社区", period="2025年", facts=(Fact(label=label, value="0", unit=unit),)).with_ids()
    text = "".join(written(sheet, load_skeleton("annual_summary")).values())
    assert said in text
    assert trace_numbers(text, sheet).unused == ()
    assert trace_numbers(text, sheet).flagged == ()


def test_a_plan_aims_at_a_zero() -> None:
    fact = Fact(topic="security", label="火灾事故", value="0", unit="起")
    sheet = FactSheet(unit="南苑社区", period="2026年", facts=(fact,)).with_ids()
    assert "力争火灾事故零发生" in "".join(written(sheet, load_skeleton("plan")).values())


def test_a_lone_honour_needs_no_announcement() -> None:
    text = "2025年9月被区文明办评为“文明社区”"
    sheet = FactSheet(unit="南苑社区", period="2025年", facts=(Fact(topic="honors", text=text),)).with_ids()
    assert written(sheet, load_skeleton("annual_summary"))["honors"] == f"社区{text}。"


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


def test_a_required_section_without_facts_says_that_it_is_to_be_filled() -> None:
    spec = SectionSpec(key="culture", heading="文化", topics=("culture",), required=True)
    opening = SectionSpec(key="opening", heading="", required=True)
    skeleton = Skeleton(key="k", name="n", title="t", sections=(opening, spec))
    assert OfflineWriter(FactSheet(unit="南苑社区"), skeleton).write(spec, ()) == "本部分的情况有待补充。"


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
    start = time.process_time()
    text = "".join(written(sheet).values())
    assert time.process_time() - start < 3
    assert all(f"{n}件" in text for n in range(1000))


@settings(max_examples=60)
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


@pytest.mark.parametrize("key", skeleton_keys())
def test_an_opening_announces_its_report_once(key: str) -> None:
    for n in range(40):
        opening = next(iter(written(FactSheet(unit=f"第{n}社区", document=key)).values()))
        assert len(re.findall("现就|现将", opening)) <= 1, opening


def test_a_themed_document_closes_with_its_own_theme() -> None:
    text = whole(
        FactSheet(unit="甲社区", document="themed_safety", facts=(Fact(label="夜巡", value="3", unit="次"),)).with_ids()
    )
    assert "安全文明小区" in text.rsplit("\n", 1)[-1]
