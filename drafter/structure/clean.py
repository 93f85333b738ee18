"""Takes off what copying and reposting did to a text, so that what remains are the author's paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

from drafter.structure.lines import Line
from drafter.structure.markers import Kind, Marker, inner_breaks, read_marker
from drafter.structure.titles import reads_as_title

_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[（(][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ ]{1,8}[）)]")
_TONED = re.compile(r"[（(][a-z ]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-z ]*[）)]")
_HAN = r"[\u3400-\u9fff]"
_ASCII_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_ASCII_MARK = re.compile(rf"(?<=[\u3400-\u9fff”》）」】])[,;:!?()]|[,;:!?()](?={_HAN}|[“《（「【])")
_MIXED_BRACKETS = re.compile(r"(?:\((?=[^()（）]*）)|（(?=[^()（）]*\)))([^()（）]{0,40})[）)]")
_END = "。！？；：:;.!?…”」』）)】》"
_LONG = 45
_TITLE_LONGEST = 30
_LOOK_AHEAD = 9
_PAGE_WIDEST = 90
_HEADING_LONGEST = 72
_UPPER = ("part", "chinese", "chinese_brackets")
_TRADITIONAL_SHARE = 0.03
_TELLING = 20_000


@cache
def noise() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns of noise.yaml by name, compiled."""
    from pathlib import Path

    import yaml

    listed: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("noise.yaml").read_text(encoding="utf-8"))
    return {name: tuple(re.compile(pattern) for pattern in patterns) for name, patterns in listed.items()}


def is_noise(kind: str, text: str) -> bool:
    """Tell whether a line matches one of the patterns of that name in noise.yaml."""
    return any(pattern.search(text) for pattern in noise()[kind])


def simplified(text: str) -> str:
    """Return a text in simplified characters, without the pinyin that some reposts put after characters."""
    if len(_TONED.findall(text)) > len(text) / 500:
        text = _PINYIN.sub("", text)
    elif _TONED.search(text):
        text = _TONED.sub("", text)
    from opencc import OpenCC

    converter = OpenCC("tw2s")
    start = text[:_TELLING]
    changed = sum(a != b for a, b in zip(start, converter.convert(start), strict=False))
    return str(converter.convert(text)) if changed > len(start) * _TRADITIONAL_SHARE else text


def clean_lines(lines: tuple[Line, ...]) -> list[Line]:
    """Return the lines in simplified characters, Chinese punctuation and single spaces, empty ones left out."""
    if not lines:
        return []
    whole = "\n".join(line.text.replace("\n", " ") for line in lines)
    tidied = (_tidy(text) for text in simplified(whole).split("\n"))
    return [Line(text, line.level) for text, line in zip(tidied, lines, strict=True) if text]


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t\u3000\xa0\u200b\ufeff]+", " ", text).strip()
    text = re.sub(r"(?<=[，。；：！？、])\s+|\s+(?=[，。；：！？、])", "", text)
    text = _ASCII_MARK.sub(lambda mark: _ASCII_MARKS[mark[0]], text)
    return _MIXED_BRACKETS.sub(r"（\1）", text)


def without_furniture(lines: list[Line]) -> list[Line]:
    """Drop the running headers and footers of pages: short lines that come back and break sentences."""
    counts = Counter(line.text for line in lines if len(line.text) <= 30 and line.text[-1] not in _END)
    often = {text for text, n in counts.items() if n >= 3}
    breaking: Counter[str] = Counter()
    for before, line in pairwise(lines):
        breaking[line.text] += line.text in often and (is_broken(before.text) or before.text in often)
    furniture = {text for text in often if breaking[text] * 3 >= counts[text]}
    return [line for line in lines if line.text not in furniture]


def is_broken(text: str) -> bool:
    """Tell whether a line stops inside a sentence: too long for a heading and without an end, or inside a quotation."""
    if text[-1] in _END:
        return False
    if text[-1] in "，、":
        return True
    return len(text) > _LONG or text.count("“") > text.count("”") or text.count("《") > text.count("》")


def joined(lines: list[Line]) -> list[Line]:
    """Join what a page or copy broke inside a sentence, and break what it ran together before a heading's number."""
    lines = _unfolded(lines)
    full = _full_line(lines)
    whole: list[list[Line]] = []
    for at, line in enumerate(lines):
        if whole and _goes_on(whole[-1], full) and not line.level and not _begins_anew(lines, at):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [Line("".join(line.text for line in pieces), pieces[0].level) for pieces in whole]


def _full_line(lines: list[Line]) -> int:
    """Return from which length on a line without an end is broken: the page width, where most lines fill one."""
    lengths = [len(line.text) for line in lines]
    width = max(lengths, default=0)
    filled = sum(length >= width * 0.9 for length in lengths)
    return int(width * 0.85) if width <= _PAGE_WIDEST and filled >= max(8, len(lengths) * 0.4) else _LONG


def _goes_on(pieces: list[Line], full: int) -> bool:
    last = pieces[-1].text
    if len(pieces) > 1:
        return last[-1] not in _END
    return (is_broken(last) or (len(last) > full and last[-1] not in _END)) and not _is_long_heading(last)


def _is_long_heading(text: str) -> bool:
    marker = read_marker(text)
    return (
        marker is not None and marker.kind in _UPPER and len(text) <= _HEADING_LONGEST and reads_as_title(marker.rest)
    )


def _begins_anew(lines: list[Line], at: int) -> bool:
    """A line after an unfinished one begins something new if its number has a neighbour, or it looks like a title."""
    text = lines[at].text
    marker = read_marker(text)
    if marker is None:
        if is_noise("title", text) and len(text) <= _LONG:
            return True
        over_a_paragraph = at + 1 < len(lines) and len(lines[at + 1].text) > _LONG
        short = 4 <= len(text) <= _TITLE_LONGEST and text[-1] not in _END + "，、"
        return short and over_a_paragraph and reads_as_title(text)
    near = (read_marker(line.text) for line in lines[max(0, at - 60) : at + 60])
    return any(m and m.kind == marker.kind and abs(m.number - marker.number) == 1 for m in near)


def _unfolded(lines: list[Line]) -> list[Line]:
    """Break a paragraph before each number inside it that continues, or begins, a series of numbered lines."""
    latest: dict[Kind, int] = {}
    pieces: list[Line] = []
    for at, line in enumerate(lines):
        first = read_marker(line.text)
        if first:
            latest[first.kind] = first.number
        places = inner_breaks(line.text)
        inside = [read_marker(line.text[place:]) for place in places]
        after = [*inside, *(read_marker(later.text) for later in lines[at + 1 : at + _LOOK_AHEAD])] if places else []
        cuts = [0]
        for place, marker in zip(places, inside, strict=True):
            if marker and (latest.get(marker.kind, 0) + 1 == marker.number > 1 or _opens(marker, after)):
                cuts.append(place)
                latest[marker.kind] = marker.number
        ends = [*cuts[1:], len(line.text)]
        pieces += [Line(line.text[a:b].strip(), 0 if a else line.level) for a, b in zip(cuts, ends, strict=True)]
    return pieces


def _opens(marker: Marker, after: list[Marker | None]) -> bool:
    return marker.number == 1 and (
        marker.kind == "chinese" or any(m and m.kind == marker.kind and m.number == 2 for m in after)
    )
