"""Numbers told of fewer than their fact counts, or of another sort: 困难党员156名 of 党员, 物业纠纷31件 of 邻里纠纷."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from drafter.resources import load_yaml
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.lookup import ValueIndex
from drafter.tracing.objections.rivals import of_one_kind
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.subject import also_called

_NOUN = 2
_NARROWING = ("narrowing", "fields", "topics")
_ANY = (*_NARROWING, "sorts")
_ENDS = ("、", "，", "）", "”", "和", "与", "及")
"""What parts the words before a number from it: 371名高龄老人和85名独居老人."""
_FOR = ("为", "给", "向", "对")
_LIVING = frozenset(("人", "名", "位", "户", "家", "人次", ""))
_OF_ANYONE = frozenset("人民员生者户家案班车校院")
_DOERS = ("党员", "学生", "教师", "教职工", "职工", "员工", "家庭", "社会")
_SELF = frozenset(("社区", "辖区", "街道", "全镇", "全村", "全校", "本校", "学校", "单位", "村内", "镇区", "小区"))
"""By which a unit calls itself: 社区绿化面积 is no 社区面积."""
_RUN = re.compile("[\u4e00-\u9fff]+")
_LIGHT = re.compile(
    "(?:总人数|总户数|总数|人数|户数|数量|共有|共计|总共|合计|累计|达到?|[共有近已为超是各均的了计]|(?<![签预节])约|超过|突破|增至|分别)+$"
)
_OF_A_SORT = re.compile("[\u4e00-\u9fff](?<![各分同多几此这那种门大一二两三四五六七八九十])类的?")
_WITHIN = re.compile("[中里]")
_SPLIT = re.compile(r"以[上下]\|.|.\|收入$")
"""Where a modifier may stand within a name: 60岁以上|独居|老人, 村集体|经营性|收入."""
_COUNTING = re.compile("(?:总数|人数|户数|人次|次数|数量|总量|数|(?<=..)量|(?<=..)(?<![案事证邮零条物部文软硬])件)$")
_OF_ALL = re.compile("(?:各类|各项|群众|居民|市民)(?=..)|(?<=..)(?:群众|居民|市民)")
_WIDE = re.compile(
    "^(?:开展|举办|组织|召开|实施|办理|完成|建立|到馆|接待|参观|入馆|持证|营运|运营|在院|在园|入住|到场|在册|注册|现有|实有|登记|"
    "社区|辖区|全社区|全村|全校|全镇|本校|总|各类|各项)+(?=..)"
)


def flag_narrowed(reading: Reading) -> None:
    """Object to a number whose noun is told right at it with a word that its fact lacks, or has another instead of."""
    for spot, stated in reading.stating():
        if spot.number is None or stated.place == "label" or stated.prior or not stated.subject:
            continue
        if spot.after[0] == spot.after[1] and reading.text[slice(*spot.before)] == stated.subject:
            continue  # nothing is told but the fact's own name
        if not (_any_word().search(reading.text, spot.before[0], spot.after[1]) or _kin_of(reading.values, stated)):
            continue
        noun = bare(stated.near or stated.subject)
        for words in phrases(reading, spot):
            if len(noun) >= _NOUN and words.startswith(noun) and words != noun and not _outcomes().search(words):
                continue  # 472间宿舍评出文明宿舍: what is counted stands first, more follows of something else
            meant = _named_whole(reading, spot, stated, words)
            if meant is not None or _narrows(reading, stated, words):
                reading.refuse(spot.at, Objection("swapped_subject", (stated,), (meant,) if meant is not None else ()))
                break


def narrows(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number is told of fewer than evidence counts, or of another sort: 女党员98名 beside 党员212名."""
    return any(_narrows(reading, e, words) for words in phrases(reading, spot))


def phrases(reading: Reading, spot: Spot) -> Iterator[str]:
    """Yield the words that lead up to a number, its light words aside, and those that go on behind its unit."""
    before = _RUN.findall(unlit(reading.text[slice(*spot.before)]))
    if before and not reading.text[slice(*spot.before)].endswith(_ENDS):
        yield before[-1]
    behind = _RUN.match(reading.text, *spot.after)
    if behind is not None:
        yield _WITHIN.split(behind.group())[0]  # 84名教师中高级教师21人


def unlit(words: str) -> str:
    """Return the words before a number but for those that only lead up to it: 糖尿病患者 of 糖尿病患者共有."""
    return _LIGHT.sub("", words)


def _named_whole(reading: Reading, spot: Spot, stated: Evidence, words: str) -> Evidence | None:
    """Return the fact whose name, longer than the stated one's by what comes before it, stands in the words."""
    own, kin = bare(stated.subject), [e for e in _kin_of(reading.values, stated) if of_one_kind(spot, e)]
    deed = words.removesuffix(own) if words.endswith(own) else ""
    for e in kin if len(deed) == _NOUN and deed not in _SELF else ():
        if e.subject == deed + own[-_NOUN:]:
            return e  # 检查定点医疗机构 tells what 检查机构 counts, not all that there are
    longer = (e for e in kin if e.subject.endswith(own) and len(e.subject) > len(own))
    nouns = dict.fromkeys((own, own[-_NOUN:]))  # 解决诉求 for 解决居民诉求, which is another fact than 居民诉求
    return next((e for e in longer for noun in nouns if _in_turn(e.subject.removesuffix(own), noun, words)), None)


def _kin_of(values: ValueIndex, stated: Evidence) -> tuple[Evidence, ...]:
    """Return the facts with another number whose names end in a fact's whole name, or are a deed and its last noun."""
    found = values.kin.get(stated.at)
    if found is None:
        own = bare(stated.subject)
        alike = values.by_ending.get(own[-_NOUN:], ()) if len(own) >= _NOUN and not stated.near else ()
        found = values.kin[stated.at] = tuple(
            e for e in alike
            if e.number != stated.number and e.subject not in stated.subject
            and (len(e.subject) == 2 * _NOUN or e.subject.endswith(own))
        )  # fmt: skip
    return found


def _in_turn(head: str, noun: str, words: str) -> bool:
    """Say whether words have a name's two parts one behind the other: 物业服务满意度 for 物业满意度."""
    at = words.rfind(noun)
    return len(head) >= _NOUN and at > 0 and head in words[max(0, at - len(head) - _NOUN) : at]


def _narrows(reading: Reading, stated: Evidence, words: str) -> bool:
    """Say whether words have the fact's noun behind a modifier, where the fact has none or another before it."""
    modifiers, narrowing = _modifiers()
    own = f"{stated.near} {stated.far} {reading.known.wordings[stated.fact]}"
    if _compounds().search(own) and _is_one_of_both(words, own):
        return True
    outcome = _outcomes().search(words)
    if outcome is not None and not any(other in own for other in _row(outcome.group())):
        return _is_of(words[: outcome.start()], stated)
    name = _name_of(stated)
    sorted_out = _OF_A_SORT.search(words) if "类" in words and "类" not in own else None
    if sorted_out is not None and _ends_in(name, bare(words[sorted_out.end() :])):
        return True  # 安全隐患类事件 are some of 上报事件
    if modifiers.search(words) is None:
        return False
    for word in modifiers.findall(words):
        head, _, rest = words.partition(word)
        rest, row = rest.removeprefix("的"), _row(word)
        if any(other in own for other in row) or not set(word).isdisjoint(set(own) - _OF_ANYONE):
            continue
        if head.endswith(_FOR) and stated.unit.name not in _LIVING:
            continue  # 为困难群众捐赠衣物980件 tells for whom, and not which
        inside = _SPLIT.search(f"{head}|{rest}") and name.endswith(head + rest)
        of_a_field = row in _rows()["fields"]
        if of_a_field and not _led_up_to(head, name):
            continue
        named = inside or _names(rest, name) or (of_a_field and _ends_in(name, bare(rest)))
        if word in narrowing and rest and named:
            return not (_is_implied(word, rest) or _is_what_the_sheet_is_about(reading, stated, row))
        sort = _sort_of(name)
        if sort and sort not in row and sort not in words and _names(rest, name.removeprefix(sort)):
            return True
    return False


def sorts_apart(words: str, own: str, name: str) -> str:
    """Return the word of modifiers.yaml by which words tell one sort of what a fact tells without it, if any.

    邻里 of 调解邻里纠纷 beside 调解纠纷. None for who does something, for whom, and what a deed is of by its nature.
    """
    find, _ = _modifiers()
    for found in find.finditer(words):
        word, head, rest = found.group(), words[: found.start()], words[found.end() :]
        apart = word not in _DOERS and not head.endswith(_FOR) and not any(same in own for same in _row(word))
        while (more := find.match(rest)) is not None:
            rest = rest[more.end() :]  # 婚姻家庭纠纷
        if apart and len(rest) >= _NOUN and rest[:_NOUN] in name and not _is_implied(word, rest + own):
            return word
    return ""


def _ends_in(name: str, noun: str) -> bool:
    return len(noun) >= _NOUN and name.endswith(noun)


def _led_up_to(head: str, name: str) -> bool:
    """Say whether before a modifier stands a mere deed or nothing, or how the fact's name begins."""
    led = _leads().match(head)
    return led is not None and name.startswith(head[led.end() :])


def _name_of(stated: Evidence) -> str:
    """Return the name that a fact tells a number by: a statement's own words, else the label."""
    return bare(stated.near.split(" ")[0] if stated.place == "text" else stated.subject)


def _is_of(words: str, stated: Evidence) -> bool:
    """Say whether words end in the name of a fact, or its name in them."""
    name = _name_of(stated)
    return min(len(name), len(words)) >= _NOUN and (words.endswith(name) or name.endswith(words))


def _is_implied(word: str, rest: str) -> bool:
    """Say whether a deed is by its nature done to what a modifier names: 老旧小区改造 is no other than 小区改造."""
    return any(word in row and any(deed in rest for deed in row) for row in _rows()["implied"])


def _is_what_the_sheet_is_about(reading: Reading, stated: Evidence, row: tuple[str, ...]) -> bool:
    """Say whether a topic is told by other facts as well: 反诈宣讲 of 宣讲 beside 安装反诈APP."""
    others = (words for fact, words in reading.known.wordings.items() if fact != stated.fact)
    return row in _rows()["topics"] and any(word in words for words in others for word in row)


def _is_one_of_both(words: str, own: str) -> bool:
    """Say whether words name one of two things that a fact counts together: 急诊量 of 门急诊量."""
    for both, *each in _rows()["compounds"]:
        rest = own.replace(both, "")
        if both in own and both not in words and sum(one in words for one in each) == 1:  # 医生护士 are both
            return not any(one in rest for one in each)
    return False


def _names(words: str, noun: str) -> bool:
    """Say whether words are a noun, or another name of it."""
    if len(noun) < _NOUN:
        return False
    if len(words) == 1:
        return noun.endswith(("学生", "校生") if words == "生" else f"{words}数")  # 男生 of 在校学生, 脱贫户 of 户数
    words, noun = _OF_ALL.sub("", words), _OF_ALL.sub("", noun)
    known = also_called(noun)
    return words.startswith(noun) or (noun in known and words in known)


@lru_cache(maxsize=2048)
def bare(name: str) -> str:
    """Return a name but for the deeds and places before it and what only counts it: 讲座 of 举办讲座次数."""
    return _WIDE.sub("", _COUNTING.sub("", name.strip()) or name)


@lru_cache(maxsize=2048)
def _sort_of(name: str) -> str:
    """Return the modifier that a name begins with, if any."""
    found = _modifiers()[0].match(name)
    return found.group() if found is not None else ""


@cache
def _rows() -> dict[str, tuple[tuple[str, ...], ...]]:
    found = load_yaml(files("drafter.tracing.objections").joinpath("modifiers.yaml").read_text(encoding="utf-8"))
    return {name: tuple(tuple(row.split()) for row in rows) for name, rows in found.items()}


@cache
def _modifiers() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return what finds a modifier, the longest first, and which of them narrow any noun."""
    names = "|".join(name for row in _rows()["names"] for name in row)
    every = {word for name in _ANY for row in _rows()[name] for word in row}
    narrowing = frozenset(word for name in _NARROWING for row in _rows()[name] for word in row)
    return re.compile(f"(?!{names})(?:{'|'.join(sorted(every, key=len, reverse=True))})"), narrowing


@cache
def _any_word() -> re.Pattern[str]:
    """Return what finds any word of modifiers.yaml that may narrow a number."""
    rows = (*(row for name in (*_ANY, "outcomes") for row in _rows()[name]), *(row[1:] for row in _rows()["compounds"]))
    return re.compile("|".join(sorted({"类", *(word for row in rows for word in row)}, key=len, reverse=True)))


@cache
def _leads() -> re.Pattern[str]:
    """Return what matches a body's name and mere deeds, at the head of some words."""
    bodies, deeds = ("|".join(word for row in _rows()[name] for word in row) for name in ("bodies", "leads"))
    return re.compile(f"(?:[\u4e00-\u9fff]{{0,8}}?(?:{bodies}))?(?:{deeds})*")


@cache
def _compounds() -> re.Pattern[str]:
    """Return what finds a word that names two things at once."""
    return re.compile("|".join(row[0] for row in _rows()["compounds"]))


@cache
def _outcomes() -> re.Pattern[str]:
    """Return what finds a word for what became of some, at the end of others."""
    return re.compile(f"(?:{'|'.join(word for row in _rows()['outcomes'] for word in row)})$")


@cache
def _row(word: str) -> tuple[str, ...]:
    """Return the other wordings of a modifier, with it."""
    return next(row for name in (*_ANY, "outcomes") for row in _rows()[name] if word in row)
