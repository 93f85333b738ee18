"""Texts of these tests are written for them; figures and units are invented."""

from drafter.structure.lines import Line
from drafter.structure.outline import outline_lines, outline_text

LONG = "社区每周组织网格员、物业和居民代表巡查一遍院落，发现问题当天登记、三天内答复，办不了的报街道协调解决。"


def headings(text: str) -> list[tuple[int, str, str]]:
    return [(s.level, s.marker, s.text) for document in outline_text(text) for s in document.sections]


def test_numbered_headings_nest_by_the_kinds_of_their_numbers():
    text = (
        f"柳荫社区工作总结\n一、加强领导\n（一）建好班子\n{LONG}\n1.定责任\n{LONG}\n2.抓落实\n{LONG}\n"
        f"（二）建好机制\n{LONG}\n二、整治环境\n{LONG}"
    )
    assert headings(text) == [
        (1, "一、", "加强领导"),
        (2, "（一）", "建好班子"),
        (3, "1.", "定责任"),
        (3, "2.", "抓落实"),
        (2, "（二）", "建好机制"),
        (1, "二、", "整治环境"),
    ]


def test_a_heading_may_run_into_its_paragraph():
    text = f"一、整治环境\n1、抓好日常保洁。{LONG}\n2、抓好楼道清理。{LONG}\n二、志愿服务\n{LONG}"
    assert headings(text)[1:3] == [(2, "1、", "抓好日常保洁"), (2, "2、", "抓好楼道清理")]
    assert outline_text(text)[0].sections[1].paragraphs == (LONG,)


def test_moves_and_numbered_sentences_are_no_headings():
    text = (
        f"一、整治环境\n一是建立制度。{LONG}\n二是抓好落实。{LONG}\n二、宣传发动\n"
        "1、今年春节期间，社区组织12名志愿者走访了全部困难家庭，送去春联和慰问品。\n"
        "2、6月份，社区在广场办了一场宣传活动，发放资料300份，居民反映很好。"
    )
    assert headings(text) == [(1, "一、", "整治环境"), (1, "二、", "宣传发动")]


def test_unnumbered_short_lines_make_headings_when_there_are_several():
    text = f"槐香社区创建工作总结\n{LONG}\n建强组织体系\n{LONG}\n整治背街小巷\n{LONG}\n温暖困难家庭\n{LONG}"
    assert headings(text) == [(1, "", "建强组织体系"), (1, "", "整治背街小巷"), (1, "", "温暖困难家庭")]


def test_word_heading_styles_count_without_numbers():
    lines = [
        Line("槐香社区创建工作总结"),
        Line("建强组织体系", 2),
        Line(LONG),
        Line("明确职责", 3),
        Line(LONG),
        Line("整治环境", 2),
        Line(LONG),
    ]
    (document,) = outline_lines(lines)
    assert [(s.level, s.text) for s in document.sections] == [(1, "建强组织体系"), (2, "明确职责"), (1, "整治环境")]


def test_a_lost_line_break_before_a_number_is_found():
    text = f"一、加强领导\n{LONG}二、整治环境\n{LONG}\n三、志愿服务 {LONG}"
    assert headings(text) == [(1, "一、", "加强领导"), (1, "二、", "整治环境"), (1, "三、", "志愿服务")]


def test_a_festival_broken_by_a_line_end_is_no_heading():
    text = (
        f"{LONG}\n社区的合唱队、舞蹈队和腰鼓队长年坚持排练，参加的居民越来越多，节目也越来越好，在七\n"
        f"一、重阳等节日里为居民演出。\n{LONG}"
    )
    assert headings(text) == []


def test_several_documents_in_one_file_are_told_apart():
    body = f"一、加强领导\n{LONG}\n二、整治环境\n{LONG}"
    for first, second in [
        ("工作总结 篇1", "工作总结 篇2"),
        ("第一篇：社区总结", "第二篇：街道总结"),
        ("社区总结【一】", "社区总结【二】"),
        ("创建工作总结1", "创建工作总结2"),
    ]:
        documents = outline_text(
            f"小编为大家整理了两篇，希望对您有帮助。\n{first}\n{body}\n{second}\n{body}\n相关推荐：\n律师工作总结\n销售工作总结"
        )
        assert [len(d.sections) for d in documents] == [2, 2], first


def test_running_page_headers_are_dropped_and_the_sentence_joined():
    half = "社区党组织、物业公司和居民代表每月开一次联席会，把居民反映的停车、噪音和楼道堆物问题逐条列出来，能办的当场"
    page = "创建文明社区宣传册"
    text = "\n".join(["一、概况", LONG, *([half, page, "定人定期限，办不了的报上级协调。"] * 3), "二、做法", LONG])
    (document,) = outline_text(text)
    assert page not in "".join(document.sections[0].paragraphs)
    assert half + "定人定期限，办不了的报上级协调。" in document.sections[0].paragraphs


def test_a_contents_list_is_no_part_of_the_outline():
    text = (
        f"目录\n一、基本概况\n二、组织机构\n三、主要做法\n一、基本概况\n{LONG}\n二、组织机构\n{LONG}\n"
        f"三、主要做法\n{LONG}"
    )
    assert [h[2] for h in headings(text)] == ["基本概况", "组织机构", "主要做法"]


def test_a_series_that_starts_over_under_a_chapter_is_nested():
    text = (
        f"一、简介\n{LONG}\n二、规章\n第一章 总则\n{LONG}\n第二章 标准\n一、组织健全\n{LONG}\n"
        f"二、环境整洁\n{LONG}\n三、平安有序\n{LONG}\n三、成果\n{LONG}"
    )
    assert [h[0] for h in headings(text)] == [1, 1, 2, 2, 3, 3, 3, 1]


def test_traditional_characters_and_pinyin_notes_become_simplified_text():
    text = (
        "一、加強創(chuàng)建領(lǐng)導(dǎo)\n"
        f"{'社區(qū)居民積極參與環境整治，大家都說變化很大。' * 3}\n二、環境整治\n"
        f"{'社區(qū)道路寬敞明亮，居民滿意。' * 5}"
    )
    assert headings(text) == [(1, "一、", "加强创建领导"), (1, "二、", "环境整治")]


def test_opening_closing_signature_and_date_are_told_apart():
    text = (
        f"柳荫社区2025年文明创建工作总结\n2025年，柳荫社区做了以下工作：\n一、整治环境\n{LONG}\n"
        "总之，一年来取得了一定的成绩，今后我们将继续努力。\n柳荫社区居民委员会\n2025年12月20日"
    )
    (document,) = outline_text(text)
    assert document.title == "柳荫社区2025年文明创建工作总结"
    assert document.opening == ("2025年，柳荫社区做了以下工作：",)
    assert document.closing == ("总之，一年来取得了一定的成绩，今后我们将继续努力。",)
    assert (document.signature, document.date) == ("柳荫社区居民委员会", "2025年12月20日")


def test_the_text_decides_the_role_where_the_heading_says_nothing():
    body = "志愿者服务队在路口劝导行人，学雷锋志愿服务活动共开展40次，志愿者上岗800人次。"
    (document,) = outline_text(f"一、勇于担当，真抓实干\n{body}\n二、环境卫生整治\n{LONG}")
    assert [s.role for s in document.sections] == ["volunteer", "environment"]


def test_a_text_pasted_as_one_paragraph_is_taken_apart():
    text = f"柳荫社区创建工作总结一、工作回顾2025年，{LONG}二、工作成果1.加强宣传教育。{LONG}2.强化环境整治。{LONG}"
    assert headings(text) == [
        (1, "一、", "工作回顾"),
        (1, "二、", "工作成果"),
        (2, "1.", "加强宣传教育"),
        (2, "2.", "强化环境整治"),
    ]
    assert outline_text(text)[0].title == "柳荫社区创建工作总结"


def test_a_colon_may_stand_between_heading_and_text():
    assert headings(f"一、组织领导：{LONG}\n二、环境整治：{LONG}") == [(1, "一、", "组织领导"), (1, "二、", "环境整治")]


def test_decimal_numbers_nest():
    text = f"1 总则\n1.1 目的\n{LONG}\n1.2 依据\n{LONG}\n2 组织机构\n{LONG}"
    assert [(level, heading) for level, _, heading in headings(text)] == [
        (1, "总则"),
        (2, "目的"),
        (2, "依据"),
        (1, "组织机构"),
    ]


def test_a_word_style_on_a_whole_paragraph_makes_no_heading():
    lines = [Line("一、整治环境", 1), Line(LONG), Line(f"（二）{LONG}", 2), Line("二、宣传发动", 1), Line(LONG)]
    (document,) = outline_lines(lines)
    assert [s.text for s in document.sections] == ["整治环境", "宣传发动"]


def test_a_long_heading_without_an_end_keeps_to_its_line():
    long = "坚持以居民需求为导向，健全党组织领导下的社区治理体系，全面提升社区文明程度和居民生活品质水平"
    assert headings(f"一、{long}\n{LONG}\n二、整治环境\n{LONG}")[0] == (1, "一、", long)


def test_an_unfinished_paragraph_does_not_swallow_the_heading_after_it():
    text = f"槐香社区创建工作总结\n{LONG}\n建强组织体系\n{LONG[:-1]}\n整治背街小巷\n{LONG}"
    assert [h[2] for h in headings(text)] == ["建强组织体系", "整治背街小巷"]


def test_a_text_wrapped_at_the_page_width_is_put_together_again():
    body = "\n".join((LONG * 4)[at : at + 36] for at in range(0, 216, 36))
    (document,) = outline_text(f"一、整治环境\n{body}\n二、宣传发动\n{body}")
    assert [s.text for s in document.sections] == ["整治环境", "宣传发动"]
    assert document.sections[0].paragraphs == ((LONG * 4)[:216],)


def test_a_separator_behind_the_last_sentence_of_a_paragraph_still_separates():
    body = f"一、加强领导\n{LONG}\n二、整治环境\n{LONG}"
    assert len(outline_text(f"创建工作总结 篇1\n{body}创建工作总结 篇2\n{body}")) == 2


def test_a_section_that_looks_ahead_keeps_its_paragraphs_before_the_closing():
    (outline,) = outline_text(
        "柳荫社区创建文明社区申报材料\n一、整治环境卫生\n全年清运垃圾310吨，整治楼道46处，居民反映比以前干净。\n"
        "二、明确创建目标，落实工作措施\n创建目标是2026年创成市级文明社区。\n"
        "下阶段，社区将改造雨污管道，在居民小组设立议事点。\n以上是柳荫社区创建工作的主要情况。"
    )
    assert outline.sections[-1].paragraphs[1].startswith("下阶段")
    assert outline.closing == ("以上是柳荫社区创建工作的主要情况。",)
