"""What a number of a text counts, in the words of its own clause: 发放宣传资料 for the 1200 of 发放宣传资料1200份."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.models import Mention

_LONGEST = 18
_SHORTEST = 2
_STOP = re.compile(r"[。；！？\n]")
_PAUSE = re.compile(r"[，。；：！？,;!?\n（）()]")
# What stands between a thing and its number, and says nothing of the thing.
_BEFORE_TAIL = re.compile(
    r"(?:由?(?:去年|上年)|近|约|超过?|突破|发展到|增加到|增至|扩大到|达到?|现有|共计?|累计|总计|合计|大约|将近|不足|至少|多达|的|了|有|为|是|到|至|由|第|共有|达成|各|(?<!平)均|于|在|以|和|及|与|每)+$"
)
_BEFORE_HEAD = re.compile(
    r"^(?:其中|目前|现有|共有|现|共(?![建青产享])|已|还|并|又|且|先后|累计|全年|今年|本年度?|上半年|一年来|近年来|几年来|社区|辖区内?|我社区|我们|有|对|向|从|由|在(?!册|职|校)|和|及|与|为|是|下设|总|来|年)+"
)
_GROWTH = re.compile(r"^\d{1,2}[、.．]|^.*(?:发展到|增加到|增至|扩大到|达到|现有|共有)(?=.)")
_AFTER_HEAD = re.compile(r"^(?:余|多|以上|以下|左右|的|了|之多|来|以内|间)+")
_AFTER_TAIL = re.compile(
    r"(?:分别|组成|等|参加|参与|构成|发展到|增加到|享受|(?<!岁)以上|共同|积极|全部|都|均|开展|进行|先后|前来|深入|在|对|为).*$"
)
_VERB = re.compile(
    r"^(?:参加|参与|进行|开展|前来|受|得到|获|为|在|到|对|向|被|使|让|已|都|均|全部|组成|深入|走|先后|共|给|与|同|用于|负责|占|比|较|是|不|无|并|又|等)"
)
_BARE_VERB = re.compile(
    r"(?:开展|组织|举办|召开|进行|设立|建立|成立|设置|新增|新建|组建|发放|发动|投入|配备|安装|确定|确立|完成|解决|办理|接待|参与|参加|划分|分|设|建成|建|都|曾|拥有|吸纳|评选|评出|走访|慰问|救助|帮扶|资助|制作|张贴|悬挂|清理|清除|清运|拆除|整治|种植|更换|排查|调解|化解|受理|收到|邀请|联合|实现|落实|培训|获得|获|荣获|涌现|推荐|招募|注册|动员|实施|争取|筹集|募集|捐|为|将)+"
)
_MEASURES = re.compile(
    r"^(?:[万亿千百]?(?:元|块钱)|平方?公?里|公里|平方米|平米|㎡|米|吨|公斤|斤|千克|立方米?|亩|公顷|[%％‰]|百分点|人次|户次|车次|次|岁|年|个?月|天|日|小时|分钟|周|倍|分|度)"
)
_YEAR_WORD = re.compile(r"(?:今年|去年|同年|当年|其中|截至|自|从)+$")
_AGE = "岁"


def label_of(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    """Return what a mention counts, at most 18 characters; empty when its clause holds nothing but the number.

    `mentions` are all numbers of the text in order.
    """
    label = (_date_label if mention.type == "date" else _counted)(text, mention, mentions)
    if len(label) >= _SHORTEST:
        return label
    return (_told_just_before(text, mention, mentions) or _enclosing(text, mention)) + label


def _told_just_before(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    """Return what the number before this one in the sentence counts: 志愿者 for the 5% of 志愿者326人，占5%."""
    earlier = [m for m in mentions if m.end <= mention.start and m.kind == "claim" and m.type != "date"]
    if not earlier or _STOP.search(text, earlier[-1].end, mention.start):
        return ""
    return label_of(text, earlier[-1], mentions)


def _counted(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    before = _before(text, mention, mentions)
    after = _after(text, mention, mentions)
    if len(after) < _SHORTEST:
        after = ""
    if after and _possessive(text, mention):
        return _joined(before if len(before) <= 6 else "", after)
    if mention.type == "duration" and after:
        return after[:_LONGEST]
    measured = bool(_MEASURES.match(mention.unit)) or mention.type in ("percent", "money", "duration", "ordinal")
    told = before and not _BARE_VERB.fullmatch(before) and _BARE_VERB.match(after)
    if after and not measured and not told and not _VERB.match(after):
        return _joined(before if text[: mention.start].endswith("的") and len(before) <= 8 else "", after)
    if before and not _BARE_VERB.fullmatch(before):
        return before if len(before) <= _LONGEST else before.rpartition("、")[2][-_LONGEST:]
    return _joined(before, after)


def _joined(before: str, after: str) -> str:
    return (before + after)[:_LONGEST]


def _before(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    """Return the words before a number in its clause; after a bare 、 those of the number before it."""
    start = max((found.end() for found in _PAUSE.finditer(text, 0, mention.start)), default=0)
    earlier = [m for m in mentions if m.end <= mention.start and m.kind == "claim"]
    last = earlier[-1] if earlier else None
    if last and last.end >= start:
        start = last.end + len(_unit_text(text, last))
        start += len(found[0]) if (found := _AFTER_HEAD.match(text[start : mention.start])) else 0
    words = _trimmed(text[start : mention.start])
    between = text[start : mention.start].strip()
    if not words and last and between in ("", "、") and last.end <= start <= last.end + 8:
        return _before(text, last, mentions)
    return words


def _trimmed(words: str) -> str:
    words = words.replace(" ", "")
    words = _GROWTH.sub("", words.rpartition("”")[2] if "“" not in words else words).lstrip("、")
    previous = None
    while previous != words:
        previous = words
        words = _BEFORE_TAIL.sub("", words)
    return re.sub(r"了", "", _BEFORE_HEAD.sub("", words))


def _after(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    start = mention.end + len(_unit_text(text, mention))
    if text.startswith("、", start):
        return ""
    stop = _PAUSE.search(text, start)
    end = stop.start() if stop else len(text)
    following = next((m for m in mentions if m.start >= start and m.kind == "claim" and m.unit != _AGE), None)
    if following is not None:
        end = min(end, following.start)
    words = _AFTER_HEAD.sub("", text[start:end].replace(" ", "").strip("、"))
    return re.sub(r"了", "", _AFTER_TAIL.sub("", words, count=1) if not _VERB.match(words) else words)


def _unit_text(text: str, mention: Mention) -> str:
    """Return approximator and unit as they stand behind a number: 多平方米."""
    found = (
        re.match(r"[余多来几]?\s*" + re.escape(mention.unit), text[mention.end : mention.end + 12])
        if mention.unit
        else None
    )
    return found[0] if found else ""


def _possessive(text: str, mention: Mention) -> bool:
    return text[mention.end + len(_unit_text(text, mention)) :].lstrip("余多以上左右 ").startswith("的")


def _enclosing(text: str, mention: Mention) -> str:
    """Return the nearest words before the clause, for a number that stands in a clause alone."""
    pieces = [piece for piece in re.split(r"[，。；：！？,;\n（）()、]", text[: mention.start]) if _trimmed(piece)]
    return _trimmed(pieces[-1])[-_LONGEST:] if pieces else ""


def _date_label(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    start = max((found.end() for found in _PAUSE.finditer(text, 0, mention.start)), default=0)
    before = _GROWTH.sub("", text[start : mention.start].replace(" ", ""))
    before = _YEAR_WORD.sub("", _BEFORE_TAIL.sub("", before))
    if before:
        return before[-_LONGEST + 2 :] + "时间"
    stop = re.compile(r"[。；！？;\n]|(?<=.)[，、]").search(text, mention.end + 1)
    following = next((m.start for m in mentions if m.start > mention.end and m.kind == "claim"), len(text))
    after = text[mention.end : min(stop.start() if stop else len(text), following)].strip("，、 ")
    return re.sub(r"[“”了]", "", _AFTER_HEAD.sub("", after))[:_LONGEST]
