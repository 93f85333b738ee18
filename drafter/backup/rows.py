"""What a backup is made of: one model a table, whose fields are the table's columns."""

from __future__ import annotations

from typing import Annotated, ClassVar

import sqlalchemy as sa
from pydantic import AfterValidator, AwareDatetime, Base64Bytes, BaseModel, ConfigDict, Field, model_validator

# Imported for their tables: METADATA knows a table once its module is there.
from drafter import store, typestore  # noqa: F401
from drafter.models import Section
from drafter.store import Work
from drafter.versions import METADATA


def _storable(text: str) -> str:
    """No database takes a zero, and none takes half of a surrogate pair."""
    if "\0" in text:
        raise ValueError("zero character")
    text.encode("utf-8")
    return text


def _section(content: str) -> str:
    Section.model_validate_json(content)
    return content


_Text = Annotated[str, AfterValidator(_storable)]
_Id = Annotated[_Text, Field(min_length=1, max_length=32)]
_Owner = Annotated[_Text, Field(max_length=200)]


class Row(BaseModel):
    """One row of a table of the database."""

    model_config = ConfigDict(extra="forbid")
    table: ClassVar[str]

    @classmethod
    def columns(cls) -> sa.Table:
        """Return the table that these rows stand in."""
        return METADATA.tables[cls.table]


class WorkRow(Row):
    """A document, deleted ones too, with the time of its last change."""

    table = "works"
    id: _Id
    content: _Text
    changed: AwareDatetime
    deleted: bool = False
    owner: _Owner = ""

    @model_validator(mode="after")
    def _has_one_id(self) -> WorkRow:
        if Work.model_validate_json(self.content).id != self.id:
            raise ValueError("the content has another id")
        return self

    def called(self, work_id: str) -> WorkRow:
        """Return the same document under this id."""
        if work_id == self.id:
            return self
        content = Work.model_validate_json(self.content).model_copy(update={"id": work_id}).model_dump_json()
        return self.model_copy(update={"id": work_id, "content": content})


class TemplateRow(Row):
    """The unit's own Word template that a document is laid out by."""

    table = "templates"
    work_id: _Id
    name: _Text
    content: Base64Bytes


class VersionRow(Row):
    """A text that a section had from `made` on; rows stand in the order in which they were made."""

    table = "section_versions"
    work_id: _Id
    section_key: Annotated[_Text, Field(max_length=200)]
    content: Annotated[_Text, AfterValidator(_section)]
    made: AwareDatetime


class PreferenceRow(Row):
    """What a unit chose for all its documents."""

    table = "preferences"
    owner: _Owner = ""
    name: Annotated[_Text, Field(min_length=1, max_length=64)]
    content: _Text


class TypeRow(Row):
    """A document type of the unit's own."""

    table = "document_types"
    owner: _Owner = ""
    key: Annotated[_Text, Field(min_length=1, max_length=100)]
    name: Annotated[_Text, Field(min_length=1, max_length=200)]
    content: _Text


KINDS: tuple[type[Row], ...] = (WorkRow, TemplateRow, VersionRow, PreferenceRow, TypeRow)
"""In this order they can be put back: a document before what hangs on it."""
