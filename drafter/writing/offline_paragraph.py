"""A topic's paragraph: its facts in sentences, and before them only what leads to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.structure.catalogue import OTHER
from drafter.writing.offline_patterns import TopicPatterns, pick, render
from drafter.writing.offline_said import Said
from drafter.writing.offline_telling import Telling, Voice
from drafter.writing.offline_words import behind_date, ended

_WON = ("被", "获", "荣获", "荣膺", "评为")
"""How an honour goes on behind its date that says not yet whose it is: 2025年被评为文明社区."""
_ASPECT = re.compile(r"^[^，。]{1,14}方面，")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its section a topic is told."""

    framed: bool
    """The section has a heading and is written as a whole."""
    known: bool
    """The section's heading says what the topic is: it is the section's own, and told first."""
    named: bool
    """The unit has not been named just before."""


class ParagraphWriter:
    """Tells the clauses of a topic in one voice."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def write(self, topic: str, said: Sequence[Said], place: Place) -> list[str]:
        """Return the sentences of a topic: no general truth before the facts, a list of names alone is announced.

        A topic that its section's heading doesn't tell begins with 某某方面.
        """
        pattern, voice = self._topic(topic), self._voice
        if pattern.intro and all(s.kind in ("clause", "text") for s in said):
            return self._honours([s.words for s in said], pattern, topic)
        voice = voice if place.named else replace(voice, name=voice.we)
        body = Telling(voice, topic, pattern).tell(said, "")
        if place.framed and not place.known and not pattern.as_typed and not _ASPECT.match(body[0]):
            body[0] = f"此外，{body[0]}" if topic == OTHER else f"{pattern.aspect}方面，{body[0]}"
        return body

    def _honours(self, told: Sequence[str], pattern: TopicPatterns, topic: str) -> list[str]:
        """Return honours in one sentence: the unit's own behind its name, bare names announced; others' apart."""
        voice = self._voice
        own = [w for w in told if behind_date(w).startswith(_WON)]
        bare = [w for w in told if w not in own and not any(v in w for v in "获评授被奖列")]
        apart = [ended(w) for w in told if w not in own and w not in bare]
        sentences = [ended(voice.we + "；".join(own))] if own else []
        if bare:
            intro = render(pick(pattern.intro, voice.seed, topic), we=voice.we)
            sentences.append(ended(intro + "；".join(bare)))
        return [*sentences, *apart]

    def _topic(self, topic: str) -> TopicPatterns:
        topics = self._voice.patterns.topics
        return topics.get(topic, topics[OTHER])
