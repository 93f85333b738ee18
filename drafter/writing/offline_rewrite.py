"""A section written anew without a model: in other words, shorter where that is wished, honest about other wishes."""

from __future__ import annotations

import re

from drafter.writing.offline import OfflineWriter, last_period
from drafter.writing.sentences import sentences
from drafter.writing.task import SectionTask

BRIEF = "更简洁"
"""The only wish that a writer without a model can follow."""
_TURNS = 8
_MARKS = r"[；;，,。\n]"
_MARK = re.compile(_MARKS)


def other_words(task: SectionTask) -> OfflineWriter:
    """Return an offline writer that tells the task's section in other words than the present ones, if there are any."""
    brief = _is_brief(task.instruction)
    writers = [OfflineWriter(task.sheet, task.skeleton, turn, brief=brief) for turn in range(_TURNS)]
    return next((w for w in writers if w.write(task.spec, task.facts) != task.present), writers[0])


def note_on(task: SectionTask, text: str) -> str:
    """Say in one Chinese sentence what a rewrite without a model did with the wish; nothing where nobody wished."""
    if task.present and text == task.present:
        return "本机撰写没有别的说法可换，这一节没有变；请直接修改文字，或接入模型后再重写。"
    left = _beyond(task.instruction)
    done = "已按“更简洁”改写" if _is_brief(task.instruction) else ""
    refused = f"本机撰写不能按“{left}”改写，只换了说法；要按要求改写，请接入模型" if left else ""
    said = "；".join(filter(None, (done, *_left_out(task, text), refused)))
    return f"{said}。" if said else ""


def _left_out(task: SectionTask, text: str) -> list[str]:
    """Say how many comparisons and how many sentences of other hands a rewrite left out, and where they still are."""
    own = {
        sentence.text
        for turn in range(_TURNS)
        for brief in (False, True)
        for sentence in sentences(
            OfflineWriter(task.sheet, task.skeleton, turn, brief=brief).write(task.spec, task.facts)
        )
    }
    present, kept = sentences(task.present), {s.text for s in sentences(text)}
    typed = [s for s in present if s.text not in own | kept]
    last = last_period(task.sheet.period)
    compared = [s for s in present if s not in typed and last in s.text] if last not in text else []
    said = [f"与{last}的比较有{len(compared)}句没有写进新稿"] if compared else []
    said += [f"手工添改或模型写的有{len(typed)}句没有写进新稿"] if typed else []
    return [*said, "原文都在“历史版本”里，可以换回"] if said else []


def _is_brief(instruction: str) -> bool:
    """Whether staff wish a shorter text, among whatever else they wish."""
    return any(wish.strip() == BRIEF for wish in _MARK.split(instruction))


def _beyond(instruction: str) -> str:
    """Return what staff wish besides, as they typed it."""
    return re.sub(rf"(?:^|(?<={_MARKS}))\s*{BRIEF}\s*(?:{_MARKS}|$)", "", instruction).strip("；;，,。 \n")
