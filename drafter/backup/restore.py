"""Puts a backup back into a database, in one transaction: what is missing is added, or everything is replaced."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from drafter.backup.read import Backup
from drafter.backup.rows import PreferenceRow, TemplateRow, TypeRow, VersionRow, WorkRow
from drafter.backup.save import opened
from drafter.database import writing
from drafter.errors import InputError

_BATCH = 500


@dataclass
class Outcome:
    """What a restore did, or would do."""

    added: int = 0
    """Documents that were put back."""
    present: int = 0
    """Documents that are here as in the backup already."""
    differing: int = 0
    """Documents that are here otherwise than in the backup; they were left as they are here."""
    hidden: int = 0
    """Documents that are here, but among the deleted ones, while the backup has them on the list."""
    types: int = 0
    """Own document types that were put back."""
    kept_types: list[str] = field(default_factory=list)
    """Names of document types that stay as they are here, for another one of that key or name is here."""
    removed: int = 0
    """Documents that were here and gave way, deleted ones too."""


def restore(url: str, backup: Backup, owner: str | None = None, *, replace: bool = False) -> Outcome:
    """Put a backup back: what is missing is added and what is here stays; with `replace`, what is here gives way.

    With `owner` only that unit's things are touched, and what the backup holds is put under that unit; a backup of
    several units gives it its own part. Without `owner` each unit gets its own. Raises StoreError or InputError, and
    then nothing was changed.
    """
    taken = _taken(backup, owner)
    with opened(url) as engine, writing(engine) as connection:
        task = _Restoring(connection, backup, owner, taken)
        if replace:
            task.clear()
        task.put_works()
        task.put_choices()
        return task.outcome


def _taken(backup: Backup, owner: str | None) -> frozenset[str]:
    """Return the units of the backup whose things are put back."""
    if owner is None or len(backup.owners) < 2:
        return frozenset(backup.owners)
    if owner not in backup.owners:
        raise InputError("备份里有几个单位的文稿，其中没有本单位的，没有恢复任何内容；请联系管理员。")
    return frozenset({owner})


class _Restoring:
    """One restore within its transaction."""

    def __init__(self, connection: sa.Connection, backup: Backup, owner: str | None, taken: frozenset[str]) -> None:
        self._connection = connection
        self._backup = backup
        self._owner = owner
        self._taken = taken
        self._ids: dict[str, str] = {}
        """The ids of the added works: as in the backup, and as they are here."""
        self.outcome = Outcome()

    def clear(self) -> None:
        """Take everything away that is to be replaced; versions and templates go with their works."""
        for kind in (WorkRow, PreferenceRow, TypeRow):
            table = kind.columns()
            rows = table.delete()
            gone = self._connection.execute(rows if self._owner is None else rows.where(table.c.owner == self._owner))
            if kind is WorkRow:
                self.outcome.removed = gone.rowcount

    def put_works(self) -> None:
        """Add the works that are missing, each with its template and all its versions."""
        table = WorkRow.columns()
        here = {r.id: r for r in self._connection.execute(sa.select(table))}
        lot = _Lot(self._connection, table)
        for row in self._backup.rows(WorkRow):
            if row.owner not in self._taken:
                continue
            known = here.get(row.id)
            if known and self._owner in (None, known.owner):
                self._count_known(row, known)
                continue
            # A work of that id that belongs to another unit stays that unit's; this one gets an id of its own.
            self._ids[row.id] = secrets.token_hex(9) if known else row.id
            lot.put(dict(row.called(self._ids[row.id])) | {"owner": self._of(row.owner)})
            self.outcome.added += 1
        lot.end()
        hanging: tuple[type[TemplateRow] | type[VersionRow], ...] = (TemplateRow, VersionRow)
        for kind in hanging:
            lot = _Lot(self._connection, kind.columns())
            for part in self._backup.rows(kind):
                if part.work_id in self._ids:
                    lot.put(dict(part) | {"work_id": self._ids[part.work_id]})
            lot.end()

    def put_choices(self) -> None:
        """Add the preferences and own document types that are missing."""
        table = PreferenceRow.columns()
        chosen = {(r.owner, r.name) for r in self._connection.execute(sa.select(table.c.owner, table.c.name))}
        lot = _Lot(self._connection, table)
        for row in self._backup.rows(PreferenceRow):
            if row.owner in self._taken and (self._of(row.owner), row.name) not in chosen:
                lot.put(dict(row) | {"owner": self._of(row.owner)})
        lot.end()
        self._put_types()

    def _put_types(self) -> None:
        table = TypeRow.columns()
        here = {(r.owner, r.key): r for r in self._connection.execute(sa.select(table))}
        names = {(r.owner, r.name) for r in here.values()}
        lot = _Lot(self._connection, table)
        for row in self._backup.rows(TypeRow):
            if row.owner not in self._taken:
                continue
            owner = self._of(row.owner)
            known = here.get((owner, row.key))
            if known or (owner, row.name) in names:
                if not known or (known.name, known.content) != (row.name, row.content):
                    self.outcome.kept_types.append(row.name)
                continue
            lot.put(dict(row) | {"owner": owner})
            self.outcome.types += 1
        lot.end()

    def _of(self, owner: str) -> str:
        return owner if self._owner is None else self._owner

    def _count_known(self, row: WorkRow, known: Any) -> None:
        if known.deleted and not row.deleted:
            self.outcome.hidden += 1
        elif known.content != row.content:
            self.outcome.differing += 1
        else:
            self.outcome.present += 1


class _Lot:
    """Rows on their way into a table, some hundred at a time."""

    def __init__(self, connection: sa.Connection, table: sa.Table) -> None:
        self._connection = connection
        self._table = table
        self._waiting: list[dict[str, Any]] = []

    def put(self, row: dict[str, Any]) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= _BATCH:
            self.end()

    def end(self) -> None:
        if self._waiting:
            self._connection.execute(self._table.insert(), self._waiting)
            self._waiting = []
