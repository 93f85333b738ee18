"""What holds for any facts and text: true sentences raise no alarm, one changed digit raises one, nothing raises."""

import time

from flagging import report_on, sheet_of
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drafter.models import FactSheet
from drafter.tracing.trace import trace_numbers

QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
LABELS = [
    "志愿者",
    "党员",
    "图书馆藏书",
    "消防演练",
    "健康讲座",
    "困难家庭慰问",
    "矛盾纠纷调解",
    "绿化补植",
    "垃圾清运",
]
UNITS = ["人", "名", "册", "次", "场", "户", "起", "株", "吨"]


@st.composite
def sheets(draw: st.DrawFn) -> FactSheet:
    """A sheet of facts with different labels and values of three and four digits that share no digit pattern."""
    rows = draw(st.lists(st.sampled_from(range(len(LABELS))), min_size=2, max_size=6, unique=True))
    values = draw(
        st.lists(st.integers(min_value=100, max_value=9999), min_size=len(rows), max_size=len(rows), unique=True)
    )
    facts = ((LABELS[r], str(v), UNITS[r]) for r, v in zip(rows, values, strict=True))
    return sheet_of(*facts, period="2023年")


def draft(sheet: FactSheet) -> str:
    return "社区扎实开展各项工作，" + "，".join(f"{f.label}{f.value}{f.unit}" for f in sheet.facts) + "。"


@QUICK
@given(sheets())
def test_facts_filled_into_sentences_raise_no_alarm(sheet: FactSheet):
    report = trace_numbers(draft(sheet), sheet)
    assert not report.flagged
    assert not report.unused


@QUICK
@given(sheets(), st.data())
def test_one_changed_digit_raises_exactly_one_alarm(sheet: FactSheet, data: st.DataObject):
    fact = data.draw(st.sampled_from(sheet.facts))
    place = data.draw(st.integers(0, len(fact.value) - 1))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != fact.value[place]]))
    wrong = fact.value[:place] + digit + fact.value[place + 1 :]
    if any(wrong == other.value for other in sheet.facts):
        return
    text = draft(sheet).replace(f"{fact.label}{fact.value}", f"{fact.label}{wrong}")
    assert [t.mention.text for t in trace_numbers(text, sheet).flagged] == [wrong]


@settings(max_examples=120)
@given(
    st.text(
        alphabet="一二三十百万0123456789０％%.,，。；：、“”（）\n年月日人次户元占比共增长下降上年同比志愿者党员😀",
        max_size=120,
    )
)
@example("")
@example("“" * 200)
@example("１２，３４５" * 30)
def test_no_text_raises_and_every_span_is_right(text: str):
    for trace in report_on(text, "志愿者|12|人|9", period="2023年上半年").traces:
        assert text[trace.mention.start : trace.mention.end] == trace.mention.text


def test_time_grows_linearly_with_the_text():
    facts = sheet_of(*((LABELS[i], str(97 * i + 113), UNITS[i]) for i in range(9)), period="2023年")
    short = "，".join(f"{f.label}{f.value}{f.unit}" for f in facts.facts) + "。"
    once, eightfold = (min(_seconds(short * n, facts) for _ in range(3)) for n in (8, 64))
    assert eightfold < 20 * once + 0.05


def test_a_text_without_any_stop_takes_no_more_than_linear_time():
    facts = sheet_of("志愿者|362|人", period="2023年")
    text = "志愿者362人占比20%增长" * 1500
    assert _seconds(text, facts) < 10
    assert _seconds("7" * 10_000, facts) < 2


def test_a_list_of_wrong_numbers_of_any_length_is_judged():
    facts = sheet_of(("低保", "城市低保142户213人，农村低保65户98人"), ("志愿者", "326", "人"))
    for many in ("志愿者" + "、".join(f"{7000 + n}人" for n in range(600)), "低保" + "7001户9001人" * 300):
        assert len(trace_numbers(f"{many}。", facts).flagged) == 600


def _seconds(text: str, facts: FactSheet) -> float:
    start = time.process_time()
    trace_numbers(text, facts)
    return time.process_time() - start
