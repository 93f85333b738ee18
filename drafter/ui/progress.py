"""How far the writer is: one line a section, the seconds, and a button that stops it at once."""

from __future__ import annotations

import streamlit as st

from drafter.models import Section
from drafter.ui import jobs, session
from drafter.ui.jobs import Job
from drafter.ui.plain import as_markdown
from drafter.writing.events import SectionReport

_EVERY = 0.7
"""Seconds between two looks at a running job."""
_SIGNS = {"waiting": "○ 等待", "writing": "◐ 正在写", "done": "● 写好", "failed": "● 改由本机写好"}


def draw(job: Job, *, busy: bool) -> None:
    """Draw a running job, refreshed by itself; or once how a finished one went.

    `busy` says whether it ran when this run of the page read the document: a job that has ended since then has texts
    that are not on the page yet, so the page is drawn anew.
    """
    if busy:
        st.fragment(_draw_running, run_every=_EVERY)(job, len(job.finished_keys))
    elif not job.running:
        _draw_outcome(job)
        jobs.forget(job.work_id)


def took(work_id: str, section: Section) -> str:
    """Return what writing a section's present text took, as far as this tab has seen it: seconds and tokens."""
    report = session.held(f"took:{work_id}:{section.key}")
    if not isinstance(report, SectionReport) or section.origin not in ("model", "offline"):
        return ""
    told = f"用时 {report.seconds:.1f} 秒" if report.seconds >= 0.05 else "用时不到 0.1 秒"
    if not report.requests:
        return told
    asked, given = ("未知" if n is None else str(n) for n in (report.prompt_tokens, report.completion_tokens))
    return f"{told}，问模型 {report.requests} 次，用量（词元）：输入 {asked}，输出 {given}"


def lasting(seconds: float) -> str:
    """Return how long something took, behind 用时: not 0 秒, which nothing takes."""
    return f" {seconds:.0f} 秒" if seconds >= 0.95 else "不到 1 秒"


@session.guarded
def _stop(work_id: str) -> None:
    jobs.stop(work_id)


def _draw_running(job: Job, drawn: int) -> None:
    done = len(job.finished_keys)
    if not job.running or done != drawn:
        # The page around this fragment shows the sections, so it has to be drawn anew.
        st.rerun()
    with st.container(border=True):
        st.progress(
            done / max(1, len(job.headings)), text=f"正在撰写：{done} / {len(job.headings)} 节，{job.seconds:.0f} 秒"
        )
        for key, heading in job.headings.items():
            state = job.states.get(key, "waiting")
            if state == "writing":
                written = job.texts.get(key, "")
                st.markdown(f"{_SIGNS[state]}　**{as_markdown(heading)}**")
                if written:
                    st.caption(as_markdown(written[-100:]))
        st.button("停止", icon=":material/stop_circle:", on_click=_stop, args=(job.work_id,), key=f"stop:{job.work_id}")


def _draw_outcome(job: Job) -> None:
    done = len(job.finished_keys)
    for key, report in job.reports.items():
        session.remember(f"took:{job.work_id}:{key}", report)
    # What breaks the writing off sets its stop as well, for the sections that are still being written.
    if job.error:
        st.error(job.error)
    elif job.stop.is_set():
        st.info(f"已停止，写好的 {done} 节都在。")
    else:
        st.success(f"写好 {done} 节，用时{lasting(job.seconds)}。")
    notes = [(job.headings[k], n) for k in job.finished_keys if k in job.reports for n in job.reports[k].notes]
    if notes:
        with st.expander(f"撰写时程序改正或退回了什么（{len(notes)} 条）", icon=":material/rule:"):
            for name, note in notes:
                st.markdown(f"- **{as_markdown(name)}**　{as_markdown(note)}")
    failed = {k: job.reports[k].error for k in job.finished_keys if job.states[k] == "failed" and k in job.reports}
    for reason in dict.fromkeys(failed.values()):
        names = "、".join(job.headings[k] for k, error in failed.items() if error == reason)
        st.warning(f"{as_markdown(reason)}以下各节改由本机撰写：{as_markdown(names)}")
