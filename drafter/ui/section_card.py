"""One section: its text where it is edited, the numbers that need a look beside it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from drafter.models import Fact, Section, SectionSpec, Skeleton
from drafter.store import Work
from drafter.tracing.summary import verdict
from drafter.ui import (
    jobs,
    number_panel,
    progress,
    second_look_panel,
    section_actions,
    section_table,
    section_text,
    section_versions,
    untold_facts,
)
from drafter.ui.drafting import ORIGIN_NAMES
from drafter.ui.judged import Judged
from drafter.ui.marks import VERDICT_NAMES, marked_html, reason
from drafter.ui.plain import as_markdown
from drafter.word.places import caption_key, heading_key, table_key


@dataclass(frozen=True)
class Way:
    """How the cards of a page are drawn."""

    skeleton: Skeleton
    untold: dict[str, tuple[Fact, ...]]
    """By section: its facts that stand nowhere in the document."""
    figures: Mapping[str, Fact]
    """By id: the facts that a small table can hold."""
    plain: bool
    """A plain text area with the traced text beside it, in place of the editor that marks numbers."""
    busy: bool
    """Whether a writer was at work when the document was read."""


def draw(work: Work, section: Section, heading: str, judged: Judged, way: Way) -> None:
    """Draw one written section under its numbered heading."""
    job = jobs.find(work.id)
    frozen = section.key in work.locked or bool(way.busy and job and section.key in job.headings)
    spec = way.skeleton.spec(section.key)
    with st.container(border=True, key=f"section:{section.key}"):
        _draw_heading(work, section, heading, spec)
        left, right = st.columns(2 if way.plain else (3, 2), gap="medium")
        with left:
            _draw_text(work, section, judged, way, frozen=frozen)
            section_actions.draw(work, section, busy=way.busy, rewritable=spec is not None)
            section_table.draw(work, section, way.figures, spec)
            if job and set(job.headings) == {section.key}:
                progress.draw(job, busy=way.busy)
        with right:
            if way.plain and section.text.strip():
                st.html(marked_html(judged.reports[section.key], judged.sheet))
            _draw_findings(work, section, judged, way, frozen=frozen)
        section_versions.draw(work, section, frozen=frozen)


def anchor_of(section_key: str) -> str:
    """Return the name under which a link reaches a section on this page."""
    return f"section-{section_key}"


def _draw_heading(work: Work, section: Section, title: str, spec: SectionSpec | None) -> None:
    length = len("".join(section.text.split()))
    bounds = f"（建议 {spec.min_chars}—{spec.max_chars} 字）" if spec else ""
    lock = "　🔒 已锁定" if section.key in work.locked else ""
    took = progress.took(work.id, section)
    st.subheader(as_markdown(title), anchor=anchor_of(section.key))
    st.caption("　".join(filter(None, (ORIGIN_NAMES[section.origin], f"{length} 字{bounds}{lock}", took))))


def _draw_text(work: Work, section: Section, judged: Judged, way: Way, *, frozen: bool) -> None:
    name = judged.name(section)
    if way.plain:
        section_text.draw_plain(work, section, name, read_only=frozen)
    else:
        section_text.draw_marked(work, section, name, (judged.reports[section.key], judged.sheet), read_only=frozen)


def _draw_findings(work: Work, section: Section, judged: Judged, way: Way, *, frozen: bool) -> None:
    """Draw what stands beside a text: doubtful numbers, facts never used, hints, sources."""
    report = judged.reports[section.key]
    spec = way.skeleton.spec(section.key)
    topic = spec.topics[0] if spec and spec.topics else ""
    if not section.text.strip():
        st.caption("这一节没有文字，只有下面的小表。" if section.table else "这一节是空的，不会写进 Word。")
    number_panel.draw(work, section.key, (report, judged.sheet), topic, frozen=frozen)
    section_table.draw_traced(section, judged)
    for key in (heading_key(section), caption_key(section), table_key(section)):
        if beside := judged.reports.get(key):
            number_panel.draw_beside(work, (beside, judged.sheet), topic, key, frozen=frozen)
    if spec:
        untold_facts.draw(work, spec, way.untold.get(spec.key, ()), frozen=frozen)
    second_look_panel.draw_hints(work, section)
    _draw_sources(work, section, judged)


def _draw_sources(work: Work, section: Section, judged: Judged) -> None:
    shown = [t for t in judged.reports[section.key].traces if verdict(t) != "none"]
    if not shown:
        st.caption("这一节没有需要出处的数字。")
        return
    box = st.expander(f"{len(shown)} 处数字的出处", on_change="rerun", key=f"sources:{work.id}:{section.key}")
    if not box.open:
        return
    lines = [
        f"- **{as_markdown(t.mention.text)}**　{VERDICT_NAMES[verdict(t)]}：{as_markdown(reason(t, judged.sheet))}"
        for t in shown
    ]
    box.markdown("\n".join(lines))
