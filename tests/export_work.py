"""A document that is written, and what a page says, for the tests of the page 导出."""

from typing import Any

from streamlit.testing.v1 import AppTest

from drafter.models import Draft, Section
from drafter.store import Entry, Work

SECTIONS = (
    Section(key="opening", heading="", text="社区现有党员93人。", origin="offline"),
    Section(
        key="volunteer",
        heading="开展志愿服务，倡导互助新风",
        text="社区现有志愿者326人，比上年增加46人。\n居民都说好。",
        origin="offline",
    ),
    Section(key="environment", heading="整治环境卫生", text="全年清运垃圾200多吨。", origin="offline"),
)


def finished(**changes: object) -> Work:
    """Return a work whose every number is backed; what is given replaces its own."""
    work = Work(
        unit="南苑社区",
        superior="东湖街道",
        period="2025年度",
        date="2025年12月20日",
        entries=(
            Entry(id="F1", topic="party", label="党员", value="93", unit="人"),
            Entry(id="F2", topic="volunteer", label="志愿者", value="326", previous="280", unit="人", note="台账"),
            Entry(id="F3", topic="environment", label="清运垃圾", value="200多", unit="吨"),
        ),
        draft=Draft(
            title="南苑社区2025年度文明创建工作总结",
            unit="南苑社区",
            date="2025年12月20日",
            document="annual_summary",
            period="2025年度",
            sections=SECTIONS,
        ),
    )
    return work.model_copy(update=changes)


def spoiled(work: Work, key: str, more: str) -> Work:
    """Return the work with words added to a section."""
    section = work.draft.section(key) if work.draft else None
    assert section is not None
    assert work.draft is not None
    told = section.model_copy(update={"text": section.text + more})
    return work.model_copy(update={"draft": work.draft.with_section(told)})


def words(at: AppTest) -> str:
    """Return everything that the page tells in words."""
    shown: tuple[Any, ...] = (at.markdown, at.caption, at.error, at.warning, at.success, at.toast, at.html)
    return "\n".join(str(e.value) for elements in shown for e in elements)
