from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.resources import resource
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.skeletons import load_skeleton, read_skeleton, skeleton_keys


def test_there_are_an_annual_summary_and_an_application() -> None:
    assert {"annual_summary", "application"} <= set(skeleton_keys())
    assert skeleton_keys()[0] == "annual_summary"


@pytest.mark.parametrize("key", skeleton_keys())
def test_a_document_type_has_a_section_for_every_topic(key: str) -> None:
    taken = [t for s in load_skeleton(key).sections for t in s.topics]
    assert sorted(taken) == sorted([*(t.key for t in load_catalogue().topics), OTHER])


@pytest.mark.parametrize("key", skeleton_keys())
def test_only_an_opening_first_and_a_closing_last_have_no_heading(key: str) -> None:
    sections = load_skeleton(key).sections
    assert {s.key for s in sections if not s.heading} <= {"opening", "closing"}
    assert [n for n, s in enumerate(sections) if s.key == "opening"] in ([], [0])
    assert [n for n, s in enumerate(sections, 1) if s.key == "closing"] in ([], [len(sections)])


@pytest.mark.parametrize("key", skeleton_keys())
def test_a_title_needs_no_more_than_unit_and_period(key: str) -> None:
    assert load_skeleton(key).title.format(unit="南苑社区", period="2026年").startswith("南苑社区")


def test_an_unknown_type_is_refused_with_the_types_there_are() -> None:
    with pytest.raises(InputError, match=r"没有文种“poem”.*annual_summary、application"):
        load_skeleton("poem")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("topics: [publicity, records]", "topics: [publicity]", "主题 records 不属于任何部分"),
        ("topics: [publicity, records]", "topics: [publicity, records, rockets]", "主题 rockets 不在字段目录里"),
        ("topics: [publicity, records]", "topics: [publicity, records, honors]", "主题 honors 归了两个部分"),
        ("key: publicity", "key: culture", "部分 culture 出现了两次"),
        ("max_chars: 450", "max_chars: 4", "部分 opening 的字数下限大于上限"),
        ("max_chars: 450", "max_chars: 很多", "sections[0].max_chars"),
        ("title:", "titel:", "title 缺少"),
        ("sections:", "sections", "不是正确的 YAML"),
    ],
)
def test_a_faulty_document_type_is_refused_with_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = resource("skeletons", "annual_summary.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_skeleton(path)
    assert says in str(error.value)


def test_what_a_program_derived_from_samples_may_stand_in_the_file(tmp_path: Path) -> None:
    text = resource("skeletons", "annual_summary.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(text + "derived:\n  samples: 3\n", encoding="utf-8")
    assert read_skeleton(path).sections == load_skeleton("annual_summary").sections
