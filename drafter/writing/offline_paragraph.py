"""Clauses of one topic told as sentences: related facts share one, lists are woven in, changes come last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from drafter.structure.catalogue import OTHER
from drafter.structure.numbering import chinese_numeral
from drafter.writing.offline_lines import fits, groups, is_part, lets_in, plain_label
from drafter.writing.offline_patterns import Line, Patterns, TopicPatterns, pick, render, vary
from drafter.writing.offline_phrases import Said, compared_noun
from drafter.writing.offline_words import ended, has_span

_AT_ONCE = 3
"""Changes in one sentence."""
_ENOUGH = 3
"""Facts from which on a topic is introduced by two sentences."""
_RICH = 6
"""Facts from which on it is introduced by three, in a document with many facts."""
_BRIEF = 22
"""Two sentences in a row up to this length are made one."""
_JOINED = 44
"""Statements up to this length share a sentence."""
_HAVING = ("下辖", "下设", "现有", "共有", "设有", "建有", "拥有", "配有", "有")
_OPENERS = ("辖区", "目前", "同时", "志愿者", "现有", "共有")

_POOL = Line(kind="has", say=("{{ told }}",))


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
    intends: bool
    last: str
    """What the period before is called: 上年."""
    many: bool
    """There are facts enough for a section to be introduced by two sentences."""


class ParagraphWriter:
    """Tells the clauses of a topic in one voice."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def frame(self, topic: str, brief: bool = False) -> str:
        """Return the sentence that begins a topic: its duty or purpose; empty where the topic has none.

        A brief one is the first clause of a frame that begins with the unit, and so stands on its own.
        """
        frames = self._topic(topic).frames
        if brief:
            own = (f for f in frames if f.startswith("{{ we }}"))
            frames = tuple(f if f.endswith("：") else f.partition("，")[0] for f in own) or frames
        return self._around(topic, frames)

    def _around(self, topic: str, options: tuple[str, ...]) -> str:
        if not options:
            return ""
        voice = self._voice
        return ended(render(vary(self._chosen(topic, options), voice.seed, voice.people), we=voice.we))

    def _chosen(self, topic: str, options: tuple[str, ...]) -> str:
        return pick(options, self._voice.seed, topic, *options)

    def write(self, topic: str, said: Sequence[Said], framed: bool, first: bool) -> list[str]:
        """Return the sentences of a topic. A further topic of a section with little to say begins with 某某方面."""
        pattern = self._topic(topic)
        aspect = framed and not first and len(said) <= 2 and not pattern.listing
        brief = not self._voice.many and len(said) < _ENOUGH
        sentences = [self.frame(topic, brief)] if framed and not aspect and pattern.frames else []
        if sentences and pattern.aims and (len(said) >= _ENOUGH or (first and self._voice.many)):
            sentences.append(self._around(topic, pattern.aims))
            rest = tuple(a for a in pattern.aims if a != self._chosen(topic, pattern.aims))
            sentences += [self._around(topic, rest)] if len(said) >= _RICH and self._voice.many else []
        body = _Telling(self._voice, topic, pattern).tell(said, sentences[-1] if sentences else "")
        if framed and self._voice.many and pattern.tails:
            body.append(self._around(topic, pattern.tails))
        if aspect:
            bare = body[0].removeprefix(self._voice.name).removeprefix(self._voice.we)
            body[0] = f"{pattern.aspect}方面，{bare}"
        return [*sentences, *body]

    def _topic(self, topic: str) -> TopicPatterns:
        topics = self._voice.patterns.topics
        return topics.get(topic, topics[OTHER])


class _Telling:
    """One topic being told: which sentences went before matters to how the next one begins."""

    def __init__(self, voice: Voice, topic: str, pattern: TopicPatterns) -> None:
        self._voice = voice
        self._topic = topic
        self._pattern = pattern
        self._sentences: list[str] = []
        self._before = ""
        self._ahead = voice.intends or pattern.ahead
        self._told = 0
        self._brief = False
        """The sentence before is a brief one about figures, so that a brief one may be joined to it."""

    def tell(self, said: Sequence[Said], before: str) -> list[str]:
        self._before = before
        listed = [s for s in said if s.kind == "text"] if self._pattern.listing else []
        if len(listed) < 2 or len(listed) > 20:
            listed = []
        places = self._places([s for s in said if s not in listed])
        for place in sorted(places):
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
            own = next((n for n, line in enumerate(lines) if one.field in line.takes and fits(line, one)), -1)
            if own < 0 and one.kind != "text":
                let_in = (n for n, line in enumerate(lines) if lets_in(line, one))
                alike = (n for n, line in enumerate(lines) if one.like in line.takes and fits(line, one))
                own = next(chain(let_in, alike), len(lines) + (one.kind == "did"))
            place = own if own >= 0 else place
            places.setdefault(place, []).append(one)
        return places

    def _tell_line(self, place: int, said: list[Said]) -> None:
        lines = self._pattern.lines
        line = lines[place] if 0 <= place < len(lines) else _POOL
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
            more = [s for s in others if not s.change][:2] if group[-1] is things[-1] else []
            self._say(line, self._join(line, group), [*group, *more], [s.words for s in more])
            others = [s for s in others if s not in more]
        plain = [s for s in others if not s.change]
        rows = [plain[n : n + 3] for n in range(0, len(plain), 3)] + [[s] for s in others if s.change]
        for row in rows:
            self._say(line, "", row, [s.words for s in row])
        self._state([s.words for s in said if s.kind == "text"])

    def _join(self, line: Line, group: list[Said]) -> str:
        """Return things in a row; the parts of a whole follow it with 其中, a pair is told in one phrase."""
        whole = next((s for s in group if line.whole and s.field == line.whole), None)
        parts = [s for s in group if whole and s is not whole and is_part(line, s, whole)]
        rest = [s for s in group if s not in parts]
        words = [s.words for s in rest]
        for pair in self._pattern.together:
            one, two = (next((s for s in rest if s.field == key and plain_label(s)), None) for key in pair.needs)
            if one and two:
                phrase = pick(pair.say, self._voice.seed, self._topic, *pair.needs)
                words[rest.index(one)] = render(phrase, one=one.amount, two=two.amount)
                del words[rest.index(two)]
        joined = "".join(("，" if "、" in w + before else "、") + w for before, w in pairwise(["", *words]))[1:]
        return f"{joined}，其中{'、'.join(s.words for s in parts)}" if parts else joined

    def _say(self, line: Line, things: str, group: list[Said], others: list[str]) -> None:
        told = "，".join(w for w in (things, *others) if w)
        said = line.say if things or line.kind == "text" else _POOL.say
        if self._ahead and line.kind == "did" and things:
            said = tuple(p for p in said if "done" in p) or ("{{ done }}{{ told }}",)
        inline = self._inline(group)
        self._told += 1
        variants = [self._render(p, told, group) for p in _turned(said, self._voice.seed, self._topic, told[:4])]
        previous = self._sentences[-1] if self._sentences else self._before
        fresh = [v for v in variants if v[:2] != previous[:2] and self._reads_well(v, told)]
        self._add(ended((fresh or variants)[0] + inline), joins=not inline)

    def _add(self, sentence: str, joins: bool) -> None:
        """Add a sentence about figures; a brief one is joined to a brief one before it."""
        brief = len(sentence) <= _BRIEF and joins
        more = sentence.removeprefix(self._voice.name).removeprefix(self._voice.we)
        if self._brief and brief and not more.startswith(_OPENERS):
            self._sentences[-1] = f"{self._sentences[-1][:-1]}，{more}"
            self._brief = False
        else:
            self._sentences.append(sentence)
            self._brief = brief

    def _reads_well(self, sentence: str, told: str) -> bool:
        """Whether a sentence doesn't say 社区 or 辖区 twice (社区有社区工作人员), nor 同时 at first or again."""
        lead = sentence.partition(told)[0]
        if told[:2] in lead:
            return False
        again = not self._sentences or any(s.startswith("同时") for s in self._sentences)
        return not (sentence.startswith("同时") and again)

    def _render(self, pattern: str, told: str, group: list[Said]) -> str:
        voice = self._voice
        leads = voice.patterns.planned if self._ahead else voice.patterns.done
        leads = ("",) if any(has_span(s.fact.label) for s in group) else leads
        n = self._told
        things = [s for s in group if s.kind == "has"]
        countable = all(s.unit in voice.patterns.things or s.unit == "平方米" for s in things)
        first = things[0].fact.label if things else ""
        countable = countable and bool(first) and not first.endswith("面积") and not first.startswith(_HAVING)
        have = pick(voice.patterns.have, voice.seed, self._topic, "have", n) if countable else ""
        return render(
            pattern,
            told=told,
            we=voice.we,
            name=voice.name,
            done=_turned(leads, voice.seed, self._topic, "done")[n % len(leads)],
            have=have,
            now="目前有" if have else "目前",
        )

    def _inline(self, group: list[Said]) -> str:
        """Return the change of a sentence's only fact; more of them are told after the sentences."""
        if len(group) != 1 or not group[0].change:
            return ""
        last = self._voice.last
        change = group[0].change
        return f"，与{last}持平" if change == "持平" else f"，比{last}{change.replace('、', '，')}"

    def _state(self, statements: list[str]) -> None:
        self._brief = self._brief and not statements
        row: list[str] = []
        for words in [*statements, ""]:
            short = words and len(words) <= _JOINED and "。" not in words
            if row and (not short or len(row) == 2):
                self._sentences.append(ended("；".join(row)))
                row = []
            if short:
                row.append(words)
            elif words:
                self._sentences.append(ended(words))

    def _list(self, listed: list[Said]) -> None:
        words = [f"{chinese_numeral(n)}是{s.words}" for n, s in enumerate(listed, 1)]
        pattern = pick(self._pattern.listing, self._voice.seed, self._topic)
        self._sentences.append(ended(render(pattern, listed="；".join(words), we=self._voice.we)))

    def _compare(self, said: Sequence[Said]) -> None:
        told = "".join(self._sentences)
        left = [s for s in said if s.change and not _told_inline(s, told, self._voice.last)]
        openers = _turned(self._voice.patterns.compared, self._voice.seed, self._topic)
        for n in range(0, len(left), _AT_ONCE):
            opener = render(openers[n // _AT_ONCE % len(openers)], last=self._voice.last)
            changes = "，".join(compared_noun(s.fact.label) + s.change for s in left[n : n + _AT_ONCE])
            self._sentences.append(ended(opener + changes))


def _turned(options: Sequence[str], seed: str, *where: object) -> list[str]:
    """Return all options, beginning with the one that is picked."""
    first = options.index(pick(options, seed, *where))
    return [*options[first:], *options[:first]]


def _told_inline(said: Said, told: str, last: str) -> bool:
    change = said.change.replace("、", "，")
    return f"{said.words}，比{last}{change}" in told or f"{said.words}，与{last}持平" in told
