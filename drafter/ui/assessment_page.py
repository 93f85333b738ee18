"""Page 自评: the unit's facts held against the criteria of a 文明社区, and what is to be done about the gaps."""

import streamlit as st

from drafter.structure.assess import CONCLUSIONS, assess_all
from drafter.structure.criteria import load_criteria
from drafter.structure.own_criteria import adjusted
from drafter.structure.todo import todos
from drafter.ui import charts, criteria_panel, frame, session, todo_panel
from drafter.ui.assessment_view import bars, conclusion_words, summary, table_html
from drafter.ui.criteria_choice import load_choice
from drafter.ui.entries import sheet_of

work = frame.require_work()
st.title("自评：对照文明社区标准")
frame.draw_steps(work)
choice = load_choice(session.store())
criteria = adjusted(load_criteria(), choice)
sheet = sheet_of(work)
assessed = assess_all(sheet, criteria)
st.markdown(f"**{summary(assessed, sum(not c.used for c in criteria))}**")
st.caption("只看填好的事实，不看正文；约数按它可能的范围比，分不出达没达标的写“无法判定”。结论供自查，不写入文稿。")
criteria_panel.draw(choice)
ends = list(CONCLUSIONS)
seen = st.pills("只看", ends, selection_mode="multi", format_func=conclusion_words, key=f"{work.id}:seen")
chosen = [a for a in assessed if not seen or a.conclusion in seen]
st.html(table_html(chosen, sheet) if chosen else "<p>没有这样的标准。</p>")
drawn = bars(chosen)
if drawn:
    st.subheader("与要求相比", anchor=False)
    st.caption(
        "竖线是要求。实心 ✓ 达标，空心 ✗ 未达标，虚框 ？ 无法判定；灰条是约数可能的范围。没有数据和不得有的情形不画。"
    )
    charts.draw(charts.against_mark(drawn, "要求", "本单位的数相当于要求的百分之几"), f"{work.id}:assessed")
todo_panel.draw(work, todos(assessed))
