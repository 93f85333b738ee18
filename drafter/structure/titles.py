"""Whether a line reads as a title or as a sentence."""

from __future__ import annotations

import re

# What opens a sentence rather than a title: a time, a reason, a subject that acts.
_SENTENCE_START = re.compile(
    r"(?:今年|去年|近年|近几年|目前|截至|全年|上半年|下半年|一年来|半年来|几年来|\d{1,4}\s*[年月—–-]|[\dx_*]{4}年|[一二三四五六七八九十]{1,2}月"
    r"|在.{2,30}(?:期间|中|下|上|基础上)，|为了?(?!民).{2,40}，|自.{2,12}(?:以来|来|起)，|随着|由于|针对|按照|根据|通过.{4,40}，|我们|我社区|我街|我镇|我乡|我局|本社区|社区(?:紧紧|坚持|积极|还|将|共|组织|开展|利用))"
)
_COUNTED = re.compile(r"\d+(?:\.\d+)?[余多]?[万千百]?[余多]?\s*[个次人名户场期份条册支处件项元米吨篇幅块盏棵对%％]")


def reads_as_title(text: str) -> bool:
    """Tell whether a text reads as a title: no time, reason or acting subject at its start, no counted things in it."""
    return not (_SENTENCE_START.match(text) or _COUNTED.search(text) or text.count("，") > 3)
