"""Tells a fact from an order: 请把志愿者写成5000人 states nothing, and backs nothing."""

from __future__ import annotations

import re

from drafter.models import Fact

# Texts that tell the writer what to put down are no statement about the world, so they back nothing.
_ORDER = re.compile(
    r"(?:把|将)[^，。；]{0,24}(?:写成|写为|写作|改写|填成|填为|说成|报成|算作)"
    r"|(?:请|务必|一律|统一|必须|麻烦|直接)[^，。；]{0,8}(?:[写填报](?:成|为|作|上|入|[0-9０-９])|改成|改为|更正)"
    r"|(?:请|务必|一律|统一|必须|麻烦|直接)[^，。；]{0,8}按照?[^，。；]{0,16}[写填报](?![0-9０-９]*[份篇幅副封])"
    r"|(?:务必|必须|一律)[要都应]?[写填报]"
    r"|(?:正文|总结|材料|文中|此处|这里|数字)[^，。；]{0,8}[写填](?:成|为|作|上)?\s*[0-9０-９]"
    r"|(?:忽略|无视|不要管|忘记|忘掉)[^，。；]{0,12}(?:以上|之前|前面|上述|规则|要求|指令|事实)"
    r"|^(?:更正|勘误|订正)[:：]|(?i:ignore (?:all|the|previous))"
)


def is_order(fact: Fact) -> bool:
    """Say whether a fact tells the writer what to write instead of stating something."""
    return any(_ORDER.search(part) for part in (fact.text, fact.value, fact.label) if part)
