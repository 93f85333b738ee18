"""A finished text as a draft of a document type: each of its sections under the key that its role has there."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.models import Draft, Section, Skeleton
from drafter.structure.catalogue import OTHER
from drafter.structure.outline import Outline, OutlineSection, section_groups
from drafter.structure.roles import role_of


def draft_of(outline: Outline, skeleton: Skeleton) -> Draft:
    """Return the draft that an outline shows; sections that say the same role are one.

    A text without headings is read paragraph by paragraph. What the type has no section for keeps its role as key.
    """
    sections: dict[str, Section] = {}
    for key, heading, text in _pieces(outline, skeleton):
        known = sections.get(key)
        text = f"{known.text}\n{text}" if known else text
        sections[key] = Section(key=key, heading=known.heading if known else heading, text=text, origin="staff")
    return Draft(
        title=outline.title,
        unit=outline.signature,
        date=outline.date,
        document=skeleton.key,
        sections=tuple(sections.values()),
    )


def _pieces(outline: Outline, skeleton: Skeleton) -> Iterator[tuple[str, str, str]]:
    """Yield key, heading and text of each part, in order."""
    whole = len(outline.opening) if outline.sections else 1
    if outline.opening:
        yield "opening", "", "\n".join(outline.opening[:whole])
    for paragraph in outline.opening[whole:]:
        key = _key_of(role_of("", paragraph), skeleton)
        spec = skeleton.spec(key)
        yield key or "opening", spec.heading if spec else "", paragraph
    for at, group in enumerate(_main_groups(outline, skeleton)):
        top = group[0]
        lines = [line for part in group for line in (*_heading_line(part, top), *part.paragraphs)]
        yield _key_under(top, skeleton) or f"{top.role}_{at}", top.marker + top.text, "\n".join(lines)
    if outline.closing:
        yield "closing", "", "\n".join(outline.closing)


def _main_groups(outline: Outline, skeleton: Skeleton) -> Iterator[list[OutlineSection]]:
    """Yield the main sections; one that the type doesn't know and that only gathers others gives way to them."""
    for group in section_groups(outline.sections, 1):
        children = section_groups(group[1:], 2)
        if len(children) >= 2 and not _key_under(group[0], skeleton) and not group[0].paragraphs:
            yield from children
        else:
            yield group


def _heading_line(part: OutlineSection, top: OutlineSection) -> tuple[str, ...]:
    return () if part is top else (part.marker + part.text,)


def _key_under(top: OutlineSection, skeleton: Skeleton) -> str:
    """Return the key of the section that a heading opens: the one the type calls so, else the one of its role."""
    own = next((spec.key for spec in skeleton.sections if spec.heading and spec.heading == top.text), "")
    return own or _key_of(top.role, skeleton)


def _key_of(role: str, skeleton: Skeleton) -> str:
    """Return the key of the section that holds a role: its own, or the one that the role's topic belongs to."""
    if role == OTHER:
        return ""
    if skeleton.spec(role) is not None:
        return role
    return next((spec.key for spec in skeleton.sections if role in spec.topics), "")
