"""The values that every part of the product speaks of. Values only: no file, no network, no rule.

What comes from people or files (facts, skeletons, drafts) is a frozen pydantic model, checked on the way in.
What the reader and the tracer make by the hundred (mentions, traces) is a record: a dataclass that no one changes.
"""

from drafter.models.drafts import Draft, Origin, Section, Table
from drafter.models.facts import Fact, FactSheet
from drafter.models.reports import Absolute, Approx, Category, Mention, MentionClass, NumberType, Report, Trace, Value
from drafter.models.skeletons import PlannedSection, SectionPlan, SectionSpec, Skeleton

__all__ = [
    "Absolute",
    "Approx",
    "Category",
    "Draft",
    "Fact",
    "FactSheet",
    "Mention",
    "MentionClass",
    "NumberType",
    "Origin",
    "PlannedSection",
    "Report",
    "Section",
    "SectionPlan",
    "SectionSpec",
    "Skeleton",
    "Table",
    "Trace",
    "Value",
]
