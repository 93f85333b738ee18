"""The unit's own document type from outlines that staff corrected in a table. Values in, values out."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.errors import InputError
from drafter.structure.derivedfile import type_text
from drafter.structure.outline import Outline, OutlineSection
from drafter.structure.roles import role_names
from drafter.structure.skeletons import parse_skeleton
from drafter.typestore import OwnType

LEVELS = ("一级", "二级", "三级", "四级")
NO_HEADING = "不是标题"
_NAME_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Sample:
    """One uploaded document: what it is called in lists, and its outline."""

    name: str
    outline: Outline


def rows_of(samples: Iterable[Sample]) -> list[dict[str, object]]:
    """Return a table row for each heading of the samples, in order."""
    names = role_names()
    return [
        {
            "heading": section.marker + section.text,
            "level": LEVELS[min(section.level, len(LEVELS)) - 1],
            "role": names[section.role],
            "sample": sample.name,
        }
        for sample in samples
        for section in sample.outline.sections
    ]


def corrected(samples: Sequence[Sample], rows: Sequence[Mapping[str, object]]) -> list[Outline]:
    """Return the samples' outlines with the levels and roles of the rows; what is no heading becomes text."""
    keys = {name: key for key, name in role_names().items()}
    given = iter(rows)
    outlines = []
    for sample in samples:
        outline = sample.outline
        opening, sections = list(outline.opening), list[OutlineSection]()
        for section in outline.sections:
            row = next(given)
            if row["level"] == NO_HEADING:
                text = (section.marker + section.text, *section.paragraphs)
                if sections:
                    sections[-1] = replace(sections[-1], paragraphs=sections[-1].paragraphs + text)
                else:
                    opening += text
                continue
            level = LEVELS.index(str(row["level"])) + 1 if row["level"] in LEVELS else section.level
            sections.append(replace(section, level=level, role=keys.get(str(row["role"]), section.role)))
        outlines.append(replace(outline, opening=tuple(opening), sections=tuple(sections)))
    return outlines


def own_type(name: str, outlines: Sequence[Outline]) -> OwnType:
    """Return the document type that these documents show, under that name.

    Raises InputError where the name is missing or too long, or the documents show no section.
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("还没有给文种起名，请填写名称，如“本社区年终总结”。")
    if len(name) > _NAME_LONGEST:
        raise InputError(f"文种名称有 {len(name)} 个字，最多 {_NAME_LONGEST} 个，请起短一些。")
    if not outlines:
        raise InputError("还没有材料，请先上传一份以往的材料。")
    # The offline writer picks openings by the beginning of a type's key: an application opens as an application.
    kind = Counter(outline.doc_type for outline in outlines).most_common(1)[0][0]
    key = f"{kind}_{secrets.token_hex(4)}"
    content = type_text(name, outlines)
    parse_skeleton(content, key)
    return OwnType(key=key, name=name, content=content)
