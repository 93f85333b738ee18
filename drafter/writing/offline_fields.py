"""Which field of the form a fact with a label of its own is like: it is told beside that field's facts."""

from __future__ import annotations

from drafter.models import Fact
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.writing.offline_words import likeness

_ALIKE = 0.5


def field_like(fact: Fact, label: str, unit: str, topic: str) -> CatalogueField | None:
    """Return the field of the topic that a fact with a label of its own is most like, in the same measure."""
    group = next((t for t in load_catalogue().topics if t.key == topic), None)
    fits = [f for f in group.fields if f.unit and unit in (f.unit, *f.units)] if group else []
    if same := next((f for f in fits if f.key == fact.id), None):
        return same
    scored = [(max(likeness(label, name) for name in (f.label, *f.names)), f.key, f) for f in fits]
    best = max(scored, default=(0.0, "", None), key=lambda s: s[0])
    return best[2] if best[0] >= _ALIKE else None
