"""What can happen to a document's sections: written, edited, restored, locked. Values in, values out."""

from __future__ import annotations

from drafter.models import Draft, Origin, Section, Skeleton, Table
from drafter.store import Work
from drafter.versions import Version

ORIGIN_NAMES: dict[Origin, str] = {"empty": "空白", "offline": "本机撰写", "model": "模型撰写", "staff": "人工修改"}
MAX_CHARS = 20_000
"""A section of these documents has a few hundred characters; beyond this it is a whole book that was pasted."""


def title_of(work: Work, skeleton: Skeleton) -> str:
    """Return the title: staff's own, else the one that the document type gives, 和平社区2025年度文明创建工作总结."""
    return work.title or skeleton.title.format(unit=work.unit, period=work.period)


def name_of(key: str, heading: str, first_key: str) -> str:
    """Return what staff call a section: its heading; one without a heading is the opening where it is the first."""
    return heading or ("开头" if key == first_key else "结尾")


def prepared(work: Work, skeleton: Skeleton, emptied: frozenset[str]) -> Work:
    """Return the work with a draft that has every section of its type, in order; what is written stays.

    `emptied` are sections that have nothing to say any more, as their facts are gone.
    """
    old = work.draft
    sections = tuple(
        (old.section(s.key) if old and s.key not in emptied else None) or Section(key=s.key, heading=s.heading)
        for s in skeleton.sections
    )
    known = {s.key for s in sections}
    kept = tuple(s for s in (old.sections if old else ()) if s.key not in known and s.origin == "staff")
    draft = Draft(
        title=title_of(work, skeleton),
        unit=work.unit,
        date=work.date,
        document=work.document,
        period=work.period,
        sections=(*sections, *kept),
    )
    return work.model_copy(update={"draft": draft})


def with_written(work: Work, section: Section) -> Work:
    """Return the work with a section that the writer made; a locked one stays as it is."""
    if work.draft is None or section.key in work.locked:
        return work
    old = work.draft.section(section.key)
    if old is None:
        return work
    # The first text of a section replaces nothing that anybody could have seen.
    revision = old.revision + bool(old.text or old.origin == "staff")
    new = section.model_copy(update={"revision": revision, "table": old.table})
    return work.model_copy(update={"draft": work.draft.with_section(new)})


def with_text(work: Work, key: str, text: str) -> Work:
    """Return the work with a section as staff edited it."""
    section = work.draft.section(key) if work.draft else None
    if work.draft is None or section is None or section.text == text:
        return work
    edited = section.model_copy(update={"text": text, "origin": "staff"})
    return work.model_copy(update={"draft": work.draft.with_section(edited)})


def with_new_text(work: Work, key: str, text: str) -> Work:
    """Return the work with a section's text changed by a click and not by typing: it gets a new revision.

    A locked one stays as it is.
    """
    section = work.draft.section(key) if work.draft else None
    if work.draft is None or section is None or section.text == text or key in work.locked:
        return work
    raised = section.model_copy(update={"text": text, "origin": "staff", "revision": section.revision + 1})
    return work.model_copy(update={"draft": work.draft.with_section(raised)})


def with_next_revision(work: Work, key: str) -> Work:
    """Return the work with a section that every editor takes in anew, as one of them holds a text that can't stand."""
    section = work.draft.section(key) if work.draft else None
    if work.draft is None or section is None:
        return work
    raised = section.model_copy(update={"revision": section.revision + 1})
    return work.model_copy(update={"draft": work.draft.with_section(raised)})


def with_version(work: Work, version: Version) -> Work:
    """Return the work with an earlier text of a section put back."""
    return with_written(work, version.section)


def with_table(work: Work, key: str, table: Table | None) -> Work:
    """Return the work with this table of figures below a section's text, or with none; a locked one stays as it is."""
    section = work.draft.section(key) if work.draft else None
    if work.draft is None or section is None or key in work.locked:
        return work
    return work.model_copy(update={"draft": work.draft.with_section(section.model_copy(update={"table": table}))})


def with_lock(work: Work, key: str, *, locked: bool) -> Work:
    """Return the work with a section locked against rewriting, or unlocked."""
    others = tuple(k for k in work.locked if k != key)
    return work.model_copy(update={"locked": (*others, key) if locked else others})


def exported(work: Work, skeleton: Skeleton) -> Draft | None:
    """Return the draft as it leaves: the head as it is now, only sections that say something; None where none does."""
    sections = tuple(s for s in (work.draft.sections if work.draft else ()) if s.text.strip() or s.table)
    if not sections:
        return None
    return Draft(
        title=title_of(work, skeleton),
        unit=work.unit,
        date=work.date,
        document=work.document,
        period=work.period,
        sections=sections,
    )
