"""The store, with a real SQLite file."""

import sqlite3
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from drafter.errors import StoreError
from drafter.models import Draft, Section
from drafter.store import Entry, Store, Work, sqlite_url


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path / "文稿 1.sqlite3")


@pytest.fixture
def store(url: str) -> Store:
    return Store(url)


def written(*texts: str) -> Draft:
    sections = tuple(Section(key=f"s{n}", heading=f"标题{n}", text=t, origin="offline") for n, t in enumerate(texts))
    return Draft(title="总结", unit="和平社区", date="", document="annual_summary", sections=sections)


def with_text(work: Work, key: str, text: str) -> Work:
    assert work.draft is not None
    section = work.draft.section(key)
    assert section is not None
    edited = section.model_copy(update={"text": text, "origin": "staff"})
    return work.model_copy(update={"draft": work.draft.with_section(edited)})


def test_a_work_is_there_again_after_a_restart(store: Store, url: str) -> None:
    kept = store.create(Work(unit="和平社区", entries=(Entry(id="households", label="户数", value="2,496"),)))
    store.change(kept.id, lambda w: w.model_copy(update={"draft": written("一", "二")}))
    store.close()
    again = Store(url).load(kept.id)
    assert again.entries[0].value == "2,496"
    assert again.draft == written("一", "二")


def test_unfinished_entries_are_kept_as_typed(store: Store) -> None:
    kept = store.create(Work())
    half = Entry(id="x1", label="志愿者", previous="12/0")
    store.change(kept.id, lambda w: w.with_entry(half))
    assert store.load(kept.id).entries == (half,)


def test_an_entry_is_replaced_in_its_place_and_removed_when_emptied() -> None:
    work = Work(entries=(Entry(id="a", value="1"), Entry(id="b", value="2")))
    assert [e.value for e in work.with_entry(Entry(id="a", value="3")).entries] == ["3", "2"]
    assert [e.id for e in work.with_entry(Entry(id="a", label="户数")).entries] == ["b"]


def test_every_changed_section_leaves_a_version_and_the_others_do_not(store: Store) -> None:
    kept = store.create(Work(draft=written("甲", "乙")))
    store.change(kept.id, lambda w: with_text(w, "s0", "甲改"))
    versions = store.versions(kept.id, "s0")
    assert [(v.section.text, v.origin) for v in versions] == [("甲改", "staff"), ("甲", "offline")]
    assert versions[0].made >= versions[1].made
    assert len(store.versions(kept.id, "s1")) == 1


def test_a_change_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    kept = store.create(Work(draft=written("甲")))
    before = store.works()[0].changed
    store.change(kept.id, lambda w: with_text(w, "s0", "甲").model_copy(update={"draft": kept.draft}))
    assert store.works()[0].changed == before


def test_a_deleted_work_can_be_brought_back(store: Store) -> None:
    kept = store.create(Work(unit="和平社区"))
    store.delete(kept.id)
    assert store.works() == ()
    with pytest.raises(StoreError, match="没有找到这份文稿"):
        store.load(kept.id)
    assert [w.work.id for w in store.works(deleted=True)] == [kept.id]
    store.undelete(kept.id)
    assert store.load(kept.id).unit == "和平社区"


def test_the_list_begins_with_what_was_changed_last(store: Store) -> None:
    first, second = store.create(Work(unit="甲")), store.create(Work(unit="乙"))
    store.change(first.id, lambda w: w.model_copy(update={"period": "2025年"}))
    assert [w.work.id for w in store.works()] == [first.id, second.id]


def test_two_windows_that_change_different_things_lose_nothing(store: Store, url: str) -> None:
    kept = store.create(Work())
    others = [Store(url) for _ in range(4)]

    def enter(mine: Store, name: str) -> None:
        for n in range(10):
            entry = Entry(id=f"{name}{n}", label="户数", value=str(n))
            mine.change(kept.id, lambda w, e=entry: w.with_entry(e))

    threads = [threading.Thread(target=enter, args=(s, f"w{i}_")) for i, s in enumerate(others)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(store.load(kept.id).entries) == 40


def test_nobody_waits_long_to_save_while_nineteen_others_save_without_pause(store: Store) -> None:
    lot = [store.create(Work()).id for _ in range(20)]
    saved = dict.fromkeys(lot, 0)
    end = time.monotonic() + 2

    def save(mine: str) -> None:
        while time.monotonic() < end:
            saved[mine] += 1
            store.change(mine, lambda w: w.model_copy(update={"unit": f"{saved[mine]}号社区"}))

    threads = [threading.Thread(target=save, args=(mine,)) for mine in lot]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert min(saved.values()) * 5 > max(saved.values())


def test_the_file_is_in_wal_mode(store: Store, tmp_path: Path) -> None:
    store.create(Work())
    with sqlite3.connect(tmp_path / "文稿 1.sqlite3") as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()


def test_a_database_that_cannot_be_opened_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("这里不是文件夹")
    with pytest.raises(StoreError, match="建不了存放文稿的文件夹"):
        Store(sqlite_url(tmp_path / "文件" / "x.sqlite3"))
    broken = tmp_path / "坏.sqlite3"
    broken.write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match="读写不成"):
        Store(sqlite_url(broken))
    with pytest.raises(StoreError, match="DRAFTER_DATABASE_URL"):
        Store("nonsense")


def test_the_folder_of_the_file_is_made_on_a_first_start(tmp_path: Path) -> None:
    Store(sqlite_url(tmp_path / "新" / "夹" / "x.sqlite3")).create(Work())
    assert (tmp_path / "新" / "夹" / "x.sqlite3").is_file()


def test_a_password_in_the_address_is_never_shown() -> None:
    with pytest.raises(StoreError) as caught:
        Store("postgresql+psycopg2://me:geheim@127.0.0.1:9/drafts")
    assert "geheim" not in str(caught.value)


def test_content_of_another_version_is_one_clear_sentence(store: Store, tmp_path: Path) -> None:
    kept = store.create(Work())
    with sqlite3.connect(tmp_path / "文稿 1.sqlite3") as plain:
        plain.execute("UPDATE works SET content = '{\"later\": 1}'")
    plain.close()
    with pytest.raises(StoreError, match="别的版本"):
        store.load(kept.id)


def test_what_is_typed_pause_after_pause_is_one_version(store: Store) -> None:
    kept = store.create(Work(draft=written("机器写的")))
    for typed in ("甲", "甲乙", "甲乙丙"):
        store.change(kept.id, lambda w, typed=typed: with_text(w, "s0", typed), typing=True)
    assert [v.section.text for v in store.versions(kept.id, "s0")] == ["甲乙丙", "机器写的"]
    store.change(kept.id, lambda w: with_text(w, "s0", "别的窗口写的"))
    assert [v.section.text for v in store.versions(kept.id, "s0")] == ["别的窗口写的", "甲乙丙", "机器写的"]


def test_what_is_typed_after_a_while_is_a_version_of_its_own(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.versions.TYPING", timedelta(0))
    kept = store.create(Work(draft=written("机器写的")))
    for typed in ("甲", "甲乙"):
        store.change(kept.id, lambda w, typed=typed: with_text(w, "s0", typed), typing=True)
    assert [v.section.text for v in store.versions(kept.id, "s0")] == ["甲乙", "甲", "机器写的"]


def test_a_text_that_came_too_late_is_kept_among_the_versions(store: Store) -> None:
    kept = store.create(Work(draft=written("现在的")))
    store.keep_version(kept.id, Section(key="s0", heading="标题0", text="晚到的", origin="staff"))
    assert store.versions(kept.id, "s0")[0].section.text == "晚到的"
    assert store.load(kept.id) == kept


def test_preferences_are_kept_and_replaced(store: Store) -> None:
    assert store.preferences("page") == ""
    store.keep_preferences("page", "一")
    store.keep_preferences("page", "二")
    assert store.preferences("page") == "二"
