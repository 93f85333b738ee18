"""Shares of another part of a fact than the words name, or of one that it does not know: 省级占71.4% of 市级5项."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.tracing.evidence import Evidence
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import also_called, common_tail, pieces

_SHARED = re.compile(r"(?P<name>[^，,。；;：:、0-9]{2,14}?)(?:又|约|只|仅|就|也|共|合)*占")
_WITHOUT = re.compile("没有|未有|没")
_SORTS = frozenset("级班类组队型科系部")
"""What names of one sign end in where they tell sorts apart: 省级, 书法班."""
_TELLING = 2
_NEUTRAL = re.compile("^(?:其中|全部|所有|现有|目前|我[们社区村校院镇]*|社区|全?[社校园辖]?区|全[村镇校院市县]|本)+")


def of_other_part(task: Task, found: Outcome) -> bool:
    """Say whether the words before 占 name another part of the fact than the share's, or none that the fact knows."""
    told = list(_SHARED.finditer(task.words)) if "占" in task.words else []
    if not told or not found.operands or len(found.operands[0].evidence) != 1 or found.operands[0].reasoned:
        return False
    name = _WITHOUT.sub("无", told[-1]["name"].replace("的", ""))
    part = found.operands[0]
    if part.spot < 0 and _is_another_kind(task, name, found):
        return True
    own = task.reading.known.evidence[part.evidence[0]]
    others = [
        e
        for e in task.reading.known.of_fact[own.fact]
        if e.place == own.place and e.unit == own.unit and e.near and e.at != own.at and e.number is not None
    ]
    if not others or not own.near:
        return False
    names = _names_of([own, *others])
    if len(found.operands) > _TELLING:
        name = task.words  # 书画、舞蹈两类占六成 names several parts, of which the share is
    named = [_is_named(name, names, n, own.subject) for n in range(len(names))]
    if named[0]:
        return False
    return any(named[1:]) or (part.spot < 0 and _is_unknown(name, names))


def _is_another_kind(task: Task, name: str, found: Outcome) -> bool:
    """Say whether a name narrows the whole's otherwise than the part's does: 退休党员 of all 党员 by 党员志愿者."""
    if len(found.operands) != _TELLING or len(found.operands[1].evidence) != 1:
        return False
    part, whole = (task.reading.known.evidence[o.evidence[0]] for o in found.operands)
    noun = whole.near or whole.subject
    kind = _NEUTRAL.sub("", name.removesuffix(noun)) if len(noun) >= _TELLING and name.endswith(noun) else ""
    kind = kind.rpartition(f"{noun}中")[2]  # 65座公厕中一类公厕
    if kind in task.reading.known.wordings[part.fact]:
        return False
    label = f"{part.near}{part.subject}".replace(noun, "")
    return len(kind) >= _TELLING and set(kind).isdisjoint(label) and not any(w in label for w in also_called(kind))


def _names_of(parts: Sequence[Evidence]) -> list[str]:
    """Return what each part is called; what heads the first one of a fact belongs to all: 非遗项目省级2项、市级5项."""
    first = min(parts, key=lambda e: e.order)
    longest = max(len(e.near) for e in parts if e is not first)
    return [e.near[-longest:] if e is first else e.near for e in parts]


def _is_named(words: str, names: Sequence[str], n: int, label: str) -> bool:
    """Say whether words have anything of a part's name that no other part's and not the label has."""
    common = {p for other in (*names[:n], *names[n + 1 :], label) for p in pieces(other)}
    own = [p for p in pieces(names[n]) if p not in common]
    return any(p in words for p in own) or any(word in words for word in also_called(names[n]) if word not in common)


def _is_unknown(words: str, names: Sequence[str]) -> bool:
    """Say whether words name something of the parts' sort that is none of them: 国家级 of 省级 and 市级."""
    tail = common_tail(names)
    if not tail or tail not in words or (len(tail) < _TELLING and tail not in _SORTS):
        return False
    return len(words.partition(tail)[0]) >= 1 and not any(name in words for name in names)
