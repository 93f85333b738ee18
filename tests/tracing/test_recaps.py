from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

SHEET = FactSheet(
    period="2024年",
    facts=(
        Fact(id="F1", label="专职网格员", value="21", unit="名"),
        Fact(id="F2", label="微网格员", value="118", unit="名"),
        Fact(id="F3", label="节庆活动", value="元宵灯会、端午包粽、中秋诗会、重阳登高"),
        Fact(id="F4", label="好人榜", value="14", unit="人"),
    ),
)


def flagged(text: str) -> list[str]:
    return [t.mention.text for t in trace_numbers(text, SHEET).flagged]


def test_a_count_sums_up_the_numbers_told_right_before():
    assert not flagged("配备专职网格员21名、微网格员118名，两支力量各负其责。")


def test_a_count_that_misses_one_of_them_is_flagged():
    assert flagged("配备专职网格员21名、微网格员118名，三支力量各负其责。") == ["三"]


def test_names_right_before_the_number_count_whatever_else_a_fact_lists():
    assert not flagged("端午包粽、中秋诗会两场活动在广场举行。")


def test_people_are_told_anew_and_not_summed_up():
    assert flagged("配备专职网格员21名、微网格员118名，2人当选好人。") == ["2"]
