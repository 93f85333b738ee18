"""A unit's own document type, begun from its own past documents: a complete YAML file for people to go on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from drafter.numbers.find import find_mentions
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
_HEADING_LONGEST = 30
_PLAIN_ROLES = ("review", "other", "guiding", "market", "economy")
_UNIT = re.compile(r"^[\u4e00-\u9fffxX*]{2,16}?(?:社区|居委会|街道办事处|街道|镇|乡|公司|局|中心|学校|医院)(?=.{4})")
_PERIOD = re.compile(r"(?:\d{4}|[\dxX]{4})年(?:度|上半年|下半年)?|(?:上|下)半年")


def new_type(name: str, outlines: Sequence[Outline], derived: Derived) -> str:
    """Return the YAML text of a document type with the sections that at least half of the samples have.

    Headings are the samples' own where they state no number; plans stay plans.
    """
    kept = [s for s in derived.sections if s.use != "optional" and s.role not in (*_PLAIN_ROLES, "overview")]
    kept = kept or list(derived.sections[:1])
    topics = _topics([s.role for s in kept])
    headings = _headings(outlines)
    sections = [
        _opening(topics.pop("opening")),
        *(_section(s, topics[s.role], headings.get(s.role, "")) for s in kept),
        _closing(topics["closing"]),
    ]
    whole = {"name": name, "title": _title(outlines), "intends": _intend(outlines), "sections": sections}
    dumped: str = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=120)
    return dumped


def _intend(outlines: Sequence[Outline]) -> bool:
    return 2 * sum(outline.doc_type == "plan" for outline in outlines) > len(outlines)


def _headings(outlines: Sequence[Outline]) -> dict[str, str]:
    """Return by role the first heading that fits every year: no number in it, and of the highest level."""
    found: dict[str, str] = {}
    ranked = sorted((s for outline in outlines for s in outline.sections), key=lambda s: s.level)
    for section in ranked:
        stated = any(mention.kind == "claim" for mention in find_mentions(section.text))
        if not stated and len(section.text) <= _HEADING_LONGEST:
            found.setdefault(section.role, section.text)
    return found


def _opening(topics: list[str]) -> dict[str, object]:
    purpose = "交代单位、时段和在谁的领导下开展工作，引出下文。"
    return {"key": "opening", "heading": "", "purpose": purpose, "topics": topics, "required": True} | {
        "min_chars": 40,
        "max_chars": 450,
    }


def _closing(topics: list[str]) -> dict[str, object]:
    purpose = "总结成效和荣誉，说明不足和下一步打算。"
    return {"key": "closing", "heading": "", "purpose": purpose, "topics": topics, "required": True} | {
        "min_chars": 20,
        "max_chars": 500,
    }


def _section(section: DerivedSection, topics: list[str], own_heading: str) -> dict[str, object]:
    known = (load_skeleton(key).spec(section.role) for key in skeleton_keys())
    model = next((spec for spec in known if spec is not None and spec.heading), None)
    name = role_names()[section.role]
    shortest, _, longest = section.chars
    return {
        "key": section.role,
        "heading": own_heading or (model.heading if model else name),
        "purpose": model.purpose if model else f"说明{name}做了什么、取得什么结果。",
        "moves": list(model.moves) if model else [],
        "topics": topics,
        "required": False,
        "min_chars": max(30, shortest * 6 // 100 * 10),
        "max_chars": max(200, longest * 15 // 100 * 10),
    }


def _topics(roles: Sequence[str]) -> dict[str, list[str]]:
    """Give every topic of the form to exactly one section; what fits none goes to the last one that tells of work."""
    last = next((role for role in reversed(roles) if role not in _CLOSING_ROLES), roles[-1])
    places: dict[str, list[str]] = {"opening": ["overview"], **{role: [] for role in roles}, "closing": []}
    for topic in load_catalogue().topics:
        if topic.key == "overview":
            continue
        near = next((role for role in (topic.key, *_NEAR.get(topic.key, ())) if role in roles), "")
        ending = "closing" if topic.key in _CLOSING_ROLES else last
        places[near or ending].append(topic.key)
    places[last].append(OTHER)
    return places


def _title(outlines: Sequence[Outline]) -> str:
    """Return the first sample's title with its unit and period left open."""
    title = next((outline.title for outline in outlines if outline.title), "工作总结")
    title = _PERIOD.sub("{period}", _UNIT.sub("{unit}", title.replace("{", "").replace("}", ""), count=1), count=1)
    if "{period}" not in title:
        title = title.replace("{unit}", "{unit}{period}") if "{unit}" in title else "{period}" + title
    return title if "{unit}" in title else "{unit}" + title
