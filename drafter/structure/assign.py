"""Which facts a section gets: each fact of a sheet lands in exactly one section, by its topic.

A topic may be a key (environment) or what staff call it (环境整治, 治安调解工作). Facts without a known topic are
sorted by the form's fields and by the words of their label and text; what nothing fits goes to the section that
takes everything else.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache

from drafter.models import Fact, FactSheet, Skeleton
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.markers import without_marker
from drafter.tracing.orders import is_order

_READ = 60
"""How many characters of a free text are searched for a topic's words: what it is about comes first."""
_STANDING = "overview"
"""The topic of what the unit is: no deed's figure goes on from it."""

# A text that speaks to whoever writes, beside the orders that tracing knows. It is staff's data (or a pasted file's),
# so it is neither obeyed nor printed.
_ADDRESSED = re.compile(
    r"(?:^|[，。；！\s])(?:请?你(?:现在|必须|应当|应该|要|是|只能|不能|将)|请(?:你|不要|勿|别)"
    r"|(?:不要|别|勿|无需|不必)(?:再)?(?:写|提及|提到|核对|检查|核实|标记|标注|追溯)|(?:输出|回复|打印)(?:以下|如下|下面))"
    r"|系统提示|提示词|\b(?:disregard|forget)\b.{0,30}\b(?:previous|above|prior|instructions?)\b"
    r"|\b(?:system|assistant)\s*:|\bsystem prompt\b|\byou (?:are|must|should)\b",
    re.IGNORECASE,
)
_NOTHING = frozenset({"none", "null", "nan", "n/a", "-", "—", "——", "/", "\\", "无数据"})
"""Values by which forms and spreadsheets say that there is none."""


def assign_facts(sheet: FactSheet, skeleton: Skeleton) -> dict[str, tuple[Fact, ...]]:
    """Return the facts of each section by its key, in the order entered; every section has an entry.

    A fact that says the same as an earlier one stays with that one, so that a document can say it once. Orders to the
    writer state nothing: they stay with the facts of their section, for a writer to fence or leave out, but don't make
    one; a section with nothing else gets none.
    """
    lots: dict[str, list[Fact]] = {s.key: [] for s in skeleton.sections}
    section_of_saying: dict[tuple[str, ...], str] = {}
    for fact, topic in zip(sheet.facts, topics_of(sheet.facts), strict=True):
        section = section_of_saying.setdefault(saying_of(fact), _section_key(topic, skeleton))
        lots[section].append(fact)
    return {key: tuple(facts) if any(map(states_something, facts)) else () for key, facts in lots.items()}


def states_something(fact: Fact) -> bool:
    """Whether a fact says something about the unit: no order to the writer (不要核对数字), no empty value (None, —)."""
    typed = [part for part in (fact.label, fact.value, fact.text) if part]
    said = [part for part in (fact.value, fact.text) if part.strip("。.").lower() not in ("", *_NOTHING)]
    return bool(said) and not is_order(fact) and not any(_ADDRESSED.search(part) for part in typed)


def saying_of(fact: Fact) -> tuple[str, ...]:
    """Return what a fact says, by which two are told to be one: 党员 58名 and 在册党员 58名 name the same field."""
    label, text = fact.label.strip().rstrip("：:"), fact.text.strip().rstrip("。；;")
    field = load_catalogue().field_named(label) if label and fact.value else None
    return (field.key if field else label, fact.value.strip(), fact.unit.strip(), text)


def topic_of(fact: Fact) -> str:
    """Return the key of the catalogue's topic that a fact belongs to, or "other"."""
    known = _named(fact.topic) or _of_field(fact) or _of_label(fact.label)
    if known or fact.label in load_catalogue().general:
        return known or OTHER
    return _by_words(fact.topic + fact.label, fact.text or fact.value) or OTHER


def topics_of(facts: Sequence[Fact]) -> list[str]:
    """Return the topic of each of several facts in the order entered, in which staff keep together what belongs so.

    A fact that nothing sorts stays with the fact before it where its label goes on from that one (招聘会 6场、参加人数
    840人), and with its neighbours where both are of one topic.
    """
    topics = [topic_of(fact) for fact in facts]
    alone = [topic == OTHER and not _is_meant(fact) for fact, topic in zip(facts, topics, strict=True)]
    following = load_catalogue().following
    sure = [n for n, unsure in enumerate(alone) if not unsure]
    for n in (n for n in range(1, len(facts)) if alone[n]):
        behind = bisect(sure, n)
        after = topics[sure[behind]] if behind < len(sure) else ""
        goes_on = topics[n - 1] != _STANDING and any(word in facts[n].label for word in following)
        if goes_on or topics[n - 1] == after:
            topics[n] = topics[n - 1]
    return topics


def _is_meant(fact: Fact) -> bool:
    """Whether a fact belongs to no topic by what staff said of it, and not for want of a word that sorts it."""
    return fact.topic == OTHER or fact.label in load_catalogue().general


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


def _of_label(label: str) -> str:
    """Return the topic that a whole label names: 平安, 居民; also as a heading: 一、组织领导."""
    catalogue, bare = load_catalogue(), without_marker(label)
    return next((t.key for t in catalogue.topics if label in t.labels), "") or (bare and catalogue.topic_key(bare))


def _by_words(label: str, text: str) -> str:
    """Return the topic whose words a label (counted twice) and the first words of a text hold most of."""
    said, topics = text[:_READ], load_catalogue().topics
    scores = {t.key: sum(len(w) * (2 * (w in label) + (w in said)) for w in t.words) for t in topics}
    most = max(scores.values())
    # Of two topics that fit as well, the word that stands first tells: 反诈宣讲 is about fraud, and a talk besides.
    place = {t.key: min((n for w in t.words if (n := (label + said).find(w)) >= 0), default=0) for t in topics}
    best = min((key for key in scores if scores[key] == most), key=lambda key: place[key])
    return best if most else ""
