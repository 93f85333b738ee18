"""A topic's paragraph: a sentence of the writer's own that says why the matter counts, and the facts after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.structure.catalogue import OTHER
from drafter.writing.offline_patterns import TopicPatterns, pick, render, vary
from drafter.writing.offline_phrases import Said
from drafter.writing.offline_telling import Telling, Voice
from drafter.writing.offline_words import ended

ENOUGH = 3
"""Facts from which on a topic may have a second sentence before them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its section a topic is told."""

    framed: bool
    """The section has a heading and is written as a whole."""
    first: bool
    more: bool
    """The section may still have a second sentence of the writer's own."""
    named: bool
    """The unit has not been named just before."""
    at_least: int
    """Characters below which a section of a document with many facts takes a second sentence."""


class ParagraphWriter:
    """Tells the clauses of a topic in one voice."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def why(self, topic: str) -> str:
        """Return the sentence that begins a topic: why it counts; empty where the topic has none."""
        return self._one_of(topic, self._topic(topic).why)

    def _one_of(self, topic: str, options: tuple[str, ...]) -> str:
        if not options:
            return ""
        voice = self._voice
        chosen = pick(options, voice.seed, topic, *options)
        return ended(render(vary(chosen, voice.seed, voice.people), we=voice.we))

    def write(self, topic: str, said: Sequence[Said], place: Place) -> list[str]:
        """Return the sentences of a topic. A section has one sentence of the writer's own, a long one two.

        A topic that has none begins with 某某方面 where it follows another one.
        """
        pattern, enough = self._topic(topic), len(said) >= ENOUGH
        alone = place.framed and (place.first or (place.more and enough) or bool(pattern.listing) or pattern.as_typed)
        sentences = [self.why(topic)] if alone and pattern.why else []
        voice = self._voice if place.named else replace(self._voice, name=self._voice.we)
        body = Telling(voice, topic, pattern).tell(said, sentences[-1] if sentences else "")
        length = sum(map(len, body)) + sum(map(len, sentences))
        if sentences and place.first and place.more and pattern.more and (enough or length < place.at_least):
            sentences.append(self._one_of(topic, pattern.more))
        if place.framed and not place.first and not sentences and not alone:
            body[0] = f"此外，{body[0]}" if topic == OTHER else f"{pattern.aspect}方面，{body[0]}"
        return [*sentences, *body]

    def _topic(self, topic: str) -> TopicPatterns:
        topics = self._voice.patterns.topics
        return topics.get(topic, topics[OTHER])
