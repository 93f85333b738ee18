"""Reads a backup, whoever made it: everything is bounded and checked before one row of it goes anywhere."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from drafter.backup.manifest import FORMAT, MANIFEST, Manifest, member
from drafter.backup.rows import KINDS, PreferenceRow, Row, TypeRow, WorkRow
from drafter.database import known_revisions
from drafter.errors import InputError

R = TypeVar("R", bound=Row)
MAX_BYTES = 512 * 1024 * 1024
_MAX_UNPACKED = 2 * 1024 * 1024 * 1024
# A Word template may have 20 MB, and a third more as JSON.
_MAX_LINE = 32 * 1024 * 1024
_MAX_MANIFEST = 64 * 1024


@dataclass(frozen=True)
class Backup:
    """A backup that was read to its end once and found sound."""

    data: bytes
    manifest: Manifest
    drafts: tuple[int, int]
    """How many documents, and how many deleted ones."""
    owners: tuple[str, ...]
    """The units whose things it holds, sorted; the nameless one is an empty string."""

    def rows(self, kind: type[R]) -> Iterator[R]:
        """Return the rows of a table, one after another."""
        with _sound(), zipfile.ZipFile(io.BytesIO(self.data)) as package:
            yield from _rows(package, kind)


def read_backup(data: bytes) -> Backup:
    """Return a backup; raises InputError, which says what to do, for a foreign, damaged, newer or excessive file."""
    if len(data) > MAX_BYTES:
        raise InputError(f"备份文件超过 {MAX_BYTES // 1024 // 1024}MB，为安全起见没有读取，请检查是否选错了文件。")
    with _sound(), zipfile.ZipFile(io.BytesIO(data)) as package:
        manifest = _manifest(package)
        _check_members(package)
        deleted: Counter[bool] = Counter()
        owners, works = set(), set()
        counts: Counter[str] = Counter()
        for kind in KINDS:
            for row in _rows(package, kind):
                counts[kind.table] += 1
                if isinstance(row, WorkRow):
                    deleted[row.deleted] += 1
                    if row.id in works:
                        raise InputError(_DAMAGED)
                    works.add(row.id)
                elif not isinstance(row, PreferenceRow | TypeRow) and getattr(row, "work_id", "") not in works:
                    raise InputError(_DAMAGED)
                if isinstance(row, WorkRow | PreferenceRow | TypeRow):
                    owners.add(row.owner)
        if any(manifest.count(kind.table) != counts[kind.table] for kind in KINDS):
            raise InputError(_DAMAGED)
    return Backup(data, manifest, (deleted[False], deleted[True]), tuple(sorted(owners)))


_FOREIGN = "这不是本工具的备份文件，没有恢复任何内容；请选「下载备份」得到的 .zip 文件。"
_DAMAGED = "备份文件已损坏或不完整，没有恢复任何内容，现有文稿没有动过；请换一份备份。"
_NEWER = "备份由更新的版本做成，这个版本读不了，没有恢复任何内容；请先升级本工具再恢复。"


@contextmanager
def _sound() -> Iterator[None]:
    wrong = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, NotImplementedError, RuntimeError,
             UnicodeError, ValidationError, ValueError)  # fmt: skip
    try:
        yield
    except wrong as e:
        raise InputError(_DAMAGED) from e


def _manifest(package: zipfile.ZipFile) -> Manifest:
    if MANIFEST not in package.namelist():
        raise InputError(_FOREIGN)
    with package.open(MANIFEST) as file:
        text = file.read(_MAX_MANIFEST + 1)
    if len(text) > _MAX_MANIFEST:
        raise InputError(_FOREIGN)
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as e:
        raise InputError(_FOREIGN) from e
    if manifest.format > FORMAT or manifest.revision not in known_revisions():
        raise InputError(_NEWER)
    return manifest


def _check_members(package: zipfile.ZipFile) -> None:
    wanted = sorted([MANIFEST, *(member(kind) for kind in KINDS)])
    if sorted(package.namelist()) != wanted:
        raise InputError(_DAMAGED)
    if sum(info.file_size for info in package.infolist()) > _MAX_UNPACKED:
        raise InputError("备份文件解开后过大，为安全起见没有读取；请检查是否选错了文件。")


def _rows(package: zipfile.ZipFile, kind: type[R]) -> Iterator[R]:
    with package.open(member(kind)) as lines:
        # A line is bounded before it is read: a few bytes can unpack to gigabytes.
        while line := lines.readline(_MAX_LINE):
            if not line.endswith(b"\n"):
                raise InputError(_DAMAGED)
            yield kind.model_validate_json(line)
