"""Text that people typed, made safe to stand in Markdown."""

from __future__ import annotations

import re

# What Markdown and Streamlit's own signs (:red[...], $...$) are made of, and what begins a list.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|$:~]|^\s*[-+](?=\s)|(?<=\d)[.)](?=\s))")


def as_markdown(text: str) -> str:
    """Return the text on one line, with everything escaped that Markdown would read as a sign."""
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))


def shortened(text: str, longest: int) -> str:
    """Return the text, cut where it is longer than that many characters."""
    return text if len(text) <= longest else text[:longest] + "……"
