"""Fact sheets, drafts and every version of their sections, in a SQL database (SQLite by default).

The database is the only place where work lives: a page reads it afresh on every run and changes it in one transaction,
so that a reload, a restart or a second window finds everything. What was typed is kept as typed, finished or not:
an `Entry` becomes a `Fact` only when it says something that can be read.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy.exc import SQLAlchemyError

from drafter.database import bring_up_to_date, open_engine, writing
from drafter.errors import StoreError
from drafter.models import Draft, Section, SectionPlan
from drafter.versions import METADATA, Version, add_version, as_utc, keep_versions, now, versions_of

_works = sa.Table(
    "works",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("changed", sa.DateTime(timezone=True), nullable=False, index=True),
    sa.Column("deleted", sa.Boolean, nullable=False, default=False),
    sa.Column("owner", sa.String(200), nullable=False, server_default="", index=True),
)

_templates = sa.Table(
    "templates",
    METADATA,
    sa.Column("work_id", sa.String(32), sa.ForeignKey("works.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

_preferences = sa.Table(
    "preferences",
    METADATA,
    sa.Column("owner", sa.String(200), primary_key=True),
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
)

_NOT_THERE = "没有找到这份文稿，它可能已被删除，请在「文稿」页另选一份"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Frozen):
    """One fact as typed, maybe unfinished; the names are those of `Fact`."""

    id: str = ""
    topic: str = ""
    label: str = ""
    value: str = ""
    unit: str = ""
    previous: str = ""
    text: str = ""
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing is stated, whatever the label."""
        return not (self.value or self.previous or self.text or self.note)


class Work(_Frozen):
    """One document on the desk: what was typed for it, and what was written of it so far."""

    id: str = ""
    unit: str = ""
    superior: str = ""
    document: str = "annual_summary"
    period: str = ""
    date: str = ""
    private: str = ""
    """Names that must not leave the machine, as typed: 王某、李某."""
    title: str = ""
    """As staff worded it; empty where the document type gives it."""
    fonts: str = "stock"
    """The key of the font set that the Word files are written in."""
    entries: tuple[Entry, ...] = ()
    draft: Draft | None = None
    locked: tuple[str, ...] = ()
    """Keys of sections that no rewrite may touch."""
    plan: SectionPlan = SectionPlan()
    """What staff changed of the document type for this draft."""
    aside: tuple[Section, ...] = ()
    """Written sections that staff left out: they come back with their text when taken in again."""

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry of that id, or None."""
        return next((e for e in self.entries if e.id == entry_id), None)

    def with_entry(self, entry: Entry) -> Work:
        """Return the work with the entry of the same id replaced, added at the end, or removed when it is empty."""
        if entry.is_empty:
            kept = tuple(e for e in self.entries if e.id != entry.id)
        elif self.entry(entry.id):
            kept = tuple(entry if e.id == entry.id else e for e in self.entries)
        else:
            kept = (*self.entries, entry)
        return self.model_copy(update={"entries": kept})


class Listed(_Frozen):
    """A work in the list of all works, with the time of its last change (UTC)."""

    work: Work
    changed: datetime


class Store:
    """All works of one unit in one database. Safe to share between threads; every method raises StoreError only.

    A work of another unit is not there: no method shows, changes or deletes it, whoever knows its id.
    """

    def __init__(self, url: str, owner: str = "") -> None:
        """Open the database of that SQLAlchemy URL and bring it up to date; `owner` is the unit."""
        self._engine = open_engine(url)
        self.owner = owner
        self.place: str = self._engine.url.render_as_string(hide_password=True)
        with self._explained():
            bring_up_to_date(self._engine)

    def of(self, owner: str) -> Store:
        """Return the works of that unit in the same database."""
        other = copy(self)
        other.owner = owner
        return other

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def create(self, work: Work) -> Work:
        """Keep a new work and return it with its id."""
        kept = work.model_copy(update={"id": secrets.token_hex(9)})
        with self._writing() as connection:
            connection.execute(
                _works.insert().values(
                    id=kept.id, content=kept.model_dump_json(), changed=now(), deleted=False, owner=self.owner
                )
            )
            keep_versions(connection, kept.id, ((), _sections(kept)), typing=False)
        return kept

    def load(self, work_id: str) -> Work:
        """Return the work of that id; StoreError where there is none or it was deleted."""
        with self._reading() as connection:
            return self._load(connection, work_id)

    def change(self, work_id: str, edit: Callable[[Work], Work], *, typing: bool = False) -> Work:
        """Replace a work by what `edit` makes of it, in one transaction; a changed section leaves a version behind.

        With `typing` the change goes on with what staff were typing just before: it is the same version, grown.
        """
        with self._writing() as connection:
            before = self._load(connection, work_id, writes=True)
            after = edit(before)
            if after == before:
                return before
            row = _works.update().where(_works.c.id == work_id)
            connection.execute(row.values(content=after.model_dump_json(), changed=now()))
            keep_versions(connection, after.id, (_sections(before), _sections(after)), typing=typing)
        return after

    def versions(self, work_id: str, section_key: str) -> tuple[Version, ...]:
        """Return the texts that a section has had, newest first; the first is the present one."""
        with self._reading() as connection:
            self._load(connection, work_id)
            return versions_of(connection, work_id, section_key)

    def keep_version(self, work_id: str, section: Section) -> None:
        """Keep a text that did not become the section's own, so that it can be found among its versions."""
        with self._writing() as connection:
            self._load(connection, work_id)
            add_version(connection, work_id, section)

    def works(self, *, deleted: bool = False) -> tuple[Listed, ...]:
        """Return the works (or the deleted ones), last changed first."""
        mine = sa.select(_works).where(_works.c.owner == self.owner, _works.c.deleted == deleted)
        rows = mine.order_by(_works.c.changed.desc())
        with self._reading() as connection:
            return tuple(
                Listed(work=Work.model_validate_json(r.content), changed=as_utc(r.changed))
                for r in connection.execute(rows)
            )

    def template(self, work_id: str) -> tuple[str, bytes] | None:
        """Return name and content of the unit's own Word template that a work is laid out by, or None."""
        wanted = sa.select(_templates.c.name, _templates.c.content).where(_templates.c.work_id == work_id)
        with self._reading() as connection:
            self._load(connection, work_id)
            row = connection.execute(wanted).first()
        return (row.name, row.content) if row else None

    def keep_template(self, work_id: str, given: tuple[str, bytes] | None) -> None:
        """Lay a work out by this template from now on; None goes back to the standard layout."""
        with self._writing() as connection:
            self._load(connection, work_id)
            connection.execute(_templates.delete().where(_templates.c.work_id == work_id))
            if given:
                name, content = given
                connection.execute(_templates.insert().values(work_id=work_id, name=name, content=content))

    def preferences(self, name: str) -> str:
        """Return what was kept under that name, or an empty string."""
        wanted = sa.select(_preferences.c.content).where(self._named(name))
        with self._reading() as connection:
            return str(connection.execute(wanted).scalar() or "")

    def keep_preferences(self, name: str, content: str) -> None:
        """Keep this under that name, for every work of the unit."""
        with self._writing() as connection:
            connection.execute(_preferences.delete().where(self._named(name)))
            connection.execute(_preferences.insert().values(owner=self.owner, name=name, content=content))

    def delete(self, work_id: str) -> None:
        """Take a work off the list; `undelete` brings it back."""
        self._mark(work_id, deleted=True)

    def undelete(self, work_id: str) -> None:
        """Put a deleted work back on the list."""
        self._mark(work_id, deleted=False)

    def _mark(self, work_id: str, *, deleted: bool) -> None:
        with self._writing() as connection:
            mine = _works.update().where(_works.c.id == work_id, _works.c.owner == self.owner)
            if not connection.execute(mine.values(deleted=deleted)).rowcount:
                raise StoreError(_NOT_THERE)

    def _named(self, name: str) -> sa.ColumnElement[bool]:
        return sa.and_(_preferences.c.owner == self.owner, _preferences.c.name == name)

    def _load(self, connection: sa.Connection, work_id: str, *, writes: bool = False) -> Work:
        mine = sa.and_(_works.c.id == work_id, _works.c.owner == self.owner, _works.c.deleted.is_(False))
        wanted = sa.select(_works.c.content).where(mine)
        # Else two windows would both change what was there before either of them. SQLite locks the whole file itself.
        row = connection.execute(wanted.with_for_update() if writes else wanted).first()
        if row is None:
            raise StoreError(_NOT_THERE)
        return Work.model_validate_json(row.content)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._explained(), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as e:
            raise StoreError(f"文稿数据库 {self.place} 读写不成，请检查它所在的文件夹能否写入、磁盘是否已满") from e
        except ValidationError as e:
            raise StoreError(
                f"文稿数据库 {self.place} 里有一份内容读不出来，它可能由别的版本写成，请换回那个版本打开"
            ) from e


def sqlite_url(path: Path) -> str:
    """Return the SQLAlchemy URL of a SQLite file."""
    return sa.URL.create("sqlite", database=str(path)).render_as_string()


def _sections(work: Work) -> tuple[Section, ...]:
    return work.draft.sections if work.draft else ()
