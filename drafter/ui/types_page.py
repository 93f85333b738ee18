"""Page 本单位文种: the unit's own document types, made from its documents of past years."""

import streamlit as st

from drafter.ui import own_types_list, type_panel

st.title("本单位文种")
st.markdown(
    "上传本单位往年的材料，程序认出各有哪些部分、什么次序、多长，存成本单位自己的文种；写新材料时在「填写事实」的“文种”里选它。"
)
own_types_list.draw()
type_panel.draw()
