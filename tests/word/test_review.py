"""The review copy: a comment on each flagged number, and the evidence table."""

import io

from docx import Document
from docx.oxml.ns import qn
from sample_draft import SHEET, sample

from drafter.models import Fact, Mention, Report, Section, Table, Trace
from drafter.word.evidence import evidence_of, flagged_count, trace_draft
from drafter.word.export import docx_bytes
from drafter.word.places import table_key
from drafter.word.review import AUTHOR, review_bytes
from drafter.word.tables import table_text


def flagged(text, figure, suggestion="", closest=()):
    start = text.index(figure)
    mention = Mention(start, start + len(figure), figure, "claim", unit="人")
    return Trace(mention, True, "wrong_value", because="与事实不一致。", suggestion=suggestion, closest=closest)


def commented(document):
    """The text that each comment is anchored to, by its id."""
    found, open_ids = {}, set()
    for element in document.element.body.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name == "commentRangeStart":
            open_ids.add(element.get(qn("w:id")))
        elif name == "commentRangeEnd":
            open_ids.discard(element.get(qn("w:id")))
        elif name == "t":
            for key in open_ids:
                found[int(key)] = found.get(int(key), "") + (element.text or "")
    return found


def made(draft, reports):
    return Document(io.BytesIO(review_bytes(draft, SHEET, reports)))


def test_each_flagged_number_carries_reason_suggestion_and_nearest_fact():
    text = "（一）概况。党员94人，\n　　志愿者328人。"
    draft = sample(sections=(Section(key="a", heading="概况", text=text),))
    report = Report(text, (flagged(text, "94", "93", ("F3",)), flagged(text, "328")))
    document = made(draft, {"a": report})
    comments = list(document.comments)
    assert [commented(document)[c.comment_id] for c in comments] == ["94", "328"]
    assert comments[0].author == AUTHOR
    assert [p.text for p in comments[0].paragraphs] == [
        "待核：与事实不一致。",
        "建议：改为“93”。",
        "最接近的事实：党员 93人",
    ]
    assert "补上这个数" in comments[1].text
    assert "没有相近的数" in comments[1].text


def test_an_absolute_that_no_fact_says_carries_a_comment_and_has_a_row():
    text = "（一）概况。党员93人全部参加培训，无一例外。"
    draft = sample(sections=(Section(key="a", heading="概况", text=text),))
    reports = trace_draft(draft, SHEET)
    document = made(draft, reports)
    (first, second) = [c for c in document.comments if "说法待核" in c.text]
    assert commented(document)[first.comment_id] == "全部"
    assert commented(document)[second.comment_id] == "无一例外"
    assert "没有写明“全部”" in first.text
    rows = [row for row in evidence_of(draft, SHEET, reports) if row.verdict == "说法待核"]
    assert [(row.figure, row.sentence) for row in rows] == [
        ("全部", "党员93人全部参加培训，无一例外。"),
        ("无一例外", "党员93人全部参加培训，无一例外。"),
    ]
    assert "没有写明" in rows[0].reckoning


def test_a_number_that_spans_the_end_of_a_heading_sentence_is_marked_whole():
    text = "（一）新增93。5人"
    draft = sample(sections=(Section(key="a", heading="概况", text=text),))
    document = made(draft, {"a": Report(text, (flagged(text, "93。5"),))})
    assert list(commented(document).values()) == ["93。5"]


def test_a_flagged_cell_of_a_table_carries_its_comment():
    table = Table(caption="表1", header=("项目", "本期"), rows=(("党员", "93人"), ("志愿者", "328人")))
    section = Section(key="a", heading="概况", text="见表。", table=table)
    text = table_text(table)
    reports = {table_key(section): Report(text, (flagged(text, "328"),))}
    document = made(sample(sections=(section,)), reports)
    assert list(commented(document).values()) == ["328人"]


def test_the_text_is_the_clean_files_and_the_table_follows_on_its_own_page():
    draft = sample()
    reports = trace_draft(draft, SHEET)
    clean = [p.text for p in Document(io.BytesIO(docx_bytes(draft))).paragraphs]
    document = made(draft, reports)
    assert [p.text for p in document.paragraphs][: len(clean)] == clean
    title = document.paragraphs[len(clean)]
    assert (title.text, title.paragraph_format.page_break_before) == ("数字核对表", True)
    rows = [[c.text for c in row.cells] for row in document.tables[-1].rows]
    assert rows[0][:3] == ["序号", "所在部分", "数字"]
    assert [row[1:3] for row in rows[1:3]] == [["题目", "2025年"], ["正文", "93人"]]
    assert rows[2] == ["2", "正文", "93人", "社区现有党员93人、志愿者326人，比上年增加46人。", "有出处", "党员 93人",
                       rows[2][6], "=1+1"]  # fmt: skip
    assert len(rows) == 1 + len(evidence_of(draft, SHEET, reports))


def test_every_number_of_a_table_is_traced_and_named_as_the_tables():
    rows = evidence_of(sample(), SHEET, trace_draft(sample(), SHEET))
    of_table = [(row.figure, row.verdict) for row in rows if row.place == "整治环境卫生（表）"]
    assert of_table == [
        ("326人", "有出处"),
        ("280人", "有出处"),
        ("46人", "推算得出"),
        ("16.4%", "推算得出"),
        ("200多吨", "有出处"),
        ("150吨", "有出处"),
        ("96%", "有出处"),
        ("94.5%", "有出处"),
        ("1.5个百分点", "推算得出"),
    ]


def test_flags_are_counted_over_texts_and_tables():
    table = Table(caption="表1", header=("项目", "本期"), rows=(("志愿者", "999人"),))
    section = Section(key="a", heading="概况", text="志愿者888人。", table=table)
    assert flagged_count(trace_draft(sample(sections=(section,)), SHEET)) == 2


def test_a_draft_without_flags_has_no_comment_part():
    draft = sample(sections=(Section(key="a", heading="概况", text="党员93人。"),))
    assert "comments" not in str([p.partname for p in made(draft, trace_draft(draft, SHEET)).part.package.iter_parts()])


def test_a_fact_that_was_deleted_since_is_left_out():
    assert Fact(label="a", value="1").wording == "a 1"
    text = "党员94人。"
    draft = sample(sections=(Section(key="a", heading="概况", text=text),))
    document = made(draft, {"a": Report(text, (flagged(text, "94", closest=("F99",)),))})
    assert "没有相近的数" in next(iter(document.comments)).text
