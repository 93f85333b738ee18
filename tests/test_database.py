"""A database of an earlier version is taken over without loss, one of a later version is left alone."""

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from postgres_server import own_postgres

from drafter.database import open_engine
from drafter.errors import StoreError
from drafter.store import Entry, Store, Work, sqlite_url
from drafter.typestore import OwnType, TypeStore
from drafter.versions import METADATA

OLD = Path(__file__).parent / "data" / "database_without_revision.sql"


def connected(path: Path, script: str) -> None:
    plain = sqlite3.connect(path)
    plain.executescript(script)
    plain.close()


def test_a_database_without_a_revision_is_taken_over_without_loss(tmp_path: Path):
    path = tmp_path / "old.sqlite3"
    connected(path, OLD.read_text(encoding="utf-8"))
    store, types = Store(sqlite_url(path)), TypeStore(sqlite_url(path))
    (listed,) = store.works()
    assert (listed.work.unit, listed.work.entries[0].value) == ("和平社区", "2,496")
    texts = [v.section.text for v in store.versions(listed.work.id, "s0")]
    assert texts == ["全社区共有2496户。", "共有2496户。"]
    assert store.template(listed.work.id) == ("模板.docx", b"PK")
    assert store.preferences("page") == '{"plain_editor":true}'
    assert [w.work.unit for w in store.works(deleted=True)] == ["删去的"]
    assert types.types() == (OwnType(key="own_1", name="本社区总结", content="name: 本社区总结\n"),)
    store.change(listed.work.id, lambda w: w.model_copy(update={"period": "2026年度"}))
    assert Store(sqlite_url(path)).load(listed.work.id).period == "2026年度"


def test_a_database_that_has_only_some_of_the_old_tables_gets_the_others(tmp_path: Path):
    path = tmp_path / "old.sqlite3"
    connected(path, "CREATE TABLE preferences (name VARCHAR(64) NOT NULL PRIMARY KEY, content TEXT NOT NULL);")
    store = Store(sqlite_url(path))
    assert store.load(store.create(Work(unit="和平社区")).id).unit == "和平社区"


def test_the_steps_lead_to_the_tables_that_the_code_reads(tmp_path: Path):
    url = sqlite_url(tmp_path / "new.sqlite3")
    Store(url).close()
    engine = open_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_a_database_of_a_later_version_is_refused_and_left_as_it_is(tmp_path: Path):
    path = tmp_path / "later.sqlite3"
    Store(sqlite_url(path)).close()
    connected(path, "UPDATE alembic_version SET version_num = '9999';")
    for opened in (Store, TypeStore):
        with pytest.raises(StoreError, match="更新的版本"):
            opened(sqlite_url(path))
    plain = sqlite3.connect(path)
    assert plain.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    plain.close()


def keeps_units_apart(url: str) -> None:
    """Two units in one database: neither sees, changes or deletes what is the other's."""
    ours, types = Store(url, "甲社区"), TypeStore(url, "甲社区")
    theirs = ours.of("乙社区")
    work = ours.create(Work(unit="甲社区"))
    assert theirs.works() == ()
    for reach in (
        theirs.load,
        theirs.template,
        theirs.delete,
        theirs.undelete,
        lambda i: theirs.versions(i, "s0"),
        lambda i: theirs.change(i, str),
    ):
        with pytest.raises(StoreError, match="没有找到这份文稿"):
            reach(work.id)
    ours.keep_preferences("page", "甲")
    assert (theirs.preferences("page"), ours.preferences("page")) == ("", "甲")
    own = OwnType(key="own_1", name="总结", content="甲")
    types.keep(own)
    types.of("乙社区").keep(own.model_copy(update={"content": "乙"}))
    assert [t.content for t in types.types()] == ["甲"]
    changed = ours.change(work.id, lambda w: w.model_copy(update={"period": "2026年度"}))
    assert ours.works()[0].work == changed
    ours.close()
    types.close()


def test_units_in_one_sqlite_file_do_not_see_each_other(tmp_path: Path):
    keeps_units_apart(sqlite_url(tmp_path / "all.sqlite3"))


def test_a_new_file_is_opened_while_another_program_writes_its_first_words(tmp_path: Path):
    path = tmp_path / "new.sqlite3"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE other (word TEXT)")
    other.execute("BEGIN IMMEDIATE")
    waiting = threading.Timer(0.3, other.execute, ["COMMIT"])
    waiting.start()
    store = Store(sqlite_url(path))
    assert store.create(Work(unit="和平社区")).unit == "和平社区"
    store.close()
    waiting.join()
    other.close()


@pytest.fixture
def postgres() -> Iterator[str]:
    with own_postgres() as url:
        yield url


def test_on_postgresql_windows_that_change_different_things_lose_nothing(postgres: str):
    store = Store(postgres)
    kept = store.create(Work())

    def enter(name: str) -> None:
        for n in range(10):
            entry = Entry(id=f"{name}{n}", label="户数", value=str(n))
            store.change(kept.id, lambda w, e=entry: w.with_entry(e))

    with ThreadPoolExecutor(4) as windows:
        list(windows.map(enter, ("a", "b", "c", "d")))
    assert len(store.load(kept.id).entries) == 40
    store.close()


def test_on_postgresql_drafts_are_kept_and_units_apart(postgres: str):
    keeps_units_apart(postgres)
    engine = sa.create_engine(postgres)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()
