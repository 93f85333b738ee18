"""Of what time a label or a statement speaks: 上年, 2016年1—10月, 改造前; and what is left of a label without that."""

from __future__ import annotations

import re

from drafter.tracing.label_units import bare_label
from drafter.tracing.period import parts

_PRIOR = re.compile(
    r"年初(?!确定|制定|下达|提出|[既预]?定|计划|目标|预算|安排|部署|承诺)|常年|多年平均|历年(?:同期|平均)|上一?年度?(?:同期|同月|末|底)?|去年(?:同期|同月|底|末)?|前一?年|上(?:一)?届|(?:上年|去年)?同期|原有|上期|上季度|上月|上学[年期]"
)
_NOW = re.compile("今年|本年|本期|当年|目前|如今|现在|现有")
_BEFORE_CHANGE = re.compile(
    r"(?:改造|整治|治理|提升|实施|扩建|调整|搬迁|开展|创建|启动|行动|改革|合并|升级|培训|干预)前|^原(?=[有来先址任]|面积)|此前|以前"
)
_DATED = re.compile(
    r"(?:(?:19|20)\d\d[年届]?|[（(]?(?:19|20)\d\d[)）])(?:度|底|末)?|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月?(?:份)?[-—–~～至到]\d{1,2}月(?:份)?|\d{1,2}月(?:份)?(?:底|末)?"
)
_LABEL_TAIL = re.compile(r"(?:总|人|户|次|场|家|件)?数量?$|(?:其中|合计|累计|共计|共(?![建享治同创青产商议筑育赢荣]))")


_SET_AGAINST = ("比", "较", "同", "与")
"""What sets a number of now against an earlier time: 比上年前进三位."""


def tells_before(words: str) -> bool:
    """Say whether the last word for a time in some words is one for an earlier time: 上年44.2万人次，今年 is not."""
    before = max((m.end() for m in _PRIOR.finditer(words) if not words.endswith(_SET_AGAINST, 0, m.start())), default=0)
    return bool(before) and _NOW.search(words, before) is None


def dates_in_label(label: str) -> list[str]:
    """Return the years that a label names."""
    return re.findall(r"(?:19|20)\d\d(?=[年届]|[-—~至]|$)", label)


def year_of(value: object) -> int:
    """Return the year of a date, or of a stretch of one year: 2016年1—10月; 0 where it has none or several."""
    if isinstance(value, tuple):
        first, last = map(year_of, value)
        return first if not last or first == last else 0
    if not isinstance(value, str) or not re.match(r"\d{4}", value):
        return 0
    return parts(value)[0] or 0


def subject_of(label: str) -> str:
    """Return a label without years, words for earlier times and counting tails, to find both sides of a comparison."""
    bare = _DATED.sub("", bare_label(label))
    bare = _BEFORE_CHANGE.sub("", _PRIOR.sub("", bare))
    bare = re.sub(r"(?:改造|整治|治理|提升|实施|扩建)后|现有|目前|本年|今年|当年|全年|年末|年底|本期", "", bare)
    return re.sub(r"[\s（）()“”《》:：、，,]|其中|的", "", _LABEL_TAIL.sub("", bare))


def labels_earlier(label: str) -> bool:
    """Say whether a label speaks of a time before the period, or before a change: 上年捐款, 改造前面积."""
    return bool(_PRIOR.search(label) or _BEFORE_CHANGE.search(label))
