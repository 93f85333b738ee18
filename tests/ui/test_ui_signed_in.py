"""Who belongs to which unit."""

import pytest
import streamlit as st

from drafter.errors import InputError
from drafter.ui.signed_in import is_required, unit_of

UNITS = {"zhang@heping.example": "和平社区", "@xinhua.example": "新华社区", "@empty.example": " "}


@pytest.mark.parametrize(
    ("person", "unit"),
    [
        ({"email": "Zhang@Heping.example"}, "和平社区"),
        ({"email": "li@xinhua.example", "email_verified": True}, "新华社区"),
        ({"email": "li@xinhua.example", "email_verified": False}, ""),
        ({"email": "li@sub.xinhua.example"}, ""),
        ({"email": "xinhua.example"}, ""),
        ({"email": "@xinhua.example.evil.example"}, ""),
        ({"email": "a@empty.example"}, ""),
        ({"email": None}, ""),
        ({}, ""),
    ],
)
def test_a_person_belongs_to_the_unit_of_the_address_or_its_domain(person: dict[str, object], unit: str):
    assert unit_of(person, UNITS) == unit


def test_a_secrets_file_that_cannot_be_read_opens_nothing(tmp_path, monkeypatch: pytest.MonkeyPatch):
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth\n", encoding="utf-8")
    monkeypatch.setattr(st.secrets, "load_if_toml_exists", lambda: False)
    monkeypatch.setattr(st, "get_option", lambda name: [str(broken)])
    with pytest.raises(InputError, match="不显示任何内容"):
        is_required()
