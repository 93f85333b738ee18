"""A topic's paragraph: its facts in sentences, and before them only what leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.structure.catalogue import OTHER
from drafter.writing.offline_patterns import TopicPatterns, pick, render
from drafter.writing.offline_phrases import Said
from drafter.writing.offline_telling import Telling, Voice

_HONOURED = (*"0123456789", "被", "获", "荣获")
"""How a lone honour begins that says not yet whose it is: 2025年被评为文明社区."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its section a topic is told."""

    framed: bool
    """The section has a heading and is written as a whole."""
    first: bool
    named: bool
    """The unit has not been named just before."""


class ParagraphWriter:
    """Tells the clauses of a topic in one voice."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def write(self, topic: str, said: Sequence[Said], place: Place) -> list[str]:
        """Return the sentences of a topic: no general truth before the facts, a list alone is announced.

        A topic that follows another one in its section begins with 某某方面.
        """
        pattern, voice = self._topic(topic), self._voice
        listed = place.framed and len(said) > 1 and pattern.intro
        intro = [render(pick(pattern.intro, voice.seed, topic), we=voice.we)] if listed else []
        voice = voice if place.named else replace(voice, name=voice.we)
        body = Telling(voice, topic, pattern).tell(said, intro[-1] if intro else "")
        if pattern.intro and not intro and body[0].startswith(_HONOURED):
            body[0] = voice.we + body[0]
        if place.framed and not place.first and not intro and not pattern.as_typed:
            body[0] = f"此外，{body[0]}" if topic == OTHER else f"{pattern.aspect}方面，{body[0]}"
        return [*intro, *body]

    def _topic(self, topic: str) -> TopicPatterns:
        topics = self._voice.patterns.topics
        return topics.get(topic, topics[OTHER])
