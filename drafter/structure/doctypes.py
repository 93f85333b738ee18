"""What kind of document a text is (annual_summary, application, ...) and what kind of unit wrote it (doctypes.yaml)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

UNKNOWN_TYPE = "annual_summary"
UNKNOWN_UNIT = "community"

_READ = 400


def document_type(title: str, text: str) -> str:
    """Return the key of the document type that title and text speak of; an annual summary where nothing tells."""
    return _first("types", title, text, UNKNOWN_TYPE)


def unit_kind(title: str, signature: str, text: str) -> str:
    """Return the kind of unit that wrote a document: community, street, township, agency, company or district."""
    return _first("units", f"{signature}\n{title}", text, UNKNOWN_UNIT)


def _first(name: str, title: str, text: str, otherwise: str) -> str:
    for key, in_title, in_text in _rules()[name]:
        if (in_title and in_title.search(title)) or (in_text and in_text.search(text[:_READ])):
            return key
    return otherwise


_Rule = tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    import yaml

    listed = yaml.safe_load(Path(__file__).with_name("doctypes.yaml").read_text(encoding="utf-8"))
    return {
        name: tuple(
            (rule["key"], *(re.compile(rule[where]) if where in rule else None for where in ("title", "text")))
            for rule in rules
        )
        for name, rules in listed.items()
    }
