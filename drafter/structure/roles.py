"""What a section is about: its role, told by the words of its heading and, less, of its text (roles.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from pathlib import Path

OTHER = "other"

_HEADING_WEIGHT = 1.0
_BODY_WEIGHT = 2.2
_EARLY = 0.35
"""How much more a word counts at the start of a heading than at its end: the first clause says what is done, the
second to what end."""
_LEAST = 0.5
_BODY_READ = 1200


@dataclass(frozen=True, slots=True)
class _Evidence:
    name: str
    heading: tuple[tuple[int, re.Pattern[str]], ...]
    body: tuple[str, ...]


def role_names() -> dict[str, str]:
    """Return what staff call each role, by its key: leadership -> 组织领导."""
    return {key: evidence.name for key, evidence in _evidence().items()} | {OTHER: "其他"}


def role_of(heading: str, body: str) -> str:
    """Return the role of a section by its heading and its text, either of which may be empty; "other" if none fits."""
    scores = {key: score for key, score in role_scores(heading, body).items() if score >= _LEAST}
    return max(scores, key=lambda key: scores[key]) if scores else OTHER


def role_scores(heading: str, body: str) -> dict[str, float]:
    """Return how well each role fits, by its key; what doesn't fit at all is 0."""
    return {
        key: _HEADING_WEIGHT * _heading_score(evidence, heading)
        + _BODY_WEIGHT * _body_score(evidence, body[:_BODY_READ])
        for key, evidence in _evidence().items()
    }


def telling_words(heading: str, role: str) -> list[str]:
    """Return the words of a heading, or of a clause of it, that speak for a role, as they stand."""
    evidence = _evidence().get(role)
    patterns = evidence.heading if evidence else ()
    return [match[0] for weight, pattern in patterns if weight > 1 for match in pattern.finditer(heading)]


def _heading_score(evidence: _Evidence, heading: str) -> float:
    """The best match counts whole, further ones a quarter each, so that length of a list of words is no merit."""
    found = []
    for weight, pattern in evidence.heading:
        for match in pattern.finditer(heading):
            place = match.start() / max(len(heading), 12)
            found.append(weight * (1 - _EARLY * place))
    found.sort(reverse=True)
    return found[0] + sum(found[1:]) / 4 if found else 0


def _body_score(evidence: _Evidence, body: str) -> float:
    """Counts a word by how often it comes (less each time) and how few roles use it, against the length of the text."""
    if not body:
        return 0
    rarity = _rarity()
    total = sum(rarity[word] * log(1 + count) for word in evidence.body if (count := body.count(word)))
    return total / (2 + sqrt(len(body)) / 3)


@cache
def _evidence() -> dict[str, _Evidence]:
    import yaml

    listed = yaml.safe_load(Path(__file__).with_name("roles.yaml").read_text(encoding="utf-8"))
    return {
        key: _Evidence(
            given["name"],
            tuple((weight, re.compile(pattern)) for weight, pattern in given["heading"].items()),
            tuple(dict.fromkeys(given["body"])),
        )
        for key, given in listed.items()
    }


@cache
def _rarity() -> dict[str, float]:
    """Return for each body word how telling it is: less when it is short or several roles use it."""
    bodies = [evidence.body for evidence in _evidence().values()]
    words = {word for body in bodies for word in body}
    return {word: min(len(word), 4) / 3 / sqrt(sum(word in body for body in bodies)) for word in words}
