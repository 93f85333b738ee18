"""The offline writer's sentence patterns: data from skeletons/patterns/, checked when loaded. Opens those files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from jinja2 import Environment, StrictUndefined, Template, TemplateError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from drafter.errors import InputError
from drafter.resources import load_yaml, resource
from drafter.structure.catalogue import first_fault, yaml_place
from drafter.writing.offline_words import after_verb, behind_date, is_named, starts_dated, with_ending

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Line(_Frozen):
    """Facts that share a sentence."""

    kind: Literal["has", "did", "text"]
    takes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    whole: str = ""
    parts: tuple[str, ...] = ()
    apart: bool = False
    """Shares no sentence with what stands before it, for it would seem to belong to that."""
    say: tuple[str, ...] = Field(min_length=1)


class Together(_Frozen):
    """Two facts told in one phrase: 居民2496户、6828人."""

    needs: tuple[str, str]
    say: tuple[str, ...] = Field(min_length=1)


class TopicPatterns(_Frozen):
    """How the facts of one topic are told."""

    aspect: str
    intro: tuple[str, ...] = ()
    """What announces facts that are a list: 社区获得的荣誉有：."""
    phrases: dict[str, tuple[str, ...]]
    together: tuple[Together, ...] = ()
    listing: tuple[str, ...] = ()
    ahead: bool = False
    """What is told lies ahead: 计划植树200棵."""
    standing: bool = False
    """What is told is there already, in a plan too: 现有党员93名."""
    as_typed: bool = False
    """Statements take no subject: 获得的荣誉有：2025年获…."""
    lines: tuple[Line, ...]


class Speaker(_Frozen):
    """How a unit whose name ends so speaks of itself."""

    ending: str
    we: str
    people: str
    area: str
    """What its people live or work in: 辖区, 全村."""
    office: str = ""
    """Whom its people turn to, where it is not what it calls itself: 村委会, not 本村."""
    place: str = ""
    """What stands in place of the ending where the unit's place is meant: 清水湾村民委员会 -> 清水湾村."""


class Dealt(_Frozen):
    """What is done with things whose label ends so: 楼道杂物 18车 -> 清理楼道杂物18车."""

    verb: str
    ends: tuple[str, ...] = Field(min_length=1)
    units: tuple[str, ...] = ()
    found: bool = False
    """It comes by itself: no plan aims at it."""


class Frame(_Frozen):
    """What stands around the facts of a document: of each kind one sentence is chosen."""

    first: tuple[str, ...] = Field(min_length=1)
    """Opens; in a closing, told where the document names neither problems nor plans."""
    both: tuple[str, ...] = ()
    """Takes up the problems and plans that the document names; likewise the next two."""
    problems: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


class Patterns(_Frozen):
    """All that the offline writer knows to say."""

    speakers: tuple[Speaker, ...]
    done: tuple[str, ...]
    during: dict[str, tuple[str, ...]]
    planned: tuple[str, ...]
    have: tuple[str, ...]
    things: tuple[str, ...]
    compared: tuple[str, ...]
    openings: dict[str, Frame]
    closings: dict[str, Frame]
    verbs: tuple[str, ...]
    nominal: tuple[str, ...]
    bounds: tuple[str, ...]
    running: str
    telling: str
    dealt: tuple[Dealt, ...]
    told: tuple[str, ...]
    ways: tuple[str, ...]
    happenings: tuple[str, ...]
    meetings: tuple[str, ...]
    measures: tuple[str, ...]
    dates: tuple[str, ...]
    begun: tuple[str, ...]
    nouns: tuple[str, ...]
    works: tuple[str, ...]
    drives: tuple[str, ...]
    mishaps: tuple[str, ...]
    counts: dict[str, str]
    reached: tuple[str, ...]
    lengths: tuple[str, ...]
    sums: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    ventures: tuple[Dealt, ...]
    runs: tuple[str, ...]
    calls: tuple[str, ...]
    rated: tuple[str, ...]
    worn: tuple[str, ...]
    given: tuple[str, ...]
    units: dict[str, str]
    topics: dict[str, TopicPatterns]

    def names_thing(self, label: str) -> bool:
        """Whether a label names a thing though it begins with a verb: 服务标兵; 宣传单, 调解员."""
        return label.startswith(self.nouns) or label[:-1] in self.nominal

    def dealt_with(self, label: str, unit: str, ahead: bool) -> str:
        """Return the verb for what a label names, or nothing; `ahead` where a plan speaks."""
        fits = (d for d in self.dealt if label.endswith(d.ends) and (not d.units or unit in d.units))
        return next((d.verb for d in fits if not (ahead and d.found)), "")


@cache
def load_patterns() -> Patterns:
    """Return the patterns of skeletons/patterns/; read once. Raises InputError that names the file and the place."""
    return read_patterns(resource("skeletons", "patterns"))


def read_patterns(folder: Path) -> Patterns:
    """Return the patterns of all YAML files of a folder taken together.

    Raises InputError that names the file and the place.
    """
    given: dict[str, Any] = {"topics": {}}
    for path in sorted(folder.glob("*.yaml")):
        try:
            read = load_yaml(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            raise InputError(f"句式文件 {path.name} 不是正确的 YAML，请检查：{yaml_place(error)}。") from error
        given["topics"] |= read.pop("topics", {})
        given |= read
    try:
        patterns = Patterns.model_validate(given)
    except ValidationError as error:
        raise InputError(f"句式目录 {folder.name} 有误，请改正：{first_fault(error)}。") from error
    for topic, kept in patterns.topics.items():
        for line in kept.lines:
            for say in line.say:
                if "told" not in say:
                    raise InputError(f"句式 {topic} 的“{say}”里没有 {{{{ told }}}}，会漏掉事实，请补上。")
    return patterns


def pick(options: Sequence[T], seed: str, *where: object) -> T:
    """Return one of the options, always the same one for the same seed and place."""
    told = "|".join((seed, *map(str, where)))
    return options[int(hashlib.sha256(told.encode()).hexdigest(), 16) % len(options)]


def turned(options: Sequence[str], seed: str, *where: object) -> list[str]:
    """Return all options, beginning with the one that is picked."""
    first = options.index(pick(options, seed, *where))
    return [*options[first:], *options[:first]]


def vary(pattern: str, seed: str, people: str) -> str:
    """Return a pattern with one of each [甲|乙] chosen, and 居民 told as the unit's own people."""
    places = count()
    told = _CHOICE.sub(lambda found: pick(found[1].split("|"), seed, pattern, next(places)), pattern)
    return told.replace("居民", people)


def render(pattern: str, **values: object) -> str:
    """Return a pattern filled; raises InputError for a pattern that names what it isn't given."""
    try:
        return _compiled(pattern).render(values)
    except TemplateError as error:
        raise InputError(f"句式“{pattern}”写错了（{error}），请在 skeletons/patterns 里改正。") from error


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> Template:
    return _environment().from_string(pattern)


@cache
def _environment() -> Environment:
    kept = load_patterns()
    sides = tuple(side + bound for side in "东南西北" for bound in kept.bounds)
    plain = tuple(v for v in kept.verbs if v not in kept.nominal)
    made = Environment(undefined=StrictUndefined, autoescape=False)
    made.filters["after"] = lambda words, verb: after_verb(words, verb, plain if is_named(words) else kept.verbs)
    made.filters["placed"] = lambda words, verb: words if words.startswith(sides) else after_verb(words, verb, plain)
    made.filters["subject"] = lambda words, name: words if name in words[: len(name) + 8] else name + words
    made.filters["ending"] = with_ending
    made.filters["honoured"] = _honoured
    made.filters["cycle"] = _at_intervals
    return made


def _honoured(words: str) -> str:
    """Put a verb before honours that have none, and say what was won: 区级文明社区 -> 获得区级文明社区称号."""
    if "；" in words:
        return "；".join(map(_honoured, words.split("；")))
    if any(w in words for w in "获评授被奖"):
        return words
    if starts_dated(words):
        return words.removesuffix(behind_date(words)) + _honoured(behind_date(words))
    return f"获得{words}" + ("" if words.endswith(("称号", "荣誉", "杯", "旗", "）", ")")) else "称号")


def _at_intervals(words: str, action: str) -> str:
    """Say what happens at the typed intervals: 每周 -> 每周召开创建工作例会; 日查、周评 -> 实行日查、周评."""
    if words.startswith(("每", "按")) and len(words) <= 3:
        return words + action
    if any(w in words for w in ("会", "查", "评", "通报", "检", "巡", "实行")):
        return words if words.startswith(("每", "实行")) else f"实行{words}"
    return f"{action}，周期为{words}"
