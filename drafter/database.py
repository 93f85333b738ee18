"""Opens the SQL database: its address, the folder of a SQLite file, how SQLite shares it between threads, and the
steps that bring a database of an earlier version up to this one.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from drafter.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

_MIGRATING = 76_110_001
"""Names the lock under which a PostgreSQL database is brought up to date."""

_TURN = threading.Lock()
"""Held by whoever writes to SQLite, which lets those who wait in without order: one of twenty waits half a minute."""


def open_engine(url: str) -> sa.Engine:
    """Return the engine of that SQLAlchemy URL; StoreError where the URL or the folder can't be used.

    What is going to write takes its connection from `writing`.
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


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Give a connection in a transaction that may write: it is committed at the end, or undone at an error."""
    turn = _TURN if engine.dialect.name == "sqlite" else nullcontext()
    with turn, engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def bring_up_to_date(engine: sa.Engine) -> None:
    """Run the steps in drafter/migrations/ that this database has not had yet, all of them or none.

    Raises StoreError where the database was made by a later version of this program, and leaves it as it is.
    """
    from alembic import command
    from alembic.runtime.migration import MigrationContext

    config, steps = _steps()
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            # Two programs that start at once: the second waits and finds everything done. SQLite's BEGIN does the same.
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
        had = set(MigrationContext.configure(connection).get_current_heads())
        if had == set(steps.get_heads()):
            return
        if had - known_revisions():
            raise StoreError("文稿数据库由更新的版本写成，这个版本打不开，内容没有动过；请换用更新的版本打开")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def newest_revision() -> str:
    """Return the revision that a database has once it is up to date."""
    return str(_steps()[1].get_current_head())


def known_revisions() -> frozenset[str]:
    """Return every revision that this version of the program can read."""
    return frozenset(step.revision for step in _steps()[1].walk_revisions())


def _steps() -> tuple[Config, ScriptDirectory]:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "drafter:migrations")
    return config, ScriptDirectory.from_config(config)


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
    """Set what SQLite forgets with each connection; the driver's own BEGIN is off, see `_begin_sqlite`."""
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None
    # Another program may hold the lock: the command that puts a backup back, or hands a unit's things over.
    for pragma in ("busy_timeout=60000", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side from now on.

    SQLite does not wait where another program does the same with a new file at this moment, so ask again.
    """
    from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_random

    again = Retrying(
        retry=retry_if_exception_type(sqlite3.OperationalError),
        wait=wait_random(0, 0.1),
        stop=stop_after_delay(10),
        reraise=True,
    )
    again(connection.execute, "PRAGMA journal_mode=WAL")


def _begin_sqlite(connection: sa.Connection) -> None:
    """A change reads before it writes, so it must hold the write lock from its first statement on."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
