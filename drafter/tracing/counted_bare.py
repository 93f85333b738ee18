"""Who and what is counted without a counting word: 1740余师生, 尚余6村, 联合14校."""

from __future__ import annotations

import re

_COUNTED = re.compile(
    "[余多]?(?:(?P<人>师生|群众|百姓|老百姓|乡亲|父老)"
    "|(?P<个>村(?![民级委组居务干头医史校道两])|镇(?![级区域村上])|乡(?![级镇村里亲])|县(?![级城域区市])|行政村|自然村"
    "|街道(?![干办])|乡镇(?!干部)|支部|党支部|园区)|(?P<所>校(?![级园外内车区长医企])|学校)|(?P<家>企业))"
)
"""People, places and bodies, by the counting word that they have elsewhere."""


def counted_bare(text: str, end: int) -> tuple[str, int] | None:
    """Return the counting word that is left out behind a numeral, and where what it counts begins."""
    found = _COUNTED.match(text, end)
    name = found.lastgroup if found is not None else None
    return (name, found.start(name)) if found is not None and name is not None else None
