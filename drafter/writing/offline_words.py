"""Typed words made fit for a sentence: figures with their units, lists, statements. Pure functions over strings.

What staff typed stays as typed; only what would break a sentence is mended: doubled units, final stops, ASCII commas
between Chinese characters, dates in the form of a machine (2002-06).
"""

from __future__ import annotations

import re

from drafter.amount import joined, unmarked
from drafter.structure.markers import without_marker

_NUM = "0-9０-９一二三四五六七八九十百千万亿两半零〇"
_BEFORE = "近|约|超过|超|大约|将近|接近|不足|逾|达|共"
_AFTER = "多|余|几|左右|以上|以下|上下|%|％|‰|成|\\+"
_ONE = rf"(?:{_BEFORE})*[{_NUM}](?:[{_NUM}.．,，]*[{_NUM}])?(?:{_AFTER}|[万亿千百十])*"
_FIGURE = re.compile(rf"^{_ONE}(?:[-~～—－至到]+{_ONE})?(?P<own>[^\d\s{_NUM}]{{0,4}})$")
_TRAILING = re.compile(r"^(.+?)(左右|以上|以下|上下)$")
_DATE = re.compile(r"\d\s*[年月]|^\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?$|[二一][〇零○0-9九]\S{1,3}年")
_ISO = re.compile(r"^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$")
_LEADING_DATE = re.compile(r"^(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)")
_LISTED = re.compile(r"[、；;\n]")
_ON_ONE_LINE = re.compile(r"(?<=[一-鿿”》）。；;，,])[ \u3000]*(?=[2-9][.．、）)](?!\d)|[②-⑨])")
"""Between the items of a list that was numbered on one line: 1.车位不足 2.电线老化."""
_ITEM_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}[.．、）)](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}[、是])\s*"
)
_COMMAS = re.compile(r"[，,]")
_LINK_BEFORE_ABOUT = re.compile(rf"为(大约|约)(?=[{_NUM}])")
_LINK_BEFORE_ROUGH = re.compile(rf"为(超过|将近|接近|不足|近|超|逾)(?=[{_NUM}])")
_SPACED = re.compile(r"[一-鿿“”《》]{2,8}(?:[ \u3000]+[一-鿿“”《》]{2,8})+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_KINDS = ("制度", "机制", "办法", "活动", "行动", "服务", "单位", "评选", "公约", "学校", "公司")
_LONGEST_NAME = 24
_SHORT_NAME = 8
_LEADS_ON = (
    "在",
    "由",
    "把",
    "被",
    "将",
    "让",
    "使",
    "向",
    "对",
    "给",
    "再",
    "并",
    "就",
    "不",
    "先",
    "后",
    "每",
    "从",
    "按",
    "也",
    "都",
    "还",
)
"""How a clause begins that is no name: 在巷口放拾便袋，由养宠人清理."""
_CLAUSE = re.compile(r"[的了都要]|任\S{0,4}(?:组长|主任|负责人)")
"""What a clause holds and no name: 漏水的当天报修, 主任任组长."""
_ASCII_MARK = re.compile(r"(?<=[一-鿿”》）])\s*([,;:?!])\s*(?=[一-鿿“《（\d]|$)")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_DOUBLED = re.compile(r"([，。；、：！？])(?:\s*[，。；、：])+")
_SPAN = re.compile(
    r"^(?:(?:近|前|过去)?[一二三四五六七八九十两几\d]+(?:年|个月|季度)(?:度|来|以来|内|间)?|全年|年内|年度|本年度?|当年|今年(?:以来)?"
    r"|上半年|下半年|每[年月周日天]|累计|共计|总计|共|先后|新近)+(?=..)"
)
_HOUSEHOLDS = re.compile(r"^(?:居民)?总?户数$")
_NUMBERS_OF = ("人数", "次数", "指数", "倍数", "分数", "总数", "岁数", "件数", "天数")
_STARTS = ("为", "请", "与", "同", "和", "帮", "对", "把", "会同")
_DOER = re.compile(r"^\S{4,}的\S+[人员生户者工民庭童]$")
_NO_DEED = re.compile(r"^(?:谐|平|睦|以来|之|后|前|中|的|率|工作中|过程|期间|方面|情况|工作)")
_QUOTED = re.compile(r'"([^"]*[一-鿿][^"]*)"')
_BRACES = re.compile(r"[{}｛｝]+")
_UNIT_IN_LABEL = re.compile(r"[（(]([^（()）]{1,4})[）)]$")


def is_figure(value: str) -> bool:
    """Whether a typed value is a number with or without its unit: 2496, 近150, 300多, 12至18, 98%, 20余名."""
    return bool(_FIGURE.match(re.sub(r"\s+", "", value))) and not value.startswith("第") and not is_date(value)


def own_unit(value: str) -> str:
    """Return the unit that was typed with a figure: 七十六次 -> 次; or nothing."""
    found = _FIGURE.match(re.sub(r"\s+", "", value))
    return found["own"] if found else ""


def is_date(value: str) -> bool:
    """Whether a typed value is a date: 2002年6月, 2002-06."""
    return len(value) <= 24 and bool(_DATE.search(value))


def date_words(value: str) -> str:
    """Return a date as an official text writes it: 2002-06 -> 2002年6月; any other form as typed."""
    found = _ISO.match(value)
    if not found:
        return tidy(value)
    year, month, day = found.groups()
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def amount_words(value: str, unit: str) -> str:
    """Return a figure with its unit, once, where it belongs: 300多平方米; 20余名 + 人 -> 20余名; 1,204 -> 1204件."""
    value = unmarked(re.sub(r"\s+", "", value).translate(_FULL_WIDTH))
    found = _FIGURE.match(value)
    own = found["own"] if found else ""
    if own or value.endswith(("%", "％", "‰")):
        return value
    trailing = _TRAILING.match(value)
    if trailing and unit and unit not in "%‰":
        return joined(trailing[1], unit) + trailing[2]
    return joined(value, unit)


def bare_label(label: str, unit: str) -> tuple[str, str]:
    """Return a label without the unit in brackets and marks at its end, and the unit: 植树（棵）: -> 植树, 棵."""
    label = without_marker(tidy(label).rstrip("：:"))
    found = _UNIT_IN_LABEL.search(label)
    if found and (not unit or unit == found[1]):
        return label[: found.start()], unit or found[1]
    return label, unit


def starts_dated(text: str) -> bool:
    """Whether a text begins with a date: 5月举办."""
    return bool(_LEADING_DATE.match(text))


def behind_date(text: str) -> str:
    """Return what stands behind the date that a text begins with."""
    return _LEADING_DATE.sub("", text).lstrip("，, ")


def items_in(text: str) -> tuple[str, ...]:
    """Return the statements of a typed list: on lines, between semicolons, or numbered 1. 2. 3."""
    text = _ON_ONE_LINE.sub("\n", text) if _ITEM_NUMBER.match(text) else text
    parts = tuple(_ITEM_NUMBER.sub("", p) for p in re.split(r"[；;\n]", text) if tidy(p))
    return tuple(words for part in parts if (words := tidy(part)))


def counted_noun(label: str, unit: str, things: tuple[str, ...]) -> str:
    """Return what a label counts: 床位数 420张 -> 床位, 户数 -> 住户; how many people and how often stays as typed."""
    noun = _HOUSEHOLDS.sub("住户", label)
    if noun != label or unit not in things or label.endswith(_NUMBERS_OF):
        return noun
    return label.removesuffix("数") if len(label) > 2 else label


def has_span(label: str) -> bool:
    """Whether a label begins with a span of time or a word of quantity of its own, and so takes no 累计 before it."""
    return bool(_SPAN.match(label))


def span_of(label: str) -> str:
    """Return the span of time or word of quantity that a label begins with: 三年申报低保户 -> 三年; or nothing."""
    found = _SPAN.match(label)
    return found[0] if found else ""


def begins_with_deed(words: str, verbs: tuple[str, ...]) -> bool:
    """Whether a statement begins with a deed and so lacks its subject: 成立秧歌艺术团; 为老楼更换楼道灯42盏."""
    verb = max((v for v in (*verbs, *_STARTS) if words.startswith(v)), key=len, default="")
    return bool(verb) and not _NO_DEED.match(words[len(verb) :])


def names_people(label: str) -> bool:
    """Whether a label names people by what they do or get: 办理助学贷款的困难学生."""
    return bool(_DOER.match(label))


def is_deed(label: str, verbs: tuple[str, ...]) -> bool:
    """Whether a label says what was done, behind a span of time or a word of quantity: 三年申报低保户."""
    core = _SPAN.sub("", label)
    verb = max((v for v in verbs if core.startswith(v)), key=len, default="")
    after = core[len(verb) : len(verb) + 1]
    return bool(verb) and after not in ("之", "的", "后", "前", "率", "") and not names_people(label)


def tidy(text: str) -> str:
    """Return a typed text on one line, without stops at its end, braces and doubled marks."""
    lines = [_BRACES.sub("", line).strip().strip("。；;，,、") for line in text.splitlines()]
    joined = "；".join(line for line in lines if line)
    joined = _QUOTED.sub(r"“\1”", joined.translate(_FULL_WIDTH))
    joined = _ASCII_MARK.sub(lambda m: _FULL[m[1]], re.sub(r"[ \t\u3000]+", " ", joined))
    return _DOUBLED.sub(r"\1", joined).strip().strip("。；;，,、").rstrip(".．：:").strip()


def ended(sentence: str) -> str:
    """Return a sentence with its final stop, where it has none yet."""
    return sentence if re.search(r"[。！？：…]$|[。！？][”’」』）]$", sentence) else sentence + "。"


def with_link(words: str) -> str:
    """Put 为 where it belongs before a rough figure: 率为约95% -> 率约为95%, 率为近95% -> 率近95%."""
    return _LINK_BEFORE_ROUGH.sub(r"\1", _LINK_BEFORE_ABOUT.sub(r"\1为", words))


def names_in(text: str) -> tuple[str, ...]:
    """Return the short names that a typed list holds; a statement is one name."""
    if _SPACED.fullmatch(text.strip()):
        return tuple(text.split())
    parts = _parts(_LISTED, text)
    if len(parts) == 1 and all(_is_name(p) for p in _parts(_COMMAS, text)):
        parts = _parts(_COMMAS, text)
    if any(len(p) > _LONGEST_NAME or "，" in p for p in parts) or "。" in text or _opens_unevenly(parts):
        return (tidy(text),)
    return parts


def _is_name(words: str) -> bool:
    return len(words) <= _SHORT_NAME and not (
        re.search(r"\d", words) or _CLAUSE.search(words) or words.startswith(_LEADS_ON)
    )


def _parts(mark: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(p for p in (tidy(p) for p in mark.split(text)) if p)


def _opens_unevenly(parts: tuple[str, ...]) -> bool:
    """Whether a part holds half of a pair of quotes or brackets: the list was cut inside it."""
    return any(p.count(a) != p.count(b) for p in parts for a, b in ("“”", "《》", "（）", "()", "「」"))


def likeness(one: str, other: str) -> float:
    """Return how many pairs of characters two labels share, 0 to 1."""
    a, b = ({w[i : i + 2] for i in range(len(w) - 1)} for w in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def is_named(words: str) -> bool:
    """Whether words are names rather than a sentence: 督查通报、联席会议; 督查通报制度."""
    return not re.search(r"[，。；\d]", words) and ("、" in words or len(words) <= _SHORT_NAME)


def after_verb(words: str, verb: str, verbs: tuple[str, ...]) -> str:
    """Put a verb before words that have none, behind a leading date: 3月5日动员会 -> 3月5日召开动员会."""
    if words.startswith(verbs) or verb in words or behind_date(words).startswith(verbs):
        return words
    if "、" in words and "，" not in words:
        return verb + words
    date = _LEADING_DATE.match(words)
    if not date:
        return verb + words
    rest = words[date.end() :]
    return words if rest.startswith(verbs) or rest.startswith(("，", "获", "在", "由")) else date[0] + verb + rest


def with_ending(words: str, ending: str) -> str:
    """Close a list with the word for its kind: 督查通报、联席会议 -> 督查通报、联席会议等制度."""
    if re.search(r"[，。；]", words) or words.endswith((ending, *_KINDS)):
        return words
    return f"{words}等{ending}" if "、" in words else words + ending
