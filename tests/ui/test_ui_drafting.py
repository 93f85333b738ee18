"""What can happen to a section."""

from datetime import UTC, datetime

from drafter.models import Draft, Section
from drafter.store import Work
from drafter.structure.skeletons import load_skeleton
from drafter.ui.drafting import exported, prepared, with_lock, with_text, with_version, with_written
from drafter.versions import Version

SKELETON = load_skeleton("annual_summary")


def a_work() -> Work:
    return prepared(Work(unit="和平社区", period="2025年度", date="2025年12月1日"), SKELETON, frozenset())


def text_of(work: Work, key: str) -> str:
    section = work.draft.section(key) if work.draft else None
    return section.text if section else ""


def written(key: str, text: str) -> Section:
    return Section(key=key, heading="加强领导", text=text, origin="model")


def test_a_prepared_draft_has_every_section_and_keeps_what_is_written():
    work = with_written(a_work(), written("leadership", "甲"))
    again = prepared(work, SKELETON, frozenset())
    assert [s.key for s in again.draft.sections] == [s.key for s in SKELETON.sections]
    assert text_of(again, "leadership") == "甲"
    assert text_of(prepared(work, SKELETON, frozenset({"leadership"})), "leadership") == ""


def test_a_changed_document_type_keeps_what_staff_wrote():
    work = with_text(with_written(a_work(), written("ideology", "甲")), "ideology", "乙")
    other = SKELETON.model_copy(update={"sections": tuple(s for s in SKELETON.sections if s.key != "ideology")})
    assert text_of(prepared(work, other, frozenset()), "ideology") == "乙"


def test_a_rewrite_raises_the_revision_and_an_edit_does_not():
    work = with_written(with_written(a_work(), written("leadership", "甲")), written("leadership", "乙"))
    assert work.draft.section("leadership").revision == 1
    edited = with_text(work, "leadership", "丙").draft.section("leadership")
    assert (edited.revision, edited.origin) == (1, "staff")


def test_a_locked_section_is_never_rewritten():
    work = with_lock(with_written(a_work(), written("leadership", "甲")), "leadership", locked=True)
    assert text_of(with_written(work, written("leadership", "乙")), "leadership") == "甲"
    unlocked = with_lock(work, "leadership", locked=False)
    assert text_of(with_written(unlocked, written("leadership", "乙")), "leadership") == "乙"


def test_a_version_can_be_put_back():
    work = with_written(a_work(), written("leadership", "乙"))
    earlier = Version(id=1, made=datetime.now(UTC), section=written("leadership", "甲"))
    assert text_of(with_version(work, earlier), "leadership") == "甲"


def test_what_is_exported_has_the_head_of_today_and_no_empty_section():
    work = with_written(a_work(), written("leadership", "甲")).model_copy(update={"unit": "胜利社区"})
    draft = exported(work, SKELETON)
    assert isinstance(draft, Draft)
    assert (draft.unit, [s.key for s in draft.sections]) == ("胜利社区", ["leadership"])
    assert "胜利社区2025年度" in draft.title
    assert exported(a_work(), SKELETON) is None
