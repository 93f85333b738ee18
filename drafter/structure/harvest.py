"""Last year's document as the start of this year's form: every checkable number becomes a candidate fact.

Nothing is decided here: each candidate carries the sentence it comes from, and staff tick and correct them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.models import Fact, FactSheet, Mention
from drafter.numbers.find import find_mentions
from drafter.structure.assign import topic_of
from drafter.structure.catalogue import load_catalogue
from drafter.structure.labels import label_of
from drafter.structure.outline import Outline
from drafter.structure.roles import role_of

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")
_SOURCE_LONGEST = 120
_HEAD_WORDS = re.compile(r"(?:近|约|超过?|突破|将近|不足|至少|大约)$")
_UP_TO = re.compile(r"上(?=[百千万])")
_TAIL_WORDS = re.compile(r"(?:[余多来]|以上|以下|左右)")
_UNIT_NAME = re.compile(r"[\u4e00-\u9fffxX*]{2,14}?(?:社区|居委会|街道办事处|街道|镇|乡|公司|局|中心)")
_PERIOD = re.compile(r"\d{4}年(?:度|上半年|下半年)?")
_PAUSE = re.compile(r"[，。；：！？,;!?\n（）()]")
_YEAR_ALONE = re.compile(r"\d{4}")
# Not 增长到, 提高至: those state what there is now.
_GROWN = re.compile(r"(?:增长|增加|增多|提高|提升|上升|减少|下降|降低|增幅|降幅|同比|环比|多|少)(?:了|为|约|近|达)*$")
_COMPARED = re.compile(r"(?:比|较|同比|环比|相比|去年|上年|上期)")
_SHARE = re.compile(r"占[^到至]*$|(?:占比|比例|比重)[^到至]*$")
_MEAN = re.compile(r"(?:平均|人均|户均)[^，。]{0,8}$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of a document that may become a fact. `source` is the sentence it stands in."""

    label: str
    value: str
    unit: str
    topic: str
    source: str
    doubt: str = ""
    """Why it is probably no fact of its own: reckoned from others, or the year that the document speaks of."""

    def as_fact(self) -> Fact:
        """Return it as a fact of this period, its sentence as the note."""
        return Fact(topic=self.topic, label=self.label, value=self.value, unit=self.unit, note=self.source)


def harvest(outline: Outline) -> tuple[Candidate, ...]:
    """Return a candidate for each checkable number of a document, in order; one that is said twice comes once."""
    found: dict[tuple[str, str, str], Candidate] = {}
    for role, paragraph in _paragraphs(outline):
        for candidate in _of_paragraph(paragraph, role):
            found.setdefault((candidate.label, candidate.value, candidate.unit), candidate)
    return tuple(found.values())


def harvested_sheet(outline: Outline) -> FactSheet:
    """Return a document's candidates as a fact sheet, with unit, period and date where the document names them."""
    said = "\n".join((outline.title, *outline.opening[:1]))
    unit, period = _UNIT_NAME.search(said), _PERIOD.search(said)
    return FactSheet(
        unit=outline.signature or (unit[0] if unit else ""),
        document=outline.doc_type,
        period=period[0] if period else "",
        date=outline.date,
        facts=tuple(candidate.as_fact() for candidate in harvest(outline)),
    ).with_ids()


def _paragraphs(outline: Outline) -> Iterator[tuple[str, str]]:
    for paragraph in outline.opening:
        yield "overview" if outline.sections else role_of("", paragraph), paragraph
    for section in outline.sections:
        for paragraph in section.paragraphs:
            yield section.role, paragraph
    for paragraph in outline.closing:
        yield "honors", paragraph


def _of_paragraph(paragraph: str, role: str) -> Iterator[Candidate]:
    mentions = [m for m in find_mentions(paragraph) if m.kind in ("claim", "term", "vague", "marker")]
    for mention in mentions:
        if mention.kind != "claim":
            continue
        label = label_of(paragraph, mention, mentions)
        value, unit = _without_percent(_as_typed(paragraph, mention), mention.unit)
        source = _sentence(paragraph, mention)
        topic = _topic(label, value, role, source)
        yield Candidate(label or source[:18], value, unit, topic, source, _doubt(paragraph, mention))


def _doubt(text: str, mention: Mention) -> str:
    """Return why a number is no fact to carry over: 增长9.4%, 占总数的45%, 2025年."""
    if mention.type == "date" and isinstance(mention.value, str) and _YEAR_ALONE.fullmatch(mention.value):
        return "只是年份"
    clause = _PAUSE.split(text[: mention.start])[-1]
    if _GROWN.search(clause) and (mention.unit in ("%", "％", "倍", "个百分点", "百分点") or _COMPARED.search(clause)):
        return "像是推算出来的增减数，填上期后由程序算"
    if _SHARE.search(clause) and mention.type == "percent":
        return "像是推算出来的占比，由程序算"
    return "像是推算出来的平均数" if _MEAN.search(clause) else ""


def harvest_text(text: str) -> tuple[Candidate, ...]:
    """Return a candidate for each checkable number of a few pasted sentences, in order."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    found = (candidate for p in paragraphs for candidate in _of_paragraph(p, role_of("", p)))
    return tuple({(c.label, c.value, c.unit): c for c in found}.values())


def _as_typed(text: str, mention: Mention) -> str:
    """Return the number with the words that make it approximate: 近3万, 200多."""
    head = _HEAD_WORDS.search(text[max(0, mention.start - 2) : mention.start])
    head = head or _UP_TO.match(text[max(0, mention.start - 1) :])
    tail = _TAIL_WORDS.match(text[mention.end :]) if mention.approx == "over" else None
    behind_unit = text[mention.end + len(mention.unit) :]
    if tail is None and mention.approx == "over" and behind_unit.startswith(("以上", "余", "多")):
        tail = re.match(r"以上|余|多", behind_unit)
    place = "第" if mention.type == "ordinal" and text[: mention.start].endswith("第") else ""
    return (head[0] if head else "") + place + mention.text + (tail[0] if tail else "")


def _without_percent(value: str, unit: str) -> tuple[str, str]:
    """Say percent once: 80 and %, but 八成 and 80%以上 as they are."""
    if unit not in ("%", "‰"):
        return value, unit
    return (value[:-1], unit) if value[-1] in "%％‰" else (value, "")


def _sentence(text: str, mention: Mention) -> str:
    """Return the sentence around a number, at most 120 characters of it."""
    for found in _SENTENCE.finditer(text):
        if found.start() <= mention.start < found.end():
            whole = found[0].strip()
            if len(whole) <= _SOURCE_LONGEST:
                return whole
            at = mention.start - found.start()
            start = max(0, at - _SOURCE_LONGEST // 2)
            return ("…" if start else "") + found[0][start : start + _SOURCE_LONGEST].strip() + "…"
    return text.strip()[:_SOURCE_LONGEST]


def _topic(label: str, value: str, role: str, source: str) -> str:
    """Return the topic of the form's field of that name, else that of the section, else what its words speak of."""
    catalogue = load_catalogue()
    field = catalogue.field_named(label)
    if field is not None:
        return catalogue.topic_of(field).key
    if any(topic.key == role for topic in catalogue.topics):
        return role
    return topic_of(Fact(label=label or "数字", value=value, text=source))
