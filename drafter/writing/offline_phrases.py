"""One fact as one clause: what it says, whether it names a thing or a deed, and how it compares with last time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.models import Fact
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.tracing.arithmetic import growth, plain
from drafter.writing.offline_patterns import Patterns, pick, render
from drafter.writing.offline_words import (
    amount_words,
    bare_label,
    date_words,
    is_date,
    is_deed,
    is_figure,
    names_in,
    names_people,
    starts_dated,
    tidy,
)

Kind = Literal["has", "did", "states", "clause", "text"]
_PLAIN = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$")
_FORM_VERBS = ("开展", "组织", "举办", "召开", "设置", "发放")
_AT_FIRST = re.compile(r"^(.*之初)(?!有)(.+)$")
_TIMES = ("次", "场", "期", "场次", "届")
_NO_EVENT = ("数", "人次", "数量", "次数", "表彰", "检查", "事故", "案件", "投诉")
_COUNTS = ("数", "数量", "人次", "场次", "面积", "金额", "时长")
_ZERO = re.compile(r"^(?:[0０]+(?:\.0+)?|零|〇)$")
_SHORT = 16
_NONE = ("无", "暂无", "没有", "未", "不")
_SAYABLE, _AT_MOST = Decimal("0.1"), Decimal(1000)
"""Growth outside these bounds, in per cent, is told as a difference only."""
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as a clause. `has` names things, `did` deeds, `states` a measure or a date, `text` stands on its own."""

    fact: Fact
    kind: Kind
    words: str
    field: str = ""
    """The key of the form's field that it fills; empty for a fact with a label of its own."""
    like: str = ""
    """The key of the field that it is most like."""
    amount: str = ""
    unit: str = ""
    change: str = ""
    """What has changed since the last period: 增加28名、增长9.4%."""


class Phrasing:
    """Turns facts into clauses, in the voice of one unit and with the choices of one seed."""

    def __init__(self, patterns: Patterns, seed: str, we: str, intends: bool = False) -> None:
        self._ahead = intends
        self._patterns = patterns
        self._seed = seed
        self._we = we

    def say(self, facts: Iterable[Fact], topic: str) -> list[Said]:
        """Return the clauses of the facts of one topic, in order."""
        return [one for fact in facts for one in self._clauses(fact, topic)]

    def _clauses(self, fact: Fact, topic: str) -> list[Said]:
        label, unit = bare_label(fact.label, fact.unit)
        if not fact.value:
            return [self._statement(fact, label, fact.text, topic)]
        if not label:
            amount = amount_words(fact.value, unit)
            return [Said(fact, "text", words if amount in (words := tidy(fact.text)) else f"{words}，{amount}")]
        if is_figure(fact.value) and label:
            first = self._amount(fact, label, unit, topic)
        elif is_date(fact.value) and label:
            first = self._date(fact, label)
        else:
            first = self._statement(fact, label, amount_words(fact.value, unit) if unit else fact.value, topic)
        more = tidy(fact.text)
        if not more or more in first.words:
            return [first]
        return [first, Said(fact, "text", more)]

    def _amount(self, fact: Fact, label: str, unit: str, topic: str) -> Said:
        amount = amount_words(fact.value, unit)
        field = load_catalogue().field_named(label)
        like = field or _field_like(fact, label, unit, topic)
        kind = self._kind(label, unit or amount[-1:], like)
        if _ZERO.match(fact.value.strip().removesuffix(unit)):
            words = ("力争" if self._aims(topic) else "") + self._none(label, unit)
            return Said(fact, "states", words, field.key if field else "", amount="零", change=change_words(fact, unit))
        aims = kind == "has" and self._aims(topic)
        # Another name of a field stays as staff typed it: it may say more than the form's own label.
        if aims:
            words = f"{label}达到{amount}"
        elif field and field.label == label and (phrases := self._phrases(field.key, "amount")):
            words = render(pick(phrases, self._seed, field.key), amount=amount, we=self._we)
            kind = "did" if kind == "has" and is_deed(words, self._patterns.verbs) else kind
        else:
            words = self._own_words(label, amount, unit, kind, like)
        key, like_key = field.key if field else "", like.key if like else ""
        return Said(fact, kind, words, key, like_key, amount, unit, change_words(fact, unit))

    def _aims(self, topic: str) -> bool:
        """Whether a figure of the topic is what a plan is to reach."""
        return self._ahead and not self._patterns.topics[topic].standing

    def _none(self, label: str, unit: str) -> str:
        """Say that there was none: 重大刑事案件零发生; 植树棵数为零."""
        kept = self._patterns
        if label.endswith(kept.mishaps):
            return f"{label}零发生"
        counted = kept.counts.get(unit, f"{unit}数" if unit else "数")
        named = label.endswith((counted, *kept.measures, *_COUNTS)) or not counted
        return f"{label}{'' if named else counted}为零"

    def _kind(self, label: str, unit: str, like: CatalogueField | None) -> Kind:
        kept = self._patterns
        if label.endswith(kept.measures) or unit in ("%", "％", "岁", "分"):
            return "states"
        if names_people(label):
            return "states"
        if label.startswith(kept.nouns):
            return "has" if unit in kept.things else "states"
        if is_deed(label, kept.verbs) or (like and like.label.startswith(kept.verbs)):
            return "did"
        if label.endswith((*kept.works, *kept.drives)) or (unit in _TIMES and not label.endswith(_NO_EVENT)):
            return "did"
        if label.endswith(("数", "人次", "数量", *kept.happenings, *kept.verbs)):
            return "states"
        return "has" if unit in kept.things or "面积" in label or unit.endswith(("平方米", "平方公里")) else "states"

    def _own_words(self, label: str, amount: str, unit: str, kind: Kind, like: CatalogueField | None) -> str:
        """Return label and figure in the fact's own words, with the verb that the measure asks for."""
        kept = self._patterns
        if kind == "states" and (label.endswith(kept.measures) or unit in ("%", "％", "岁", "分")):
            return f"{label}{'达到' if self._ahead else '为'}{amount}"
        if names_people(label):
            return f"{label}有{amount}"
        if found := _AT_FIRST.match(label):
            return f"{found[1]}有{found[2]}{amount}"
        if kind != "did" or is_deed(label, kept.verbs):
            return label + amount
        if label.endswith(kept.meetings):
            return f"召开{label}{amount}"
        if unit in _TIMES and label.endswith(kept.happenings):
            return pick(("开展", "组织"), self._seed, label) + label + amount
        if label.endswith(kept.works):
            return f"完成{label}{amount}"
        if label.endswith(kept.drives):
            return f"开展{label}{amount}"
        if unit in _TIMES:
            return ("开展" if unit == "次" else "举办") + label + amount
        verb = next((v for v in kept.verbs if like and like.label.startswith(v)), "")
        return label + amount if verb in label else verb + label + amount

    def _date(self, fact: Fact, label: str) -> Said:
        field = load_catalogue().field_named(label)
        words = date_words(fact.value)
        if field and (phrases := self._phrases(field.key, "words")):
            said = render(pick(phrases, self._seed, field.key), words=words, we=self._we)
            return Said(fact, "states", said, field.key, field.key)
        stem = next((label.removesuffix(d) for d in self._patterns.dates if label.endswith(d)), "")
        if stem.endswith(self._patterns.begun):
            return Said(fact, "states", f"{stem}于{words}")
        return Said(fact, "states", f"{label}为{words}")

    def _statement(self, fact: Fact, label: str, typed: str, topic: str) -> Said:
        """Return a typed text as a clause: as the form's field tells it, after its label, or on its own."""
        words = tidy(typed)
        field = load_catalogue().field_named(label) if label else None
        if field and len(words) <= 200 and (phrases := self._phrases(field.key, "words", "names")):
            names = "、".join(names_in(typed))
            said = render(pick(phrases, self._seed, field.key), words=words, names=names, we=self._we)
            return Said(fact, "clause", said, field.key, field.key)
        if not label or label in words[: len(label) + _SHORT]:
            return Said(fact, "text", words)
        listed = names_in(typed)
        if len(listed) > 1 or (len(words) <= _SHORT and not re.search("[，。；：！？]", words)):
            link = "包括" if len(listed) > 1 else "为"
            if is_deed(label, self._patterns.verbs) or words.startswith(_NONE):
                link = ""
            return Said(fact, "clause", f"{label}{link}{'、'.join(listed)}")
        if starts_dated(words):
            return Said(fact, "text", f"{label}于{words}")
        joint = "，" if label.startswith(self._patterns.verbs) or label.endswith(("方面", "中", "上")) else "方面，"
        return Said(fact, "text", f"{label}{joint}{words}")

    def _phrases(self, key: str, *wanted: str) -> tuple[str, ...]:
        """Return the phrases of a field that use one of the wanted words."""
        told = next((t.phrases[key] for t in self._patterns.topics.values() if key in t.phrases), ())
        return tuple(p for p in told if any(w in p for w in wanted))


def change_words(fact: Fact, unit: str) -> str:
    """Return how a figure has changed, where both sides are plain numbers: 增加28名、增长9.4%; 持平; or nothing."""
    bare = fact.value.removesuffix(unit), fact.previous.removesuffix(unit)
    if not all(_PLAIN.match(typed) for typed in bare):
        return ""
    value, last = (Decimal(typed.replace(",", "")) for typed in bare)
    if value == last:
        return "持平"
    gap = plain(abs(value - last))
    if unit in ("%", "％"):
        return f"{'提高' if value > last else '下降'}{gap}个百分点"
    change = f"{'增加' if value > last else '减少'}{gap}{unit}"
    rate = growth(value, last)
    if rate is None or not value or not _SAYABLE <= abs(rate.value) <= _AT_MOST:
        return change
    return f"{change}、{'增长' if value > last else '下降'}{plain(abs(rate.value), 1)}%"


def compared_noun(label: str) -> str:
    """Return what a comparison is about: 开展志愿服务活动 -> 志愿服务活动."""
    verb = next((v for v in _FORM_VERBS if label.startswith(v) and len(label) > len(v) + 1), "")
    return label.removeprefix(verb)


def _field_like(fact: Fact, label: str, unit: str, topic: str) -> CatalogueField | None:
    """Return the field of the topic that a fact with a label of its own is most like, in the same measure."""
    group = next((t for t in load_catalogue().topics if t.key == topic), None)
    fits = [f for f in group.fields if f.unit and unit in (f.unit, *f.units)] if group else []
    if same := next((f for f in fits if f.key == fact.id), None):
        return same
    scored = [(max(_likeness(label, name) for name in (f.label, *f.names)), f.key, f) for f in fits]
    best = max(scored, default=(0.0, "", None), key=lambda s: s[0])
    return best[2] if best[0] >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    """Return how many pairs of characters two labels share, 0 to 1."""
    a, b = ({w[i : i + 2] for i in range(len(w) - 1)} for w in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
