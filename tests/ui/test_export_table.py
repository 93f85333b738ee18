"""The small table of figures in a section: chosen, shown with its verdicts, taken out again."""

from collections.abc import Callable

from export_work import finished
from streamlit.testing.v1 import AppTest

from drafter.models import Table
from drafter.store import Entry, Store, Work
from drafter.ui.drafting import with_table

OpenApp = Callable[..., AppTest]
TABLE = Table(
    caption="表1　对比", header=("项目", "本期", "上期", "增减情况"), rows=(("志愿者", "999人", "280人", "—"),)
)


def html(at: AppTest) -> str:
    return "\n".join(str(h.value) for h in at.html)


def opened(at: AppTest, work: Work) -> AppTest:
    """Open the box of the section's table, as a click would."""
    at.session_state[f"{work.id}:volunteer:table:box"] = True
    return at.run()


def test_a_table_is_made_of_the_facts_of_its_section_and_every_cell_traced(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = opened(open_app(work.id, "writing"), work)
    assert at.multiselect(key=f"{work.id}:volunteer:table:facts").value == ["F2"]
    at.button(key=f"{work.id}:volunteer:table:put").click().run()
    assert not at.exception
    table = store.load(work.id).draft.section("volunteer").table
    assert table.rows == (("志愿者", "326人", "280人", "增加46人，增长16.4%"),)
    assert "表1　主要数据对比" in html(at)
    assert 'title="有出处' in html(at)
    opened(at, work).button(key=f"{work.id}:volunteer:table:drop").click().run()
    assert store.load(work.id).draft.section("volunteer").table is None


def test_a_cell_that_no_fact_backs_is_flagged_on_both_pages(open_app: OpenApp, store: Store):
    work = store.create(with_table(finished(), "volunteer", TABLE))
    at = open_app(work.id, "writing")
    assert "⚠待核" in html(at)
    assert any("待核：999" in str(m.value) for m in at.markdown)
    at.switch_page("drafter/ui/export_page.py").run()
    assert any("还有1处数字待核" in str(w.value) for w in at.warning)


def test_a_table_without_facts_or_with_a_caption_that_states_a_number_is_not_made(open_app: OpenApp, store: Store):
    work = store.create(finished())
    at = opened(open_app(work.id, "writing"), work)
    at.text_input(key=f"{work.id}:volunteer:table:caption").set_value("表1　志愿者512人")
    at.button(key=f"{work.id}:volunteer:table:put").click().run()
    assert "“512”没有出处" in at.toast[0].value
    at.multiselect(key=f"{work.id}:volunteer:table:facts").set_value([])
    at.button(key=f"{work.id}:volunteer:table:put").click().run()
    assert any("至少选一项" in str(t.value) for t in at.toast)
    assert store.load(work.id).draft == work.draft


def test_without_figures_of_the_last_period_there_is_nothing_to_choose(open_app: OpenApp, store: Store):
    only = (Entry(id="F1", topic="party", label="党员", value="93", unit="人"),)
    at = open_app(store.create(finished(entries=only)).id, "writing")
    assert not at.multiselect
