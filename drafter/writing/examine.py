"""Judge one reply of a model: fill its slots, trace its numbers, and say in Chinese what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.models import Fact, Report, Trace
from drafter.writing.coverage import unused_facts
from drafter.writing.filling import RESIDUE, Filled, Placed, fill
from drafter.writing.prompts import as_line, told_to_all
from drafter.writing.replies import Reply
from drafter.writing.sentences import Sentence, length, sentences, without
from drafter.writing.task import SectionTask
from drafter.writing.wording import misfits

TOO_LONG = 1.2
"""How far over its bound a section may run before it is sent back."""
_SHOWN_UNUSED = 20
_OWN_WORDS = 3
_CLAUSE_END = "，。；、！？\n"
_LINK = re.compile(r"(?:达到了?|共有|已有|现有|约有|达|为|有|共|是|：)$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reply that can be used, and what was found about it."""

    raw: str
    """The cleaned reply with its slots, as it is shown to the model again."""
    filled: Filled
    report: Report
    bad: tuple[Sentence, ...]
    """The sentences that hold a flagged number or a slot that can't be filled, or can't stand by their wording."""
    misfits: Mapping[int, str]
    """Why sentences can't stand by their wording, by where they start."""
    unused: tuple[Fact, ...]
    problems: tuple[str, ...]
    """What the model is told to change, in Chinese, without what it left unused."""

    @property
    def rank(self) -> tuple[int, int, int]:
        """Orders candidates: the best has the least."""
        return len(self.bad), len(self.unused), len(self.problems)


def examine(task: SectionTask, reply: Reply) -> Candidate:
    """Return a usable reply with what is wrong with it."""
    raw = _once_each(task, reply.text)
    filled = fill(raw, task.slots)
    report = task.trace(filled.text)
    found = sentences(filled.text)
    swapped = _swapped(task, filled)
    odd = misfits(filled, told_to_all(), (*(f.wording for f in task.facts), task.present, task.instruction))
    odd = _overstated(task, report, found) | odd
    bad = tuple(
        s
        for s in found
        if s.start in odd or flags_within(report, s) or RESIDUE.search(s.text) or _holds(s, [p for p, _ in swapped])
    )
    problems = [_number_problem(task, t, s) for s in found for t in flags_within(report, s)]
    problems += [f"“{name}”不是事实表里的占位符：请删去这一句，或换成表里有的。" for name in filled.unknown]
    problems += [_swap_problem(placed, meant) for placed, meant in swapped]
    problems += [f"“{as_line(s.text)}”{odd[s.start]}：请删去或改写这一句。" for s in found if s.start in odd]
    chars = length(filled.text)
    if chars > task.spec.max_chars * TOO_LONG:
        problems.append(f"写了{chars}字，超过了{task.spec.max_chars}字的上限：请压缩。")
    unused = unused_facts(task.distinct, filled, report)
    return Candidate(raw, filled, report, bad, odd, unused, tuple(dict.fromkeys(problems)))


def unused_problem(task: SectionTask, unused: tuple[Fact, ...]) -> str:
    """Say which facts were left out, with their slots."""
    shown = {slot.name: slot.shown for slot in task.slots}
    lines = [f"{{{{{f.id}}}}} {as_line(shown.get(f.id, f.label))}" for f in unused[:_SHOWN_UNUSED]]
    return f"这些事实没有用上，请各用一次：{'；'.join(lines)}"


def flags_within(report: Report, sentence: Sentence) -> tuple[Trace, ...]:
    """Return the flagged numbers of one sentence."""
    return tuple(t for t in report.flagged if sentence.start <= t.mention.start < sentence.end)


def _overstated(task: SectionTask, report: Report, found: Sequence[Sentence]) -> dict[int, str]:
    """Return why sentences can't stand that say 全部 or the like where no fact does, by where they start.

    In a rewrite what stands there already, and what staff ask for, may stay, as praise may.
    """
    given = f"{task.present}\n{task.instruction}"
    return {
        s.start: f"里的“{a.text}”没有事实可依"
        for s in found
        for a in report.overstated
        if s.start <= a.start < s.end and report.text[max(0, a.start - _OWN_WORDS) : a.end + _OWN_WORDS] not in given
    }


def _number_problem(task: SectionTask, trace: Trace, sentence: Sentence) -> str:
    meant = next((i for i in trace.closest if any(f.id == i for f in task.distinct)), "")
    remedy = f"请删去这个数，或改用 {{{{{meant}}}}}" if meant else "请删去这个数"
    return f"“{as_line(sentence.text)}”里的“{trace.mention.text}”没有依据（{as_line(trace.because)}）：{remedy}。"


def _swapped(task: SectionTask, filled: Filled) -> list[tuple[Placed, Fact]]:
    """Return the slots that stand beside the label of another fact, and that fact.

    Right behind it (女性党员 + the words of 党员平均年龄), or right before it (60平方米 + 室外活动场所面积).
    """
    by_label = {f.label: f for f in task.distinct if f.label}
    found = []
    for placed in filled.placed:
        before, after = _LINK.sub("", filled.text[: placed.start]), filled.text[placed.end :].removeprefix("的")
        own = [f.label for f in task.distinct if f.id in placed.slot.facts and f.label]
        named = max((label for label in by_label if before.endswith(label)), key=len, default="")
        fits = any(before.endswith(label) or label in named or named in label for label in own)
        if not named and not any(before.endswith(label) for label in own):
            alike = (n for n, f in by_label.items() if f.unit == placed.slot.unit and _stands_first(n, after))
            named = max(alike, key=len, default="")
            fits = named in own
        if named and not fits and by_label[named].id not in placed.slot.facts:
            found.append((placed, by_label[named]))
    return found


def _stands_first(label: str, text: str) -> bool:
    return text.startswith(label) and text[len(label) : len(label) + 1] in _CLAUSE_END


def _holds(sentence: Sentence, places: Sequence[Placed]) -> bool:
    return any(sentence.start <= p.start < sentence.end for p in places)


def _swap_problem(placed: Placed, meant: Fact) -> str:
    return f"“{as_line(meant.label)}”用错了占位符 {{{{{placed.slot.name}}}}}：应是 {{{{{meant.id}}}}}。"


def _once_each(task: SectionTask, text: str) -> str:
    """Return the text with every sentence once: small models repeat themselves."""
    seen: set[str] = set()
    again = set()
    for sentence in sentences(text):
        plain = re.sub(r"\W+", "", fill(sentence.text, task.slots).text)
        if plain in seen:
            again.add(sentence.start)
        seen.add(plain)
    return without(text, again) if again else text
