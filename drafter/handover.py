"""Gives what belongs to one unit to another: what was written before anybody signed in, or under a unit's old name."""

from __future__ import annotations

import sqlalchemy as sa

from drafter.backup.rows import PreferenceRow, TypeRow, WorkRow
from drafter.backup.save import opened
from drafter.database import writing
from drafter.errors import InputError


def hand_over(url: str, unit: str, before: str = "") -> int:
    """Give the documents, own types and preferences of `before` (the nameless unit) to `unit`.

    Returns how many documents, deleted ones too. What `unit` chose for itself stays. Raises InputError where both have
    a document type of one key or name, and StoreError where the database can't be used; then nothing was changed.
    """
    with opened(url) as engine, writing(engine) as connection:
        works, types, choices = (kind.columns() for kind in (WorkRow, TypeRow, PreferenceRow))
        _check_types(connection, types, (before, unit))
        chosen = sa.select(choices.c.name).where(choices.c.owner == unit)
        connection.execute(choices.delete().where(choices.c.owner == before, choices.c.name.in_(chosen)))
        for table in (types, choices):
            connection.execute(table.update().where(table.c.owner == before).values(owner=unit))
        return connection.execute(works.update().where(works.c.owner == before).values(owner=unit)).rowcount


def _check_types(connection: sa.Connection, types: sa.Table, units: tuple[str, str]) -> None:
    before, after = types.alias("before"), types.alias("after")
    same = sa.or_(before.c.key == after.c.key, before.c.name == after.c.name)
    both = sa.select(before.c.name).where(before.c.owner == units[0], after.c.owner == units[1], same)
    if names := connection.execute(both).scalars().all():
        raise InputError(f"两边都有文种“{'、'.join(names)}”，没有移交任何内容；请先在「本单位文种」页删去其中一个。")
