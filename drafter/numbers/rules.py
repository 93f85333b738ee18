"""The table of rules: what counts as a number. Grouped by kind in rules_*.py, each with its examples.

At each place the rule that reads furthest wins, and among equals the first one here, so names stand before markers,
markers before claims, and a plain 一 comes last.
"""

from __future__ import annotations

from drafter.numbers import (
    rules_ages,
    rules_coins,
    rules_counts,
    rules_damage,
    rules_dates,
    rules_days,
    rules_halves,
    rules_hotlines,
    rules_households,
    rules_items,
    rules_markers,
    rules_one,
    rules_ordinals,
    rules_places,
    rules_ranges,
    rules_rows,
    rules_shares,
    rules_terms,
    rules_times,
)
from drafter.numbers.shapes import Rule

RULES: tuple[Rule, ...] = (
    *rules_ordinals.TITLES,
    *rules_terms.RULES,
    *rules_hotlines.RULES,
    *rules_places.RULES,
    *rules_markers.RULES,
    *rules_items.RULES,
    *rules_dates.RULES,
    *rules_days.RULES,
    *rules_times.RULES,
    *rules_ages.RULES,
    *rules_shares.RULES,
    *rules_halves.RULES,
    *rules_households.RULES,
    *rules_ranges.RULES,
    *rules_rows.RULES,
    *rules_ordinals.RULES,
    *rules_coins.RULES,
    *rules_counts.RULES,
    *rules_damage.RULES,
    *rules_one.RULES,
)
