"""The table of rules: what counts as a number. A later rule wins only by reading further than the ones before it."""

from __future__ import annotations

from drafter.numbers import rules_counts, rules_dates, rules_markers, rules_terms
from drafter.numbers.shapes import Rule

RULES: tuple[Rule, ...] = (*rules_terms.RULES, *rules_markers.RULES, *rules_dates.RULES, *rules_counts.RULES)
