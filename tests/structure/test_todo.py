"""The gaps as a list of what is to be done."""

from drafter.models import Fact, FactSheet
from drafter.structure.assess import assess_all
from drafter.structure.criteria import load_criteria
from drafter.structure.todo import COLUMNS, KINDS, by_topic, todo_rows, todo_text, todos

SHEET = FactSheet(
    facts=(
        Fact(label="文化活动室面积", value="60", unit="平方米"),
        Fact(label="居民安全感", value="约95", unit="%"),
        Fact(label="图书藏量", value="8000", unit="册"),
    )
).with_ids()
FOUND = todos(assess_all(SHEET, load_criteria()))


def test_gaps_come_first_then_what_is_open_then_what_is_not_entered() -> None:
    assert [t.kind for t in FOUND] == sorted((t.kind for t in FOUND), key=list(KINDS).index)
    assert [t.kind for t in FOUND].count("close") == 1
    assert FOUND[0].task == "文化活动室面积：不少于100平方米，现为60平方米，差40平方米。"
    assert "“约95%”指的是91.2%至98.8%" in FOUND[1].task
    assert not any("图书藏量" in t.task for t in FOUND)


def test_what_is_not_entered_says_which_facts_are_to_be_entered() -> None:
    (rate,) = [t for t in FOUND if t.assessed.criterion.key == "lamp_rate"]
    assert (rate.task, rate.place) == ("请补填路灯亮化率。", "环境整治")
    (zero,) = [t for t in FOUND if t.assessed.criterion.key == "customs_zero"]
    assert "非法宗教活动、封建迷信活动" in zero.task


def test_the_list_is_printed_as_rows_and_as_text() -> None:
    rows = todo_rows(FOUND)
    assert all(len(r) == len(COLUMNS) for r in rows)
    assert rows[0][:6] == ("1", "补差距", "阵地设施", "文化活动室面积", "不少于100平方米", "60平方米")
    text = todo_text(FOUND, "和平社区待办")
    assert text.startswith("和平社区待办\n补差距（1 项）\n1. 文化活动室面积")
    assert text.count("\n") == len(FOUND) + 4


def test_tasks_lead_to_the_topics_of_the_form_in_its_order() -> None:
    lots = by_topic(FOUND)
    assert list(lots).index("infrastructure") < list(lots).index("security")
    assert all(t.amounts for lot in lots.values() for t in lot)
    assert "close" not in {t.kind for lot in lots.values() for t in lot}
