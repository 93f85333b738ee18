"""The section editor on Python's side: offsets, what comes back, the marks of a report, the engine as it was built."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from drafter.models import Fact, FactSheet, Mention, Report, Trace
from drafter.tracing.trace import trace_numbers
from drafter.ui.editor.report_marks import report_marks
from drafter.ui.editor.values import EditorState, Mark, Passage, editor_data, editor_state, utf16_offsets

ROOT = Path(__file__).parents[2]
PACKAGED = ROOT / "drafter" / "ui" / "editor"
SOURCE = ROOT / "editor"

SHEET = FactSheet(
    unit="和平社区",
    period="2025年度",
    facts=(
        Fact(id="F1", topic="party", label="在册党员", value="93", unit="名", note="党员名册"),
        Fact(id="F2", topic="volunteer", label="注册志愿者", value="326", unit="人"),
    ),
)


def passage(text: str) -> Passage:
    return Passage(text, 0, "正文")


def in_browser(text: str, mark: dict[str, int]) -> str:
    """Cut out what the browser would underline."""
    units = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-16-le", "surrogatepass")
    return units[mark["from"] * 2 : mark["to"] * 2].decode("utf-16-le", "surrogatepass")


def marked(text: str, part: str) -> str:
    at = text.index(part)
    backed = Mark(at, at + len(part), "backed", "", ("有出处",))
    [mark] = editor_data("text:one", passage(text), [backed], read_only=False, heard=False)["marks"]
    return in_browser(text, mark)


@pytest.mark.parametrize("before", ["", "社区", "😀", "𠮷𠮷", "👨‍👩‍👧", "第一段\r\n", "旧\r", "一\n二\r\n😀"])
def test_a_mark_stands_under_its_number_whatever_stands_before(before: str):
    assert marked(f"{before}93名", "93") == "93"


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.text(st.characters(codec="utf-8"), max_size=40))
def test_offsets_agree_with_how_a_browser_counts(before: str, after: str):
    text = f"{before}12345{after}"
    at = text.index("12345")
    offsets = utf16_offsets(text)
    assert in_browser(text, {"from": offsets[at], "to": offsets[at + 5]}) == "12345"
    assert len(offsets) == len(text) + 1


def test_what_goes_to_the_browser_is_plain_json():
    text = "党员93名"
    mark = Mark(2, 4, "flagged", "⚠", ("待核：93", "<img src=x>"))
    data = editor_data("text:one", Passage(text, 3, "党建（正文）"), [mark], read_only=True, heard=False)
    assert json.loads(json.dumps(data)) == {
        "name": "text:one",
        "text": text,
        "revision": 3,
        "label": "党建（正文）",
        "readOnly": True,
        "heard": False,
        "marks": [{"from": 2, "to": 4, "verdict": "flagged", "sign": "⚠", "lines": ["待核：93", "<img src=x>"]}],
    }


def test_a_mark_without_extent_is_left_out():
    data = editor_data("text:one", passage("党员"), [Mark(1, 1, "backed", "", ())], read_only=False, heard=False)
    assert data["marks"] == []


def test_what_comes_back_is_read_strictly():
    assert editor_state({"draft": {"text": "新", "revision": 2, "before": "旧"}}) == EditorState("新", 2, "旧")
    for held in (
        None,
        {},
        {"draft": None},
        {"draft": "新"},
        {"draft": {"text": "新"}},
        {"draft": {"text": 1, "revision": 2, "before": ""}},
    ):
        assert editor_state(held) is None


def test_a_report_gives_each_number_its_line_its_sign_and_its_box():
    text = "党员93名，志愿者326人，共419人，居民625户，落实八项规定，一、成效"
    marks = report_marks(trace_numbers(text, SHEET), SHEET)
    assert [(text[m.start : m.end], m.verdict, m.sign) for m in marks] == [
        ("93", "backed", ""),
        ("326", "backed", ""),
        ("419", "derived", "算"),
        ("625", "flagged", "⚠"),
        ("八", "term", ""),
    ]
    boxes = ["\n".join(m.lines) for m in marks]
    assert "有出处：93" in boxes[0]
    assert "事实：在册党员 93名（来源：党员名册）" in boxes[0]
    assert "算式：93 + 326 = 419" in boxes[2]
    assert boxes[3].startswith("待核：625")


def test_a_doubtful_number_names_the_closest_fact_and_the_suggestion():
    text = "注册志愿者362人。"
    mention = Mention(5, 8, "362", "claim", "quantity")
    trace = Trace(mention, True, "wrong_digit", because="数字对不上", closest=("F2",), suggestion="326")
    [mark] = report_marks(Report(text, (trace,), (), ()), SHEET)
    assert "最接近的事实：注册志愿者 326人" in mark.lines
    assert "建议改为：326" in mark.lines


def test_a_page_with_the_editor_draws_and_holds_the_given_text():
    at = AppTest.from_function(_page, default_timeout=60).run()
    assert not at.exception
    assert [t.value for t in at.text] == ["社区有党员93名。 修订0"]


def _page() -> None:
    import streamlit as st

    from drafter.ui.editor.component import load_editor, section_editor
    from drafter.ui.editor.values import Mark, Passage

    load_editor()
    mark = Mark(5, 7, "backed", "", ("有出处：93",))
    state = section_editor("one", Passage("社区有党员93名。", 0, "正文"), [mark], on_edit=print, read_only=False)
    st.text(f"{state.text} 修订{state.revision}")


def test_the_engine_is_built_from_the_source_beside_it():
    digest = hashlib.sha256()
    own = ["build.mjs", "package-lock.json", "package.json"]
    for name in sorted([*own, *(f"src/{path.name}" for path in (SOURCE / "src").iterdir())]):
        digest.update(f"{name}\n".encode() + (SOURCE / name).read_bytes())
    stated = re.search(r"sha256:(\w+)", (PACKAGED / "engine.js").read_text(encoding="utf-8"))
    assert stated, "engine.js lost its first line"
    assert stated[1] == digest.hexdigest(), "engine.js is older than editor/: run npm ci && npm run build there"


def test_the_engine_is_small_and_asks_no_other_host():
    engine = PACKAGED / "engine.js"
    assert engine.stat().st_size < 600_000
    hosts = set(re.findall(r"https?://([\w.-]+)", engine.read_text(encoding="utf-8")))
    assert hosts <= {"www.w3.org"}, "only the names of XML namespaces"


def test_the_lock_file_names_no_registry_and_pins_every_package():
    lock = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: p for name, p in lock["packages"].items() if name}
    assert all("resolved" not in p and p["integrity"].startswith("sha512-") for p in packages.values())


def test_the_licences_of_all_bundled_packages_travel_along():
    licences = (PACKAGED / "THIRD_PARTY.txt").read_text(encoding="utf-8")
    for name in ("@codemirror/view", "@codemirror/state", "@codemirror/commands", "style-mod", "w3c-keyname"):
        assert f"{name} " in licences
    assert licences.count("Permission is hereby granted") == licences.count("(MIT)")
