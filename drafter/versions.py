"""Every text that a section has had, as rows of a SQL database: kept, grown while it is being typed, and read back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict

from drafter.models import Origin, Section

TYPING = timedelta(minutes=10)
"""What is typed within this time, pause after pause, is one version of a section."""
METADATA = sa.MetaData()

_versions = sa.Table(
    "section_versions",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("work_id", sa.String(32), sa.ForeignKey("works.id", ondelete="CASCADE"), nullable=False),
    sa.Column("section_key", sa.String(200), nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("made", sa.DateTime(timezone=True), nullable=False),
    sa.Index("section_versions_of_work", "work_id", "section_key"),
)


class Version(BaseModel):
    """The text that a section had from `made` on (UTC), and who wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    made: datetime
    section: Section

    @property
    def origin(self) -> Origin:
        """Who wrote this text."""
        return self.section.origin


def versions_of(connection: sa.Connection, work_id: str, section_key: str) -> tuple[Version, ...]:
    """Return the texts that a section has had, newest first."""
    rows = connection.execute(_newest_first(work_id, section_key))
    return tuple(Version(id=r.id, made=as_utc(r.made), section=Section.model_validate_json(r.content)) for r in rows)


def keep_versions(
    connection: sa.Connection, work_id: str, change: tuple[tuple[Section, ...], tuple[Section, ...]], *, typing: bool
) -> None:
    """Add a version for each section whose text or heading is new, given all sections before and after a change.

    With `typing`, a text that goes on with what staff typed a moment ago takes that version's place.
    """
    before, after = change
    earlier = {s.key: s for s in before}
    for section in after:
        old = earlier.get(section.key)
        if not section.text or (old and (old.heading, old.text) == (section.heading, section.text)):
            continue
        grown = _typed_just_now(connection, work_id, old) if typing and old else None
        if grown is None:
            add_version(connection, work_id, section)
        else:
            row = _versions.update().where(_versions.c.id == grown)
            connection.execute(row.values(content=section.model_dump_json()))


def add_version(connection: sa.Connection, work_id: str, section: Section) -> None:
    """Keep this text as the newest version of its section."""
    connection.execute(
        _versions.insert().values(
            work_id=work_id, section_key=section.key, content=section.model_dump_json(), made=now()
        )
    )


def _typed_just_now(connection: sa.Connection, work_id: str, section: Section) -> int | None:
    """Return the id of the newest version where it is this very text, typed by staff a moment ago."""
    newest = connection.execute(_newest_first(work_id, section.key).limit(1)).first()
    if newest is None or section.origin != "staff" or now() - as_utc(newest.made) > TYPING:
        return None
    return int(newest.id) if Section.model_validate_json(newest.content) == section else None


def _newest_first(work_id: str, section_key: str) -> sa.Select[tuple[object, ...]]:
    wanted = sa.select(_versions).where(_versions.c.work_id == work_id, _versions.c.section_key == section_key)
    return wanted.order_by(_versions.c.id.desc())


def now() -> datetime:
    """Return the present moment (UTC)."""
    return datetime.now(UTC)


def as_utc(moment: datetime) -> datetime:
    """Return a moment as the database gave it, with its zone: SQLite gives it back without."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
