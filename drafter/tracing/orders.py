"""Tells a fact from an order: 请把志愿者写成5000人 states nothing, and backs nothing.

A statement says what there is or what was done. An order or a correction speaks of how that is told: it has a verb
of writing over a number that nobody writes (5000人 are no 5000副), names the text itself, or tells a reader what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.models import Fact
from drafter.tracing.vocabulary import WRITTEN

_N = r"(?:[0-9０-９]|[一二三四五六七八九十百千万两]{2})"
_FIGURES = r"[0-9０-９.,，．]*[一二三四五六七八九十百千万亿余多]*"
_OF_WRITING = rf"(?:{'|'.join(sorted(WRITTEN, key=len, reverse=True))})"
_NUMBER = rf"(?:约|近|超过?|为|是)?\s*(?={_N}){_FIGURES}(?!{_OF_WRITING}|[0-9０-９.一二三四五六七八九十百千万亿余多])"
"""A number that is not of what one writes: 写春联1200副 tells what was done."""
_ASKED = r"(?<![邀聘申提宴报恳特敦延有])请(?![示假教战愿来到进专])"
_DIRECTS = rf"(?:{_ASKED}|务必|一律|统一|必须|麻烦|劳驾|直接|[应须宜]|建议|希望|最好|要求|尽量|记得|就|不要|[别勿])"
_ITS_WORK = "春联|对联|福|信|家书|日记|作文|稿|诗|标语|横幅|文章|通讯"
_WRITES = rf"(?:(?<![书编撰抄手听拼续缩默义误])写(?!{_ITS_WORK})|(?<![回充装误])填(?![报写充埋]))"
_TELLS = rf"(?:{_WRITES}|表述|表达|描述|改写|说成|说是|报成|讲成|算作)"
_COUNTED = "人次?|名|户次?|[%％]"
# Texts that tell the writer what to put down are no statement about the world, so they back nothing.
_ORDER = re.compile(
    r"(?:把|将)[^，。；]{0,24}(?:写成|写为|写作|写[进入](?:总结|材料|报告|文稿|正文|文中|稿子)|改写|填[成为]|说成|报[成为作]|上报[成为]|算作)"
    rf"|{_TELLS}(?:成|为|作|到|上|的?是)?{_NUMBER}"
    rf"|{_DIRECTS}[^，。；]{{0,10}}{_TELLS}[^，。；0-9]{{0,8}}{_NUMBER}"
    rf"|(?:{_ASKED}|务必|一律|统一|必须|麻烦|直接)[^，。；]{{0,8}}(?:[填报](?:成|为|作|上|入|[0-9０-９])|改成|改为|更正)"
    rf"|(?:{_ASKED}|务必|一律|统一|必须|麻烦|直接)[^，。；]{{0,8}}按照?[^，。；]{{0,16}}(?:[写填]|报(?![送名告销备请到]))(?![0-9０-９]*[份篇幅副封])"
    rf"|(?:{_ASKED}|麻烦|劳驾|帮我|记得)[^。；]{{0,30}}(?:改成|改为|调整?[到为成]|更正|订正|换成|修改|照此|照写|为准)"
    r"|(?:务必|必须|一律)[要都应]?(?:[写填]|报(?![送名告销备请到]))"
    rf"|(?:总结|材料|此处|这里|数字|数据)[^，。；]{{0,8}}[写填用取放](?:成|为|作|上)?{_N}"
    rf"|(?:(?:就|一律|都)说|写[上进入][^，。；0-9]{{0,8}}|{_ASKED}(?:采?用|取|按))(?:约|近)?{_N}"
    # What names the text itself speaks of that: 文中一律按5000人, 行文时用5000人.
    r"|(?:(?<![课作古公论译引语英中短长原散人])文中(?!心)|正文(?![化明体艺教])|行文|(?:写作|撰写|起草|成稿|写稿)时(?![间长段]))"
    rf"[^。；0-9]{{0,20}}{_N}"
    rf"|[按照以往用取][^，。；]{{0,8}}{_N}[^，。；0-9]{{0,4}}(?:上?写|填写?|表述|表达|描述|的?口径|为准)"
    rf"|口径[为是用取:：][^，。；0-9]{{0,8}}{_N}|(?:照此|按此|照这个)[^，。；]{{0,2}}[写填报用]"
    # A count of people does not become another one by being changed: the word is of the figure.
    rf"|^[^由从原]*(?:改成|改为|更正为|订正为|修正为)(?={_N}){_FIGURES}(?:{_COUNTED})"
    rf"|(?:人数|户数|次数|数字|数据|数值)[^，。；0-9由从]{{0,4}}(?:改成|改为|调整?[到为成]|修改[到为成]){_N}"
    rf"|数(?:量|字|据)?(?:统一|一律|直接)?报[为成]?{_N}"
    rf"|应[该当]?[为是](?={_N})"
    r"|(?:忽略|无视|不要管|忘记|忘掉)[^，。；]{0,12}(?:以上|之前|前面|上述|规则|要求|指令|事实)"
    r"|^(?:更正|勘误|订正)[:：]|(?i:ignore (?:all|the|previous))"
)
_DENIED = re.compile(r"(?:不是|并非|绝非|而非|不应[为是]|不再是|误[写填报记算]?[成为作])约?$")
_WRONG = re.compile(r"^[^，。；、0-9]{0,6}(?:有误|错误|错了|不对|不准|不实|作废|是错的|系误)")


_TRUE_HALF = re.compile(r"^[^。；，]{0,12}(?:实际|事实上|真实)[^。；，]*(?=[，；][但可]|[，；](?:不过|然而))")


def statements(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield what states something: the facts without the orders, and of 实际走访240户，但请写成480户 the true half."""
    for fact in facts:
        if not is_order(fact):
            yield fact
            continue
        half = _TRUE_HALF.match(fact.text) if not (fact.value or fact.label) else None
        true = fact.model_copy(update={"text": half.group()}) if half is not None else None
        if true is not None and not is_order(true):
            yield true


def is_order(fact: Fact) -> bool:
    """Say whether a fact tells the writer what to write instead of stating something."""
    return any(_ORDER.search(part) for part in (fact.text, fact.value, fact.label) if part)


def takes_back(text: str, start: int, end: int) -> bool:
    """Say whether a text denies its own number between two places: 不是5000人，是326人."""
    return _DENIED.search(text, max(0, start - 8), start) is not None or _WRONG.match(text[end : end + 16]) is not None
