"""What a click beside the text does to a document."""

from drafter.models import Draft, Section
from drafter.store import Entry, Work
from drafter.structure.skeletons import load_skeleton
from drafter.ui.corrections import Place, with_fact, with_number, with_told
from drafter.ui.entries import sheet_of

SKELETON = load_skeleton("annual_summary")
VOLUNTEERS = Entry(id="F1", topic="volunteer", label="志愿者", value="326", unit="人", previous="298")
MEMBERS = Entry(id="F2", topic="leadership", label="党员", value="93", unit="名")


def a_work(*texts: str, locked: tuple[str, ...] = ()) -> Work:
    keys = [s.key for s in SKELETON.sections]
    sections = tuple(
        Section(key=k, heading=f"标题{k}", text=t, origin="offline") for k, t in zip(keys, texts, strict=False)
    )
    draft = Draft(title="总结", unit="和平社区", date="", document="annual_summary", sections=sections)
    return Work(unit="和平社区", period="2025年度", entries=(VOLUNTEERS, MEMBERS), draft=draft, locked=locked)


def sections(work: Work) -> tuple[Section, ...]:
    assert work.draft is not None
    return work.draft.sections


def test_a_number_is_replaced_where_it_stands_and_the_section_gets_a_new_revision():
    work = a_work("志愿者362人。")
    key = sections(work)[0].key
    changed = with_number(work, Place(key, 3, 6, "362"), "326")
    assert changed is not None
    assert (sections(changed)[0].text, sections(changed)[0].revision) == ("志愿者326人。", 1)
    assert sections(changed)[0].origin == "staff"


def test_a_number_that_has_moved_is_left_alone():
    work = a_work("现有志愿者362人。")
    assert with_number(work, Place(sections(work)[0].key, 3, 6, "362"), "326") is None


def test_a_changed_fact_is_followed_by_every_place_that_stated_it_or_was_reckoned_from_it():
    work = a_work("志愿者326人，党员93名，共419人。", "志愿者队伍有326人。", "党员93名。")
    changed, followed = with_fact(work, VOLUNTEERS.model_copy(update={"value": "400"}))
    assert [s.text for s in sections(changed)] == [
        "志愿者400人，党员93名，共493人。",
        "志愿者队伍有400人。",
        "党员93名。",
    ]
    assert followed == 3
    assert [s.revision for s in sections(changed)] == [1, 1, 0]
    assert sheet_of(changed).fact("F1").value == "400"


def test_a_number_that_follows_in_no_certain_way_stays_to_be_looked_at():
    changed, followed = with_fact(a_work("比上年增加28人。"), VOLUNTEERS.model_copy(update={"value": "400"}))
    assert (sections(changed)[0].text, followed) == ("比上年增加28人。", 0)


def test_a_locked_section_keeps_its_text_when_a_fact_changes():
    key = SKELETON.sections[0].key
    work = a_work("志愿者326人。", locked=(key,))
    changed, followed = with_fact(work, VOLUNTEERS.model_copy(update={"value": "400"}))
    assert (sections(changed)[0].text, followed) == ("志愿者326人。", 0)


def test_a_fact_is_told_at_the_end_of_its_section():
    work = a_work("开头。", "正文。")
    spec = SKELETON.spec(sections(work)[1].key)
    fact = sheet_of(work).fact("F2")
    changed = with_told(work, SKELETON, spec, fact)
    text = sections(changed)[1].text
    assert text.startswith("正文。")
    assert "93名" in text
    assert sections(changed)[1].revision == 1
