"""The unit's own document types, in the same SQL database as its drafts: each is the text of a skeleton's YAML file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import SQLAlchemyError

from drafter.database import open_engine
from drafter.errors import StoreError

_metadata = sa.MetaData()

_types = sa.Table(
    "document_types",
    _metadata,
    sa.Column("key", sa.String(100), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False, unique=True),
    sa.Column("content", sa.Text, nullable=False),
)


class OwnType(BaseModel):
    """A document type that a unit made from its own past documents."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    """What staff call it; no two own types are called the same."""
    content: str
    """YAML, as `drafter derive` writes it."""


class TypeStore:
    """All own document types in one database. Safe to share between threads; every method raises StoreError only."""

    def __init__(self, url: str) -> None:
        """Open the database of that SQLAlchemy URL, and make the table where it is missing."""
        self._engine = open_engine(url)
        with self._explained(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            _metadata.create_all(connection)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def types(self) -> tuple[OwnType, ...]:
        """Return all own document types by name."""
        with self._explained(), self._engine.begin() as connection:
            rows = connection.execute(sa.select(_types).order_by(_types.c.name))
            return tuple(OwnType(key=r.key, name=r.name, content=r.content) for r in rows)

    def keep(self, own: OwnType) -> None:
        """Keep a document type; StoreError where another one has its name."""
        with self._explained(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            taken = sa.select(_types.c.key).where(_types.c.name == own.name, _types.c.key != own.key)
            if connection.execute(taken).first():
                raise StoreError(f"已有名为“{own.name}”的文种，请换一个名称，或先删去原来的")
            connection.execute(_types.delete().where(_types.c.key == own.key))
            connection.execute(_types.insert().values(key=own.key, name=own.name, content=own.content))

    def drop(self, key: str) -> None:
        """Forget a document type."""
        with self._explained(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            connection.execute(_types.delete().where(_types.c.key == key))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as e:
            raise StoreError("文种读写不成，请检查数据库所在的文件夹能否写入、磁盘是否已满") from e
