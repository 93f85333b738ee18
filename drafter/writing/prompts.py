"""Prompts: the Jinja2 files of prompts/, each with its declared variables, rendered to messages for a chat model.

What comes from people (facts, present text, instructions) is put in as data: it can neither close its fence nor look
like a slot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict

from drafter.resources import resource

if TYPE_CHECKING:
    from jinja2 import Environment

PromptName = Literal["system", "section", "again", "repair", "judge"]

DECLARED: Mapping[PromptName, frozenset[str]] = {
    "system": frozenset(),
    "section": frozenset(
        {
            "unit", "superior", "period", "document", "intends", "headings", "heading", "before", "after", "purpose",
            "moves", "min_chars", "max_chars", "slots", "more_slots", "present", "instruction",
        }
    ),
    "again": frozenset({"fault"}),
    "repair": frozenset({"problems"}),
    "judge": frozenset({"facts", "text"}),
}  # fmt: skip
"""The variables that each prompt uses: exactly these, which a test compares with the files."""

_AS_TEXT = str.maketrans({"<": "＜", ">": "＞", "{": "｛", "}": "｝", "\u2028": " ", "\u2029": " "})


class Message(TypedDict):
    """One message of a chat, in the form that every OpenAI-compatible server takes."""

    role: Literal["system", "user", "assistant"]
    content: str


def render(name: PromptName, **variables: object) -> str:
    """Return the text of one prompt. Raises jinja2.UndefinedError where a declared variable is missing."""
    return _environment().get_template(f"{name}.jinja").render(**variables).strip()


def system_and(content: str) -> list[Message]:
    """Return the messages that open a chat: the standing rules, and what is asked."""
    return [{"role": "system", "content": render("system")}, {"role": "user", "content": content}]


@cache
def told_to_all() -> str:
    """Return all that prompts say of themselves, whatever the section: what a poor model repeats in place of a text."""
    bare = {
        **dict.fromkeys(DECLARED["section"] - {"slots"}, " "),
        "moves": (),
        "headings": (),
        "before": None,
        "more_slots": (),
    }
    lots: tuple[object, ...] = ((), ({"name": "", "shown": ""},))
    asked = [render("section", **bare, slots=lot) for lot in lots]
    return "\n".join([render("system"), *asked, render("again", fault=""), render("repair", problems=())])


def replied(messages: Sequence[Message], reply: str, answer: str) -> list[Message]:
    """Return the chat continued by the model's reply and our answer to it."""
    return [*messages, {"role": "assistant", "content": reply}, {"role": "user", "content": answer}]


def as_data(text: object) -> str:
    """Return text that can't leave its fence: brackets and braces full-width, control signs gone."""
    plain = re.sub(r"[^\S\n]+|[\x00-\x09\x0b-\x1f\x7f]", " ", str(text)).translate(_AS_TEXT)
    return re.sub(r"\s*\n\s*", "\n", plain).strip()


def as_line(text: object) -> str:
    """Return text that can't leave its fence, in one line."""
    return as_data(text).replace("\n", " ")


def template_path(name: PromptName) -> Path:
    """Return the file of a prompt."""
    return resource("prompts", f"{name}.jinja")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("prompts")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,
        auto_reload=False,
    )
    environment.filters.update(as_data=as_data, as_line=as_line)
    return environment
