"""The form: who, what kind of document, which period; then one group of fields for each section.

Each change goes to the database at once; a field shows what is there and never writes its result back into itself.
"""

from __future__ import annotations

import streamlit as st

from drafter.models import SectionSpec, Skeleton
from drafter.store import Work
from drafter.structure.assign import assign_facts
from drafter.structure.catalogue import Catalogue, Topic, load_catalogue
from drafter.ui import held_back, session
from drafter.ui.document_types import left_out_of, type_names
from drafter.ui.entries import field_entries, problem, sheet_of, waits
from drafter.ui.fields import draw_topic, form_key, tell_overtaken
from drafter.ui.plain import as_markdown

_HEAD = {
    "unit": ("单位全称", "南苑社区", "标题和落款都用它，请写全称。"),
    "superior": ("上级单位", "北陵街道办事处", "所属街道办事处或乡镇的全称。"),
    "period": ("总结时段", "2026年度", "材料所说的年度或时段，会写进标题。"),
    "date": ("落款日期", "2026年12月20日", "写在文末、单位名称的下一行。"),
    "private": ("不外传的姓名（选填）", "王某某、李某某", "交给模型前会遮住，写好后再还原；用顿号隔开。"),
}


def draw_head(work: Work, types: dict[str, str]) -> None:
    """Draw the lines that stand at the head of the fact sheet: who, what kind of document, which period, which day."""
    with st.container(border=True):
        first, second = st.columns(3), st.columns(3)
        cells = (first[0], first[1], *second)
        for (name, (label, example, tip)), cell in zip(_HEAD.items(), cells, strict=True):
            key = form_key(work, "head", name)
            session.shows(key, getattr(work, name))
            cell.text_input(
                label,
                value=getattr(work, name),
                key=key,
                placeholder=f"如 {example}",
                help=tip,
                on_change=_save_head,
                args=(work.id, name, key),
            )
        key = form_key(work, "head", "document")
        options = list(types)
        session.shows(key, work.document)
        first[2].selectbox(
            "文种",
            options,
            index=options.index(work.document) if work.document in options else None,
            placeholder="请选择",
            format_func=lambda k: types[k],
            key=key,
            on_change=_save_head,
            args=(work.id, "document", key),
        )


@session.guarded
def _save_head(work_id: str, name: str, key: str) -> None:
    given = session.typed(key).strip()
    kept = ""

    def put(work: Work) -> Work:
        nonlocal kept
        kept = getattr(work, name)
        return work.model_copy(update={name: given})

    if session.change(work_id, put):
        label, names = ("文种", type_names()) if name == "document" else (_HEAD[name][0], {})
        tell_overtaken(key, label, kept, given, names)


def draw_groups(work: Work, catalogue: Catalogue, skeleton: Skeleton) -> None:
    """Draw one group of fields at a time, a group for each section, and below the groups how full each one is."""
    groups = {s.key: t for s in skeleton.sections if (t := _topics_of(s, catalogue))}
    keys = list(groups)
    key = form_key(work, "group", work.document)
    # A choice travels as its label: labels that changed with what is filled in would lose a click made while a field is
    # still being saved. So the counts stand in a line of their own.
    chosen = st.pills(
        "选一个方面填写",
        keys,
        default=None if session.held(key) else keys[0],
        required=True,
        format_func=lambda k: _group_name(groups[k]),
        key=key,
        persist_state="session",
    )
    st.caption(_how_full(work, skeleton, groups))
    here = chosen if chosen in groups else keys[0]
    with st.container(border=True):
        st.caption(_where(work, skeleton, here))
        shown = field_entries(work.entries, catalogue)
        asked = [f.key for topic in groups[here] for f in topic.fields]
        held_back.draw(work, [shown[k] for k in asked if k in shown], f"{key}:{here}")
        for topic in groups[here]:
            draw_topic(work, topic, shown)
        after = keys[keys.index(here) + 1 :]
        label = f"接着填：{'、'.join(t.name for t in groups[after[0]])}" if after else "从头再看一遍"
        st.button(
            label, key=f"{key}:next", icon=":material/arrow_downward:", on_click=_choose, args=(key, [*after, *keys][0])
        )


def _where(work: Work, skeleton: Skeleton, section: str) -> str:
    """Say where the facts of a group go."""
    spec = skeleton.spec(section)
    place = f"“{as_markdown(spec.heading)}”一节" if spec and spec.heading else "正文开头"
    return f"这份文稿去掉了{place}，填了的不写入。" if section in left_out_of(work) else f"写入{place}"


def _topics_of(spec: SectionSpec, catalogue: Catalogue) -> tuple[Topic, ...]:
    return tuple(t for t in catalogue.topics if t.key in spec.topics and any(not f.head for f in t.fields))


def _group_name(topics: tuple[Topic, ...]) -> str:
    return "·".join(t.name for t in topics)


def _how_full(work: Work, skeleton: Skeleton, groups: dict[str, tuple[Topic, ...]]) -> str:
    """Say how many facts each group has, which have none yet, and where something is to be looked at."""
    usable = assign_facts(sheet_of(work), skeleton)
    counts = {key: len(usable[key]) for key in groups}
    wrong = {e.topic for e in work.entries if problem(e) and not waits(e)}
    unread = [_group_name(topics) for topics in groups.values() if any(t.key in wrong for t in topics)]
    filled = [f"{_group_name(groups[key])} **{n}**" for key, n in counts.items() if n]
    empty = [_group_name(groups[key]) for key, n in counts.items() if not n]
    said = (("已填（项）：", filled), ("还没填：", empty), ("⚠ 有要看一看的：", unread))
    return "　".join(head + "、".join(names) for head, names in said if names)


def open_group(work: Work, skeleton: Skeleton, topic: str) -> None:
    """Have the form show the group that asks for a topic, when it is drawn next."""
    group = next((s.key for s in skeleton.sections if topic in s.topics and _topics_of(s, load_catalogue())), "")
    if group:
        _choose(form_key(work, "group", work.document), group)


@session.guarded
def _choose(key: str, group: str) -> None:
    session.remember(key, group)
