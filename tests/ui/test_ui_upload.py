"""The fields for files: one limit for all of them, set from outside, and told before a file is picked."""

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from export_work import finished
from streamlit.testing.v1 import AppTest

from drafter.cli import main
from drafter.settings import Settings
from drafter.store import Store

ROOT = Path(__file__).parents[2]
OpenApp = Callable[..., AppTest]


def limits(at: AppTest) -> dict[str, int]:
    """How large a file each field lets the browser send, in MB."""
    return {u.label: u.proto.max_upload_size_mb for u in at.file_uploader}


def test_each_field_tells_the_limit_that_it_keeps(open_app: OpenApp, store: Store):
    work = store.create(finished())
    found = {}
    for page in ("facts", "export", "types", "check"):
        found |= limits(open_app(work.id, page))
    assert {label.split("（")[0] for label in found} == {
        "上传表格、填报表、往年材料或事实表文件",
        "单位模板，选填",
        "改好的文件",
        "上传一份或几份同一类的材料",
        "别人写好的文稿",
        "事实表",
    }
    for label, limit in found.items():
        assert limit == Settings().max_mb
        assert f"{limit}MB 以内" in label


def test_the_limit_is_set_from_outside(open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DRAFTER_MAX_MB", "3")
    assert set(limits(open_app(store.create(finished()).id, "export")).values()) == {3}


def test_no_field_promises_more_than_the_server_takes(open_app: OpenApp, store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DRAFTER_MAX_MB", "500")
    assert set(limits(open_app(store.create(finished()).id, "export")).values()) == {20}


def test_a_server_without_the_command_line_takes_the_same(monkeypatch: pytest.MonkeyPatch):
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["maxUploadSize"] == Settings().server_mb == Settings().max_mb + 1
    commands: list[list[str]] = []
    monkeypatch.setattr("os.execv", lambda program, command: commands.append(command))
    monkeypatch.setenv("DRAFTER_MAX_MB", "50")
    main.open_app(port=8600)
    (command,) = commands
    assert command[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert command[5:] == ["--server.port", "8600", "--server.maxUploadSize", "51"]
