"""改事实: the closest fact opened where one writes, or a new fact entered; every place in the document follows."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from drafter.amount import joined
from drafter.models import Mention, Trace
from drafter.numbers.typed import typed_claims
from drafter.store import Entry, Work
from drafter.ui import session
from drafter.ui.corrections import with_fact
from drafter.ui.entries import free_id, problem, sheet_of
from drafter.ui.fields import tell_overtaken
from drafter.ui.plain import as_markdown, shortened
from drafter.ui.section_text import take_pending

_NEW = ""
"""Stands for a new fact among the ids of known ones."""
_AHEAD = 3
"""Signs on either side of a number among which 近, 不足 or 以上 are looked for."""


def draw(work: Work, found: tuple[Trace, str], topic: str, key: str, *, frozen: bool) -> None:
    """Draw the button and, once it is open, the fields for a number of a text: the closest facts, or a new one."""
    trace, text = found
    asked = st.popover("改事实", icon=":material/database:", on_change="rerun", key=f"fact:ask:{key}", disabled=frozen)
    if not asked.open:
        return
    with asked:
        chosen = _NEW
        options = _options(work, trace)
        if len(options) > 1:
            chosen = st.selectbox(
                "哪一项事实", options, key=f"fact:which:{key}", format_func=lambda i: _worded(work, i)
            )
        entry = work.entry(chosen) if chosen else None
        if entry:
            _draw_known(work.id, entry, f"{key}:{chosen}")
        else:
            _draw_new(work.id, (trace.mention, text), topic, key)


def _options(work: Work, trace: Trace) -> list[str]:
    """Return what may be mended, the likeliest first: a fact that has this very figure is right, and comes last."""
    known = [i for i in dict.fromkeys(trace.closest) if work.entry(i)]
    right = [i for i in known if _has(work.entry(i), trace.mention)]
    return [*(i for i in known if i not in right), _NEW, *right]


def _has(entry: Entry | None, mention: Mention) -> bool:
    return entry is not None and any(m.value == mention.value for m in typed_claims(entry.value, entry.unit))


def _as_typed(mention: Mention, text: str) -> str:
    """Return a number as one types it into the form, with the words that make it approximate: 三百余, 近3万.

    >>> from drafter.numbers.find import find_mentions
    >>> _as_typed(find_mentions("清运垃圾三百余吨")[0], "清运垃圾三百余吨")
    '三百余'
    """
    ways = ((mention.start - ahead, mention.end + behind) for ahead in range(_AHEAD + 1) for behind in range(_AHEAD))
    for first, last in sorted(ways, key=lambda way: way[1] - way[0]):
        typed = text[max(0, first) : last]
        alone = typed_claims(typed, mention.unit)
        if len(alone) == 1 and (alone[0].value, alone[0].approx) == (mention.value, mention.approx):
            return typed
    return mention.text


def _worded(work: Work, entry_id: str) -> str:
    fact = sheet_of(work).fact(entry_id)
    return shortened(fact.wording, 40) if fact else "另填一项新事实"


def _draw_known(work_id: str, entry: Entry, key: str) -> None:
    name = "value" if entry.value else "text"
    unit = f"（{entry.unit}）" if entry.unit and name == "value" else ""
    label = f"{entry.label or '文字说明'}{unit}"
    held = f"fact:value:{key}"
    session.shows(held, getattr(entry, name))
    if name == "value":
        st.text_input(label, value=entry.value, key=held, max_chars=60, on_change="ignore")
    else:
        st.text_area(label, value=entry.text, key=held, on_change="ignore")
    st.button("保存事实", key=f"fact:keep:{key}", type="primary", on_click=_keep, args=(work_id, entry, name, held))
    st.caption("文稿里写到这一项的地方会一起更正。")


def _draw_new(work_id: str, found: tuple[Mention, str], topic: str, key: str) -> None:
    mention, text = found
    st.text_input("事项名称", key=f"fact:label:{key}", placeholder="如 新建充电桩", max_chars=60, on_change="ignore")
    value, unit = st.columns(2)
    value.text_input("数值", value=_as_typed(mention, text), key=f"fact:new:{key}", max_chars=60, on_change="ignore")
    unit.text_input("单位", value=mention.unit, key=f"fact:unit:{key}", max_chars=20, on_change="ignore")
    st.text_input("来源（选填，不写入文稿）", key=f"fact:note:{key}", max_chars=60, on_change="ignore")
    st.button("记入事实", key=f"fact:add:{key}", type="primary", on_click=_add, args=(work_id, topic, key))


@session.guarded
def _keep(work_id: str, entry: Entry, name: str, held: str) -> None:
    given, kept = session.typed(held).strip(), ""
    if not given:
        session.notify("warning", "这里不能留空；要删去这一项，请到「填写事实」页。")
        return

    def edited(work: Work) -> Entry:
        # As it stands now: another window may have changed it, or taken it out.
        nonlocal kept
        present = work.entry(entry.id)
        kept = getattr(present, name) if present else ""
        return (present or entry).model_copy(update={name: given})

    if _change(work_id, edited):
        tell_overtaken(held, entry.label or "文字说明", kept, given)


@session.guarded
def _add(work_id: str, topic: str, key: str) -> None:
    label, value, unit, note = (session.typed(f"fact:{n}:{key}").strip() for n in ("label", "new", "unit", "note"))
    if not label:
        session.notify("warning", "请先填事项名称，写明它是什么数。")
        return
    entry = Entry(topic=topic, label=label, value=value, unit=unit, note=note)
    _change(work_id, lambda w: entry.model_copy(update={"id": free_id(w)}))


def _change(work_id: str, edited: Callable[[Work], Entry]) -> bool:
    """Put in the entry that `edited` makes of the work as it stands; False where it is no fact, which is told."""
    work = session.store().load(work_id)
    wrong = problem(edited(work))
    if wrong:
        session.notify("error", f"没有保存：{wrong}")
        return False
    for section in work.draft.sections if work.draft else ():
        take_pending(work_id, section.key)
    followed, entry = 0, edited(work)

    def put(work: Work) -> Work:
        nonlocal followed, entry
        entry = edited(work)
        changed, followed = with_fact(work, entry)
        return changed

    if not session.change(work_id, put):
        return False
    session.renew_form(work_id)
    told = f"，文中 {followed} 处数字随之更正" if followed else ""
    session.notify("success", f"已记下：{as_markdown(entry.label or '事实')} {joined(entry.value, entry.unit)}{told}。")
    return True
