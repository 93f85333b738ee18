"""How many true values pass under a foreign subject: 党员93人 told as 志愿者93人.

    python benchmarks/foreign_subjects.py [SHEET.yaml ...] [--errors]

Each value of the example sheets is put into plain sentences about something else that is counted in the same unit:
another fact of the sheet, a field of the form that the sheet leaves empty, or what only other sheets count and the form
does not know. `flagged` is the share of these that
raise an alarm, `source` the share of the alarms that name the fact the value was taken from, `own value` the share
that suggest what the sheet states of the sentence's own subject, where it states it. The same values are told of last
year as of this one, in another unit, and as a change in the other direction. `control` puts each value into the same
sentences under its own names, those of the form's catalogue among them: an alarm there is a false one.

The rows `in a draft` tell a value of something else behind the facts that stand around its own in the sheet, where a
draft that follows its sheet would tell it: there a number is given more credit, and more of these pass. They take every
eighth pair, two sentences each.

Left out are subjects of which one holds the other (小区 and 住宅小区), and values that the right subject has as well.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count, islice
from pathlib import Path

from drafter.factfile import load_facts
from drafter.models import Fact, FactSheet, Trace
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.tracing.trace import trace_numbers

SAMPLES = Path(__file__).parent.parent / "samples"
_VERBS = (
    "举办|开展|组织|设置|发放|清运|清除|清理|绘制|投入|新增|治理|硬化|拆除|整治|粉刷|植树|慰问|筹集|资助|办理|帮助|实现|受理|调解|"
    "选树|评选|迎接|参与|参加|接受|排查|整改|收到|提供|创建|上门|走访|建成|改造|安装|修缮|结对|媒体刊发|化解|接待|完成|制作|检查|获"
)
_VERBAL = re.compile(rf"^(?:{_VERBS})(?!.*(?:人员|居民|资金|队伍|面积|项目|对象|家庭|户|学生)$)")
_DOING = re.compile(rf"^(?:{_VERBS})+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
VERBAL_FRAMES = (
    "先后{n}{v}{u}。",
    "今年以来，{n}{v}{u}，受到居民好评。",
    "{n}达到{v}{u}。",
    "累计{n}{v}{u}，各项工作有序推进。",
)
NOUN_FRAMES = ("现有{n}{v}{u}。", "{n}达到{v}{u}。", "目前，社区{n}共{v}{u}。", "共有{v}{u}{n}。")
PEOPLE_FRAMES = (*NOUN_FRAMES, "组织{n}{v}{u}开展活动。")
PEOPLE, EVENTS = ("人", "名", "位"), ("次", "场", "期")
_EVERY = 8
_TWO = 2
OTHER_UNIT = {"人": "户", "名": "户", "户": "人", "次": "人次", "场": "人次", "人次": "户", "册": "人次", "吨": "公斤"}


@dataclass(frozen=True)
class Subject:
    """What is counted: its names, its unit, and its value where the sheet states one."""

    names: tuple[str, ...]
    unit: str
    fact: Fact | None = None


@dataclass
class Score:
    """Counts over the sentences of one kind."""

    told: int = 0
    flagged: int = 0
    source: int = 0
    with_own: int = 0
    own: int = 0
    unexpected: list[str] = field(default_factory=list)


def subjects_of(sheet: FactSheet) -> list[Subject]:
    """Return the sheet's facts that hold one plain number and a unit, each with the other names of its field."""
    found = []
    for fact in sheet.with_ids().facts:
        if fact.label and fact.unit and _PLAIN.fullmatch(fact.value):
            known = load_catalogue().field_named(fact.label)
            names = (
                (fact.label, *(n for n in (known.label, *known.names) if n != fact.label)) if known else (fact.label,)
            )
            found.append(Subject(names, fact.unit, fact))
    return found


def absent_subjects(sheet: FactSheet) -> list[Subject]:
    """Return the form's countable fields that no fact of the sheet fills."""
    labels = {fact.label for fact in sheet.facts} | {fact.id for fact in sheet.facts}
    fields: Iterable[CatalogueField] = (f for t in load_catalogue().topics for f in t.fields)
    return [
        Subject((f.label, *f.names), f.unit)
        for f in fields
        if f.type in ("int", "decimal", "money", "percent") and not labels & {f.key, f.label, *f.names}
    ]


def unknown_subjects(sheet: FactSheet, others: Sequence[FactSheet]) -> list[Subject]:
    """Return what other sheets count, and neither this one nor the form's catalogue knows by that name."""
    labels = {fact.label for fact in sheet.facts}
    free = {s.names[0]: s for other in others for s in subjects_of(other) if len(s.names) == 1}
    return [Subject(s.names, s.unit) for label, s in free.items() if label not in labels]


def one_kind(first: str, second: str) -> bool:
    """Say whether two units count alike: people, events, or the very same unit."""
    return first == second or any(first in kind and second in kind for kind in (PEOPLE, EVENTS))


def related(first: Subject, second: Subject) -> bool:
    """Say whether one of two subjects holds the other, by their names without verbs and counting tails."""
    ours, theirs = ([_bare(n) for n in s.names] for s in (first, second))
    return any(a in b or b in a for a in ours for b in theirs)


def _bare(name: str) -> str:
    return re.sub(r"(?:总数|人数|数|面积|金额)$", "", _DOING.sub("", name)) or name


def sentences(name: str, value: str, unit: str) -> Iterator[str]:
    """Yield plain sentences that state a value of a subject."""
    frames: Sequence[str] = PEOPLE_FRAMES if unit in PEOPLE else NOUN_FRAMES
    if _VERBAL.match(name) or unit == "%":
        frames = VERBAL_FRAMES
    for frame in frames:
        yield frame.format(n=name, v=value, u=unit)


def swaps(sheet: FactSheet, foreign: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Yield pairs of a subject with a value and a foreign one that the value might be told of."""
    for source in subjects_of(sheet):
        for other in foreign:
            if other == source or not one_kind(source.unit, other.unit) or related(source, other):
                continue
            if other.fact is None or Decimal(other.fact.value) != Decimal(source.fact.value):  # type: ignore[union-attr]
                yield source, other


def around(sheet: FactSheet, source: Subject, other: Subject) -> str:
    """Return the facts that stand around a value's own in the sheet, told in its order."""
    assert source.fact is not None
    known = subjects_of(sheet)
    at = next(n for n, s in enumerate(known) if s.fact == source.fact)
    facts = (s.fact for s in known[max(0, at - _TWO) : at + _TWO + 1] if s.fact not in (source.fact, other.fact))
    told = (f"{f.label}{f.value}{f.unit}" for f in facts if f is not None and f.value != source.fact.value)
    return f"{'，'.join(told)}。"


def tell(score: Score, sheet: FactSheet, text: str, value: str) -> Trace:
    """Trace a sentence and return the verdict on the value."""
    trace = next(t for t in reversed(trace_numbers(text, sheet).traces) if t.mention.text.rstrip("%万") == value)
    score.told += 1
    score.flagged += trace.flagged
    return trace


def score_swaps(
    sheets: Sequence[FactSheet], foreign: Callable[[FactSheet], list[Subject]], *, in_a_draft: bool = False
) -> Score:
    """Tell each sheet's values of the subjects that are foreign to them, alone or behind the facts around their own."""
    score = Score()
    for sheet in sheets:
        for source, other in islice(swaps(sheet, foreign(sheet)), 0, None, _EVERY if in_a_draft else 1):
            assert source.fact is not None
            told = around(sheet, source, other) if in_a_draft else ""
            frames = sentences(other.names[0], source.fact.value, other.unit)
            for sentence in islice(frames, _TWO if in_a_draft else None):
                text = told + sentence
                trace = tell(score, sheet, text, source.fact.value)
                score.source += trace.flagged and source.fact.id in trace.closest
                if other.fact is not None:
                    score.with_own += trace.flagged
                    score.own += trace.flagged and trace.suggestion == other.fact.value
                if not trace.flagged:
                    score.unexpected.append(f"{text} <- {source.fact.wording}")
    return score


def score_control(sheets: Sequence[FactSheet], *, aliases: bool) -> Score:
    """Tell values of their own subjects, under their own label or under the catalogue's other names."""
    score = Score()
    for sheet in sheets:
        for subject in subjects_of(sheet):
            assert subject.fact is not None
            for name in subject.names[1:] if aliases else subject.names[:1]:
                for text in sentences(name, subject.fact.value, subject.unit):
                    trace = tell(score, sheet, text, subject.fact.value)
                    if trace.flagged:
                        score.unexpected.append(f"{text} [{subject.fact.wording}] {trace.because}")
    return score


def score_years(sheets: Sequence[FactSheet]) -> Score:
    """Tell last period's values as this period's."""
    score = Score()
    for sheet in sheets:
        for subject in subjects_of(sheet):
            fact = subject.fact
            assert fact is not None
            if not _PLAIN.fullmatch(fact.previous):
                continue
            for text in sentences(fact.label, fact.previous, fact.unit):
                _expect_own(score, sheet, text, (fact, fact.previous, fact.value))
    return score


def score_units(sheets: Sequence[FactSheet]) -> Score:
    """Tell values in a unit that counts something else."""
    score = Score()
    for sheet in sheets:
        for subject in subjects_of(sheet):
            fact = subject.fact
            assert fact is not None
            if fact.unit in OTHER_UNIT:
                for text in sentences(fact.label, fact.value, OTHER_UNIT[fact.unit]):
                    _expect_own(score, sheet, text, (fact, fact.value, fact.value))
    return score


def score_directions(sheets: Sequence[FactSheet]) -> Score:
    """Tell each change since last period in the other direction."""
    score = Score()
    for sheet in sheets:
        for subject in subjects_of(sheet):
            fact = subject.fact
            assert fact is not None
            if not _PLAIN.fullmatch(fact.previous):
                continue
            change = Decimal(fact.value) - Decimal(fact.previous)
            wrong = "减少" if change > 0 else "增加"
            for frame in ("{n}{v}{u}，比上年{w}{c}{u}。", "{n}同比{w}{c}{u}。"):
                text = frame.format(n=fact.label, v=fact.value, u=fact.unit, w=wrong, c=abs(change))
                _expect_own(score, sheet, text, (fact, str(abs(change)), ""))
    return score


def _expect_own(score: Score, sheet: FactSheet, text: str, told: tuple[Fact, str, str]) -> None:
    fact, value, right = told
    trace = tell(score, sheet, text, value)
    score.source += trace.flagged and fact.id in trace.closest
    score.with_own += trace.flagged and bool(right)
    score.own += (
        trace.flagged and bool(right) and trace.suggestion.rstrip("%万") in (right, "") and right in trace.because
    )
    if not trace.flagged:
        score.unexpected.append(f"{text} <- {fact.wording}")


def main() -> None:
    """Print a row for each kind, and with --errors every sentence that was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheets", type=Path, nargs="*", default=sorted(SAMPLES.glob("*.yaml")))
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    sheets = [load_facts(path).with_ids() for path in given.sheets]
    samples = [load_facts(path).with_ids() for path in sorted(SAMPLES.glob("*.yaml"))]
    rows = {
        "another fact's subject": score_swaps(sheets, subjects_of),
        "a subject without a fact": score_swaps(sheets, absent_subjects),
        "a subject no form knows": score_swaps(sheets, lambda sheet: unknown_subjects(sheet, samples)),
        "another fact's, in a draft": score_swaps(sheets, subjects_of, in_a_draft=True),
        "without a fact, in a draft": score_swaps(sheets, absent_subjects, in_a_draft=True),
        "no form knows, in a draft": score_swaps(
            sheets, lambda sheet: unknown_subjects(sheet, samples), in_a_draft=True
        ),
        "another year": score_years(sheets),
        "another unit": score_units(sheets),
        "another direction": score_directions(sheets),
        "control, own label": score_control(sheets, aliases=False),
        "control, other names": score_control(sheets, aliases=True),
    }
    print(f"{'':<28}{'told':>7}{'flagged':>9}{'share':>8}{'source':>8}{'own value':>11}")
    for name, s in rows.items():
        share = f"{s.flagged / max(1, s.told):.3f}"
        named = f"{s.source / s.flagged:.3f}" if s.flagged and not name.startswith("control") else ""
        own = f"{s.own / s.with_own:.3f}" if s.with_own else ""
        print(f"{name:<28}{s.told:>7}{s.flagged:>9}{share:>8}{named:>8}{own:>11}")
    if given.errors:
        for name, s in rows.items():
            print(f"\n{name}", *(f"{n:>5} {line}" for n, line in zip(count(1), s.unexpected, strict=False)), sep="\n")


if __name__ == "__main__":
    main()
