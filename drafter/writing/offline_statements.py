"""A typed text as one clause: as the form's field tells it, joined to its label in one of several ways, or alone."""

from __future__ import annotations

import re

from drafter.models import Fact
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.writing.offline_patterns import Patterns, pick, render
from drafter.writing.offline_said import Said
from drafter.writing.offline_words import (
    after_verb,
    begins_with_deed,
    behind_date,
    is_deed,
    names_in,
    starts_dated,
    tidy,
)

_SHORT = 16
NONE = ("无", "暂无", "没有", "未", "不")
_LINKED = ("由", "为", "是", "有", "设", "经", "被", "已", "按", "实行", "以", "公示")
"""How a statement begins that follows its label without a word between."""
_PASSIVE = ("经", "由", "被", "已", "正式", "全面", "印发", "出台", "修订", "实施", "举行", "举办，")
"""How a statement goes on behind its date where its label is its subject: 村规民约于4月经会议修订."""
_POSTS = re.compile(r"^\S{1,16}任(?:第一)?(?:副?组长|总?负责人|指挥长|总指挥|主任)")
_MARKS = re.compile("[，。；：！？]")


class Statements:
    """Turns typed texts into clauses, in the voice of one unit and with the choices of one seed."""

    def __init__(self, patterns: Patterns, seed: str, we: str, ahead: bool) -> None:
        self._patterns = patterns
        self._seed = seed
        self._we = we
        self._ahead = ahead

    def say(self, fact: Fact, label: str, typed: str) -> Said:
        """Return a typed text as a clause."""
        words = tidy(typed)
        field = load_catalogue().field_named(label) if label else None
        if field and self._tells_itself(field, words):
            return Said(fact, "text", words)
        if field and len(words) <= 200 and (phrases := self.phrases(field.key, "words", "names")):
            names = "、".join(names_in(typed)).replace("》、《", "》《")
            said = render(pick(phrases, self._seed, field.key), words=words, names=names, we=self._we)
            return Said(fact, "clause", said, field.key, field.key)
        if not label or label in words[: len(label) + _SHORT] or self._needs_no_label(label, words):
            return Said(fact, "text", words)
        if words in NONE:
            return Said(fact, "clause", f"{words}{label}")
        if starts_dated(words) and "、" not in words and self._goes_on(behind_date(words)):
            return Said(fact, "text", self._dated(label, words))
        return self._short(fact, label, names_in(typed), words) or Said(fact, "text", self._joined(label, words))

    def phrases(self, key: str, *wanted: str) -> tuple[str, ...]:
        """Return the phrases of a field that use one of the wanted words."""
        told = next((t.phrases[key] for t in self._patterns.topics.values() if key in t.phrases), ())
        return tuple(p for p in told if any(w in p for w in wanted))

    def _short(self, fact: Fact, label: str, listed: tuple[str, ...], words: str) -> Said | None:
        """Return names or a few words behind their label: 特色品牌包括红管家、银发讲堂; nothing for a longer text."""
        brief = len(words) <= _SHORT and not _MARKS.search(words)
        if len(listed) < 2 and (not brief or self._runs(words) or self._verb_for(label, words)):
            return None
        deeds = [begins_with_deed(one, self._patterns.verbs) for one in listed]
        way = deeds[:1] == [True] or label.endswith(self._patterns.ways)
        link = "包括" if len(listed) > 1 else "是" if way else "为"
        bare = self._is_deed(label) or words.startswith((*NONE, *_LINKED, *self._patterns.runs, "在"))
        # One verb for the whole list: 文明科室评出急诊科、儿科.
        if bare or (len(listed) > 1 and deeds[0] and not any(deeds[1:])):
            link = ""
        # What a label counts and its text names: 三个不让，即不让一户掉队、不让一事过夜.
        if len(listed) > 1 and all(one.startswith(label[-2:]) for one in listed):
            link = "，即"
        return Said(fact, "clause", f"{label}{link}{'、'.join(listed)}")

    def _joined(self, label: str, words: str) -> str:
        """Join a label to a text that says more than a few words."""
        kept = self._patterns
        if starts_dated(words):
            return self._dated(label, words)
        if label.endswith(kept.ways) and not self._is_deed(label):
            return f"{label}是{words}"
        if words.startswith(_LINKED):
            return label + words
        if label.endswith(kept.bodies) and _POSTS.match(words):
            return f"{label}由{words}"
        if is_deed(label, kept.verbs) or label.endswith(("方面", "中", "上")):
            return f"{label}，{words}"
        if verb := self._verb_for(label, words):
            return f"{verb}{label}{'' if words.startswith('“') else '，'}{words}"
        placed = label.endswith(kept.places)
        if placed and (words.startswith(kept.runs) or begins_with_deed(words, kept.verbs)):
            return label + words
        return f"{label}方面，{words}"

    def _verb_for(self, label: str, words: str) -> str:
        """Return the verb that leads to what a label names and its text describes: 设有, 开展; none in a plan.

        A place whose text goes on from its name needs none: 儿童之家周末开放.
        """
        kept = self._patterns
        goes_on = words.startswith((*_LINKED, *kept.runs, *NONE)) or begins_with_deed(words, kept.verbs)
        if self._ahead or self._is_deed(label):
            return ""
        if label.endswith(kept.places):
            return "" if goes_on else "设有"
        return next((v.verb for v in kept.ventures if label.endswith(v.ends)), "")

    def _needs_no_label(self, label: str, words: str) -> bool:
        """Whether a text says by itself what its label only announces: 典型, or speaks to its readers: 拨打服务热线."""
        catalogue = load_catalogue()
        if catalogue.topic_key(label):  # 平安: 无重大案件; 环境: 清了30多车垃圾.
            return words.startswith(NONE) or self._happened(words) or bool(re.search("[，；]", words))
        way = label.endswith(self._patterns.ways) and not self._happened(words)
        return (label in catalogue.general and not way) or words.startswith(self._patterns.calls)

    def _runs(self, words: str) -> bool:
        """Whether a few words are a sentence and no name: 每天送粥50碗."""
        goes_on = words.startswith(self._patterns.runs)
        return self._happened(words) or (not goes_on and bool(re.search(self._patterns.running, words)))

    def _happened(self, words: str) -> bool:
        return bool(re.search(self._patterns.telling, words))

    def _is_deed(self, label: str) -> bool:
        return is_deed(label, self._patterns.verbs) and not self._patterns.names_thing(label)

    def _tells_itself(self, field: CatalogueField, words: str) -> bool:
        """Whether words of a field that would lend a verb are a sentence with its own: 国庆前搞了一场晚会."""
        lends, behind = any("after(" in p for p in self.phrases(field.key, "words", "names")), behind_date(words)
        return lends and not behind.startswith(self._patterns.verbs) and self._happened(behind)

    def _goes_on(self, words: str) -> bool:
        """Whether words behind a date tell what happened then, and are no name: 经会议修订, 举办分享会."""
        kept = self._patterns
        return words.startswith((*_PASSIVE, *kept.begun)) or begins_with_deed(words, kept.verbs)

    def _dated(self, label: str, words: str) -> str:
        """Join a label and what happened on a date: it is the subject, a drive with its event, or a heading."""
        kept = self._patterns
        if behind_date(words).startswith((*_PASSIVE, *kept.begun)):
            return f"{label}于{words}"
        if self._is_deed(label):
            return f"{label}，{words}"
        if label.endswith("活动") or (verb := self._verb_for(label, words)) == "开展":
            event = words.endswith(kept.happenings) and not _MARKS.search(words)
            return f"开展{label}，{after_verb(words, '举办', kept.verbs) if event else words}"
        return f"{verb}{label}，{words}" if verb else f"{label}方面，{words}"
