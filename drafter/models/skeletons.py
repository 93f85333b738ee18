"""What a document of one type has to be: its sections, and how staff planned them for one draft."""

from __future__ import annotations

from drafter.models.frozen import Frozen


class SectionSpec(Frozen):
    """What one section of a document type is for, and what it may say."""

    key: str
    """The section's role, one of the roles that sections of these documents have (leadership, culture, ...)."""
    heading: str
    """The wording of its heading, without number: 加强组织领导，健全工作机制. Empty for an opening or a closing."""
    purpose: str = ""
    moves: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    required: bool = False
    """Kept even when no fact belongs to it."""
    min_chars: int = 0
    max_chars: int = 600


class Skeleton(Frozen):
    """A document type: its sections in order, and how its title is made."""

    key: str
    name: str
    title: str
    """A pattern over {unit} and {period}: {unit}{period}精神文明创建工作总结."""
    intends: bool = False
    """True for plans: their numbers are targets."""
    sections: tuple[SectionSpec, ...]

    def spec(self, key: str) -> SectionSpec | None:
        """Return the section of that key, or None."""
        return next((s for s in self.sections if s.key == key), None)


class PlannedSection(Frozen):
    """One section as staff planned it: under its own heading (empty: the type's), or left out."""

    key: str
    heading: str = ""
    left_out: bool = False


class SectionPlan(Frozen):
    """What staff changed of a document type for one draft: the order of its sections, headings, what is left out."""

    document: str = ""
    """The key of the document type that it was made for; it says nothing about another."""
    sections: tuple[PlannedSection, ...] = ()
