"""The words of a table's cells as a fact has them: a label without its number, a figure parted from its unit."""

from __future__ import annotations

import re

from drafter.numbers.typed import typed_claims
from drafter.numbers.units import UNITS
from drafter.structure.catalogue import CatalogueField, load_catalogue

_HAN_GAP = re.compile(r"(?<=[\u3000-\u9fff])\s+(?=[\u3000-\u9fff])")
_MARKER = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d))\s*"
)
_IN_BRACKETS = re.compile(r"[（(\[【]\s*(?:(?:计量)?单位\s*[:：]?\s*)?([^（()）\]】]{1,6})[)）\]】]\s*$")
_BEHIND_STROKE = re.compile(r"[/／]([^/／]{1,4})$")
_NOTHING = frozenset({"", "-", "—", "——", "－", "/", "\\", "无", "×", "…", "……", "None", "null", "N/A", "n/a"})
_SCALES = "万亿"
_COUNTS = ("数", "数量", "人数", "个数", "总数", "数目")


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say: —, / or 无."""
    return text.strip() in _NOTHING


def is_total(label: str) -> bool:
    """Whether a row is the sum of those above and names nothing of its own."""
    return bool(re.fullmatch(r"(?:合|总|小|共|累)\s*计(?:数)?", label.strip()))


def is_unit(text: str) -> bool:
    """Whether this is a unit and nothing else: 人, 万元, %."""
    known = {u for topic in load_catalogue().topics for f in topic.fields for u in (f.unit, *f.units) if u}
    return bool(text) and (text in known or text in UNITS or text.lstrip(_SCALES) in UNITS or text in ("%", "％", "‰"))


def on_one_line(text: str) -> str:
    """Return a cell's text on one line; a break between two signs of Chinese is none."""
    return _HAN_GAP.sub("", " ".join(text.split()))


def label_and_unit(text: str) -> tuple[str, str]:
    """Return a label without its number and the unit that it names: 志愿者, 人 for 1. 志愿者（人）."""
    label = _MARKER.sub("", on_one_line(text), count=1).strip("：: ")
    for pattern in (_IN_BRACKETS, _BEHIND_STROKE):
        found = pattern.search(label)
        if found and is_unit(found[1].strip()):
            return label[: found.start()].strip(), found[1].strip()
    return label, ""


def value_and_unit(text: str) -> tuple[str, str]:
    """Return a figure parted from the unit that was typed with it: 约3万, 人 for 约3万人; all else as it is."""
    claims = typed_claims(text, "")
    if len(claims) != 1 or claims[0].type not in ("quantity", "percent", "money"):
        return text, ""
    unit = claims[0].unit
    if unit in ("%", "‰"):
        return (text[:-1], unit) if text[-1] in "%％‰" else (text, "")
    value = text.removesuffix(unit).strip() if unit else text
    if unit == "元" and value[:-1].replace(".", "").isdecimal() and value[-1] in _SCALES:
        return value[:-1], value[-1] + unit
    # 300多平方米 reads again as 300多 平方米; 6个以上 has its unit in the middle and stays whole.
    return (value, unit) if unit and value != text and value and value[-1] not in "第" else (text, "")


def field_for(label: str, unit: str, words: str = "") -> CatalogueField | None:
    """Return the form's field for a label, where it takes that unit; `words` is the text of a row without a figure."""
    catalogue = load_catalogue()
    names = (label, *(label.removesuffix(c) for c in _COUNTS if label.endswith(c) and label != c))
    field = next((f for name in names if (f := catalogue.field_named(name))), None)
    if field is None or field.head:
        return None
    if field.type in ("text", "list"):
        return field if words or not unit else None
    return field if unit in ("", field.unit, *field.units) and not words else None
