"""Make the best reply of a model into a text that holds: no flagged number, no slot left, every fact said.

A sentence that can't stand is replaced by the offline writer's sentence for the facts that it was about, or dropped
where it was about none. What a text says wrongly is never only marked: it goes, and the report says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.amount import joined
from drafter.models import Fact, Report
from drafter.writing.coverage import unused_facts
from drafter.writing.examine import Candidate, flags_within
from drafter.writing.filling import RESIDUE, Filled
from drafter.writing.prompts import as_line
from drafter.writing.sentences import Sentence, in_paragraphs, length, sentences, without
from drafter.writing.task import SectionTask

WriteOffline = Callable[[tuple[Fact, ...]], str]
_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Settled:
    """A text that holds, and what was done to make it so, in Chinese sentences."""

    text: str
    notes: tuple[str, ...] = ()


def settle(task: SectionTask, candidate: Candidate, write_offline: WriteOffline) -> Settled | None:
    """Return the candidate's text with what can't stand replaced or dropped; None where nothing of it is left."""
    text, notes = _without_bad(task, candidate, write_offline)
    text, dropped = _without_flagged(task, text)
    notes += [f"删去仍有问题的句子：{_quoted(s)}" for s in dropped]
    if not text:
        return None
    text, added = _with_unused(task, text, write_offline)
    notes += [f"补写没有用上的事实：{'、'.join(f.label or _quoted(f.text) for f in added)}。"] if added else []
    text, shortened = _shortened(task, in_paragraphs(text))
    notes += [f"超过篇幅，删去不含事实的句子：{_quoted(s)}" for s in shortened]
    return Settled(text, tuple(notes))


def settle_offline(task: SectionTask, write_offline: WriteOffline) -> Settled:
    """Return the offline writer's section, the sentences that the tracer doubts told plainly, a fact a sentence."""
    whole = write_offline(task.facts)
    text, doubted = _without_flagged(task, whole)
    if not doubted:
        return Settled(whole)
    text, _ = _with_unused(task, text, write_offline)
    return Settled(text or whole, tuple(f"这一句改为逐条写明：{_quoted(s)}" for s in doubted))


def _without_bad(task: SectionTask, candidate: Candidate, write_offline: WriteOffline) -> tuple[str, list[str]]:
    """Replace each bad sentence by an offline one for its facts, as far as no good sentence states them."""
    said = _facts_of_good(task, candidate)
    put: dict[int, str] = {}
    notes = []
    for sentence in candidate.bad:
        about = _about(task, candidate, sentence) - said
        facts = tuple(f for f in task.distinct if f.id in about)
        instead = _sound(task, write_offline(facts)) if facts else ""
        put[sentence.start] = instead
        said |= {f.id for f in facts} if instead else set()
        what = f"改由程序按事实写成“{as_line(instead)}”" if instead else "没有对应的事实，已删去"
        notes.append(f"{_quoted(sentence.text)}{_reason(candidate, sentence)}，{what}。")
    return without(candidate.filled.text, set(put), put), notes


def _facts_of_good(task: SectionTask, candidate: Candidate) -> set[str]:
    bad = {s.start for s in candidate.bad}
    unused = {f.id for f in candidate.unused}
    in_bad = {i for s in candidate.bad for i in candidate.filled.facts_between(s.start, s.end)}
    good = [s for s in sentences(candidate.filled.text) if s.start not in bad]
    in_good = {i for s in good for i in candidate.filled.facts_between(s.start, s.end)}
    return ({f.id for f in task.distinct} - unused - in_bad) | in_good


def _about(task: SectionTask, candidate: Candidate, sentence: Sentence) -> set[str]:
    """Return the ids of the facts that a sentence states or was meant to state."""
    placed = candidate.filled.facts_between(sentence.start, sentence.end)
    labelled = (f.id for f in task.distinct if f.value and f.label and f.label in sentence.text)
    closest = (i for t in flags_within(candidate.report, sentence) for i in t.closest[:1])
    backed = (
        i
        for t in candidate.report.traces
        if not t.flagged and sentence.start <= t.mention.start < sentence.end
        for i in t.facts
    )
    return {*placed, *labelled, *closest, *backed}


def _sound(task: SectionTask, text: str) -> str:
    """Return an offline text as one run of sentences, or nothing where the tracer would flag it."""
    joined = text.replace("\n", "").strip()
    return "" if task.trace(joined).flagged else joined


def _without_flagged(task: SectionTask, text: str) -> tuple[str, list[str]]:
    """Drop sentences until nothing is flagged: a sentence may turn wrong when the one before it has changed."""
    dropped: list[str] = []
    while text:
        report = task.trace(text)
        bad = [s for s in sentences(text) if flags_within(report, s) or RESIDUE.search(s.text)]
        if not bad:
            break
        dropped += [s.text for s in bad]
        text = without(text, {s.start for s in bad})
    return text, dropped


def _with_unused(task: SectionTask, text: str, write_offline: WriteOffline) -> tuple[str, tuple[Fact, ...]]:
    """Add the offline writer's sentences for facts that the text does not state, where the tracer accepts them."""
    unused = unused_facts(task.distinct, Filled(text), task.trace(text))
    if not unused:
        return text, ()
    together = text + _one_paragraph(write_offline(unused))
    if not task.trace(together).flagged:
        return together, unused
    added = []
    for fact in unused:
        told = (text + _one_paragraph(sentence) for sentence in (write_offline((fact,)), _plainly(fact)))
        longer = next((t for t in told if not task.trace(t).flagged), text)
        if longer != text:
            text = longer
            added.append(fact)
    return text, tuple(added)


def _plainly(fact: Fact) -> str:
    """Return a fact as it was typed, as a sentence."""
    stated = f"{fact.label}{joined(fact.value, fact.unit)}" if fact.value else fact.text.rstrip("。；;.")
    return f"{stated}。"


def _shortened(task: SectionTask, text: str) -> tuple[str, list[str]]:
    """Drop sentences without a fact, the last first, while the text runs over its bound."""
    gone: set[int] = set()
    dropped = []
    report = task.trace(text)
    for sentence in reversed(sentences(text)[1:]):
        if length(without(text, gone)) <= task.spec.max_chars:
            break
        if not _states_a_fact(task.distinct, report, sentence):
            gone.add(sentence.start)
            dropped.append(sentence.text)
    return (without(text, gone), dropped) if gone else (text, [])


def _states_a_fact(facts: Iterable[Fact], report: Report, sentence: Sentence) -> bool:
    if any(t.facts for t in report.traces if sentence.start <= t.mention.start < sentence.end):
        return True
    alone = Filled(sentence.text)
    worded = tuple(f for f in facts if not re.search(r"\d", f.value or f.text))
    return len(unused_facts(worded, alone, Report(sentence.text, ()))) < len(worded)


def _one_paragraph(text: str) -> str:
    return text.replace("\n", "").strip()


def _reason(candidate: Candidate, sentence: Sentence) -> str:
    flags = flags_within(candidate.report, sentence)
    if flags:
        return f"里的{'、'.join(t.mention.text for t in flags)}没有依据"
    return candidate.misfits.get(sentence.start, "里有用错或认不出的占位符")


def _quoted(text: str) -> str:
    line = as_line(text)
    return f"“{line if len(line) <= _QUOTED else line[:_QUOTED] + '……'}”"
