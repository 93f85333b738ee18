"""A draft follows its plan at once: sections move, take their new headings, step aside or come back with their text."""

from __future__ import annotations

from drafter.models import Section, SectionPlan, Skeleton
from drafter.store import Work
from drafter.structure.plan import left_out, planned


def replanned(work: Work, skeleton: Skeleton, plan: SectionPlan) -> Work:
    """Return the work with this plan; `skeleton` is its document type as it is without any plan.

    Nothing written is lost: what is left out waits in `aside`. A draft of another type waits for 生成全文.
    """
    if work.draft is None or work.draft.document != skeleton.key:
        return work.model_copy(update={"plan": plan})
    wanted, out = planned(skeleton, plan), left_out(skeleton, plan)
    before = {s.key: s.heading for s in planned(skeleton, work.plan).sections}
    written = {s.key: s for s in (*work.aside, *work.draft.sections)}
    named: dict[str, Section] = {}
    for spec in wanted.sections:
        section = written.get(spec.key) or Section(key=spec.key, heading=spec.heading)
        # A heading that came back from Word stays until somebody plans another one.
        renamed = spec.heading != before[spec.key] or spec.key not in written
        named[spec.key] = section.model_copy(update={"heading": spec.heading}) if renamed else section
    others = tuple(s for s in work.draft.sections if s.key not in named)
    sections = (*(s for key, s in named.items() if key not in out), *others)
    aside = tuple(named[key] for key in out if key in written)
    draft = work.draft.model_copy(update={"sections": sections})
    return work.model_copy(update={"plan": plan, "draft": draft, "aside": aside})
