"""The words in a clause that say how a number came about: a total, a difference, a share, growth, an average."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from drafter.tracing.layout import Spot

_MOST_WORDS = 512


class Cue:
    """A pattern that many ways of reckoning look for in the words before one number: each asks, the first one looks."""

    __slots__ = ("pattern", "search")

    search: Callable[[str], re.Match[str] | None]

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.search = lru_cache(maxsize=_MOST_WORDS)(re.compile(pattern).search)


_UP = (
    "增长|增加|上升|提高|提升|蹿升|上调|上浮|增幅|升幅|涨幅|增多|攀升|递增|延长|拉长|加宽|加长|加高|多收|扩容|扩大|净增|增收|增产|多办理?|多接|多报"
    "|偏[多高强]|增|升|涨"
)
_DOWN = (
    "下降|提速|减掉|砍掉|砍去|裁掉|便宜|下调|下浮|省下|省出|少用|减量|瘦身|精简|节[水电能气油纸约省]|减少|降低|降幅|减幅"
    "|偏[少低弱]|缩短|压缩|回落|压降|缩减|少发生?|少报|少办|少|降|减"
)
_MORE_DONE = (
    r"多(?!功能|媒体|元|样|种|方|部门|维|数|家|名|个|次|年|层|项|场|处|人|达|所|位)[\u4e00-\u9fff]{1,2}"
    r"|少(?!年|先|儿|数|量|于)[\u4e00-\u9fff]{1,2}"
)
"""So many more or fewer done: 多查250人, 少用8万度."""
_LINK = (
    r"(?:了|分别|达到?|(?<![升降增减短高长少大低加])为|约|近|超过?|超出"
    r"|接近|将近|突破|幅度|率|整整|正好|至少|逾|不到|不足|足足|大约)*[“\"]?$"
)
TOGETHER_WORD = "(?<!公)共(?![建享治同创青产商议筑育赢荣识])"
"""In all; not in 共建项目, 共青团员, 公共场所."""
UP = Cue(rf"(?:{_UP}){_LINK}")
DOWN = Cue(rf"(?:{_DOWN}){_LINK}")
GROWTH = Cue(rf"(?:同比|环比|[比较][^，,。；;]*?多(?:出|了)?|{_UP}|{_DOWN}){_LINK}")
DIFFERENCE = Cue(
    rf"(?:(?:[比较]|相比|同比|环比)[^，,。；;]*?(?:{_UP}|{_DOWN}|多|少|前进|后退|前移|后移|上移|下移|进步|退步|领先|落后|延长|提前)|净增|净减|增量|增额|减量|{_UP}|{_DOWN}|多出|多|少|缩短|[快慢早晚]了|早到|晚到|快出|(?:多出|高出|少于|低于|多于)(?:上年|去年)(?:同期)?|前进|后退|前移|后移|上移|下移|相差|差距|年轻|领先|延长|提前|提早|压减|节约|节省|超额|超出|{_MORE_DONE}){_LINK}"
)
CHANGED = Cue(rf"(?:提前|增加|减少|提高|下降|上升|降低|增长|提升|净增|净减|缩短|[多少]了){_LINK}")
CAME_ON_TOP = Cue(
    r"新[增添建招装购修铺辟栽种植拓入设开聘扩签]|新(?:发展|培育|引进|吸纳|完成|实现|注册|登记)|净增|增添|增设|添置"
)
REST = Cue(
    r"(?:其余|其它|其他|剩余|余下|^余|^剩|只剩|剩下|尚余|还余|仅余|还剩|仅剩|尚有|还有|仍有|另有|超期|逾期|还差|尚缺|缺口|未[^，。；]{0,4}|没有?|另|仅有|仅|只有|现存|在册|老(?:队员|会员|学员|成员|志愿者|用户|客户)|结余|节余|相差|差|空余|空置|空闲|闲置|在办|待办|在建|在途)[^，,。；;0-9]{0,8}$|(?<![清拆扫消排铲根解免])除$"
)
DENIED = Cue(r"(?:^|[，、；])(?:非|未|不|无)[\u4e00-\u9fff]{1,8}$")
"""What the clause names by what it is not: 非党员4人."""
TOTAL = Cue(
    rf"(?:{TOGETHER_WORD}|合计|总计|累计|总共|一共|共计|合共|加起来|加在一起|合起来|总额|总数|总量|总|达到?|两者|之和|先后|升?至|增至|扩至|突破|超过)[^，,。；;、0-9]{{0,12}}$"
)
TOGETHER = Cue(rf"合计|总计|共计|一共|总共|总[数量]|{TOGETHER_WORD}|合共|两者|相加|加起来|合起来|加在一起|累计|总")
JOINT = Cue(rf"合计|总计|共计|一共|总共|{TOGETHER_WORD}|合共|两者|相加|加起来|合起来|加在一起|合在一起|合占|累计")
_PER = (
    r"(?P<per>人次|户次|场次|[\u4e00-\u9fff](?<![平年]))均"
    r"|(?:平均)?每(?P<each>(?:[一两]?[^，,。；;、0-9]){1,10}?)"
    r"|(?:^|平均|相当于)一(?P<one>[桌人户栋楼站车组队村家班格岗]|(?<=平均一)[场次期批节课])"
)
AVERAGE = Cue(rf"(?:{_PER}|平均|(?<![0-9])年均)[^，,。；;、0-9]{{0,14}}$")
AVERAGING = frozenset("均每一")
"""The signs of which one stands in every average: where none does, none needs to be looked for."""
ONE_EACH = (
    r"(?:^|平均|相当于|大约)(?:一|单)(?P<single>个?(?:月|季度|年|周|星期|天|日)"
    r"|[人户栋楼站车组队村家班格岗个名位支处座所间辆台次场期项条件棚份笔亩册盏块趟课套张株棵本][\u4e00-\u9fff]{0,3}?)"
)
AVERAGES = Cue(rf"(?:{_PER}|{ONE_EACH}|人手|班额|平均|(?<![0-9])年均)[^，,。；;、0-9]{{0,14}}$")
"""As AVERAGE, with 一辆车40人 and 单座540次, which may as well tell of one thing."""
SHARE = Cue(r"(?:占|率|比例|比重|占比|超|达|覆盖|份额|面)[^，,。；;0-9]{0,24}$")
SURVEYED = Cue(r"满意|知晓|支持率|认可|好评|安全感|信任|幸福|获得感|认同|赞成|赞同|受教育")
"""What is asked in a survey never follows from counts of something else."""
MULTIPLIED = Cue(r"收入|收取|补贴|补助|下来|共|累计|合计|总|全年|发放|支出|资助|印|捐|投入|受训|培训")
MULTIPLE = re.compile(r"倍|番")
TAIL = re.compile(
    r"(?:等|这|共|各|加起来|加在一起|合起来|整整|正好|足足|合计|共计|总共|全部|为|有|约|近|共有|第|合|总计)*[“\"‘]?$"
)
"""What may stand between an enumeration and its count or total."""
EACH = re.compile(r"每|各|均|标准|单[次部台栋套个场]|人月|/")
RATED = re.compile(r"[餐票单房均菜][价费]|[月年日周][收薪租产供]|[月年]工资|月发|收费|时薪")
"""What is by its nature so much each time, so that 每餐6元 states it."""
PRIOR = Cue(
    r"年初(?!确定|制定|下达|提出|[既预]?定|计划|目标|预算|安排|部署|承诺)|常年|多年平均|历年(?:同期|平均)|上一?年度?|去年|前一?年|上届|同期|上一?期|上一?季度|上一?个?月|上一?个?学[年期]|改造前|整治前|治理前|实施前|扩建前|原有|原先|原来|以前|此前|最初|当初|那时"
)
_COMPARED = re.compile(r"[比较同与].{0,14}$")
_ORIGIN = re.compile(r"[由从自](?:[^，,。；;0-9]{0,14})$")
_BECOMES = re.compile(
    r"^[^，,。；;0-9]{0,4}?(?:(?:[\u4e00-\u9fff]{0,6})(?:到|至|为|成|居)"
    r"|(?:上升|下降|提高|提升|降低|增加|减少|增长|缩短|延长|扩大|压缩)了?(?=[0-9０-９]))"
)

_CHANGES = (
    "增加?|增长|提高|提升|升|上升|上调|攀升|跃升|跃|扩大?|拓展|扩展|发展"
    "|减少?|降低?|下降|回落|压|压缩|压减|压降|缩|缩减|缩短|精简|变|调整"
)
"""What something does when its number changes, before 到 or 至."""
CHANGED_TO = rf"(?:{_CHANGES})(?:到|至|为)"
_GROWS_TO = re.compile(rf"(?:{_CHANGES})(?:到|至)(?:了|约|近)?(?=[0-9０-９])")


def ahead(text: str, spot: Spot, clauses: int = 1) -> str:
    """Return the words of the number's clause before it, or of that many clauses."""
    start = spot.clause[0]
    for _ in range(clauses - 1):
        cut = max(text.rfind(stop, spot.sentence[0], max(spot.sentence[0], start - 1)) for stop in "，,；;：:")
        start = cut + 1 if cut >= spot.sentence[0] else spot.sentence[0]
    return text[start : spot.mention.start]


def beside_in_turn(text: str, spot: Spot, spots: Sequence[Spot]) -> str:
    """Return the words beside a number, or beside the first of those told in turn: 党员、志愿者分别增加5人、42人."""
    first = spot
    while first.turn is not None and first.at:
        before = spots[first.at - 1]
        if not _JOINED.fullmatch(text, before.unit_end, first.mention.start):
            break
        first = before
    return beside(text, first)


def announcing(text: str, spot: Spot, spots: Sequence[Spot]) -> str:
    """Return the words that announce a number: its clause's, or in 分别下降62.5%和71.2% those of the one before."""
    if spot.at:
        before = spots[spot.at - 1]
        if before.clause == spot.clause and text[before.unit_end : spot.mention.start] in ("、", "和", "与", "及"):
            return ahead(text, before)
    return ahead(text, spot)


def average_words(text: str, spot: Spot, spots: Sequence[Spot]) -> str:
    """Return the words that may announce an average: its own, or in 每个网格326户、911人 those of the one before."""
    own = _VOLTAGE.sub("", _TWICE.sub(r"每\1", ahead(text, spot)))
    if spot.at == 0 or AVERAGES.search(own):
        return own
    before = spots[spot.at - 1]
    joined = before.clause == spot.clause and _CARRIED.fullmatch(text, before.unit_end, spot.mention.start)
    return average_words(text, before, spots) if joined else own


_JOINED = re.compile("[、，,和与及]|以及")
_TWICE = re.compile(r"(?<![\u4e00-\u9fff])([场次期回批节])\1(?=[都皆有均保在])")
"""回回都在170人次 tells of each time."""
_VOLTAGE = re.compile(r"\d+千伏")
"""It is a part of a line's name: 人均运维10千伏线路约6公里."""
_CARRIED = re.compile(r"[\u4e00-\u9fff]{0,4}[、和及]|[\u4e00-\u9fff]{0,3}[、和及][\u4e00-\u9fff]{0,6}|")
"""What joins two numbers of one average: 每场24个摊位、72户家庭."""


def beside(text: str, spot: Spot) -> str:
    """Return the words between the number before it, or its clause's start, and the number."""
    return text[slice(*spot.before)]


def speaks_of_before(text: str, spot: Spot, period_year: int) -> bool:
    """Say whether the number is given for an earlier time: 上年的15起, 由15起降至, 2015年13起.

    The last word for a time before the number decides; 到, 至, 为 behind 由 lead on to the later value.
    """
    words = text[_framed_from(text, spot) : spot.mention.start]
    if words.endswith(_BROUGHT) and spot.value == 0:
        return False  # 由年初的3户实现清零
    # Most words tell no time at all, and need no more than a look at their signs.
    timed = not _TIMELY.isdisjoint(words)
    earlier = timed and bool(_ORIGIN.search(words) and _BECOMES.search(text[spot.unit_end : spot.unit_end + 16]))
    told = 0
    for found in _TIME.finditer(words) if timed else ():
        kind = found.lastgroup
        if kind == "year":
            earlier = bool(period_year) and int(found.group()) < period_year
        elif kind == "before":
            here = found.group() == "同期" and not found.start()  # 同期发生事故18起: at the time just told
            earlier = not (here or _is_compared(words, found))
        elif kind == "now" or _NUMBER.search(words, told, found.start()):
            earlier = False  # 上年的15起降到13起; but 上年末，志愿者达到298人
        told = found.end()
    if earlier and _HAD_BEFORE.search(words) and _ADDED_TO_IT.search(words):
        earlier = False  # 在原有60张床位之外新设25张: what came on top is of now
    if text.startswith(("的基础上", "基础上", "原有"), spot.unit_end):
        return True
    if earlier and _CAME_TO.search(words):
        return False
    if not earlier and _GROWS_TO.match(text, spot.unit_end) and not text.startswith(("达", "已"), spot.clause[0]):
        return True  # 床位400张增加到420张
    came_from = timed and not earlier and _ORIGIN.search(beside(text, spot))
    return earlier or bool(came_from and _BECOMES.search(text[spot.unit_end : spot.unit_end + 16]))


def _framed_from(text: str, spot: Spot) -> int:
    """Return where the words begin that tell a number's time: its clause, or 去年， before it in the sentence."""
    if not text.startswith(_COMMAS, max(0, spot.clause[0] - 1)):
        return spot.clause[0]
    framed = [m.start() for m in _FRAME.finditer(text[spot.sentence[0] : spot.clause[0]])]
    return spot.sentence[0] + framed[-1] if framed else spot.clause[0]


_TIMELY = frozenset("年月期届季前原来初现今由从自那")
"""A sign that every word for a time has, and 由 or its like."""
_NUMBER = re.compile("[0-9０-９〇零一二三四五六七八九十百千万两]")
_COMMAS = ("，", ",")
_BROUGHT = ("清", "归")
_FRAME = re.compile(
    r"(?:(?<=[；;：:，,])|^)(?:而|但|其中|截至|到|在)?"
    r"(?:上一?年度?|去年度?|前年|今年|本年度?|(?:19|20)\d\d学?年度?)(?:同期|末|底|年末|年底|全年|初)?(?=[，,])"
)
"""A time told in a clause of its own, which those behind it are of: 去年，社区接待居民420人."""
_TIME = re.compile(
    rf"(?P<year>(?:19|20)\d\d(?=学?年))|(?P<before>{PRIOR.pattern})|(?P<now>今年|本年|当年|目前|如今|现在|现有|(?<![发出实呈展体涌表再重显浮])现(?![场象金代实状身]))"
    rf"|(?P<became>(?:{_CHANGES}|达)(?:到|至|为)|[跃升退位]居|升列|跌至)"
)


_HAD_BEFORE = re.compile("原[有先来](?:的|[\u4e00-\u9fff]{0,6})[约近]?[0-9０-９]")
_ADDED_TO_IT = re.compile(r"[0-9０-９][^，。；0-9]*?(?:新[\u4e00-\u9fff]|净增|增[添设]|添|又|再)[\u4e00-\u9fff]{0,8}$")
_CAME_TO = re.compile(r"[由从][^，。；]*[0-9０-９][^，。；0-9０-９]*[\u4e00-\u9fff]{2}(?:到|至|为|成)[了近约]?$")
"""What it came to at last, whatever it did: 由上年760名壮大到912名."""


def _is_compared(words: str, found: re.Match[str]) -> bool:
    """Say whether an earlier time is only what the number is set against: 比上年增加12人."""
    ahead, rest = words[: found.start()], words[found.end() :]
    return bool(
        _COMPARED.search(ahead)
        and re.search(rf"^(?:同期|末|底|度)?的?[^，。]{{0,14}}(?:{_UP}|{_DOWN}|多|少|前进|后退|进步)", rest)
    )
