"""The automatic numbers of Word paragraphs as text: Word counts them on screen, the file holds only the rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from drafter.structure.numbering import chinese_numeral

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
            "taiwaneseCountingThousand", "chineseLegalSimplified", "koreanCounting"}  # fmt: skip


def named(element: Any, name: str) -> bool:
    """Tell whether an XML element has this name, in whichever namespace."""
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name


def attribute(element: Any, name: str) -> str:
    """Return the attribute of that name, in whichever namespace, or an empty string."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(parent: Any, name: str) -> str:
    found = parent.find(f"{{*}}{name}")
    return "" if found is None else attribute(found, "val")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str


class Numbering:
    """Counts the paragraphs of one document through; call `next_marker` for each in reading order."""

    def __init__(self, part: Any, styles: Any) -> None:
        """Read the numbering part of a document, which may be None, and its styles part."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._of_style: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if part is not None:
            self._read_levels(part)
        for style in styles.iter("{*}style"):
            properties = style.find("{*}pPr/{*}numPr")
            if properties is not None and _value(properties, "numId"):
                level = int(_value(properties, "ilvl") or 0)
                self._of_style[attribute(style, "styleId")] = (_value(properties, "numId"), level)

    def _read_levels(self, part: Any) -> None:
        abstract = {
            attribute(a, "abstractNumId"): {
                int(attribute(lvl, "ilvl") or 0): _Level(
                    int(_value(lvl, "start") or 1), _value(lvl, "numFmt"), _value(lvl, "lvlText")
                )
                for lvl in a.iterfind("{*}lvl")
            }
            for a in part.iter("{*}abstractNum")
        }
        for num in part.iterfind("{*}num"):
            self._levels[attribute(num, "numId")] = abstract.get(_value(num, "abstractNumId"), {})

    def next_marker(self, paragraph: Any, style: str) -> str:
        """Return the number Word shows before this paragraph (一、), or an empty string, and count it."""
        properties = paragraph.find("{*}pPr/{*}numPr")
        if properties is not None:
            number, level = _value(properties, "numId"), int(_value(properties, "ilvl") or 0)
        else:
            number, level = self._of_style.get(style, ("", 0))
        rules = self._levels.get(number, {})
        rule = rules.get(level)
        if rule is None or rule.format in ("bullet", "none", ""):
            return ""
        counts = self._counts[number]
        counts[level] = counts.get(level, rule.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        marker = rule.text
        for at in range(level + 1):
            if at in rules:
                marker = marker.replace(f"%{at + 1}", _figure(counts.get(at, rules[at].start), rules[at].format))
        return marker


def _figure(number: int, form: str) -> str:
    if form in _CHINESE:
        return chinese_numeral(number) if 0 < number < 100 else str(number)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if form == "lowerLetter":
        return chr(96 + number) if number <= 26 else str(number)
    if form == "upperLetter":
        return chr(64 + number) if number <= 26 else str(number)
    return str(number)
