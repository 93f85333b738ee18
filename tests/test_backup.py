"""Everything comes back from one file, and a bad file changes nothing."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from test_database import postgres  # noqa: F401

from drafter.backup import read
from drafter.backup.read import read_backup
from drafter.backup.restore import restore
from drafter.backup.rows import KINDS
from drafter.backup.save import save_backup
from drafter.errors import InputError
from drafter.handover import hand_over
from drafter.models import Draft, Section
from drafter.store import Entry, Store, Work, sqlite_url
from drafter.typestore import OwnType, TypeStore
from drafter.versions import METADATA

OWN = OwnType(key="own_1", name="本社区总结", content="name: 本社区总结\n")


def saved(url: str, owner: str | None = None) -> bytes:
    held = io.BytesIO()
    save_backup(url, held, owner)
    return held.getvalue()


def draft(text: str) -> Draft:
    section = Section(key="s0", heading="标题", text=text, origin="staff")
    return Draft(title="总结", unit="和平社区", date="", document="annual_summary", sections=(section,))


def fill(url: str, owner: str = "") -> str:
    store = Store(url, owner)
    work = store.create(Work(unit="和平社区", entries=(Entry(id="h", label="户数", value="2,496"),), draft=draft("一")))
    store.change(work.id, lambda w: w.model_copy(update={"draft": draft("二")}))
    store.keep_template(work.id, ("模板.docx", b"PK\x00\xff"))
    store.keep_preferences("page", '{"plain_editor":true}')
    gone = store.create(Work(unit="删去的"))
    store.delete(gone.id)
    store.close()
    types = TypeStore(url, owner)
    types.keep(OWN)
    types.close()
    return work.id


def holds(url: str, owner: str = "") -> tuple[Any, ...]:
    """Everything that one unit has, with the times of it."""
    store, types = Store(url, owner), TypeStore(url, owner)
    works = store.works()
    found = (
        works,
        store.works(deleted=True),
        [[(v.made, v.section) for v in store.versions(w.work.id, "s0")] for w in works],
        [store.template(w.work.id) for w in works],
        store.preferences("page"),
        types.types(),
    )
    store.close()
    types.close()
    return found


@pytest.fixture
def urls(tmp_path: Path) -> tuple[str, str]:
    return sqlite_url(tmp_path / "a.sqlite3"), sqlite_url(tmp_path / "b.sqlite3")


def test_everything_comes_back_with_its_own_ids_and_times(urls: tuple[str, str]):
    fill(urls[0])
    backup = read_backup(saved(urls[0]))
    assert backup.drafts == (1, 1)
    assert restore(urls[1], backup).added == 2
    assert holds(urls[1]) == holds(urls[0])
    again = restore(urls[1], backup)
    assert (again.added, again.present, again.types, again.kept_types) == (0, 2, 0, [])
    assert holds(urls[1]) == holds(urls[0])


def test_a_backup_goes_from_sqlite_to_postgresql_and_back(urls: tuple[str, str], postgres: str):  # noqa: F811
    fill(urls[0], "甲社区")
    restore(postgres, read_backup(saved(urls[0])))
    restore(urls[1], read_backup(saved(postgres)))
    assert holds(urls[0], "甲社区") == holds(postgres, "甲社区") == holds(urls[1], "甲社区")
    store = Store(postgres, "甲社区")
    assert len(store.versions(store.create(Work(draft=draft("新的"))).id, "s0")) == 1
    store.close()
    assert restore(postgres, read_backup(saved(urls[0])), replace=True).removed == 3
    assert holds(postgres, "甲社区") == holds(urls[0], "甲社区")


def test_what_is_here_stays_and_is_told(urls: tuple[str, str]):
    work_id = fill(urls[0])
    backup = read_backup(saved(urls[0]))
    store = Store(urls[0])
    store.change(work_id, lambda w: w.model_copy(update={"period": "2026年度"}))
    outcome = restore(urls[0], backup)
    assert (outcome.added, outcome.differing, outcome.present) == (0, 1, 1)
    assert store.load(work_id).period == "2026年度"
    store.delete(work_id)
    assert restore(urls[0], backup).hidden == 1
    replaced = restore(urls[0], backup, replace=True)
    assert (replaced.removed, replaced.added) == (2, 2)
    assert store.load(work_id).period == ""
    store.close()


def test_a_units_backup_holds_its_own_things_only_and_touches_nobody_elses(urls: tuple[str, str]):
    ours = fill(urls[0], "甲社区")
    fill(urls[0], "乙社区")
    alone = read_backup(saved(urls[0], "甲社区"))
    assert alone.owners == ("甲社区",)
    assert alone.drafts == (1, 1)
    before = holds(urls[0], "甲社区")
    # Another unit that got hold of the file gets copies; ours are not touched.
    taken = restore(urls[0], alone, "乙社区", replace=True)
    assert (taken.removed, taken.added) == (2, 2)
    assert holds(urls[0], "甲社区") == before
    assert [w.work.id for w in holds(urls[0], "乙社区")[0]] != [ours]
    both = read_backup(saved(urls[0]))
    with pytest.raises(InputError, match="没有本单位的"):
        restore(urls[0], both, "丙社区")
    assert restore(urls[1], both, "甲社区").added == 2
    assert holds(urls[1], "乙社区")[0] == ()


def test_every_table_of_the_database_is_in_a_backup():
    assert {kind.table for kind in KINDS} == set(METADATA.tables)
    for kind in KINDS:
        columns = {c.name for c in kind.columns().c}
        assert columns - {"id"} <= set(kind.model_fields) <= columns


def altered(data: bytes, name: str, content: bytes | None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


def with_manifest(data: bytes, **more: object) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        manifest = json.loads(package.read("backup.json"))
    return altered(data, "backup.json", json.dumps(manifest | more).encode())


def test_a_foreign_damaged_or_newer_file_is_one_clear_sentence(urls: tuple[str, str]):
    fill(urls[0])
    good = saved(urls[0])
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        works = package.read("works.jsonl")
    cases = {
        "不是本工具的备份": [altered(good, "backup.json", None), altered(good, "backup.json", b"[]")],
        "更新的版本": [with_manifest(good, format=2), with_manifest(good, revision="9999")],
        "已损坏": [
            b"", b"PK", good[:-40], good[: len(good) // 2], altered(good, "works.jsonl", None),
            altered(good, "works.jsonl", works[:-1]), altered(good, "works.jsonl", works[: len(works) // 2]),
            altered(good, "works.jsonl", works + works), altered(good, "section_versions.jsonl", b""),
            altered(good, "works.jsonl", works.replace(b"entries", b"later")), altered(good, "../x", b"1"),
            altered(good, "works.jsonl", works.replace("和平社区".encode(), b"\\ud800")),
        ],
    }  # fmt: skip
    for sentence, files in cases.items():
        for number, file in enumerate(files):
            with pytest.raises(InputError, match=sentence):
                pytest.fail(f"{sentence} {number} was read: {read_backup(file).drafts}")


def test_a_zip_bomb_costs_nothing(urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch):
    fill(urls[0])
    good = saved(urls[0])
    monkeypatch.setattr(read, "_MAX_LINE", 1024 * 1024)
    with pytest.raises(InputError, match="已损坏"):
        read_backup(altered(good, "works.jsonl", b" " * 20_000_000))
    monkeypatch.setattr(read, "_MAX_UNPACKED", 1024 * 1024)
    with pytest.raises(InputError, match="解开后过大"):
        read_backup(altered(good, "works.jsonl", b" " * 20_000_000))


def test_a_restore_that_fails_midway_changes_nothing(urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch):
    fill(urls[0])
    before = holds(urls[0])
    backup = read_backup(saved(urls[0]))
    monkeypatch.setattr("drafter.backup.restore._Restoring.put_choices", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        restore(urls[0], backup, replace=True)
    assert holds(urls[0]) == before


def test_the_command_line_backs_up_restores_and_hands_over(urls: tuple[str, str], tmp_path: Path):
    fill(urls[0])
    file = tmp_path / "备份.zip"
    done = run("backup", file, DRAFTER_DATABASE_URL=urls[0])
    assert (done.returncode, "1 份文稿" in done.stdout) == (0, True), done.stderr
    back = run("restore", file, DRAFTER_DATABASE_URL=urls[1])
    assert "已恢复 2 份文稿、1 个文种" in back.stdout, back.stderr
    assert holds(urls[1]) == holds(urls[0])
    over = run("handover", "甲社区", DRAFTER_DATABASE_URL=urls[1])
    assert "2 份文稿" in over.stdout, over.stderr
    assert holds(urls[1], "甲社区") == holds(urls[0])
    assert holds(urls[1])[0] == ()
    again = run("restore", file, "--unit", "甲社区", "--replace", "--yes", DRAFTER_DATABASE_URL=urls[1])
    assert "原有 2 份已被替换" in again.stdout, again.stderr
    for arguments in (("restore", tmp_path / "无.zip"), ("restore", __file__), ("backup", tmp_path / "无" / "x.zip")):
        failed = run(*arguments, DRAFTER_DATABASE_URL=urls[0])
        assert failed.returncode == 2
        assert failed.stderr.startswith("错误：")
        assert len(failed.stderr.splitlines()) == 1


def test_a_unit_that_has_the_same_type_is_not_overwritten_by_a_handover(urls: tuple[str, str]):
    fill(urls[0])
    fill(urls[0], "甲社区")
    before = holds(urls[0])
    with pytest.raises(InputError, match="本社区总结"):
        hand_over(urls[0], "甲社区")
    assert holds(urls[0]) == before
    types = TypeStore(urls[0])
    types.drop("own_1")
    types.close()
    assert hand_over(urls[0], "甲社区") == 2
    assert len(holds(urls[0], "甲社区")[0]) == 2
