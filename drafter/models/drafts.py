"""What was written: sections with their tables, and the document that they make."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from drafter.models.frozen import Frozen

Origin = Literal["empty", "offline", "model", "staff"]


class Table(Frozen):
    """A small table of figures under its caption, as it is printed: a row has as many cells as the header."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @model_validator(mode="after")
    def _is_even(self) -> Table:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.header):
                raise ValueError(f"表“{self.caption}”第{number}行有{len(row)}格，表头有{len(self.header)}格")
        return self


class Section(Frozen):
    """One written section. `text` holds paragraphs, one a line, without the heading."""

    key: str
    heading: str
    text: str = ""
    table: Table | None = None
    """Stands below the text."""
    origin: Origin = "empty"
    revision: int = 0
    """Raised by every rewrite, so that a page knows that the text under the same key is a new one."""


class Draft(Frozen):
    """A whole document: what is exported."""

    title: str
    unit: str
    date: str
    document: str
    period: str = ""
    sections: tuple[Section, ...] = ()

    def with_section(self, section: Section) -> Draft:
        """Return the draft with the section of the same key replaced."""
        sections = tuple(section if s.key == section.key else s for s in self.sections)
        return self.model_copy(update={"sections": sections})

    def section(self, key: str) -> Section | None:
        """Return the section of that key, or None."""
        return next((s for s in self.sections if s.key == key), None)

    @property
    def text(self) -> str:
        """The headings and paragraphs of the whole document, one a line."""
        return "\n".join(part for s in self.sections for part in (s.heading, s.text) if part)
