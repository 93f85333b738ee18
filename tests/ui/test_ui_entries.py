"""What was typed, and what of it is a fact."""

import pytest

from drafter.models import Fact, FactSheet, PlannedSection, Section, SectionPlan
from drafter.store import Entry, Work
from drafter.structure.catalogue import load_catalogue
from drafter.ui.entries import (
    advice,
    field_entries,
    free_entries,
    new_entry,
    next_period,
    not_understood,
    problem,
    sheet_of,
    waits,
    work_of,
)
from drafter.ui.held_back import put_back


def test_only_what_can_be_read_reaches_the_fact_sheet():
    work = Work(
        unit="和平社区",
        private="王某、李某",
        entries=(
            Entry(id="a", label="户数", value="三千多", unit="户"),
            Entry(id="b", label="楼栋", value="12/0", unit="栋"),
            Entry(id="c", label="党员", previous="90", unit="名"),
            Entry(id="d", text="开展邻里节"),
            Entry(id="e", value="12"),
        ),
    )
    assert [f.id for f in sheet_of(work).facts] == ["a", "d"]
    assert sheet_of(work).private == ("王某", "李某")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (Entry(label="楼栋", value="12/0"), "分母是 0"),
        (Entry(label="楼栋", value="12", previous="1/0/2"), "分母是 0"),
        (Entry(label="党员", previous="90"), "还没有填本期"),
        (Entry(value="12"), "缺少事项名称"),
        (Entry(label="楼栋", value="1" * 50_000), "50000 个字"),
    ],
)
def test_what_an_entry_lacks_is_one_clear_sentence(entry: Entry, says: str):
    import re

    assert re.search(says, problem(entry))
    assert len(problem(entry)) < 120


def test_a_very_long_text_stays_a_fact_and_is_told():
    entry = Entry(id="a", label="概况", text="字" * 3001)
    assert problem(entry) == ""
    assert "3001 个字" in advice(entry)
    assert sheet_of(Work(entries=(entry,))).facts[0].text == entry.text


def test_what_could_not_be_read_is_told_by_name_and_what_waits_is_not():
    entries = (
        Entry(id="a", label="志愿者", value="12O", unit="人"),
        Entry(id="b", label="党员", previous="90", unit="名"),
        Entry(id="c", label="楼栋", value="7", unit="栋"),
    )
    (told,) = not_understood(Work(entries=entries))
    assert told.startswith("志愿者（“12O”里有字母 O")


def test_a_sheet_becomes_a_work_and_comes_back_the_same():
    sheet = FactSheet(
        unit="和平社区",
        period="2025年度",
        private=("王某",),
        facts=(Fact(id="F1", topic="environment", label="清运垃圾", value="200多", unit="吨", note="台账"),),
    )
    assert sheet_of(work_of(sheet)) == sheet


def test_topics_in_staffs_words_are_understood():
    sheet = FactSheet(facts=(Fact(topic="环境整治", label="粉刷墙面", value="300", unit="平方米"),))
    assert work_of(sheet).entries[0].topic == "environment"


def test_a_field_shows_the_entry_with_its_key_or_one_of_its_names():
    catalogue = load_catalogue()
    entries = (
        Entry(id="F1", topic="overview", label="常住户数", value="2496", unit="户"),
        Entry(id="population", topic="overview", label="人口", value="6828", unit="人"),
        Entry(id="F3", topic="overview", label="路灯杆", value="12", unit="根"),
    )
    shown = field_entries(entries, catalogue)
    assert {k: e.id for k, e in shown.items()} == {"households": "F1", "population": "population"}
    assert [e.id for e in free_entries(Work(entries=entries), catalogue)] == ["F3"]


def test_a_field_never_shows_an_entry_in_another_unit():
    entries = (Entry(id="households", label="户数", value="3", unit="万人次"),)
    assert field_entries(entries, load_catalogue()) == {}


def test_a_new_entry_gets_an_id_of_its_own():
    catalogue = load_catalogue()
    field = catalogue.field("households")
    assert field is not None
    assert new_entry(Work(), field, "overview").id == "households"
    assert new_entry(Work(entries=(Entry(id="households"),)), field, "overview").id == "F1"


def test_the_next_period_begins_with_this_one_as_the_last():
    work = Work(
        id="x",
        unit="和平社区",
        period="2025年度",
        date="2025年12月1日",
        entries=(Entry(id="a", label="户数", value="9"),),
    )
    copied = next_period(work)
    assert (copied.id, copied.unit, copied.period, copied.date) == ("", "和平社区", "", "")
    assert (copied.entries[0].value, copied.entries[0].previous) == ("", "9")


def test_what_was_told_of_the_old_period_is_no_fact_of_the_next_until_it_is_written_anew():
    held = Entry(id="a", text="2025年3月5日召开动员会")
    both = Entry(id="b", label="邻里节", value="3", unit="场", text="5月办过一场")
    lasting = Entry(id="founded_date", topic="overview", label="社区成立时间", value="2002年6月", note="批复")
    copied = next_period(Work(period="2025年度", entries=(held, both, lasting)))
    assert [f.id for f in sheet_of(copied).facts] == ["founded_date"]
    assert copied.entries[2] == lasting
    assert (copied.entries[0].text, copied.entries[0].note) == ("", "2025年度的写法：2025年3月5日召开动员会")
    assert (copied.entries[1].previous, copied.entries[1].note) == ("3", "2025年度的写法：5月办过一场")
    again = copied.with_entry(copied.entries[0].model_copy(update={"text": "2026年3月5日召开动员会"}))
    assert [f.id for f in sheet_of(again).facts] == ["a", "founded_date"]


def test_a_second_copy_says_of_which_period_each_thing_is():
    first = next_period(Work(period="2025年度", entries=(Entry(id="a", label="党员", value="93", unit="名"),
                                                        Entry(id="b", text="召开动员会"))))  # fmt: skip
    second = next_period(first.model_copy(update={"period": "2026年度"}))
    assert [(e.value, e.previous) for e in second.entries] == [("", ""), ("", "")]
    assert [e.note for e in second.entries] == ["2026年度的上期数：93名", "2025年度的写法：召开动员会"]
    assert next_period(first).entries == first.entries, "a copy whose period nobody named begins none"


def test_a_sentence_of_the_old_period_waits_without_a_name_and_raises_no_alarm():
    work = next_period(Work(period="2025年度", entries=(Entry(id="b", text="2025年5月获区级“文明社区”称号"),)))
    assert waits(work.entries[0])
    assert not_understood(work) == ()
    assert not waits(Entry(id="c", previous="9")), "a figure that nobody named is asked for its name"


def test_what_is_held_back_of_an_unnamed_period_is_not_the_last_period_s_for_ever():
    first = next_period(Work(entries=(Entry(id="b", text="召开动员会"),)))
    assert first.entries[0].note == "上期的写法：召开动员会"
    second = next_period(first.model_copy(update={"period": "2026年度"}))
    assert second.entries[0].note == "更早一期的写法：召开动员会"
    assert put_back(second, ("b",)).entries[0].text == "召开动员会"


def test_what_a_copy_holds_back_comes_back_at_once_and_not_over_what_was_written_anew():
    held = Entry(id="a", note="2026年度的上期数：3场；2025年度的写法：召开动员会")
    anew = Entry(id="b", text="办了邻里节", note="2025年度的写法：没办")
    after = put_back(Work(entries=(held, anew)), ("a", "b"))
    assert after.entries == (Entry(id="a", text="召开动员会", note="2026年度的上期数：3场"), anew)


def test_the_next_period_keeps_the_plan_of_sections_and_none_of_their_texts():
    plan = SectionPlan(document="annual_summary", sections=(PlannedSection(key="culture", left_out=True),))
    after = next_period(Work(plan=plan, aside=(Section(key="culture", heading="文体", text="去年的话。"),)))
    assert (after.plan, after.aside) == (plan, ())
