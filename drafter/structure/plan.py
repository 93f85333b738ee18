"""A document type as staff planned it for one draft: other order, other headings, sections left out. Values only."""

from __future__ import annotations

from drafter.models import PlannedSection, SectionPlan, SectionSpec, Skeleton


def planned(skeleton: Skeleton, plan: SectionPlan) -> Skeleton:
    """Return the type with all its sections in the plan's order under the plan's headings.

    Those left out are there, too, as their facts belong nowhere else; `left_out` names them.
    """
    wanted = _of(skeleton, plan)
    return skeleton.model_copy(update={"sections": tuple(_headed(skeleton, each) for each in wanted)})


def left_out(skeleton: Skeleton, plan: SectionPlan) -> frozenset[str]:
    """Return the keys of the sections that staff left out; a required section never is."""
    required = {spec.key for spec in skeleton.sections if spec.required}
    return frozenset(each.key for each in _of(skeleton, plan) if each.left_out) - required


def with_heading(skeleton: Skeleton, plan: SectionPlan, key: str, heading: str) -> SectionPlan:
    """Return the plan with a section renamed; an empty heading, or the type's own, takes that back."""
    spec = skeleton.spec(key)
    given = "" if spec is None or heading == spec.heading else heading
    return _changed(skeleton, plan, key, {"heading": given})


def with_left_out(skeleton: Skeleton, plan: SectionPlan, key: str, *, out: bool) -> SectionPlan:
    """Return the plan with a section left out, or taken in again."""
    return _changed(skeleton, plan, key, {"left_out": out})


def with_moved(skeleton: Skeleton, plan: SectionPlan, key: str, step: int) -> SectionPlan:
    """Return the plan with a section moved by that many places among those with a heading; at either end it stays.

    What has no heading is the opening or the closing, and keeps its place.
    """
    lines = _of(skeleton, plan)
    places = [n for n, each in enumerate(lines) if _headed(skeleton, each).heading]
    moving = [lines[n] for n in places]
    at = next(n for n, each in enumerate(moving) if each.key == key)
    moving.insert(min(max(at + step, 0), len(moving) - 1), moving.pop(at))
    placed = dict(zip(places, moving, strict=True))
    return SectionPlan(document=skeleton.key, sections=tuple(placed.get(n, each) for n, each in enumerate(lines)))


def _of(skeleton: Skeleton, plan: SectionPlan) -> tuple[PlannedSection, ...]:
    """Return a plan line for each section of the type: the plan's own, and what it doesn't know behind the section
    that the type has before it."""
    lines = list(plan.sections) if plan.document == skeleton.key else []
    lines = [each for each in lines if skeleton.spec(each.key)]
    for at, spec in enumerate(skeleton.sections):
        if all(each.key != spec.key for each in lines):
            before = skeleton.sections[at - 1].key if at else ""
            place = next((n + 1 for n, each in enumerate(lines) if each.key == before), 0)
            lines.insert(place, PlannedSection(key=spec.key))
    return tuple(lines)


def _headed(skeleton: Skeleton, each: PlannedSection) -> SectionSpec:
    spec = next(s for s in skeleton.sections if s.key == each.key)
    return spec.model_copy(update={"heading": each.heading}) if each.heading else spec


def _changed(skeleton: Skeleton, plan: SectionPlan, key: str, update: dict[str, object]) -> SectionPlan:
    lines = tuple(e.model_copy(update=update) if e.key == key else e for e in _of(skeleton, plan))
    return SectionPlan(document=skeleton.key, sections=lines)
