"""The unit's own document types, in the same SQL database as its drafts: each is the text of a skeleton's YAML file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import SQLAlchemyError

from drafter.database import bring_up_to_date, open_engine, writing
from drafter.errors import StoreError
from drafter.versions import METADATA

_types = sa.Table(
    "document_types",
    METADATA,
    sa.Column("owner", sa.String(200), primary_key=True),
    sa.Column("key", sa.String(100), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.UniqueConstraint("owner", "name"),
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
    """All own document types of one unit. Safe to share between threads; every method raises StoreError only."""

    def __init__(self, url: str, owner: str = "") -> None:
        """Open the database of that SQLAlchemy URL and bring it up to date; `owner` is the unit."""
        self._engine = open_engine(url)
        self.owner = owner
        with self._explained():
            bring_up_to_date(self._engine)

    def of(self, owner: str) -> TypeStore:
        """Return the document types of that unit in the same database."""
        other = copy(self)
        other.owner = owner
        return other

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def types(self) -> tuple[OwnType, ...]:
        """Return all own document types by name."""
        with self._explained(), self._engine.begin() as connection:
            rows = connection.execute(sa.select(_types).where(_types.c.owner == self.owner).order_by(_types.c.name))
            return tuple(OwnType(key=r.key, name=r.name, content=r.content) for r in rows)

    def keep(self, own: OwnType) -> None:
        """Keep a document type; StoreError where another one has its name."""
        with self._explained(), writing(self._engine) as connection:
            taken = sa.select(_types.c.key).where(_types.c.name == own.name, _types.c.key != own.key)
            if connection.execute(taken.where(_types.c.owner == self.owner)).first():
                raise StoreError(f"已有名为“{own.name}”的文种，请换一个名称，或先删去原来的")
            connection.execute(_types.delete().where(self._keyed(own.key)))
            connection.execute(_types.insert().values(owner=self.owner, **own.model_dump()))

    def drop(self, key: str) -> None:
        """Forget a document type."""
        with self._explained(), writing(self._engine) as connection:
            connection.execute(_types.delete().where(self._keyed(key)))

    def _keyed(self, key: str) -> sa.ColumnElement[bool]:
        return sa.and_(_types.c.owner == self.owner, _types.c.key == key)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as e:
            raise StoreError("文种读写不成，请检查数据库所在的文件夹能否写入、磁盘是否已满") from e
