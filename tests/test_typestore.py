"""The unit's own document types, with a real SQLite file."""

from pathlib import Path

import pytest

from drafter.database import is_there
from drafter.errors import StoreError
from drafter.store import Store, sqlite_url
from drafter.typestore import OwnType, TypeStore

OWN = OwnType(key="own_1", name="本社区总结", content="name: 本社区总结\n")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path / "文稿 1.sqlite3")


def test_an_own_type_is_there_again_after_a_restart_and_beside_the_drafts(url: str):
    Store(url).close()
    first = TypeStore(url)
    first.keep(OWN)
    first.close()
    again = TypeStore(url)
    assert again.types() == (OWN,)
    again.drop(OWN.key)
    assert again.types() == ()
    again.close()


def test_no_two_own_types_are_called_the_same(url: str):
    types = TypeStore(url)
    types.keep(OWN)
    types.keep(OWN.model_copy(update={"content": "name: 本社区总结\ntitle: x\n"}))
    with pytest.raises(StoreError, match="换一个名称"):
        types.keep(OWN.model_copy(update={"key": "own_2"}))
    types.close()


def test_a_database_file_that_nobody_made_yet_holds_nothing(url: str):
    assert not is_there(url)
    TypeStore(url).close()
    assert is_there(url)
    assert not is_there("no address")
