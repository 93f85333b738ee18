"""Which facts a section gets: each fact of a sheet lands in exactly one section, by its topic.

A topic may be a key (environment) or what staff call it (环境整治, 治安调解工作). Facts without a known topic are
sorted by the form's fields and by the words of their label and text; what nothing fits goes to the section that
takes everything else.
"""

from __future__ import annotations

from functools import lru_cache

from drafter.models import Fact, FactSheet, Skeleton
from drafter.structure.catalogue import OTHER, load_catalogue

_READ = 60
"""How many characters of a free text are searched for a topic's words: what it is about comes first."""


def assign_facts(sheet: FactSheet, skeleton: Skeleton) -> dict[str, tuple[Fact, ...]]:
    """Return the facts of each section by its key, in the order entered; every section has an entry.

    A fact that says the same as an earlier one stays with that one, so that a document can say it once.
    """
    lots: dict[str, list[Fact]] = {s.key: [] for s in skeleton.sections}
    section_of_saying: dict[tuple[str, ...], str] = {}
    for fact in sheet.facts:
        saying = (fact.label, fact.value, fact.unit, fact.text)
        section = section_of_saying.setdefault(saying, _section_key(topic_of(fact), skeleton))
        lots[section].append(fact)
    return {key: tuple(facts) for key, facts in lots.items()}


def topic_of(fact: Fact) -> str:
    """Return the key of the catalogue's topic that a fact belongs to, or "other"."""
    return _named(fact.topic) or _of_field(fact) or _by_words(fact.label, fact.text or fact.value) or OTHER


def _section_key(topic: str, skeleton: Skeleton) -> str:
    holders = [s.key for wanted in (topic, OTHER) for s in skeleton.sections if wanted in s.topics]
    headed = [s.key for s in skeleton.sections if s.heading]
    return (holders or headed or [skeleton.sections[0].key])[0]


@lru_cache(maxsize=512)
def _named(given: str) -> str:
    """Return the topic that a given word names; where none is called so, the one whose longest name it holds."""
    if not given or given == OTHER:
        return given
    catalogue = load_catalogue()
    exact = catalogue.topic_key(given) or catalogue.topic_key(given.removesuffix("工作").removesuffix("情况"))
    if exact:
        return exact
    held = [(len(n), t.key) for t in catalogue.topics for n in (t.name, *t.names) if len(n) > 1 and n in given]
    return max(held, key=lambda h: h[0])[1] if held else ""


def _of_field(fact: Fact) -> str:
    catalogue = load_catalogue()
    field = catalogue.field_named(fact.label) or catalogue.field(fact.id)
    return catalogue.topic_of(field).key if field else ""


def _by_words(label: str, text: str) -> str:
    """Return the topic whose words a label (counted twice) and the first words of a text hold most of."""
    said = text[:_READ]
    scores = {t.key: sum(len(w) * (2 * (w in label) + (w in said)) for w in t.words) for t in load_catalogue().topics}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] else ""
