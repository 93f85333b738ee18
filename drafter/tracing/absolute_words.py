"""Absolute words of a text that claim something: which stand there, over what, and of which deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from drafter.resources import load_yaml

_DATA: dict[str, Any] = load_yaml(files("drafter.tracing").joinpath("absolutes.yaml").read_text(encoding="utf-8"))


def _any(name: str) -> str:
    return "|".join(_DATA[name])


_WORDS = re.compile(_any("words"))
SAYS_ALL = re.compile(f"{_any('words')}|{_any('facts_say')}")
"""What tells in a fact that something is so of all."""
OF_ANY_DEED: tuple[str, ...] = tuple(_DATA["of_any_deed"])
DEEDS_AHEAD = frozenset(_DATA["deeds_ahead"])
"""What stands before a thing in a fact that counts it by what was done with it."""
ENDED = re.compile(_DATA["ended"])
_COVERS = re.compile(_DATA["covers"])
_ELIDED = re.compile(rf"(?:{_DATA['adverbs']}|\s)*")
_ADJECTIVE_BEHIND = re.compile(rf"(?:{_DATA['adjective_behind']})$")
_ADJECTIVE_BEFORE = re.compile(_DATA["adjective_before"])
_NAMES = re.compile(_DATA["names"])
_COUNTED_NAMES = re.compile(rf"(?:{_DATA['counted_names']})$")
_AIMS = re.compile(_any("aims"))
_AIMS_BEHIND = re.compile(_DATA["aims_behind"])
_DENIED = re.compile(rf"(?:{_DATA['denied']})$")
STOP = re.compile(r"[，,。；;：:！？!?\n（）()]")
_SENTENCE_END = re.compile(r"[。；;！？!?\n]")
_QUOTE = re.compile(r"[“《「][^”》」，。；\n]{1,16}[”》」]")
_YEAR = re.compile(r"(20\d\d)年")
_FAR = 200
"""Characters beyond which a sentence without stops is not followed."""


@dataclass(frozen=True, slots=True)
class Said:
    """An absolute word that claims something. Places are offsets into the text."""

    start: int
    end: int
    clause: tuple[int, int]
    context: tuple[int, int]
    """From where what it is said of stands, to the end of its clause."""
    sentence_end: int
    covers: bool
    """Whether its deed stands before it: 帮扶全覆盖."""


def absolutes_in(text: str, year: int) -> Iterator[Said]:
    """Yield the absolute words of a text that claim something; `year` is the one that it tells of, 0 if unknown."""
    told = (0, 0)
    for word in _WORDS.finditer(text):
        said = _said(text, word)
        if said.covers and said.clause == told:
            continue  # 全部整改完毕 says it once
        if not (_is_adjective(text, word) or _is_name(text, word) or _is_wanted(text, said, year)):
            told = said.clause
            yield said


def _said(text: str, word: re.Match[str]) -> Said:
    start = _last_stop(text, word.start())
    end = _next(STOP, text, word.end())
    covers = _COVERS.fullmatch(word.group()) is not None
    context = start
    elided = _ELIDED.fullmatch(text, start, word.start()) is not None
    if (elided or covers) and start and text[start - 1] != "\n":
        context = _last_stop(text, start - 1)
    return Said(word.start(), word.end(), (start, end), (context, end), _next(_SENTENCE_END, text, end), covers)


def _last_stop(text: str, at: int) -> int:
    floor = max(0, at - _FAR)
    return max((stop.end() for stop in STOP.finditer(text, floor, at)), default=floor)


def _next(stop: re.Pattern[str], text: str, at: int) -> int:
    found = stop.search(text, at, at + _FAR)
    return found.start() if found else min(len(text), at + _FAR)


def _is_adjective(text: str, word: re.Match[str]) -> bool:
    """Say whether the word belongs to a noun behind it: 占全部办件的6%, 全部326名志愿者."""
    if word.group() != "全部":
        return False
    behind = _ADJECTIVE_BEHIND.search(text[max(0, word.start() - 3) : word.start()])
    return behind is not None or _ADJECTIVE_BEFORE.match(text, word.end()) is not None


def _is_name(text: str, word: re.Match[str]) -> bool:
    """Say whether the word is part of a quoted name, of a campaign's, or tells how something is done."""
    if _COVERS.fullmatch(word.group()):
        counted = _COUNTED_NAMES.search(text[max(0, word.start() - 3) : word.start()])
        if counted or _NAMES.match(text, word.end()):
            return True
    floor = max(0, word.start() - 20)
    return any(q.start() < word.start() < q.end() for q in _QUOTE.finditer(text, floor, word.end() + 20))


def _is_wanted(text: str, said: Said, year: int) -> bool:
    """Say whether the word tells of what should be, or of what is not."""
    ahead = text[said.clause[0] : said.start]
    if _DENIED.search(ahead[-6:]) or _AIMS.search(ahead) or _AIMS_BEHIND.match(text, said.end, said.clause[1]):
        return True
    return bool(year) and any(int(y) > year for y in _YEAR.findall(text[said.context[0] : said.start]))
