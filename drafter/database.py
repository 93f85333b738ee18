"""Opens the SQL database: its address, the folder of a SQLite file, and how SQLite shares it between threads."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from drafter.errors import StoreError


def open_engine(url: str) -> sa.Engine:
    """Return the engine of that SQLAlchemy URL; StoreError where the URL or the folder can't be used.

    A connection that is going to write says so by the execution option `writes`.
    """
    try:
        engine = sa.create_engine(url)
    except (ArgumentError, SQLAlchemyError, ImportError, ValueError) as e:
        raise StoreError(
            "数据库地址 DRAFTER_DATABASE_URL 不能用，请检查写法，例如 sqlite:////home/我/文稿.sqlite3"
        ) from e
    if engine.dialect.name == "sqlite":
        _make_folder(engine.url)
        sa.event.listen(engine, "connect", _set_up_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def is_there(url: str) -> bool:
    """Whether the database of that URL can hold anything yet: False for a SQLite file that isn't there."""
    try:
        given = sa.make_url(url)
    except ArgumentError:
        return False
    return given.get_backend_name() != "sqlite" or Path(given.database or "").is_file()


def _make_folder(url: sa.URL) -> None:
    """Make the folder of the SQLite file: on a first start the user's data folder isn't there yet."""
    if url.database and url.database != ":memory:":
        folder = Path(url.database).absolute().parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise StoreError(f"建不了存放文稿的文件夹 {folder}，请检查权限，或用 DRAFTER_DATABASE_URL 指定别处") from e


def _set_up_sqlite(connection: object, _record: ConnectionPoolEntry) -> None:
    """WAL lets readers and a writer work side by side; the driver's own BEGIN is off, see `_begin_sqlite`."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def _begin_sqlite(connection: sa.Connection) -> None:
    """A change reads before it writes, so it must hold the write lock from its first statement on."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
