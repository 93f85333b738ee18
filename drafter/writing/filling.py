"""Put the facts' own words in the place of the slots that a model wrote, and mend slots that it wrote badly.

A slot is mended where its meaning is certain ({F3}, ｛｛F3｝｝, {{ F3 }}, F3, {{志愿者}}); else it stays as it was
written, and is reported. The words are fitted to the sentence around them: no 326人人, no 约约3万, no 百分之96%.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.writing.slots import Slot

# Braces, and the marks of masked words, as they stand in a text that should hold none any more.
RESIDUE = re.compile(r"[{｛]+[^{}｛｝\n]{0,80}[}｝]+|[{}｛｝〖〗]+")
_LEADING_NAME = re.compile(r"([A-Za-z_]\w*(?:\.[a-z]+)?)[\s:|(=,]", re.ASCII)
_PARTS = {
    "数值": "value", "数": "value", "单位": "unit", "名称": "label", "上年": "previous", "去年": "previous",
    "上期": "previous", "prev": "previous", "增长": "growth", "增幅": "growth", "增长率": "growth", "rate": "growth",
    "增加": "difference", "差": "difference", "diff": "difference", "占比": "share", "比例": "share", "合计": "total",
    "sum": "total", "说明": "text",
}  # fmt: skip

# Measure words that mean the same, so that a model's word may stand in place of the fact's own (326人 -> 326名志愿者).
_SAME_MEASURE = ("人名位", "个家项座", "件起", "次场期", "栋幢", "间处个", "支个", "块个", "条个", "盏处个")
# Measure words with the signs after them that make another word of them: 326人 + 人均 is no doubled 人.
_WORDS_BEGUN = {
    "人": "均员民才口群们际文大心生居次", "户": "均籍主", "家": "庭中长属里", "名": "单称额义为", "位": "于置",
    "个": "人体性别", "项": "目", "次": "年日月数要", "场": "所地馆", "件": "均", "起": "到来作草源",
    "处": "理于在", "期": "间", "条": "件例", "块": "状", "座": "谈落", "间": "接", "支": "部书持出委", "份": "额",
}  # fmt: skip
_OFTEN_WRITTEN = "人户名位次个项场起件家处"
"""Measure words that models put after a slot on their own, whatever the fact's unit is."""
_CLAUSE_END = "，。；、！？）”"
_ABOUT = re.compile(r"(?:大约|将近|接近|超过|突破|约|(?<![附最邻靠临毗])近|逾)$")
_AFTER_STATEMENT = re.compile(r"(?:(?:余|多)[人名户位个次项场家处]?|人次)(?=[，。；、！？）]|$)")
"""What a model writes after a slot that it took for a figure, and that holds a statement."""
_EXCEEDS = ("超过", "突破")
_ABOUT_AFTER = re.compile(r"^(?:余|多|左右|以上|上下)")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the words of a slot stand in the filled text."""

    start: int
    end: int
    slot: Slot


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its slots filled."""

    text: str
    placed: tuple[Placed, ...] = ()
    mended: tuple[str, ...] = ()
    """Slots that were written badly and understood all the same, as written."""
    unknown: tuple[str, ...] = ()
    """Slots that could not be understood; they still stand in the text."""

    def facts_between(self, start: int, end: int) -> tuple[str, ...]:
        """Return the ids of the facts whose words stand between two places of the text."""
        ids = (i for p in self.placed if p.start < end and p.end > start for i in p.slot.facts)
        return tuple(dict.fromkeys(ids))


def fill(text: str, slots: Sequence[Slot]) -> Filled:
    """Return the text with every slot that can be understood replaced by its words, fitted to the sentence."""
    known = {slot.name.casefold(): slot for slot in slots}
    labels = _unique_labels(slots)
    out = ""
    placed: list[Placed] = []
    mended: list[str] = []
    unknown: list[str] = []
    at = 0
    for match in _pattern(tuple(known)).finditer(text):
        if match.start() < at:
            continue
        inner = match.group("braced") or match.group("named")
        slot = _understand(inner, known, labels)
        if slot is None:
            unknown.append(match.group())
            continue
        if match.group() != f"{{{{{slot.name}}}}}":
            mended.append(match.group())
        out += text[at : match.start()]
        cut, words, skip = _fit(out, slot, text[match.end() :])
        out = out[: len(out) - cut] + ("达" if out.endswith(_EXCEEDS) and cut else "")
        placed.append(Placed(len(out), len(out) + len(words), slot))
        out += words
        at = match.end() + skip
    return Filled(out + text[at:], tuple(placed), tuple(mended), tuple(unknown))


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Match anything in braces, any known name in other brackets, and a bare name that no Chinese text would hold."""
    bare = tuple(n for n in names if n.isascii() and re.search("[a-z]", n))
    return re.compile(
        rf"[{{｛]+\s*(?P<braced>[^{{}}｛｝\n]{{1,80}}?)\s*[}}｝]+"
        rf"|(?P<named>(?:[{{｛\[【〔<〈$]+\s*{_any_of(names)}\s*[}}｝\]】〕>〉]+)"
        rf"|(?:[{{｛$]*(?<![A-Za-z0-9_.]){_any_of(bare)}(?![A-Za-z0-9_]|\.[A-Za-z])[}}｝]*))",
        re.IGNORECASE,
    )


def _any_of(names: tuple[str, ...]) -> str:
    """Return a pattern for any of the names: the facts, and the parts of them (F3.growth), each spelt out once.

    Spelling out all the names takes ten times as long to compile, for each section of each new document.
    """
    if not names:
        return r"(?!)"
    facts, parts = ({name.partition(".")[at] for name in names} - {""} for at in (0, 2))
    every, any_part = ("|".join(map(re.escape, sorted(each, key=len, reverse=True))) for each in (facts, parts))
    return rf"(?:{every})(?:\s*[.．]\s*(?:{any_part}))?" if parts else rf"(?:{every})"


def _understand(inner: str, known: dict[str, Slot], labels: dict[str, Slot]) -> Slot | None:
    name = unicodedata.normalize("NFKC", inner).strip(" {}[]【】〔〕<>〈〉$\t")
    name = re.sub(r"\s*\.\s*", ".", name)
    base, dot, part = name.partition(".")
    candidates = (name, f"{base}.{_PARTS.get(part, part)}" if dot else name)
    for candidate in candidates:
        if candidate.casefold() in known:
            return known[candidate.casefold()]
    if name in labels:
        return labels[name]
    leading = _LEADING_NAME.match(name + " ")
    return known.get(leading.group(1).casefold()) if leading else None


def _unique_labels(slots: Sequence[Slot]) -> dict[str, Slot]:
    by_label: dict[str, list[Slot]] = {}
    mains = {slot.name: slot for slot in slots if "." not in slot.name}
    for slot in slots:
        base, _, part = slot.name.partition(".")
        if part == "label" and base in mains:
            by_label.setdefault(slot.words, []).append(mains[base])
    return {label: found[0] for label, found in by_label.items() if len(found) == 1 and label}


def _fit(before: str, slot: Slot, after: str) -> tuple[int, str, int]:
    """Return how much to cut before the slot, the words to put, and how much to skip after it."""
    cut = skip = 0
    words = slot.words
    if slot.bare:
        # An exact figure is made wrong by a 约 or 余 of the model's own, and 约3万 brings its own along.
        found, follows = _ABOUT.search(before), _ABOUT_AFTER.match(after)
        cut = len(found.group()) if found else 0
        skip = follows.end() if follows else 0
    if words.endswith("%") and before[: len(before) - cut].endswith("百分之"):
        cut += len("百分之")
    rest = after[skip:]
    if slot.unit and words.endswith(slot.unit):
        words, more = _fit_measure(slot, rest)
        skip += more
    elif words and words[-1] in "年月日号%" and rest.startswith(words[-1]):
        skip += 1
    elif not slot.bare and (slip := _AFTER_STATEMENT.match(rest)):
        skip += slip.end()
    return cut, words, skip


def _fit_measure(slot: Slot, rest: str) -> tuple[str, int]:
    """Return the words and how much to skip after them, where the model wrote a measure word of its own."""
    unit = slot.unit
    if rest.startswith(unit) and not _begins_a_word(unit, rest[len(unit) :]):
        return slot.words, len(unit)
    if unit == "人次" and rest.startswith("人") and not _begins_a_word("人", rest[1:]):
        return slot.words, 1
    if unit == "人" and rest.startswith("人次"):
        return slot.bare, 0
    if rest.startswith("人次") and rest[2:3] in _CLAUSE_END:
        return slot.words, 2
    first = rest[:1]
    if not first or _begins_a_word(first, rest[1:]):
        return slot.words, 0
    if any(unit in group and first in group for group in _SAME_MEASURE):
        return slot.bare, 0
    if first in _OFTEN_WRITTEN and rest[1:2] in _CLAUSE_END:
        return slot.words, 1  # Before the end of a clause it is only a slip: 500次人。
    # Before a noun the tracer judges it: 55 + 名居民 for 55户.
    return (slot.bare, 0) if first in _OFTEN_WRITTEN and len(unit) == 1 else (slot.words, 0)


def _begins_a_word(measure: str, rest: str) -> bool:
    return bool(rest) and rest[0] in _WORDS_BEGUN.get(measure, "")
