"""Counts of signs: “文明”二字, 市区两级, 春秋两季, and the names that “三多” sums up by their last one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.tallies import Tally, stated_in
from drafter.tracing.vocabulary import LEVELS

_LEVEL = re.compile(f"国家|[{LEVELS}]")
_LEVEL_RUN = re.compile(f"(?:{_LEVEL.pattern})(?:[、和及与]?(?:{_LEVEL.pattern}))+$")
_LONGEST_RUN = 16
_HAN = re.compile("[\u4e00-\u9fff]+")
_SIGN = re.compile("[\u4e00-\u9fff]")
_FEWEST = 2
_ALIKE = re.compile("([\u4e00-\u9fff])”")
_SLOGAN = re.compile(r"[“‘](?P<words>[^“”‘’\d]{2,40})[”’][，,]?(?:(?:这|以|用|按照?|的|短短|简单|不过|仅)[短]?){0,2}$")
"""What is counted in signs right behind: “清洁、整齐、安全”，这6个字."""
_LONGEST_SLOGAN = 48
_SHORT_QUOTED = re.compile("[“‘]([\u4e00-\u9fff]{1,8})[”’]$")


def signs_quoted(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the signs of a word counted right behind it, “文明”二字, 安全二字, and names that end alike: “三多”."""
    start = spot.mention.start
    if spot.unit.name in ("", "个") and reading.text.startswith("字", spot.unit_end):
        slogan = _SLOGAN.search(reading.text, max(0, start - _LONGEST_SLOGAN), start)
        if slogan is not None:
            yield Tally(tuple(_SIGN.findall(slogan["words"])), (), known=False, here=True)
    if spot.mention.unit == "字":
        quoted = _SHORT_QUOTED.search(reading.text, max(0, start - 12), start)
        signs = quoted[1] if quoted is not None else reading.text[max(0, start - int(spot.value or 0)) : start]
        if re.fullmatch("[\u4e00-\u9fff]+", signs):
            yield Tally(tuple(signs), (), known=False, here=True)
    alike = _ALIKE.match(reading.text, spot.mention.end)
    if alike is not None:
        told = re.findall(rf"[\u4e00-\u9fff]{{2,9}}{alike[1]}(?=[、，])", reading.text[slice(*spot.sentence)])
        yield Tally(tuple(told), (), known=False, here=True)


def levels_joined(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the levels that stand side by side right before a count of them: 市区两级, 县乡村三级, 省、市两级."""
    if spot.unit.name != "级" or not spot.value:
        return
    run = _LEVEL_RUN.search(reading.text, max(0, spot.mention.start - _LONGEST_RUN), spot.mention.start)
    signs = _LEVEL.findall(run.group()) if run is not None else []
    if run is not None and run.group().isalpha():
        signs = signs[-int(spot.value) :]  # 社区市区两级: what nothing parts may begin in another word
    if len(signs) >= _FEWEST:
        names = tuple(f"{sign}级" for sign in signs)
        yield Tally(names, stated_in(reading, names), known=False, here=True)


def signs_side_by_side(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the signs right before a number that make names of a fact with the one behind: 春秋两季 of 春季, 秋季."""
    wanted = int(spot.value or 0)
    start, end = spot.mention.start, spot.mention.end
    signs = reading.text[max(spot.before[0], start - wanted) : start]
    if not _FEWEST <= wanted == len(signs) or not _HAN.fullmatch(signs) or len(set(signs)) < wanted:
        return
    for tail in dict.fromkeys((reading.text[end : end + 1], reading.text[spot.unit_end : spot.unit_end + 1])):
        names = tuple(sign + tail for sign in signs)
        fact = next((f for f in reading.known.facts if all(name in f.wording for name in names)), None)
        if fact is not None and _HAN.fullmatch(tail):
            yield Tally(names, (fact.id,), sure=True, here=True)
