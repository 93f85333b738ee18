"""The writer that needs no model: sentence patterns over the facts, and nothing that no fact says.

What is chosen among patterns depends on unit, period and fact ids alone, so a sheet gives the same document every time
and two units' documents don't read alike.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.models import Fact, FactSheet, SectionSpec, Skeleton
from drafter.structure.assign import assign_facts, states_something, topic_of, topics_of
from drafter.structure.catalogue import OTHER
from drafter.writing.coverage import distinct_facts
from drafter.writing.offline_paragraph import ParagraphWriter, Place
from drafter.writing.offline_patterns import Frame, Patterns, Speaker, load_patterns, pick, render, vary
from drafter.writing.offline_phrases import Phrasing
from drafter.writing.offline_telling import Voice
from drafter.writing.offline_words import ended, tidy

_NOTHING_YET = "本部分的情况有待补充。"
"""What stands in a section that its type requires and for which no fact was entered."""
_LONGEST = 320
"""A paragraph above this many characters is told in two."""
_SHORT = 60
"""A further topic's sentences below this many characters stay in the paragraph before."""
_YEAR = re.compile(r"^(?:\d{4}|[〇零○一二三四五六七八九]{4})年(?:度|全年)?$")
_WITHIN_YEAR = re.compile(r"上半年|下半年|季度|\d月")


class OfflineWriter:
    """Writes the sections of one document from its facts.

    Each `turn` chooses other words for the same facts; `brief` leaves out how figures have changed.
    """

    def __init__(self, sheet: FactSheet, skeleton: Skeleton, turn: int = 0, *, brief: bool = False) -> None:
        self._sheet = sheet
        self._skeleton = skeleton
        self._patterns = load_patterns()
        self._all = assign_facts(sheet, skeleton)
        ids = ",".join(f.id for f in sheet.facts)
        told = f"{sheet.unit}|{sheet.period}|{ids}" + (f"|{turn}" if turn else "")
        self._seed = hashlib.sha256(told.encode()).hexdigest()[:16]
        speaker = self._speaker()
        self._office = speaker.office or speaker.we
        self._voice = Voice(
            patterns=self._patterns,
            seed=self._seed,
            we=speaker.we,
            name=tidy(sheet.unit) or speaker.we,
            place=(tidy(sheet.unit).removesuffix(speaker.ending) + speaker.place) if speaker.place else "",
            people=speaker.people,
            area=speaker.area,
            intends=skeleton.intends,
            last=last_period(sheet.period),
            brief=brief,
            during=() if skeleton.intends else during(sheet.period, self._patterns),
        )
        self._phrasing = Phrasing(self._patterns, self._seed, speaker.we, skeleton.intends)
        self._paragraphs = ParagraphWriter(self._voice)

    def write(self, spec: SectionSpec, facts: Sequence[Fact]) -> str:
        """Return the text of one section: paragraphs, one a line, without heading; empty where nothing is to be said.

        Given only some of the section's facts, it returns the bare sentences for these, fit to stand among others.
        """
        whole = {f.id for f in facts} >= {f.id for f in self._all.get(spec.key, ())}
        opens = whole and spec.key == self._skeleton.sections[0].key and (spec.key == "opening" or bool(spec.heading))
        body = self._body(spec, tuple(facts), whole, named=not opens)
        if opens:
            return "\n".join(self._opened(spec, body))
        if spec.key == "closing" and whole:
            return "\n".join([*body, "".join(self._closed())])
        if not body and spec.required and whole:
            return _NOTHING_YET
        return "\n".join(body)

    def _opened(self, spec: SectionSpec, body: list[str]) -> list[str]:
        """Return the document's first section: who did what under whom, the facts, the hand-over to what follows.

        A document type without an opening begins its first headed section so.
        """
        first, *last = self._framed(self._frame(self._patterns.openings), "first", "last")
        if spec.heading:
            return _packed([first, *last, *body])
        return _packed([first, *body, *last])

    def _body(self, spec: SectionSpec, facts: tuple[Fact, ...], whole: bool, named: bool) -> list[str]:
        """Return the paragraphs about the facts, topic by topic in the section's order."""
        paragraphs: list[str] = []
        for topic, own in _by_topic(spec, facts).items():
            said = self._phrasing.say(own, topic)
            if not said:
                continue
            framed = whole and named and bool(spec.heading)
            known = not paragraphs and self._heads(spec, topic)
            sentences = self._paragraphs.write(topic, said, Place(framed, known, named))
            length = sum(map(len, sentences))
            brief = bool(paragraphs) and min(length, len(paragraphs[-1])) <= _SHORT
            if paragraphs and (brief or not whole) and len(paragraphs[-1]) + length <= _LONGEST:
                paragraphs[-1] += "".join(sentences)
            else:
                paragraphs += _split(sentences)
        return paragraphs

    def _heads(self, spec: SectionSpec, topic: str) -> bool:
        """Whether a section's heading tells a topic: its first one, or one whose name shares two characters with it."""
        aspect = self._patterns.topics[topic].aspect if topic in self._patterns.topics else ""
        return topic in (*spec.topics[:1], OTHER) or any(a + b in spec.heading for a, b in pairwise(aspect))

    def _speaker(self) -> Speaker:
        fits = [s for s in self._patterns.speakers if self._sheet.unit.endswith(s.ending)]
        return max(fits, key=lambda s: len(s.ending))

    def _framed(self, frame: Frame, *kinds: str) -> list[str]:
        """Return one sentence of each wanted kind that the frame has."""
        voice, period = self._voice, tidy(self._sheet.period)
        values = {
            "we": voice.we,
            "name": voice.name,
            "office": self._office,
            "lead": f"在{tidy(self._sheet.superior)}的领导下，" if self._sheet.superior else "",
            "under": f"在{tidy(self._sheet.superior)}领导下" if self._sheet.superior else "",
            "when": f"{period}，" if period else "",
            "whose": f"{period}文明创建",
            "theme": self._skeleton.name.removesuffix("工作总结"),
        }
        told = (pick(options, self._seed, *options) for kind in kinds if (options := getattr(frame, kind)))
        return [ended(render(vary(p, self._seed, voice.people), **values)) for p in told]

    def _frame(self, frames: dict[str, Frame]) -> Frame:
        """Return the frame of the document's type."""
        key = self._skeleton.key
        kinds = [kind for kind in frames if key.startswith(kind)]
        return frames["plan" if self._voice.intends else max(kinds, key=len, default="report")]

    def _closed(self) -> list[str]:
        """Return the last paragraph's sentences: they take up the problems and plans that the document names."""
        frame = self._frame(self._patterns.closings)
        named = {topic_of(f) for facts in self._all.values() for f in facts if states_something(f)}
        kind = "both" if {"problems", "plans"} <= named else next((k for k in ("problems", "plans") if k in named), "")
        return self._framed(frame, kind if kind and getattr(frame, kind) else "first", "last")


def last_period(period: str) -> str:
    """Return what the period before is called in a comparison."""
    if not period or _YEAR.match(period):
        return "上年"
    return "上年同期" if _WITHIN_YEAR.search(period) else "上期"


def during(period: str, patterns: Patterns) -> tuple[str, ...]:
    """Return what a period is called within a sentence: 全年, 上半年; nothing for one of another kind."""
    stem = re.match(r"^(?:\d{4}|[〇零○一二三四五六七八九]{4})(年(?:度|上半年|下半年)?)$", period)
    return patterns.during.get(stem[1] if stem[1] in ("年", "年度") else stem[1][1:], ()) if stem else ()


def _split(sentences: list[str]) -> list[str]:
    """Return sentences as one paragraph, or as two or more of about the same length where they are long."""
    total = sum(map(len, sentences))
    parts = -(-total // _LONGEST)
    paragraphs = [""]
    for sentence in sentences:
        if paragraphs[-1] and len(paragraphs[-1]) + len(sentence) / 2 > total / parts:
            paragraphs.append("")
        paragraphs[-1] += sentence
    return paragraphs


def _packed(paragraphs: list[str]) -> list[str]:
    """Return paragraphs with neighbours put together as long as they stay short."""
    packed: list[str] = []
    for paragraph in paragraphs:
        if packed and len(packed[-1]) + len(paragraph) <= _LONGEST:
            packed[-1] += paragraph
        else:
            packed.append(paragraph)
    return packed


def _by_topic(spec: SectionSpec, facts: tuple[Fact, ...]) -> dict[str, list[Fact]]:
    """Return the facts that state something by topic, in the section's order; what says the same is there once."""
    by_topic: dict[str, list[Fact]] = {topic: [] for topic in spec.topics}
    told = tuple(distinct_facts(filter(states_something, facts)))
    for fact, topic in zip(told, topics_of(told), strict=True):
        by_topic.setdefault(topic, []).append(fact)
    return by_topic
