"""One fact as one clause: what it says, whether it names a thing or a deed, and how it compares with last time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.amount import NONE_WORDS
from drafter.models import Fact
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.writing.offline_change import change_words
from drafter.writing.offline_fields import field_like
from drafter.writing.offline_patterns import Patterns, pick, render
from drafter.writing.offline_said import Kind, Said
from drafter.writing.offline_statements import NONE, Statements
from drafter.writing.offline_words import (
    amount_words,
    bare_label,
    counted_noun,
    date_words,
    is_date,
    is_deed,
    is_figure,
    items_in,
    names_in,
    names_people,
    own_unit,
    tidy,
    with_link,
)

_AT_FIRST = re.compile(r"^(.*之初)(?!有)(.+)$")
_MEAN = re.compile(r"[\u4e00-\u9fff]均|平均|每")
_TIMES = ("次", "场", "期", "场次", "届")
_HEADS = ("人", "名", "人次")
_TOOK_PART = ("参加", "参与")
_NO_EVENT = ("数", "人次", "数量", "次数", "表彰", "检查", "事故", "案件", "投诉", "报道")
_COUNTS = ("数", "数量", "人次", "场次", "面积", "金额", "时长")
_ZERO = re.compile(r"^(?:[0０]+(?:\.0+)?|零|〇)$")
_LIGHT = ("开展", "组织", "举办", "召开")
"""Verbs that a fact may borrow from the field that it is like, since they say no more than its noun."""
_NO_LIST = re.compile(r"^[有设含]|^包括|[\d，；：]")
_TAIL = 60
"""A longer explanation of a figure is a sentence of its own."""
_PART = re.compile(r"^其中\s*[：:，,、]?\s*")


class Phrasing:
    """Turns facts into clauses, in the voice of one unit and with the choices of one seed."""

    def __init__(self, patterns: Patterns, seed: str, we: str, intends: bool = False) -> None:
        self._ahead = intends
        self._patterns = patterns
        self._seed = seed
        self._we = we
        self._statements = Statements(patterns, seed, we, intends)

    def say(self, facts: Iterable[Fact], topic: str) -> list[Said]:
        """Return the clauses of the facts of one topic, in order."""
        listing = bool(self._patterns.topics[topic].listing) if topic in self._patterns.topics else False
        return [one for fact in facts for one in self._clauses(fact, topic, listing)]

    def _clauses(self, fact: Fact, topic: str, listing: bool) -> list[Said]:
        label, unit = bare_label(_PART.sub("", fact.label), fact.unit)
        if not fact.value:
            items = items_in(fact.text) if listing else ()
            if len(items) > 1:
                return [Said(fact, "text", item) for item in items]
            return [self._statements.say(fact, label, fact.text)]
        if not label:
            amount = amount_words(fact.value, unit)
            return [Said(fact, "text", words if amount in (words := tidy(fact.text)) else f"{words}，{amount}")]
        field = load_catalogue().field_named(label)
        counts = field is None or bool(field.unit or unit) or field.type in ("int", "decimal", "money", "percent")
        if is_figure(fact.value) and counts and not (field and field.type == "list" and not unit):
            first = self._amount(fact, label, unit or own_unit(fact.value), topic)
        elif is_date(fact.value):
            first = self._date(fact, label)
        elif fact.value in NONE_WORDS and (unit or field):
            first = self._nothing(fact, label, unit or (field.unit if field else ""))
        else:
            first = self._statements.say(fact, label, amount_words(fact.value, unit) if unit else fact.value)
        more = tidy(fact.text)
        if not more or more in first.words:
            return [first]
        if first.amount and len(more) <= _TAIL and "。" not in more:
            listed = len(names_in(more)) > 1 and not _NO_LIST.search(more)
            return [replace(first, tail=f"，包括{more}" if listed else f"，{more}")]
        return [first, Said(fact, "text", more)]

    def _amount(self, fact: Fact, label: str, unit: str, topic: str) -> Said:
        field = load_catalogue().field_named(label)
        unit = unit or self._usual_unit(fact, label, field)
        amount = amount_words(fact.value, unit)
        like = field or field_like(fact, label, unit, topic)
        label = counted_noun(label, unit, self._patterns.things)
        verb = self._lent_verb(like, certain=field is not None)
        own = is_deed(label, self._patterns.verbs) and not self._patterns.names_thing(label)
        dealt = "" if own else self._patterns.dealt_with(label, unit, self._ahead)
        kind = "did" if dealt else self._kind(label, unit or amount[-1:], verb)
        change = change_words(fact, unit)
        if label.endswith(self._patterns.worn):
            change = change.replace("减少", "缩短").replace("增加", "延长")
        if _ZERO.match(fact.value.strip().removesuffix(unit)):
            words = ("力争" if self._aims(topic) else "") + self._none(label, unit)
            key = field.key if field else ""
            return Said(fact, "states", words, key, amount="零", change=change, nought=True)
        aims = kind == "has" and self._aims(topic) and not any(w in label for w in self._patterns.given)
        # Another name of a field stays as staff typed it: it may say more than the form's own label.
        if aims:
            words = f"{label}达到{amount}"
        elif field and field.label == label and (phrases := self._statements.phrases(field.key, "amount")):
            words = render(pick(phrases, self._seed, field.key), amount=amount, we=self._we)
            words = words.replace(f"为{amount}", f"力争达到{amount}") if self._aims(topic) else words
            kind = "did" if kind == "has" and is_deed(words, self._patterns.verbs) else kind
        else:
            words = dealt + label + amount if dealt else self._own_words(label, amount, unit, kind, verb)
            words = words.replace(f"为{amount}", f"力争达到{amount}") if self._aims(topic) else words
        key, like_key = field.key if field else "", like.key if like else ""
        return Said(fact, kind, with_link(words), key, like_key, amount, unit, change, dealt=dealt)

    def _usual_unit(self, fact: Fact, label: str, field: CatalogueField | None) -> str:
        """Return the unit of a figure that was typed without one: the form's, or what its noun is counted by."""
        if fact.value.endswith(("%", "％")) or fact.value.startswith("百分之"):
            return ""
        if field and field.unit:
            return field.unit
        units = self._patterns.units
        noun = next((label.removesuffix(w) for w in self._patterns.works if label.endswith(w)), label)
        known = next((units[end] for end in sorted(units, key=len, reverse=True) if noun.endswith(end)), "")
        return known or ("次" if label.endswith(self._patterns.happenings) else "")

    def _lent_verb(self, like: CatalogueField | None, certain: bool) -> str:
        """Return the verb of the field that a fact fills, or a light one of a field that it is only like."""
        verb = next((v for v in self._patterns.verbs if like and like.label.startswith(v)), "")
        return verb if certain or verb in _LIGHT else ""

    def _aims(self, topic: str) -> bool:
        """Whether a figure of the topic is what a plan is to reach."""
        return self._ahead and not self._patterns.topics[topic].standing

    def _none(self, label: str, unit: str) -> str:
        """Say that there was none: 重大刑事案件零发生; 植树棵数为零."""
        kept = self._patterns
        if unit == "起" or label.endswith(kept.mishaps):
            return f"{label}零发生"
        counted = kept.counts.get(unit, f"{unit}数" if unit else "数")
        named = label.endswith((counted, *kept.measures, *_COUNTS)) or not counted
        return f"{label}{'' if named else counted}为零"

    def _nothing(self, fact: Fact, label: str, unit: str) -> Said:
        """Say what staff said in a word, 无, of a figure: 未发生重大刑事案件; 未新装路灯; 无低保户."""
        kept, field = self._patterns, load_catalogue().field_named(label)
        if unit == "起" or label.endswith(kept.mishaps):
            words = f"未发生{label}"
        elif unit in ("%", "％") or label.endswith(kept.measures):
            words = f"{label}暂无数据"
        elif is_deed(label, kept.verbs):
            words = f"未{label}"
        else:
            words = f"{fact.value if fact.value in NONE else '无'}{label}"
        return Said(fact, "clause", words, field.key if field else "", nought=True)

    def _kind(self, label: str, unit: str, verb: str) -> Kind:
        kept = self._patterns
        if label.endswith(kept.measures) or unit in ("%", "％", "岁", "分"):
            return "states"
        if names_people(label) or _MEAN.match(label) or label.endswith(("报道", *kept.told)):
            return "states"
        if kept.names_thing(label):
            return "has" if unit in kept.things else "states"
        if is_deed(label, kept.verbs) or verb:
            return "did"
        if label.endswith((*kept.works, *kept.drives)) or (unit in _TIMES and not label.endswith(_NO_EVENT)):
            return "did"
        if label.endswith(("数", "人次", "数量", *kept.happenings, *kept.verbs)):
            return "states"
        return "has" if unit in kept.things or "面积" in label or unit.endswith(("平方米", "平方公里")) else "states"

    def _own_words(self, label: str, amount: str, unit: str, kind: Kind, verb: str) -> str:
        """Return label and figure in the fact's own words, with the verb that the measure asks for."""
        kept = self._patterns
        if unit in ("%", "％") or amount.endswith(("%", "％")):
            label += "率" if label.endswith(kept.rated) else ""
        measured = label.endswith((*kept.measures, *kept.sums)) or unit in ("%", "％", "岁", "分")
        if kind == "states" and (measured or amount.endswith(("%", "％"))):
            return f"{label}为{amount}"
        if kind == "states" and unit in kept.lengths and not label.endswith(("长", "长度", "里程")):
            return f"{label}长{amount}"
        if names_people(label):
            return f"{label}有{amount}"
        if not unit and re.fullmatch(r"[\d.,]+", amount):
            return f"{label}为{amount}" if label.endswith(_COUNTS) else f"{label}数为{amount}"
        if found := _AT_FIRST.match(label):
            return f"{found[1]}有{found[2]}{amount}"
        if unit in _HEADS and label.endswith(("岁以上", "岁以下")):
            label += "人员"
        if unit in _HEADS and label.endswith(_TOOK_PART) and len(label) > 2 and not label[:-2].endswith(kept.given):
            return f"参加{label[:-2]}的有{amount}"
        if kind != "did" or label in kept.verbs or is_deed(label, kept.verbs):
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
        return label + amount if verb in label else verb + label + amount

    def _date(self, fact: Fact, label: str) -> Said:
        field = load_catalogue().field_named(label)
        words = date_words(fact.value)
        if field and (phrases := self._statements.phrases(field.key, "words")):
            said = render(pick(phrases, self._seed, field.key), words=words, we=self._we)
            return Said(fact, "states", said, field.key, field.key)
        stem = next((label.removesuffix(d) for d in self._patterns.dates if label.endswith(d)), "")
        if stem.endswith(self._patterns.begun):
            return Said(fact, "states", f"{stem}于{words}")
        return Said(fact, "states", f"{label}为{words}")
