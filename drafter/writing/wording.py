"""Sentences of a model that can't stand by their wording, whatever their numbers.

Fragments, words about the task, words that turn in circles, praise and honours that no fact tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from drafter.resources import load_yaml
from drafter.writing.filling import Filled
from drafter.writing.sentences import Sentence, is_whole, sentences

_QUIET = re.compile(r"[\W\d_A-Za-z]+")
_GRAM = 4
_LEAST_JUDGED = 6
"""Characters below which likeness tells nothing."""
_ECHO = 0.5
"""A sentence repeats what the model was told where so many of its runs of characters stand there."""
_CIRCLES = 0.35
"""It turns in circles where so many of its runs have been said in it before."""
_WORDS: dict[str, Any] = load_yaml(files("drafter.writing").joinpath("wording.yaml").read_text(encoding="utf-8"))
_OF_THE_TASK = re.compile(_WORDS["task"], re.I)


def misfits(filled: Filled, told: str, backing: Sequence[str]) -> dict[int, str]:
    """Return why sentences of a filled reply can't stand, in Chinese, by where they start.

    `told` is all that the prompt says beside the section's own material; `backing` are the texts that may bear out
    praise: the facts, and in a rewrite what stands there already and what staff ask for.
    """
    given = "\n".join(backing)
    known = set(_grams(told))
    found = {s.start: _misfit(s, _own_words(filled, s), given, known) for s in sentences(filled.text)}
    return {start: reason for start, reason in found.items() if reason}


def _misfit(sentence: Sentence, own: str, given: str, told: set[str]) -> str:
    if not is_whole(sentence.text):
        return "不是完整的句子"
    grams = _grams(own)
    judged = len(grams) > _LEAST_JUDGED - _GRAM
    echoes = judged and sum(g in told for g in grams) >= _ECHO * len(grams)
    if echoes or (_OF_THE_TASK.search(own) and own not in given):
        return "说的是写作要求，不是工作"
    if judged and len(grams) - len(set(grams)) >= _CIRCLES * len(grams):
        return "反复说同样的话"
    if praise := next((p for p in _WORDS["praise"] if p in own and p not in given), ""):
        return f"里的“{praise}”没有事实可依"
    if any(h in own for h in _WORDS["honours"]) and not any(h in given for h in _WORDS["honours"]):
        return "提到的荣誉没有事实可依"
    return ""


def _own_words(filled: Filled, sentence: Sentence) -> str:
    """Return the model's own words of a sentence: without those that stand for a fact."""
    own, at = "", sentence.start
    for placed in filled.placed:
        if sentence.start <= placed.start < sentence.end:
            own += filled.text[at : placed.start] + " "
            at = placed.end
    return (own + filled.text[at : sentence.end]).strip()


def _grams(text: str) -> list[str]:
    letters = _QUIET.sub("", text)
    return [letters[n : n + _GRAM] for n in range(len(letters) - _GRAM + 1)]
