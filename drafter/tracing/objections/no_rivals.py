"""Facts that the words around a number seem to speak of rather than of its own, and hardly do."""

from __future__ import annotations

import re

from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.stretches import stretches_at

_NOUN = 2
_WHOLE_NAME = 4
_FRAME = 30
KIN = re.compile("[\u4e00-\u9fff]{2,4}(?:子女|家属|遗属|配偶|孩子|父母)")
"""Whose they are stands before them: 45名职工子女."""
_STOP = re.compile("[，,；;：:。]")
_CAME = re.compile("(?:全部|全员|全都|踊跃|积极|[均都共])*(?:参加|参与|参训|到场|出席|完成|受检|接受)")
_PRIZE = "等奖"
_AMONG = ("中", "里", "当中")
_COMMON = frozenset("人口户家社区村镇校全总的员者会年月日在有各类")
_WORN = re.compile("[的了共约近]+$")
_CAME_OUT = ("出", "到")
_FIGURE = re.compile("[0-9０-９]")
GIVEN = re.compile(
    "[\u4e00-\u9fff](?:颁发|发放|配发|授予|赠送|赠予|送上|送去|佩戴|戴上|配备|安装|加装|换装|获颁|获赠|领到)了?"
    "(?P<what>[\u4e00-\u9fff0-9]+)$"
)
"""What is given to those who are counted: 为8名工匠颁发奖章."""
_PUPILS = re.compile("[小中大]学生|高中生|初中生")
_QUOTES = str.maketrans("", "", '“”"')
_ANY_COUNT = frozenset(("人", "名", "位", "户", "个", ""))
"""Units that a draft puts for one another."""


def is_no_rival(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether a number's own fact stands against one whose words fit it better."""
    if rival.fact == best.fact and (_told_by_its_own_words(reading, spot, best) or _is_all(reading, spot, best)):
        return True
    if rival.fact == best.fact and rival.said == best.said == _PRIZE:
        return True  # 二等奖1个 of 二等奖1个、三等奖2个
    if of_its_day(reading, spot, best) or tells_the_next(reading, spot, best, rival):
        return True
    if KIN.match(reading.text, spot.unit_end) and rival.subject[-_NOUN:] in reading.text[slice(*spot.after)]:
        return True  # 45名职工子女 are no 职工
    if _named_behind(reading, spot, best, rival) or _framed(reading, spot, best, rival):
        return True
    if _of_another_school(reading, spot, rival):
        return True
    if _told_by_a_sign(reading, spot, best, rival):
        return True
    if _told_of_its_stretch(reading, spot, best, rival) or _told_among(reading, spot, best, rival):
        return True
    if stands_inside_its_name(reading, spot, best) and not stands_inside_its_name(reading, spot, rival):
        return True
    return _only_by_a_like_noun(reading, spot, best, rival)


def _named_behind(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether words go on to the whole name of a number's own fact, and not the rival's: 为34户家庭兑现奖扶金."""
    # A number inside the name, 获得“从教30年”奖牌, ends no words that are this number's own.
    end = spot.clause[1] if _FIGURE.search(best.subject) else spot.after[1]
    behind = reading.text[spot.after[0] : end].translate(_QUOTES).partition("、")[0]
    long = len(best.subject) > _NOUN > len(best.near) and best.fact != rival.fact
    if not long or best.subject not in behind:
        return False
    given = GIVEN.search(behind)
    if given is not None and given["what"] == best.subject:
        return True  # 为8名党员颁发奖章 of 奖章
    return rival.subject not in reading.text[slice(*spot.clause)]


def _of_another_school(reading: Reading, spot: Spot, rival: Evidence) -> bool:
    """Say whether a number's noun names pupils of one school, and the rival those of another: 小学生 are no 大学生."""
    told, known = _PUPILS.match(reading.text, spot.unit_end), _PUPILS.search(rival.subject)
    return told is not None and known is not None and told.group() != known.group()


def _framed(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether the clause before names what a bare number came to, and not the rival: 全员体检，470人参加."""
    start = spot.clause[0]
    if spot.before[0] != spot.before[1] or _CAME.match(reading.text, spot.after[0]) is None:
        return False
    ahead = reading.text[max(spot.sentence[0], start - _FRAME) : max(start - 1, 0)]
    frame = _STOP.split(ahead)[-1]
    return frame.endswith(best.subject[-_NOUN:]) and rival.subject[-_NOUN:] not in frame


def named_whole(e: Evidence, words: str, head: str) -> bool:
    """Say whether the whole of a long name stands right before what is counted: 参与活动|读者."""
    return len(e.subject) >= _WHOLE_NAME and words.endswith(e.subject + head)


def stands_inside_its_name(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number parts its fact's name in two: 发现的450处隐患整改了96.4% tells 发现隐患, not 隐患整改."""
    name = e.near or e.subject
    if len(name) < _WHOLE_NAME:
        return False
    before = _WORN.sub("", reading.text[slice(*spot.before)])
    after = reading.text[spot.after[0] : spot.after[0] + len(name)].removeprefix("的")
    heads = (before, before[:-1]) if before.endswith(_CAME_OUT) else (before,)
    cuts = range(_NOUN, len(name) - _NOUN + 1)
    return any(after.startswith(name[cut:]) and any(head.endswith(name[:cut]) for head in heads) for cut in cuts)


def _told_by_a_sign(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether a sign of what its fact has before the rival's name is told: 流入的302名育龄妇女 of 流动育龄妇女."""
    head = best.subject.removesuffix(rival.subject) if len(rival.subject) >= _NOUN else best.subject
    words = reading.text[slice(*spot.before)]
    return head != best.subject and not set(words).isdisjoint(set(head) - _COMMON) and rival.subject not in words


def _told_among(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether the rival is told as those among whom the number's own are: 专任教师中双师型教师96名."""
    whole, own = rival.near.split(" ")[0] or rival.subject, best.near.split(" ")[0]
    words = reading.text[slice(*spot.before)].translate(_QUOTES)
    _, named, rest = words.partition(whole) if len(whole) >= _NOUN else ("", "", "")
    return bool(named) and rest.startswith(_AMONG) and (own in rest or rest[-_NOUN:] in best.subject)


def _told_of_its_stretch(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether both are of one quantity by months or quarters, and the words name those of the number's own."""
    own = next((s for s in reading.series if best in s.parts.values() and rival in s.parts.values()), None)
    if own is None:
        return False
    return own.making_up(stretches_at(reading.text, spot, reading.spots, spot.clause[0])) == [best]


def _told_by_its_own_words(reading: Reading, spot: Spot, best: Evidence) -> bool:
    """Say whether the words right behind a number have what its fact tells it by: 247家餐饮单位建成 of 已建成247家."""
    own = best.near.removeprefix("已").removeprefix("其中")
    after = reading.text[slice(*spot.after)]
    return own in after if len(own) >= _NOUN else bool(own) and after.startswith(own)  # 64个村 of 3乡1镇，64个村


def _is_all(reading: Reading, spot: Spot, best: Evidence) -> bool:
    """Say whether a number tells all that its fact names, of which the fact also tells a part: 22名教师都在大专以上."""
    whole = best.near in ("", best.subject) and len(best.subject) >= _NOUN
    return whole and reading.text.startswith((best.subject, best.subject[-_NOUN:]), spot.unit_end)


def of_its_day(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a date beside a number is its fact's own: 10月2日单日客流3.86万人次; 8月16日—31日，214名志愿者."""
    for at in (spot.at - 1, spot.at + 1):
        backing = reading.backings.get(at)
        if backing is not None and backing.facts == (e.fact,):
            other = reading.spots[at]
            if other.form in ("date", "span") and other.sentence == spot.sentence:
                return other.clause == spot.clause or (at < spot.at and other.clause[1] + 1 == spot.clause[0])
    return False


def tells_the_next(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether the number beside this one states the rival, as the fact tells both in turn: 712名党员中486名认岗."""
    if rival.fact != best.fact or rival.place != best.place:
        return False
    beside = spot.at - (1 if rival.at < best.at else -1)
    if not 0 <= beside < len(reading.spots) or reading.spots[beside].clause != spot.clause:
        return False
    other = reading.spots[beside]
    if rival.near and rival.near in reading.text[slice(*spot.before)]:
        return False  # 帐篷620顶、棉被85床 of 棉被620床，帐篷85顶
    if other.unit.name not in ("", rival.unit.name):
        return False
    return other.value == rival.number or reading.stated(beside) == rival


def _only_by_a_like_noun(reading: Reading, spot: Spot, best: Evidence, rival: Evidence) -> bool:
    """Say whether the words have but a rival's last noun, which is much like the fact's own: 班级36个 of 教学班.

    What narrows the rival, 文明 of 文明班级, is not told.
    """
    noun, rest = rival.subject[-_NOUN:], rival.subject[:-_NOUN]
    if len(rest) < _NOUN or noun in best.subject or set(noun).isdisjoint(best.subject):
        return False
    clause = reading.text[slice(*spot.clause)]
    narrower = set(rest + rival.near) - set(noun)  # the 员 of 党员队员 tells nothing that 队员 does not
    return noun in clause and bool(narrower) and narrower.isdisjoint(clause)


def told_apart_by_units(first: Spot, one: Evidence, second: Spot, other: Evidence) -> bool:
    """Say whether two things are counted each by its fact's very word, which no exchange would bring: 540辆, 70台."""
    own = first.unit.name == one.unit.name and second.unit.name == other.unit.name
    return own and one.unit.name != other.unit.name and _ANY_COUNT.isdisjoint((one.unit.name, other.unit.name))
