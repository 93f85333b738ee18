"""A unit's own document type, begun from its own past documents: a complete YAML file for people to go on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.derive import Derived, DerivedSection
from drafter.structure.outline import Outline
from drafter.structure.roles import role_names
from drafter.structure.skeletons import load_skeleton, skeleton_keys

_CLOSING_ROLES = ("honors", "problems", "goals", "plans")
# Where a topic goes that has no section of its own, best first.
_NEAR = {
    "party": ("leadership", "team"),
    "institutions": ("leadership",),
    "goals": ("leadership", "plans"),
    "records": ("publicity", "institutions"),
    "youth": ("ideology", "culture"),
    "science": ("culture", "publicity"),
    "infrastructure": ("culture", "service"),
    "joint": ("volunteer", "leadership"),
    "employment": ("relief", "service"),
    "relief": ("service", "volunteer"),
    "health": ("service", "environment"),
    "informatization": ("service", "publicity"),
    "selfgov": ("security", "leadership"),
}
_PLAIN_ROLES = ("review", "other", "guiding", "market", "economy")
_UNIT = re.compile(r"^[\u4e00-\u9fffxX*]{2,16}?(?:社区|居委会|街道办事处|街道|镇|乡|公司|局|中心|学校|医院)(?=.{4})")
_PERIOD = re.compile(r"(?:\d{4}|[\dxX]{4})年(?:度|上半年|下半年)?|(?:上|下)半年")


def new_type(key: str, outlines: Sequence[Outline], derived: Derived) -> str:
    """Return the YAML text of a document type with the sections that at least half of the samples have."""
    kept = [s for s in derived.sections if s.use != "optional" and s.role not in (*_PLAIN_ROLES, "overview")]
    kept = [s for s in kept if s.role not in _CLOSING_ROLES] or list(derived.sections[:1])
    topics = _topics([s.role for s in kept])
    sections = [_opening(topics.pop("opening")), *(_section(s, topics[s.role]) for s in kept)]
    sections.append({"key": "closing", "heading": "", "purpose": "总结成效和荣誉，说明不足和下一步打算。"})
    sections[-1] |= {"topics": topics["closing"], "required": True, "min_chars": 40, "max_chars": 500}
    whole = {"name": key, "title": _title(outlines), "sections": sections}
    dumped: str = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=120)
    return dumped


def _opening(topics: list[str]) -> dict[str, object]:
    purpose = "交代单位、时段和在谁的领导下开展工作，引出下文。"
    return {"key": "opening", "heading": "", "purpose": purpose, "topics": topics, "required": True} | {
        "min_chars": 40,
        "max_chars": 450,
    }


def _section(section: DerivedSection, topics: list[str]) -> dict[str, object]:
    known = (load_skeleton(key).spec(section.role) for key in skeleton_keys())
    model = next((spec for spec in known if spec is not None and spec.heading), None)
    name = role_names()[section.role]
    shortest, _, longest = section.chars
    return {
        "key": section.role,
        "heading": model.heading if model else name,
        "purpose": model.purpose if model else f"说明{name}做了什么、取得什么结果。",
        "moves": list(model.moves) if model else [],
        "topics": topics,
        "required": False,
        "min_chars": max(30, shortest * 6 // 100 * 10),
        "max_chars": max(200, longest * 15 // 100 * 10),
    }


def _topics(roles: Sequence[str]) -> dict[str, list[str]]:
    """Give every topic of the form to exactly one section; what fits none goes to the last section before the end."""
    places: dict[str, list[str]] = {"opening": ["overview"], **{role: [] for role in roles}, "closing": []}
    for topic in load_catalogue().topics:
        if topic.key == "overview":
            continue
        near = next((role for role in (topic.key, *_NEAR.get(topic.key, ())) if role in roles), "")
        ending = "closing" if topic.key in _CLOSING_ROLES else roles[-1]
        places[near or ending].append(topic.key)
    places[roles[-1]].append(OTHER)
    return places


def _title(outlines: Sequence[Outline]) -> str:
    """Return the first sample's title with its unit and period left open."""
    title = next((outline.title for outline in outlines if outline.title), "工作总结")
    title = _PERIOD.sub("{period}", _UNIT.sub("{unit}", title.replace("{", "").replace("}", ""), count=1), count=1)
    if "{period}" not in title:
        title = title.replace("{unit}", "{unit}{period}") if "{unit}" in title else "{period}" + title
    return title if "{unit}" in title else "{unit}" + title
