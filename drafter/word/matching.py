"""Which section a heading or a line that came back belongs to. Pure: knows texts only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter.models import Section
from drafter.word.blocks import printed_lines

_MARKER = re.compile(r"^[一二三四五六七八九十]{1,3}[、，,.．]\s*")
_ALIKE = 0.5


def bare_heading(line: str) -> str:
    """Return a heading without its number."""
    return _MARKER.sub("", line)


def match_headings(found: Sequence[str], sections: Sequence[Section]) -> dict[int, str]:
    """Return the section's key for each heading found (by its place) that is one of theirs: same first, then alike."""
    matched: dict[int, str] = {}
    open_sections = [s for s in sections if s.heading]
    for place, heading in enumerate(found):
        same = next((s for s in open_sections if _plain(s.heading) == _plain(heading)), None)
        if same is not None:
            matched[place] = same.key
            open_sections.remove(same)
    likeness = sorted(
        ((alike(found[place], s.heading), -place, s.key) for place in range(len(found)) if place not in matched
         for s in open_sections),
        reverse=True,
    )  # fmt: skip
    for score, place, key in likeness:
        if score >= _ALIKE and -place not in matched and key not in matched.values():
            matched[-place] = key
    return matched


def split_lines(lines: list[str], sections: Sequence[Section]) -> list[list[str]]:
    """Cut lines into one stretch a section, in order, so that each line stands with the text it resembles most."""
    parts: list[list[str]] = []
    rest = lines
    for number, section in enumerate(sections[:-1]):
        own = printed_lines(section.text)
        others = [line for s in sections[number + 1 :] for line in printed_lines(s.text)]
        gains = [_nearest(line, own) - _nearest(line, others) for line in rest]
        sums = [0.0]
        for gain in gains:
            sums.append(sums[-1] + gain)
        best = max(sums)
        # A new line between two sections stays with the first.
        cut = max(at for at, total in enumerate(sums) if total >= best - 1e-9)
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [*parts, rest]


def alike(a: str, b: str) -> float:
    """Return how alike two texts are, 0 to 1: the share of neighbouring characters that they share in pairs."""
    if a == b:
        return 1.0
    one, two = _pairs(a), _pairs(b)
    total = sum(one.values()) + sum(two.values())
    return 2 * sum((one & two).values()) / total if total else 0.0


def _nearest(line: str, others: list[str]) -> float:
    return max((alike(line, other) for other in others), default=0.0)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _plain(heading: str) -> str:
    return re.sub(r"[\W_]", "", heading)
