"""Writes the backup: a .zip with a manifest and one file of JSON lines a table, all of one moment."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from drafter import __version__
from drafter.backup.manifest import FORMAT, MANIFEST, Manifest, member
from drafter.backup.rows import KINDS, Row, WorkRow
from drafter.database import bring_up_to_date, newest_revision, open_engine
from drafter.errors import StoreError
from drafter.versions import as_utc, now


def save_backup(url: str, out: IO[bytes], owner: str | None = None) -> Manifest:
    """Write everything in the database of that SQLAlchemy URL, or only what belongs to the unit `owner`, to `out`.

    Returns what was written. Raises StoreError where the database can't be read.
    """
    with opened(url) as engine, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        # The whole backup is of one moment: SQLite reads so anyway, PostgreSQL when it is asked to.
        how = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
        counts: Counter[str] = Counter()
        with engine.connect().execution_options(**how) as connection, connection.begin():
            for kind in KINDS:
                with package.open(member(kind), "w", force_zip64=True) as lines:
                    for row in _rows(connection, kind, owner):
                        lines.write(row.model_dump_json().encode("utf-8") + b"\n")
                        counts[kind.table] += 1
        manifest = Manifest(
            format=FORMAT, revision=newest_revision(), made=now(), program=__version__, counts=dict(counts)
        )
        package.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


def _rows(connection: sa.Connection, kind: type[Row], owner: str | None) -> Iterator[Row]:
    table = kind.columns()
    wanted = sa.select(*(table.c[name] for name in kind.model_fields))
    if owner is not None:
        if "owner" in table.c:
            wanted = wanted.where(table.c.owner == owner)
        else:
            works = WorkRow.columns()
            wanted = wanted.where(table.c.work_id.in_(sa.select(works.c.id).where(works.c.owner == owner)))
    # The versions of a section follow each other by their id.
    found = connection.execute(wanted.order_by(*table.primary_key.columns))
    for values in found.mappings():
        given = dict(values)
        for name in ("changed", "made"):
            if name in given:
                given[name] = as_utc(given[name])
        # Taken as it stands: what this program wrote is not judged here.
        yield kind.model_construct(**given)


@contextmanager
def opened(url: str) -> Iterator[sa.Engine]:
    """Open the database of that URL for a while, brought up to date; whatever goes wrong in it is a StoreError."""
    engine = open_engine(url)
    try:
        bring_up_to_date(engine)
        yield engine
    except SQLAlchemyError as e:
        place = engine.url.render_as_string(hide_password=True)
        raise StoreError(f"文稿数据库 {place} 读写不成，内容没有动过；请检查它能否写入、磁盘是否已满") from e
    finally:
        engine.dispose()
