"""A second opinion, only with a model: claims of a draft that no fact says and that are no numbers.

What it finds are hints for staff, of their own kind: a model may be wrong, so they are never mixed with the tracer's
verdicts, and no text is changed on their account.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.models import Draft, FactSheet, Section
from drafter.writing.masking import MaskedModel
from drafter.writing.model import ChatModel
from drafter.writing.prompts import render, system_and
from drafter.writing.replies import read_reply

_LINE = re.compile(r"^\s*(?:[-*•]|\d+[.、）)])?\s*[“\"「]?(?P<quote>[^|｜]+?)[”\"」]?\s*[|｜]\s*(?P<why>.+?)\s*$", re.M)
_LEAST_QUOTED = 2
_MOST_HINTS = 12
_MOST_CHARS = 4000
"""Longer replies are cut here: nobody reads that many hints."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A claim that a model finds unsaid by the facts; `start` and `end` are code points into the section's text."""

    section: str
    start: int
    end: int
    quote: str
    because: str


def judge_section(sheet: FactSheet, section: Section, model: ChatModel) -> tuple[Hint, ...]:
    """Return what a model finds unbacked in one section, in the order of the text. Raises ModelError.

    Only what is quoted word for word is kept, so no hint points at what the text does not say.
    """
    asked = render("judge", facts=[fact.wording for fact in sheet.facts], text=section.text)
    reply = "".join(MaskedModel(model, sheet).stream(system_and(asked)))[:_MOST_CHARS]
    if read_reply(reply, (), cut_off=False).fault:
        return ()
    hints: dict[int, Hint] = {}
    for line in _LINE.finditer(reply):
        quote = line.group("quote").strip()
        start = section.text.find(quote)
        if start >= 0 and len(quote) >= _LEAST_QUOTED:
            hints.setdefault(start, Hint(section.key, start, start + len(quote), quote, line.group("why").strip()))
    return tuple(hints[start] for start in sorted(hints))[:_MOST_HINTS]


def judge_draft(sheet: FactSheet, draft: Draft, model: ChatModel) -> tuple[Hint, ...]:
    """Return what a model finds unbacked in a whole draft, section by section. Raises ModelError."""
    return tuple(h for section in draft.sections if section.text for h in judge_section(sheet, section, model))
