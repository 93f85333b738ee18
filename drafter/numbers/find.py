"""All rules over a text: the numbers that it holds, and what they mean."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from drafter.models import Mention
from drafter.numbers.numerals import ARABIC, HAN
from drafter.numbers.rules import RULES
from drafter.numbers.shapes import NEAR, OPENING, Found, Rule
from drafter.numbers.terms import term_at

_STARTS = "".join(dict.fromkeys(sign for rule in RULES for sign in rule.starts))
_AFTER = frozenset(sign for rule in RULES for sign in rule.after)
_BEFORE = frozenset(sign for rule in RULES for sign in rule.before)
_QUOTED = frozenset(sign for rule in RULES if rule.quoted for sign in rule.starts)
_LONGEST_RUN = max(rule.run for rule in RULES)
_START = re.compile(f"[{re.escape(_STARTS)}]")
_NUMERALS = re.compile(f"[{ARABIC}{HAN}]*")
_RUN = re.compile("[0-9０-９]+|[百千万萬亿億]+")


def find_mentions(text: str) -> list[Mention]:
    """Return every number of `text`, in order, never overlapping.

    At each place the rule that reads furthest wins, among equals the first in the table; a fixed term or a word that
    holds a numeral hides what it covers. Time grows linearly with the text.
    """
    mentions: list[Mention] = []
    at = run = 0
    while (start := _START.search(text, at)) is not None:
        here = start.start()
        # Where a run of numerals ends is looked for once, however many numbers it holds: 零零零零.
        run = run if here < run else _numerals_end(text, here)
        term = term_at(text, here)
        if term is not None:
            begin = here - term.anchor
            cores = term.cores if term.kind == "term" else ()
            for low, high in cores:
                mentions.append(
                    Mention(begin + low, begin + high, text[begin + low : begin + high], "term", rule="term")
                )
            at = begin + len(term.text)
            continue
        rule, found = _furthest(text, here, run)
        for first, last, kind, type_, value, unit, approx in found:
            mentions.append(Mention(first, last, text[first:last], kind, type_, value, unit, approx, rule))
        at = found[-1].end if found else _run_end(text, here)
    return _share_units(text, mentions)


_JOINED = frozenset(("和", "、", "及", "与", "或"))


def _share_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a bare number the unit of its neighbour in a list: 提高1.2和3.5个百分点, 8、12、15人."""
    for at in range(len(mentions) - 2, -1, -1):
        one, other = mentions[at], mentions[at + 1]
        if one.unit or not other.unit or text[one.end : other.start] not in _JOINED:
            continue
        if one.kind == other.kind == "claim" and one.type == "quantity" and other.type not in ("date", "range"):
            mentions[at] = replace(one, unit=other.unit, type=other.type)
    return mentions


@cache
def _rules_for(start: str, before: str, after: str, quoted: bool, run: int) -> tuple[Rule, ...]:
    """Return the rules that may read so many numerals between two signs; "" stands for a sign that no rule asks for."""
    return tuple(
        rule
        for rule in RULES
        if start in rule.starts
        and run >= rule.run
        and (quoted or not rule.quoted)
        and (not rule.before or (before and before in rule.before))
        and (not rule.after or (after and after in rule.after))
    )


def _run_end(text: str, here: int) -> int:
    """Return where to look on when nothing was read: the later digits of a run would not be read either."""
    run = _RUN.match(text, here)
    return here + 1 if run is None else run.end()


def _numerals_end(text: str, here: int) -> int:
    """Return where the run of plain numerals ends that begins here; it may have none."""
    run = _NUMERALS.match(text, here)
    return here if run is None else run.end()


def _furthest(text: str, here: int, end: int) -> tuple[str, list[Found]]:
    """Return what the rules read furthest at a place, whose run of plain numerals ends at `end`."""
    best: list[Found] = []
    name, reached = "", -1
    start = text[here]
    before, after = text[here - 1 : here] if here else "", text[end : end + 1]
    quoted = start in _QUOTED and not OPENING.isdisjoint(text[max(0, here - NEAR) : here])
    before, after = before if before in _BEFORE else "", after if after in _AFTER else ""
    for rule in _rules_for(start, before, after, quoted, min(end - here, _LONGEST_RUN)):
        m = rule.pattern.match(text, here)
        if m is None or m.end() <= reached:  # no rule reads further than its pattern
            continue
        found = list(rule.read(text, m))
        if found and found[-1].end > reached:
            best, name, reached = found, rule.name, found[-1].end
    return name, best
