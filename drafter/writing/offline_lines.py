"""Which clauses share a sentence: by the form's fields, by their labels' words, as parts of a whole. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from drafter.writing.offline_change import SAME, compared_noun
from drafter.writing.offline_patterns import Line
from drafter.writing.offline_said import Said
from drafter.writing.offline_words import has_span, span_of
from drafter.writing.reckoned import exact_value

_AT_MOST = 5
"""Things or deeds in one sentence."""
_HAVING = ("人均", "户均", "平均", "下辖", "下设", "现有", "共有", "设有", "建有", "拥有", "配有", "有")
_COUNTED = ("", "户", "户数", "人数", "人口", "人", "人次", "数", "场次", "次数", "家庭")
"""Ends of labels that say no more than the figure's unit: 申报低保户 321户, 申报低保人数 760人."""
_YEARS = re.compile(r"^(?:近|过去)?[一二三四五六七八九十两几\d]+年$")
_LET_IN = {"has": ("has", "states"), "did": ("did",), "text": ("has", "did", "states", "clause")}
_SAME_UNITS = (frozenset("人名位"), frozenset("个家"))


def groups(things: Sequence[Said], whole: str) -> list[list[Said]]:
    """Cut a row into sentences: a whole with its parts, figures of one span of time and explained ones apart."""
    explained = [[s] for s in things if s.tail]
    things = [s for s in things if not s.tail]
    if whole and any(s.field == whole for s in things):
        return [things, *explained]
    rows = [list(row) for _, row in groupby(things, key=lambda s: has_span(s.fact.label))]
    rows += explained
    return [row[n : n + _AT_MOST] for row in rows for n in range(0, len(row), _AT_MOST)]


def rows_of(measures: Sequence[Said]) -> list[list[Said]]:
    """Cut measures into sentences: noughts apart from figures; what is compared or explained alone."""
    whole = [s for s in measures if not s.change and not s.tail]
    kinds = [s for s in whole if not s.nought], [s for s in whole if s.nought]
    rows = [list(kind[n : n + 3]) for kind in kinds for n in range(0, len(kind), 3)]
    return rows + [[s] for s in measures if s.change or s.tail]


def fits(line: Line, said: Said) -> bool:
    """Whether a clause goes with the others of a line: deeds with deeds, things with things."""
    return line.kind == "text" or said.kind in (line.kind, "states", "clause")


def takes_field(line: Line, said: Said, things: tuple[str, ...]) -> bool:
    """Whether a line takes a fact by its field, in this form: 功能室4间 is no list of rooms."""
    listed = line.kind == "text" and said.kind == "has" and is_countable(said, things)
    return said.field in line.takes and fits(line, said) and not listed


def rank(lines: Sequence[Line], place: int) -> float:
    """Return where a line is told: things that no line takes, behind all, stand before the first deeds."""
    deeds = (n - 0.5 for n, line in enumerate(lines) if line.kind == "did")
    return next(deeds, place) if place == len(lines) else place


def lets_in(line: Line, said: Said) -> bool:
    """Whether a line takes a fact that nobody foresaw, by a word of its label."""
    return said.kind in _LET_IN[line.kind] and any(w in said.fact.label for w in line.words)


def is_part(line: Line, said: Said, whole: Said) -> bool:
    """Whether a fact is part of the whole by its name, its measure and its size."""
    if said.field not in line.parts and not any(p in said.fact.label for p in line.parts):
        return False
    same = said.unit == whole.unit or any({said.unit, whole.unit} <= units for units in _SAME_UNITS)
    part, all_of_it = (exact_value(s.fact.value, s.unit) for s in (said, whole))
    return same and part is not None and all_of_it is not None and part <= all_of_it


def plain_label(said: Said) -> bool:
    """Whether a clause ends with its figure, so that the figure may be told with another one."""
    return said.words.endswith(said.amount)


def with_aim(said: Said) -> str:
    """Return the figure alone, as what a plan is to reach where the clause says so: 达到8支."""
    return f"达到{said.amount}" if said.words.endswith(f"达到{said.amount}") else said.amount


def aimed_once(sentence: str) -> str:
    """Return a sentence that says 力争 once: 力争志愿者达到500名，覆盖率达到80%."""
    first, aim, rest = sentence.partition("力争")
    return first + aim + rest.replace("力争达到", "达到")


def is_countable(said: Said, things: tuple[str, ...]) -> bool:
    """Whether 现有 reads well before a thing: 现有办公室11间, but 办公用房面积300平方米."""
    label = said.fact.label
    return (
        (said.unit in things or said.unit == "平方米") and not label.endswith("面积") and not label.startswith(_HAVING)
    )


def in_a_row(row: Sequence[Said], pairs: Mapping[str, str], things: tuple[str, ...], verbs: tuple[str, ...]) -> str:
    """Return clauses in a row: what can be counted first; deeds and sizes apart by commas; one noun or verb for two.

    Pairs are clauses by the id of their first fact that are told in a phrase of their own.
    """
    ordered = sorted(row, key=lambda s: s.kind == "has" and not is_countable(s, things))
    told = ""
    for before, one in pairwise((None, *ordered)):
        words = pairs.get(one.fact.id, one.words) if one else ""
        if one and before and _same_noun(before, one) and before.fact.id not in pairs:
            told += f"、{one.amount}"
        elif one and before and (verb := _shared_verb(before, one, verbs)) and one.fact.id not in pairs:
            told += f"、{words.removeprefix(verb)}"
        elif one and before:
            apart = one.kind == "did" or not is_countable(one, things) or "、" in before.words + words
            told += ("，" if apart else "、") + (
                words.removeprefix(span_of(before.fact.label)) if has_span(words) else words
            )
        else:
            told += words
    return told


def _shared_verb(before: Said, one: Said, verbs: tuple[str, ...]) -> str:
    """Return the verb that two deeds begin with, told once: 举办讲座3场、演出2场; of a word's own it is no verb."""
    if before.kind != "did" or one.kind != "did":
        return ""
    lent = [*verbs, before.dealt] if before.dealt else verbs
    first, second = (max((v for v in lent if s.words.startswith(v)), key=len, default="") for s in (before, one))
    rests = (s.words.removesuffix(s.amount).removeprefix(first) for s in (before, one))
    return first if first == second and all(len(rest) > 1 for rest in rests) else ""


def span_apart(told: str, group: Sequence[Said]) -> tuple[str, str]:
    """Return the span of years that deeds were counted over, and the rest: 三年来，."""
    spans = {span_of(s.fact.label) for s in group}
    span = spans.pop() if len(spans) == 1 else ""
    if not _YEARS.match(span) or not told.startswith(span) or any(s.kind != "did" for s in group):
        return "", told
    return f"{span}来，", told.removeprefix(span)


def as_one_kind(said: Sequence[Said]) -> list[Said]:
    """Return clauses with one that measures the same noun as the one before it taken for the same kind."""
    told: list[Said] = []
    for one in said:
        alike = bool(told) and one.kind == "states" and _same_noun(told[-1], replace(one, kind=told[-1].kind))
        told.append(replace(one, kind=told[-1].kind, field="", like=told[-1].field or told[-1].like) if alike else one)
    return told


def compared(changed: Sequence[Said], opener: str, last: str) -> str:
    """Return how several figures have changed; where none has, without an opener: 家长会与上年持平."""
    nouns = [compared_noun(s.fact.label) for s in changed]
    if all(s.change == SAME for s in changed):
        return f"{'、'.join(nouns)}{'均' if len(nouns) > 1 else ''}与{last}{SAME}"
    return opener + "，".join(noun + s.change for noun, s in zip(nouns, changed, strict=True))


def told_inline(said: Said, told: str, last: str) -> bool:
    """Whether a text tells a figure together with its change."""
    change = said.change.replace("、", "，")
    return f"{said.words}，比{last}{change}" in told or f"{said.words}，与{last}{SAME}" in told


def _same_noun(one: Said, other: Said) -> bool:
    """Whether two labels name the same in two measures: 三年申报低保户 321户, 三年申报低保人数 760人."""
    if one.unit == other.unit or not plain_label(one) or not plain_label(other) or one.kind != other.kind:
        return False
    labels = one.fact.label, other.fact.label
    shared = next((n for n, (a, b) in enumerate(zip(*labels, strict=False)) if a != b), min(map(len, labels)))
    tails = {label[shared:] for label in labels}
    return (
        shared >= 2
        and tails <= set(_COUNTED)
        and all(label in s.words for label, s in zip(labels, (one, other), strict=True))
    )
