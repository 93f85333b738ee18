"""Clauses of one topic told as sentences: related facts share one, lists are woven in, changes come last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from drafter.structure.numbering import chinese_numeral
from drafter.writing.offline_change import SAME
from drafter.writing.offline_lines import (
    aimed_once,
    as_one_kind,
    compared,
    fits,
    groups,
    in_a_row,
    is_countable,
    is_part,
    lets_in,
    plain_label,
    rank,
    rows_of,
    span_apart,
    takes_field,
    told_inline,
    with_aim,
)
from drafter.writing.offline_patterns import Line, Patterns, TopicPatterns, pick, render, turned
from drafter.writing.offline_said import Kind, Said
from drafter.writing.offline_words import begins_with_deed, behind_date, ended, has_span, starts_dated

_AT_ONCE = 3
"""Changes in one sentence."""
_BRIEF = 22
"""Two sentences in a row up to this length are made one."""
_JOINED = 44
"""Statements up to this length share a sentence."""
_ANNOUNCING = ("下一步", "下步", "存在的问题", "主要问题", "目前存在")
"""A statement that begins so needs no announcement."""
_OPENERS = ("辖区", "目前", "同时", "志愿者", "现有", "共有", "在难点", "针对")

_POOL = Line(kind="has", say=("{{ who }}{{ have }}{{ told }}",))
_DEEDS = Line(kind="did", say=("{{ who }}{{ done }}{{ told }}",))
"""What no line takes, things and deeds."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What stays the same through a document."""

    patterns: Patterns
    seed: str
    we: str
    name: str
    """The unit's name in full."""
    people: str
    """Whom it works for: 居民, 师生."""
    area: str
    """Where these live or work: 辖区."""
    intends: bool
    last: str
    """What the period before is called: 上年."""
    brief: bool = False
    """Say nothing of how figures have changed."""
    place: str = ""
    """Where the unit is, if its name doesn't say so: 清水湾村."""
    during: tuple[str, ...] = ()
    """What the period is called within a sentence: 全年."""


class Telling:
    """One topic being told: which sentences went before matters to how the next one begins."""

    def __init__(self, voice: Voice, topic: str, pattern: TopicPatterns) -> None:
        self._voice = voice
        self._topic = topic
        self._pattern = pattern
        self._sentences: list[str] = []
        self._before = ""
        self._ahead = voice.intends or pattern.ahead
        self._named = False
        """The paragraph has said whose doing it tells."""
        self._told = 0
        self._brief = False
        """The sentence before is a brief one about figures, so that a brief one may be joined to it."""
        self._kind: Kind = "text"
        """What the sentence before tells."""
        self._openers = (*_OPENERS, voice.we, voice.area)

    def tell(self, said: Sequence[Said], before: str) -> list[str]:
        """Return the sentences about the clauses; before is the sentence that they follow."""
        self._before = before
        said = as_one_kind(said)
        listed = [s for s in said if s.kind == "text"] if self._pattern.listing else []
        if len(listed) > 20:
            listed = []
        places = self._places([s for s in said if s not in listed])
        for place in sorted(places, key=lambda place: rank(self._pattern.lines, place)):
            self._tell_line(place, places[place])
        if listed:
            self._list(listed)
        self._compare(said)
        return self._sentences

    def _places(self, said: Sequence[Said]) -> dict[int, list[Said]]:
        """Sort clauses to lines: a statement follows the line of the fact entered before it."""
        lines = self._pattern.lines
        places: dict[int, list[Said]] = {}
        place = -1
        for one in said:
            fitting = (n for n, line in enumerate(lines) if takes_field(line, one, self._voice.patterns.things))
            behind = place if one.fact.label.startswith(self._voice.patterns.reached) else -1
            own = next(fitting, behind)
            if own < 0 and one.kind != "text":
                let_in = (n for n, line in enumerate(lines) if lets_in(line, one))
                alike = (n for n, line in enumerate(lines) if one.like in line.takes and fits(line, one))
                own = next(chain(let_in, alike), len(lines) + ("has", "did", "states", "clause").index(one.kind))
            place = own if own >= 0 else place
            places.setdefault(place, []).append(one)
        return places

    def _tell_line(self, place: int, said: list[Said]) -> None:
        lines = self._pattern.lines
        line = lines[place] if 0 <= place < len(lines) else _DEEDS if place == len(lines) + 1 else _POOL
        told = [s for s in said if s.kind != "text"]
        if line.kind == "text":
            told.sort(key=lambda s: line.takes.index(s.field) if s.field in line.takes else len(line.takes))
        else:
            told.sort(key=lambda s: (s.field != line.whole, not has_span(s.fact.label), "、" in s.words))
        things = [s for s in told if s.kind in ("has", "did")]
        others = [s for s in told if s.kind in ("states", "clause")]
        if line.kind == "text":
            things, others = [], told
        for group in groups(things, line.whole):
            last = group[-1] is things[-1] and not group[-1].tail and line.kind != "did"
            more = [s for s in others if not s.change and not s.tail and not s.nought][:2] if last else []
            self._say(line, self._join(line, group), [*group, *more], [s.words for s in more])
            others = [s for s in others if s not in more]
        rows = rows_of(others)
        for row in rows:
            words = [s.words for s in row]
            if line.kind == "text":
                words[0] = self._with_subject(words[0])
            self._say(line, "", row, words)
        self._state([s.words for s in said if s.kind == "text"])

    def _join(self, line: Line, group: list[Said]) -> str:
        """Return things in a row; the parts of a whole follow it with 其中, a pair is told in one phrase."""
        whole = next((s for s in group if line.whole and s.field == line.whole), None)
        parts = [s for s in group if whole and s is not whole and is_part(line, s, whole)]
        rest = [s for s in group if s not in parts]
        pairs = {}
        for pair in self._pattern.together:
            one, two = (next((s for s in rest if s.field == key and plain_label(s)), None) for key in pair.needs)
            if one and two:
                phrase = pick(pair.say, self._voice.seed, self._topic, *pair.needs)
                pairs[one.fact.id] = render(phrase, one=with_aim(one), two=with_aim(two))
                rest.remove(two)
        if parts:  # 其中 stands right behind the whole.
            told_last = next((s for s in rest if s is whole), rest[-1] if whole is None else None)
            told_last = told_last or next(s for s in rest if s.fact.id in pairs)
            rest = [*(s for s in rest if s is not told_last), told_last]
        joined = in_a_row(rest, pairs, self._voice.patterns.things, self._voice.patterns.verbs)
        return f"{joined}，其中{'、'.join(s.words for s in parts)}" if parts else joined

    def _say(self, line: Line, things: str, group: list[Said], others: list[str]) -> None:
        told = "，".join(w for w in (things, *others) if w)
        said = line.say if things or line.kind == "text" else _POOL.say
        if others:  # Told of the unit, not of its area: 社区有老人37人，助餐1.2万人次.
            said = tuple(p for p in said if "area" not in p) or said
        if self._ahead and line.kind == "did" and things:
            said = tuple(p for p in said if "done" in p) or ("{{ who }}{{ done }}{{ told }}",)
        inline = self._inline(group)
        self._told += 1
        variants = [self._render(p, told, group) for p in turned(said, self._voice.seed, self._topic, told[:4])]
        previous = self._sentences[-1] if self._sentences else self._before
        fresh = [v for v in variants if v[:2] != previous[:2] and self._reads_well(v, told)]
        sentence = next((v for v in fresh if not v.startswith(("有", "现有"))), (fresh or variants)[0])
        # After 三年来，社区… the next deeds, which are of the period, are told as the unit's own again.
        self._named = self._named or sentence.startswith((self._voice.we, self._voice.name))
        tail = group[0].tail if len(group) == 1 else ""
        joins = not inline and not tail and not group[0].nought and not line.apart
        self._add(ended(aimed_once(sentence) + inline + tail), group[0].kind, joins)

    def _add(self, sentence: str, kind: Kind, joins: bool) -> None:
        """Add a sentence about figures; a brief one is joined to a brief one before it that it goes on from.

        Things don't go on from deeds (办结工单20件，有食堂6个), nor deeds from the area (辖区有网格9个，整改问题12个).
        """
        brief = len(sentence) <= _BRIEF and joins
        area = self._voice.area != self._voice.we and "".join(self._sentences[-1:]).startswith(self._voice.area)
        goes_on = not (kind == "has" and self._kind == "did") and not (kind == "did" and area)
        self._kind = kind
        if self._brief and brief and goes_on and not sentence.startswith(self._openers):
            once = "共" in self._sentences[-1]
            sentence = sentence.removeprefix("共") if once else sentence
            self._sentences[-1] = aimed_once(f"{self._sentences[-1][:-1]}，{sentence}")
            self._brief = False
        else:
            self._sentences.append(sentence)
            self._brief = brief

    def _reads_well(self, sentence: str, told: str) -> bool:
        """Whether a sentence doesn't say 辖区 twice, nor 同时 at first or again."""
        lead = sentence.partition(told)[0]
        if told[:2] in lead:
            return False
        again = not self._sentences or any(s.startswith("同时") for s in self._sentences)
        return not (sentence.startswith("同时") and again)

    def _render(self, pattern: str, told: str, group: list[Said]) -> str:
        voice = self._voice
        things = [s for s in group if s.kind == "has"]
        states = self._pattern.standing and self._told == 1 and group[0].kind == "states"
        who = "" if self._named or not (things or states or group[0].kind == "did") else voice.we
        who = voice.we if told.startswith(voice.we) else "" if told.startswith(voice.area) else who
        span, told = span_apart(told, group)
        leads = voice.patterns.planned if self._ahead else (*self._whens(), *voice.patterns.done)
        leads = (("共",) if span else ("",)) if any(has_span(s.fact.label) for s in group) else leads
        if (who and "who" in pattern) or "area" in pattern:
            told = told.removeprefix(voice.we)
        n = self._told
        return span + render(
            pattern,
            told=told,
            we=voice.we,
            who=who,
            area=voice.area,
            name=voice.place or voice.name,
            done=turned(leads, voice.seed, self._topic, "done")[n % len(leads)],
            have=self._having(things, n),
        )

    def _whens(self) -> tuple[str, ...]:
        """Return what may stand before a topic's first deeds beside 共: 全年, 全年共."""
        return tuple(when + "共" * (n % 2) for n, when in enumerate(self._voice.during)) if self._told == 1 else ()

    def _having(self, things: list[Said], n: int) -> str:
        """Return the verb before things: 现有 what can be counted, 力争 what a plan is to reach."""
        voice = self._voice
        finds = any(w in s.fact.label for s in things for w in voice.patterns.given)
        if things and voice.intends and not self._pattern.standing and not finds:
            return "力争"
        if not things or not is_countable(things[0], voice.patterns.things):
            return ""
        return turned(voice.patterns.have, voice.seed, self._topic)[n % len(voice.patterns.have)]

    def _inline(self, group: list[Said]) -> str:
        """Return the change of a sentence's only fact; more of them are told after the sentences."""
        if len(group) != 1 or not group[0].change or self._voice.brief:
            return ""
        last = self._voice.last
        change = group[0].change
        return f"，与{last}持平" if change == SAME else f"，比{last}{change.replace('、', '，')}"

    def _state(self, statements: list[str]) -> None:
        """Add statements, two brief ones in a sentence; the first deed of a paragraph is told as the unit's own."""
        self._brief = self._brief and not statements
        row: list[str] = []
        for words in [*map(self._with_subject, statements), ""]:
            short = words and len(words) <= _JOINED and "。" not in words
            if row and (not short or len(row) == 2):
                self._sentences.append(ended("；".join(row)))
                row = []
            if short:
                row.append(words)
            elif words:
                self._sentences.append(ended(words))

    def _with_subject(self, words: str) -> str:
        voice = self._voice
        if starts_dated(words) and begins_with_deed(behind_date(words), voice.patterns.verbs):
            self._named = True
        if self._named or self._pattern.as_typed or not begins_with_deed(words, voice.patterns.verbs):
            return words
        self._named = True
        return words if voice.we in words[:16] else voice.we + words

    def _list(self, listed: list[Said]) -> None:
        words = [f"{chinese_numeral(n)}是{s.words}" if len(listed) > 1 else s.words for n, s in enumerate(listed, 1)]
        if len(listed) == 1 and listed[0].words.startswith(_ANNOUNCING):
            self._sentences.append(ended(listed[0].words))
            return
        pattern = pick(self._pattern.listing, self._voice.seed, self._topic)
        self._sentences.append(ended(render(pattern, listed="；".join(words), we=self._voice.we)))

    def _compare(self, said: Sequence[Said]) -> None:
        if self._voice.brief:
            return
        told = "".join(self._sentences)
        left = [s for s in said if s.change and not told_inline(s, told, self._voice.last)]
        openers = turned(self._voice.patterns.compared, self._voice.seed, self._topic)
        for n in range(0, len(left), _AT_ONCE):
            opener = render(openers[n // _AT_ONCE % len(openers)], last=self._voice.last)
            changed = left[n : n + _AT_ONCE]
            self._sentences.append(ended(compared(changed, opener, self._voice.last)))
