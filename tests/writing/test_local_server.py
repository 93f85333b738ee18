"""The model on this machine: what is said where it can't be served. benchmarks/local_model.py tries serving itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.writing.local_server import local_server


def test_a_missing_extra_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(InputError, match=r"pip install \"drafter\[local\]\""), local_server(0, None):
        pass


def test_a_missing_model_file_is_named(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp", reason="needs the extra `local`")
    with pytest.raises(InputError, match=r"none\.gguf"), local_server(0, tmp_path / "none.gguf"):
        pass


def test_a_file_that_holds_no_model_is_named(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp", reason="needs the extra `local`")
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"not a model")
    with pytest.raises(InputError, match=r"broken\.gguf"), local_server(0, broken):
        pass
