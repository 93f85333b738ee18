"""What a model sends back, as prose: markdown, headings, thoughts and pleasantries removed, refusals recognised.

Knows no facts and no slots; slots pass through as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.writing.sentences import is_whole, sentences

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(</\1>|\Z)", re.S | re.I)
_THOUGHT_END = re.compile(r"\A.*</(?:think|thinking|reasoning)>", re.S | re.I)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.M)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9_-]*(?:\s[^<>\n]*)?/?>")
_LIST_MARK = re.compile(r"^\s*(?:[-*+•●▪·]\s+|[-—]{2,}\s*|>\s*)+")
_RULE_LINE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$|^\s*\|?[\s:|-]+\|[\s:|-]*$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*\|[\s:|-]*$")
_MARKS = "：:。；;，,、"
_LED_ON = re.compile(r"([，、；：,;:])\n+")
"""A line that ends so goes on in the next."""
_HASHES = re.compile(r"^\s*#{1,6}\s*")
_HEADING_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十]+[章节部分]+|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)"
    r"|\d+(?:\.\d+)*[.、．](?!\d)|（\d+）|\(\d+\))\s*"
)
_EMPHASIS = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_STARS = re.compile(r"(?<!\w)\*(?=\S)([^*\n]+?)(?<=\S)\*(?!\w)|\*+")
_CODE = re.compile(r"`+([^`\n]*)`+")
_LINK = re.compile(r"!?\[([^\]\n]+)\]\([^)\n]*\)")
# A space has a meaning between two Latin words only, not beside a Chinese sign or a slot.
_NEEDLESS_SPACE = re.compile(r"(?<![A-Za-z0-9]) +| +(?![A-Za-z0-9])")
_ORDER_WORD = re.compile(
    r"(^|[。！？；\n])\s*(?:(?:(?:最后|总之|再者)[，,：:]|(?:首先|其次|再次|综上所述|总而言之)[，,：:]?)\s*)+"
)
_PLEASANTRY = re.compile(
    r"^(?:(?:好的|当然|没问题|明白了?|收到|Sure|Certainly)[，,。！!：:].{0,40}"
    r"|(?:以下|下面)是.{0,40}[：:]"
    r"|(?:根据|按照|遵照)您.{0,40}"
    r"|Here(?: is|'s).{0,80}"
    r"|(?:正文|改写后|修改后|改好的正文)(?:的正文)?(?:如下)?[：:]"
    r"|希望(?:以上|这份|这些|对您).{0,40}"
    r"|如(?:果)?(?:您)?(?:有|需|还).{0,20}(?:修改|调整|帮助|补充|疑问|问题).{0,20}"
    r"|以上(?:是|内容|即为)(?:本节|正文|改|全部|根据).{0,40}"
    r"|请(?:您)?(?:审阅|查收|告诉我|告知我).{0,20}"
    r"|[（(]?(?:字数|全文约|本节约|注|说明|备注)[：:].{0,80})$",
    re.I,
)
_REFUSAL = re.compile(
    r"^(?:非常|很)?(?:抱歉|对不起|遗憾)|作为(?:一[个名])?(?:AI|人工智能|语言模型|大?模型)|我(?:无法|不能|没有办法|不可以)"
    r"(?:为您|提供|完成|撰写|协助|回答|生成|帮)|I(?:'m| am) (?:sorry|unable)|I can(?:no|')t|As an AI",
    re.I,
)
_SLOTS = re.compile(r"[{｛]+[^{}｛｝]*[}｝]+|[A-Za-z]\w*\.\w+")
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
REFUSAL_CHARS = 160
"""A refusal is short; a longer text that holds one of its phrases is read as a text."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A model's reply as prose. `fault` says in Chinese why it can't be used at all; empty where it can."""

    text: str
    fault: str = ""
    cleaned: tuple[str, ...] = ()
    """What was removed, in Chinese."""


def read_reply(raw: str, headings: Sequence[str], cut_off: bool) -> Reply:
    """Return the prose of a reply; `headings` are those of the document, which no section's text may repeat."""
    text, removed = _without_wrapping(raw)
    lines = [_plain_line(line) for line in _without_table_heads(text.split("\n"))]
    prose = [line for line in lines if line and not _is_heading(line, headings) and not _PLEASANTRY.match(line)]
    if any(_HAN.search(line) for line in prose):
        prose = [line for line in prose if _HAN.search(line) or _SLOTS.search(line)]
    plain = _LED_ON.sub(r"\1", "\n".join(_HEADING_NUMBER.sub("", line).lstrip(_MARKS) for line in prose))
    if "".join(plain.split()) != "".join(text.split()):
        removed.append("标题、标记或客套话")
    plain = _ORDER_WORD.sub(r"\1", plain).strip()
    plain, dropped = _without_torn_end(plain, cut_off)
    if dropped:
        removed.append("没有写完的半句")
    return Reply(plain, _fault(plain), tuple(dict.fromkeys(removed)))


def preview(raw: str) -> str:
    """Return a reply that is still coming as it can be shown: no thoughts, no half-written slot at its end."""
    text, _ = _without_wrapping(raw)
    return re.sub(r"[{｛]+[^{}｛｝]*$|[<`#*]+[^\n]*$", "", text).strip()


def _without_wrapping(raw: str) -> tuple[str, list[str]]:
    removed = []
    text = _THOUGHT_END.sub("", _THOUGHT.sub("", raw))
    if text != raw:
        removed.append("思考过程")
    text = _TAG.sub("", _FENCE.sub("", text))
    return text.replace("\r", "\n"), removed


def _without_table_heads(lines: Sequence[str]) -> list[str]:
    """Return lines without those that head the columns of a table."""
    return [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if not _TABLE_RULE.match(after)]


def _plain_line(line: str) -> str:
    if _RULE_LINE.match(line):
        return ""
    hashed = bool(_HASHES.match(line))
    line = _LIST_MARK.sub("", _HASHES.sub("#" if hashed else "", line))
    line = _LINK.sub(r"\1", _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", line)))
    line = _STARS.sub(lambda m: m.group(1) or "", line)
    if line.count("|") >= 2:
        cells = [cell.strip() for cell in line.strip(" |").split("|") if cell.strip()]
        line = ("" if len(cells) == 2 else "，").join(cells)
        line += "" if not line or is_whole(line) else "。"
    return _NEEDLESS_SPACE.sub("", re.sub(r"[ \t\u3000]+", " ", line)).strip()


def _is_heading(line: str, headings: Sequence[str]) -> bool:
    """Whether a line is a heading: marked as one, one of the document's own, or short, numbered and without an end."""
    if line.startswith("#"):
        return True
    bare = _HEADING_NUMBER.sub("", line).strip(f" {_MARKS}")
    if bare in headings:
        return True
    numbered = bare != line.strip(f" {_MARKS}")
    return numbered and len(bare) <= 30 and not is_whole(line) and not re.search(r"[，；,{｛]", bare)


def _without_torn_end(text: str, cut_off: bool) -> tuple[str, bool]:
    """Return the text with a whole last sentence: a torn one is dropped, a mere missing full stop is put."""
    if not text or is_whole(text):
        return text, False
    last = sentences(text)[-1]
    if cut_off:
        return text[: last.start].rstrip(), True
    return text.rstrip("，,；;：:、 ") + "。", False


def _fault(text: str) -> str:
    bare = _SLOTS.sub("", text)
    if not re.search(r"\w", text):
        return "回答是空的"
    if len(text) <= REFUSAL_CHARS and _REFUSAL.search(text):
        return "模型拒绝写作"
    if len(_LATIN.findall(bare)) > len(_HAN.findall(bare)):
        return "回答不是中文"
    return ""
